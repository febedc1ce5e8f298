"""Commands and facts that tests start from, with defaults for everything not in question."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4, uuid5

from domain import handlers
from domain.characters.character import CharacterCreated
from domain.credits import Credits
from domain.generation import GenerationCompleted, GenerationFailed, GenerationRequested
from domain.ids import AccountId, CharacterId, GenerationId, KeyId, LotId
from domain.ledger import AccountAttested, CreditsGranted, KeyIssued
from domain.ports import Command, GroundRow

NAMES = UUID("3d0c5c52-0d53-5a86-9d6f-0d3f0a3ee001")


def key_of(account_id: AccountId) -> KeyId:
    """The first key of an account that `opened` opens."""
    return KeyId(uuid5(NAMES, f"key/{account_id}"))


def opened(account_id: AccountId, *rows: GroundRow) -> Command:
    """Opens an account with 25 free credits and one key."""
    return handlers.open_account(
        account_id,
        tier="base",
        attested=AccountAttested(terms_version="test", adult=True, source="operator"),
        key=KeyIssued(
            key_id=key_of(account_id), prefix="xav_live_abcd", last4="wxyz", scopes=("generate",)
        ),
        lot_id=LotId(uuid5(NAMES, f"lot/{account_id}")),
        rows=rows,
    )


def granted(account_id: AccountId, amount: int, **changes: Any) -> Command:
    """Grants a goodwill lot that never expires."""
    facts: dict[str, Any] = {
        "lot_id": LotId(uuid4()),
        "amount": Credits(amount),
        "kind": "goodwill",
        "priority": 100,
        "expires_at": None,
        "price_minor": None,
        "currency": None,
        "payment_reference": None,
        "actor": "test",
        "reason": None,
    }
    return handlers.grant_credits(account_id, CreditsGranted(**(facts | changes)))


def created(account_id: AccountId, character_id: CharacterId, **changes: Any) -> Command:
    """Creates a character."""
    facts: dict[str, Any] = {
        "account_id": account_id,
        "livemode": True,
        "model_id": "anime",
        "traits": {"age": 26, "hairColor": "brown"},
        "conditioned": False,
        "fingerprint": b"character",
        "sealed": b"sealed",
        "policy_version": "policy-1",
    }
    event = CharacterCreated(**(facts | changes))
    return handlers.create_character(character_id, event, key_id=key_of(account_id))


def claim(account_id: AccountId, character_id: CharacterId, **changes: Any) -> GenerationRequested:
    """The claim of an image for one credit."""
    facts: dict[str, Any] = {
        "account_id": account_id,
        "livemode": True,
        "kind": "image",
        "character_id": character_id,
        "model_id": "anime",
        "source_generation_id": None,
        "source_key": None,
        "traits": {"age": 26, "hairColor": "brown"},
        "seed": 7,
        "width": 896,
        "height": 1152,
        "format": "png",
        "seconds": None,
        "price": Credits(1),
        "draws": (),
        "key_id": key_of(account_id),
        "fingerprint": b"fingerprint",
        "sealed": b"sealed",
        "enhancement_version": "enhancement-1",
        "policy_version": "policy-1",
        "deadline_at": datetime.now(UTC) + timedelta(hours=1),
    }
    return GenerationRequested(**(facts | changes))


def requested(
    account_id: AccountId, character_id: CharacterId, generation_id: GenerationId, **changes: Any
) -> Command:
    """Requests an image for one credit."""
    return handlers.request_generation(generation_id, claim(account_id, character_id, **changes))


def completed(
    generation_id: GenerationId, attempt: int = 1, *, output_key: str | None = None
) -> Command:
    """Completes a generation."""
    event = GenerationCompleted(
        attempt=attempt,
        output_key=output_key or f"{generation_id}/{'0' * 64}.png",
        poster_key=None,
        media_type="image/png",
        width=896,
        height=1152,
        identity_score=None,
        engine_seconds=0.2,
    )
    return handlers.complete_generation(generation_id, event)


def failed(account_id: AccountId, generation_id: GenerationId, attempt: int = 1) -> Command:
    """Fails a generation, which refunds it."""
    event = GenerationFailed(attempt=attempt, reason="engine_failed")
    return handlers.end_generation(account_id, generation_id, event)
