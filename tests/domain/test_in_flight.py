"""Open generations of one account: never more than its tier allows, however old the count is."""

from domain import handlers, ledger
from domain.errors import ConcurrencyLimited, IdempotencyKeyReused
from domain.event import Event
from domain.in_flight import InFlight
from domain.ledger import Account
from domain.ports import Command
from tests.domain.checking import (
    ACCOUNT,
    CHARACTER,
    GENERATION,
    NOW,
    check,
    claim,
    created,
    debited,
    fold,
    granted,
    opened,
)

RICH: list[Event] = [*opened(), granted(1, 1_000)]
DRAWN = {ACCOUNT: [*RICH, debited((1, 1)), debited((1, 1))], CHARACTER: [created()]}
"""An account that made two debits."""


def _request(counted: InFlight | None) -> Command:
    return handlers.request_generation(GENERATION, claim(), counted=counted)


def test_a_debit_counts_as_open_until_it_is_counted_anew() -> None:
    """Fifty-nine were open before the first of two debits: sixty-one may be open now."""
    check(DRAWN, _request(InFlight(open=59, debits=0)), ConcurrencyLimited)
    check(DRAWN, _request(InFlight(open=58, debits=0)), ConcurrencyLimited)
    check(DRAWN, _request(InFlight(open=60, debits=2)), ConcurrencyLimited)
    asked = {GENERATION: [claim((1, 1))], ACCOUNT: [debited((1, 1))]}
    for fits in (InFlight(open=57, debits=0), InFlight(open=59, debits=2), None):
        check(DRAWN, _request(fits), asked, answer=handlers.Claimed(replayed=False))


def test_a_higher_tier_has_room_for_more() -> None:
    """120 and 240; the unlimited tier has room for any number."""
    for tier, open_before in (("scale", 119), ("volume", 239), ("unlimited", 100_000)):
        raised = [ledger.AccountTierSet(tier=tier, actor="operator")]  # type: ignore[arg-type]
        given = DRAWN | {ACCOUNT: [*DRAWN[ACCOUNT], *raised]}
        asked = {GENERATION: [claim((1, 1))], ACCOUNT: [debited((1, 1))]}
        counted = InFlight(open=open_before, debits=2)
        check(given, _request(counted), asked, answer=handlers.Claimed(replayed=False))


def test_a_replay_never_meets_the_limit() -> None:
    """It joins its own work, or is told that the key was used for another request."""
    given = DRAWN | {GENERATION: [claim((1, 1))]}
    full = InFlight(open=60, debits=2)
    check(given, _request(full), {}, answer=handlers.Claimed(replayed=True))
    other = handlers.request_generation(GENERATION, claim(fingerprint=b"other"), counted=full)
    check(given, other, IdempotencyKeyReused)


def test_a_refund_does_not_undo_the_count_of_debits() -> None:
    """Counts are of debits ever made, so that an old count can be brought forward."""
    account = fold(DRAWN[ACCOUNT])
    assert isinstance(account, Account)
    assert account.debits == 2
    refunded = ledger.refund(account, GENERATION, debited((1, 1)).draws, cause="failed", now=NOW)
    after = fold([*DRAWN[ACCOUNT], *refunded])
    assert isinstance(after, Account)
    assert after.debits == 2
