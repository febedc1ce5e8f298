UPDATE dispatch_queue SET seen_at = now(), silences = 0 WHERE work_id = ANY (%(work_ids)s::uuid[]);
