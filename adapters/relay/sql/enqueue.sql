-- Work that is in the queue already stays as it is. The deadline runs from now, not from the
-- request: time without a dispatcher does not count.
INSERT INTO dispatch_queue
    (work_id, account_id, kind, pool, position, character_id, deadline_at)
SELECT work_id, account_id, kind, pool, position, character_id, now() + patience
FROM unnest(
    %(work_ids)s::uuid[], %(account_ids)s::uuid[], %(kinds)s::text[], %(pools)s::text[],
    %(positions)s::bigint[], %(character_ids)s::uuid[], %(patiences)s::interval[]
) AS new (work_id, account_id, kind, pool, position, character_id, patience)
ON CONFLICT (work_id) DO NOTHING;
