INSERT INTO dispatch_pools (pool, slots) VALUES (%(pool)s, %(slots)s)
ON CONFLICT (pool) DO UPDATE SET slots = excluded.slots;
