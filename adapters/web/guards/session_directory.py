"""Sessions of signed-in holders, as rows: a token is known by its hash and ends with its row."""

import contextlib
from collections.abc import AsyncIterator
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import msgspec
import psycopg
import structlog

from adapters.tokens import SESSION_PREFIX, fresh_token, hash_token
from adapters.web.dependencies import ListPool
from domain.errors import TemporarilyUnavailable, Unauthorized
from domain.ids import AccountId

SESSION_DAYS = 14

_OPEN = """
INSERT INTO sessions (token_hash, session_id, account_id, expires_at)
SELECT %(token_hash)s::bytea, %(session_id)s::uuid, account_id, now() + %(days)s * interval '1 day'
FROM accounts WHERE account_id = %(account_id)s AND sealed_password_hash = %(checked)s
FOR SHARE
RETURNING expires_at
"""
"""Of an account that is there and has the password that was checked. An erasure, and a reset before
it ends sessions, change this row, so one waits for the other.
"""
_HOLD = "SELECT 1 FROM accounts WHERE account_id = %s FOR SHARE"
_THERE = "SELECT 1 FROM sessions WHERE session_id = %s AND expires_at > now()"
_FIND = "SELECT session_id, account_id FROM sessions WHERE token_hash = %s AND expires_at > now()"
_END = "DELETE FROM sessions WHERE session_id = %s RETURNING session_id"
_END_ALL = "DELETE FROM sessions WHERE account_id = %s RETURNING session_id"


class OpenedSession(msgspec.Struct, frozen=True, kw_only=True):
    """`token` is told once."""

    session_id: UUID
    token: str
    expires_at: datetime

    def __repr__(self) -> str:
        return f"OpenedSession({self.session_id})"


class Sessions:
    """Nothing is remembered here: a session that was ended opens nothing a moment later."""

    def __init__(self, lists: ListPool) -> None:
        self._lists = lists

    async def open(self, account_id: AccountId, *, checked: bytes) -> OpenedSession | None:
        """`checked` is what is stored of the password that was right: None for an account that is
        gone, or has another by now. Raises TemporarilyUnavailable, like every method.
        """
        token, session_id = fresh_token(SESSION_PREFIX), uuid4()
        params = {
            "token_hash": hash_token(token),
            "session_id": session_id,
            "account_id": account_id,
            "checked": checked,
            "days": SESSION_DAYS,
        }
        rows = await self._ask(_OPEN, params)
        if not rows:
            return None
        return OpenedSession(session_id=session_id, token=token, expires_at=rows[0][0])

    async def find(self, token: str) -> tuple[UUID, AccountId] | None:
        """(session, account) of a token that is in force."""
        rows = await self._ask(_FIND, (hash_token(token),))
        return (rows[0][0], AccountId(rows[0][1])) if rows else None

    async def check(self, session_id: UUID) -> None:
        """Raises Unauthorized for a session that was ended since it was found."""
        if not await self._ask(_THERE, (session_id,)):
            raise Unauthorized

    @contextlib.asynccontextmanager
    async def held(self, session_id: UUID, account_id: AccountId) -> AsyncIterator[None]:
        """As `check`; and no reset ends the session before what follows is done, so that what it
        makes is there for the reset to end.

        There are two statements because the second has to see what the first waited for.
        """
        async with account_held(self._lists, account_id) as connection:
            if (await connection.execute(_THERE, (session_id,))).rowcount == 0:
                raise Unauthorized
            yield

    async def end(self, session_id: UUID) -> int:
        """How many were ended: one, or none."""
        return len(await self._ask(_END, (session_id,)))

    async def end_all(self, account_id: AccountId) -> int:
        """Signs the holder out everywhere."""
        return len(await self._ask(_END_ALL, (account_id,)))

    async def _ask(self, statement: Any, params: Any) -> list[Any]:
        try:
            async with self._lists.connection() as connection:
                cursor = await connection.execute(statement, params)
                return await cursor.fetchall()
        except psycopg.OperationalError as error:
            raise _unavailable(error) from error


@contextlib.asynccontextmanager
async def account_held(
    pool: ListPool, account_id: AccountId
) -> AsyncIterator[psycopg.AsyncConnection[Any]]:
    """No reset goes past the account's row before what follows is done.

    Who stands still here loses the hold, and is told so at the end. Raises TemporarilyUnavailable.
    """
    try:
        async with pool.connection() as connection, connection.transaction():
            await connection.execute(_HOLD, (account_id,))
            yield connection
    except psycopg.OperationalError as error:
        raise _unavailable(error) from error


def _unavailable(error: psycopg.OperationalError) -> TemporarilyUnavailable:
    structlog.get_logger("adapters.web").warning("no sessions", error=str(error))
    return TemporarilyUnavailable()


def is_session(secret: str) -> bool:
    """A token of ours by its looks."""
    return secret.startswith(SESSION_PREFIX) and secret.isascii()
