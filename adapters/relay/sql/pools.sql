-- Every pool that has work or ever had a consumer.
SELECT coalesce(p.pool, q.pool) AS pool,
       coalesce(q.queued, 0), coalesce(q.released, 0), coalesce(q.started, 0),
       coalesce(q.oldest_seconds, 0), coalesce(p.consumers, 0), coalesce(p.slots, 0),
       coalesce(q.images, 0), coalesce(q.videos, 0), coalesce(q.identities, 0)
FROM dispatch_pools p FULL JOIN (
    SELECT pool,
           count(*) FILTER (WHERE state = 'queued') AS queued,
           count(*) FILTER (WHERE state = 'released') AS released,
           count(*) FILTER (WHERE state = 'started') AS started,
           extract(epoch FROM now() - min(enqueued_at) FILTER (WHERE state = 'queued'))
               ::double precision AS oldest_seconds,
           count(*) FILTER (WHERE kind = 'image') AS images,
           count(*) FILTER (WHERE kind = 'video') AS videos,
           count(*) FILTER (WHERE kind = 'identity') AS identities
    FROM dispatch_queue GROUP BY pool
) q ON q.pool = p.pool
ORDER BY 1;
