-- name: add
COPY generations
    (generation_id, position, changed_position, livemode, kind, status, character_id, model_id,
     source_generation_id, seed, width, height, format, seconds, price, refunded, sealed,
     enhancement_version, created_at, started_at, finished_at, reason, category, output_key,
     poster_key, identity_score, account_id, key_id, policy_version, deadline_at, attempt,
     media_type, engine_seconds, output_deleted)
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

-- name: label
INSERT INTO generation_labels (account_id, label, position, generation_id)
SELECT generation.account_id, labeled.label, generation.position, generation.generation_id
FROM unnest(%(generation_ids)s::uuid[], %(labels)s::bytea[]) AS labeled (generation_id, label)
JOIN generations AS generation ON generation.generation_id = labeled.generation_id
ORDER BY 1, 2, 3;

-- name: list
SELECT generation.generation_id, generation.position, changed_position, livemode, kind, status,
    character_id, model_id, source_generation_id, seed, width, height, format, seconds, price,
    refunded, sealed, enhancement_version, created_at, started_at, finished_at, reason, category,
    output_key, poster_key, identity_score
FROM generations AS generation
WHERE account_id = %(account_id)s AND position < %(cursor)s
ORDER BY generation.position DESC LIMIT %(limit)s;

-- name: list_filtered
SELECT generation.generation_id, generation.position, changed_position, livemode, kind, status,
    character_id, model_id, source_generation_id, seed, width, height, format, seconds, price,
    refunded, sealed, enhancement_version, created_at, started_at, finished_at, reason, category,
    output_key, poster_key, identity_score
FROM generations AS generation
WHERE account_id = %(account_id)s AND position < %(cursor)s
    AND (%(character_id)s::uuid IS NULL OR character_id = %(character_id)s::uuid)
    AND (%(kind)s::text IS NULL OR kind = %(kind)s::text)
    AND (%(status)s::text IS NULL OR status = %(status)s::text)
    AND (%(created_from)s::timestamptz IS NULL OR generation.position >= (
        SELECT position FROM generations
        WHERE account_id = %(account_id)s AND created_at >= %(created_from)s
        ORDER BY created_at, position LIMIT 1))
    AND (%(created_before)s::timestamptz IS NULL OR generation.position < coalesce((
        SELECT position FROM generations
        WHERE account_id = %(account_id)s AND created_at >= %(created_before)s
        ORDER BY created_at, position LIMIT 1), 9223372036854775807))
ORDER BY generation.position DESC LIMIT %(limit)s;

-- name: list_of_character
SELECT generation.generation_id, generation.position, changed_position, livemode, kind, status,
    character_id, model_id, source_generation_id, seed, width, height, format, seconds, price,
    refunded, sealed, enhancement_version, created_at, started_at, finished_at, reason, category,
    output_key, poster_key, identity_score
FROM generations AS generation
WHERE character_id = %(character_id)s AND account_id = %(account_id)s AND position < %(cursor)s
    AND (%(character_id)s::uuid IS NULL OR character_id = %(character_id)s::uuid)
    AND (%(kind)s::text IS NULL OR kind = %(kind)s::text)
    AND (%(status)s::text IS NULL OR status = %(status)s::text)
    AND (%(created_from)s::timestamptz IS NULL OR generation.position >= (
        SELECT position FROM generations
        WHERE account_id = %(account_id)s AND created_at >= %(created_from)s
        ORDER BY created_at, position LIMIT 1))
    AND (%(created_before)s::timestamptz IS NULL OR generation.position < coalesce((
        SELECT position FROM generations
        WHERE account_id = %(account_id)s AND created_at >= %(created_before)s
        ORDER BY created_at, position LIMIT 1), 9223372036854775807))
ORDER BY generation.position DESC LIMIT %(limit)s;

-- name: list_labeled
SELECT generation.generation_id, generation.position, changed_position, livemode, kind, status,
    character_id, model_id, source_generation_id, seed, width, height, format, seconds, price,
    refunded, sealed, enhancement_version, created_at, started_at, finished_at, reason, category,
    output_key, poster_key, identity_score
FROM generation_labels AS labeled
JOIN generations AS generation ON generation.generation_id = labeled.generation_id
WHERE labeled.account_id = %(account_id)s AND labeled.label = %(label)s::bytea
    AND labeled.position < %(cursor)s
    AND NOT EXISTS (
        SELECT FROM unnest(%(labels)s::bytea[]) AS wanted (label)
        WHERE NOT EXISTS (
            SELECT FROM generation_labels AS has
            WHERE has.account_id = %(account_id)s AND has.label = wanted.label
                AND has.position = labeled.position))
    AND (%(character_id)s::uuid IS NULL OR character_id = %(character_id)s::uuid)
    AND (%(kind)s::text IS NULL OR kind = %(kind)s::text)
    AND (%(status)s::text IS NULL OR status = %(status)s::text)
    AND (%(created_from)s::timestamptz IS NULL OR labeled.position >= (
        SELECT position FROM generations
        WHERE account_id = %(account_id)s AND created_at >= %(created_from)s
        ORDER BY created_at, position LIMIT 1))
    AND (%(created_before)s::timestamptz IS NULL OR labeled.position < coalesce((
        SELECT position FROM generations
        WHERE account_id = %(account_id)s AND created_at >= %(created_before)s
        ORDER BY created_at, position LIMIT 1), 9223372036854775807))
ORDER BY labeled.position DESC LIMIT %(limit)s;

-- name: made_output
SELECT finished_at FROM generations
WHERE output_key IS NOT NULL AND substr(output_key, 38, 64) = %(sha256)s
UNION ALL
SELECT finished_at FROM generations
WHERE poster_key IS NOT NULL AND substr(poster_key, 38, 64) = %(sha256)s
LIMIT 1;
