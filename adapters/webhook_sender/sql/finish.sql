-- What came of attempts. An attempt that lost its lease to a newer one only completes its own row.
WITH ended AS (
    SELECT * FROM unnest(
        %(delivery_ids)s::uuid[], %(numbers)s::integer[], %(states)s::text[],
        %(delays)s::interval[], %(outcomes)s::text[], %(statuses)s::integer[],
        %(milliseconds)s::integer[], %(signatures)s::text[], %(replies)s::bytea[]
    ) AS e (delivery_id, number, state, delay, outcome, status, milliseconds, signature, reply)
), noted AS (
    UPDATE webhook_attempts AS attempt
    SET outcome = ended.outcome, status = ended.status, milliseconds = ended.milliseconds,
        signature = ended.signature, sealed_reply = ended.reply
    FROM ended
    WHERE attempt.delivery_id = ended.delivery_id AND attempt.number = ended.number
)
UPDATE webhook_deliveries AS delivery
SET state = CASE WHEN ended.state = 'waiting' AND NOT route.enabled THEN 'held' ELSE ended.state END,
    next_attempt_at = CASE WHEN ended.state = 'waiting' AND route.enabled
        THEN now() + ended.delay END,
    lease_until = NULL,
    finished_at = CASE WHEN ended.state <> 'waiting' THEN now() END
FROM ended, webhook_routes AS route
WHERE delivery.delivery_id = ended.delivery_id AND delivery.attempts = ended.number
    AND delivery.state = 'sending' AND route.endpoint_id = delivery.endpoint_id;
