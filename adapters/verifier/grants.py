"""Which lots and which payments were granted on two accounts: looked for over the whole log at its
end, in 40 bytes for each grant of either kind.

A replay that leaves accounts aside has never all of them before it; these records stay.
"""

from collections.abc import Iterator
from hashlib import blake2b
from uuid import UUID

import numpy
from msgspec import Struct
from msgspec.json import Decoder

from adapters.verifier.faults import Faults
from adapters.verifier.money_events import UNREADABLE

DIGEST_BYTES = 16

_RECORD = numpy.dtype(
    [("named", "<u8", 2), ("account", "<u8", 2), ("position", "<i8")],
)


class Opened(Struct, gc=False):
    """A lot, and the payment that it was granted for as `provider/reference`."""

    lot_id: UUID
    payment_reference: str | None = None


_read = Decoder(Opened).decode


class Grants:
    """`note` every grant of a log, then `tell`."""

    def __init__(self) -> None:
        self._lots = bytearray()
        self._payments = bytearray()

    def note(self, position: int, account: bytes, state: bytes) -> None:
        """A grant that cannot be read is told of where it is replayed."""
        try:
            grant = _read(state)
        except UNREADABLE:
            return
        place = account + position.to_bytes(8, "little", signed=True)
        self._lots += grant.lot_id.bytes + place
        if grant.payment_reference is not None:
            reference = grant.payment_reference.encode()
            self._payments += blake2b(reference, digest_size=DIGEST_BYTES).digest() + place

    def tell(self, faults: Faults) -> None:
        """What was granted on one account and then on another."""
        for lot, account, before, position in _on_two_accounts(self._lots):
            message = f"granted to account {account}, and at position {before} to another one"
            faults.find("lot_on_two_accounts", lot, message, position)
        for _, account, before, position in _on_two_accounts(self._payments):
            message = f"its payment was granted to another account at position {before}"
            faults.find("payment_on_two_accounts", account, message, position)


def _on_two_accounts(records: bytearray) -> Iterator[tuple[UUID, UUID, int, int]]:
    """What it is, the later account, and both positions; in the order of the log."""
    every = numpy.frombuffer(records, _RECORD)
    named = every["named"]
    order = numpy.lexsort((every["position"], named[:, 1], named[:, 0]))
    before, after = order[:-1], order[1:]
    same = (named[before] == named[after]).all(axis=1)
    before, after = before[same], after[same]
    elsewhere = (every["account"][before] != every["account"][after]).any(axis=1)
    for first, second in sorted(zip(before[elsewhere], after[elsewhere], strict=True), key=_second):
        _, _, at = every[first]
        what, account, position = every[second]
        yield UUID(bytes=what.tobytes()), UUID(bytes=account.tobytes()), int(at), int(position)


def _second(pair: tuple[int, int]) -> int:
    return pair[1]
