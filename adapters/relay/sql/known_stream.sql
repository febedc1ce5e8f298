SELECT created, greatest(
    last_sequence,
    CASE WHEN %(commands)s THEN (
        SELECT max(stream_sequence) FROM dispatch_queue WHERE state <> 'queued'
    ) END
) FROM bus_streams WHERE name = %(name)s;
