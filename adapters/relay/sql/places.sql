-- Where several pieces of work stand, whichever their pools: see place.sql.
WITH mine AS (
    SELECT work_id, pool, state, kind FROM dispatch_queue WHERE work_id = ANY(%(work_ids)s)
), tagged AS (
    SELECT q.work_id, q.pool, q.position,
           greatest(coalesce(t.turn, 0), coalesce(p.virtual_time, 0))
           + (row_number() OVER (PARTITION BY q.pool, q.account_id ORDER BY q.position) - 1)
             ::double precision / coalesce(a.weight, 1) AS starts
    FROM dispatch_queue q
    LEFT JOIN dispatch_pools p ON p.pool = q.pool
    LEFT JOIN dispatch_turns t ON t.pool = q.pool AND t.account_id = q.account_id
    LEFT JOIN account_weights a ON a.account_id = q.account_id
    WHERE q.pool IN (SELECT pool FROM mine) AND q.state = 'queued'
), placed AS (
    SELECT work_id, row_number() OVER (PARTITION BY pool ORDER BY starts, position) AS place
    FROM tagged
), pools AS (
    SELECT pool, count(*) FILTER (WHERE state <> 'queued') AS in_flight,
           count(*) FILTER (WHERE state = 'queued') AS queued
    FROM dispatch_queue WHERE pool IN (SELECT pool FROM mine) GROUP BY pool
)
SELECT m.work_id, m.state, m.kind, coalesce(p.place, 0), s.in_flight, coalesce(d.slots, 0),
       m.pool, s.queued
FROM mine m
JOIN pools s ON s.pool = m.pool
LEFT JOIN placed p ON p.work_id = m.work_id
LEFT JOIN dispatch_pools d ON d.pool = m.pool;
