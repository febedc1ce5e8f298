"""Endpoints: created once, changed, given new secrets, disabled, deleted."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from domain.errors import (
    DomainError,
    IdempotencyKeyReused,
    InvalidState,
    NotFound,
    Unauthorized,
    ValidationFailed,
)
from domain.event import Event
from domain.handlers import Claimed
from domain.ids import EndpointId, KeyId, SecretId, directory_id
from domain.key_claim import KeyClaimed
from domain.keys.issuing import standing_of
from domain.keys.key import KeyRevoked
from domain.ports import Command, GroundRow
from domain.webhooks.directory import EndpointAdded, EndpointRemoved
from domain.webhooks.endpoint import (
    Endpoint,
    EndpointCreated,
    EndpointDeleted,
    EndpointDisabled,
    EndpointEnabled,
    EndpointSecretRotated,
    EndpointUpdated,
    Secret,
)
from domain.webhooks.handlers import (
    claim_test,
    create_endpoint,
    delete_endpoint,
    disable_endpoint,
    disable_endpoints,
    enable_endpoint,
    rotate_secret,
    update_endpoint,
)
from tests.domain.checking import ACCOUNT, KEY, NOW, OTHER, check, fold
from tests.domain.checking import opened as account

ENDPOINT = EndpointId(UUID(int=20))
DIRECTORY = directory_id(ACCOUNT)
FIRST, SECOND, THIRD = (SecretId(UUID(int=number)) for number in (21, 22, 23))
ROW = GroundRow(table="webhook_secrets", values={})
MINE = standing_of(KEY)
CLAIMED = KeyClaimed(account_id=ACCOUNT, fingerprint=b"fingerprint")
HOUR = timedelta(hours=1)


def created(**changes: Any) -> EndpointCreated:
    facts: dict[str, Any] = {
        "account_id": ACCOUNT,
        "livemode": True,
        "sealed": b"sealed",
        "event_types": ("generation.completed",),
        "secret_id": FIRST,
        "fingerprint": b"fingerprint",
    }
    return EndpointCreated(**(facts | changes))


def added(endpoint_id: EndpointId = ENDPOINT) -> EndpointAdded:
    return EndpointAdded(account_id=ACCOUNT, endpoint_id=endpoint_id)


def create(event: EndpointCreated, key_id: KeyId = KEY) -> Command:
    return create_endpoint(ENDPOINT, event, key_id=key_id, rows=(ROW,))


def rotate(
    secret_id: SecretId, overlap: timedelta = HOUR, claimed: KeyClaimed = CLAIMED
) -> Command:
    return rotate_secret(claimed, ENDPOINT, secret_id, overlap=overlap, row=ROW, standing=MINE)


def test_an_endpoint_is_created_once() -> None:
    """The first request creates it, the same request again answers it, another one is refused, and
    so is the same once it was deleted.
    """
    open_account = {ACCOUNT: account()}
    then = {ENDPOINT: [created()], DIRECTORY: [added()]}
    check(open_account, create(created()), then, answer=Claimed(replayed=False))
    given = {**open_account, ENDPOINT: [created()]}
    check(given, create(created(secret_id=SECOND)), {}, answer=Claimed(replayed=True))
    check(given, create(created(fingerprint=b"another")), IdempotencyKeyReused)
    deleted = {**open_account, ENDPOINT: [created(), EndpointDeleted()]}
    check(deleted, create(created()), InvalidState)
    check(open_account, create(created(), KeyId(UUID(int=99))), Unauthorized)


def test_sixteen_endpoints_are_enough() -> None:
    """The seventeenth is refused until one of them is deleted, which is also taken off the list."""
    others = [added(EndpointId(UUID(int=100 + number))) for number in range(15)]
    given = {ACCOUNT: account(), DIRECTORY: others}
    then = {ENDPOINT: [created()], DIRECTORY: [added()]}
    check(given, create(created()), then, answer=Claimed(replayed=False))
    one_more = added(EndpointId(UUID(int=200)))
    check({**given, DIRECTORY: [*others, one_more]}, create(created()), InvalidState)
    removed = EndpointRemoved(account_id=ACCOUNT, endpoint_id=one_more.endpoint_id)
    freed = {**given, DIRECTORY: [*others, one_more, removed]}
    check(freed, create(created()), then, answer=Claimed(replayed=False))
    deleted = {
        ENDPOINT: [EndpointDeleted()],
        DIRECTORY: [EndpointRemoved(account_id=ACCOUNT, endpoint_id=ENDPOINT)],
    }
    check(
        {ACCOUNT: account(), ENDPOINT: [created()]},
        delete_endpoint(ACCOUNT, ENDPOINT, standing=MINE),
        deleted,
        answer=True,
    )


def test_endpoints_of_no_directory_are_counted_by_the_next_one() -> None:
    """Those that are still there, once; a deleted one and one that is counted already are not."""
    older, gone, known = (EndpointId(UUID(int=100 + number)) for number in range(3))
    given = {
        ACCOUNT: account(),
        DIRECTORY: [added(known)],
        older: [created()],
        gone: [created(), EndpointDeleted()],
        known: [created()],
    }
    command = create_endpoint(
        ENDPOINT, created(), key_id=KEY, rows=(ROW,), uncounted=[older, gone, known]
    )
    then = {ENDPOINT: [created()], DIRECTORY: [added(older), added()]}
    check(given, command, then, answer=Claimed(replayed=False))
    full = [added(EndpointId(UUID(int=200 + number))) for number in range(15)]
    check({**given, DIRECTORY: full}, command, InvalidState)


def test_a_rotated_secret_signs_beside_the_old_one() -> None:
    """Until the overlap ends; a later rotation never prolongs what was to end earlier."""
    first = EndpointSecretRotated(secret_id=SECOND, overlap_ends_at=NOW + HOUR)
    then = {SECOND: [CLAIMED], ENDPOINT: [first]}
    check({ACCOUNT: account(), ENDPOINT: [created()]}, rotate(SECOND), then, answer=True)
    second = EndpointSecretRotated(secret_id=THIRD, overlap_ends_at=NOW + 24 * HOUR)
    endpoint = fold([created(), first, second])
    assert isinstance(endpoint, Endpoint)
    assert endpoint.secrets == (
        Secret(THIRD),
        Secret(SECOND, NOW + 24 * HOUR),
        Secret(FIRST, NOW + HOUR),
    )
    at_once = EndpointSecretRotated(secret_id=THIRD, overlap_ends_at=NOW)
    endpoint = fold([created(), first, at_once])
    assert isinstance(endpoint, Endpoint)
    assert [secret.ends_at for secret in endpoint.secrets] == [None, NOW, NOW]


def test_rotating_twice_to_the_same_secret_is_once() -> None:
    """A replay adds nothing; another request with its key is refused, whatever it made."""
    given = {ACCOUNT: account(), ENDPOINT: [created()], SECOND: [CLAIMED]}
    check(given, rotate(SECOND), {}, answer=False)
    check({ACCOUNT: account(), ENDPOINT: [created()]}, rotate(FIRST), {}, answer=False)
    another = KeyClaimed(account_id=ACCOUNT, fingerprint=b"another")
    check(given, rotate(SECOND, claimed=another), IdempotencyKeyReused)
    check(given, claim_test(another, ENDPOINT, SECOND, standing=MINE), IdempotencyKeyReused)
    check({**given, THIRD: account()}, rotate(THIRD), IdempotencyKeyReused)


def test_a_test_message_is_claimed_once() -> None:
    """By its key; the endpoint itself does not change."""
    given = {ACCOUNT: account(), ENDPOINT: [created()]}
    check(
        given,
        claim_test(CLAIMED, ENDPOINT, SECOND, standing=MINE),
        {SECOND: [CLAIMED]},
        answer=True,
    )
    given |= {SECOND: [CLAIMED]}
    check(given, claim_test(CLAIMED, ENDPOINT, SECOND, standing=MINE), {}, answer=False)
    check({ACCOUNT: account()}, claim_test(CLAIMED, ENDPOINT, SECOND, standing=MINE), NotFound)


def test_a_change_of_what_has_changed_meanwhile_undoes_nothing() -> None:
    """The answer asks for another look."""
    seen = fold([created()])
    assert isinstance(seen, Endpoint)
    mine = EndpointUpdated(sealed=b"mine", event_types=None)
    theirs = EndpointUpdated(sealed=b"theirs", event_types=None)
    command = update_endpoint(ACCOUNT, ENDPOINT, mine, seen=seen, standing=MINE)
    check({ACCOUNT: account(), ENDPOINT: [created(), theirs]}, command, {}, answer=False)
    given = {ACCOUNT: account(), ENDPOINT: [created(), EndpointDisabled(by="customer")]}
    check(given, command, {ENDPOINT: [mine]}, answer=True)


@pytest.mark.parametrize("overlap", [timedelta(seconds=-1), timedelta(days=7, seconds=1)])
def test_an_overlap_is_bounded(overlap: timedelta) -> None:
    """From nothing to seven days."""
    check({ACCOUNT: account(), ENDPOINT: [created()]}, rotate(SECOND, overlap), ValidationFailed)


def test_no_rotation_cuts_off_what_still_signs() -> None:
    """With four in force a fifth is refused until the oldest ended, or ends them all at once."""
    given = [
        created(),
        *(
            EndpointSecretRotated(
                secret_id=SecretId(UUID(int=30 + n)), overlap_ends_at=NOW + HOUR * (n + 1)
            )
            for n in range(3)
        ),
    ]
    refused = rotate(SECOND, 24 * HOUR)
    with pytest.raises(InvalidState, match="the oldest until 2026-03-01T13:00:00Z: rotate after"):
        refused.decide(
            {ACCOUNT: fold(account()), SECOND: None, ENDPOINT: fold(given)},
            NOW + HOUR - timedelta(seconds=1),
        )
    for overlap, now in ((timedelta(0), NOW), (24 * HOUR, NOW + HOUR)):
        rotated = EndpointSecretRotated(secret_id=SECOND, overlap_ends_at=now + overlap)
        then = {SECOND: [CLAIMED], ENDPOINT: [rotated]}
        check(
            {ACCOUNT: account(), ENDPOINT: given},
            rotate(SECOND, overlap),
            then,
            answer=True,
            now=now,
        )


def test_at_most_four_secrets_sign() -> None:
    """A log in which more rotated within an overlap drops the oldest, as it always did."""
    rotations = [
        EndpointSecretRotated(secret_id=SecretId(UUID(int=30 + n)), overlap_ends_at=NOW + HOUR)
        for n in range(5)
    ]
    endpoint = fold([created(), *rotations])
    assert isinstance(endpoint, Endpoint)
    assert [secret.secret_id.int for secret in endpoint.secrets] == [34, 33, 32, 31]


@pytest.mark.parametrize(
    ("given", "when", "then"),
    [
        ([], disable_endpoint(ACCOUNT, ENDPOINT, "gone"), [EndpointDisabled(by="gone")]),
        ([EndpointDisabled(by="gone")], disable_endpoint(ACCOUNT, ENDPOINT, "failing"), []),
        (
            [EndpointDisabled(by="gone")],
            enable_endpoint(ACCOUNT, ENDPOINT, standing=MINE),
            [EndpointEnabled()],
        ),
        ([], enable_endpoint(ACCOUNT, ENDPOINT, standing=MINE), []),
    ],
)
def test_each_verb_appends_its_event_once(
    given: list[Event], when: Command, then: list[Event]
) -> None:
    """Each verb appends its event, and nothing where the state is already what is wished for."""
    streams = {ACCOUNT: account(), ENDPOINT: [created(), *given]}
    check(streams, when, {ENDPOINT: then} if then else {}, answer=bool(then))


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ([created(), EndpointDeleted()], NotFound),
        ([created(account_id=OTHER)], NotFound),
        ([], NotFound),
    ],
)
def test_what_is_not_there_cannot_be_changed(
    given: list[Event], refusal: type[DomainError]
) -> None:
    """Deleted, foreign and unknown endpoints are refused alike."""
    for command in (
        rotate(SECOND),
        disable_endpoint(ACCOUNT, ENDPOINT, "customer"),
        enable_endpoint(ACCOUNT, ENDPOINT, standing=MINE),
        delete_endpoint(ACCOUNT, ENDPOINT, standing=MINE),
    ):
        check({ACCOUNT: account(), ENDPOINT: given}, command, refusal)


def test_only_a_key_in_force_changes_an_endpoint() -> None:
    """One that was revoked while its request was under way does not, whatever it asks for."""
    known: list[Event] = [created(), EndpointDisabled(by="password_reset")]
    seen = fold(known)
    assert isinstance(seen, Endpoint)
    mine = EndpointUpdated(sealed=b"mine", event_types=None)
    streams = {ACCOUNT: [*account(), KeyRevoked(key_id=KEY, actor="customer")], ENDPOINT: known}
    for command in (
        update_endpoint(ACCOUNT, ENDPOINT, mine, seen=seen, standing=MINE),
        rotate(SECOND),
        claim_test(CLAIMED, ENDPOINT, SECOND, standing=MINE),
        disable_endpoint(ACCOUNT, ENDPOINT, "customer", standing=MINE),
        enable_endpoint(ACCOUNT, ENDPOINT, standing=MINE),
        delete_endpoint(ACCOUNT, ENDPOINT, standing=MINE),
    ):
        check(streams, command, Unauthorized)


def test_the_endpoints_of_an_account_are_disabled_at_once() -> None:
    """Those that are there and enabled; told is how many are disabled by this, again as well."""
    other, gone, failing, foreign = (EndpointId(UUID(int=number)) for number in range(40, 44))
    given: dict[Any, list[Event]] = {
        ENDPOINT: [created()],
        other: [created()],
        gone: [created(), EndpointDeleted()],
        failing: [created(), EndpointDisabled(by="failing")],
        foreign: [created(account_id=OTHER)],
    }
    command = disable_endpoints(ACCOUNT, [*given], "password_reset")
    disabled: list[Event] = [EndpointDisabled(by="password_reset")]
    check(given, command, {ENDPOINT: disabled, other: disabled}, answer=2)
    again = given | {ENDPOINT: [created(), *disabled], other: [created(), *disabled]}
    check(again, command, {}, answer=2)
