"""How work ends that nobody will finish: one append that ends it and refunds it."""

from typing import Protocol
from uuid import UUID

from adapters.answered import answered
from domain.characters.character import IdentityFailed
from domain.generation import Ending, FailureReason, GenerationFailed
from domain.handlers import end_generation, store_identity
from domain.ids import AccountId, CharacterId, GenerationId
from domain.ports import Ledger


class Work(Protocol):
    """A row of open work."""

    @property
    def work_id(self) -> UUID: ...

    @property
    def account_id(self) -> UUID: ...

    @property
    def kind(self) -> str: ...

    @property
    def attempt(self) -> int: ...


async def end(ledger: Ledger, work: Work, ending: Ending) -> bool:
    """Ends work and refunds it; an identity is failed instead. True when this ending won.

    Raises TemporarilyUnavailable, NotFound.
    """
    if work.kind == "identity":
        command = store_identity(CharacterId(work.work_id), IdentityFailed())
    else:
        command = end_generation(AccountId(work.account_id), GenerationId(work.work_id), ending)
    appended = await answered(ledger.append(command))
    return bool(appended.answer)


async def give_up(ledger: Ledger, work: Work, reason: FailureReason = "engine_failed") -> None:
    """Fails work of which nothing is to be expected any more."""
    await end(ledger, work, GenerationFailed(attempt=work.attempt or None, reason=reason))
