SELECT number, origin FROM audit_origins ORDER BY number
