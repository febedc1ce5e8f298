"""The character stream: created once, keeps its face, may be archived.

The typed traits are fixed for life, and so is the model. A model that conditions on a face gets its
identity computed once, free of charge; the first identity that is stored is the identity.
"""

from typing import ClassVar, Literal

import msgspec

from domain.errors import IdempotencyKeyReused
from domain.event import Event
from domain.ids import AccountId

CharacterStatus = Literal["preparing", "ready", "failed"]


class CharacterCreated(Event, frozen=True, kw_only=True):
    """`sealed` holds the name, encrypted with the account's key; `conditioned` asks for a face."""

    TOPIC: ClassVar[str] = "character.created.v1"
    account_id: AccountId
    livemode: bool
    model_id: str
    traits: dict[str, str | int]
    conditioned: bool
    fingerprint: bytes
    sealed: bytes
    policy_version: str


class IdentityStored(Event, frozen=True, kw_only=True):
    """The face is fixed: the object that holds it, and which encoder computed it."""

    TOPIC: ClassVar[str] = "character.identity_stored.v1"
    object_key: str
    encoder: str


class IdentityFailed(Event, frozen=True, kw_only=True):
    """The engine could not compute an identity; traits and seed carry the character from here."""

    TOPIC: ClassVar[str] = "character.identity_failed.v1"


class CharacterArchived(Event, frozen=True, kw_only=True):
    TOPIC: ClassVar[str] = "character.archived.v1"


class Character(msgspec.Struct, frozen=True, kw_only=True):
    """The folded character stream."""

    created: CharacterCreated
    identity: IdentityStored | None = None
    identity_failed: bool = False
    archived: bool = False

    @property
    def status(self) -> CharacterStatus:
        if self.identity is not None or not self.created.conditioned:
            return "ready"
        return "failed" if self.identity_failed else "preparing"


def evolve(character: Character | None, event: Event) -> Character:
    """The character after one more event of its stream."""
    if isinstance(event, CharacterCreated):
        assert character is None
        return Character(created=event)
    assert character is not None, event
    match event:
        case IdentityStored():
            return msgspec.structs.replace(character, identity=event)
        case IdentityFailed():
            return msgspec.structs.replace(character, identity_failed=True)
        case CharacterArchived():
            return msgspec.structs.replace(character, archived=True)
        case _:
            return character


def check_replay(existing: object, account_id: AccountId, fingerprint: bytes) -> None:
    """Like `generation.check_replay`. Raises IdempotencyKeyReused."""
    same = (
        isinstance(existing, Character)
        and existing.created.account_id == account_id
        and existing.created.fingerprint == fingerprint
    )
    if not same:
        raise IdempotencyKeyReused


def store_identity(character: Character, event: IdentityStored | IdentityFailed) -> list[Event]:
    """The first identity wins; a failure counts only while there is none."""
    if character.identity is not None:
        return []
    if isinstance(event, IdentityFailed) and character.identity_failed:
        return []
    return [event]


def archive(character: Character) -> list[Event]:
    """Archiving twice changes nothing."""
    return [] if character.archived else [CharacterArchived()]


EVENTS: tuple[type[Event], ...] = (
    CharacterCreated,
    IdentityStored,
    IdentityFailed,
    CharacterArchived,
)
