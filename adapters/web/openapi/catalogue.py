"""Every error code there is. The code, docs/reference/errors.md and the tests all read this list.

Codes only grow: none is ever renamed, removed or given another status.
"""

from typing import Literal

import msgspec

Retry = Literal["same_key", "new_key", "never"]


class ErrorKind(msgspec.Struct, frozen=True):
    """One code: its HTTP status, what a client should do, its message, and when it is answered."""

    code: str
    status: int
    retry: Retry
    message: str
    when: str
    retry_after_seconds: int | None = None


KINDS: tuple[ErrorKind, ...] = (
    ErrorKind(
        "invalid_request",
        400,
        "never",
        "The request cannot be read.",
        "Bad JSON, unknown or repeated field, missing field, wrong type, invalid UTF-8, NUL, "
        "nesting too deep, unknown query parameter, or an API key in the URL.",
    ),
    ErrorKind(
        "idempotency_key_invalid",
        400,
        "never",
        "An Idempotency-Key is 1 to 255 visible ASCII characters, sent once.",
        "The Idempotency-Key is empty, overlong, malformed or sent twice.",
    ),
    ErrorKind(
        "unauthorized",
        401,
        "never",
        "The API key is missing, malformed, unknown, expired or revoked.",
        "No usable `Authorization: Bearer` key or session; every case has the same body.",
    ),
    ErrorKind(
        "sign_in_refused",
        401,
        "never",
        "The address or the password is wrong.",
        "Signing in, or confirming with a password; an unknown address has the same answer.",
    ),
    ErrorKind(
        "signature_invalid",
        401,
        "never",
        "The signature of this message is missing, wrong or too old.",
        "A payment provider's webhook whose signature does not hold.",
    ),
    ErrorKind(
        "insufficient_credits",
        402,
        "same_key",
        "The balance does not cover the price; nothing was charged.",
        "The balance is too low; `required` and `available` say by how much.",
    ),
    ErrorKind(
        "key_spend_limit_reached",
        402,
        "same_key",
        "This API key has spent its cap; nothing was charged.",
        "What is left of the API key's cap does not cover the price; `resets_at` says until when.",
    ),
    ErrorKind(
        "insufficient_scope",
        403,
        "never",
        "This API key may not do that.",
        "The API key lacks the scope of the route.",
    ),
    ErrorKind(
        "account_suspended",
        403,
        "never",
        "This account is on hold; POST /v1/appeals asks the operator for another look.",
        "The operator put the account on hold, or its strikes did. `POST /v1/appeals`, with a live "
        "key that has the scope `account`, works meanwhile and asks for another look.",
    ),
    ErrorKind(
        "end_user_suspended",
        403,
        "never",
        "This end user is on hold after repeated refusals; nothing was charged.",
        "The request's `end_user_ref` was refused too often in severe categories; "
        "`POST /v1/appeals` asks for another look.",
    ),
    ErrorKind(
        "not_found",
        404,
        "never",
        "There is no such resource.",
        "Unknown, malformed or somebody else's id, or no such route; every case has the same body.",
    ),
    ErrorKind(
        "method_not_allowed",
        405,
        "never",
        "This route does not support the method.",
        "The route exists, the method does not; `Allow` lists those that do.",
    ),
    ErrorKind(
        "request_timeout",
        408,
        "same_key",
        "The request body did not arrive in time.",
        "The body took more than 30 seconds to arrive.",
    ),
    ErrorKind(
        "invalid_state",
        409,
        "never",
        "The state of this resource does not allow the request.",
        "Archived character, source without output, a generation that already ended, an address "
        "that already has an account. A source that is still open has `retry: same_key` and a "
        "`Retry-After`.",
    ),
    ErrorKind(
        "generation_canceled",
        409,
        "new_key",
        "The generation was canceled and refunded.",
        "The generation was canceled before it finished.",
    ),
    ErrorKind(
        "output_deleted",
        410,
        "never",
        "The output was deleted.",
        "The account that the output belongs to deleted it.",
    ),
    ErrorKind(
        "output_removed",
        410,
        "never",
        "The output was taken down.",
        "The output was taken down by the operator.",
    ),
    ErrorKind(
        "token_invalid",
        410,
        "never",
        "This link is wrong, used or too old; ask for a new one.",
        "A token out of a mail that is good no more, or never was.",
    ),
    ErrorKind(
        "payload_too_large",
        413,
        "never",
        "The request body is larger than 256 KiB, or than 32 MiB where it is a file.",
        "The body is larger than 256 KiB, or than 32 MiB where it is a file.",
    ),
    ErrorKind(
        "unsupported_media_type",
        415,
        "never",
        "The request body must be application/json.",
        "The content type is missing or is not `application/json` in UTF-8; of a file, it is none "
        "of those that the route lists.",
    ),
    ErrorKind(
        "range_not_satisfiable",
        416,
        "never",
        "The range lies outside the file.",
        "The first byte of `Range` lies behind the last one of the file; `Content-Range` says how "
        "many it has.",
    ),
    ErrorKind(
        "moderation_blocked",
        422,
        "never",
        "The content policy does not allow this; it costs nothing.",
        "`stage` says what was refused: `character` and `prompt` are never charged; `output` was "
        "charged and refunded, and carries `retry: new_key`.",
    ),
    ErrorKind(
        "validation_failed",
        422,
        "never",
        "A value is not supported.",
        "A value is outside what the model or the API supports; `param` names it and `allowed` "
        "lists what would do.",
    ),
    ErrorKind(
        "idempotency_key_reused",
        422,
        "never",
        "This Idempotency-Key was already used with another request.",
        "The same key came with another body or on another route.",
    ),
    ErrorKind(
        "rate_limited",
        429,
        "same_key",
        "Too many requests; wait until the next window.",
        "The window of this clock minute is full, or one address opens too many accounts; "
        "`Retry-After` says when the next window begins.",
        retry_after_seconds=1,
    ),
    ErrorKind(
        "concurrency_limited",
        429,
        "same_key",
        "Too many generations of this account are in flight; nothing was charged.",
        "As many generations are in flight as the account's tier allows; one that ends makes room.",
        retry_after_seconds=1,
    ),
    ErrorKind(
        "headers_too_large",
        431,
        "never",
        "The request headers are larger than 32 KiB.",
        "More than 32 KiB or 100 headers.",
    ),
    ErrorKind(
        "internal_error",
        500,
        "same_key",
        "Something went wrong here; retry with the same Idempotency-Key.",
        "A bug. It is logged under the request id.",
    ),
    ErrorKind(
        "generation_failed",
        500,
        "new_key",
        "The generation failed and was refunded.",
        "The engine could not draw it.",
    ),
    ErrorKind(
        "temporarily_unavailable",
        503,
        "same_key",
        "The ledger cannot be reached right now; retry with the same Idempotency-Key.",
        "The database or the object store cannot be reached.",
        retry_after_seconds=2,
    ),
    ErrorKind(
        "payment_provider_unavailable",
        503,
        "same_key",
        "The payment provider cannot be reached right now; nothing was ordered.",
        "The payment provider does not answer, or not as it should.",
        retry_after_seconds=5,
    ),
    ErrorKind(
        "moderation_unavailable",
        503,
        "same_key",
        "The content check cannot be reached right now; nothing was charged.",
        "The configured classifier is down; nothing is published without it.",
        retry_after_seconds=5,
    ),
    ErrorKind(
        "capacity_unavailable",
        503,
        "same_key",
        "Nothing serves this model right now; nothing was charged.",
        "No worker serves the model.",
        retry_after_seconds=30,
    ),
    ErrorKind(
        "generation_timeout",
        504,
        "new_key",
        "The generation ran too long and was refunded.",
        "Drawing took longer than a render may take.",
    ),
    ErrorKind(
        "deadline_exceeded",
        504,
        "new_key",
        "The generation was not started by its deadline and was refunded.",
        "No worker took it up before its deadline.",
    ),
)

BY_CODE: dict[str, ErrorKind] = {kind.code: kind for kind in KINDS}
assert len(BY_CODE) == len(KINDS), "two errors share a code"

INTRODUCTION = """\
# Errors

Every answer with a status of 400 and above has one shape:

    {"error": {"code": "...", "message": "...", "retry": "...", "request_id": "...",
               "doc_url": "https://.../v1/errors/...", "param": null}}

`retry` says what to do: `same_key` (nothing was charged: wait if `Retry-After` says so, then repeat
the request with the same Idempotency-Key), `new_key` (the work ended and was refunded: a new
Idempotency-Key starts it again), `never` (the same request will be refused again). The table
tells what is usual; what an answer says itself counts.

`doc_url` leads to what the code means (`GET /v1/errors/{code}`, the lines of this page as JSON).
Where they apply there are also `allowed` (values that would do), `stage` and `category` of a
refused content, `policy_version`, `required` and `available` credits, `resets_at`, and, for work
that was charged, `generation_id` and `refunded_credits`. The error of ended work names the
generation as its `request_id`, so that a replay is the same byte for byte.

| status | code | retry | when |
| --- | --- | --- | --- |
"""


def errors_page() -> str:
    """The page docs/reference/errors.md."""
    ordered = sorted(KINDS, key=lambda kind: (kind.status, kind.code))
    lines = [f"| {k.status} | `{k.code}` | `{k.retry}` | {k.when} |" for k in ordered]
    return INTRODUCTION + "\n".join(lines) + "\n"
