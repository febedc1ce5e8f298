"""The one customer of the tests of a ledger: an account of 25 credits and its character."""

from datetime import UTC, datetime
from uuid import uuid4

from adapters.eventstore import PostgresLedger
from domain.ids import AccountId, CharacterId
from domain.ledger import Account

ACCOUNT = AccountId(uuid4())
CHARACTER = CharacterId(uuid4())


def available(ledger: PostgresLedger) -> int:
    """The customer's credits, as the log has them."""
    account = ledger.load([ACCOUNT]).result()[ACCOUNT].state
    assert isinstance(account, Account)
    return account.available(datetime.now(UTC))
