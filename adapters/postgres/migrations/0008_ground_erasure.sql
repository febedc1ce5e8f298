-- Erasure: what the ground tables know of a person is sealed, and one narrow role may delete it.

-- Sealed with the account's data key, so that no page, no write-ahead log and no backup ever holds
-- it readable. An address is looked up by the account id, which is its keyed hash.
ALTER TABLE accounts ADD COLUMN sealed_email bytea;
ALTER TABLE accounts ADD COLUMN sealed_password_hash bytea;
ALTER TABLE accounts DROP COLUMN email;
ALTER TABLE accounts DROP COLUMN password_hash;
-- Writes every row anew without what was dropped.
ALTER TABLE accounts ALTER COLUMN created_at TYPE timestamptz USING created_at + interval '0';

CREATE INDEX key_hashes_by_account ON key_hashes (account_id);

-- Erasures from the wish to the end. `sequence` is set when the data key is deleted and counts such
-- deletions in the order of their commits: processes drop cached keys by reading what is new here.
CREATE TABLE erasures (
    account_id  uuid PRIMARY KEY,
    sequence    bigint UNIQUE CHECK (sequence > 0),
    asked_at    timestamptz NOT NULL DEFAULT now(),
    erased_at   timestamptz,
    finished_at timestamptz,
    CHECK ((sequence IS NULL) = (erased_at IS NULL)),
    CHECK (finished_at IS NULL OR erased_at IS NOT NULL)
);

GRANT SELECT ON erasures TO xavira_api, xavira_work;

GRANT SELECT (account_id), DELETE ON accounts, key_hashes, data_keys TO xavira_vault;
GRANT SELECT, INSERT, UPDATE ON erasures TO xavira_vault;

-- VACUUM after the deletion, where the server can allow it to somebody who is not the owner.
DO $$
BEGIN
    IF current_setting('server_version_num')::integer >= 170000 THEN
        EXECUTE 'GRANT MAINTAIN ON accounts, key_hashes, data_keys TO xavira_vault';
    END IF;
END $$;
