"""How many generations of one account may be open at a time, decided on the account's own stream.

A completion never touches that stream, so the stream alone cannot tell how many are open. Whoever
asks brings a count made from the generations themselves: so many were open when the account had
made so many debits. What was debited since is added, what was completed since is not taken off, so
a count that is old may refuse too early, and never allows too much.
"""

import msgspec

from domain.errors import ConcurrencyLimited
from domain.ledger import Account, Tier

IN_FLIGHT_MAX: dict[Tier, int | None] = {
    "base": 60,
    "scale": 120,
    "volume": 240,
    "unlimited": None,
}
"""Open generations of one account by tier: those of a minute at full speed. None is unlimited."""


class InFlight(msgspec.Struct, frozen=True, kw_only=True):
    """`open` generations were open, at most, when the account had made `debits` debits."""

    open: int = 0
    debits: int = 0

    def at_most(self, account: Account) -> int:
        """So many generations may be open now, and no more."""
        return self.open + account.debits - self.debits


NOTHING_COUNTED = InFlight()
"""Before any count, every debit that was ever made may be open."""


def full(account: Account, counted: InFlight) -> bool:
    """One more would be too many, as far as the count knows."""
    limit = IN_FLIGHT_MAX[account.tier]
    return limit is not None and counted.at_most(account) >= limit


def check(account: Account, counted: InFlight) -> None:
    """Raises ConcurrencyLimited."""
    if full(account, counted):
        raise ConcurrencyLimited
