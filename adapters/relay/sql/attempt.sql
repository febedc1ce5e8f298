-- Whether this attempt was released with this token, which attempt is the newest one, whose work it
-- is while it is open, and whether what it drew looks like a picture that was taken down.
SELECT (SELECT max(n.attempt) FROM attempts n WHERE n.work_id = a.work_id) AS newest,
       q.account_id, q.kind,
       %(likeness)s::bit(256) IS NOT NULL AND EXISTS (
           SELECT FROM blocked_pictures b
           WHERE bit_count(b.likeness # %(likeness)s::bit(256)) <= %(alike_bits_max)s
       ) AS removed
FROM attempts a LEFT JOIN dispatch_queue q ON q.work_id = a.work_id
WHERE a.work_id = %(work_id)s AND a.attempt = %(attempt)s AND a.token = %(token)s;
