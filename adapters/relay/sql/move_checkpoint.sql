INSERT INTO reaction_checkpoints AS c (name, position) VALUES (%(name)s, %(position)s)
ON CONFLICT (name) DO UPDATE SET position = excluded.position
WHERE c.position < excluded.position;
