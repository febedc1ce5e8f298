SELECT line FROM audit_keys ORDER BY listed_at, line
