SELECT 1 FROM blocked_pictures WHERE generation_id = %(generation_id)s;
