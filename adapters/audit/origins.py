"""The names under which checkpoints are signed, the keys that sign, and what was signed: as tables.

An origin is one history. A fork starts another one; the old ones, their keys and their checkpoints
stay listed. The tables are convenience: trust comes from keys and checkpoints kept elsewhere.
"""

import secrets
from typing import Any

import msgspec
from psycopg import Connection

from adapters.audit.keys import SigningKey
from adapters.audit.statements import statement
from domain.audit.merkle import EMPTY_ROOT
from domain.audit.signed_note import Checkpoint, PublicKey, parse_public_key
from projections.audit_tree import query_newest

FIRST_REASON = "first start"
ORIGIN_BYTES = 6


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """A history: its number in this database, its name, and its newest signed checkpoint."""

    number: int
    origin: str
    note: str | None


def current_origin(connection: Connection[Any]) -> Origin | None:
    """The origin in force; None before the first."""
    query = query_newest()
    row = connection.execute(query.sql).fetchone()
    return None if row is None else Origin(number=row[0], origin=row[1], note=row[2])


def known_origins(connection: Connection[Any]) -> dict[str, int]:
    """The number of each origin that this database ever signed under."""
    rows = connection.execute(statement("origins")).fetchall()
    return {origin: number for number, origin in rows}


def begin_origin(connection: Connection[Any], key: SigningKey) -> Origin:
    """The first history of a database, as xavira_work, which may name no other; one transaction of
    the caller.
    """
    return _start(connection, key, "begin_origin", FIRST_REASON)


def start_origin(connection: Connection[Any], key: SigningKey, reason: str) -> Origin:
    """A new history, as the log's owner; one transaction of the caller."""
    return _start(connection, key, "start_origin", reason)


def _start(connection: Connection[Any], key: SigningKey, query: str, reason: str) -> Origin:
    """With a checkpoint over nothing, under a name that no two databases invent."""
    origin = f"xavira-ledger/{secrets.token_hex(ORIGIN_BYTES)}"
    row = connection.execute(statement(query), {"origin": origin, "reason": reason}).fetchone()
    assert row is not None
    number: int | None = row[0]
    assert number is not None, "there is an origin already"
    list_key(connection, number, key.public(origin))
    checkpoint = Checkpoint(origin=origin, size=0, root=EMPTY_ROOT)
    note = key.sign(checkpoint)
    store_checkpoint(connection, number, checkpoint, note)
    return Origin(number=number, origin=origin, note=note)


def list_key(connection: Connection[Any], number: int, key: PublicKey) -> None:
    """Lists a key that signs; listing it again changes nothing."""
    connection.execute(statement("list_key"), {"line": key.line(), "number": number})


def listed_keys(connection: Connection[Any]) -> list[PublicKey]:
    """Every key that ever signed here, oldest first."""
    rows = connection.execute(statement("keys")).fetchall()
    return [parse_public_key(line) for (line,) in rows]


def store_checkpoint(
    connection: Connection[Any], number: int, checkpoint: Checkpoint, note: str
) -> None:
    """Keeps a signed checkpoint for ever."""
    params = {
        "number": number,
        "size": checkpoint.size,
        "root": checkpoint.root,
        "note": note,
    }
    connection.execute(statement("store_checkpoint"), params)
