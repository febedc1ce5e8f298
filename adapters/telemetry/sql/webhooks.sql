-- Delivered ones are history; the partial indexes answer for those that are not.
SELECT state, count(*) FROM webhook_deliveries
WHERE state IN ('waiting', 'sending') GROUP BY state;
