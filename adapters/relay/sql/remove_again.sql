UPDATE removals
SET deleted_at = now(), tries = 0, due_at = now() + %(wait)s
WHERE generation_id = %(generation_id)s;
