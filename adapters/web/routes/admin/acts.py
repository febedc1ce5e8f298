"""Acts: whatever an operator does is one recorded act, with its actor and its reason.

The act is claimed by the Idempotency-Key, and what it changes is recorded in the same transaction.
A reason is sealed with the data key of the account or report it is about, so it goes with it.
"""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import msgspec
from litestar import get
from msgspec import Meta

from adapters.web.answers import lists
from adapters.web.dependencies import (
    Answer,
    WebDependencies,
    WebRequest,
    append,
    dependencies,
    json_answer,
    streams_of,
)
from adapters.web.guards.auth import Admitted, admit
from adapters.web.openapi.operations import documented
from adapters.web.requests.bodies import queried
from adapters.web.requests.idempotency import claim, mark_replayed, stream_id_of
from domain.enforcement.appeal import Appeal
from domain.enforcement.operating import acting
from domain.enforcement.operator_act import ActKind, OperatorAct, OperatorActed
from domain.enforcement.report import AbuseReport
from domain.errors import InvalidState, NotFound, TextsKeyless
from domain.generation import Generation
from domain.ids import ActId, parse_id
from domain.ledger import Account
from domain.ports import Command
from projections.operator_acts import ActRow, act_row, list_acts

REASON_CHARACTERS_MAX = 1_000
Reason = Annotated[str, Meta(min_length=1, max_length=REASON_CHARACTERS_MAX)]

ACT_ERRORS = ("not_found", "invalid_state")


class ActRequest(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """`reason` is kept encrypted, and goes when the account or report it is about is erased."""

    reason: Reason


class ActAnswer(msgspec.Struct, kw_only=True):
    """What was done to what, by whom, and why; `reason` is null once it was erased."""

    act_id: UUID
    act: ActKind
    subject_id: UUID
    about: UUID
    actor: str
    reason: str | None
    recorded_at: datetime


class ActList(msgspec.Struct, kw_only=True):
    data: list[ActAnswer]
    next_cursor: str | None


class ActsQuery(lists.Page, kw_only=True, forbid_unknown_fields=True):
    """`about` is the id of an account or a report."""

    about: str | None = None
    act: ActKind | None = None


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """An act that is asked for. `act_id` is what the Idempotency-Key claims."""

    act_id: ActId
    act: ActKind
    subject_id: UUID
    sealed_for: UUID
    reason: str


@get(
    "/admin/v1/acts",
    opt=documented(
        "What operators did, newest first",
        name="admin_acts_list_all",
        scope="admin",
        query=ActsQuery,
        answers={200: ActList},
    ),
)
async def list_all(request: WebRequest) -> Answer:
    asked = queried(request, ActsQuery)
    before = lists.position_of(asked.cursor)
    about = None if asked.about is None else parse_id(lists.filter_id(asked.about, "about"))
    await admit(request)
    web = dependencies(request)
    await lists.awaited(request, "operator_acts", asked.min_position)
    query = list_acts(limit=asked.limit + 1, cursor=before, sealed_for=about, act=asked.act)
    rows, more = lists.cut(await lists.fetch(web, query), asked.limit)
    next_cursor = lists.cursor_of(rows[-1].position) if more else None
    return json_answer(ActList(data=await act_answers(web, rows), next_cursor=next_cursor))


async def act_answers(web: WebDependencies, rows: Sequence[ActRow]) -> list[ActAnswer]:
    """The JSON of acts; unsealing happens on a thread."""
    return await asyncio.to_thread(lambda: [_answer(web, row) for row in rows])


def _answer(web: WebDependencies, row: ActRow) -> ActAnswer:
    reason = web.vault.open(row.sealed_for, row.reason)
    return ActAnswer(
        act_id=row.act_id,
        act=row.act,
        subject_id=row.subject_id,
        about=row.sealed_for,
        actor=row.actor,
        reason=None if reason is None else reason.decode(),
        recorded_at=row.recorded_at,
    )


# --- recording an act -------------------------------------------------------------------------


def act_id_of(request: WebRequest) -> ActId:
    """What the Idempotency-Key claims. Raises Problem(idempotency_key_invalid)."""
    return ActId(stream_id_of(request))


async def record(
    request: WebRequest, admitted: Admitted, decoded: Any, wanted: Wanted, command: Command
) -> Answer:
    """Records the act and what it changes, and answers the act.

    Raises what `recorded` raises.
    """
    answer, position = await recorded(request, admitted, decoded, wanted, command)
    return json_answer(answer, status=201, headers={"Xavira-Position": str(position)})


async def recorded(
    request: WebRequest, admitted: Admitted, decoded: Any, wanted: Wanted, command: Command
) -> tuple[ActAnswer, int]:
    """The act, recorded with what it changes, and where; a repeated one changes nothing.

    Raises what the command refuses with, InvalidState where the subject was erased.
    """
    web = dependencies(request)
    asked = await claim(request, wanted.act_id, decoded)
    acted = OperatorActed(
        act=wanted.act,
        subject_id=wanted.subject_id,
        sealed_for=wanted.sealed_for,
        actor=actor_of(admitted),
        reason=await sealed(web, wanted.sealed_for, wanted.reason),
        fingerprint=asked.fingerprint,
    )
    appended = await append(web, acting(wanted.act_id, acted, command))
    if appended.answer.replayed:
        mark_replayed(request)
    stream = (await streams_of(web, [wanted.act_id]))[wanted.act_id]
    assert isinstance(stream.state, OperatorAct), wanted.act_id
    at = stream.times[OperatorActed.TOPIC]
    row = act_row(wanted.act_id, stream.state.acted, position=stream.position, at=at)
    (answer,) = await act_answers(web, [row])
    return answer, appended.position or stream.position


def actor_of(admitted: Admitted) -> str:
    """Who did it, as events name the holder of an admin key."""
    return f"key:{admitted.caller.key_id}"


async def sealed(web: WebDependencies, owner_id: UUID, text: str) -> bytes:
    """Raises InvalidState where the owner's data key was deleted."""
    try:
        return await asyncio.to_thread(web.vault.seal, owner_id, text.encode())
    except TextsKeyless as error:
        raise InvalidState(
            "This was erased, or came back from a backup without its keys; nothing can be done to"
            " it any more."
        ) from error


# --- what an act is about -------------------------------------------------------------------


async def account_named(request: WebRequest) -> tuple[Admitted, UUID, Account]:
    """The account of the path. Raises NotFound alike for malformed, unknown and other ids."""
    admitted, found_id, state = await _named(request, "account_id")
    if not isinstance(state, Account):
        raise NotFound
    return admitted, found_id, state


async def generation_named(request: WebRequest) -> tuple[Admitted, UUID, Generation]:
    """The generation of the path, whosever it is. Raises NotFound like `account_named`."""
    admitted, found_id, state = await _named(request, "generation_id")
    if not isinstance(state, Generation):
        raise NotFound
    return admitted, found_id, state


async def report_named(request: WebRequest) -> tuple[Admitted, UUID, AbuseReport]:
    """The report of the path. Raises NotFound like `account_named`."""
    admitted, found_id, state = await _named(request, "report_id")
    if not isinstance(state, AbuseReport):
        raise NotFound
    return admitted, found_id, state


async def appeal_named(request: WebRequest) -> tuple[Admitted, UUID, Appeal]:
    """The appeal of the path. Raises NotFound like `account_named`."""
    admitted, found_id, state = await _named(request, "appeal_id")
    if not isinstance(state, Appeal):
        raise NotFound
    return admitted, found_id, state


async def _named(request: WebRequest, parameter: str) -> tuple[Admitted, UUID, object]:
    """Who may not be here learns nothing of what there is: the key is checked first."""
    found_id = parse_id(request.path_params[parameter])
    admitted = await admit(request, *([] if found_id is None else [found_id]))
    if found_id is None:
        raise NotFound
    return admitted, found_id, admitted.streams[found_id].state
