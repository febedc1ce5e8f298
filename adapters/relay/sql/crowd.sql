-- What each account has queued in a pool, and when its first piece is due: see place.sql.
SELECT q.account_id, q.works, greatest(coalesce(t.turn, 0), coalesce(p.virtual_time, 0)),
       coalesce(a.weight, 1)
FROM (
    SELECT account_id, count(*) AS works FROM dispatch_queue
    WHERE pool = %(pool)s AND state = 'queued' GROUP BY account_id
) AS q
LEFT JOIN dispatch_pools p ON p.pool = %(pool)s
LEFT JOIN dispatch_turns t ON t.pool = %(pool)s AND t.account_id = q.account_id
LEFT JOIN account_weights a ON a.account_id = q.account_id;
