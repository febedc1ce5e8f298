"""Who is there: consumers announce themselves on core NATS, the dispatcher keeps the live ones.

An announcement is a hint for how much to release and when to expect it, never a condition: without
any, a small window is released anyway.
"""

import time
from collections.abc import Callable

import msgspec

ANNOUNCE_SECONDS = 2.0
LIVE_SECONDS = 6.0
SLOTS_MAX = 64
WORKERS_MAX = 4096


class WorkerAnnounced(msgspec.Struct, frozen=True, kw_only=True, tag="worker"):
    """`slots` is how many commands the consumer works on at once; 0 says that it is leaving."""

    worker: str
    pool: str
    slots: int


class Live(msgspec.Struct, frozen=True):
    """The live consumers of a pool, and how many commands they work on at once together."""

    consumers: int = 0
    slots: int = 0


class LiveWorkers:
    """The consumers heard of within LIVE_SECONDS. `clock` gives seconds. Safe across threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._heard: dict[tuple[str, str], tuple[float, int]] = {}

    def heard(self, announced: WorkerAnnounced) -> None:
        """Notes one announcement; beyond WORKERS_MAX newcomers are ignored."""
        name = (announced.pool, announced.worker)
        if announced.slots < 1:
            self._heard.pop(name, None)
        elif name in self._heard or len(self._heard) < WORKERS_MAX:
            self._heard[name] = (self._clock(), min(announced.slots, SLOTS_MAX))

    def live(self, pool: str) -> Live:
        """Who is live in a pool."""
        oldest = self._clock() - LIVE_SECONDS
        for name, (at, _) in list(self._heard.items()):
            if at < oldest:
                self._heard.pop(name, None)
        slots = [slots for (of, _), (_, slots) in list(self._heard.items()) if of == pool]
        return Live(consumers=len(slots), slots=sum(slots))

    def slots(self, pool: str) -> int:
        """Commands that the live consumers of a pool work on at once; 0 when there are none."""
        return self.live(pool).slots
