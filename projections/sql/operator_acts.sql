-- name: add
INSERT INTO operator_acts
    (act_id, position, act, subject_id, sealed_for, actor, reason, recorded_at)
VALUES (%(act_id)s, %(position)s, %(act)s, %(subject_id)s, %(sealed_for)s, %(actor)s, %(reason)s,
    %(recorded_at)s);

-- name: list
SELECT act_id, position, act, subject_id, sealed_for, actor, reason, recorded_at
FROM operator_acts
WHERE position < %(cursor)s
    AND (%(sealed_for)s::uuid IS NULL OR sealed_for = %(sealed_for)s::uuid)
    AND (%(act)s::text IS NULL OR act = %(act)s::text)
ORDER BY position DESC LIMIT %(limit)s;
