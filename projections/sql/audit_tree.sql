-- name: edges
SELECT edge.level, edge.index, edge.hashes
FROM generate_series(0, 7) AS levels (level)
CROSS JOIN LATERAL (
    SELECT level, index, hashes FROM audit_tiles
    WHERE number = %(number)s AND level = levels.level
    ORDER BY index DESC LIMIT 1
) AS edge
ORDER BY edge.level;

-- name: write
INSERT INTO audit_tiles (number, level, index, hashes)
SELECT %(number)s, level, index, hashes
FROM unnest(%(levels)s::smallint[], %(indexes)s::bigint[], %(hashes)s::bytea[])
    AS tile (level, index, hashes)
ON CONFLICT (number, level, index) DO UPDATE SET hashes = EXCLUDED.hashes;

-- name: tiles
SELECT level, index, hashes FROM audit_tiles
WHERE number = %(number)s AND (level, index) IN (
    SELECT level, index FROM unnest(%(levels)s::smallint[], %(indexes)s::bigint[])
        AS wanted (level, index)
);

-- name: leaves
SELECT index, hashes FROM audit_tiles
WHERE number = %(number)s AND level = 0 AND index >= %(first)s AND index < %(last)s
ORDER BY index;

-- name: newest
SELECT origins.number, origins.origin, checkpoints.note
FROM audit_origins AS origins
LEFT JOIN LATERAL (
    SELECT note FROM audit_checkpoints
    WHERE number = origins.number ORDER BY tree_size DESC LIMIT 1
) AS checkpoints ON true
ORDER BY origins.number DESC LIMIT 1;

-- name: place
SELECT originator_id, originator_version,
       (extract(epoch FROM recorded_at) * 1000000)::bigint AS recorded_at, topic, state
FROM stored_events WHERE notification_id = %(position)s;
