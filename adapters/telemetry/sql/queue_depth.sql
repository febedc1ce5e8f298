SELECT pool, state, count(*) FROM dispatch_queue GROUP BY pool, state;
