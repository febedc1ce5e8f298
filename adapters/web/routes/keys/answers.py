"""API keys as JSON: what the account's stream says of them, and what lies beside it."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import msgspec

from adapters.web.answers import lists
from adapters.web.dependencies import (
    WebDependencies,
    WebRequest,
    dependencies,
    streams_of,
)
from adapters.web.guards.auth import caller_of
from adapters.web.routes.keys.limits import cap_answer
from adapters.web.routes.keys.shapes import KeyAnswer, KeyStatus
from domain.ids import KeyId
from domain.keys.key import Key
from domain.ledger import Account
from projections.query import Query


class NoteRow(msgspec.Struct, frozen=True):
    """What is stored of a key beside the account's stream."""

    key_id: UUID
    created_at: datetime | None
    sealed_name: bytes | None
    last_used_at: datetime | None


class Note(msgspec.Struct, frozen=True):
    """The same, readable."""

    created_at: datetime | None
    name: str | None
    last_used_at: datetime | None


_NOTES = """
SELECT key_id, hashes.created_at, notes.sealed_name, notes.last_used_at
FROM key_hashes AS hashes LEFT JOIN key_notes AS notes USING (key_id)
WHERE key_id = ANY(%(key_ids)s)
"""


async def key_as_it_is(request: WebRequest, key_id: KeyId) -> tuple[KeyAnswer, int]:
    """The key and the position of its account's stream, even where the key that asks just ended."""
    account_id = caller_of(request).account_id
    streams = await streams_of(dependencies(request), [account_id])
    account = streams[account_id].state
    assert isinstance(account, Account)
    (answer,) = await key_answers(request, account, [account.keys[key_id]])
    return answer, streams[account_id].position


async def key_answers(
    request: WebRequest, account: Account, keys: Sequence[Key]
) -> list[KeyAnswer]:
    web = dependencies(request)
    notes = await notes_of(web, caller_of(request).account_id, keys)
    now = web.clock()
    return [
        KeyAnswer(
            key_id=key.key_id,
            name=note.name,
            prefix=key.prefix,
            last4=key.last4,
            scopes=list(key.scopes),
            status=_status(key, now),
            rotated=key.rotated,
            livemode=account.livemode,
            cap_group=key.cap_group,
            cap=cap_answer(account, key, now),
            created_at=note.created_at,
            last_used_at=note.last_used_at,
            expires_at=key.expires_at,
        )
        for key, note in zip(keys, notes, strict=True)
    ]


async def notes_of(web: WebDependencies, account_id: UUID, keys: Sequence[Key]) -> list[Note]:
    """Of each key of an account, in their order. Raises TemporarilyUnavailable."""
    key_ids = [key.key_id for key in keys]
    rows = await lists.fetch(web, Query(_NOTES, {"key_ids": key_ids}, NoteRow))
    known = {row.key_id: row for row in rows}
    found = [known.get(key_id, NoteRow(key_id, None, None, None)) for key_id in key_ids]
    names = await asyncio.to_thread(_names, web, account_id, found)
    return [
        Note(row.created_at, name, row.last_used_at) for row, name in zip(found, names, strict=True)
    ]


def _names(web: WebDependencies, account_id: UUID, notes: Sequence[NoteRow]) -> list[str | None]:
    opened = [
        None if note.sealed_name is None else web.vault.open(account_id, note.sealed_name)
        for note in notes
    ]
    return [None if name is None else name.decode() for name in opened]


def _status(key: Key, now: datetime) -> KeyStatus:
    if key.revoked:
        return "revoked"
    return "active" if key.active(now) else "expired"


async def sealed_name_of(web: WebDependencies, key: Key) -> bytes | None:
    rows = await lists.fetch(web, Query(_NOTES, {"key_ids": [key.key_id]}, NoteRow))
    return rows[0].sealed_name if rows else None
