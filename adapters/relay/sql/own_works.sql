-- Several pieces of work, and how many are queued before each by its own account. Each is counted
-- from the one before it that is asked for, so that nothing is counted twice.
WITH mine AS (
    SELECT work_id, pool, state, kind, account_id, position,
           coalesce(lag(position) OVER (PARTITION BY pool, account_id ORDER BY position), 0) AS since
    FROM dispatch_queue WHERE work_id = ANY(%(work_ids)s)
), counted AS (
    SELECT m.*, (
        SELECT count(*) FROM dispatch_queue q
        WHERE q.pool = m.pool AND q.account_id = m.account_id AND q.state = 'queued'
            AND q.position >= m.since AND q.position < m.position
    ) AS queued
    FROM mine m
)
SELECT work_id, pool, state, kind, account_id,
       (sum(queued) OVER (PARTITION BY pool, account_id ORDER BY position))::bigint
FROM counted;
