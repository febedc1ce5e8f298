"""Buying credits: the packs, an order with a link to pay at, and what providers report.

An order records nothing but the offer; credits are granted when the provider says that it was paid.
A provider's message needs no key: its signature is checked on the bytes as they came.
"""

from typing import Annotated, Literal
from uuid import UUID

import msgspec
import structlog
from litestar import get, post
from msgspec import Meta

from adapters.web.answers import lists
from adapters.web.answers.problems import Problem
from adapters.web.dependencies import (
    Answer,
    WebDependencies,
    WebRequest,
    append,
    dependencies,
    json_answer,
    streams_of,
)
from adapters.web.guards.auth import Admitted, admit, count_replay
from adapters.web.guards.rate_limits import count_request
from adapters.web.openapi.operations import documented
from adapters.web.requests.bodies import queried, read_bytes, read_json, shaped
from adapters.web.requests.idempotency import Claim, claim, mark_replayed, stream_id_of
from adapters.web.waiting.outside import Outside
from domain.errors import InvalidState, NotFound, PaymentProviderUnavailable
from domain.ids import CheckoutId, payment_id
from domain.payments import buying
from domain.payments.checkout import CHECKOUT_URL_CHARACTERS_MAX, CheckoutOpened, check_replay
from domain.payments.payment import Order, OutcomeStatus, Payment, PaymentNotice
from domain.payments.pricing import Pack, amount_text
from domain.ports import Appended, Command

PackId = Annotated[str, Meta(max_length=64)]


class PackAnswer(msgspec.Struct, kw_only=True):
    """Credits that are sold together. `price_minor` is in the currency's smallest unit, `price`
    the same as text; `life_days` is how long they can be spent, null for ever.
    """

    id: str
    name: str
    credits: int
    price_minor: int
    price: str
    currency: str
    life_days: int | None


class PackList(msgspec.Struct, kw_only=True):
    data: list[PackAnswer]
    next_cursor: str | None


class CheckoutRequest(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """`pack` is an id of `GET /v1/packs`."""

    pack: PackId


class CheckoutAnswer(msgspec.Struct, kw_only=True):
    """An order: pay it at `url`; the price is the one that was shown, whatever packs cost later."""

    checkout_id: UUID
    url: str
    provider: str
    pack: str
    credits: int
    price_minor: int
    price: str
    currency: str


class NoticeAnswer(msgspec.Struct, kw_only=True):
    """What a provider's message came to; `ignored` are those that move no money."""

    status: OutcomeStatus | Literal["ignored"]
    replayed: bool = False


@get(
    "/v1/packs",
    opt=documented(
        "The packs that are sold",
        name="payments_list_packs",
        query=lists.ShortPage,
        answers={200: PackList},
        key=False,
    ),
)
async def list_packs(request: WebRequest) -> Answer:
    packs = list(dependencies(request).packs.values())
    shown, next_cursor = lists.page_of(packs, queried(request, lists.ShortPage))
    return json_answer(PackList(data=list(map(_pack_answer, shown)), next_cursor=next_cursor))


def _pack_answer(pack: Pack) -> PackAnswer:
    return PackAnswer(
        id=pack.id,
        name=pack.name,
        credits=pack.credits,
        price_minor=pack.price_minor,
        price=amount_text(pack.price_minor, pack.currency),
        currency=pack.currency,
        life_days=pack.life_days,
    )


@post(
    "/v1/checkouts",
    opt=documented(
        "Order a pack: answers a link to pay at",
        name="payments_open_checkout",
        headers=("Xavira-Position",),
        scope="account",
        body=CheckoutRequest,
        answers={201: CheckoutAnswer},
        errors=("invalid_state", "rate_limited", "payment_provider_unavailable"),
        claims=True,
    ),
)
async def open_checkout(request: WebRequest) -> Answer:
    if dependencies(request).book == "test":
        raise InvalidState("Nothing is sold to test keys: each new one brings its credits.")
    checkout_id = CheckoutId(stream_id_of(request))
    decoded = await read_json(request)
    asked = await claim(request, checkout_id, decoded)
    admitted = await admit(request, checkout_id)
    existing = admitted.streams[checkout_id].state
    if existing is not None:
        opened = check_replay(existing, admitted.account_id, asked.fingerprint)
        count_replay(request, admitted)
        replayed, position = True, admitted.streams[checkout_id].position
    else:
        await count_request(request, admitted.account_id, "checkout", admitted.account.tier)
        pack = pack_of(dependencies(request), shaped(decoded, CheckoutRequest).pack)
        appended = await _order(request, admitted, asked, pack)
        opened, replayed = appended.answer.opened, appended.answer.replayed
        position = appended.position
    if replayed:
        mark_replayed(request)
    answer = _checkout_answer(checkout_id, opened)
    return json_answer(answer, status=201, headers={"Xavira-Position": str(position)})


def pack_of(web: WebDependencies, name: str) -> Pack:
    """Raises Problem(validation_failed)."""
    pack = web.packs.get(name)
    if pack is None:
        raise Problem(
            "validation_failed", "There is no such pack.", param="pack", allowed=list(web.packs)
        )
    return pack


async def _order(request: WebRequest, admitted: Admitted, asked: Claim, pack: Pack) -> Appended:
    """The link first, then the record: a link that nobody ever learns of costs nothing."""
    web, outside = dependencies(request), _outside(request)
    checkout_id = CheckoutId(asked.stream_id)
    provider = web.providers[web.checkout_provider]
    order = Order(checkout_id=checkout_id, account_id=admitted.account_id, pack=pack)
    url = await outside.call("orders", provider.create_checkout, order)
    if len(url) > CHECKOUT_URL_CHARACTERS_MAX:
        raise PaymentProviderUnavailable
    event = CheckoutOpened(
        account_id=admitted.account_id,
        pack=pack.id,
        credits=pack.credits,
        price_minor=pack.price_minor,
        currency=pack.currency,
        life_days=pack.life_days,
        provider=provider.name,
        url=url,
        fingerprint=asked.fingerprint,
    )
    command = buying.open_checkout(checkout_id, event, key_id=admitted.caller.key_id)
    return await append(web, command)


def _outside(request: WebRequest) -> Outside:
    outside: Outside = request.app.state["outside"]
    return outside


def _checkout_answer(checkout_id: CheckoutId, opened: CheckoutOpened) -> CheckoutAnswer:
    return CheckoutAnswer(
        checkout_id=checkout_id,
        url=opened.url,
        provider=opened.provider,
        pack=opened.pack,
        credits=opened.credits,
        price_minor=opened.price_minor,
        price=amount_text(opened.price_minor, opened.currency),
        currency=opened.currency,
    )


@post(
    "/payments/{provider:str}/webhook",
    opt=documented(
        "A payment provider's message, authenticated by its signature; again is fine",
        name="payments_receive_notice",
        answers={200: NoticeAnswer},
        errors=(
            "signature_invalid",
            "not_found",
            "payload_too_large",
            "request_timeout",
            "validation_failed",
            "temporarily_unavailable",
            "payment_provider_unavailable",
        ),
        key=False,
    ),
)
async def receive_notice(request: WebRequest) -> Answer:
    web = dependencies(request)
    provider = web.providers.get(request.path_params["provider"])
    if provider is None:
        raise NotFound
    body = await read_bytes(request)
    headers = {name.lower(): value for name, value in request.headers.items()}
    notice = await _outside(request).call("notices", provider.verify_webhook, headers, body)
    if notice is None:
        return json_answer(NoticeAnswer(status="ignored"))
    appended = await append(web, await _command(web, notice))
    found: buying.PaymentAnswer | None = appended.answer
    if found is None:
        return json_answer(NoticeAnswer(status="ignored"))
    if found.status == "unmatched" and not found.replayed:
        structlog.get_logger("adapters.web").warning(
            "payment matches nothing",
            provider=notice.provider,
            reference=notice.reference,
            reason=found.reason,
        )
    return json_answer(NoticeAnswer(status=found.status, replayed=found.replayed))


async def _command(web: WebDependencies, notice: PaymentNotice) -> Command:
    """What the notice asks of the ledger; one that takes back needs the account that was paid."""
    if notice.kind == "paid":
        pack = None if notice.pack is None else web.packs.get(notice.pack)
        return buying.receive_payment(notice, pack=pack)
    claimed = payment_id(notice.provider, notice.reference)
    loaded = await streams_of(web, [claimed])
    payment = loaded[claimed].state
    account_id = payment.account_id if isinstance(payment, Payment) else None
    provider, reference = notice.provider, notice.reference
    if notice.kind == "charged_back":
        return buying.charge_back(
            provider, reference, account_id=account_id, actor=provider, kept=notice.kept
        )
    return buying.book_refund(
        provider,
        reference,
        account_id=account_id,
        actor=provider,
        told_minor=notice.price_minor,
    )
