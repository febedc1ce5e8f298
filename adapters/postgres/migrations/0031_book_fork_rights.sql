-- Only the log's owner may fork it. `work` closes the gate and names the very first origin; a stolen
-- login of it could open the gate again and name another origin for the sealer to sign under.

REVOKE INSERT ON audit_origins FROM xavira_work;
REVOKE INSERT, UPDATE ON ledger_forks FROM xavira_work;
GRANT INSERT (message) ON ledger_forks TO xavira_work;

-- The body is parsed here: the caller's search path means nothing to it. Of two callers at one
-- moment the primary key refuses the later.
CREATE FUNCTION begin_origin(name text, why text) RETURNS smallint
LANGUAGE sql VOLATILE SECURITY DEFINER BEGIN ATOMIC
    INSERT INTO audit_origins (number, origin, reason)
    SELECT 1, name, why WHERE NOT EXISTS (SELECT FROM audit_origins)
    RETURNING number;
END;

REVOKE EXECUTE ON FUNCTION begin_origin FROM PUBLIC;
GRANT EXECUTE ON FUNCTION begin_origin TO xavira_work;
