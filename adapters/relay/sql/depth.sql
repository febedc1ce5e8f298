-- Work of a pool that waits for its release.
SELECT count(*) FROM dispatch_queue WHERE pool = %(pool)s AND state = 'queued';
