SELECT generation_id FROM removals WHERE due_at <= now() ORDER BY due_at LIMIT %(limit)s;
