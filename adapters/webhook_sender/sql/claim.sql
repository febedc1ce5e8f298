-- Takes what is due for the locked routes and writes down every attempt before it is made. To an
-- endpoint that is failing only one at a time goes out.
WITH room AS (
    SELECT endpoint_id,
        CASE WHEN failing_since IS NULL THEN %(together)s ELSE 1 END - (
            SELECT count(*) FROM webhook_deliveries AS open
            WHERE open.endpoint_id = locked.endpoint_id AND open.state = 'sending'
        ) AS free
    FROM webhook_routes AS locked WHERE endpoint_id = ANY(%(endpoint_ids)s::uuid[])
), chosen AS (
    SELECT due.delivery_id FROM room CROSS JOIN LATERAL (
        SELECT delivery_id FROM webhook_deliveries
        WHERE endpoint_id = room.endpoint_id AND state = 'waiting' AND next_attempt_at <= now()
        ORDER BY next_attempt_at LIMIT greatest(room.free, 0)
        FOR UPDATE SKIP LOCKED
    ) AS due
    LIMIT %(room)s
), taken AS (
    UPDATE webhook_deliveries AS delivery
    SET state = 'sending', next_attempt_at = NULL, lease_until = now() + %(lease)s,
        tries = delivery.tries + 1, attempts = delivery.attempts + 1
    FROM chosen WHERE delivery.delivery_id = chosen.delivery_id
    RETURNING delivery.delivery_id, delivery.message_id, delivery.endpoint_id,
        delivery.account_id, delivery.type, delivery.subject_id, delivery.sequence,
        delivery.facts, delivery.occurred_at, delivery.tries, delivery.attempts
), noted AS (
    INSERT INTO webhook_attempts (delivery_id, number, started_at)
    SELECT delivery_id, attempts, now() FROM taken
)
SELECT taken.delivery_id, taken.message_id, taken.endpoint_id, taken.account_id, taken.type,
    taken.subject_id, taken.sequence, taken.facts, taken.occurred_at, taken.tries, taken.attempts,
    route.sealed AS address, route.failing_since IS NOT NULL AS failing, now() AS started_at,
    ARRAY(
        SELECT secret.sealed
        FROM jsonb_array_elements(route.secrets) WITH ORDINALITY AS listed (named, place)
        JOIN webhook_secrets AS secret ON secret.secret_id = (listed.named ->> 'secret_id')::uuid
        WHERE coalesce((listed.named ->> 'ends_at')::timestamptz > now(), true)
        ORDER BY listed.place
    ) AS secrets
FROM taken JOIN webhook_routes AS route USING (endpoint_id);
