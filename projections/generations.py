"""Generations: one row each with everything that lists and filters need.

Free text stays sealed here as it is in the log. A single generation is read by folding its stream;
`generation_row` makes the very same row of that, so that a list and a read cannot tell two stories.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from psycopg import Connection

from domain.event import Event, Recorded
from domain.generation import (
    CAUSES,
    Ending,
    Generation,
    GenerationBlocked,
    GenerationCanceled,
    GenerationCompleted,
    GenerationFailed,
    GenerationKind,
    GenerationLabeled,
    GenerationRequested,
    GenerationStarted,
    GenerationTakenDown,
    OutputDeleted,
    Status,
)
from domain.ids import AccountId, CharacterId
from domain.ports import Stream
from projections.named_sql import named_sql
from projections.projection import Projection, UnknownFact
from projections.query import POSITION_MAX, Query, page_rows


class ShownGeneration(msgspec.Struct, gc=False):
    """What answers show, in the order of the lists' columns: a list is read by the thousand, so its
    rows are made of their values as they come.

    `price` and `refunded` are credits; `reason` says why it failed or who canceled it. `position`
    is that of the claim (and of the list's order), `changed_position` that of the newest event of
    the stream.
    """

    generation_id: UUID
    position: int
    changed_position: int
    livemode: bool
    kind: GenerationKind
    status: Status
    character_id: UUID
    model_id: str
    source_generation_id: UUID | None
    seed: int
    width: int
    height: int
    format: str
    seconds: int | None
    price: int
    refunded: int
    sealed: bytes
    enhancement_version: str
    created_at: datetime
    started_at: datetime | None = None
    finished_at: datetime | None = None
    reason: str | None = None
    category: str | None = None
    output_key: str | None = None
    poster_key: str | None = None
    identity_score: float | None = None


class GenerationRow(ShownGeneration, kw_only=True, gc=False):
    """All of a row."""

    account_id: UUID
    key_id: UUID
    policy_version: str
    deadline_at: datetime
    attempt: int | None = None
    media_type: str | None = None
    engine_seconds: float | None = None
    output_deleted: bool = False


class Patch(msgspec.Struct, kw_only=True):
    """What later events change on a row; None leaves a column as it is."""

    generation_id: UUID
    position: int = 0
    status: Status | None = None
    refunds: bool = False
    attempt: int | None = None
    reason: str | None = None
    category: str | None = None
    output_key: str | None = None
    poster_key: str | None = None
    media_type: str | None = None
    identity_score: float | None = None
    engine_seconds: float | None = None
    output_deleted: bool = False
    started_at: datetime | None = None
    finished_at: datetime | None = None


def claimed_row(
    generation_id: UUID, event: GenerationRequested, *, position: int, created_at: datetime
) -> GenerationRow:
    """The row of a claim that nothing has happened to yet."""
    return GenerationRow(
        generation_id=generation_id,
        account_id=event.account_id,
        position=position,
        changed_position=position,
        livemode=event.livemode,
        kind=event.kind,
        status="queued",
        character_id=event.character_id,
        model_id=event.model_id,
        source_generation_id=event.source_generation_id,
        seed=event.seed,
        width=event.width,
        height=event.height,
        format=event.format,
        seconds=event.seconds,
        price=event.price,
        refunded=0,
        key_id=event.key_id,
        sealed=event.sealed,
        enhancement_version=event.enhancement_version,
        policy_version=event.policy_version,
        deadline_at=event.deadline_at,
        created_at=created_at,
    )


def change(patch: Patch, event: Event, position: int, at: datetime) -> None:
    """Adds what one more event of the stream changes."""
    patch.position = position
    match event:
        case GenerationStarted():
            patch.status = "processing"
            patch.attempt = event.attempt
            patch.started_at = patch.started_at or at
        case GenerationCompleted():
            patch.status = "completed"
            patch.output_key = event.output_key
            patch.poster_key = event.poster_key
            patch.media_type = event.media_type
            patch.identity_score = event.identity_score
            patch.engine_seconds = event.engine_seconds
            patch.finished_at = at
        case OutputDeleted():
            patch.output_deleted = True
        case _ if isinstance(event, Ending):
            patch.status = CAUSES[type(event)]
            patch.refunds = True
            patch.finished_at = at
            patch.reason, patch.category = _why(event)


def _why(ending: Ending) -> tuple[str | None, str | None]:
    """Reason and category of an ending."""
    match ending:
        case GenerationFailed():
            return ending.reason, None
        case GenerationCanceled():
            return ending.by, None
        case GenerationBlocked():
            return None, ending.category
        case _:
            return None, None


def patched(row: GenerationRow, patch: Patch) -> GenerationRow:
    """The row with a patch laid over it, as the statement `change` does it in SQL."""
    for column in _COALESCED:
        value = getattr(patch, column)
        if value is not None:
            setattr(row, column, value)
    row.changed_position = patch.position
    row.refunded = row.price if patch.refunds else row.refunded
    row.output_deleted = row.output_deleted or patch.output_deleted
    row.started_at = row.started_at or patch.started_at
    row.finished_at = row.finished_at or patch.finished_at
    return row


_COALESCED = (
    "status",
    "attempt",
    "reason",
    "category",
    "output_key",
    "poster_key",
    "media_type",
    "identity_score",
    "engine_seconds",
)


def generation_row(generation_id: UUID, stream: Stream) -> GenerationRow:
    """The row of a folded generation stream: what the projection holds once it has caught up.

    Only `position` is unknown (0) there: lists alone need it, for their order. A stream of another
    kind is a programmer's mistake.
    """
    generation = stream.state
    assert isinstance(generation, Generation), generation_id
    created_at = stream.times[GenerationRequested.TOPIC]
    row = claimed_row(generation_id, generation.requested, position=0, created_at=created_at)
    patch = Patch(generation_id=generation_id)
    if generation.attempt is not None:
        started = GenerationStarted(attempt=generation.attempt)
        change(patch, started, stream.position, stream.times[GenerationStarted.TOPIC])
    if generation.ending is not None:
        ended_at = stream.times[generation.ending.TOPIC]
        change(patch, generation.ending, stream.position, ended_at)
    patch.position = stream.position
    patch.output_deleted = generation.output_deleted
    return patched(row, patch)


class Changes(msgspec.Struct):
    """What a batch does: rows it adds, patches of rows that were there before, and labels."""

    added: dict[UUID, GenerationRow] = {}
    patches: dict[UUID, Patch] = {}
    labels: dict[UUID, GenerationLabeled] = {}


_LATER: tuple[type[Event], ...] = (
    GenerationLabeled,
    GenerationStarted,
    GenerationCompleted,
    OutputDeleted,
    GenerationTakenDown,
    *CAUSES,
)


def changes(batch: Sequence[Recorded]) -> Changes:
    """What the events of a batch change; reads no row."""
    result = Changes()
    for recorded in batch:
        event, stream_id = recorded.event, recorded.stream_id
        if isinstance(event, GenerationRequested):
            result.added[stream_id] = claimed_row(
                stream_id, event, position=recorded.position, created_at=recorded.recorded_at
            )
        elif isinstance(event, _LATER):
            patch = result.patches.setdefault(stream_id, Patch(generation_id=stream_id))
            change(patch, event, recorded.position, recorded.recorded_at)
        if isinstance(event, GenerationLabeled):
            result.labels[stream_id] = event
    for generation_id in result.added.keys() & result.patches.keys():
        patched(result.added[generation_id], result.patches.pop(generation_id))
    return result


def apply(batch: Sequence[Recorded], connection: Connection[Any]) -> None:
    """Writes a batch. Raises UnknownFact where an event has no claim before it."""
    result = changes(batch)
    if result.added:
        _add(result.added.values(), connection)
    if result.patches:
        _change(list(result.patches.values()), connection)
    if result.labels:
        _label(result.labels, connection)


def _label(labels: Mapping[UUID, GenerationLabeled], connection: Connection[Any]) -> None:
    pairs = [
        (generation_id, label) for generation_id, event in labels.items() for label in event.every
    ]
    columns = {"generation_ids": [p[0] for p in pairs], "labels": [p[1] for p in pairs]}
    connection.execute(named_sql("generations", "label"), columns)


def _add(rows: Iterable[GenerationRow], connection: Connection[Any]) -> None:
    with connection.cursor() as cursor, cursor.copy(named_sql("generations", "add")) as copy:
        for row in rows:
            copy.write_row(msgspec.structs.astuple(row))


def _change(patches: Sequence[Patch], connection: Connection[Any]) -> None:
    columns = {
        field: [getattr(patch, field) for patch in patches] for field in Patch.__struct_fields__
    }
    changed = connection.execute(named_sql("generations", "change"), columns)
    if changed.rowcount != len(patches):
        raise UnknownFact(f"{len(patches) - changed.rowcount} generations were never requested")


GENERATIONS = Projection(
    name="generations", tables=("generations", "generation_labels"), apply=apply
)


class GenerationFilter(msgspec.Struct, frozen=True, kw_only=True):
    """What a list is narrowed to. Times are those of the claims: from the first one on, and before
    the second one. Labels are those of `GenerationLabeled`; all of them must be there.
    """

    character_id: CharacterId | None = None
    kind: GenerationKind | None = None
    status: Status | None = None
    created_from: datetime | None = None
    created_before: datetime | None = None
    labels: tuple[bytes, ...] = ()


EVERYTHING = GenerationFilter()


def list_generations(
    account_id: AccountId,
    *,
    limit: int,
    cursor: int | None = None,
    only: GenerationFilter = EVERYTHING,
) -> Query[ShownGeneration]:
    """Newest first. `cursor` is the `position` of the last row already read."""
    params: dict[str, Any] = msgspec.structs.asdict(only) | {
        "account_id": account_id,
        "cursor": POSITION_MAX if cursor is None else cursor,
        "limit": page_rows(limit),
        "labels": list(only.labels),
        "label": only.labels[0] if only.labels else None,
    }
    return Query(named_sql("generations", _list_for(only)), params, ShownGeneration)


def _list_for(only: GenerationFilter) -> str:
    """The plain list is planned once; with filters that may be absent it would be at each call."""
    if only.labels:
        return "list_labeled"
    if only.character_id is not None:
        return "list_of_character"
    return "list" if only == EVERYTHING else "list_filtered"


class MadeOutput(msgspec.Struct, frozen=True):
    """When an output was finished; nothing of whose it is."""

    finished_at: datetime


def made_output(sha256: str) -> Query[MadeOutput]:
    """Whether bytes of this hash are an output or a poster, deleted and taken down ones too."""
    return Query(named_sql("generations", "made_output"), {"sha256": sha256}, MadeOutput)
