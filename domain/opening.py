"""The free credits of an account: what it is opened with, what waits for its address, and what a
test account is filled up to.
"""

from datetime import datetime

from domain.credits import SIGNUP_CREDITS, Credits, positive_credits
from domain.errors import Unauthorized
from domain.event import Event
from domain.ids import LotId
from domain.ledger import (
    LOT_PRIORITY_DEFAULT,
    Account,
    AccountAttested,
    AccountEmailVerified,
    AccountOpened,
    CreditsGranted,
    KeyIssued,
    Tier,
    grant,
)


def open_account(
    *,
    tier: Tier,
    attested: AccountAttested,
    key: KeyIssued,
    lot_id: LotId,
    livemode: bool,
    amount: Credits | None = SIGNUP_CREDITS,
) -> list[Event]:
    """A new account with its first key and the free credits; without an amount they come later."""
    events: list[Event] = [AccountOpened(livemode=livemode, tier=tier), attested, key]
    return events if amount is None else [*events, _free_credits(lot_id, amount, actor="signup")]


def verify_email(account: Account, lot_id: LotId) -> list[Event]:
    """The address is the holder's: once, and with the free credits where those waited for it.

    Raises Unauthorized for an erased account.
    """
    if account.erased:
        raise Unauthorized
    if account.email_verified:
        return []
    granted = _free_credits(lot_id, SIGNUP_CREDITS, actor="signup")
    return [AccountEmailVerified(), *grant(account, granted)]


def _free_credits(lot_id: LotId, amount: Credits, *, actor: str) -> CreditsGranted:
    return CreditsGranted(
        lot_id=lot_id,
        amount=amount,
        kind="promo",
        priority=LOT_PRIORITY_DEFAULT,
        expires_at=None,
        price_minor=None,
        currency=None,
        payment_reference=None,
        actor=actor,
        reason=None,
    )


def refill(account: Account, lot_id: LotId, now: datetime, *, up_to: Credits) -> list[Event]:
    """Free credits that bring what may be spent up to an amount; the same lot is opened once."""
    missing = up_to - account.available(now)
    if missing <= 0:
        return []
    return grant(account, _free_credits(lot_id, positive_credits(missing), actor="refill"))
