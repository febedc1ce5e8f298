-- What a pool has in flight, what its consumers can do at once, and its virtual time.
SELECT (SELECT count(*) FROM dispatch_queue WHERE pool = %(pool)s AND state <> 'queued'),
       coalesce((SELECT slots FROM dispatch_pools WHERE pool = %(pool)s), 0),
       coalesce((SELECT virtual_time FROM dispatch_pools WHERE pool = %(pool)s), 0);
