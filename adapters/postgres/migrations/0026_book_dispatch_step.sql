-- Reaction: the dispatcher's step in one exchange with the server. It follows the log and releases
-- what fits; alone it commits by itself.

-- Start-time fair queueing between the accounts of one pool. Each account has a turn: the virtual
-- time at which its next work starts. Work k of an account starts at turn + (k - 1) / weight, the
-- earliest starts go first, and an account that was idle joins at the pool's virtual time.
-- Work for a character whose identity is still being computed waits a while for it.
-- At most `window_size` pieces of work are in flight; each release is a new attempt with a new token.
CREATE FUNCTION release_work(of_pool text, window_size bigint, identity_patience interval)
RETURNS TABLE (
    work_id uuid, account_id uuid, kind text, pool text, attempt integer, token text
) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
    free bigint;
BEGIN
    SELECT window_size - count(*) INTO free FROM dispatch_queue
    WHERE pool = of_pool AND state <> 'queued';
    IF free <= 0 THEN
        RETURN;
    END IF;
    RETURN QUERY
    WITH RECURSIVE waiting_accounts (account_id) AS (
        (SELECT q.account_id FROM dispatch_queue q
         WHERE q.pool = of_pool AND q.state = 'queued'
         ORDER BY q.account_id LIMIT 1)
        UNION ALL
        SELECT (SELECT q.account_id FROM dispatch_queue q
                WHERE q.pool = of_pool AND q.state = 'queued' AND q.account_id > w.account_id
                ORDER BY q.account_id LIMIT 1)
        FROM waiting_accounts w WHERE w.account_id IS NOT NULL
    ), shares AS (
        SELECT w.account_id, coalesce(a.weight, 1) AS weight,
               greatest(coalesce(t.turn, 0), coalesce(p.virtual_time, 0)) AS turn
        FROM waiting_accounts w
        LEFT JOIN dispatch_pools p ON p.pool = of_pool
        LEFT JOIN dispatch_turns t ON t.pool = of_pool AND t.account_id = w.account_id
        LEFT JOIN account_weights a ON a.account_id = w.account_id
        WHERE w.account_id IS NOT NULL
    ), tagged AS (
        SELECT q.work_id, q.position, s.account_id, s.weight,
               s.turn + (q.place - 1)::double precision / s.weight AS starts
        FROM shares s CROSS JOIN LATERAL (
            SELECT f.work_id, f.position, row_number() OVER (ORDER BY f.position) AS place
            FROM (
                SELECT d.work_id, d.position FROM dispatch_queue d
                WHERE d.pool = of_pool AND d.state = 'queued' AND d.account_id = s.account_id
                  AND d.not_before <= now()
                  AND NOT EXISTS (
                      SELECT FROM dispatch_queue i
                      WHERE i.work_id = d.character_id AND i.kind = 'identity'
                        AND d.enqueued_at > now() - identity_patience
                  )
                ORDER BY d.position LIMIT free
            ) f
        ) q
    ), chosen AS (
        SELECT * FROM tagged ORDER BY starts, position LIMIT free
    ), turned AS (
        INSERT INTO dispatch_turns (pool, account_id, turn)
        SELECT of_pool, c.account_id, max(c.starts + 1.0 / c.weight)
        FROM chosen c GROUP BY c.account_id
        ON CONFLICT (pool, account_id) DO UPDATE SET turn = excluded.turn
    ), clocked AS (
        INSERT INTO dispatch_pools AS p (pool, virtual_time)
        SELECT of_pool, max(starts) FROM chosen HAVING count(*) > 0
        ON CONFLICT (pool) DO UPDATE
        SET virtual_time = greatest(p.virtual_time, excluded.virtual_time)
    ), released AS (
        UPDATE dispatch_queue q
        SET state = 'released', attempt = q.attempt + 1, token = gen_random_uuid()::text,
            stream_sequence = NULL, released_at = now(), started_at = NULL, seen_at = now()
        FROM chosen c WHERE q.work_id = c.work_id
        RETURNING q.work_id, q.account_id, q.kind, q.pool, q.position, q.attempt, q.token, c.starts
    ), noted AS (
        INSERT INTO attempts (work_id, attempt, token, released_at)
        SELECT r.work_id, r.attempt, r.token, now() FROM released r
    )
    SELECT r.work_id, r.account_id, r.kind, r.pool, r.attempt, r.token
    FROM released r ORDER BY r.starts, r.position;
END $$;

-- Work that is in the queue already stays as it is. The deadline runs from now, not from the request:
-- time without a dispatcher does not count. `followed` is null where there was nothing to follow.
-- Rows are of work that has ended (not `released`, without a token), then of work that is released.
CREATE FUNCTION step_dispatch(
    works uuid[], accounts uuid[], kinds text[], into_pools text[], positions bigint[],
    characters uuid[], patiences interval[], ended uuid[], followed bigint,
    release_pools text[], windows bigint[], identity_patience interval
) RETURNS TABLE (
    work_id uuid, account_id uuid, kind text, pool text, attempt integer, token text, state text
) LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
    IF cardinality(works) > 0 THEN
        INSERT INTO dispatch_queue
            (work_id, account_id, kind, pool, position, character_id, deadline_at)
        SELECT n.work_id, n.account_id, n.kind, n.pool, n.position, n.character_id, now() + n.patience
        FROM unnest(works, accounts, kinds, into_pools, positions, characters, patiences)
            AS n (work_id, account_id, kind, pool, position, character_id, patience)
        ON CONFLICT DO NOTHING;
    END IF;
    IF cardinality(ended) > 0 THEN
        RETURN QUERY DELETE FROM dispatch_queue q WHERE q.work_id = ANY (ended)
        RETURNING q.work_id, q.account_id, q.kind, q.pool, q.attempt, NULL::text, q.state;
    END IF;
    IF followed IS NOT NULL THEN
        INSERT INTO reaction_checkpoints AS c (name, position) VALUES ('dispatch', followed)
        ON CONFLICT (name) DO UPDATE SET position = excluded.position
        WHERE c.position < excluded.position;
    END IF;
    FOR place IN 1 .. cardinality(release_pools) LOOP
        RETURN QUERY SELECT r.work_id, r.account_id, r.kind, r.pool, r.attempt, r.token, NULL::text
        FROM release_work(release_pools[place], windows[place], identity_patience) r;
    END LOOP;
END $$;

-- They run with the caller's rights: who may not change the queue may call them in vain.
GRANT EXECUTE ON FUNCTION release_work, step_dispatch TO xavira_work;
