SELECT greatest(0, extract(epoch FROM now() - newest.signed_at)),
       greatest(0, head.position - newest.tree_size)
FROM (SELECT signed_at, tree_size FROM audit_checkpoints
      ORDER BY number DESC, tree_size DESC LIMIT 1) AS newest
CROSS JOIN (SELECT coalesce(max(notification_id), 0) FROM stored_events) AS head (position);
