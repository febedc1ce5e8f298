"""Is the process alive, can it take requests, and what does it promise."""

import asyncio

import psycopg
import structlog
from litestar import Response, get

from adapters.web.dependencies import Answer, WebRequest, dependencies, json_answer
from adapters.web.openapi.operations import Media, documented
from adapters.web.openapi.shapes import Health
from domain.errors import TemporarilyUnavailable

READY_SECONDS_MAX = 2.0


@get(
    "/livez",
    opt=documented("Is the process alive?", name="health_livez", answers={200: Health}, key=False),
)
async def livez(request: WebRequest) -> Answer:
    return json_answer(Health(status="ok"))


@get(
    "/readyz",
    opt=documented(
        "Can it take requests?",
        name="health_readyz",
        answers={200: Health},
        errors=("temporarily_unavailable",),
        key=False,
    ),
)
async def readyz(request: WebRequest) -> Answer:
    try:
        async with (
            asyncio.timeout(READY_SECONDS_MAX),
            dependencies(request).lists.connection() as connection,
        ):
            await connection.execute("SELECT 1 FROM stored_events LIMIT 1")
    except (psycopg.Error, TimeoutError) as error:
        structlog.get_logger("adapters.web").warning("not ready", error=str(error))
        raise TemporarilyUnavailable from error
    return json_answer(Health(status="ok"))


@get(
    "/schema",
    opt=documented(
        "This API as OpenAPI 3.1",
        name="health_schema",
        answers={200: Media(("application/json",))},
        key=False,
    ),
)
async def schema(request: WebRequest) -> Answer:
    body: bytes = request.app.state["openapi"]
    return Response(body, media_type="application/json", headers={"Cache-Control": "max-age=300"})
