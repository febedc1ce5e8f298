-- What operators do and look after: holds and removals on their way, reports, and who stands how.

-- A reaction: accounts whose open work is still to be canceled. A row goes once there is none left.
CREATE TABLE account_holds (
    account_id uuid PRIMARY KEY
);

CREATE INDEX dispatch_queue_by_account ON dispatch_queue (account_id);

-- A reaction: generations whose stored bytes are still to be deleted. `tries` failed so far.
CREATE TABLE removals (
    generation_id uuid PRIMARY KEY,
    tries         integer NOT NULL DEFAULT 0,
    due_at        timestamptz NOT NULL DEFAULT now()
);

-- Ground: likenesses of pictures that were taken down; the bytes they were computed from are gone.
CREATE TABLE blocked_pictures (
    generation_id uuid PRIMARY KEY,
    likeness      bit(256) NOT NULL,
    blocked_at    timestamptz NOT NULL DEFAULT now()
);

GRANT SELECT, INSERT, UPDATE, DELETE ON account_holds, removals TO xavira_work;
GRANT SELECT, INSERT ON blocked_pictures TO xavira_work;
GRANT SELECT ON account_holds, removals, blocked_pictures, reaction_checkpoints, dispatcher_beats
    TO xavira_api;

-- How many consumers announced themselves to each pool, beside what they can do at once.
ALTER TABLE dispatch_pools ADD COLUMN consumers integer NOT NULL DEFAULT 0;

-- A projection, standings: one row for each account, for an operator's list.
CREATE TABLE standings (
    account_id uuid PRIMARY KEY,
    position   bigint NOT NULL,
    livemode   boolean NOT NULL,
    tier       text NOT NULL,
    status     text NOT NULL CHECK (status IN ('open', 'suspended', 'erased')),
    opened_at  timestamptz NOT NULL,
    changed_at timestamptz NOT NULL
);

CREATE INDEX standings_by_position ON standings (position);

-- A projection, acts: what operators did. The reason stays sealed as it is in the log.
CREATE TABLE operator_acts (
    act_id      uuid PRIMARY KEY,
    position    bigint NOT NULL,
    act         text NOT NULL,
    subject_id  uuid NOT NULL,
    sealed_for  uuid NOT NULL,
    actor       text NOT NULL,
    reason      bytea NOT NULL,
    recorded_at timestamptz NOT NULL
);

CREATE INDEX operator_acts_by_position ON operator_acts (position);
CREATE INDEX operator_acts_by_subject ON operator_acts (sealed_for, position);

-- A projection, reports: what was reported and what became of it. The words stay sealed.
CREATE TABLE abuse_reports (
    report_id     uuid PRIMARY KEY,
    position      bigint NOT NULL,
    kind          text NOT NULL,
    generation_id uuid,
    status        text NOT NULL CHECK (status IN ('open', 'closed')),
    outcome       text,
    actor         text,
    due_at        timestamptz NOT NULL,
    received_at   timestamptz NOT NULL,
    closed_at     timestamptz
);

CREATE INDEX abuse_reports_by_position ON abuse_reports (position);

GRANT SELECT ON standings, operator_acts, abuse_reports TO xavira_api;
GRANT SELECT, INSERT, UPDATE, DELETE ON standings, operator_acts, abuse_reports TO xavira_work;
