-- Ground tables: facts that no event holds, so they are backed up and never rebuilt.

CREATE TABLE accounts (
    account_id    uuid PRIMARY KEY,
    email         text NOT NULL UNIQUE,
    password_hash text,
    created_at    timestamptz NOT NULL DEFAULT now()
);

-- A key's hash only authenticates; whether the key may act is decided by the account stream.
CREATE TABLE key_hashes (
    key_hash   bytea PRIMARY KEY,
    pepper     smallint NOT NULL,
    key_id     uuid NOT NULL UNIQUE,
    account_id uuid NOT NULL,
    book       text NOT NULL CHECK (book IN ('live', 'test')),
    created_at timestamptz NOT NULL DEFAULT now()
);

-- Deleting a row makes every free text of the account unreadable, in the log and everywhere else.
CREATE TABLE data_keys (
    account_id uuid PRIMARY KEY,
    wrapped    bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);

GRANT SELECT, INSERT ON accounts, key_hashes, data_keys TO xavira_api, xavira_work;
