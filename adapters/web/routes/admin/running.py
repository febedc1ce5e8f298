"""How the installation is doing: queues and consumers, projections, checkpoints.

These only read. What they say is as fresh as the last look of `work`.
"""

from datetime import datetime

import msgspec
from litestar import get

from adapters.queue_places import PoolState
from adapters.web.answers import lists
from adapters.web.dependencies import Answer, WebRequest, dependencies, json_answer
from adapters.web.guards.auth import admit
from adapters.web.openapi.operations import documented
from adapters.web.requests.bodies import queried
from projections.checkpoints import Lag, query_lags
from projections.query import Query

SIZES = 10**14
"""More than any log has events. A cursor of checkpoints is the number of the origin, times this,
and the size of the tree.
"""


class QueueList(msgspec.Struct, kw_only=True):
    """`position` is how far the dispatcher has followed the log, `lag` how many events it lacks;
    `beat_at` is when one last led.
    """

    data: list[PoolState]
    next_cursor: str | None
    position: int
    lag: int
    beat_at: datetime | None


class ProjectionList(msgspec.Struct, kw_only=True):
    data: list[Lag]
    next_cursor: str | None


class CheckpointRow(msgspec.Struct, frozen=True, kw_only=True):
    """A signed checkpoint; `note` is what was signed. `lag` counts events behind it."""

    origin: str
    tree_size: int
    root: str
    note: str
    signed_at: datetime
    lag: int


class _Placed(CheckpointRow, frozen=True, kw_only=True):
    place: int


class CheckpointList(msgspec.Struct, kw_only=True):
    data: list[CheckpointRow]
    next_cursor: str | None


class _Following(msgspec.Struct, frozen=True, kw_only=True):
    position: int
    lag: int
    beat_at: datetime | None


_FOLLOWING = """
SELECT coalesce(c.position, 0) AS position, head.position - coalesce(c.position, 0) AS lag,
    (SELECT beat_at FROM dispatcher_beats) AS beat_at
FROM (SELECT coalesce(max(notification_id), 0) AS position FROM stored_events) AS head
LEFT JOIN reaction_checkpoints AS c ON c.name = 'dispatch'
"""

_CHECKPOINTS = """
SELECT o.origin, c.tree_size, encode(c.root, 'hex') AS root, c.note, c.signed_at,
    (SELECT coalesce(max(notification_id), 0) FROM stored_events) - c.tree_size AS lag,
    c.number * %(sizes)s::bigint + c.tree_size AS place
FROM audit_checkpoints AS c JOIN audit_origins AS o USING (number)
WHERE (c.number, c.tree_size) < (%(number)s, %(size)s)
ORDER BY c.number DESC, c.tree_size DESC LIMIT %(limit)s
"""


@get(
    "/admin/v1/queues",
    opt=documented(
        "Queues and consumers by pool",
        name="admin_running_queues",
        scope="admin",
        query=lists.ShortWaitingPage,
        answers={200: QueueList},
    ),
)
async def queues(request: WebRequest) -> Answer:
    asked = queried(request, lists.ShortWaitingPage)
    await admit(request)
    await lists.awaited(request, "log", asked.min_position)
    web = dependencies(request)
    pools, next_cursor = lists.page_of(await web.operating.pool_states(), asked)
    (following,) = await lists.fetch(web, Query(_FOLLOWING, {}, _Following))
    return json_answer(
        QueueList(
            data=list(pools),
            next_cursor=next_cursor,
            position=following.position,
            lag=following.lag,
            beat_at=following.beat_at,
        )
    )


@get(
    "/admin/v1/projections",
    opt=documented(
        "How far each projection is; a stopped one names the event that it could not apply",
        name="admin_running_projections",
        scope="admin",
        query=lists.ShortWaitingPage,
        answers={200: ProjectionList},
    ),
)
async def projections(request: WebRequest) -> Answer:
    asked = queried(request, lists.ShortWaitingPage)
    await admit(request)
    await lists.awaited(request, "log", asked.min_position)
    lags = await lists.fetch(dependencies(request), query_lags())
    shown, next_cursor = lists.page_of(lags, asked)
    return json_answer(ProjectionList(data=list(shown), next_cursor=next_cursor))


@get(
    "/admin/v1/checkpoints",
    opt=documented(
        "The newest signed checkpoints, newest first",
        name="admin_running_checkpoints",
        scope="admin",
        query=lists.Page,
        answers={200: CheckpointList},
    ),
)
async def checkpoints(request: WebRequest) -> Answer:
    asked = queried(request, lists.Page)
    before = lists.position_of(asked.cursor)
    await admit(request)
    await lists.awaited(request, "log", asked.min_position)
    number, size = divmod(lists.POSITION_MAX if before is None else before, SIZES)
    params = {"sizes": SIZES, "number": number, "size": size, "limit": asked.limit + 1}
    query = Query(_CHECKPOINTS, params, _Placed)
    rows, more = lists.cut(await lists.fetch(dependencies(request), query), asked.limit)
    next_cursor = lists.cursor_of(rows[-1].place) if more else None
    shown = [msgspec.convert(row, CheckpointRow, from_attributes=True) for row in rows]
    return json_answer(CheckpointList(data=shown, next_cursor=next_cursor))
