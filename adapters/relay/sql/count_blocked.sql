SELECT count(*) FROM (SELECT FROM blocked_pictures LIMIT %(limit)s) AS counted;
