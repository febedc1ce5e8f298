INSERT INTO bus_streams (name, created, last_sequence)
VALUES (%(name)s, %(created)s, %(last_sequence)s)
ON CONFLICT (name) DO UPDATE
SET created = excluded.created, last_sequence = excluded.last_sequence;
