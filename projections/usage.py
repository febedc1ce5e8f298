"""Usage: what each account asked for by day and key, character, model, end user or tag.

A generation counts for the day it was asked for, also when it ends on another. End users and tags
are labels here (keyed hashes); what they stand for is unsealed by whoever may read the account.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date
from typing import Any, Literal
from uuid import UUID

import msgspec
from psycopg import Connection

from domain.event import Event, Recorded
from domain.generation import (
    CAUSES,
    GenerationCompleted,
    GenerationKind,
    GenerationLabeled,
    GenerationRequested,
)
from domain.ids import AccountId
from projections.named_sql import named_sql
from projections.projection import Projection, UnknownFact, as_they_are
from projections.query import Query

Dimension = Literal["key", "character", "model", "end_user", "tag"]
UsageBy = Literal["day", "key", "character", "model", "end_user", "tag"]

ROWS_MAX = 10_000
"""Rows of one read at most."""


class Open(msgspec.Struct, kw_only=True):
    """A generation that has not ended, with everything it counts for."""

    generation_id: UUID
    account_id: UUID
    day: date
    kind: GenerationKind
    price: int
    key_id: UUID
    character_id: UUID
    model_id: str
    end_user: bytes | None = None
    tags: list[bytes] = []


class Place(msgspec.Struct, frozen=True, order=True, array_like=True):
    """The key of one row, in the order in which rows are locked."""

    account_id: UUID
    dimension: Dimension
    day: date
    value: str


class Slice(msgspec.Struct, kw_only=True):
    """What is added to one row. Credits, and numbers of generations."""

    labeled_by: UUID | None = None
    images: int = 0
    videos: int = 0
    completed: int = 0
    refunded: int = 0
    credits_charged: int = 0
    credits_refunded: int = 0


def places(work: Open) -> Iterator[Place]:
    """The rows that a generation counts in, labels left out."""
    yield Place(work.account_id, "key", work.day, str(work.key_id))
    yield Place(work.account_id, "character", work.day, str(work.character_id))
    yield Place(work.account_id, "model", work.day, work.model_id)


def labeled_places(work: Open) -> Iterator[Place]:
    """The rows that a generation counts in by its labels."""
    if work.end_user is not None:
        yield Place(work.account_id, "end_user", work.day, work.end_user.hex())
    for tag in work.tags:
        yield Place(work.account_id, "tag", work.day, tag.hex())


class Batch:
    """What the events of a batch change. `known` are the open generations from before it."""

    def __init__(self, known: dict[UUID, Open]) -> None:
        self.slices: dict[Place, Slice] = {}
        self.opened: dict[UUID, Open] = {}
        self.relabeled: dict[UUID, Open] = {}
        self.ended: list[UUID] = []
        self._known = known

    def post(self, recorded: Recorded) -> None:
        event, generation_id = recorded.event, recorded.stream_id
        match event:
            case GenerationRequested():
                self._request(generation_id, event, recorded.recorded_at.astimezone(UTC).date())
            case GenerationLabeled():
                self._label(self._open(generation_id), event)
            case GenerationCompleted():
                self._end(generation_id, completed=True)
            case _ if type(event) in CAUSES:
                self._end(generation_id, completed=False)

    def _request(self, generation_id: UUID, event: GenerationRequested, day: date) -> None:
        work = Open(
            generation_id=generation_id,
            account_id=event.account_id,
            day=day,
            kind=event.kind,
            price=event.price,
            key_id=event.key_id,
            character_id=event.character_id,
            model_id=event.model_id,
        )
        self.opened[generation_id] = work
        self._count(work, places(work))

    def _label(self, work: Open, event: GenerationLabeled) -> None:
        work.end_user, work.tags = event.end_user, list(event.tags)
        if work.generation_id not in self.opened:
            self.relabeled[work.generation_id] = work
        for place in labeled_places(work):
            found = self._slice(place)
            found.labeled_by = found.labeled_by or work.generation_id
        self._count(work, labeled_places(work))

    def _count(self, work: Open, counted: Iterator[Place]) -> None:
        for place in counted:
            found = self._slice(place)
            found.images += work.kind == "image"
            found.videos += work.kind == "video"
            found.credits_charged += work.price

    def _end(self, generation_id: UUID, *, completed: bool) -> None:
        work = self._open(generation_id)
        for place in (*places(work), *labeled_places(work)):
            found = self._slice(place)
            found.completed += completed
            found.refunded += not completed
            found.credits_refunded += 0 if completed else work.price
        if self.opened.pop(generation_id, None) is None:
            self.ended.append(generation_id)

    def _open(self, generation_id: UUID) -> Open:
        """Raises UnknownFact."""
        work = self.opened.get(generation_id) or self._known.get(generation_id)
        if work is None:
            raise UnknownFact(f"generation {generation_id} was never requested")
        return work

    def _slice(self, place: Place) -> Slice:
        return self.slices.setdefault(place, Slice())


_LATER: tuple[type[Event], ...] = (GenerationLabeled, GenerationCompleted, *CAUSES)


def apply(batch: Sequence[Recorded], connection: Connection[Any]) -> None:
    """Adds what a batch changes. Raises UnknownFact where an event has no claim before it."""
    later = list({each.stream_id for each in batch if isinstance(each.event, _LATER)})
    found = connection.execute(named_sql("usage", "open"), {"generation_ids": later})
    known = {row[0]: Open(**dict(zip(Open.__struct_fields__, row, strict=True))) for row in found}
    changes = Batch(known)
    for recorded in batch:
        changes.post(recorded)
    _write(changes, connection)


def _write(changes: Batch, connection: Connection[Any]) -> None:
    if changes.slices:
        ordered = sorted(changes.slices)
        columns: dict[str, list[Any]] = {
            field: [getattr(place, field) for place in ordered] for field in Place.__struct_fields__
        }
        columns |= {
            field: [getattr(changes.slices[place], field) for place in ordered]
            for field in Slice.__struct_fields__
        }
        connection.execute(named_sql("usage", "add"), columns)
    if changes.opened:
        with connection.cursor() as cursor, cursor.copy(named_sql("usage", "add_open")) as copy:
            for work in changes.opened.values():
                copy.write_row(msgspec.structs.astuple(work))
    for work in changes.relabeled.values():
        if work.generation_id not in changes.ended:
            connection.execute(named_sql("usage", "relabel"), msgspec.structs.asdict(work))
    if changes.ended:
        connection.execute(named_sql("usage", "end"), {"generation_ids": changes.ended})


USAGE = Projection(
    name="usage",
    tables=("usage_slices", "usage_open"),
    apply=apply,
    topics=as_they_are(GenerationRequested, *_LATER),
)


# --- reads ------------------------------------------------------------------------------------


class UsageRow(msgspec.Struct, frozen=True, kw_only=True):
    """Sums over the days asked for. `labeled_by` is the generation whose text has the label, if the
    value is one.
    """

    value: str
    labeled_by: UUID | None
    images: int
    videos: int
    completed: int
    refunded: int
    credits_charged: int
    credits_refunded: int


class ClaimRow(msgspec.Struct, frozen=True, kw_only=True):
    """The sealed texts of a generation."""

    generation_id: UUID
    sealed: bytes


def usage(
    account_id: AccountId, by: UsageBy, *, since: date, until: date, after: str, limit: int
) -> Query[UsageRow]:
    """Rows in order of their value, which is the label of a tag or an end user, both days included;
    `after` is the value of the last one.
    """
    assert 0 < limit <= ROWS_MAX + 1, limit
    params = {
        "account_id": account_id,
        "dimension": "model" if by == "day" else by,
        "since": since,
        "until": until,
        "after": after,
        "limit": limit,
    }
    return Query(named_sql("usage", "by_day" if by == "day" else "by_value"), params, UsageRow)


def claims(generation_ids: Sequence[UUID]) -> Query[ClaimRow]:
    """The claims that `labeled_by` names; they are long, so not for many at a time."""
    return Query(named_sql("usage", "claims"), {"generation_ids": list(generation_ids)}, ClaimRow)
