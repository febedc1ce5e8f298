SELECT work_id, account_id, kind, attempt, state FROM dispatch_queue
WHERE (state <> 'started' AND deadline_at < now())
   OR (state = 'started' AND started_at < now() - %(render_limit)s::interval)
ORDER BY deadline_at NULLS LAST LIMIT %(limit)s;
