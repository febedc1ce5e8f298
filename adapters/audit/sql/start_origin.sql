INSERT INTO audit_origins (number, origin, reason)
SELECT coalesce(max(number), 0) + 1, %(origin)s, %(reason)s FROM audit_origins
RETURNING number
