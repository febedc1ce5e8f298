-- What waits is found by its deadline, what is in flight is little.
SELECT work_id, account_id, kind, attempt, state
FROM (
    SELECT work_id, account_id, kind, attempt, state, deadline_at FROM dispatch_queue
    WHERE state = 'queued' AND deadline_at < now()
    UNION ALL
    SELECT work_id, account_id, kind, attempt, state, deadline_at FROM dispatch_queue
    WHERE state <> 'queued' AND CASE state
        WHEN 'released' THEN deadline_at < now()
        ELSE started_at < now() - %(render_limit)s::interval
    END
) AS late
ORDER BY deadline_at NULLS LAST LIMIT %(limit)s;
