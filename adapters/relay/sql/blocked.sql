SELECT likeness::text, mirrored::text FROM blocked_pictures LIMIT %(limit)s;
