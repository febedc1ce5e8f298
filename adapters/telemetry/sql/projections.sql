SELECT checkpoint.name, greatest(0, head.position - checkpoint.position),
       coalesce(greatest(0, extract(epoch FROM now() - next.recorded_at)), 0),
       (checkpoint.state = 'stopped')::integer
FROM projection_checkpoints AS checkpoint
CROSS JOIN (SELECT coalesce(max(notification_id), 0) FROM stored_events) AS head (position)
LEFT JOIN stored_events AS next ON next.notification_id = checkpoint.position + 1;
