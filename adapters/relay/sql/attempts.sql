-- Of each result whose attempt was released with its token: which attempt is the newest one, whose
-- work it is while it is open, and whether what it drew looks like a picture that was taken down,
-- mirrored or not.
SELECT k.place, (SELECT max(n.attempt) FROM attempts n WHERE n.work_id = k.work_id) AS newest,
       q.account_id, q.kind,
       k.likeness IS NOT NULL AND EXISTS (
           SELECT FROM blocked_pictures b
           WHERE bit_count(b.likeness # k.likeness::bit(256)) <= %(alike_bits_max)s
               OR bit_count(b.mirrored # k.likeness::bit(256)) <= %(alike_bits_max)s
       ) AS removed
FROM unnest(%(work_ids)s::uuid[], %(attempts)s::integer[], %(tokens)s::text[],
            %(likenesses)s::text[])
    WITH ORDINALITY AS k (work_id, attempt, token, likeness, place)
CROSS JOIN LATERAL (
    SELECT FROM attempts a
    WHERE a.work_id = k.work_id AND a.attempt = k.attempt AND a.token = k.token LIMIT 1
) released
LEFT JOIN LATERAL (
    SELECT d.account_id, d.kind FROM dispatch_queue d WHERE d.work_id = k.work_id LIMIT 1
) q ON true;
