SELECT state, work_id, account_id, kind, pool, attempt, token
FROM step_dispatch(
    %(work_ids)s::uuid[], %(account_ids)s::uuid[], %(kinds)s::text[], %(pools)s::text[],
    %(positions)s::bigint[], %(character_ids)s::uuid[], %(patiences)s::interval[],
    %(ended)s::uuid[], %(followed)s::bigint,
    %(release_pools)s::text[], %(windows)s::bigint[], %(identity_patience)s::interval
);
