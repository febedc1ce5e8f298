"""Telling the operator of abuse, or asking for a takedown: anybody may, nobody needs a key.

The receipt is all that the reporter needs to ask what became of it, so it cannot be guessed. With
an Idempotency-Key it follows from key and report together: strangers who choose the same key are
not in each other's way. What was written is sealed with a data key of this report's own; nothing of
it is logged.
"""

import re
from datetime import datetime
from typing import Annotated
from uuid import UUID, uuid4

import msgspec
from litestar import get, post
from msgspec import Meta

from adapters.web.dependencies import (
    Answer,
    WebDependencies,
    WebRequest,
    append,
    dependencies,
    json_answer,
    streams_of,
)
from adapters.web.guards.rate_limits import AddressLimits
from adapters.web.openapi.operations import documented
from adapters.web.requests.bodies import read_json, shaped
from adapters.web.requests.idempotency import key_of, mark_replayed
from adapters.web.transport.peers import peer_of
from domain.enforcement.operating import receive_report
from domain.enforcement.report import (
    ANSWER_WITHIN,
    AbuseReport,
    ReportClosed,
    ReportKind,
    ReportOutcome,
    ReportReceived,
    ReportTexts,
)
from domain.errors import NotFound
from domain.ids import GenerationId, ReportId, parse_id
from domain.ports import Stream
from projections.abuse_reports import ReportStatus

REPORTS_PER_HOUR = 20
"""Reports of one address in a clock hour."""

TEXT_CHARACTERS_MAX = 4_000
URL_CHARACTERS_MAX = 2_000
CONTACT_CHARACTERS_MAX = 254

_OUTPUT = re.compile(r"/o/([0-9a-f-]{36})/[0-9a-f]{64}\.[a-z0-9]{2,5}(?:[?#].*)?$", re.ASCII)


class ReportRequest(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """`url` is the picture's, as it was found; `contact` is where an answer may be sent."""

    kind: ReportKind
    text: Annotated[str, Meta(min_length=1, max_length=TEXT_CHARACTERS_MAX)]
    url: Annotated[str, Meta(max_length=URL_CHARACTERS_MAX)] | None = None
    contact: Annotated[str, Meta(max_length=CONTACT_CHARACTERS_MAX)] | None = None


class ReceiptAnswer(msgspec.Struct, kw_only=True):
    """Keep `receipt`: it is the only way to ask what became of the report."""

    receipt: UUID
    kind: ReportKind
    status: ReportStatus
    outcome: ReportOutcome | None
    received_at: datetime
    due_at: datetime
    closed_at: datetime | None


@post(
    "/v1/reports",
    opt=documented(
        "Report abuse, or ask for a picture to be taken down; answered within 48 hours",
        name="abuse_reports_report",
        headers=("Location", "Xavira-Position"),
        body=ReportRequest,
        answers={201: ReceiptAnswer},
        errors=("rate_limited", "temporarily_unavailable"),
        key=False,
        claims=True,
    ),
)
async def report(request: WebRequest) -> Answer:
    web = dependencies(request)
    key = key_of(request)
    wish = shaped(await read_json(request), ReportRequest)
    report_id = _receipt_id(web, key, wish)
    if key is not None and (await streams_of(web, [report_id]))[report_id].state is not None:
        mark_replayed(request)
        return await _receipt(request, report_id, status=201)
    limits: AddressLimits = request.app.state["report_limits"]
    now = web.clock()
    limits.take(peer_of(request).host, now)
    texts = ReportTexts(text=wish.text, url=wish.url, contact=wish.contact)
    data_key = web.operating.new_data_key(report_id)
    event = ReportReceived(
        kind=wish.kind,
        generation_id=_generation_of(wish.url),
        due_at=now + ANSWER_WITHIN,
        sealed=data_key.seal(msgspec.json.encode(texts)),
    )
    command = receive_report(report_id, event, rows=[data_key.row])
    if (await append(web, command)).answer.replayed:
        mark_replayed(request)
    return await _receipt(request, report_id, status=201)


def _receipt_id(web: WebDependencies, key: str | None, wish: ReportRequest) -> ReportId:
    if key is None:
        return ReportId(uuid4())
    return ReportId(web.operating.receipt_of(msgspec.json.encode([key, wish])))


def _generation_of(url: str | None) -> GenerationId | None:
    """The generation whose output the URL would be, whichever host it was found on."""
    found = None if url is None else _OUTPUT.search(url)
    named = None if found is None else parse_id(found[1])
    return None if named is None else GenerationId(named)


@get(
    "/v1/reports/{receipt:str}",
    opt=documented(
        "What became of a report",
        name="abuse_reports_read_receipt",
        headers=("Xavira-Position",),
        answers={200: ReceiptAnswer},
        errors=("not_found", "temporarily_unavailable"),
        key=False,
    ),
)
async def read_receipt(request: WebRequest) -> Answer:
    report_id = parse_id(request.path_params["receipt"])
    if report_id is None:
        raise NotFound
    return await _receipt(request, ReportId(report_id))


async def _receipt(request: WebRequest, report_id: ReportId, *, status: int = 200) -> Answer:
    """Raises NotFound."""
    streams = await streams_of(dependencies(request), [report_id])
    stream = streams[report_id]
    headers = {"Xavira-Position": str(stream.position)}
    if status == 201:
        headers["Location"] = f"/v1/reports/{report_id}"
    return json_answer(_answer(report_id, stream), status=status, headers=headers)


def _answer(report_id: ReportId, stream: Stream) -> ReceiptAnswer:
    if not isinstance(stream.state, AbuseReport):
        raise NotFound
    closed = stream.state.closed
    return ReceiptAnswer(
        receipt=report_id,
        kind=stream.state.received.kind,
        status="open" if closed is None else "closed",
        outcome=None if closed is None else closed.outcome,
        received_at=stream.times[ReportReceived.TOPIC],
        due_at=stream.state.received.due_at,
        closed_at=stream.times.get(ReportClosed.TOPIC),
    )
