-- Since when each endpoint has been failing; one success forgives everything before it.
UPDATE webhook_routes AS route
SET failing_since = CASE WHEN seen.succeeded THEN NULL ELSE coalesce(route.failing_since, now()) END
FROM unnest(%(endpoint_ids)s::uuid[], %(succeeded)s::boolean[]) AS seen (endpoint_id, succeeded)
WHERE route.endpoint_id = seen.endpoint_id
    AND (seen.succeeded IS DISTINCT FROM (route.failing_since IS NULL))
RETURNING route.endpoint_id;
