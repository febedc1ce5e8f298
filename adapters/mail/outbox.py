"""Mails that wait: rows without an address and without a token, so there is nothing to steal.

A row says who is to be told what. The address is opened, and a token made, when the mail is sent.
Asking for a mail to an account that there is not makes the same row, which is dropped then.
"""

from typing import Any, LiteralString
from uuid import UUID

import msgspec
from psycopg import AsyncConnection, Connection
from psycopg.types.json import Jsonb

from adapters.mail.texts import Facts, Kind
from domain.ports import GroundRow

PER_HOUR_MAX = 3
"""Mails of one kind to one account that may be asked for in an hour."""

ATTEMPTS_MAX = 10
LEASE_SECONDS = 120
"""How long a mail that is being sent is nobody else's; it doubles with every attempt, so that the
last one is 17 h 2 min after the first.
"""

KEPT_DAYS = 30

_ASK: LiteralString = """
    INSERT INTO mails (account_id, kind)
    SELECT %(account_id)s, %(kind)s
    WHERE (
        SELECT count(*) FROM mails
        WHERE account_id = %(account_id)s AND kind = %(kind)s
            AND created_at > now() - interval '1 hour'
    ) < %(per_hour)s
"""
_PUT: LiteralString = "INSERT INTO mails (account_id, kind, facts) VALUES (%s, %s, %s)"
_TAKE: LiteralString = """
    UPDATE mails
    SET attempts = attempts + 1, due_at = now() + %(lease)s * 2 ^ attempts * interval '1 second'
    WHERE mail_id IN (
        SELECT mail_id FROM mails WHERE due_at <= now()
        ORDER BY due_at LIMIT %(limit)s FOR UPDATE SKIP LOCKED
    )
    RETURNING mail_id, account_id, kind, facts, attempts
"""
_FINISH: LiteralString = "UPDATE mails SET due_at = NULL WHERE mail_id = %s"
_ADDRESS: LiteralString = "SELECT sealed_email FROM accounts WHERE account_id = %s"
_TIDY: tuple[LiteralString, ...] = (
    "DELETE FROM mails WHERE due_at IS NULL AND created_at < now() - %(kept)s * interval '1 day'",
    "DELETE FROM mail_tokens WHERE expires_at < now()",
    "DELETE FROM sessions WHERE expires_at < now()",
)


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """A mail that is to be sent now, by whoever took it."""

    mail_id: int
    account_id: UUID
    kind: Kind
    facts: Facts
    attempts: int


async def ask(connection: AsyncConnection[Any], account_id: UUID, kind: Kind) -> None:
    """Asks for a mail; more than a few an hour are dropped, whether there is such an account."""
    params = {"account_id": account_id, "kind": kind, "per_hour": PER_HOUR_MAX}
    await connection.execute(_ASK, params)


def put(connection: Connection[Any], account_id: UUID, kind: Kind, facts: Facts) -> None:
    """Adds a mail to the caller's transaction."""
    connection.execute(_PUT, (account_id, kind, Jsonb(msgspec.to_builtins(facts))))


def mail_row(account_id: UUID, kind: Kind) -> GroundRow:
    """A mail that belongs to the events of a decision: both or neither."""
    return GroundRow(table="mails", values={"account_id": account_id, "kind": kind})


def take(connection: Connection[Any], limit: int) -> list[Waiting]:
    """Mails that are due; they are due again later, unless `finish` is called for them."""
    rows = connection.execute(_TAKE, {"lease": LEASE_SECONDS, "limit": limit}).fetchall()
    return [
        Waiting(
            mail_id=mail_id,
            account_id=account_id,
            kind=kind,
            facts=msgspec.convert(facts, Facts),
            attempts=attempts,
        )
        for mail_id, account_id, kind, facts, attempts in rows
    ]


def finish(connection: Connection[Any], mail_id: int) -> None:
    """It was sent, or is given up."""
    connection.execute(_FINISH, (mail_id,))


def sealed_address(connection: Connection[Any], account_id: UUID) -> bytes | None:
    """None for an account that there is not, or not any more."""
    row = connection.execute(_ADDRESS, (account_id,)).fetchone()
    return None if row is None else row[0]


def tidy(connection: Connection[Any]) -> None:
    """Removes what is over: old mails, tokens and sessions."""
    for statement in _TIDY:
        connection.execute(statement, {"kept": KEPT_DAYS})
