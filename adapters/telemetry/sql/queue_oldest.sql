SELECT pool, greatest(0, extract(epoch FROM now() - min(enqueued_at)))
FROM dispatch_queue WHERE state <> 'started' GROUP BY pool;
