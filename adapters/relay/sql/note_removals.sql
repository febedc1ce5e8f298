INSERT INTO removals (generation_id) SELECT unnest(%(generation_ids)s::uuid[])
ON CONFLICT (generation_id) DO NOTHING;
