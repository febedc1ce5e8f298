-- Open work of accounts on hold, oldest first. An identity costs nothing and may finish.
SELECT q.work_id, q.account_id, q.kind, q.attempt, q.position
FROM account_holds h JOIN dispatch_queue q ON q.account_id = h.account_id
WHERE q.kind <> 'identity' AND q.position > %(after)s
ORDER BY q.position LIMIT %(limit)s;
