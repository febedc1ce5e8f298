"""An erased account: closed for good, and still a set of books that must balance."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from adapters.memory.ledger import MemoryLedger
from domain import handlers
from domain.errors import InvalidState, NotFound, Unauthorized
from domain.event import Event
from domain.ids import AccountId, CharacterId, GenerationId
from domain.ledger import (
    Account,
    AccountErased,
    AccountReleased,
    AccountSuspended,
    evolve,
    known_key,
)
from domain.ports import Command
from tests import builders

ACCOUNT = AccountId(UUID(int=1))
CHARACTER = CharacterId(UUID(int=2))
GENERATION = GenerationId(UUID(int=3))


@pytest.fixture
def ledger() -> MemoryLedger:
    """An account with a character and one open generation."""
    ledger = MemoryLedger()
    for command in (
        builders.opened(ACCOUNT),
        builders.created(ACCOUNT, CHARACTER),
        builders.requested(ACCOUNT, CHARACTER, GENERATION),
    ):
        ledger.append(command).result()
    return ledger


def done(ledger: MemoryLedger, command: Command) -> list[Event]:
    return [recorded.event for recorded in ledger.append(command).result().recorded]


def account(ledger: MemoryLedger) -> Account:
    state = ledger.load([ACCOUNT]).result()[ACCOUNT].state
    assert isinstance(state, Account)
    return state


def test_erasing_is_one_event_however_often(ledger: MemoryLedger) -> None:
    """The second erasure of an account changes nothing."""
    command = handlers.erase_account(ACCOUNT, actor="operator")
    assert done(ledger, command) == [AccountErased(actor="operator")]
    assert done(ledger, command) == []


def test_nothing_is_granted_to_an_erased_account(ledger: MemoryLedger) -> None:
    """Who decided to grant before it was erased is refused; what was granted before stays so."""
    before, after = builders.granted(ACCOUNT, 5), builders.granted(ACCOUNT, 7)
    done(ledger, before)
    done(ledger, handlers.erase_account(ACCOUNT, actor="operator"))
    assert done(ledger, before) == []
    with pytest.raises(InvalidState, match="This account was erased"):
        done(ledger, after)


def test_an_erased_account_can_do_nothing(ledger: MemoryLedger) -> None:
    """Its keys are worth nothing any more, for generations and characters alike."""
    done(ledger, handlers.erase_account(ACCOUNT, actor="operator"))
    asking = builders.requested(ACCOUNT, CHARACTER, GenerationId(UUID(int=4)))
    for command in (asking, builders.created(ACCOUNT, CharacterId(UUID(int=5)))):
        with pytest.raises(Unauthorized):
            ledger.append(command).result()


def test_open_work_is_refunded_to_its_lots(ledger: MemoryLedger) -> None:
    """Erasing moves no credit; what was in flight comes back when its work ends."""
    done(ledger, handlers.erase_account(ACCOUNT, actor="operator"))
    assert account(ledger).available(datetime.now(UTC)) == 24
    done(ledger, builders.failed(ACCOUNT, GENERATION))
    assert account(ledger).available(datetime.now(UTC)) == 25


def test_a_key_of_an_erased_account_is_unknown(ledger: MemoryLedger) -> None:
    """Whoever asks only for the key, held or not, is told the same as for one that never was."""
    known_key(account(ledger), builders.key_of(ACCOUNT), datetime.now(UTC))
    done(ledger, handlers.erase_account(ACCOUNT, actor="operator"))
    with pytest.raises(Unauthorized):
        known_key(account(ledger), builders.key_of(ACCOUNT), datetime.now(UTC))


@pytest.mark.parametrize(
    "event",
    [AccountSuspended(suspended=False, actor="operator"), AccountReleased(actor="operator")],
)
def test_no_event_opens_an_erased_account_again(ledger: MemoryLedger, event: Event) -> None:
    """Even an end of a suspension leaves it closed."""
    done(ledger, handlers.erase_account(ACCOUNT, actor="operator"))
    state = evolve(account(ledger), event)
    assert (state.suspended, state.erased) == (True, True)


def test_an_unknown_account_is_not_erased(ledger: MemoryLedger) -> None:
    """There is nothing to close under an id that no account has."""
    with pytest.raises(NotFound):
        ledger.append(handlers.erase_account(AccountId(UUID(int=9)), actor="operator")).result()
