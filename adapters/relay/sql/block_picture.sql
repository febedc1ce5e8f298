INSERT INTO blocked_pictures (generation_id, likeness, mirrored)
VALUES (%(generation_id)s, %(likeness)s::bit(256), %(mirrored)s::bit(256))
ON CONFLICT (generation_id) DO NOTHING;
