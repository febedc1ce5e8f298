-- name: head
SELECT notification_id, recorded_at FROM stored_events ORDER BY notification_id DESC LIMIT 1;

-- name: recorded_at
SELECT recorded_at FROM stored_events WHERE notification_id = %(position)s;

-- name: events
SELECT originator_version, topic, state FROM stored_events
WHERE originator_id = %(stream_id)s AND originator_version > %(version)s
    AND notification_id <= %(position)s
ORDER BY originator_version LIMIT %(limit)s;

-- name: completed
SELECT originator_id FROM stored_events
WHERE originator_id = ANY(%(generation_ids)s::uuid[]) AND topic = %(topic)s
    AND notification_id <= %(position)s;
