"""Money that came in and matches nothing: the operator matches it, or sends it back."""

from datetime import datetime
from uuid import UUID

import msgspec
from litestar import get

from adapters.web.answers import lists
from adapters.web.dependencies import Answer, WebRequest, dependencies, json_answer
from adapters.web.guards.auth import admit
from adapters.web.openapi.operations import documented
from adapters.web.requests.bodies import queried
from projections.query import Query


class UnmatchedPayment(msgspec.Struct, frozen=True, kw_only=True):
    """`xavira credits match` grants its credits; money is in minor units of `currency`."""

    payment_id: UUID
    provider: str
    reference: str
    price_minor: int | None
    currency: str | None
    recorded_at: datetime
    position: int


class UnmatchedPayments(msgspec.Struct, kw_only=True):
    data: list[UnmatchedPayment]
    next_cursor: str | None


class PaymentsQuery(lists.Page, kw_only=True, forbid_unknown_fields=True):
    """A page of payments that wait."""


_WAITING = """
SELECT payment_id, provider, reference, price_minor, currency, recorded_at,
    unmatched_position AS position
FROM journal_payments JOIN stored_events ON notification_id = unmatched_position
WHERE unmatched_position > %(after)s AND matched_position IS NULL
    AND charged_back_position IS NULL AND repaid_position IS NULL
ORDER BY unmatched_position LIMIT %(limit)s
"""


@get(
    "/admin/v1/payments/unmatched",
    opt=documented(
        "Payments that match nothing, the oldest first",
        name="admin_payments_list_unmatched",
        scope="admin",
        query=PaymentsQuery,
        answers={200: UnmatchedPayments},
    ),
)
async def list_unmatched(request: WebRequest) -> Answer:
    asked = queried(request, PaymentsQuery)
    after = lists.position_of(asked.cursor) or 0
    await admit(request)
    web = dependencies(request)
    await lists.awaited(request, "journal", asked.min_position)
    query = Query(_WAITING, {"after": after, "limit": asked.limit + 1}, UnmatchedPayment)
    rows, more = lists.cut(await lists.fetch(web, query), asked.limit)
    next_cursor = lists.cursor_of(rows[-1].position) if more else None
    return json_answer(UnmatchedPayments(data=list(rows), next_cursor=next_cursor))
