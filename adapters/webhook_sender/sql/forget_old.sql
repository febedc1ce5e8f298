-- Deliveries and attempts are kept for as long as they can be replayed.
WITH old AS (
    DELETE FROM webhook_deliveries WHERE delivery_id IN (
        SELECT delivery_id FROM webhook_deliveries
        WHERE created_at < now() - %(age)s AND state <> 'sending'
        ORDER BY created_at LIMIT %(limit)s
    )
    RETURNING delivery_id
)
DELETE FROM webhook_attempts AS attempt USING old WHERE attempt.delivery_id = old.delivery_id;
