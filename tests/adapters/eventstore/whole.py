"""What holds of any log, whatever happened to those who wrote it."""

from adapters.eventstore import PostgresLedger


def assert_gap_free(ledger: PostgresLedger, *, events_max: int = 10_000) -> None:
    log = ledger.read(0, events_max)
    assert [event.position for event in log] == list(range(1, len(log) + 1))
    versions: dict[object, int] = {}
    for event in log:
        assert event.version == versions.get(event.stream_id, 0) + 1
        versions[event.stream_id] = event.version
