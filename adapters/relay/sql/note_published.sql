UPDATE dispatch_queue q SET stream_sequence = done.sequence
FROM unnest(%(work_ids)s::uuid[], %(attempts)s::integer[], %(sequences)s::bigint[])
    AS done (work_id, attempt, sequence)
WHERE q.work_id = done.work_id AND q.attempt = done.attempt;
