DELETE FROM dispatch_turns t USING dispatch_pools p WHERE p.pool = t.pool AND t.turn <= p.virtual_time;
