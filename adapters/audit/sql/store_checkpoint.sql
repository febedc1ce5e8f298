INSERT INTO audit_checkpoints (number, tree_size, root, note)
VALUES (%(number)s, %(size)s, %(root)s, %(note)s) ON CONFLICT DO NOTHING
