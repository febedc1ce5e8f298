"""The money in a lot, as a bar: what is used lies at its front, what expired or went at its back.

    | used | in flight | remaining | expired and revoked |

The price of the lot is spread over the bar once; each part is worth what lies between its ends. So
every move is a whole number of minor units, no part is ever negative, moves that are undone are
undone exactly, and all parts together are always the price that was paid.
"""

from uuid import UUID

from domain.payments.pricing import repaid_minor
from projections.copying import binary_id


class JournalLot:
    """One lot on the books. Amounts are credits and minor units; a free lot has no currency.

    `place` is account and lot as they stand in a row of the journal. `repaid_minor` is what part of
    the price we sent back; a later chargeback takes the rest.
    """

    __slots__ = (
        "account_id",
        "currency",
        "expired",
        "granted",
        "granted_position",
        "in_flight",
        "kind",
        "lot_id",
        "paid",
        "payment_reference",
        "place",
        "price_minor",
        "repaid_minor",
        "revoked",
        "used",
    )

    def __init__(
        self,
        account_id: UUID,
        lot_id: UUID,
        kind: str,
        granted: int,
        price_minor: int,
        currency: str,
        payment_reference: str | None,
        granted_position: int,
        used: int = 0,
        in_flight: int = 0,
        expired: int = 0,
        revoked: int = 0,
        repaid_minor: int = 0,
    ) -> None:
        self.account_id = account_id
        self.lot_id = lot_id
        self.kind = kind
        self.granted = granted
        self.price_minor = price_minor
        self.currency = currency
        self.payment_reference = payment_reference
        self.granted_position = granted_position
        self.used = used
        self.in_flight = in_flight
        self.expired = expired
        self.revoked = revoked
        self.repaid_minor = repaid_minor
        self.paid = kind == "paid"
        self.place = binary_id(account_id) + binary_id(lot_id)

    @property
    def remaining(self) -> int:
        return self.granted - self.used - self.in_flight - self.expired - self.revoked

    @property
    def spent(self) -> int:
        """What a chargeback cannot take back any more."""
        return self.used + self.in_flight + self.expired

    def draw(self, amount: int) -> int:
        """Remaining credits go in flight; returns what they are worth."""
        front = self.used + self.in_flight
        self.in_flight += amount
        assert self.remaining >= 0, self.lot_id
        return self._worth(front, front + amount)

    def give_back(self, amount: int) -> int:
        """Credits in flight remain again; returns what they are worth."""
        front = self.used + self.in_flight
        self.in_flight -= amount
        assert self.in_flight >= 0, self.lot_id
        return self._worth(front - amount, front)

    def use(self, amount: int) -> int:
        """Credits in flight are used up; returns what they are worth."""
        front = self.used
        self.used += amount
        self.in_flight -= amount
        assert self.in_flight >= 0, self.lot_id
        return self._worth(front, front + amount)

    def expire(self, amount: int) -> int:
        """Remaining credits expire; returns what they are worth."""
        worth = self._worth_at_back(amount)
        self.expired += amount
        assert self.remaining >= 0, self.lot_id
        return worth

    def revoke(self, amount: int) -> int:
        """Remaining credits are taken back; returns what they are worth."""
        worth = self._worth_at_back(amount)
        self.revoked += amount
        assert self.remaining >= 0, self.lot_id
        return worth

    def repay(self, amount: int) -> tuple[int, int]:
        """Remaining credits are taken for money that is sent back; returns how much of it, and what
        they are worth beyond it. How much is the payment's own rule; where something left the back
        before, the bar may hold a minor unit more for them.
        """
        worth = self.revoke(amount)
        sent = repaid_minor(self.price_minor, part=amount, granted=self.granted)
        assert sent <= worth, self.lot_id
        self.repaid_minor += sent
        return sent, worth - sent

    def _worth_at_back(self, amount: int) -> int:
        back = self.granted - self.expired - self.revoked
        return self._worth(back - amount, back)

    def _worth(self, start: int, end: int) -> int:
        """What lies between two places of the bar, where the front `n` are worth their share of
        the price, rounded up: so that a part taken from the back is rounded down.
        """
        price, granted = self.price_minor, self.granted
        if not price:
            return 0
        return -(-price * end // granted) + (-price * start // granted)
