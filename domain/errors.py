"""Refusals: what the rules answer instead of events. Each has a stable code; its docstring is the
message that a customer reads. `adapters.web.answers.problems` decides what HTTP makes of a code.
"""

from typing import Any, ClassVar


class DomainError(Exception):
    """The request was refused."""

    code: ClassVar[str] = "invalid_state"

    def __init__(self, message: str | None = None, **details: Any) -> None:
        super().__init__(message or " ".join((type(self).__doc__ or "").split()))
        self.details = details


class InvalidState(DomainError):
    """The state of this resource does not allow the request."""

    code = "invalid_state"


class SourceOpen(InvalidState):
    """The source generation is not finished yet; ask again with the same Idempotency-Key."""


class NotFound(DomainError):
    """There is no such resource."""

    code = "not_found"


class Unauthorized(DomainError):
    """The API key is missing, malformed, unknown, expired or revoked."""

    code = "unauthorized"


class TextsKeyless(Unauthorized):
    """There is no key for this account's texts any more: it was erased, or came back from a backup
    without its keys.
    """


class InsufficientScope(DomainError):
    """This API key may not do that."""

    code = "insufficient_scope"


class AccountOnHold(DomainError):
    """This account is on hold; POST /v1/appeals asks the operator for another look."""

    code = "account_suspended"


class EndUserOnHold(DomainError):
    """This end user is on hold after repeated refusals; nothing was charged."""

    code = "end_user_suspended"


class InsufficientCredits(DomainError):
    """The balance does not cover the price; nothing was charged."""

    code = "insufficient_credits"


class KeySpendLimitReached(DomainError):
    """This API key has spent its cap; nothing was charged."""

    code = "key_spend_limit_reached"


class ConcurrencyLimited(DomainError):
    """Too many generations of this account are in flight; nothing was charged."""

    code = "concurrency_limited"


class SignatureInvalid(DomainError):
    """The signature of this message is missing, wrong or too old."""

    code = "signature_invalid"


class PaymentProviderUnavailable(DomainError):
    """The payment provider cannot be reached right now; nothing was ordered."""

    code = "payment_provider_unavailable"


class ValidationFailed(DomainError):
    """A value is not supported."""

    code = "validation_failed"


class ModerationBlocked(DomainError):
    """The content policy does not allow this; nothing was charged."""

    code = "moderation_blocked"


class ModerationUnavailable(DomainError):
    """The content check cannot be reached right now; nothing was charged."""

    code = "moderation_unavailable"


class IdempotencyKeyReused(DomainError):
    """This Idempotency-Key was already used with another request."""

    code = "idempotency_key_reused"


class OutputDeleted(DomainError):
    """The output was deleted."""

    code = "output_deleted"


class OutputRemoved(DomainError):
    """The output was taken down."""

    code = "output_removed"


class TemporarilyUnavailable(DomainError):
    """The ledger cannot be reached right now; retry with the same Idempotency-Key."""

    code = "temporarily_unavailable"


class AppendsRefused(TemporarilyUnavailable):
    """Nothing is recorded until the operator has put the ledger right; retry later with the same
    Idempotency-Key.
    """
