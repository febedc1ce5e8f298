UPDATE webhook_deliveries
SET state = 'waiting', next_attempt_at = now(), lease_until = NULL
WHERE endpoint_id = ANY(%(endpoint_ids)s::uuid[]) AND state = 'sending' AND lease_until < now();
