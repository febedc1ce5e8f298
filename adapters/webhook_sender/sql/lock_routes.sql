SELECT endpoint_id FROM webhook_routes
WHERE endpoint_id = ANY(%(endpoint_ids)s::uuid[])
ORDER BY endpoint_id FOR UPDATE;
