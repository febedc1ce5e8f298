SELECT state, work_id, account_id, kind, pool, attempt, token
FROM step_dispatch(
    $1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::bigint[], $6::uuid[], $7::interval[],
    $8::uuid[], $9::bigint, $10::text[], $11::bigint[], $12::interval
);
