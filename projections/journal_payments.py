"""A payment on the books: what came in, and the position of each thing that happened to it."""

from uuid import UUID

import msgspec


class JournalPayment(msgspec.Struct, kw_only=True):
    """A row of `journal_payments`; the fields are its columns. Money is in minor units."""

    payment_id: UUID
    provider: str
    reference: str
    account_id: UUID | None = None
    price_minor: int | None = None
    currency: str | None = None
    credits: int | None = None
    received_position: int | None = None
    unmatched_position: int | None = None
    matched_position: int | None = None
    charged_back_position: int | None = None
    repaid_position: int | None = None
    repaid_minor: int | None = None

    @property
    def waiting(self) -> bool:
        """Nobody knows yet whose money it is: it was not matched and has not gone back."""
        ends = (self.matched_position, self.charged_back_position, self.repaid_position)
        return self.unmatched_position is not None and ends == (None, None, None)
