"""Taking an output down: its URL answers 410 at once, its bytes go, its likeness is blocked.

The videos that were made from it go with it. Those that are known are in the transaction of the
act, and what was asked for meanwhile is looked for behind it. A process that read the picture
before may record one more even then: the settler lets no video of a removed picture complete, and
refunds it.
"""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

import msgspec
import psycopg
from litestar import post

from adapters.web.dependencies import (
    Answer,
    WebDependencies,
    WebRequest,
    append,
    dependencies,
    json_answer,
    streams_of,
)
from adapters.web.guards.in_flight import NEWER
from adapters.web.openapi.operations import documented
from adapters.web.requests.bodies import read_json, shaped
from adapters.web.routes.admin.acts import (
    ACT_ERRORS,
    ActAnswer,
    ActRequest,
    Wanted,
    act_id_of,
    actor_of,
    generation_named,
    recorded,
)
from domain.enforcement.operating import (
    DERIVED_TOGETHER_MAX,
    is_left,
    remove_derived,
    take_down,
)
from domain.errors import TemporarilyUnavailable
from domain.generation import (
    Generation,
    GenerationCanceled,
    GenerationRequested,
    GenerationTakenDown,
)
from domain.ids import AccountId, GenerationId, ReportId
from domain.ledger import CreditsDebited
from domain.ports import Stream

Made = dict[GenerationId, Stream]
"""What was made from an output, oldest first."""

_PROJECTED = """
SELECT
    coalesce((SELECT position FROM projection_checkpoints WHERE name = 'generations'), 0),
    array(
        SELECT generation_id FROM generations
        WHERE account_id = %(account_id)s AND source_generation_id = %(source_id)s
    )
"""


class TakedownRequest(ActRequest, kw_only=True, forbid_unknown_fields=True):
    """`report_id` is the report that asked for it, which is closed by the takedown."""

    report_id: UUID | None = None


class TakedownAnswer(ActAnswer, kw_only=True):
    """What was made from the output and went with it: `taken_down` or, while open, `canceled` and
    refunded. What was gone before the act is not named.
    """

    taken_down: list[UUID]
    canceled: list[UUID]


@post(
    "/admin/v1/generations/{generation_id:str}/takedowns",
    opt=documented(
        "Take an output down for good; there is no way back",
        name="admin_takedowns_remove",
        headers=("Xavira-Position",),
        scope="admin",
        body=TakedownRequest,
        answers={201: TakedownAnswer},
        errors=ACT_ERRORS,
        claims=True,
    ),
)
async def remove(request: WebRequest) -> Answer:
    act_id = act_id_of(request)
    decoded = await read_json(request)
    admitted, generation_id, generation = await generation_named(request)
    wish = shaped(decoded, TakedownRequest)
    wanted = Wanted(
        act_id=act_id,
        act="output_taken_down",
        subject_id=generation_id,
        sealed_for=generation.requested.account_id,
        reason=wish.reason,
    )
    report_id = None if wish.report_id is None else ReportId(wish.report_id)
    web, account_id = dependencies(request), generation.requested.account_id
    source_id, actor = GenerationId(generation_id), actor_of(admitted)
    known = _remaining(await _made_from(web, account_id, source_id))
    command = take_down(
        source_id,
        account_id=account_id,
        derived=known[:DERIVED_TOGETHER_MAX],
        report_id=report_id,
        actor=actor,
    )
    act, position = await recorded(request, admitted, decoded, wanted, command)
    made = await _made_from(web, account_id, source_id)
    while left := _remaining(made)[:DERIVED_TOGETHER_MAX]:
        more = await append(web, remove_derived(account_id, source_id, left, actor=actor))
        position = max(position, more.position)
        made = await _made_from(web, account_id, source_id)
    answer = TakedownAnswer(
        **msgspec.structs.asdict(act),
        taken_down=list(_ended_by(GenerationTakenDown, made, act.recorded_at)),
        canceled=list(_ended_by(GenerationCanceled, made, act.recorded_at)),
    )
    return json_answer(answer, status=201, headers={"Xavira-Position": str(position)})


def _remaining(made: Made) -> list[GenerationId]:
    """Those that are open or public still."""
    return [
        made_id
        for made_id, stream in made.items()
        if isinstance(stream.state, Generation) and is_left(stream.state)
    ]


def _ended_by(
    event: type[GenerationTakenDown | GenerationCanceled], made: Made, at: datetime
) -> Iterator[GenerationId]:
    """Those that this was recorded of in the transaction of the act, or after it."""
    for made_id, stream in made.items():
        recorded_at = stream.times.get(event.TOPIC)
        if recorded_at is not None and recorded_at >= at:
            yield made_id


async def _made_from(web: WebDependencies, account_id: AccountId, source_id: GenerationId) -> Made:
    """Every video of the account that started from this output, oldest first.

    The projection names them up to where it is; the account's debits since then name the others.
    Raises TemporarilyUnavailable.
    """
    loaded = (await streams_of(web, [account_id]))[account_id]
    params = {
        "account_id": account_id,
        "source_id": source_id,
        "topic": CreditsDebited.TOPIC,
        "version": loaded.version,
    }
    try:
        async with web.lists.connection() as connection:
            found = await (await connection.execute(_PROJECTED, params)).fetchone()
            assert found is not None
            position, projected = found
            cursor = await connection.execute(NEWER, params | {"position": position})
            newer = await cursor.fetchall()
    except psycopg.OperationalError as error:
        raise TemporarilyUnavailable from error
    streams = await streams_of(web, {*projected, *(row[0] for row in newer)})
    made = [
        (stream.times[GenerationRequested.TOPIC], GenerationId(made_id), stream)
        for made_id, stream in streams.items()
        if isinstance(stream.state, Generation)
        and stream.state.requested.source_generation_id == source_id
    ]
    return {made_id: stream for _, made_id, stream in sorted(made, key=lambda each: each[:2])}
