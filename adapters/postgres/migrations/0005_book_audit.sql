-- The tree over the log, the checkpoints that were signed over it, and the gate that keeps a
-- restored backup from growing a second history.

-- Ground: a name under which checkpoints are signed. A fork starts the next one; none ever ends.
CREATE TABLE audit_origins (
    number     smallint PRIMARY KEY CHECK (number > 0),
    origin     text NOT NULL UNIQUE,
    reason     text NOT NULL,
    started_at timestamptz NOT NULL DEFAULT now()
);

-- Ground: every public key that ever signed, so that old checkpoints stay checkable.
CREATE TABLE audit_keys (
    line      text PRIMARY KEY,
    number    smallint NOT NULL REFERENCES audit_origins,
    listed_at timestamptz NOT NULL DEFAULT now()
);

-- Ground: what was signed. A checkpoint cannot be derived from the log: it is a promise.
CREATE TABLE audit_checkpoints (
    number    smallint NOT NULL REFERENCES audit_origins,
    tree_size bigint NOT NULL CHECK (tree_size >= 0),
    root      bytea NOT NULL CHECK (length(root) = 32),
    note      text NOT NULL,
    signed_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (number, tree_size)
);

-- Ground: what was found when the log and a published checkpoint disagreed. Open rows close the log.
CREATE TABLE ledger_forks (
    fork_id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    found_at  timestamptz NOT NULL DEFAULT now(),
    message   text NOT NULL,
    closed_at timestamptz
);

CREATE INDEX ledger_forks_open ON ledger_forks (fork_id) WHERE closed_at IS NULL;

-- A projection: hashes of the tree in tiles of up to 256, eight levels apart (0 are the leaves).
CREATE TABLE audit_tiles (
    number smallint NOT NULL,
    level  smallint NOT NULL CHECK (level >= 0),
    index  bigint NOT NULL CHECK (index >= 0),
    hashes bytea NOT NULL CHECK (length(hashes) % 32 = 0 AND length(hashes) BETWEEN 32 AND 8192),
    PRIMARY KEY (number, level, index)
);
ALTER TABLE audit_tiles ALTER COLUMN hashes SET STORAGE EXTERNAL;

CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% only grows (% refused)', TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER audit_origins_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_origins
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER audit_keys_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_keys
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER audit_checkpoints_append_only BEFORE UPDATE OR DELETE OR TRUNCATE
    ON audit_checkpoints FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER ledger_forks_kept BEFORE DELETE OR TRUNCATE ON ledger_forks
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

-- A tile may only be continued: what was hashed stays hashed.
CREATE FUNCTION refuse_other_hashes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.number, NEW.level, NEW.index) IS DISTINCT FROM (OLD.number, OLD.level, OLD.index)
        OR substring(NEW.hashes FOR length(OLD.hashes)) IS DISTINCT FROM OLD.hashes
    THEN
        RAISE EXCEPTION 'a tile of the tree only grows' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER audit_tiles_grow BEFORE UPDATE ON audit_tiles
    FOR EACH ROW EXECUTE FUNCTION refuse_other_hashes();
CREATE TRIGGER audit_tiles_kept BEFORE DELETE OR TRUNCATE ON audit_tiles
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

-- One look at an empty index for each batch: what an append pays for the gate.
CREATE FUNCTION refuse_forked() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    IF EXISTS (SELECT FROM ledger_forks WHERE closed_at IS NULL) THEN
        RAISE EXCEPTION 'the log disagrees with a published checkpoint; see xavira ledger fork'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER stored_events_unforked BEFORE INSERT ON stored_events
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_forked();

GRANT SELECT ON audit_origins, audit_keys, audit_checkpoints, audit_tiles, ledger_forks
    TO xavira_api;
GRANT SELECT, INSERT ON audit_origins, audit_keys, audit_checkpoints TO xavira_work;
GRANT SELECT, INSERT, UPDATE ON audit_tiles, ledger_forks TO xavira_work;
