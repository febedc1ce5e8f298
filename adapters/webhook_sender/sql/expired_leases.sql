-- Attempts of a sender that is gone: nobody knows what came of them, so they are made again.
SELECT DISTINCT endpoint_id FROM webhook_deliveries
WHERE state = 'sending' AND lease_until < now();
