-- To an endpoint that was disabled meanwhile nothing is sent, unless its owner asks for a replay.
UPDATE webhook_deliveries AS delivery
SET state = CASE WHEN route.enabled THEN 'waiting' ELSE 'held' END,
    next_attempt_at = CASE WHEN route.enabled THEN now() END, lease_until = NULL
FROM webhook_routes AS route
WHERE route.endpoint_id = delivery.endpoint_id
    AND delivery.endpoint_id = ANY(%(endpoint_ids)s::uuid[])
    AND delivery.state = 'sending' AND delivery.lease_until < now();
