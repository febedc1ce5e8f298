-- name: register
INSERT INTO projection_checkpoints (name) SELECT unnest(%(names)s::text[])
ON CONFLICT (name) DO NOTHING;

-- name: positions
SELECT name, position FROM projection_checkpoints
WHERE name = ANY(%(names)s::text[]) AND state = 'running';

-- name: lock
-- A checkpoint that is locked belongs to a rebuild just now: that projection rests meanwhile.
SELECT name, position FROM projection_checkpoints
WHERE name = ANY(%(names)s::text[]) AND state = 'running'
ORDER BY name FOR UPDATE SKIP LOCKED;

-- name: advance
UPDATE projection_checkpoints
SET position = %(position)s, updated_at = clock_timestamp()
WHERE name = %(name)s AND position < %(position)s;

-- name: stop
UPDATE projection_checkpoints
SET state = 'stopped', error = %(error)s, error_position = %(error_position)s,
    updated_at = clock_timestamp()
WHERE name = %(name)s;

-- name: restart
UPDATE projection_checkpoints
SET state = 'running', error = NULL, error_position = NULL, updated_at = clock_timestamp()
WHERE name = %(name)s AND state = 'stopped';

-- name: notify
SELECT pg_notify(%(channel)s, %(position)s::text);

-- name: head
SELECT coalesce(max(notification_id), 0) FROM stored_events;

-- name: reached
SELECT count(*) = cardinality(%(names)s::text[]) AS reached
FROM projection_checkpoints
WHERE name = ANY(%(names)s::text[]) AND position >= %(position)s;

-- name: lags
SELECT name, checkpoint.position, head.position - checkpoint.position AS lag,
    coalesce((
        SELECT greatest(0, extract(epoch FROM clock_timestamp() - recorded_at))::double precision
        FROM stored_events WHERE notification_id = checkpoint.position + 1
    ), 0) AS lag_seconds, state, error, error_position
FROM projection_checkpoints AS checkpoint,
    (SELECT coalesce(max(notification_id), 0) AS position FROM stored_events) AS head (position)
ORDER BY name;
