-- name: checkpoint
SELECT position FROM reaction_checkpoints WHERE name = %(name)s;

-- name: move_checkpoint
INSERT INTO reaction_checkpoints AS c (name, position) VALUES (%(name)s, %(position)s)
ON CONFLICT (name) DO UPDATE SET position = excluded.position
WHERE c.position < excluded.position;

-- name: any_route
SELECT FROM webhook_routes LIMIT 1;

-- name: routed_accounts
SELECT DISTINCT account_id, low_credits
FROM webhook_routes LEFT JOIN accounts USING (account_id)
WHERE account_id = ANY(%(account_ids)s::uuid[]);

-- name: routes
SELECT endpoint_id, account_id, event_types, enabled FROM webhook_routes
WHERE account_id = ANY(%(account_ids)s::uuid[])
ORDER BY endpoint_id FOR UPDATE;

-- name: deliver
WITH added AS (
    INSERT INTO webhook_deliveries
        (delivery_id, message_id, endpoint_id, account_id, type, subject_id, position, sequence,
         facts, occurred_at, state, next_attempt_at)
    SELECT delivery_id, message_id, endpoint_id, account_id, type, subject_id, position, sequence,
        facts, occurred_at, CASE WHEN enabled THEN 'waiting' ELSE 'held' END,
        CASE WHEN enabled THEN now() END
    FROM unnest(
        %(delivery_ids)s::uuid[], %(message_ids)s::uuid[], %(endpoint_ids)s::uuid[],
        %(enabled)s::boolean[], %(account_ids)s::uuid[], %(types)s::text[],
        %(subject_ids)s::uuid[], %(positions)s::bigint[], %(sequences)s::bigint[],
        %(facts)s::bytea[], %(times)s::timestamptz[]
    ) AS new (delivery_id, message_id, endpoint_id, enabled, account_id, type, subject_id, position,
        sequence, facts, occurred_at)
    ORDER BY position
    ON CONFLICT (delivery_id) DO NOTHING
    RETURNING endpoint_id, state
), due AS (
    UPDATE webhook_routes AS route SET due_at = least(route.due_at, now())
    FROM (SELECT DISTINCT endpoint_id FROM added WHERE state = 'waiting') AS woken
    WHERE route.endpoint_id = woken.endpoint_id
)
SELECT FROM added;

-- name: levels
SELECT subject, level FROM webhook_levels WHERE account_id = %(account_id)s;

-- name: note_levels
INSERT INTO webhook_levels (account_id, subject, level)
SELECT %(account_id)s, subject, level
FROM unnest(%(subjects)s::text[], %(levels)s::text[]) AS new (subject, level)
ON CONFLICT (account_id, subject) DO UPDATE SET level = excluded.level;

-- name: lock_route
SELECT FROM webhook_routes WHERE endpoint_id = %(endpoint_id)s FOR UPDATE;

-- name: add_route
INSERT INTO webhook_routes
    (endpoint_id, account_id, position, sealed, event_types, secrets, enabled)
VALUES (%(endpoint_id)s, %(account_id)s, %(position)s, %(sealed)s, %(event_types)s::text[],
    %(secrets)s::jsonb, %(enabled)s)
ON CONFLICT (endpoint_id) DO NOTHING;

-- name: change_route
UPDATE webhook_routes
SET sealed = %(sealed)s, event_types = %(event_types)s::text[], secrets = %(secrets)s::jsonb,
    failing_since = CASE WHEN enabled = %(enabled)s THEN failing_since END, enabled = %(enabled)s
WHERE endpoint_id = %(endpoint_id)s;

-- name: hold
UPDATE webhook_deliveries SET state = 'held', next_attempt_at = NULL
WHERE endpoint_id = %(endpoint_id)s AND state = 'waiting';

-- name: delete_attempts
DELETE FROM webhook_attempts AS attempt USING webhook_deliveries AS delivery
WHERE delivery.endpoint_id = %(endpoint_id)s AND attempt.delivery_id = delivery.delivery_id;

-- name: delete_deliveries
DELETE FROM webhook_deliveries WHERE endpoint_id = %(endpoint_id)s;

-- name: delete_secrets
DELETE FROM webhook_secrets WHERE endpoint_id = %(endpoint_id)s;

-- name: delete_old_secrets
-- One that is not known may be younger than what was read of the log; a week is the longest overlap.
DELETE FROM webhook_secrets
WHERE endpoint_id = %(endpoint_id)s AND secret_id <> ALL(%(known)s::uuid[])
    AND created_at < now() - interval '8 days';

-- name: delete_route
DELETE FROM webhook_routes WHERE endpoint_id = %(endpoint_id)s;

-- name: forget_attempts
DELETE FROM webhook_attempts AS attempt USING webhook_deliveries AS delivery
WHERE delivery.account_id = %(account_id)s AND attempt.delivery_id = delivery.delivery_id;

-- name: forget_deliveries
DELETE FROM webhook_deliveries WHERE account_id = %(account_id)s;

-- name: forget_secrets
DELETE FROM webhook_secrets WHERE account_id = %(account_id)s;

-- name: forget_levels
DELETE FROM webhook_levels WHERE account_id = %(account_id)s;

-- name: forget_routes
DELETE FROM webhook_routes WHERE account_id = %(account_id)s;

-- name: route_ids
SELECT endpoint_id FROM webhook_routes WHERE account_id = %(account_id)s
ORDER BY position DESC LIMIT %(limit)s;

-- name: delivery
SELECT delivery_id, number, message_id, endpoint_id, account_id, type, subject_id, position,
    sequence, facts, occurred_at, state, attempts, next_attempt_at, created_at, finished_at
FROM webhook_deliveries WHERE delivery_id = %(delivery_id)s AND account_id = %(account_id)s;

-- name: list_deliveries
SELECT delivery_id, number, message_id, endpoint_id, account_id, type, subject_id, position,
    sequence, facts, occurred_at, state, attempts, next_attempt_at, created_at, finished_at
FROM webhook_deliveries
WHERE account_id = %(account_id)s AND number < %(cursor)s
    AND (%(endpoint_id)s::uuid IS NULL OR endpoint_id = %(endpoint_id)s::uuid)
    AND (%(type)s::text IS NULL OR type = %(type)s::text)
    AND (%(state)s::text IS NULL OR state = %(state)s::text)
ORDER BY number DESC LIMIT %(limit)s;

-- name: attempts
SELECT number, started_at, milliseconds, outcome, status, signature, sealed_reply
FROM webhook_attempts WHERE delivery_id = %(delivery_id)s
ORDER BY number DESC LIMIT %(limit)s;

-- name: test
WITH route AS (
    SELECT endpoint_id, account_id, enabled FROM webhook_routes
    WHERE endpoint_id = %(endpoint_id)s FOR UPDATE
), added AS (
    INSERT INTO webhook_deliveries
        (delivery_id, message_id, endpoint_id, account_id, type, subject_id, position, sequence,
         facts, occurred_at, state, next_attempt_at)
    SELECT %(delivery_id)s, %(message_id)s, endpoint_id, account_id, 'webhook.test', endpoint_id, 0,
        0, %(facts)s, now(), CASE WHEN enabled THEN 'waiting' ELSE 'held' END,
        CASE WHEN enabled THEN now() END
    FROM route
    ON CONFLICT (delivery_id) DO NOTHING
    RETURNING endpoint_id, state
), due AS (
    UPDATE webhook_routes AS changed SET due_at = least(changed.due_at, now())
    FROM added WHERE changed.endpoint_id = added.endpoint_id AND added.state = 'waiting'
)
SELECT endpoint_id FROM added;

-- name: replay
WITH route AS (
    SELECT endpoint_id FROM webhook_routes
    WHERE endpoint_id = %(endpoint_id)s AND enabled FOR UPDATE
), chosen AS (
    SELECT delivery.delivery_id FROM webhook_deliveries AS delivery, route
    WHERE delivery.endpoint_id = route.endpoint_id
        AND delivery.account_id = %(account_id)s
        AND (%(delivery_id)s::uuid IS NULL OR delivery.delivery_id = %(delivery_id)s::uuid)
        AND delivery.created_at >= %(since)s AND delivery.created_at < %(until)s
        AND delivery.number > %(after)s
        AND delivery.state = ANY(%(states)s::text[])
    ORDER BY delivery.number LIMIT %(limit)s
    FOR UPDATE OF delivery
), again AS (
    UPDATE webhook_deliveries AS delivery
    SET state = 'waiting', tries = 0, next_attempt_at = now(), finished_at = NULL
    FROM chosen WHERE delivery.delivery_id = chosen.delivery_id
    RETURNING delivery.number
), due AS (
    UPDATE webhook_routes AS changed SET due_at = least(changed.due_at, now())
    FROM route WHERE changed.endpoint_id = route.endpoint_id
)
SELECT count(*) AS replayed, coalesce(max(number), 0) AS last FROM again;
