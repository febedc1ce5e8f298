SELECT work_id, account_id, kind, pool, attempt, silences,
       CASE WHEN state = 'released' THEN stream_sequence END
FROM dispatch_queue
WHERE state <> 'queued' AND seen_at < now() - %(silence)s::interval
ORDER BY position LIMIT %(limit)s;
