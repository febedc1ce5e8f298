-- Start-time fair queueing between the accounts of one pool. Each account has a turn: the virtual
-- time at which its next work starts. Work k of an account starts at turn + (k - 1) / weight, the
-- earliest starts go first, and an account that was idle joins at the pool's virtual time.
-- Work for a character whose identity is still being computed waits a while for it.
-- At most `window_size` pieces of work are in flight; each release is a new attempt with a new token.
WITH RECURSIVE waiting_accounts (account_id) AS (
    (SELECT account_id FROM dispatch_queue
     WHERE pool = %(pool)s AND state = 'queued'
     ORDER BY account_id LIMIT 1)
    UNION ALL
    SELECT (SELECT q.account_id FROM dispatch_queue q
            WHERE q.pool = %(pool)s AND q.state = 'queued' AND q.account_id > w.account_id
            ORDER BY q.account_id LIMIT 1)
    FROM waiting_accounts w WHERE w.account_id IS NOT NULL
), room AS (
    SELECT greatest(0, %(window_size)s - count(*)) AS free
    FROM dispatch_queue WHERE pool = %(pool)s AND state <> 'queued'
), shares AS (
    SELECT w.account_id, coalesce(a.weight, 1) AS weight,
           greatest(coalesce(t.turn, 0), coalesce(p.virtual_time, 0)) AS turn
    FROM waiting_accounts w
    LEFT JOIN dispatch_pools p ON p.pool = %(pool)s
    LEFT JOIN dispatch_turns t ON t.pool = %(pool)s AND t.account_id = w.account_id
    LEFT JOIN account_weights a ON a.account_id = w.account_id
    WHERE w.account_id IS NOT NULL
), tagged AS (
    SELECT q.work_id, q.position, s.account_id, s.weight,
           s.turn + (q.place - 1)::double precision / s.weight AS starts
    FROM shares s CROSS JOIN LATERAL (
        SELECT f.work_id, f.position, row_number() OVER (ORDER BY f.position) AS place
        FROM (
            SELECT d.work_id, d.position FROM dispatch_queue d
            WHERE d.pool = %(pool)s AND d.state = 'queued' AND d.account_id = s.account_id
              AND d.not_before <= now()
              AND NOT EXISTS (
                  SELECT FROM dispatch_queue i
                  WHERE i.work_id = d.character_id AND i.kind = 'identity'
                    AND d.enqueued_at > now() - %(identity_patience)s::interval
              )
            ORDER BY d.position LIMIT (SELECT free FROM room)
        ) f
    ) q
), chosen AS (
    SELECT * FROM tagged ORDER BY starts, position LIMIT (SELECT free FROM room)
), turned AS (
    INSERT INTO dispatch_turns (pool, account_id, turn)
    SELECT %(pool)s, account_id, max(starts + 1.0 / weight) FROM chosen GROUP BY account_id
    ON CONFLICT (pool, account_id) DO UPDATE SET turn = excluded.turn
), clocked AS (
    INSERT INTO dispatch_pools AS p (pool, virtual_time)
    SELECT %(pool)s, max(starts) FROM chosen HAVING count(*) > 0
    ON CONFLICT (pool) DO UPDATE SET virtual_time = greatest(p.virtual_time, excluded.virtual_time)
), released AS (
    UPDATE dispatch_queue q
    SET state = 'released', attempt = q.attempt + 1, token = gen_random_uuid()::text,
        stream_sequence = NULL, released_at = now(), started_at = NULL, seen_at = now()
    FROM chosen c WHERE q.work_id = c.work_id
    RETURNING q.work_id, q.account_id, q.kind, q.pool, q.position, q.attempt, q.token, c.starts
), noted AS (
    INSERT INTO attempts (work_id, attempt, token, released_at)
    SELECT work_id, attempt, token, now() FROM released
)
SELECT work_id, account_id, kind, pool, attempt, token FROM released ORDER BY starts, position;
