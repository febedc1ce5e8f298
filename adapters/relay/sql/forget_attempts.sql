DELETE FROM attempts a
WHERE a.released_at < now() - %(age)s::interval
  AND NOT EXISTS (SELECT FROM dispatch_queue q WHERE q.work_id = a.work_id);
