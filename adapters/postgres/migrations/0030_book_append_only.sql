-- Nobody but the log's owner may insert into it: the roles append through `append_events`, which runs
-- with its owner's rights, so positions and recorded times are always its own. What the table had to
-- look at for everybody, the function looks at for less.

REVOKE INSERT ON stored_events FROM xavira_api, xavira_work;
ALTER TABLE stored_events
    DROP CONSTRAINT stored_events_originator_version_check,
    DROP CONSTRAINT stored_events_notification_id_check;
DROP TRIGGER stored_events_unforked ON stored_events;
DROP FUNCTION refuse_forked();

-- Every name is spelled with its schema, so that the caller's search path means nothing here; to set
-- another one for each call costs more than the insert. A void function is not null: asked in an
-- expression it costs a third of a statement.
DO $do$ BEGIN EXECUTE pg_catalog.replace($create$
CREATE OR REPLACE FUNCTION append_events(
    lock_key integer, lock_book integer, channel text,
    ids uuid[], versions bigint[], topics text[], states bytea[],
    OUT first bigint, OUT recorded timestamptz
) LANGUAGE plpgsql VOLATILE SECURITY DEFINER AS $$
DECLARE
    last record;
BEGIN
    IF pg_catalog.pg_advisory_xact_lock(lock_key, lock_book) IS NULL THEN
        RETURN;
    END IF;
    IF 0 OPERATOR(pg_catalog.>=) ANY (versions) THEN
        RAISE EXCEPTION 'versions of a stream begin with 1' USING ERRCODE = 'check_violation';
    END IF;
    -- The statements of a volatile function see what was committed while it waited.
    SELECT event.notification_id, event.recorded_at, gate.closed INTO last
    FROM (SELECT EXISTS (SELECT FROM BOOK.ledger_forks WHERE closed_at IS NULL) AS closed) AS gate
    LEFT JOIN (
        SELECT notification_id, recorded_at FROM BOOK.stored_events
        ORDER BY notification_id DESC LIMIT 1
    ) AS event ON true;
    IF last.closed THEN
        RAISE EXCEPTION 'the log disagrees with a published checkpoint; see xavira ledger fork'
            USING ERRCODE = 'restrict_violation';
    END IF;
    first := coalesce(last.notification_id, 0) OPERATOR(pg_catalog.+) 1;
    recorded := greatest(pg_catalog.clock_timestamp(), last.recorded_at);
    INSERT INTO BOOK.stored_events
        (originator_id, originator_version, topic, state, notification_id, recorded_at)
    SELECT added.id, added.version, added.topic, added.state,
           first OPERATOR(pg_catalog.+) added.place OPERATOR(pg_catalog.-) 1, recorded
    FROM ROWS FROM (pg_catalog.unnest(ids), pg_catalog.unnest(versions),
                    pg_catalog.unnest(topics), pg_catalog.unnest(states))
        WITH ORDINALITY AS added (id, version, topic, state, place);
    IF pg_catalog.pg_notify(channel, '') IS NULL THEN
        RETURN;
    END IF;
END $$
$create$, 'BOOK', pg_catalog.quote_ident(current_schema())); END $do$;

REVOKE EXECUTE ON FUNCTION append_events FROM PUBLIC;
