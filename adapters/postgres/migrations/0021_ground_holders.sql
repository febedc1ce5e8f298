-- What the holder of an account does beside its keys: signs in, proves the address, is told by mail.

-- Tell the holder when fewer credits than this are left; null is what the operator set.
ALTER TABLE accounts ADD COLUMN low_credits bigint CHECK (low_credits >= 0);
GRANT UPDATE (sealed_password_hash, low_credits) ON accounts TO xavira_api;

-- Ground: who is signed in. The token is known by its hash alone.
CREATE TABLE sessions (
    token_hash bytea PRIMARY KEY,
    session_id uuid NOT NULL UNIQUE,
    account_id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL
);

CREATE INDEX sessions_by_account ON sessions (account_id);

-- Ground: what mails carry, good once and for a while.
CREATE TABLE mail_tokens (
    token_hash bytea PRIMARY KEY,
    account_id uuid NOT NULL,
    purpose    text NOT NULL CHECK (purpose IN ('verify_email', 'reset_password')),
    expires_at timestamptz NOT NULL
);

CREATE INDEX mail_tokens_by_account ON mail_tokens (account_id);

-- Ground: mails that wait or were sent, without address and token. `due_at` is null once one was sent or
-- given up. A row may name an account that there is not: who asks for a mail learns nothing by it.
CREATE TABLE mails (
    mail_id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id uuid NOT NULL,
    kind       text NOT NULL,
    facts      jsonb NOT NULL DEFAULT '{}',
    attempts   integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT now(),
    due_at     timestamptz DEFAULT now()
);

CREATE INDEX mails_due ON mails (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX mails_by_account ON mails (account_id, kind, created_at);

-- A reaction (of the live book): what each account may spend, by the events that were followed so far.
CREATE TABLE watched_balances (
    account_id uuid PRIMARY KEY,
    available  bigint NOT NULL
);

-- An erasure that the holder asked for is done by `work`; others by whoever typed the command.
ALTER TABLE erasures ADD COLUMN by_holder boolean NOT NULL DEFAULT false;

GRANT SELECT, INSERT, DELETE ON sessions, mail_tokens TO xavira_api, xavira_work;
GRANT SELECT, INSERT ON mails TO xavira_api;
GRANT SELECT, INSERT, UPDATE, DELETE ON mails TO xavira_work;
GRANT SELECT, INSERT, UPDATE ON watched_balances TO xavira_work;
GRANT INSERT (account_id, by_holder) ON erasures TO xavira_api;
GRANT SELECT (account_id), DELETE ON sessions, mail_tokens, mails, watched_balances TO xavira_vault;

-- Windows that are over, of whoever never came back.
GRANT SELECT, DELETE ON xavira_live.rate_windows TO xavira_work;

DO $$
BEGIN
    IF current_setting('server_version_num')::integer >= 170000 THEN
        EXECUTE 'GRANT MAINTAIN ON sessions, mail_tokens, mails TO xavira_vault';
    END IF;
END $$;
