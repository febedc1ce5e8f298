"""The endpoint stream: where an account wants to be told what happens, and with which secrets.

The log knows an endpoint's address only sealed, and of its secrets only their ids: secrets lie in a
ground table, encrypted. Deliveries are no events; see `projections.webhooks`.
"""

from datetime import datetime, timedelta
from typing import ClassVar, Literal

import msgspec

from domain.errors import IdempotencyKeyReused, InvalidState, NotFound, ValidationFailed
from domain.event import Event
from domain.ids import AccountId, SecretId

EventType = Literal[
    "generation.completed",
    "generation.failed",
    "generation.blocked",
    "generation.canceled",
    "generation.expired",
    "credits.refunded",
    "credits.low",
    "credits.depleted",
    "character.ready",
    "character.failed",
    "key.spend_limit_reached",
    "webhook_endpoint.disabled",
    "webhook.test",
]

DisabledBy = Literal["customer", "failing", "gone", "password_reset"]
"""Its account; attempts that failed for days; a receiver that answered 410; the first reset of an
address that nobody confirmed.
"""

OVERLAP_MAX = timedelta(days=7)
"""How long an old secret may go on signing beside its successor."""

OVERLAP_DEFAULT = timedelta(days=1)

SECRETS_MAX = 4
"""Secrets that sign at the same time: each adds a signature to every message. A rotation that would
cut one off early is refused; the log has some from before, which drop the oldest.
"""


# --- events -----------------------------------------------------------------------------------


class EndpointCreated(Event, frozen=True, kw_only=True):
    """`sealed` holds the address; no `event_types` means all of them, later ones included."""

    TOPIC: ClassVar[str] = "endpoint.created.v1"
    account_id: AccountId
    livemode: bool
    sealed: bytes
    event_types: tuple[str, ...] | None
    secret_id: SecretId
    fingerprint: bytes


class EndpointUpdated(Event, frozen=True, kw_only=True):
    """The address and the filter from now on."""

    TOPIC: ClassVar[str] = "endpoint.updated.v1"
    sealed: bytes
    event_types: tuple[str, ...] | None


class EndpointSecretRotated(Event, frozen=True, kw_only=True):
    """A new secret signs; older ones go on beside it until `overlap_ends_at` at the latest."""

    TOPIC: ClassVar[str] = "endpoint.secret_rotated.v1"
    secret_id: SecretId
    overlap_ends_at: datetime


class EndpointDisabled(Event, frozen=True, kw_only=True):
    """Nothing is sent there any more; what happens meanwhile is held for a replay."""

    TOPIC: ClassVar[str] = "endpoint.disabled.v1"
    by: DisabledBy


class EndpointEnabled(Event, frozen=True, kw_only=True):
    TOPIC: ClassVar[str] = "endpoint.enabled.v1"


class EndpointDeleted(Event, frozen=True, kw_only=True):
    TOPIC: ClassVar[str] = "endpoint.deleted.v1"


# --- state ------------------------------------------------------------------------------------


class Secret(msgspec.Struct, frozen=True):
    """A secret that signs until `ends_at`; the newest one has no end."""

    secret_id: SecretId
    ends_at: datetime | None = None


class Endpoint(msgspec.Struct, frozen=True, kw_only=True):
    """The folded endpoint stream. Secrets are newest first, ended ones included."""

    created: EndpointCreated
    sealed: bytes
    event_types: tuple[str, ...] | None
    secrets: tuple[Secret, ...]
    disabled: DisabledBy | None = None
    deleted: bool = False


def evolve(endpoint: Endpoint | None, event: Event) -> Endpoint:
    """The endpoint after one more event of its stream."""
    if isinstance(event, EndpointCreated):
        assert endpoint is None
        return Endpoint(
            created=event,
            sealed=event.sealed,
            event_types=event.event_types,
            secrets=(Secret(event.secret_id),),
        )
    assert endpoint is not None, event
    match event:
        case EndpointUpdated():
            return msgspec.structs.replace(
                endpoint, sealed=event.sealed, event_types=event.event_types
            )
        case EndpointSecretRotated():
            return msgspec.structs.replace(endpoint, secrets=_rotated(endpoint.secrets, event))
        case EndpointDisabled():
            return msgspec.structs.replace(endpoint, disabled=event.by)
        case EndpointEnabled():
            return msgspec.structs.replace(endpoint, disabled=None)
        case EndpointDeleted():
            return msgspec.structs.replace(endpoint, deleted=True)
        case _:
            return endpoint


def _rotated(secrets: tuple[Secret, ...], event: EndpointSecretRotated) -> tuple[Secret, ...]:
    """An overlap never prolongs what was to end earlier; too many signing ones drop the oldest."""
    latest = event.overlap_ends_at
    older = tuple(Secret(s.secret_id, min(s.ends_at or latest, latest)) for s in secrets)
    return (Secret(event.secret_id), *older)[:SECRETS_MAX]


def owned_endpoint(state: object, account_id: AccountId) -> Endpoint:
    """The endpoint if this account owns it. Raises NotFound for every other case alike."""
    if isinstance(state, Endpoint) and state.created.account_id == account_id and not state.deleted:
        return state
    raise NotFound


# --- decisions --------------------------------------------------------------------------------


def check_replay(existing: object, account_id: AccountId, fingerprint: bytes) -> None:
    """Like `generation.check_replay`. Raises IdempotencyKeyReused, and InvalidState for one that
    was deleted since.
    """
    if (
        not isinstance(existing, Endpoint)
        or existing.created.account_id != account_id
        or existing.created.fingerprint != fingerprint
    ):
        raise IdempotencyKeyReused
    if existing.deleted:
        message = "The endpoint of this Idempotency-Key was deleted; a new key makes another."
        raise InvalidState(message)


def rotate(
    endpoint: Endpoint, secret_id: SecretId, *, overlap: timedelta, now: datetime
) -> list[Event]:
    """Gives the endpoint a new secret; the same one again changes nothing.

    Raises ValidationFailed, InvalidState where one more would cut off a secret that is promised to
    sign still.
    """
    if not timedelta(0) <= overlap <= OVERLAP_MAX:
        raise ValidationFailed("An overlap is 0 to 7 days long.", param="overlap_seconds")
    if any(secret.secret_id == secret_id for secret in endpoint.secrets):
        return []
    for dropped in endpoint.secrets[SECRETS_MAX - 1 :]:
        assert dropped.ends_at is not None, dropped
        if min(dropped.ends_at, now + overlap) > now:
            ends_at = dropped.ends_at.isoformat().replace("+00:00", "Z")
            raise InvalidState(
                f"{SECRETS_MAX} secrets of this endpoint are in force, the oldest until {ends_at}:"
                " rotate after that, or with overlap_seconds 0, which ends them now."
            )
    return [EndpointSecretRotated(secret_id=secret_id, overlap_ends_at=now + overlap)]


def disable(endpoint: Endpoint, by: DisabledBy) -> list[Event]:
    """What is disabled already stays disabled by whoever did it."""
    return [EndpointDisabled(by=by)] if endpoint.disabled is None else []


def enable(endpoint: Endpoint) -> list[Event]:
    """Enabling what is enabled changes nothing."""
    return [] if endpoint.disabled is None else [EndpointEnabled()]


EVENTS: tuple[type[Event], ...] = (
    EndpointCreated,
    EndpointUpdated,
    EndpointSecretRotated,
    EndpointDisabled,
    EndpointEnabled,
    EndpointDeleted,
)
