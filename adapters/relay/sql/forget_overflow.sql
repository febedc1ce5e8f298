DELETE FROM moderation_overflow WHERE account_id = %(account_id)s AND hour = %(hour)s
