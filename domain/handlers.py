"""One function per command: which streams it depends on, and the decision over them.

A handler does no I/O. It returns a Command that the ledger runs: load, decide, append, in one
transaction. A decision may run again after a lost race, so it never relies on having run once.
"""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import msgspec

from domain import generation as generations
from domain import in_flight, key_claim, ledger, opening
from domain.characters import character as characters
from domain.characters.character import Character, CharacterCreated, IdentityFailed, IdentityStored
from domain.credits import SIGNUP_CREDITS, TEST_CREDITS, Credits
from domain.enforcement import refusals
from domain.enforcement.refusals import AccountStruck, Block, BlocksCounted, Moderation
from domain.errors import (
    InvalidState,
    NotFound,
    OutputDeleted,
    OutputRemoved,
    SourceOpen,
    ValidationFailed,
)
from domain.event import Event
from domain.generation import (
    Ending,
    Generation,
    GenerationCompleted,
    GenerationLabeled,
    GenerationRequested,
)
from domain.ids import (
    AccountId,
    CharacterId,
    GenerationId,
    KeyId,
    LotId,
    StreamId,
    moderation_id,
    signup_lot_id,
    test_lot_id,
)
from domain.in_flight import InFlight
from domain.key_claim import KeyClaimed
from domain.keys import key as keys
from domain.keys.caps import Cap
from domain.keys.key import Key, Successor
from domain.ledger import Account, AccountAttested, CreditsGranted, KeyIssued, Tier
from domain.ports import Command, Decision, GroundRow, States

STRIKES_ACTOR = "strikes"
"""Who put an account on hold, where the rule of strikes did."""


class Claimed(msgspec.Struct, frozen=True):
    """Answer of a command that an Idempotency-Key can claim: was it claimed before?"""

    replayed: bool


Standing = Callable[[Account, datetime], Key | None]
"""Raises a refusal unless whoever asks may still act for the account; tells the key that asks, if
one does. Asked within the decision: a rotation may have given that key an end meanwhile.
"""


def account_of(states: States, account_id: AccountId) -> Account:
    """Raises NotFound."""
    state = states[account_id]
    if not isinstance(state, Account):
        raise NotFound
    return state


def _changes(stream_id: StreamId, events: Sequence[Event], answer: Any = None) -> Decision:
    return Decision(events={stream_id: events} if events else {}, answer=answer)


# --- accounts ---------------------------------------------------------------------------------


def open_account(
    account_id: AccountId,
    *,
    tier: Tier,
    attested: AccountAttested,
    key: KeyIssued,
    lot_id: LotId,
    rows: Sequence[GroundRow],
    livemode: bool = True,
    free_credits: Credits | None = SIGNUP_CREDITS,
) -> Command:
    """Opens an account with its first key, free credits and ground rows, all in one transaction.

    Without free credits those wait for `verify_email`.
    """

    def decide(states: States, now: datetime) -> Decision:
        if states[account_id] is not None:
            raise InvalidState("This account is already open.")
        events = opening.open_account(
            tier=tier,
            attested=attested,
            key=key,
            lot_id=lot_id,
            livemode=livemode,
            amount=free_credits,
        )
        return Decision(events={account_id: events}, rows=rows)

    return Command(streams=(account_id,), decide=decide)


def verify_email(account_id: AccountId) -> Command:
    """Notes that the address is the holder's, and grants the free credits that waited for it.

    Refuses with NotFound or Unauthorized.
    """

    def decide(states: States, now: datetime) -> Decision:
        account = account_of(states, account_id)
        events = opening.verify_email(account, signup_lot_id(account_id))
        return _changes(account_id, events)

    return Command(streams=(account_id,), decide=decide)


def grant_credits(account_id: AccountId, event: CreditsGranted) -> Command:
    """Opens a lot; the same lot is never opened twice. Refuses an erased account with
    InvalidState, however late it was erased.
    """

    def decide(states: States, now: datetime) -> Decision:
        account = account_of(states, account_id)
        events = ledger.grant(account, event)
        if events and account.erased:
            raise InvalidState("This account was erased.")
        return _changes(account_id, events)

    return Command(streams=(account_id,), decide=decide)


def set_tier(account_id: AccountId, tier: Tier, *, actor: str) -> Command:
    """Setting the tier that the account already has changes nothing."""

    def decide(states: States, now: datetime) -> Decision:
        account = account_of(states, account_id)
        event = ledger.AccountTierSet(tier=tier, actor=actor)
        return _changes(account_id, [] if account.tier == tier else [event])

    return Command(streams=(account_id,), decide=decide)


def erase_account(account_id: AccountId, *, actor: str) -> Command:
    """Closes the account for good: the first step of an erasure. Refuses with NotFound."""

    def decide(states: States, now: datetime) -> Decision:
        return _changes(account_id, ledger.erase(account_of(states, account_id), actor=actor))

    return Command(streams=(account_id,), decide=decide)


def expire_lots(account_id: AccountId) -> Command:
    """Books what has expired by now."""

    def decide(states: States, now: datetime) -> Decision:
        return _changes(account_id, ledger.expire(account_of(states, account_id), now))

    return Command(streams=(account_id,), decide=decide)


def revoke_lot(account_id: AccountId, lot_id: LotId, *, actor: str) -> Command:
    """Takes a lot back after a chargeback. Refuses an unknown lot with InvalidState."""

    def decide(states: States, now: datetime) -> Decision:
        return _changes(
            account_id, ledger.revoke(account_of(states, account_id), lot_id, actor=actor)
        )

    return Command(streams=(account_id,), decide=decide)


# --- keys -------------------------------------------------------------------------------------


def issue_key(account_id: AccountId, event: KeyIssued, *, rows: Sequence[GroundRow]) -> Command:
    """Adds a key and the row of its hash, both or neither. The answer is True when it is new."""

    def decide(states: States, now: datetime) -> Decision:
        events = keys.issue(account_of(states, account_id).keys, event)
        return _with_rows(account_id, events, rows)

    return Command(streams=(account_id,), decide=decide)


def issue_test_key(
    account_id: AccountId,
    event: KeyIssued,
    *,
    attested: AccountAttested,
    rows: Sequence[GroundRow],
    claimed: KeyClaimed | None = None,
    standing: Standing | None = None,
) -> Command:
    """For the ledger of the test book: adds a key and fills the free credits up again.

    The first key opens the account there, so an account that never tests has no stream in that
    book. `standing` is that of a test key which makes this one; a live key's is known to the other
    ledger alone. The answer is True when the key is new, False for a replay of what was `claimed`.
    Refuses with InvalidState, InsufficientScope, ValidationFailed, IdempotencyKeyReused, and what
    `standing` raises.
    """
    streams = (account_id,) if claimed is None else (account_id, event.key_id)

    def decide(states: States, now: datetime) -> Decision:
        issuer = None if standing is None else standing(account_of(states, account_id), now)
        if claimed is None:
            return issued(states, now, issuer)
        existing = states[event.key_id]
        if existing is not None:
            key_claim.check_replay(existing, claimed)
            return Decision(answer=False)
        made = issued(states, now, issuer)
        return msgspec.structs.replace(made, events={event.key_id: [claimed], **made.events})

    def issued(states: States, now: datetime, issuer: Key | None) -> Decision:
        if "admin" in event.scopes:
            raise ValidationFailed("A test key cannot administrate.", param="scopes")
        expires_at = keys.end_within(issuer, event.expires_at)
        lasting = msgspec.structs.replace(event, expires_at=expires_at)
        lot_id = test_lot_id(event.key_id)
        if states[account_id] is None:
            events = opening.open_account(
                tier="base",
                attested=attested,
                key=lasting,
                lot_id=lot_id,
                livemode=False,
                amount=TEST_CREDITS,
            )
            return _with_rows(account_id, events, rows)
        account = account_of(states, account_id)
        if account.erased:
            raise InvalidState("This account was erased.")
        events = keys.issue(account.keys, lasting)
        if events:
            events += opening.refill(account, lot_id, now, up_to=TEST_CREDITS)
        return _with_rows(account_id, events, rows)

    return Command(streams=streams, decide=decide)


def rotate_key(
    account_id: AccountId,
    key_id: KeyId,
    new: Successor,
    *,
    overlap: timedelta,
    actor: str,
    rows: Sequence[GroundRow],
) -> Command:
    """Adds a successor in the same cap group, and the row of its hash."""

    def decide(states: States, now: datetime) -> Decision:
        known = account_of(states, account_id).keys
        events = keys.rotate(known, key_id, new, overlap=overlap, actor=actor, now=now)
        return _with_rows(account_id, events, rows)

    return Command(streams=(account_id,), decide=decide)


def _with_rows(
    account_id: AccountId, events: Sequence[Event], rows: Sequence[GroundRow]
) -> Decision:
    changes: dict[StreamId, Sequence[Event]] = {account_id: events} if events else {}
    return Decision(events=changes, rows=rows if events else (), answer=bool(events))


def revoke_key(account_id: AccountId, key_id: KeyId, *, actor: str) -> Command:
    """Ends a key: no debit with it is recorded after this."""

    def decide(states: States, now: datetime) -> Decision:
        events = keys.revoke(account_of(states, account_id).keys, key_id, actor=actor)
        return _changes(account_id, events)

    return Command(streams=(account_id,), decide=decide)


def cap_key(account_id: AccountId, key_id: KeyId, cap: Cap | None, *, actor: str) -> Command:
    """Caps what the key and those it was rotated from and into may spend together."""

    def decide(states: States, now: datetime) -> Decision:
        account = account_of(states, account_id)
        events = keys.cap(account.keys, account.cap_groups, key_id, cap, actor=actor)
        return _changes(account_id, events)

    return Command(streams=(account_id,), decide=decide)


# --- characters -------------------------------------------------------------------------------


def create_character(
    character_id: CharacterId, event: CharacterCreated, *, key_id: KeyId
) -> Command:
    """Creates a character; a replay of the same request changes nothing and says so.

    Refuses with Unauthorized, AccountOnHold or IdempotencyKeyReused.
    """

    def decide(states: States, now: datetime) -> Decision:
        ledger.check_key(account_of(states, event.account_id), key_id, now)
        existing = states[character_id]
        if existing is not None:
            characters.check_replay(existing, event.account_id, event.fingerprint)
            return Decision(answer=Claimed(replayed=True))
        return Decision(events={character_id: [event]}, answer=Claimed(replayed=False))

    return Command(streams=(event.account_id, character_id), decide=decide)


def store_identity(character_id: CharacterId, event: IdentityStored | IdentityFailed) -> Command:
    """The first identity wins. The answer is True when this one did."""

    def decide(states: States, now: datetime) -> Decision:
        state = states[character_id]
        if not isinstance(state, Character):
            raise NotFound
        events = characters.store_identity(state, event)
        return _changes(character_id, events, answer=bool(events))

    return Command(streams=(character_id,), decide=decide)


def archive_character(account_id: AccountId, character_id: CharacterId) -> Command:
    """Archives a character of this account. Refuses another account's with NotFound."""

    def decide(states: States, now: datetime) -> Decision:
        character = owned_character(states[character_id], account_id)
        return _changes(character_id, characters.archive(character))

    return Command(streams=(character_id,), decide=decide)


# --- generations ------------------------------------------------------------------------------


def owned_character(state: object, account_id: AccountId) -> Character:
    """The character if this account owns it. Raises NotFound for every other case alike."""
    if isinstance(state, Character) and state.created.account_id == account_id:
        return state
    raise NotFound


def owned_generation(state: object, account_id: AccountId) -> Generation:
    """The generation if this account owns it. Raises NotFound for every other case alike."""
    if isinstance(state, Generation) and state.requested.account_id == account_id:
        return state
    raise NotFound


def check_drawable(character: Character) -> None:
    """Raises InvalidState for an archived character."""
    if character.archived:
        raise InvalidState("This character is archived; it can be read but not generated.")


def check_source(source: Generation) -> GenerationCompleted:
    """The output a video starts from.

    Raises ValidationFailed, SourceOpen, InvalidState, OutputRemoved, OutputDeleted.
    """
    if source.requested.kind != "image":
        raise ValidationFailed(
            "A video starts from an image generation.", param="source_generation_id"
        )
    if source.open:
        raise SourceOpen
    if not isinstance(source.ending, GenerationCompleted):
        raise InvalidState("The source generation ended without an output.")
    if source.taken_down:
        raise OutputRemoved
    if source.output_deleted:
        raise OutputDeleted
    return source.ending


def request_generation(
    generation_id: GenerationId,
    claim: GenerationRequested,
    *,
    labels: GenerationLabeled | None = None,
    counted: InFlight | None = None,
) -> Command:
    """Claims, debits and requests in one transaction; a replay joins the work already claimed.

    `counted` says how many generations were open; without it any number may be. Refuses with
    Unauthorized, AccountOnHold, InsufficientCredits, IdempotencyKeyReused, NotFound, InvalidState,
    ValidationFailed, OutputDeleted or ConcurrencyLimited; nothing is recorded then.
    """
    streams: list[StreamId] = [claim.account_id, generation_id, claim.character_id]
    if claim.source_generation_id is not None:
        streams.append(claim.source_generation_id)
    decide = partial(
        _decide_request, generation_id=generation_id, claim=claim, labels=labels, counted=counted
    )
    return Command(streams=tuple(streams), decide=decide, claim=generation_id)


def _decide_request(
    states: States,
    now: datetime,
    *,
    generation_id: GenerationId,
    claim: GenerationRequested,
    labels: GenerationLabeled | None,
    counted: InFlight | None,
) -> Decision:
    account = account_of(states, claim.account_id)
    existing = states[generation_id]
    if existing is not None:
        generations.check_replay(existing, claim.account_id, claim.fingerprint)
        return Decision(answer=Claimed(replayed=True))
    check_drawable(owned_character(states[claim.character_id], claim.account_id))
    if claim.source_generation_id is not None:
        check_source(owned_generation(states[claim.source_generation_id], claim.account_id))
    if counted is not None:
        in_flight.check(account, counted)
    requested, debited = generations.request(account, claim, generation_id, now)
    claimed: list[Event] = [requested] if labels is None else [requested, labels]
    return Decision(
        events={generation_id: claimed, claim.account_id: [debited]},
        answer=Claimed(replayed=False),
    )


def start_generation(generation_id: GenerationId, attempt: int) -> Command:
    """Notes that an attempt began; late or repeated news changes nothing."""

    def decide(states: States, now: datetime) -> Decision:
        generation = _generation(states, generation_id)
        return _changes(generation_id, generations.start(generation, attempt))

    return Command(streams=(generation_id,), decide=decide)


def complete_generation(generation_id: GenerationId, event: GenerationCompleted) -> Command:
    """Accepts a result while the generation is open. The answer is True when this one won."""

    def decide(states: States, now: datetime) -> Decision:
        events = generations.complete(_generation(states, generation_id), event)
        return _changes(generation_id, events, answer=bool(events))

    return Command(streams=(generation_id,), decide=decide)


def end_generation(account_id: AccountId, generation_id: GenerationId, event: Ending) -> Command:
    """Ends and refunds in one transaction. The answer is True when this ending won."""

    def decide(states: States, now: datetime) -> Decision:
        generation = owned_generation(states[generation_id], account_id)
        account = account_of(states, account_id)
        ended, refunded = generations.end(generation, generation_id, account, event, now)
        if not ended:
            return Decision(answer=False)
        return Decision(events={generation_id: ended, account_id: refunded}, answer=True)

    return Command(streams=(generation_id, account_id), decide=decide)


def delete_output(account_id: AccountId, generation_id: GenerationId) -> Command:
    """The URL answers 410 from then on. Refuses with NotFound or InvalidState."""

    def decide(states: States, now: datetime) -> Decision:
        generation = owned_generation(states[generation_id], account_id)
        return _changes(generation_id, generations.delete_output(generation))

    return Command(streams=(generation_id,), decide=decide)


def _generation(states: States, generation_id: GenerationId) -> Generation:
    state = states[generation_id]
    if not isinstance(state, Generation):
        raise NotFound
    return state


# --- moderation -------------------------------------------------------------------------------


def record_block(block: Block) -> Command:
    """Notes a refusal in the account's moderation stream, and what the rule of strikes makes of it.

    The answer is a BlockOutcome.
    """
    stream_id = moderation_id(block.account_id)

    def decide(states: States, now: datetime) -> Decision:
        outcome, events = refusals.record_block(_moderation(states, stream_id), block, now)
        return _with_holds(states, block.account_id, events, now, answer=outcome)

    return Command(streams=(stream_id, block.account_id), decide=decide)


def count_blocks(counted: BlocksCounted) -> Command:
    """Summarises an hour of refusals, once. Refuses with NotFound when none was recorded in it."""
    stream_id = moderation_id(counted.account_id)

    def decide(states: States, now: datetime) -> Decision:
        events = refusals.count_blocks(_moderation(states, stream_id), counted)
        return _with_holds(states, counted.account_id, events, now)

    return Command(streams=(stream_id, counted.account_id), decide=decide)


def _with_holds(
    states: States,
    account_id: AccountId,
    events: Sequence[Event],
    now: datetime,
    answer: Any = None,
) -> Decision:
    """Refusals, the holds that are due by them, and the account's own hold, all or none."""
    if not events:
        return Decision(answer=answer)
    stream_id = moderation_id(account_id)
    holds = refusals.due_holds(_moderation(states, stream_id), events, now)
    changes: dict[StreamId, Sequence[Event]] = {stream_id: [*events, *holds]}
    account = states[account_id]
    struck = any(isinstance(event, AccountStruck) for event in holds)
    if struck and isinstance(account, Account) and not account.erased:
        suspended = ledger.hold(account, actor=STRIKES_ACTOR)
        changes |= {account_id: suspended} if suspended else {}
    return Decision(events=changes, answer=answer)


def _moderation(states: States, stream_id: StreamId) -> Moderation | None:
    state = states[stream_id]
    assert state is None or isinstance(state, Moderation)
    return state
