INSERT INTO audit_keys (line, number) VALUES (%(line)s, %(number)s) ON CONFLICT DO NOTHING
