"""Drives projections along the log: rows and checkpoint of a batch commit together, or neither.

At the live edge all projections advance in one transaction. One that is behind catches up by itself
first. An event that a projection cannot apply stops that projection where it is, loudly; it is
never skipped, and the others go on. The runner opens no connection and refuses to go backwards.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import msgspec
import psycopg
from psycopg import Connection

from domain.event import Recorded
from domain.ids import Book
from projections.checkpoints import projections_channel
from projections.named_sql import named_sql
from projections.projection import Projection, Read

CATCH_UP_EVENTS = 2_000
"""Events of one transaction while a projection catches up."""

ERROR_CHARACTERS_MAX = 500

POISON = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
    psycopg.DataError,
    psycopg.IntegrityError,
    psycopg.ProgrammingError,
)
"""Faults of an event or of the code that folds it. Anything else (a lost connection, a lock that
took too long) says nothing about the event: it is raised, and the batch comes again."""


class WentBackwards(RuntimeError):
    """The log ends before a checkpoint: this is another log, or an older backup of it."""


class Stopped(msgspec.Struct, frozen=True, kw_only=True):
    """A projection that stopped, the position of the event it could not apply, and why."""

    name: str
    position: int
    error: str


Report = Callable[[Stopped], None]


def start(connection: Connection[Any], projections: Sequence[Projection], *, head: int) -> int:
    """Registers the projections; the position that the slowest of them continues after.

    Raises WentBackwards when a checkpoint lies beyond `head`, the last position of the log.
    """
    names = [projection.name for projection in projections]
    connection.execute(named_sql("checkpoints", "register"), {"names": names})
    positions = _positions(projections, connection)
    for name, position in positions.items():
        if position > head:
            raise WentBackwards(f"{name} is at {position}, but the log ends at {head}")
    return min(positions.values(), default=head)


def _positions(projections: Sequence[Projection], connection: Connection[Any]) -> dict[str, int]:
    """Where the running ones of these projections are."""
    names = [projection.name for projection in projections]
    rows = connection.execute(named_sql("checkpoints", "positions"), {"names": names}).fetchall()
    return dict(rows)


def run(
    projections: Sequence[Projection],
    batches: Iterable[Sequence[Recorded]],
    connection: Connection[Any],
    *,
    book: Book,
    read: Read,
    report: Report,
) -> None:
    """Applies every batch; ends with `batches`. Call `start` before, and follow from its answer.

    `read` fetches what a projection that is behind still needs; an empty batch is a moment to look
    for one. Raises psycopg.OperationalError when the connection is lost: everything that committed
    stays, and a new run goes on from there.
    """
    seen = max(_positions(projections, connection).values(), default=0)
    for batch in batches:
        if batch:
            seen = batch[-1].position
            step(projections, batch, connection, book=book, read=read, report=report)
        else:
            positions = _positions(projections, connection)
            for projection in projections:
                if positions.get(projection.name, seen) < seen:
                    catch_up(projection, connection, to=seen, book=book, read=read, report=report)


def step(
    projections: Sequence[Projection],
    batch: Sequence[Recorded],
    connection: Connection[Any],
    *,
    book: Book,
    read: Read,
    report: Report,
) -> None:
    """Brings every running projection to the end of the batch; what is applied stays as it is."""
    positions = _positions(projections, connection)
    for projection in projections:
        if positions.get(projection.name, batch[0].position) < batch[0].position - 1:
            catch_up(
                projection,
                connection,
                to=batch[0].position - 1,
                book=book,
                read=read,
                report=report,
            )
    for stopped in _advance(projections, batch, connection, book):
        report(stopped)


def catch_up(
    projection: Projection,
    connection: Connection[Any],
    *,
    to: int,
    book: Book,
    read: Read,
    report: Report,
    events: int = CATCH_UP_EVENTS,
) -> None:
    """Brings one projection to position `to` in transactions of at most `events` events.

    Returns early when the projection is stopped or rests because a rebuild holds its checkpoint.
    """
    position = -1
    while True:
        at = _positions([projection], connection).get(projection.name)
        if at is None or at >= to or at == position:
            return
        position = at
        batch = read(position, min(events, to - position))
        if not batch:
            return
        for stopped in _advance([projection], batch, connection, book):
            report(stopped)


def _advance(
    projections: Sequence[Projection],
    batch: Sequence[Recorded],
    connection: Connection[Any],
    book: Book,
) -> list[Stopped]:
    """One transaction: rows and checkpoints of all projections that are exactly before the batch.

    Nearly every batch is free of poison, so it is first applied without a savepoint for each
    projection; only one that is not is gone through again with them.
    Losing the transaction in a crash loses rows and checkpoint together, so it need not be durable.
    """
    try:
        with connection.transaction():
            todo = _begin(projections, batch, connection)
            for projection, events in todo:
                projection.apply(events, connection)
            if todo:
                names = [projection.name for projection, _ in todo]
                advance_checkpoints(connection, names, batch[-1].position)
            _hint(batch, connection, book)
        return []
    except POISON:
        return _advance_carefully(projections, batch, connection, book)


def _advance_carefully(
    projections: Sequence[Projection],
    batch: Sequence[Recorded],
    connection: Connection[Any],
    book: Book,
) -> list[Stopped]:
    """The same with a savepoint for each projection: one that meets poison spares the others."""
    stops: list[Stopped] = []
    with connection.transaction():
        for projection, events in _begin(projections, batch, connection):
            try:
                _apply(projection, events, connection)
            except POISON:
                stops.extend(_stop_at_poison(projection, events, connection))
        _hint(batch, connection, book)
    return stops


def _begin(
    projections: Sequence[Projection], batch: Sequence[Recorded], connection: Connection[Any]
) -> list[tuple[Projection, Sequence[Recorded]]]:
    """Locks the checkpoints; what each projection that is right before the batch has to apply."""
    connection.execute("SET LOCAL synchronous_commit = off")
    names = [projection.name for projection in projections]
    rows = connection.execute(named_sql("checkpoints", "lock"), {"names": names}).fetchall()
    positions: dict[str, int] = dict(rows)
    todo = []
    for projection in projections:
        position = positions.get(projection.name)
        if position is None:
            continue
        new = batch[max(0, position + 1 - batch[0].position) :]
        if new and new[0].position == position + 1:
            assert new[-1].position - new[0].position == len(new) - 1, "positions have no gaps"
            todo.append((projection, new))
    return todo


def _hint(batch: Sequence[Recorded], connection: Connection[Any], book: Book) -> None:
    params = {"channel": projections_channel(book), "position": batch[-1].position}
    connection.execute(named_sql("checkpoints", "notify"), params)


def _apply(projection: Projection, events: Sequence[Recorded], connection: Connection[Any]) -> None:
    """Rows and checkpoint, in a savepoint."""
    with connection.transaction():
        projection.apply(events, connection)
        advance_checkpoint(connection, projection.name, events[-1].position)


def _stop_at_poison(
    projection: Projection, events: Sequence[Recorded], connection: Connection[Any]
) -> list[Stopped]:
    """Applies one event after the other, to keep all before the poison and to name it."""
    for recorded in events:
        try:
            _apply(projection, [recorded], connection)
        except POISON as error:
            text = f"{type(error).__name__}: {error}".replace("\0", " ")[:ERROR_CHARACTERS_MAX]
            stopped = Stopped(name=projection.name, position=recorded.position, error=text)
            params = {"name": stopped.name, "error": text, "error_position": stopped.position}
            connection.execute(named_sql("checkpoints", "stop"), params)
            return [stopped]
    return []


def advance_checkpoint(connection: Connection[Any], name: str, position: int) -> None:
    """Moves a checkpoint forward. Raises WentBackwards for a position that is not ahead of it."""
    advance_checkpoints(connection, [name], position)


def advance_checkpoints(connection: Connection[Any], names: list[str], position: int) -> None:
    """Moves them to one position. Raises WentBackwards unless that is ahead of each."""
    params = {"names": names, "position": position}
    moved = connection.execute(named_sql("checkpoints", "advance"), params)
    if moved.rowcount != len(names):
        raise WentBackwards(f"{', '.join(names)} may not move to {position}")
