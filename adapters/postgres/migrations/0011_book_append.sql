-- The append as one call: lock, clock, positions, insert and wake-up travel to the server once, and
-- the call commits by itself where nothing else belongs to the same decision.

-- Under the lock the last row cannot move, so positions have no gaps and recorded time never
-- decreases. The statements of a volatile function see what was committed while it waited.
CREATE FUNCTION append_events(
    lock_key integer, lock_book integer, channel text,
    ids uuid[], versions bigint[], topics text[], states bytea[],
    OUT first bigint, OUT recorded timestamptz
) LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    last record;
BEGIN
    PERFORM pg_advisory_xact_lock(lock_key, lock_book);
    SELECT notification_id, recorded_at INTO last
    FROM stored_events ORDER BY notification_id DESC LIMIT 1;
    first := coalesce(last.notification_id, 0) + 1;
    recorded := greatest(clock_timestamp(), last.recorded_at);
    INSERT INTO stored_events
        (originator_id, originator_version, topic, state, notification_id, recorded_at)
    SELECT added.id, added.version, added.topic, added.state, first - 1 + added.place, recorded
    FROM unnest(ids, versions, topics, states)
        WITH ORDINALITY AS added (id, version, topic, state, place);
    PERFORM pg_notify(channel, '');
END $$;

-- It runs with the caller's rights: who may not insert into the log may call it in vain.
GRANT EXECUTE ON FUNCTION append_events TO xavira_api, xavira_work;
