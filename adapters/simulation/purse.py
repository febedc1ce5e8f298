"""The lots of one simulated account, by the rules of `domain.ledger` but kept for speed.

Amounts are credits, times are microseconds. That these rules are the ledger's is for the tests to
show, which run every simulated event through the real ones.
"""

from bisect import insort

REOPENED_LIFE = 7 * 86_400 * 1_000_000
NEVER = 1 << 62


class SimulatedLot:
    """One lot. `key` is its id as JSON, `expires_at` is NEVER for a lot that lives for ever."""

    __slots__ = (
        "age",
        "expires_at",
        "granted",
        "key",
        "listed",
        "priority",
        "remaining",
        "revoked",
    )

    def __init__(self, key: bytes, *, age: int, amount: int, priority: int, expires_at: int):
        self.key = key
        self.age = age
        self.priority = priority
        self.expires_at = expires_at
        self.granted = amount
        self.remaining = amount
        self.revoked = False
        self.listed = False

    def __lt__(self, other: "SimulatedLot") -> bool:
        """Burn order: priority, then expiry, then age."""
        mine = (self.priority, self.expires_at, self.age)
        return mine < (other.priority, other.expires_at, other.age)


SimulatedDraws = list[tuple[SimulatedLot, int]]


class Purse:
    """Lots that may hold something, in burn order; spent and expired ones leave the list."""

    __slots__ = ("burn", "lots_opened")

    def __init__(self) -> None:
        self.burn: list[SimulatedLot] = []
        self.lots_opened = 0

    def open_lot(
        self, key: bytes, *, amount: int, priority: int, expires_at: int = NEVER
    ) -> SimulatedLot:
        """Opens a lot, the youngest of all."""
        self.lots_opened += 1
        lot = SimulatedLot(
            key, age=self.lots_opened, amount=amount, priority=priority, expires_at=expires_at
        )
        self._list(lot)
        return lot

    def draw(self, price: int, now: int) -> SimulatedDraws | None:
        """Takes the price from the lots, or nothing at all when they do not hold it."""
        burn = self.burn
        while burn and (not burn[0].remaining or burn[0].expires_at <= now):
            burn.pop(0).listed = False
        draws = []
        missing = price
        for lot in burn:
            if lot.expires_at > now and lot.remaining:
                amount = min(lot.remaining, missing)
                draws.append((lot, amount))
                missing -= amount
                if not missing:
                    break
        if missing:
            return None
        for lot, amount in draws:
            lot.remaining -= amount
        return draws

    def give_back(
        self, draws: SimulatedDraws, now: int
    ) -> tuple[SimulatedDraws, SimulatedDraws, SimulatedDraws]:
        """Refunds draws: (expired before, reopened until, revoked again), each with its figure."""
        expired: SimulatedDraws = []
        reopened: SimulatedDraws = []
        revoked: SimulatedDraws = []
        for lot, amount in reversed(draws):
            if lot.revoked:
                revoked.append((lot, amount))
                continue
            if lot.expires_at <= now:
                if lot.remaining:
                    expired.append((lot, lot.remaining))
                    lot.remaining = 0
                self._unlist(lot)
                lot.expires_at = now + REOPENED_LIFE
                reopened.append((lot, lot.expires_at))
            lot.remaining += amount
            self._list(lot)
        return expired, reopened, revoked

    def revoke(self, lot: SimulatedLot) -> tuple[int, int]:
        """Takes a lot back: (what remained, what had been spent)."""
        remaining = lot.remaining
        lot.remaining = 0
        lot.revoked = True
        self._unlist(lot)
        return remaining, lot.granted - remaining

    def _list(self, lot: SimulatedLot) -> None:
        if not lot.listed:
            insort(self.burn, lot)
            lot.listed = True

    def _unlist(self, lot: SimulatedLot) -> None:
        if lot.listed:
            self.burn.remove(lot)
            lot.listed = False
