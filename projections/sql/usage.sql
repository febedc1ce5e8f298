-- name: open
SELECT generation_id, account_id, day, kind, price, key_id, character_id, model_id, end_user, tags
FROM usage_open WHERE generation_id = ANY (%(generation_ids)s::uuid[]);

-- name: add
INSERT INTO usage_slices AS held
    (account_id, dimension, day, value, labeled_by, images, videos, completed, refunded,
     credits_charged, credits_refunded)
SELECT * FROM unnest(
    %(account_id)s::uuid[], %(dimension)s::text[], %(day)s::date[], %(value)s::text[],
    %(labeled_by)s::uuid[], %(images)s::bigint[], %(videos)s::bigint[], %(completed)s::bigint[],
    %(refunded)s::bigint[], %(credits_charged)s::bigint[], %(credits_refunded)s::bigint[]
)
ON CONFLICT (account_id, dimension, day, value) DO UPDATE
SET images = held.images + excluded.images,
    videos = held.videos + excluded.videos,
    completed = held.completed + excluded.completed,
    refunded = held.refunded + excluded.refunded,
    credits_charged = held.credits_charged + excluded.credits_charged,
    credits_refunded = held.credits_refunded + excluded.credits_refunded;

-- name: add_open
COPY usage_open
    (generation_id, account_id, day, kind, price, key_id, character_id, model_id, end_user, tags)
FROM STDIN;

-- name: relabel
UPDATE usage_open SET end_user = %(end_user)s::bytea, tags = %(tags)s::bytea[]
WHERE generation_id = %(generation_id)s;

-- name: end
DELETE FROM usage_open WHERE generation_id = ANY (%(generation_ids)s::uuid[]);

-- name: by_day
SELECT day::text AS value, NULL::uuid AS labeled_by,
    sum(images)::bigint AS images, sum(videos)::bigint AS videos,
    sum(completed)::bigint AS completed, sum(refunded)::bigint AS refunded,
    sum(credits_charged)::bigint AS credits_charged,
    sum(credits_refunded)::bigint AS credits_refunded
FROM usage_slices
WHERE account_id = %(account_id)s AND dimension = %(dimension)s
    AND day BETWEEN %(since)s AND %(until)s AND day::text > %(after)s
GROUP BY day ORDER BY day LIMIT %(limit)s;

-- name: by_value
SELECT value, (array_agg(labeled_by ORDER BY day))[1] AS labeled_by,
    sum(images)::bigint AS images, sum(videos)::bigint AS videos,
    sum(completed)::bigint AS completed, sum(refunded)::bigint AS refunded,
    sum(credits_charged)::bigint AS credits_charged,
    sum(credits_refunded)::bigint AS credits_refunded
FROM usage_slices
WHERE account_id = %(account_id)s AND dimension = %(dimension)s
    AND day BETWEEN %(since)s AND %(until)s AND value > %(after)s
GROUP BY value ORDER BY value LIMIT %(limit)s;

-- name: claims
SELECT generation_id, sealed FROM generations
WHERE generation_id = ANY (%(generation_ids)s::uuid[]);
