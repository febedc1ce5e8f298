UPDATE dispatch_queue SET state = 'started', started_at = now(), seen_at = now()
WHERE work_id = %(work_id)s AND attempt = %(attempt)s AND state <> 'queued';
