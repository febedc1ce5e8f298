"""The account stream: lots of credits, keys and standing, and every rule by which credits move.

Decisions are pure functions from a state to events; `evolve` folds the events back into the state.
The state holds lots only. What a debit drew is recorded on the generation, so a completion never
touches this stream and a refund knows exactly what to give back.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import ClassVar, Literal

import msgspec

from domain.credits import Credits, positive_credits
from domain.errors import (
    AccountOnHold,
    InsufficientCredits,
    InvalidState,
    KeySpendLimitReached,
    Unauthorized,
)
from domain.event import Event
from domain.ids import CapGroupId, GenerationId, KeyId, LotId
from domain.keys import caps
from domain.keys import key as keys
from domain.keys.caps import Cap, CapGroup
from domain.keys.key import Key, KeyCapped, KeyRotated
from domain.keys.key import KeyIssued as KeyIssued
from domain.keys.key import KeyRevoked as KeyRevoked

LotKind = Literal["promo", "paid", "goodwill"]
Tier = Literal["base", "scale", "volume", "unlimited"]
RefundCause = Literal["failed", "expired", "blocked", "canceled"]
RevocationCause = Literal["chargeback", "repaid"]

REOPENED_LOT_LIFE = timedelta(days=7)
"""Life of an expired lot that a refund comes back to, from the refund on."""

LOT_PRIORITY_DEFAULT = 100

FOR_EVER = datetime.max.replace(tzinfo=UTC)
"""After every time at which a lot can expire."""


class Draw(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Part of a debit or refund: how much of it one lot bears."""

    lot_id: LotId
    amount: Credits


class Reopened(msgspec.Struct, frozen=True, array_like=True):
    """An expired lot that a refund came back to, and when it expires again."""

    lot_id: LotId
    expires_at: datetime


# --- events -----------------------------------------------------------------------------------


class AccountOpened(Event, frozen=True, kw_only=True):
    TOPIC: ClassVar[str] = "account.opened.v1"
    livemode: bool
    tier: Tier


class AccountAttested(Event, frozen=True, kw_only=True):
    """The holder accepted the terms and declared to be an adult."""

    TOPIC: ClassVar[str] = "account.attested.v1"
    terms_version: str
    adult: bool
    source: Literal["request", "loopback_default", "operator"]


class AccountEmailVerified(Event, frozen=True, kw_only=True):
    """The holder opened a link that was sent to the address of the account."""

    TOPIC: ClassVar[str] = "account.email_verified.v1"


class AccountSuspended(Event, frozen=True, kw_only=True):
    TOPIC: ClassVar[str] = "account.suspended.v1"
    suspended: bool
    actor: str


class AccountReleased(Event, frozen=True, kw_only=True):
    """The hold is over; what it canceled stays canceled."""

    TOPIC: ClassVar[str] = "account.released.v1"
    actor: str


class AccountTierSet(Event, frozen=True, kw_only=True):
    TOPIC: ClassVar[str] = "account.tier_set.v1"
    tier: Tier
    actor: str


class AccountErased(Event, frozen=True, kw_only=True):
    """The account is closed for good and its data key, texts and outputs are being deleted.

    Its credits stay on the books and its events in the log; nobody can read their texts any more.
    """

    TOPIC: ClassVar[str] = "account.erased.v1"
    actor: str


class CreditsGranted(Event, frozen=True, kw_only=True):
    """A lot was opened. `price_minor` is what the whole lot cost, in minor units of `currency`."""

    TOPIC: ClassVar[str] = "credits.granted.v1"
    lot_id: LotId
    amount: Credits
    kind: LotKind
    priority: int
    expires_at: datetime | None
    price_minor: int | None
    currency: str | None
    payment_reference: str | None
    actor: str
    reason: bytes | None


class CreditsDebited(Event, frozen=True, kw_only=True):
    """The price was taken. `period_start` is midnight UTC of the day that it counts for in
    `cap_group`; weeks and months follow from it.
    """

    TOPIC: ClassVar[str] = "credits.debited.v1"
    generation_id: GenerationId
    amount: Credits
    draws: tuple[Draw, ...]
    key_id: KeyId
    cap_group: CapGroupId | None = None
    period_start: datetime | None = None


class CreditsRefunded(Event, frozen=True, kw_only=True):
    """Credits came back to the very lots they were drawn from, in reverse order of the draws.

    `cap_group` and `period_start` are those of the debit.
    """

    TOPIC: ClassVar[str] = "credits.refunded.v1"
    generation_id: GenerationId
    amount: Credits
    draws: tuple[Draw, ...]
    reopened: tuple[Reopened, ...]
    cause: RefundCause
    cap_group: CapGroupId | None = None
    period_start: datetime | None = None


class CreditsExpired(Event, frozen=True, kw_only=True):
    TOPIC: ClassVar[str] = "credits.expired.v1"
    lot_id: LotId
    amount: Credits


class CreditsRevoked(Event, frozen=True, kw_only=True):
    """A lot was taken back: `amount` was unspent and leaves, `loss` had been spent already.

    What was repaid before is neither: its money went back once. (Older events have it in `loss`.)
    `repaid`: the holder got money back for what leaves. Such a lot lives on, so that what comes
    back from work in flight is still the holder's; any other revocation ends the lot.
    """

    TOPIC: ClassVar[str] = "credits.revoked.v1"
    lot_id: LotId
    amount: int
    loss: int
    actor: str
    cause: RevocationCause = "chargeback"


# --- state ------------------------------------------------------------------------------------


class Lot(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """`granted`, `remaining` and `repaid` are credits; without `expires_at` it lives for ever."""

    lot_id: LotId
    kind: LotKind
    priority: int
    expires_at: datetime | None
    granted: int
    remaining: int
    repaid: int = 0
    revoked: bool = False

    def spendable(self, now: datetime) -> int:
        """Credits of this lot that may be spent now: none from `expires_at` on, booked or not."""
        expired = self.expires_at is not None and self.expires_at <= now
        return 0 if expired or self.revoked else self.remaining


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """The folded account stream. Lots are in order of age; `debits` counts those ever made.

    `terms_version` is that of the terms that the holder accepted.
    """

    livemode: bool
    tier: Tier
    suspended: bool = False
    erased: bool = False
    lots: dict[LotId, Lot] = {}
    keys: dict[KeyId, Key] = {}
    cap_groups: dict[CapGroupId, CapGroup] = {}
    debits: int = 0
    terms_version: str = ""
    email_verified: bool = False

    def available(self, now: datetime) -> int:
        """Credits that may be spent now."""
        return sum(lot.spendable(now) for lot in self.lots.values())


def evolve(account: Account | None, event: Event) -> Account:
    """The account after one more event of its stream. Nearly all of them are debits."""
    if isinstance(event, AccountOpened):
        assert account is None
        return Account(livemode=event.livemode, tier=event.tier)
    assert account is not None, event
    match event:
        case CreditsDebited():
            return _evolve_debit(account, event)
        case AccountSuspended():
            suspended = event.suspended or account.erased
            return msgspec.structs.replace(account, suspended=suspended)
        case AccountReleased():
            return msgspec.structs.replace(account, suspended=account.erased)
        case AccountAttested():
            return msgspec.structs.replace(account, terms_version=event.terms_version)
        case AccountEmailVerified():
            return msgspec.structs.replace(account, email_verified=True)
        case AccountErased():
            return msgspec.structs.replace(account, suspended=True, erased=True)
        case AccountTierSet():
            return msgspec.structs.replace(account, tier=event.tier)
        case KeyIssued() | KeyRotated() | KeyRevoked():
            return _with_keys(account, keys.evolve(account.keys, event))
        case KeyCapped():
            cap = None if event.amount is None else Cap(event.amount, event.period)
            group = account.cap_groups.get(event.cap_group, caps.UNUSED)
            return _with_group(account, event.cap_group, msgspec.structs.replace(group, cap=cap))
        case CreditsGranted():
            return _with_lots(account, [_granted_lot(event)])
        case CreditsRefunded():
            return _evolve_refund(account, event)
        case CreditsExpired():
            lot = account.lots[event.lot_id]
            assert lot.remaining == event.amount, (lot, event)
            return _with_lots(account, [msgspec.structs.replace(lot, remaining=0)])
        case CreditsRevoked():
            return _with_lots(account, [_revoked_lot(account.lots[event.lot_id], event)])
        case _:
            return account


def _granted_lot(event: CreditsGranted) -> Lot:
    return Lot(
        lot_id=event.lot_id,
        kind=event.kind,
        priority=event.priority,
        expires_at=event.expires_at,
        granted=event.amount,
        remaining=event.amount,
    )


def _revoked_lot(lot: Lot, event: CreditsRevoked) -> Lot:
    left = lot.remaining - event.amount
    if event.cause == "repaid":
        return msgspec.structs.replace(lot, remaining=left, repaid=lot.repaid + event.amount)
    return msgspec.structs.replace(lot, remaining=left, revoked=True)


def _with_keys(account: Account, changed: Iterable[Key]) -> Account:
    known = account.keys | {key.key_id: key for key in changed}
    return msgspec.structs.replace(account, keys=known)


def _with_group(account: Account, cap_group: CapGroupId, group: CapGroup) -> Account:
    return msgspec.structs.replace(account, cap_groups=account.cap_groups | {cap_group: group})


def _counted(
    account: Account,
    event: CreditsDebited | CreditsRefunded,
    count: Callable[[CapGroup, datetime, int], CapGroup],
) -> dict[CapGroupId, CapGroup]:
    """The account's cap groups with the counters of the event's own moved on."""
    if event.cap_group is None or event.period_start is None:
        return account.cap_groups
    group = account.cap_groups.get(event.cap_group, caps.UNUSED)
    return account.cap_groups | {event.cap_group: count(group, event.period_start, event.amount)}


def _evolve_debit(account: Account, event: CreditsDebited) -> Account:
    moved = {draw.lot_id: _moved(account, draw, -draw.amount) for draw in event.draws}
    return msgspec.structs.replace(
        account,
        lots=account.lots | moved,
        cap_groups=_counted(account, event, caps.debited),
        debits=account.debits + 1,
    )


def _evolve_refund(account: Account, event: CreditsRefunded) -> Account:
    lives = {lot.lot_id: lot.expires_at for lot in event.reopened}
    moved = {}
    for draw in event.draws:
        lot = _moved(account, draw, draw.amount)
        expires_at = lives.get(draw.lot_id, lot.expires_at)
        moved[draw.lot_id] = msgspec.structs.replace(lot, expires_at=expires_at)
    return msgspec.structs.replace(
        account,
        lots=account.lots | moved,
        cap_groups=_counted(account, event, caps.refunded),
    )


def _moved(account: Account, draw: Draw, by: int) -> Lot:
    lot = account.lots[draw.lot_id]
    remaining = lot.remaining + by
    assert 0 <= remaining <= lot.granted, (lot, by)
    return msgspec.structs.replace(lot, remaining=remaining)


def _with_lots(account: Account, lots: Iterable[Lot]) -> Account:
    return msgspec.structs.replace(account, lots=account.lots | {lot.lot_id: lot for lot in lots})


# --- decisions --------------------------------------------------------------------------------


def check_key(account: Account, key_id: KeyId, now: datetime) -> Key:
    """The key that a request came with. Raises Unauthorized, AccountOnHold."""
    key = known_key(account, key_id, now)
    check_standing(account)
    return key


def check_standing(account: Account) -> None:
    """May anybody act for the account? Raises Unauthorized, AccountOnHold."""
    if account.erased:
        raise Unauthorized
    if account.suspended:
        raise AccountOnHold


def known_key(account: Account, key_id: KeyId, now: datetime) -> Key:
    """The key, whether or not its account is on hold. Raises Unauthorized."""
    key = account.keys.get(key_id)
    if account.erased or key is None or not key.active(now):
        raise Unauthorized
    return key


def hold(account: Account, *, actor: str) -> list[Event]:
    """Stops all new work; what is open is canceled and refunded soon after. Twice is once.

    Raises InvalidState for an erased account, which is held for ever.
    """
    check_not_erased(account)
    return [] if account.suspended else [AccountSuspended(suspended=True, actor=actor)]


def release(account: Account, *, actor: str) -> list[Event]:
    """Ends a hold; where there is none nothing changes. Raises InvalidState."""
    check_not_erased(account)
    return [AccountReleased(actor=actor)] if account.suspended else []


def check_not_erased(account: Account) -> None:
    """Raises InvalidState."""
    if account.erased:
        raise InvalidState("This account was erased.")


def erase(account: Account, *, actor: str) -> list[Event]:
    """Closes the account for good; its lots stay as they are. Erasing twice changes nothing."""
    return [] if account.erased else [AccountErased(actor=actor)]


def grant(account: Account, event: CreditsGranted) -> list[Event]:
    """Opens a lot. A lot that is already open is not opened twice: the result is empty then."""
    if event.lot_id in account.lots:
        return []
    positive_credits(event.amount)
    return [event]


def debit(
    account: Account, generation_id: GenerationId, price: Credits, key_id: KeyId, now: datetime
) -> CreditsDebited:
    """Takes the price from the lots, most urgent first: priority, then expiry, then age.

    Raises Unauthorized, AccountOnHold, KeySpendLimitReached, InsufficientCredits.
    """
    key = check_key(account, key_id, now)
    positive_credits(price)
    day = _check_cap(account.cap_groups.get(key.cap_group, caps.UNUSED), price, now)
    spendable = [lot for lot in account.lots.values() if lot.spendable(now)]
    available = sum([lot.remaining for lot in spendable])
    if available < price:
        raise InsufficientCredits(required=price, available=available)
    return CreditsDebited(
        generation_id=generation_id,
        amount=price,
        draws=_draws(spendable, price),
        key_id=key_id,
        cap_group=key.cap_group,
        period_start=day,
    )


def _check_cap(group: CapGroup, price: Credits, now: datetime) -> datetime:
    """The day that the debit counts for. Raises KeySpendLimitReached; a lifetime never resets."""
    day = caps.day_of(group, now)
    if group.cap is not None:
        left = max(0, group.cap.amount - group.spent(group.cap.period, day))
        if left < price:
            ends_at = caps.end_of(group.cap.period, day)
            resets_at = None if ends_at is None else f"{ends_at:%Y-%m-%dT%H:%M:%SZ}"
            raise KeySpendLimitReached(required=price, available=left, resets_at=resets_at)
    return day


def _draws(spendable: list[Lot], price: Credits) -> tuple[Draw, ...]:
    """Python's sort is stable and lots are kept in order of age, so age breaks the ties."""
    draws = []
    missing: int = price
    for lot in sorted(spendable, key=_burn_order) if len(spendable) > 1 else spendable:
        amount = min(lot.remaining, missing)
        draws.append(Draw(lot.lot_id, Credits(amount)))
        missing -= amount
        if not missing:
            break
    assert missing == 0, missing
    return tuple(draws)


def _burn_order(lot: Lot) -> tuple[int, datetime]:
    """Lots that live for ever are last of their priority."""
    return lot.priority, lot.expires_at or FOR_EVER


def refund(
    account: Account,
    generation_id: GenerationId,
    draws: Sequence[Draw],
    *,
    cause: RefundCause,
    now: datetime,
    cap_group: CapGroupId | None = None,
    period_start: datetime | None = None,
) -> list[Event]:
    """Gives drawn credits back to their lots, in reverse order of the draws.

    An expired lot gets seven days of life for what comes back alone: what was left in it is booked
    as expired first. What comes back to a revoked lot is revoked at once.
    """
    back = tuple(reversed(draws))
    lots = [account.lots[draw.lot_id] for draw in back]
    late = [
        lot
        for lot in lots
        if lot.expires_at is not None and lot.expires_at <= now and not lot.revoked
    ]
    reopened = tuple(Reopened(lot.lot_id, now + REOPENED_LOT_LIFE) for lot in late)
    expired = [
        CreditsExpired(lot_id=lot.lot_id, amount=positive_credits(lot.remaining))
        for lot in late
        if lot.remaining
    ]
    amount = positive_credits(sum(draw.amount for draw in back))
    refunded = CreditsRefunded(
        generation_id=generation_id,
        amount=amount,
        draws=back,
        reopened=reopened,
        cause=cause,
        cap_group=cap_group,
        period_start=period_start,
    )
    revoked = [
        CreditsRevoked(lot_id=draw.lot_id, amount=draw.amount, loss=-draw.amount, actor="ledger")
        for draw, lot in zip(back, lots, strict=True)
        if lot.revoked
    ]
    return [*expired, refunded, *revoked]


def expire(account: Account, now: datetime) -> list[Event]:
    """Books every lot whose time has come and that still holds credits."""
    return [
        CreditsExpired(lot_id=lot.lot_id, amount=positive_credits(lot.remaining))
        for lot in account.lots.values()
        if lot.remaining and lot.expires_at is not None and lot.expires_at <= now
    ]


def revoke(account: Account, lot_id: LotId, *, actor: str) -> list[Event]:
    """Takes a lot back (a chargeback): what remains leaves, what was spent is booked as a loss, and
    what was repaid is left alone. What expired counts as spent: it was earned.

    Raises InvalidState for an unknown lot; a lot that is already revoked changes nothing.
    """
    lot = account.lots.get(lot_id)
    if lot is None:
        raise InvalidState("There is no such lot on this account.")
    if lot.revoked:
        return []
    loss = lot.granted - lot.remaining - lot.repaid
    return [CreditsRevoked(lot_id=lot_id, amount=lot.remaining, loss=loss, actor=actor)]


def repay(account: Account, lot_id: LotId, *, actor: str, now: datetime) -> CreditsRevoked:
    """Takes what may still be spent of a lot, because its holder gets the money back.

    Raises InvalidState where nothing is left: spent, expired, in flight or revoked.
    """
    lot = account.lots.get(lot_id)
    amount = 0 if lot is None else lot.spendable(now)
    if amount == 0:
        raise InvalidState("Nothing of this top-up is left that could be paid back.")
    return CreditsRevoked(lot_id=lot_id, amount=amount, loss=0, actor=actor, cause="repaid")


EVENTS: tuple[type[Event], ...] = (
    AccountOpened,
    AccountAttested,
    AccountEmailVerified,
    AccountSuspended,
    AccountReleased,
    AccountTierSet,
    AccountErased,
    *keys.EVENTS,
    CreditsGranted,
    CreditsDebited,
    CreditsRefunded,
    CreditsExpired,
    CreditsRevoked,
)
