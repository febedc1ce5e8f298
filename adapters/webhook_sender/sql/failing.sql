SELECT endpoint_id, account_id FROM webhook_routes
WHERE endpoint_id = ANY(%(endpoint_ids)s::uuid[]) AND enabled
    AND failing_since <= now() - %(patience)s;
