SELECT pool, slots FROM dispatch_pools;
