-- Reaction: a step of the dispatcher that writes less and looks at less.

-- What is in flight is little, and found by its pool; only what waits is many rows.
DROP INDEX dispatch_queue_deadline;
CREATE INDEX dispatch_queue_deadline ON dispatch_queue (deadline_at) WHERE state = 'queued';

-- The order is that of before (0026): work k of an account starts at turn + (k - 1) / weight, the
-- earliest starts go first. What is chosen belongs to the accounts whose first pieces come first, so
-- of the other accounts no more than that piece is looked at.
CREATE OR REPLACE FUNCTION release_work(
    of_pool text, window_size bigint, identity_patience interval
) RETURNS TABLE (
    work_id uuid, account_id uuid, kind text, pool text, attempt integer, token text
) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
    free bigint;
BEGIN
    IF NOT EXISTS (SELECT FROM dispatch_queue WHERE pool = of_pool AND state = 'queued') THEN
        RETURN;
    END IF;
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
    ), first_accounts AS (
        SELECT s.* FROM shares s CROSS JOIN LATERAL (
            SELECT d.position FROM dispatch_queue d
            WHERE d.pool = of_pool AND d.state = 'queued' AND d.account_id = s.account_id
              AND d.not_before <= now()
              AND NOT EXISTS (
                  SELECT FROM dispatch_queue i
                  WHERE i.work_id = d.character_id AND i.kind = 'identity'
                    AND d.enqueued_at > now() - identity_patience
              )
            ORDER BY d.position LIMIT 1
        ) h
        ORDER BY s.turn, h.position LIMIT free
    ), tagged AS (
        SELECT q.work_id, q.position, s.account_id, s.weight,
               s.turn + (q.place - 1)::double precision / s.weight AS starts
        FROM first_accounts s CROSS JOIN LATERAL (
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

-- Whether nothing waits in a pool and there is room for all that is to come into it.
CREATE FUNCTION has_room(of_pool text, window_size bigint, coming text[])
RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
    RETURN NOT EXISTS (SELECT FROM dispatch_queue WHERE pool = of_pool AND state = 'queued')
        AND window_size >= cardinality(array_positions(coming, of_pool))
            + (SELECT count(*) FROM dispatch_queue WHERE pool = of_pool AND state <> 'queued');
END $$;

-- As before (0026). New work of a pool in which nothing waits and all of it has room is released as
-- it is queued, in the order in which `release_work` would release it: its row is written once.
-- One small statement for each table: to set up a large one costs more than all of these.
CREATE OR REPLACE FUNCTION step_dispatch(
    works uuid[], accounts uuid[], kinds text[], into_pools text[], positions bigint[],
    characters uuid[], patiences interval[], ended uuid[], followed bigint,
    release_pools text[], windows bigint[], identity_patience interval
) RETURNS TABLE (
    work_id uuid, account_id uuid, kind text, pool text, attempt integer, token text, state text
) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
    roomy text[] := '{}';
    tokens text[];
    starts double precision[];
    turns double precision[];
BEGIN
    IF cardinality(ended) > 0 THEN
        RETURN QUERY DELETE FROM dispatch_queue q WHERE q.work_id = ANY (ended)
        RETURNING q.work_id, q.account_id, q.kind, q.pool, q.attempt, NULL::text, q.state;
    END IF;
    IF followed IS NOT NULL THEN
        INSERT INTO reaction_checkpoints AS c (name, position) VALUES ('dispatch', followed)
        ON CONFLICT (name) DO UPDATE SET position = excluded.position
        WHERE c.position < excluded.position;
    END IF;
    IF cardinality(works) > 0 THEN
        FOR place IN 1 .. cardinality(release_pools) LOOP
            IF has_room(release_pools[place], windows[place], into_pools) THEN
                roomy := roomy || release_pools[place];
            END IF;
        END LOOP;
        IF cardinality(roomy) > 0 THEN
            -- Work for a character whose identity is still being computed waits in the queue.
            SELECT array_agg(CASE WHEN s.at_once THEN gen_random_uuid()::text END),
                   array_agg(s.start), array_agg(s.start + 1.0 / s.weight)
            INTO tokens, starts, turns
            FROM (
                SELECT n.weight, n.at_once,
                       n.turn + (row_number() OVER (
                           PARTITION BY n.pool, n.account_id, n.at_once ORDER BY n.position
                       ) - 1)::double precision / n.weight AS start
                FROM (
                    SELECT u.pool, u.account_id, u.position, u.place, coalesce(a.weight, 1) AS weight,
                           greatest(coalesce(t.turn, 0), coalesce(p.virtual_time, 0)) AS turn,
                           u.pool = ANY (roomy)
                           AND (SELECT q.kind FROM dispatch_queue q WHERE q.work_id = u.work_id) IS NULL
                           AND (SELECT i.kind FROM dispatch_queue i WHERE i.work_id = u.character_id)
                               IS DISTINCT FROM 'identity'
                           AND NOT ('identity' = ANY (kinds)
                                    AND coalesce(u.character_id = ANY (works), false)) AS at_once
                    FROM unnest(works, accounts, into_pools, positions, characters) WITH ORDINALITY
                        AS u (work_id, account_id, pool, position, character_id, place)
                    LEFT JOIN dispatch_pools p ON p.pool = u.pool
                    LEFT JOIN dispatch_turns t ON t.pool = u.pool AND t.account_id = u.account_id
                    LEFT JOIN account_weights a ON a.account_id = u.account_id
                    OFFSET 0
                ) AS n
                ORDER BY n.place
            ) AS s;
        END IF;
        INSERT INTO dispatch_queue (
            work_id, account_id, kind, pool, position, character_id, deadline_at,
            state, attempt, token, released_at, seen_at
        )
        SELECT n.work_id, n.account_id, n.kind, n.pool, n.position, n.character_id,
               now() + n.patience,
               CASE WHEN n.token IS NULL THEN 'queued' ELSE 'released' END,
               CASE WHEN n.token IS NULL THEN 0 ELSE 1 END, n.token,
               CASE WHEN n.token IS NOT NULL THEN now() END,
               CASE WHEN n.token IS NOT NULL THEN now() END
        FROM unnest(works, accounts, kinds, into_pools, positions, characters, patiences, tokens)
            AS n (work_id, account_id, kind, pool, position, character_id, patience, token)
        ON CONFLICT DO NOTHING;
        IF cardinality(roomy) > 0 THEN
            INSERT INTO attempts (work_id, attempt, token, released_at)
            SELECT n.work_id, 1, n.token, now() FROM unnest(works, tokens) AS n (work_id, token)
            WHERE n.token IS NOT NULL;
            INSERT INTO dispatch_turns (pool, account_id, turn)
            SELECT n.pool, n.account_id, max(n.turn)
            FROM unnest(into_pools, accounts, turns, tokens) AS n (pool, account_id, turn, token)
            WHERE n.token IS NOT NULL GROUP BY n.pool, n.account_id
            ON CONFLICT (pool, account_id) DO UPDATE SET turn = excluded.turn;
            INSERT INTO dispatch_pools AS p (pool, virtual_time)
            SELECT n.pool, max(n.start)
            FROM unnest(into_pools, starts, tokens) AS n (pool, start, token)
            WHERE n.token IS NOT NULL GROUP BY n.pool
            ON CONFLICT (pool) DO UPDATE
            SET virtual_time = greatest(p.virtual_time, excluded.virtual_time);
            RETURN QUERY
            SELECT n.work_id, n.account_id, n.kind, n.pool, 1, n.token, NULL::text
            FROM unnest(works, accounts, kinds, into_pools, positions, tokens, starts)
                AS n (work_id, account_id, kind, pool, position, token, start)
            WHERE n.token IS NOT NULL ORDER BY n.start, n.position;
        END IF;
    END IF;
    FOR place IN 1 .. cardinality(release_pools) LOOP
        IF release_pools[place] <> ALL (roomy) THEN
            RETURN QUERY
            SELECT r.work_id, r.account_id, r.kind, r.pool, r.attempt, r.token, NULL::text
            FROM release_work(release_pools[place], windows[place], identity_patience) r;
        END IF;
    END LOOP;
END $$;

GRANT EXECUTE ON FUNCTION has_room TO xavira_work;
