-- Where one piece of work stands in the dispatcher's order: see release_work for the starts.
WITH mine AS (
    SELECT work_id, pool, state, kind FROM dispatch_queue WHERE work_id = %(work_id)s
), tagged AS (
    SELECT q.work_id, q.position,
           greatest(coalesce(t.turn, 0), coalesce(p.virtual_time, 0))
           + (row_number() OVER (PARTITION BY q.account_id ORDER BY q.position) - 1)::double precision
             / coalesce(a.weight, 1) AS starts
    FROM dispatch_queue q
    LEFT JOIN dispatch_pools p ON p.pool = q.pool
    LEFT JOIN dispatch_turns t ON t.pool = q.pool AND t.account_id = q.account_id
    LEFT JOIN account_weights a ON a.account_id = q.account_id
    WHERE q.pool = (SELECT pool FROM mine) AND q.state = 'queued'
), placed AS (
    SELECT work_id, row_number() OVER (ORDER BY starts, position) AS place FROM tagged
)
SELECT m.state, m.kind, coalesce(p.place, 0),
       (SELECT count(*) FROM dispatch_queue f WHERE f.pool = m.pool AND f.state <> 'queued'),
       coalesce((SELECT slots FROM dispatch_pools d WHERE d.pool = m.pool), 0),
       m.pool, (SELECT count(*) FROM placed)
FROM mine m LEFT JOIN placed p ON p.work_id = m.work_id;
