"""Books lots that have expired: many accounts in few commits, a page at a time.

A page is small enough that what the settler records does not wait long behind it.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import Future, wait
from datetime import timedelta
from typing import Any
from uuid import UUID

import structlog
from psycopg import AsyncConnection
from psycopg_pool import AsyncConnectionPool

from adapters.relay.queue import DUE_ACCOUNTS_MAX
from adapters.relay.statements import statement
from domain.errors import DomainError, TemporarilyUnavailable
from domain.handlers import expire_lots
from domain.ids import AccountId
from domain.ports import Appended, Ledger

Pool = AsyncConnectionPool[AsyncConnection[Any]]

BOOKED_PER_SECOND_MAX = 2_500
"""Accounts; a backlog is no reason to take the ledger from those who wait for a picture."""

RECALLED_LOTS_MAX = 1_000
OVERDUE = timedelta(minutes=1)
"""A lot that is not booked by then may have been forgotten; until then it waits its turn."""

_log = structlog.get_logger(__name__)


async def _always() -> bool:
    return True


async def book_backlog(
    ledger: Ledger, pool: Pool, *, go_on: Callable[[], Awaitable[bool]] = _always
) -> int:
    """Books everything that is due, page by page; returns of how many accounts.

    `go_on` is asked after every page but the last one, and does what must not wait for all of them.
    Raises TemporarilyUnavailable, psycopg.OperationalError.
    """
    booked = 0
    while True:
        began = time.monotonic()
        page = await book_expired_lots(ledger, pool)
        booked += page
        if page < DUE_ACCOUNTS_MAX:
            if booked > page:
                _log.info("a backlog of expired lots is booked", accounts=booked)
            return booked
        took = time.monotonic() - began
        await asyncio.sleep(max(0.0, page / BOOKED_PER_SECOND_MAX - took))
        if not await go_on():
            return booked


async def book_expired_lots(ledger: Ledger, pool: Pool) -> int:
    """Books what is due of at most DUE_ACCOUNTS_MAX accounts; returns of how many.

    What is due is so by the clock that the ledger of this process decides by. That may be set back
    meanwhile, and nothing is forgotten that it did not look at. Raises TemporarilyUnavailable,
    psycopg.OperationalError.
    """
    now = ledger.now()
    async with pool.connection() as connection:
        parameters = {"now": now, "limit": DUE_ACCOUNTS_MAX}
        cursor = await connection.execute(statement("due_accounts"), parameters)
        accounts = [row[0] for row in await cursor.fetchall()]
    if not accounts:
        return 0
    booking = [ledger.append(expire_lots(AccountId(account))) for account in accounts]
    await asyncio.to_thread(wait, booking)  # one wake-up of the loop, not one for each account
    done = _done(accounts, booking)
    looked_at = min(now, ledger.now())
    async with pool.connection() as connection:
        parameters = {"account_ids": done, "now": looked_at}
        await connection.execute(statement("forget_due_lots"), parameters)
    for booked in booking:
        if isinstance(error := booked.exception(), TemporarilyUnavailable):
            raise error
    return len(accounts)


async def recall_lots(pool: Pool) -> int:
    """Notes expired lots that hold credits and that nobody remembers to be due; returns how many.

    What is due is noted once, as the log is followed, and forgotten when the ledger has looked: one
    wrong look would leave a lot unbooked for ever. Raises psycopg.OperationalError.
    """
    parameters = {"overdue": OVERDUE, "limit": RECALLED_LOTS_MAX}
    async with pool.connection() as connection:
        noted = await connection.execute(statement("recall_lots"), parameters)
    if noted.rowcount:
        _log.info("expired lots are looked at once more", lots=noted.rowcount)
    return noted.rowcount


def _done(accounts: Sequence[UUID], booking: "Sequence[Future[Appended]]") -> list[UUID]:
    """Accounts that are booked, or refused for good. Raises whatever is no refusal."""
    done = []
    for account, booked in zip(accounts, booking, strict=True):
        error = booked.exception()
        if isinstance(error, TemporarilyUnavailable):
            continue
        if isinstance(error, DomainError):
            _log.error("lots cannot be booked", account=str(account), error=repr(error))
        elif error is not None:
            raise error
        done.append(account)
    return done
