"""Which consumers are live, as far as the dispatcher has heard."""

from adapters.jetstream.announcements import LiveWorkers, WorkerAnnounced


class Clock:
    """Seconds that a test moves."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


def said(workers: LiveWorkers, worker: str, slots: int, pool: str = "default") -> None:
    workers.heard(WorkerAnnounced(worker=worker, pool=pool, slots=slots))


def test_slots_add_up_by_pool() -> None:
    """Slots of live consumers of one pool are added; other pools do not count."""
    workers = LiveWorkers(Clock())
    said(workers, "a", 2)
    said(workers, "b", 3)
    said(workers, "c", 8, pool="big")
    assert (workers.slots("default"), workers.slots("big"), workers.slots("none")) == (5, 8, 0)


def test_a_silent_consumer_is_forgotten() -> None:
    """Six seconds after its last word a consumer does not count any more."""
    clock = Clock()
    workers = LiveWorkers(clock)
    said(workers, "a", 2)
    clock.seconds += 5
    said(workers, "b", 1)
    clock.seconds += 2
    assert workers.slots("default") == 1


def test_a_leaving_consumer_is_gone_at_once() -> None:
    """An announcement of no slots takes a consumer away."""
    workers = LiveWorkers(Clock())
    said(workers, "a", 2)
    said(workers, "a", 0)
    assert workers.slots("default") == 0


def test_nobody_has_more_slots_than_allowed() -> None:
    """An absurd number of slots counts as 64."""
    workers = LiveWorkers(Clock())
    said(workers, "a", 1_000_000)
    assert workers.slots("default") == 64
