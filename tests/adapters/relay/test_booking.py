"""Expired lots are booked by the time that the ledger decides by, whatever this machine's clock."""

import asyncio
from datetime import UTC, datetime, timedelta
from uuid import uuid4

from adapters.eventstore import PostgresLedger
from adapters.postgres.connections import async_pool, connect
from adapters.relay import queue
from adapters.relay.booking import book_expired_lots
from domain.ids import AccountId, LotId
from domain.ledger import CreditsExpired
from domain.reactions import LotDue
from tests import builders
from tests.adapters.eventstore.test_clock import set_the_log_ahead

ACCOUNT = AccountId(uuid4())
LOT = LotId(uuid4())


def test_a_lot_that_is_over_by_the_log_is_booked(migrated: str) -> None:
    """The log is an hour ahead of this machine, and the lot ends between the two."""
    ends = datetime.now(UTC) + timedelta(minutes=30)
    with PostgresLedger(migrated, role="xavira_work") as ledger:
        ledger.append(builders.opened(ACCOUNT)).result()
        ledger.append(builders.granted(ACCOUNT, 5, lot_id=LOT, expires_at=ends)).result()
    with connect(migrated, role="xavira_work") as session:
        queue.step(session, [LotDue(account_id=ACCOUNT, lot_id=LOT, expires_at=ends)], position=1)
    set_the_log_ahead(migrated)

    async def book(ledger: PostgresLedger) -> int:
        async with async_pool(migrated, role="xavira_work") as pool:
            return await book_expired_lots(ledger, pool)

    with PostgresLedger(migrated, role="xavira_work") as ledger:
        ledger.head()
        assert asyncio.run(book(ledger)) == 1
        (expired,) = [
            each.event for each in ledger.read(0, 1_000) if isinstance(each.event, CreditsExpired)
        ]
    assert expired.lot_id == LOT
    with connect(migrated, role="xavira_work") as session:
        assert session.execute("SELECT count(*) FROM lot_expiries").fetchone() == (0,)
