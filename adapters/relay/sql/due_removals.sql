SELECT generation_id, deleted_at IS NOT NULL AS again
FROM removals WHERE due_at <= now() ORDER BY due_at LIMIT %(limit)s;
