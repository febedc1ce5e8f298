DELETE FROM removals WHERE generation_id = %(generation_id)s;
