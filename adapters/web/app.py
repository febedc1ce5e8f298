"""The application: routes, one check of keys, one exception handler, and what lives as long."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from typing import Any

import msgspec
from litestar import Litestar
from litestar.datastructures import State
from litestar.handlers import HTTPRouteHandler

from adapters.web.answers.byte_answers import Sending
from adapters.web.answers.followers import Followers
from adapters.web.answers.problems import error_response
from adapters.web.books import Books, OpenBook
from adapters.web.dependencies import WebDependencies
from adapters.web.guards.auth import KeyDirectory, require_key
from adapters.web.guards.in_flight import OpenWork
from adapters.web.guards.key_uses import KeyUses
from adapters.web.guards.rate_limits import AddressLimits, RateLimits
from adapters.web.guards.session_directory import Sessions
from adapters.web.openapi.document import document
from adapters.web.openapi.methods import Methods
from adapters.web.requests.bodies import BODY_BYTES_MAX, BodyRoom
from adapters.web.routes import characters
from adapters.web.routes.accounts import accounts, appeals, mail_tokens, own_account, sessions
from adapters.web.routes.admin import abuse_reports as admin_abuse_reports
from adapters.web.routes.admin import accounts as admin_accounts
from adapters.web.routes.admin import (
    acts,
    finance,
    grants,
    refusals,
    running,
    standing,
    takedowns,
    top_ups,
)
from adapters.web.routes.admin import appeals as admin_appeals
from adapters.web.routes.admin import payments as admin_payments
from adapters.web.routes.credits import ledger, payments, usage
from adapters.web.routes.generations import events, generate, generations, outputs
from adapters.web.routes.generations.events import EventStreams
from adapters.web.routes.generations.forethought import Forethoughts
from adapters.web.routes.keys import keys, limits, test_keys
from adapters.web.routes.public import (
    abuse_reports,
    error_kinds,
    health,
    llms,
    metrics,
    models,
    proofs,
    provenance,
)
from adapters.web.routes.webhooks import deliveries, endpoints
from adapters.web.transport.edge import Edge
from adapters.web.waiting.outside import Outside


def handlers() -> list[HTTPRouteHandler]:
    """Every route there is."""
    return [
        accounts.open_account,
        accounts.read_balance,
        own_account.read,
        own_account.change,
        own_account.erase,
        sessions.sign_in,
        sessions.sign_out,
        mail_tokens.ask_reset,
        mail_tokens.confirm_reset,
        mail_tokens.ask_verification,
        mail_tokens.confirm_verification,
        limits.read_limits,
        keys.create,
        keys.list_all,
        keys.read_one,
        keys.change,
        keys.revoke,
        keys.rotate,
        test_keys.create,
        models.list_models,
        error_kinds.list_all,
        error_kinds.read_one,
        ledger.read_statement,
        usage.read_usage,
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
        events.watch,
        generations.cancel,
        generations.delete_output,
        outputs.read_output,
        outputs.read_test_output,
        payments.list_packs,
        payments.open_checkout,
        payments.receive_notice,
        endpoints.create,
        endpoints.list_all,
        endpoints.read_one,
        endpoints.update,
        endpoints.remove,
        endpoints.test_or_rotate,
        deliveries.list_all,
        deliveries.read_one,
        deliveries.replay_one,
        deliveries.replay_range,
        provenance.verify,
        abuse_reports.report,
        abuse_reports.read_receipt,
        appeals.appeal,
        appeals.read_one,
        *_admin_handlers(),
        health.livez,
        health.readyz,
        health.schema,
        llms.llms,
        metrics.read_metrics,
    ]


def _admin_handlers() -> list[HTTPRouteHandler]:
    """Every route that asks for the scope `admin`."""
    return [
        acts.list_all,
        admin_accounts.list_all,
        admin_accounts.read_one,
        refusals.list_all,
        standing.suspend,
        standing.release,
        standing.set_tier,
        standing.release_end_user,
        grants.grant,
        grants.revoke,
        top_ups.top_up,
        takedowns.remove,
        admin_abuse_reports.list_all,
        admin_abuse_reports.read_one,
        admin_abuse_reports.dismiss,
        admin_appeals.list_all,
        admin_appeals.read_one,
        admin_appeals.decide,
        admin_payments.list_unmatched,
        finance.list_all,
        finance.read_one,
        running.queues,
        running.projections,
        running.checkpoints,
    ]


@cache
def api_document() -> dict[str, Any]:
    """The OpenAPI document, described once in a process; nobody changes it."""
    return document(handlers())


def openapi_json() -> str:
    """The document as it is served and as it is committed."""
    encoded = msgspec.json.encode(api_document())
    return msgspec.json.format(encoded, indent=2).decode() + "\n"


def create_app(web: WebDependencies, open_test: OpenBook) -> Litestar:
    """The ASGI application over the ports of the live book. Nothing is opened before it starts.

    `open_test` makes the ports of the test book, which happens at its first use.
    What a route needs of a book is in `parts_of`; the state here is shared by the books.
    """
    books = Books(web, open_test, parts_of)
    return Edge(
        route_handlers=handlers(),
        before_request=require_key,
        exception_handlers={Exception: error_response},
        lifespan=[_running],
        openapi_config=None,
        request_max_body_size=BODY_BYTES_MAX,
        logging_config=None,
        debug=False,
        state=State(
            {
                "base_url": web.base_url,
                "live": books.live(),
                "books": books,
                "keys": KeyDirectory(web.lists, web.pepper_version),
                "key_uses": KeyUses(web.lists),
                "sessions": Sessions(web.lists),
                "signup_limits": AddressLimits(web.signups_per_hour),
                "report_limits": AddressLimits(abuse_reports.REPORTS_PER_HOUR),
                "file_limits": AddressLimits(provenance.FILES_PER_HOUR),
                "file_room": BodyRoom(provenance.FILES_BYTES_MAX),
                "reporting": asyncio.Semaphore(finance.REPORTS_AT_ONCE_MAX),
                "body_room": BodyRoom(),
                "event_streams": EventStreams(),
                "hashing": asyncio.Semaphore(accounts.HASHES_AT_ONCE_MAX),
                "outside": Outside(),
                "sending": Sending(),
                "openapi": openapi_json().encode(),
                "methods": Methods(api_document()["paths"]),
                "document": api_document(),
            }
        ),
    )


def parts_of(web: WebDependencies) -> dict[str, Any]:
    """What each book has its own of. Routes find it by `part_of(request, name)`."""
    return {
        "web": web,
        "rate_limits": RateLimits(
            web.lists, share_of=web.share_of, store_seconds_max=web.rate_store_seconds_max
        ),
        "open_work": OpenWork(web),
        "forethoughts": Forethoughts(),
        "followers": Followers(web.lists),
    }


@asynccontextmanager
async def _running(app: Litestar) -> AsyncIterator[None]:
    books: Books = app.state["books"]
    uses: KeyUses = app.state["key_uses"]
    outside: Outside = app.state["outside"]
    async with books.running():
        noting = asyncio.create_task(uses.run())
        try:
            yield
        finally:
            outside.close()
            await uses.end(noting)
