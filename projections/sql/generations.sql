-- name: add
COPY generations
    (generation_id, account_id, position, changed_position, livemode, kind, status, character_id,
     model_id, source_generation_id, seed, width, height, format, seconds, price, refunded, key_id,
     sealed, enhancement_version, policy_version, deadline_at, attempt, reason, category,
     output_key, poster_key, media_type, identity_score, engine_seconds, output_deleted,
     created_at, started_at, finished_at)
FROM STDIN;

-- name: change
UPDATE generations AS generation
SET changed_position = changed.position,
    status = coalesce(changed.status, generation.status),
    refunded = CASE WHEN changed.refunds THEN generation.price ELSE generation.refunded END,
    attempt = coalesce(changed.attempt, generation.attempt),
    reason = coalesce(changed.reason, generation.reason),
    category = coalesce(changed.category, generation.category),
    output_key = coalesce(changed.output_key, generation.output_key),
    poster_key = coalesce(changed.poster_key, generation.poster_key),
    media_type = coalesce(changed.media_type, generation.media_type),
    identity_score = coalesce(changed.identity_score, generation.identity_score),
    engine_seconds = coalesce(changed.engine_seconds, generation.engine_seconds),
    output_deleted = generation.output_deleted OR changed.output_deleted,
    started_at = coalesce(generation.started_at, changed.started_at),
    finished_at = coalesce(generation.finished_at, changed.finished_at)
FROM unnest(
    %(generation_id)s::uuid[], %(position)s::bigint[], %(status)s::text[], %(refunds)s::boolean[],
    %(attempt)s::integer[], %(reason)s::text[], %(category)s::text[], %(output_key)s::text[],
    %(poster_key)s::text[], %(media_type)s::text[], %(identity_score)s::double precision[],
    %(engine_seconds)s::double precision[], %(output_deleted)s::boolean[],
    %(started_at)s::timestamptz[], %(finished_at)s::timestamptz[]
) AS changed (generation_id, position, status, refunds, attempt, reason, category, output_key,
    poster_key, media_type, identity_score, engine_seconds, output_deleted, started_at, finished_at)
WHERE generation.generation_id = changed.generation_id;

-- name: list
SELECT generation_id, account_id, position, changed_position, livemode, kind, status, character_id,
    model_id, source_generation_id, seed, width, height, format, seconds, price, refunded, key_id,
    sealed, enhancement_version, policy_version, deadline_at, attempt, reason, category,
    output_key, poster_key, media_type, identity_score, engine_seconds, output_deleted,
    created_at, started_at, finished_at
FROM generations
WHERE account_id = %(account_id)s AND position < %(cursor)s
    AND (%(kind)s::text IS NULL OR kind = %(kind)s::text)
    AND (%(status)s::text IS NULL OR status = %(status)s::text)
ORDER BY position DESC LIMIT %(limit)s;

-- name: list_of_character
SELECT generation_id, account_id, position, changed_position, livemode, kind, status, character_id,
    model_id, source_generation_id, seed, width, height, format, seconds, price, refunded, key_id,
    sealed, enhancement_version, policy_version, deadline_at, attempt, reason, category,
    output_key, poster_key, media_type, identity_score, engine_seconds, output_deleted,
    created_at, started_at, finished_at
FROM generations
WHERE character_id = %(character_id)s AND account_id = %(account_id)s AND position < %(cursor)s
    AND (%(kind)s::text IS NULL OR kind = %(kind)s::text)
    AND (%(status)s::text IS NULL OR status = %(status)s::text)
ORDER BY position DESC LIMIT %(limit)s;
