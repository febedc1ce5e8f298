"""Everything the HTTP edge needs from outside, in one struct that the composition root fills."""

import asyncio
import ipaddress
import time
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Literal, Protocol, TypeVar
from uuid import UUID

import msgspec
from litestar import Request, Response
from litestar.connection import ASGIConnection

from adapters.answered import answered
from adapters.keys import DERIVED_PEPPER, IssuedKey
from adapters.postgres.questions import AskedPool
from adapters.queue_places import Place, PoolState
from adapters.web.answers.byte_answers import JsonAnswer
from adapters.web.waiting.settled import SettledEvents
from domain.generation import GenerationKind
from domain.ids import AccountId, Book, GenerationId
from domain.models import ModelCard
from domain.moderation.classifying import Question, Verdict
from domain.objects import ObjectStore
from domain.payments.payment import PaymentProvider
from domain.payments.pricing import Pack
from domain.ports import Appended, Command, GroundRow, Ledger, QuickVault, Stream, Vault
from inference.provenance.manifests import Finding

WebRequest = Request[Any, Any, Any]
Answer = Response[bytes]
ListPool = AskedPool
Network = ipaddress.IPv4Network | ipaddress.IPv6Network
Result = TypeVar("Result")

RATE_STORE_SECONDS_MAX = 0.5
"""How long the store of rate limits is waited for until a process counts alone."""


class OpenedAccount(msgspec.Struct, frozen=True, kw_only=True):
    """A new account. The key is shown this once; `position` is that of its last event."""

    account_id: AccountId
    api_key: str
    position: int


class SignUp(msgspec.Struct, frozen=True, kw_only=True):
    """A checked sign-up. `from_loopback` says that the attestation is the loopback default."""

    email: str
    password: str
    from_loopback: bool


ReportFormat = Literal["table", "csv", "json", "xlsx", "parquet"]


class FinanceWish(msgspec.Struct, frozen=True, kw_only=True):
    """A finance report that is asked for, from `start` until before `end`."""

    name: str
    start: datetime
    end: datetime
    format: ReportFormat
    at: int | None


class FinanceFile(msgspec.Struct, frozen=True, kw_only=True):
    """A finance report as bytes, and of which kind they are."""

    data: bytes
    media_type: str


class DataKey(Protocol):
    """A data key that is not stored yet: its row goes with what it sealed."""

    row: GroundRow

    def seal(self, text: bytes) -> bytes: ...


class OperatorPorts(msgspec.Struct, frozen=True, kw_only=True):
    """What an operator's routes need besides: `finance_report` may block.

    `receipt_of` is the receipt of a report that was made with an Idempotency-Key, from both.
    `finance_titles` are the reports there are, by name.
    """

    new_data_key: Callable[[UUID], DataKey]
    receipt_of: Callable[[bytes], UUID]
    pool_states: Callable[[], Awaitable[Sequence[PoolState]]]
    finance_titles: Mapping[str, str]
    finance_report: Callable[[FinanceWish], FinanceFile]


class WebDependencies(msgspec.Struct, kw_only=True):
    """Ports and values of one book in one serve process.

    `lists` is a pool in the role xavira_api, closed: the application opens and closes it. `ledger`
    is started and owned by whoever made it. `open_account` and `vault` may block and are called
    on threads. `queue_places` has those of several pieces of work that are queued; `expected_place`
    is where work of an account and model would stand if it came now.
    `fresh_key` makes an API key; `hash_key` gives its stored hash under the newest
    pepper, which has `pepper_version`, and `older_hashes` those under older ones. `share_of` is the
    number of serve processes that share a limit when the database cannot count, or has not within
    `rate_store_seconds_max`.
    `checkout_provider` names the one of `providers` that makes the links; messages are taken from
    all of them, on threads.
    `account_of` gives the id that an e-mail address has or would have. With `email_verification`
    the free credits wait for the address; with fewer than `low_credits` an account is told.
    `trusted_proxies` are the networks whose X-Forwarded-For is believed.
    `allow_private_webhooks` lets endpoints be http and on private addresses.
    `append` and `load` do what the ledger's do without a change of threads; None: the ledger does
    it on its own. `remembered` is a stream as it was here once, for whoever looks again later.
    `find_provenance` says what a file tells of where it was made, or None where it cannot be read
    within some seconds and some memory; it takes as long as that, and blocks.
    `classify` judges what the word gate passed, or raises ModerationUnavailable; None: nobody does.
    """

    ledger: Ledger
    vault: QuickVault
    object_store: ObjectStore
    lists: ListPool
    settled: SettledEvents
    models: Mapping[str, ModelCard]
    engines: Mapping[str, str]
    clock: Callable[[], datetime]
    hash_key: Callable[[str], bytes]
    fresh_key: Callable[[Book], IssuedKey]
    open_account: Callable[[SignUp], OpenedAccount]
    account_of: Callable[[str], AccountId]
    queue_place: Callable[[GenerationId], Awaitable[Place | None]]
    queue_places: Callable[[Sequence[GenerationId]], Awaitable[Mapping[UUID, Place]]]
    expected_place: Callable[[AccountId, str, GenerationKind], Awaitable[Place | None]]
    queue_depth: Callable[[str], Awaitable[int]]
    progress: Mapping[UUID, float]
    base_url: str
    wait_seconds: float
    deadline_seconds: float
    signups_per_hour: int
    operating: OperatorPorts
    find_provenance: Callable[[bytes, str], Finding | None]
    providers: Mapping[str, PaymentProvider] = {}
    checkout_provider: str = "manual"
    packs: Mapping[str, Pack] = {}
    share_of: int = 1
    rate_store_seconds_max: float = RATE_STORE_SECONDS_MAX
    trusted_proxies: tuple[Network, ...] = ()
    metrics_token: str | None = None
    classify: Callable[[Question], Awaitable[Verdict]] | None = None
    older_hashes: Callable[[str], Sequence[bytes]] = lambda secret: ()
    pepper_version: int = DERIVED_PEPPER
    allow_private_webhooks: bool = False
    email_verification: bool = False
    low_credits: int | None = None
    append: Callable[[Command], Awaitable[Appended]] | None = None
    load: Callable[[Collection[UUID]], Awaitable[dict[UUID, Stream]]] | None = None
    remembered: Callable[[UUID], Stream | None] = lambda stream_id: None
    book: Book = "live"


def part_of(request: ASGIConnection[Any, Any, Any, Any], name: str) -> Any:
    """A part of the application that each book has its own of (`adapters.web.app.parts_of`).

    The book is that of the request's key; a request without a key is about the live one. Whatever
    is shared by the books (sign-up limits, the key directory) is in `request.app.state` instead.
    """
    state = request.scope["state"]
    return state["parts"][name] if "parts" in state else request.app.state["live"][name]


def dependencies(request: WebRequest) -> WebDependencies:
    """The ports of the book that the request is about; `book` of them says which it is."""
    web: WebDependencies = part_of(request, "web")
    return web


async def append(web: WebDependencies, command: Command) -> Appended:
    """Decides and records. Whoever goes away meanwhile cancels nothing of what was asked for.

    Raises what refuses the command, or TemporarilyUnavailable.
    """
    if web.append is None:
        return await answered(web.ledger.append(command))
    return await web.append(command)


async def streams_of(web: WebDependencies, wanted: Collection[UUID]) -> dict[UUID, Stream]:
    """Streams as they are in the database now. Raises TemporarilyUnavailable."""
    if web.load is None:
        return await answered(web.ledger.load(wanted))
    return await web.load(wanted)


async def with_vault(
    web: WebDependencies, account_id: UUID, work: Callable[[Vault], Result]
) -> Result:
    """Seals or opens for one account: here while its key is at hand, and else on a thread.

    A change of threads costs more than the ciphers do.
    """
    at_hand = web.vault.at_hand(account_id)
    if at_hand is not None:
        return work(at_hand)
    return await asyncio.to_thread(work, web.vault)


def header_values(connection: ASGIConnection[Any, Any, Any, Any], name: bytes) -> list[str]:
    """Every value of a header, whose name is in lower case as servers give it."""
    return [
        value.decode("latin-1") for known, value in connection.scope["headers"] if known == name
    ]


def mark(request: WebRequest, stage: str) -> None:
    """Notes for the request's log line how many milliseconds it took to get here."""
    state = request.scope["state"]
    elapsed = (time.perf_counter() - state["started"]) * 1000
    state.setdefault("stages", {})[stage] = round(elapsed, 2)


def add_headers(request: ASGIConnection[Any, Any, Any, Any], headers: Mapping[str, str]) -> None:
    """Headers of whatever the answer will be, error or not; the edge sends them."""
    request.scope["state"].setdefault("headers", {}).update(headers)


def json_answer(
    value: object, *, status: int = 200, headers: Mapping[str, str] | None = None
) -> Answer:
    """A JSON answer, encoded by the types."""
    return JsonAnswer(msgspec.json.encode(value), status_code=status, headers=dict(headers or {}))
