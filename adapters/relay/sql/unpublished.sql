-- Released work of which JetStream has not acknowledged the command, or, for a new leader, all
-- released work that nobody has started.
SELECT work_id, account_id, kind, pool, attempt, token FROM dispatch_queue
WHERE state = 'released'
  AND (%(every)s OR (stream_sequence IS NULL AND released_at < now() - %(patience)s::interval))
ORDER BY position;
