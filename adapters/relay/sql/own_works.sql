-- Several pieces of work, and how many are queued before each by its own account.
SELECT m.work_id, m.pool, m.state, m.kind, m.account_id,
       (SELECT count(*) FROM dispatch_queue q
        WHERE q.pool = m.pool AND q.account_id = m.account_id AND q.state = 'queued'
            AND q.position < m.position)
FROM dispatch_queue m WHERE m.work_id = ANY(%(work_ids)s);
