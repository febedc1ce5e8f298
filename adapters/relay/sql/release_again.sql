-- New attempts of work that is in flight: all of it, or the named work. The rows are locked in one
-- order, because the settler touches the same ones.
WITH lost AS (
    SELECT work_id FROM dispatch_queue
    WHERE state <> 'queued' AND (%(work_ids)s::uuid[] IS NULL OR work_id = ANY (%(work_ids)s::uuid[]))
    ORDER BY work_id FOR UPDATE
), released AS (
    UPDATE dispatch_queue q
    SET state = 'released', attempt = q.attempt + 1, token = gen_random_uuid()::text,
        silences = q.silences + %(silent)s::integer,
        stream_sequence = NULL, released_at = now(), started_at = NULL, seen_at = now()
    FROM lost WHERE q.work_id = lost.work_id
    RETURNING q.work_id, q.account_id, q.kind, q.pool, q.position, q.attempt, q.token
), noted AS (
    INSERT INTO attempts (work_id, attempt, token, released_at)
    SELECT work_id, attempt, token, now() FROM released
)
SELECT work_id, account_id, kind, pool, attempt, token FROM released ORDER BY position;
