"""What the queue tells the API about work that waits."""

import msgspec


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where an open generation stands: 1 is next, None is handed on. Seconds are those left."""

    position: int | None
    p50_seconds: float
    p95_seconds: float


class PoolState(msgspec.Struct, frozen=True, kw_only=True):
    """One pool. `queued` waits, `released` is on the bus, `started` is drawn; `oldest_seconds` is
    the longest that work has waited for its release. `wanted_consumers` would finish all that is
    there within `within_seconds`.
    """

    pool: str
    queued: int
    released: int
    started: int
    oldest_seconds: float
    consumers: int
    slots: int
    wanted_consumers: int
    within_seconds: float
