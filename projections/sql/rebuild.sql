-- name: privileges
SELECT held.grantee::regrole::text AS grantee, held.privilege_type AS privilege
FROM pg_class, aclexplode(relacl) AS held
WHERE oid = %(table)s::regclass AND held.grantee <> relowner;

-- name: try_lock
SELECT pg_try_advisory_lock(hashtextextended(%(key)s, 0)) AS locked;

-- name: lock
SELECT pg_advisory_xact_lock(hashtextextended(%(key)s, 0));

-- name: schema
SELECT FROM pg_namespace WHERE nspname = %(schema)s;

-- name: unlock
SELECT pg_advisory_unlock(hashtextextended(%(key)s, 0));

-- name: begin_shadow
INSERT INTO projection_checkpoints (name) VALUES (%(name)s) ON CONFLICT (name) DO NOTHING;

-- name: freeze
-- The live projector skips a checkpoint that is locked, so the projection rests until we commit.
SELECT position FROM projection_checkpoints WHERE name = %(name)s FOR UPDATE;

-- name: storage
SELECT option_name, option_value FROM pg_class, pg_options_to_table(reloptions)
WHERE oid = %(table)s::regclass;

-- name: shape
SELECT
    ARRAY(
        SELECT (attname, format_type(atttypid, atttypmod), attnotnull)::text FROM pg_attribute
        WHERE attrelid = to_regclass(%(table)s) AND attnum > 0 AND NOT attisdropped ORDER BY 1
    ),
    ARRAY(
        SELECT regexp_replace(pg_get_indexdef(indexrelid), ' INDEX .* USING ', ' ') FROM pg_index
        WHERE indrelid = to_regclass(%(table)s) ORDER BY 1
    );

-- name: key
SELECT attname FROM pg_index JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY(indkey)
WHERE indrelid = %(table)s::regclass AND indisprimary ORDER BY attnum;

-- name: indexes
SELECT regexp_replace(pg_get_indexdef(oid), ' INDEX .* USING ', ' '), relname
FROM pg_index JOIN pg_class ON oid = indexrelid WHERE indrelid = %(table)s::regclass;

-- name: missing_indexes
-- A key first, so that it is the constraint that it is on the live table and no mere index.
SELECT CASE
    WHEN own.oid IS NOT NULL THEN
        format('ALTER TABLE %%s ADD %%s', %(shadow)s::regclass, pg_get_constraintdef(own.oid))
    ELSE regexp_replace(
        pg_get_indexdef(indexrelid), ' INDEX .* USING ',
        format(' INDEX ON %%s USING ', %(shadow)s::regclass)
    )
END
FROM pg_index LEFT JOIN pg_constraint AS own ON own.conindid = indexrelid AND own.conrelid = indrelid
WHERE indrelid = %(live)s::regclass AND regexp_replace(
    pg_get_indexdef(indexrelid), ' INDEX .* USING ', ' '
) NOT IN (
    SELECT regexp_replace(pg_get_indexdef(indexrelid), ' INDEX .* USING ', ' ') FROM pg_index
    WHERE indrelid = %(shadow)s::regclass
)
ORDER BY own.oid IS NULL, indexrelid;
