-- API keys: what is known of one beside the log and its hash.

-- Ground: the name that its owner gave a key, sealed with the account's data key, and the minute of its
-- last use. A key without either has no row.
CREATE TABLE key_notes (
    key_id       uuid PRIMARY KEY,
    account_id   uuid NOT NULL,
    sealed_name  bytea,
    last_used_at timestamptz
) WITH (fillfactor = 80);

CREATE INDEX key_notes_by_account ON key_notes (account_id);

GRANT SELECT, INSERT, UPDATE ON key_notes TO xavira_api, xavira_work;
GRANT SELECT (account_id), DELETE ON key_notes TO xavira_vault;

-- A key that is used under an older pepper is hashed again under the newest.
GRANT UPDATE (key_hash, pepper) ON key_hashes TO xavira_api;

DO $$
BEGIN
    IF current_setting('server_version_num')::integer >= 170000 THEN
        EXECUTE 'GRANT MAINTAIN ON key_notes TO xavira_vault';
    END IF;
END $$;
