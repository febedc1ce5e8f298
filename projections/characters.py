"""Characters: one row each, for lists. The name stays sealed here as it is in the log."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from psycopg import Connection
from psycopg.types.json import Jsonb

from domain.characters.character import (
    Character,
    CharacterArchived,
    CharacterCreated,
    CharacterStatus,
    IdentityFailed,
    IdentityStored,
)
from domain.event import Event, Recorded
from domain.ids import AccountId
from domain.ports import Stream
from projections.named_sql import named_sql
from projections.projection import Projection, UnknownFact
from projections.query import POSITION_MAX, Query, page_rows


class CharacterRow(msgspec.Struct, kw_only=True):
    """`position` is that of the creation (and of the list's order)."""

    character_id: UUID
    account_id: UUID
    position: int
    changed_position: int
    livemode: bool
    model_id: str
    traits: dict[str, str | int]
    conditioned: bool
    sealed: bytes
    status: CharacterStatus
    archived: bool = False
    identity_key: str | None = None
    created_at: datetime


class Patch(msgspec.Struct, kw_only=True):
    """What later events change on a row."""

    character_id: UUID
    position: int = 0
    identity_key: str | None = None
    failed: bool = False
    archived: bool = False


def created_row(
    character_id: UUID, event: CharacterCreated, *, position: int, created_at: datetime
) -> CharacterRow:
    """The row of a character that nothing has happened to yet."""
    return CharacterRow(
        character_id=character_id,
        account_id=event.account_id,
        position=position,
        changed_position=position,
        livemode=event.livemode,
        model_id=event.model_id,
        traits=event.traits,
        conditioned=event.conditioned,
        sealed=event.sealed,
        status="preparing" if event.conditioned else "ready",
        created_at=created_at,
    )


def change(patch: Patch, event: Event, position: int) -> None:
    """Adds what one more event of the stream changes."""
    patch.position = position
    match event:
        case IdentityStored():
            patch.identity_key = event.object_key
        case IdentityFailed():
            patch.failed = True
        case CharacterArchived():
            patch.archived = True


def patched(row: CharacterRow, patch: Patch) -> CharacterRow:
    """The row with a patch laid over it, as the statement `change` does it in SQL."""
    row.changed_position = patch.position
    if patch.identity_key is not None:
        row.status = "ready"
        row.identity_key = patch.identity_key
    elif patch.failed and row.conditioned and row.identity_key is None:
        row.status = "failed"
    row.archived = row.archived or patch.archived
    return row


def character_row(character_id: UUID, stream: Stream) -> CharacterRow:
    """The row of a folded character stream: what the projection holds once it has caught up.

    Only `position` is unknown (0) there. A stream of another kind is a programmer's mistake.
    """
    character = stream.state
    assert isinstance(character, Character), character_id
    created_at = stream.times[CharacterCreated.TOPIC]
    row = created_row(character_id, character.created, position=0, created_at=created_at)
    patch = Patch(
        character_id=character_id,
        position=stream.position,
        identity_key=None if character.identity is None else character.identity.object_key,
        failed=character.identity_failed,
        archived=character.archived,
    )
    return patched(row, patch)


class Changes(msgspec.Struct):
    """What a batch does: rows it adds, and patches of rows that were there before."""

    added: dict[UUID, CharacterRow] = {}
    patches: dict[UUID, Patch] = {}


def changes(batch: Sequence[Recorded]) -> Changes:
    """What the events of a batch change; reads no row."""
    result = Changes()
    for recorded in batch:
        event, stream_id = recorded.event, recorded.stream_id
        if isinstance(event, CharacterCreated):
            result.added[stream_id] = created_row(
                stream_id, event, position=recorded.position, created_at=recorded.recorded_at
            )
        elif isinstance(event, IdentityStored | IdentityFailed | CharacterArchived):
            patch = result.patches.setdefault(stream_id, Patch(character_id=stream_id))
            change(patch, event, recorded.position)
    for character_id in result.added.keys() & result.patches.keys():
        patched(result.added[character_id], result.patches.pop(character_id))
    return result


def apply(batch: Sequence[Recorded], connection: Connection[Any]) -> None:
    """Writes a batch. Raises UnknownFact where an event has no creation before it."""
    result = changes(batch)
    if result.added:
        rows = [
            msgspec.structs.asdict(row) | {"traits": Jsonb(row.traits)}
            for row in result.added.values()
        ]
        connection.cursor().executemany(named_sql("characters", "add"), rows)
    if result.patches:
        _change(list(result.patches.values()), connection)


def _change(patches: Sequence[Patch], connection: Connection[Any]) -> None:
    columns = {
        field: [getattr(patch, field) for patch in patches] for field in Patch.__struct_fields__
    }
    changed = connection.execute(named_sql("characters", "change"), columns)
    if changed.rowcount != len(patches):
        raise UnknownFact(f"{len(patches) - changed.rowcount} characters were never created")


CHARACTERS = Projection(name="characters", tables=("characters",), apply=apply)


def list_characters(
    account_id: AccountId, *, limit: int, cursor: int | None = None
) -> Query[CharacterRow]:
    """Newest first, archived ones included. `cursor` is the `position` of the last row read."""
    params = {
        "account_id": account_id,
        "cursor": POSITION_MAX if cursor is None else cursor,
        "limit": page_rows(limit),
    }
    return Query(named_sql("characters", "list"), params, CharacterRow)
