DELETE FROM dispatch_queue WHERE work_id = ANY (%(work_ids)s::uuid[])
RETURNING work_id, pool, state, attempt;
