"""The dispatch queue in PostgreSQL: its rows, their fair order, and where one piece of work stands.

Only the leading dispatcher releases, on the very session that holds the leader's lock. Nothing here
is the truth about a generation; a row says what is still to be done, and the log says what was.
"""

import math
from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import cache
from typing import Any, Literal, NamedTuple
from uuid import UUID

import msgspec
from psycopg import AsyncConnection, Connection

from adapters.jetstream.announcements import Live
from adapters.jetstream.bus import StreamIdentity
from adapters.postgres.prepared import Prepared
from adapters.relay.statements import statement
from domain.messages import attempt_name
from domain.reactions import (
    Change,
    Dequeue,
    Enqueue,
    Hold,
    LotBooked,
    LotDue,
    Remove,
    Unhold,
    Weigh,
)
from projections.copying import id_array, number_array, word_array

CHECKPOINT = "dispatch"
IDENTITY_PATIENCE = timedelta(seconds=60)
"""How long a generation waits for its character's identity before it is drawn without."""

SILENT_ROWS_MAX = 500
OVERDUE_ROWS_MAX = 500
HELD_ROWS_MAX = 500
DUE_ACCOUNTS_MAX = 500

State = Literal["queued", "released", "started"]

_STATES: dict[bytes, State] = {
    b"queued": "queued",
    b"released": "released",
    b"started": "started",
}


class Release(msgspec.Struct, frozen=True, array_like=True):
    """Work that was handed to the bus: a row whose command is to be published."""

    work_id: UUID
    account_id: UUID
    kind: str
    pool: str
    attempt: int
    token: str

    @property
    def message_id(self) -> str:
        return attempt_name(self.work_id, self.attempt, self.token)


class Removed(msgspec.Struct, frozen=True, array_like=True):
    """A row whose work has ended."""

    work_id: UUID
    pool: str
    state: State
    attempt: int


class Silent(msgspec.Struct, frozen=True, array_like=True):
    """Work in flight of which nothing was heard. `silences` counts the times before, `sequence` is
    where its command lies on the bus while nobody has begun it.
    """

    work_id: UUID
    account_id: UUID
    kind: str
    pool: str
    attempt: int
    silences: int
    sequence: int | None


class Overdue(msgspec.Struct, frozen=True, array_like=True):
    """Work that was not started by its deadline, or was started too long ago."""

    work_id: UUID
    account_id: UUID
    kind: str
    attempt: int
    state: State


class HeldWork(msgspec.Struct, frozen=True, array_like=True):
    """Open work of an account on hold."""

    work_id: UUID
    account_id: UUID
    kind: str
    attempt: int
    position: int


class QueuePlace(msgspec.Struct, frozen=True, array_like=True):
    """Where work stands. `position` counts from 1 in the order of release, 0 once it is released;
    `in_flight` is released or started work of the pool, `slots` what its live consumers can do;
    `queued` are all that wait there, where all were looked at.
    """

    state: State
    kind: str
    position: int
    in_flight: int
    slots: int
    pool: str = ""
    queued: int = 0

    def estimate_seconds(self, mean_seconds: float) -> float:
        """A rough time to completion, when work takes `mean_seconds` and slots stay as they are."""
        ahead = self.in_flight + self.position if self.position else max(self.in_flight, 1)
        return math.ceil(ahead / max(self.slots, 1)) * mean_seconds


def queue_places(connection: Connection[Any], work_id: UUID) -> QueuePlace | None:
    """Where work stands in the dispatcher's order, or None when it is not (or no longer) queued."""
    row = connection.execute(statement("place"), {"work_id": work_id}).fetchone()
    return None if row is None else QueuePlace(*row)


async def queue_places_async(connection: AsyncConnection[Any], work_id: UUID) -> QueuePlace | None:
    """`queue_places` on an asynchronous connection."""
    cursor = await connection.execute(statement("place"), {"work_id": work_id})
    row = await cursor.fetchone()
    return None if row is None else QueuePlace(*row)


async def places_async(
    connection: AsyncConnection[Any], work_ids: Sequence[UUID]
) -> dict[UUID, QueuePlace]:
    """`queue_places` of several at once; what is not (or no longer) queued is left out."""
    cursor = await connection.execute(statement("places"), {"work_ids": list(work_ids)})
    return {row[0]: QueuePlace(*row[1:]) for row in await cursor.fetchall()}


def expected_place(
    connection: Connection[Any], account_id: UUID, *, pool: str, kind: str
) -> QueuePlace:
    """Where work of the account would stand if it were enqueued now."""
    parameters = {"account_id": account_id, "pool": pool, "kind": kind}
    row = connection.execute(statement("expected_place"), parameters).fetchone()
    assert row is not None
    return QueuePlace(*row)


async def expected_place_async(
    connection: AsyncConnection[Any], account_id: UUID, *, pool: str, kind: str
) -> QueuePlace:
    """`expected_place` on an asynchronous connection."""
    parameters = {"account_id": account_id, "pool": pool, "kind": kind}
    cursor = await connection.execute(statement("expected_place"), parameters)
    row = await cursor.fetchone()
    assert row is not None
    return QueuePlace(*row)


# --- following the log ------------------------------------------------------------------------


def checkpoint(connection: Connection[Any]) -> int:
    """The position up to which the queue has followed the log."""
    row = connection.execute(statement("read_checkpoint"), {"name": CHECKPOINT}).fetchone()
    return 0 if row is None else int(row[0])


class Stepped(NamedTuple):
    """Rows whose work has ended, and work that was released."""

    removed: list[Removed]
    released: list[Release]


def step(
    connection: Connection[Any],
    changes: Sequence[Change] = (),
    *,
    position: int | None = None,
    pools: Mapping[str, str] = {},
    pool_default: str = "default",
    windows: Mapping[str, int] = {},
) -> Stepped:
    """Writes changes and the checkpoint, then releases; all of it or nothing. On the leader's
    session only.

    `position` is None where there was nothing to follow; `pools` maps model ids to the pools that
    serve them, `windows` pools to what may be in flight in each that releases.
    """
    works = [change for change in changes if isinstance(change, Enqueue)]
    values = [
        id_array(work.work_id for work in works),
        id_array(work.account_id for work in works),
        word_array(work.kind for work in works),
        word_array(pools.get(work.model_id, pool_default) for work in works),
        number_array(work.position for work in works),
        word_array(_spelled(work.character_id) for work in works),
        word_array(_spelled(work.patience) for work in works),
        id_array(change.work_id for change in changes if isinstance(change, Dequeue)),
        _spelled(position),
        word_array(windows),
        number_array(windows.values()),
        _spelled(IDENTITY_PATIENCE),
    ]
    if all(isinstance(change, Enqueue | Dequeue) for change in changes):
        return _stepped(connection, values)
    with connection.transaction():
        _weigh(connection, [c for c in changes if isinstance(c, Weigh)])
        _note_lots(connection, changes)
        _note_holds(connection, changes)
        _note_removals(connection, changes)
        return _stepped(connection, values)


def _spelled(value: UUID | timedelta | int | None) -> str | None:
    """A value as PostgreSQL reads it."""
    if isinstance(value, timedelta):
        return f"{value.total_seconds()} seconds"
    return None if value is None else str(value)


@cache
def _step_call() -> Prepared:
    return Prepared("xavira_step", statement("step"))


def _stepped(connection: Connection[Any], values: Sequence[str | None]) -> Stepped:
    """Rows without a state are of work that was released; the others had that state."""
    spelled = [None if value is None else value.encode() for value in values]
    result = _step_call()(connection, spelled)
    stepped = Stepped([], [])
    for row in range(result.ntuples):
        state, token = result.get_value(row, 0), result.get_value(row, 6)
        work_id, account_id, kind, pool, attempt = (
            result.get_value(row, column) or b"" for column in range(1, 6)
        )
        work, of_pool, number = UUID(bytes=work_id), pool.decode(), int.from_bytes(attempt)
        if state is not None:
            stepped.removed.append(Removed(work, of_pool, _STATES[state], number))
        else:
            assert token is not None
            account = UUID(bytes=account_id)
            release = Release(work, account, kind.decode(), of_pool, number, token.decode())
            stepped.released.append(release)
    return stepped


def _weigh(connection: Connection[Any], weights: Sequence[Weigh]) -> None:
    if weights:
        columns = {
            "account_ids": [weigh.account_id for weigh in weights],
            "weights": [weigh.weight for weigh in weights],
        }
        connection.execute(statement("weigh"), columns)


def _note_lots(connection: Connection[Any], changes: Sequence[Change]) -> None:
    due = [change for change in changes if isinstance(change, LotDue)]
    if due:
        columns = {
            "account_ids": [lot.account_id for lot in due],
            "lot_ids": [lot.lot_id for lot in due],
            "expiries": [lot.expires_at for lot in due],
        }
        connection.execute(statement("note_lots"), columns)
    booked = [change for change in changes if isinstance(change, LotBooked)]
    if booked:
        gone = {
            "account_ids": [lot.account_id for lot in booked],
            "lot_ids": [lot.lot_id for lot in booked],
        }
        connection.execute(statement("forget_lots"), gone)


def _note_holds(connection: Connection[Any], changes: Sequence[Change]) -> None:
    """In one transaction with the queue, so a hold that is noted finds all work from before it."""
    held = [change.account_id for change in changes if isinstance(change, Hold)]
    if held:
        connection.execute(statement("note_holds"), {"account_ids": held})
    free = [change.account_id for change in changes if isinstance(change, Unhold)]
    if free:
        connection.execute(statement("forget_holds"), {"account_ids": free})


def _note_removals(connection: Connection[Any], changes: Sequence[Change]) -> None:
    removed = [change.generation_id for change in changes if isinstance(change, Remove)]
    if removed:
        connection.execute(statement("note_removals"), {"generation_ids": removed})


# --- releasing: on the leader's session only --------------------------------------------------


def release_again(
    connection: Connection[Any], work_ids: Sequence[UUID] | None, *, silent: bool
) -> list[Release]:
    """Gives work in flight (None: all of it) a new attempt, durably: the commands of the old ones
    may be gone for good.
    """
    named = None if work_ids is None else list(work_ids)
    parameters = {"work_ids": named, "silent": int(silent)}
    with connection.transaction():
        connection.execute("SET LOCAL synchronous_commit = on")
        rows = connection.execute(statement("release_again"), parameters).fetchall()
    return [Release(*row) for row in rows]


def unpublished(connection: Connection[Any], *, every: bool, patience: timedelta) -> list[Release]:
    """Released work to publish once more, under the same ids.

    `every` includes what was acknowledged already; else only what waits longer than `patience`.
    """
    parameters = {"every": every, "patience": patience}
    return [Release(*row) for row in connection.execute(statement("unpublished"), parameters)]


def note_published(connection: Connection[Any], published: Sequence[tuple[UUID, int, int]]) -> None:
    """(work, attempt, stream sequence) of commands that JetStream has acknowledged."""
    columns = {
        "work_ids": [work_id for work_id, _, _ in published],
        "attempts": [attempt for _, attempt, _ in published],
        "sequences": [sequence for _, _, sequence in published],
    }
    connection.execute(statement("note_published"), columns)


def note_seen(connection: Connection[Any], work_ids: Sequence[UUID]) -> None:
    """Somebody spoke of this work."""
    connection.execute(statement("note_seen"), {"work_ids": list(work_ids)})


def note_slots(connection: Connection[Any], live: Mapping[str, Live]) -> None:
    """What the live consumers of each pool announced, for estimates."""
    for pool, heard in sorted(live.items()):
        columns = {"pool": pool, "slots": heard.slots, "consumers": heard.consumers}
        connection.execute(statement("note_slots"), columns)


def silent(
    connection: Connection[Any], *, silence: timedelta, live_pools: Sequence[str]
) -> list[Silent]:
    """Work in flight of pools with live consumers of which nothing was heard for `silence`."""
    connection.execute(statement("excuse_silence"), {"pools": list(live_pools)})
    parameters = {"silence": silence, "limit": SILENT_ROWS_MAX}
    return [Silent(*row) for row in connection.execute(statement("silent"), parameters)]


def known_stream(
    connection: Connection[Any], name: str, *, commands: bool
) -> StreamIdentity | None:
    """How the stream was last seen, or None when it never was. Look here before asking the server,
    or messages published in between look like lost ones.
    """
    row = connection.execute(
        statement("known_stream"), {"name": name, "commands": commands}
    ).fetchone()
    if row is None:
        return None
    return StreamIdentity(name=name, created=row[0], last_sequence=row[1])


def differs(known: StreamIdentity, seen: StreamIdentity) -> bool:
    """Whether messages are gone: another life of the stream, or an end before the known one."""
    return known.created != seen.created or seen.last_sequence < known.last_sequence


def note_stream(connection: Connection[Any], seen: StreamIdentity) -> None:
    connection.execute(statement("note_stream"), msgspec.structs.asdict(seen))


def beat(connection: Connection[Any]) -> None:
    """A dispatcher leads now."""
    connection.execute(statement("beat"))


def take_over(connection: Connection[Any], *, grace: timedelta) -> None:
    """A dispatcher leads again: time without one longer than `grace` is added to all deadlines."""
    connection.execute(statement("take_over"), {"grace": grace})
    beat(connection)


def adopt(connection: Connection[Any], *, pools: Sequence[str], pool_default: str) -> None:
    """Gives the default pool what waits in pools that are none any more."""
    parameters = {"pools": list(pools), "pool_default": pool_default}
    connection.execute(statement("adopt"), parameters)


def tidy(connection: Connection[Any]) -> None:
    """Deletes turns at or behind their pool's virtual time: an account without a row starts there
    anyway.
    """
    connection.execute(statement("tidy_turns"))
