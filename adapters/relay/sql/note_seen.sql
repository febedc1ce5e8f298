UPDATE dispatch_queue SET seen_at = now() WHERE work_id = ANY (%(work_ids)s::uuid[]);
