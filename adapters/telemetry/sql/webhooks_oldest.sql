SELECT coalesce(greatest(0, extract(epoch FROM now() - min(next_attempt_at))), 0)
FROM webhook_deliveries WHERE state = 'waiting';
