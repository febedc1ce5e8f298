"""The application: routes, one guard, one exception handler, and what lives as long as they do."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import msgspec
from litestar import Litestar
from litestar.datastructures import State
from litestar.handlers import HTTPRouteHandler

from adapters.web import (
    accounts,
    admin,
    characters,
    generate,
    generations,
    health,
    ledger,
    limits,
    models,
    payments,
    proofs,
)
from adapters.web import outputs as output_routes
from adapters.web.auth import KeyDirectory, require_key
from adapters.web.bodies import BODY_BYTES_MAX, BodyRoom
from adapters.web.dependencies import WebDependencies
from adapters.web.edge import Edge
from adapters.web.in_flight import OpenWork
from adapters.web.openapi import document
from adapters.web.problems import error_response
from adapters.web.rate_limits import RateLimits, SignupLimits


def handlers() -> list[HTTPRouteHandler]:
    """Every route there is."""
    return [
        accounts.open_account,
        accounts.read_balance,
        limits.read_limits,
        models.list_models,
        ledger.read_statement,
        proofs.prove_entry,
        proofs.newest_checkpoint,
        proofs.prove_consistency,
        characters.create,
        characters.list_all,
        characters.read_one,
        characters.archive,
        generate.generate_image,
        generate.generate_video,
        generations.list_all,
        generations.read_one,
        generations.cancel,
        generations.delete_output,
        output_routes.read_output,
        payments.list_packs,
        payments.open_checkout,
        payments.receive_notice,
        admin.top_up,
        health.livez,
        health.readyz,
        health.schema,
    ]


def openapi_json() -> str:
    """The document as it is served and as it is committed."""
    encoded = msgspec.json.encode(document(handlers()))
    return msgspec.json.format(encoded, indent=2).decode() + "\n"


def create_app(web: WebDependencies) -> Litestar:
    """The ASGI application over the given ports. Nothing is opened before it starts."""
    return Edge(
        route_handlers=handlers(),
        guards=[require_key],
        exception_handlers={Exception: error_response},
        lifespan=[_running],
        openapi_config=None,
        request_max_body_size=BODY_BYTES_MAX,
        logging_config=None,
        debug=False,
        state=State(
            {
                "web": web,
                "keys": KeyDirectory(web.lists, web.book),
                "open_work": OpenWork(web),
                "rate_limits": RateLimits(web.lists, share_of=web.share_of),
                "signup_limits": SignupLimits(web.signups_per_hour),
                "body_room": BodyRoom(),
                "hashing": asyncio.Semaphore(accounts.HASHES_AT_ONCE_MAX),
                "openapi": openapi_json().encode(),
            }
        ),
    )


@asynccontextmanager
async def _running(app: Litestar) -> AsyncIterator[None]:
    """The pool opens without waiting: a database that is away makes errors, not a dead process."""
    web: WebDependencies = app.state["web"]
    await web.lists.open(wait=False)
    try:
        await web.settled.start()
        yield
    finally:
        await web.settled.stop()
        await web.lists.close()
