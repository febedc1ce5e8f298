-- Where no consumer is live nobody could have spoken, so silence means nothing.
UPDATE dispatch_queue SET seen_at = now() WHERE state <> 'queued' AND NOT pool = ANY (%(pools)s);
