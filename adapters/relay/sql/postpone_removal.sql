UPDATE removals
SET tries = tries + 1, due_at = now() + least(interval '5 minutes', interval '1 second' * 2 ^ least(tries, 9))
WHERE generation_id = %(generation_id)s;
