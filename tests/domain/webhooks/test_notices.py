"""Which events are told, to whom, and as what."""

from datetime import timedelta
from uuid import UUID

import msgspec
import pytest

from domain.characters.character import IdentityFailed, IdentityStored
from domain.credits import Credits
from domain.event import Event, Recorded
from domain.generation import (
    GenerationBlocked,
    GenerationCanceled,
    GenerationExpired,
    GenerationFailed,
    GenerationStarted,
)
from domain.ids import EndpointId, SecretId
from domain.keys.caps import Cap
from domain.keys.key import KeyCapped
from domain.ledger import Account, CreditsRefunded, Draw
from domain.low_balance import crossed
from domain.webhooks.endpoint import EndpointCreated, EndpointDisabled, EndpointEnabled
from domain.webhooks.notices import (
    BALANCE,
    Notice,
    level_notices,
    levels_of,
    moved_accounts,
    notices_of,
    subjects_of,
)
from tests.domain.checking import (
    ACCOUNT,
    CHARACTER,
    GENERATION,
    GROUP,
    KEY,
    NOW,
    claim,
    completed,
    created,
    debited,
    fold,
    granted,
    lot,
    opened,
)

ENDPOINT = EndpointId(UUID(int=20))


def recorded(stream_id: UUID, event: Event, version: int = 2) -> Recorded:
    return Recorded(position=9, stream_id=stream_id, version=version, recorded_at=NOW, event=event)


def told(notices: list[Notice]) -> list[tuple[str, UUID, UUID]]:
    return [(notice.type, notice.account_id, notice.subject_id) for notice in notices]


@pytest.mark.parametrize(
    ("event", "event_type"),
    [
        (completed(), "generation.completed"),
        (GenerationFailed(attempt=1, reason="engine_failed"), "generation.failed"),
        (GenerationExpired(), "generation.expired"),
        (GenerationBlocked(attempt=1, category="x", policy_version="1"), "generation.blocked"),
        (GenerationCanceled(by="customer"), "generation.canceled"),
    ],
)
def test_endings_are_told(event: Event, event_type: str) -> None:
    """Each ending of a generation, to the account that asked for it, numbered in its stream."""
    ended = recorded(GENERATION, event, version=3)
    assert subjects_of([ended]) == {GENERATION}
    notices = notices_of(ended, {GENERATION: fold([claim(), event])})
    assert told(notices) == [(event_type, ACCOUNT, GENERATION)]
    assert (notices[0].sequence, notices[0].position, notices[0].facts) == (3, 9, None)


def test_what_is_on_its_way_is_not_told() -> None:
    """A start is no ending."""
    started = recorded(GENERATION, GenerationStarted(attempt=1))
    assert subjects_of([started]) == set()
    assert notices_of(started, {}) == []


def test_characters_are_told_when_they_can_be_drawn() -> None:
    """At once without a face to compute, else when it is stored or could not be computed."""
    plain = recorded(CHARACTER, created(conditioned=False), version=1)
    assert told(notices_of(plain, {})) == [("character.ready", ACCOUNT, CHARACTER)]
    assert notices_of(recorded(CHARACTER, created(), version=1), {}) == []
    states = {CHARACTER: fold([created()])}
    stored = recorded(CHARACTER, IdentityStored(object_key="k", encoder="e"))
    assert told(notices_of(stored, states)) == [("character.ready", ACCOUNT, CHARACTER)]
    failed = recorded(CHARACTER, IdentityFailed())
    assert told(notices_of(failed, states)) == [("character.failed", ACCOUNT, CHARACTER)]


def test_refunds_are_told() -> None:
    """With amount, cause and generation, under the account: it is its stream that counts them."""
    event = CreditsRefunded(
        generation_id=GENERATION,
        amount=Credits(5),
        draws=(Draw(lot(1), Credits(5)),),
        reopened=(),
        cause="failed",
    )
    (notice,) = notices_of(recorded(ACCOUNT, event), {})
    assert told([notice]) == [("credits.refunded", ACCOUNT, ACCOUNT)]
    assert msgspec.json.decode(notice.facts or b"") == {
        "generation_id": str(GENERATION),
        "amount": 5,
        "cause": "failed",
    }


def test_others_hear_of_a_disabled_endpoint() -> None:
    """Not when its owner did it, nor with a reset that disables them all, and not the one that is
    disabled; an enabled one is tried.
    """
    endpoint = EndpointCreated(
        account_id=ACCOUNT,
        livemode=True,
        sealed=b"",
        event_types=None,
        secret_id=SecretId(UUID(int=1)),
        fingerprint=b"",
    )
    states = {ENDPOINT: fold([endpoint])}
    (notice,) = notices_of(recorded(ENDPOINT, EndpointDisabled(by="gone")), states)
    assert (notice.type, notice.without, notice.only) == (
        "webhook_endpoint.disabled",
        ENDPOINT,
        None,
    )
    for by in ("customer", "password_reset"):
        assert notices_of(recorded(ENDPOINT, EndpointDisabled(by=by)), states) == []
    (ping,) = notices_of(recorded(ENDPOINT, EndpointEnabled()), states)
    assert (ping.type, ping.only) == ("webhook.test", ENDPOINT)


def account(*more: Event) -> Account:
    state = fold([*opened(), *more])
    assert isinstance(state, Account)
    return state


@pytest.mark.parametrize(
    ("before", "left", "types"),
    [
        ("", 10, []),
        ("", 9, ["credits.low"]),
        ("", 0, ["credits.low", "credits.depleted"]),
        ("low", 0, ["credits.depleted"]),
        ("low", 9, []),
        ("depleted", 9, []),
        ("depleted", 0, []),
        ("depleted", 12, []),
    ],
)
def test_levels_are_told_once(before: str, left: int, types: list[str]) -> None:
    """On the way down only, each level when it is reached, below the threshold and at nothing."""
    state = account(*([granted(1, left)] if left else []))
    levels = levels_of(state, NOW, low_credits=10)
    event = recorded(ACCOUNT, KeyCapped(cap_group=GROUP, amount=None, period="day", actor="x"))
    notices = level_notices(state, event, {BALANCE: before}, levels, low_credits=10)
    assert [notice.type for notice in notices] == types


@pytest.mark.parametrize(
    ("threshold", "types"),
    [(0, ["credits.depleted"]), (1, ["credits.low", "credits.depleted"])],
)
def test_nothing_left_is_low_only_below_the_threshold(threshold: int, types: list[str]) -> None:
    """Nobody can spend fewer than no credits: with a threshold of 0 no balance is low."""
    state = account()
    levels = levels_of(state, NOW, low_credits=threshold)
    event = recorded(ACCOUNT, debited((1, 25)))
    notices = level_notices(state, event, {}, levels, low_credits=threshold)
    assert [notice.type for notice in notices] == types


@pytest.mark.parametrize("grant", [5, 50])
def test_a_low_balance_is_told_where_no_mail_goes_out(grant: int) -> None:
    """As docs/howto/accounts.md has it: a first grant below the threshold, or a threshold that was
    raised above the balance, is no crossing; it is low, and is told with the next movement.
    """
    state = account(granted(1, grant))
    levels = levels_of(state, NOW, low_credits=grant + 1)
    notices = level_notices(
        state, recorded(ACCOUNT, granted(1, grant)), {}, levels, low_credits=grant + 1
    )
    assert [notice.type for notice in notices] == ["credits.low"]
    assert not crossed(0, grant, grant + 1)


def test_a_used_up_cap_is_told_once_a_period() -> None:
    """The level names cap and period, so the same period is silent and the next one is not."""
    capped = KeyCapped(cap_group=GROUP, amount=2, period="day", actor="x")
    spent = debited((1, 2))
    state = account(granted(1, 30), capped, spent)
    levels = levels_of(state, NOW, low_credits=10)
    assert levels == {BALANCE: "", str(GROUP): "2/day/2026-03-01"}
    event = recorded(ACCOUNT, spent)
    (notice,) = level_notices(state, event, {}, levels, low_credits=10)
    assert told([notice]) == [("key.spend_limit_reached", ACCOUNT, GROUP)]
    assert msgspec.json.decode(notice.facts or b"") == {
        "key_ids": [str(KEY)],
        "amount": 2,
        "period": "day",
        "resets_at": "2026-03-02T00:00:00Z",
    }
    assert level_notices(state, event, levels, levels, low_credits=10) == []
    tomorrow = levels_of(state, NOW + timedelta(days=1), low_credits=10)
    assert tomorrow[str(GROUP)] == ""
    assert Cap(2, "day") == state.cap_groups[GROUP].cap


def test_accounts_whose_credits_moved_are_looked_at() -> None:
    """Once each, with the last event that moved them."""
    first, second = recorded(ACCOUNT, granted(1, 5)), recorded(ACCOUNT, granted(2, 5))
    ended = recorded(GENERATION, completed())
    assert moved_accounts([first, second, ended]) == {ACCOUNT: second}
