-- Whether this attempt was released with this token, which attempt is the newest one, and whose work
-- it is while it is open.
SELECT (SELECT max(n.attempt) FROM attempts n WHERE n.work_id = a.work_id) AS newest,
       q.account_id, q.kind
FROM attempts a LEFT JOIN dispatch_queue q ON q.work_id = a.work_id
WHERE a.work_id = %(work_id)s AND a.attempt = %(attempt)s AND a.token = %(token)s;
