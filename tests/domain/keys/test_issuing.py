"""Keys that keys make: whether the one that asks still may is asked within the decision."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from domain import handlers
from domain.errors import InsufficientScope, NotFound, Unauthorized
from domain.ids import KeyId
from domain.key_claim import KeyClaimed
from domain.keys.issuing import standing_of
from domain.keys.key import KeyIssued, KeyRevoked, KeyRotated
from domain.ledger import AccountAttested
from domain.ports import Command
from tests.domain.checking import ACCOUNT, KEY, NOW, check, fold, opened

NEW = KeyId(UUID(int=31))
SUCCESSOR = KeyId(UUID(int=32))
CLAIMED = KeyClaimed(account_id=ACCOUNT, fingerprint=b"asked")
HOUR = timedelta(hours=1)
REVOKED = KeyRevoked(key_id=KEY, actor="customer")
ROTATED = KeyRotated(
    key_id=KEY,
    new_key_id=SUCCESSOR,
    prefix="xav_test_cd",
    last4="abcd",
    overlap_ends_at=NOW + HOUR,
    expires_at=None,
    actor="customer",
)


def issue_test_key(claimed: KeyClaimed | None, **changes: Any) -> Command:
    """By the test key KEY."""
    facts: dict[str, Any] = {"prefix": "xav_test_ef", "last4": "efgh", "scopes": ("read",)}
    return handlers.issue_test_key(
        ACCOUNT,
        KeyIssued(key_id=NEW, **(facts | changes)),
        attested=AccountAttested(terms_version="1", adult=True, source="operator"),
        rows=(),
        claimed=claimed,
        standing=standing_of(KEY),
    )


@pytest.mark.parametrize("claimed", [CLAIMED, None])
def test_a_revoked_test_key_makes_none(claimed: KeyClaimed | None) -> None:
    """Nor does one of an account that the book does not know; a replay is no exception."""
    check({ACCOUNT: [*opened(), REVOKED]}, issue_test_key(claimed), Unauthorized)
    check({ACCOUNT: [*opened(), REVOKED], NEW: [CLAIMED]}, issue_test_key(CLAIMED), Unauthorized)
    check({}, issue_test_key(claimed), NotFound)


def test_a_test_key_that_was_rotated_meanwhile_makes_none_that_outlives_it() -> None:
    """The new key ends with the overlap, and a wish for more is refused."""
    states = {ACCOUNT: fold([*opened(), ROTATED]), NEW: None}
    made = issue_test_key(CLAIMED).decide(states, NOW).events[ACCOUNT][0]
    assert isinstance(made, KeyIssued)
    assert made.expires_at == NOW + HOUR
    with pytest.raises(InsufficientScope):
        issue_test_key(CLAIMED, expires_at=NOW + 2 * HOUR).decide(states, NOW)
