-- A cache: which trace asked for a piece of work, noted while traces are on and forgotten after a
-- day. It names no account, may be emptied at any time, and is gone after a crash.
CREATE UNLOGGED TABLE trace_parents (
    work_id     uuid PRIMARY KEY,
    traceparent text NOT NULL CHECK (length(traceparent) <= 64),
    noted_at    timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX trace_parents_by_age ON trace_parents (noted_at);

GRANT INSERT ON trace_parents TO xavira_api;
GRANT SELECT, DELETE ON trace_parents TO xavira_work;
