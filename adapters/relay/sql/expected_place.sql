-- Where a piece of work of an account would stand if it were enqueued now: see place.sql.
WITH mine AS (
    SELECT greatest(coalesce(t.turn, 0), coalesce(p.virtual_time, 0))
           + (SELECT count(*) FROM dispatch_queue q
              WHERE q.pool = %(pool)s AND q.account_id = %(account_id)s AND q.state = 'queued'
             )::double precision / coalesce(a.weight, 1) AS starts
    FROM (SELECT) AS one
    LEFT JOIN dispatch_pools p ON p.pool = %(pool)s
    LEFT JOIN dispatch_turns t ON t.pool = %(pool)s AND t.account_id = %(account_id)s
    LEFT JOIN account_weights a ON a.account_id = %(account_id)s
), tagged AS (
    SELECT greatest(coalesce(t.turn, 0), coalesce(p.virtual_time, 0))
           + (row_number() OVER (PARTITION BY q.account_id ORDER BY q.position) - 1)::double precision
             / coalesce(a.weight, 1) AS starts
    FROM dispatch_queue q
    LEFT JOIN dispatch_pools p ON p.pool = q.pool
    LEFT JOIN dispatch_turns t ON t.pool = q.pool AND t.account_id = q.account_id
    LEFT JOIN account_weights a ON a.account_id = q.account_id
    WHERE q.pool = %(pool)s AND q.state = 'queued'
)
SELECT 'queued', %(kind)s::text,
       1 + (SELECT count(*) FROM tagged t WHERE t.starts <= (SELECT starts FROM mine)),
       (SELECT count(*) FROM dispatch_queue f WHERE f.pool = %(pool)s AND f.state <> 'queued'),
       coalesce((SELECT slots FROM dispatch_pools d WHERE d.pool = %(pool)s), 0),
       %(pool)s::text, 1 + (SELECT count(*) FROM tagged);
