-- name: add
INSERT INTO standings (account_id, position, livemode, tier, status, opened_at, changed_at)
VALUES (%(account_id)s, %(position)s, %(livemode)s, %(tier)s, %(status)s, %(opened_at)s,
    %(changed_at)s);

-- name: change
-- An erased account stays erased, whatever is said of it afterwards.
UPDATE standings
SET tier = coalesce(%(tier)s, tier),
    status = CASE WHEN status = 'erased' THEN status ELSE coalesce(%(status)s, status) END,
    changed_at = %(changed_at)s
WHERE account_id = %(account_id)s;

-- name: list
SELECT account_id, position, livemode, tier, status, opened_at, changed_at
FROM standings
WHERE position < %(cursor)s
    AND (%(tier)s::text IS NULL OR tier = %(tier)s::text)
    AND (%(status)s::text IS NULL OR status = %(status)s::text)
ORDER BY position DESC LIMIT %(limit)s;

-- name: one
SELECT account_id, position, livemode, tier, status, opened_at, changed_at
FROM standings WHERE account_id = %(account_id)s;
