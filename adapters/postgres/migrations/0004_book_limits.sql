-- Requests of the current clock minute by account and policy. Nothing here is worth keeping: a
-- crash empties the table and the limits start again. Credits are never kept here.

CREATE UNLOGGED TABLE rate_windows (
    account_id   uuid   NOT NULL,
    policy       text   NOT NULL,
    window_start bigint NOT NULL, -- Unix second
    used         bigint NOT NULL CHECK (used > 0),
    PRIMARY KEY (account_id, policy, window_start)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON rate_windows TO xavira_api;
