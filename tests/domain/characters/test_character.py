"""The character stream: created once, one face, archived at most once."""

from typing import Any

import pytest

from domain import handlers
from domain.characters.character import (
    Character,
    CharacterArchived,
    IdentityFailed,
    IdentityStored,
)
from domain.errors import AccountOnHold, IdempotencyKeyReused, NotFound, Unauthorized
from domain.handlers import Claimed
from domain.ids import KeyId
from domain.ledger import AccountSuspended, KeyRevoked
from tests.domain.checking import (
    ACCOUNT,
    CHARACTER,
    KEY,
    OTHER,
    check,
    claim,
    created,
    fold,
    opened,
)

FACE = IdentityStored(object_key="identities/a", encoder="sketch-1")
OTHER_FACE = IdentityStored(object_key="identities/b", encoder="sketch-1")


def create(**options: Any) -> Any:
    return handlers.create_character(CHARACTER, created(**options), key_id=KEY)


def test_a_character_is_created() -> None:
    """Creation records one event and costs nothing."""
    answer = Claimed(replayed=False)
    check({ACCOUNT: opened()}, create(), {CHARACTER: [created()]}, answer=answer)


def test_a_retry_finds_the_character() -> None:
    """The same request again records nothing and says so."""
    given = {ACCOUNT: opened(), CHARACTER: [created(), FACE]}
    check(given, create(), {}, answer=Claimed(replayed=True))


def test_another_body_under_the_same_key_is_refused() -> None:
    """A key stands for one request, on whichever route."""
    command = handlers.create_character(CHARACTER, created(), key_id=KEY)
    other = [created(account_id=OTHER)]
    check({ACCOUNT: opened(), CHARACTER: other}, command, IdempotencyKeyReused)
    check({ACCOUNT: opened(), CHARACTER: [claim((1, 1))]}, command, IdempotencyKeyReused)


@pytest.mark.parametrize(
    ("later", "refusal"),
    [
        (KeyRevoked(key_id=KEY, actor="customer"), Unauthorized),
        (AccountSuspended(suspended=True, actor="operator"), AccountOnHold),
    ],
)
def test_dead_keys_and_held_accounts_create_nothing(later: Any, refusal: Any) -> None:
    """The account's own stream says who may create."""
    check({ACCOUNT: [*opened(), later]}, create(), refusal)


def test_a_key_of_another_account_creates_nothing() -> None:
    """A key that this account never issued is refused."""
    command = handlers.create_character(CHARACTER, created(), key_id=KeyId(OTHER))
    check({ACCOUNT: opened()}, command, Unauthorized)


def test_the_first_identity_is_the_identity() -> None:
    """A second face, even a different one, changes nothing."""
    command = handlers.store_identity(CHARACTER, FACE)
    check({CHARACTER: [created()]}, command, {CHARACTER: [FACE]}, answer=True)
    check({CHARACTER: [created(), OTHER_FACE]}, command, {}, answer=False)


def test_a_failed_identity_may_succeed_later() -> None:
    """A failure is noted once, and a later success still fixes the face."""
    failed = handlers.store_identity(CHARACTER, IdentityFailed())
    check({CHARACTER: [created()]}, failed, {CHARACTER: [IdentityFailed()]}, answer=True)
    check({CHARACTER: [created(), IdentityFailed()]}, failed, {}, answer=False)
    check(
        {CHARACTER: [created(), IdentityFailed()]},
        handlers.store_identity(CHARACTER, FACE),
        {CHARACTER: [FACE]},
        answer=True,
    )


def test_a_late_failure_does_not_take_the_face_away() -> None:
    """After an identity is stored a failure counts for nothing."""
    command = handlers.store_identity(CHARACTER, IdentityFailed())
    check({CHARACTER: [created(), FACE]}, command, {}, answer=False)


def test_an_unknown_character_has_no_identity() -> None:
    """A result for an id that nobody created is refused."""
    check({}, handlers.store_identity(CHARACTER, FACE), NotFound)


def test_archiving_is_done_once() -> None:
    """Archiving again changes nothing."""
    command = handlers.archive_character(ACCOUNT, CHARACTER)
    check({CHARACTER: [created()]}, command, {CHARACTER: [CharacterArchived()]})
    check({CHARACTER: [created(), CharacterArchived()]}, command, {})


@pytest.mark.parametrize("stream", [[], [created(account_id=OTHER)], [claim((1, 1))]])
def test_only_the_owner_archives(stream: list[Any]) -> None:
    """Missing, foreign and not a character at all are the same refusal."""
    check({CHARACTER: stream}, handlers.archive_character(ACCOUNT, CHARACTER), NotFound)


@pytest.mark.parametrize(
    ("conditioned", "events", "status"),
    [
        (True, [], "preparing"),
        (True, [FACE], "ready"),
        (True, [IdentityFailed()], "failed"),
        (True, [IdentityFailed(), FACE], "ready"),
        (False, [], "ready"),
        (False, [IdentityFailed()], "ready"),
        (True, [FACE, CharacterArchived()], "ready"),
    ],
)
def test_status_follows_from_the_events(conditioned: bool, events: list[Any], status: str) -> None:
    """A character is ready with a face, or at once where its model needs none."""
    character = fold([created(conditioned=conditioned), *events])
    assert isinstance(character, Character)
    assert character.status == status
