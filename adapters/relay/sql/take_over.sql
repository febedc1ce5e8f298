-- A new leader: whatever time there was no leader does not count against anything in the queue.
WITH gap AS (
    SELECT now() - beat_at AS length FROM dispatcher_beats
    WHERE now() - beat_at > %(grace)s::interval
)
UPDATE dispatch_queue q
SET deadline_at = q.deadline_at + gap.length, started_at = q.started_at + gap.length,
    seen_at = CASE WHEN q.seen_at IS NULL THEN NULL ELSE now() END
FROM gap;
