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
WHERE name = ANY(%(names)s::text[]) AND position < %(position)s;

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
SELECT name, position FROM projection_checkpoints
UNION ALL
SELECT name, position FROM reaction_checkpoints WHERE name = 'webhooks'
UNION ALL
SELECT 'log', coalesce(max(notification_id), 0) FROM stored_events;

-- name: lags
SELECT checkpoint.name, checkpoint.position, head.position AS head,
    head.position - checkpoint.position AS lag,
    coalesce(
        greatest(extract(epoch FROM clock_timestamp() - oldest.recorded_at), 0), 0
    )::double precision AS lag_seconds,
    checkpoint.state, checkpoint.error, checkpoint.error_position
FROM projection_checkpoints AS checkpoint
CROSS JOIN (SELECT coalesce(max(notification_id), 0) FROM stored_events) AS head (position)
LEFT JOIN stored_events AS oldest ON oldest.notification_id = checkpoint.position + 1
ORDER BY checkpoint.name;
