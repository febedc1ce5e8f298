-- When each of these routes is looked at next: one with no room left when an attempt ends, which
-- brings it forward, or when a lease runs out.
UPDATE webhook_routes AS route
SET due_at = CASE
    WHEN CASE WHEN route.failing_since IS NULL THEN %(together)s ELSE 1 END <= (
        SELECT count(*) FROM webhook_deliveries AS open
        WHERE open.endpoint_id = route.endpoint_id AND open.state = 'sending'
    ) THEN now() + %(lease)s
    ELSE (
        SELECT min(waiting.next_attempt_at) FROM webhook_deliveries AS waiting
        WHERE waiting.endpoint_id = route.endpoint_id AND waiting.state = 'waiting'
    )
END
WHERE route.endpoint_id = ANY(%(endpoint_ids)s::uuid[]);
