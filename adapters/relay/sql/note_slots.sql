INSERT INTO dispatch_pools (pool, slots, consumers) VALUES (%(pool)s, %(slots)s, %(consumers)s)
ON CONFLICT (pool) DO UPDATE SET slots = excluded.slots, consumers = excluded.consumers;
