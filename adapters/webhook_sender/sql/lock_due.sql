-- Whoever holds a route's row is the only one that claims for it, so that the limit on what is in
-- flight to one endpoint holds over all processes. Nobody waits: another one's routes are skipped.
-- Failing endpoints are left out while those that fail already take up their share of the sender.
SELECT endpoint_id FROM webhook_routes
WHERE enabled AND due_at <= now() AND (failing_since IS NULL OR %(failing_too)s)
ORDER BY due_at LIMIT %(endpoints)s
FOR UPDATE SKIP LOCKED;
