-- name: add
INSERT INTO appeals (appeal_id, position, account_id, end_user, status, received_at)
VALUES (%(appeal_id)s, %(position)s, %(account_id)s, %(end_user)s, 'open', %(received_at)s);

-- name: decide
UPDATE appeals SET status = %(status)s, actor = %(actor)s, decided_at = %(decided_at)s
WHERE appeal_id = %(appeal_id)s;

-- name: list
SELECT appeal_id, position, account_id, end_user, status, actor, received_at, decided_at
FROM appeals
WHERE position > %(cursor)s AND (%(status)s::text IS NULL OR status = %(status)s::text)
ORDER BY position LIMIT %(limit)s;
