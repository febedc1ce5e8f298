"""Booking money that the operator took: a payment, and the lot that it opens."""

import re
from typing import Annotated
from uuid import UUID

import msgspec
from litestar import post
from msgspec import Meta

from adapters.web.answers.problems import Problem
from adapters.web.dependencies import (
    Answer,
    WebDependencies,
    WebRequest,
    append,
    dependencies,
    json_answer,
)
from adapters.web.guards.auth import admit
from adapters.web.openapi.operations import documented
from adapters.web.requests.bodies import read_json, shaped
from adapters.web.requests.idempotency import claim, key_of, mark_replayed, stream_id_of
from adapters.web.routes.admin.acts import REASON_CHARACTERS_MAX, actor_of, sealed
from adapters.web.routes.credits.payments import PackId, pack_of
from domain.credits import CREDITS_MAX, Credits
from domain.errors import InvalidState, NotFound, ValidationFailed
from domain.ids import AccountId, parse_id
from domain.key_claim import KeyClaimed
from domain.ledger import Account
from domain.payments import buying
from domain.payments.payment import PROVIDER, REFERENCE, Offer, OutcomeStatus, PaymentNotice
from domain.payments.pricing import CURRENCY_DIGITS, PRICE_MINOR_MAX, no_currency


class TopUpRequest(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Either `pack`, or `credits` with `price_minor` and `currency`.

    `provider` and `reference` name the payment for ever: the same pair again changes nothing. An
    Idempotency-Key names the request: the same key with another reference is refused.
    """

    reference: Annotated[str, Meta(pattern=r"^[\x21-\x7e]{1,255}$")]
    provider: Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]{0,31}$")] = "manual"
    pack: PackId | None = None
    credits: Annotated[int, Meta(ge=1, le=CREDITS_MAX)] | None = None
    price_minor: Annotated[int, Meta(ge=1, le=PRICE_MINOR_MAX)] | None = None
    currency: Annotated[str, Meta(pattern=r"^[A-Z]{3}$")] | None = None
    reason: Annotated[str, Meta(max_length=REASON_CHARACTERS_MAX)] | None = None


class TopUpAnswer(msgspec.Struct, kw_only=True):
    """The payment and the lot that it opened."""

    payment_id: UUID
    status: OutcomeStatus
    account_id: UUID
    lot_id: UUID
    credits: int


@post(
    "/admin/v1/accounts/{account_id:str}/top-ups",
    opt=documented(
        "Book a payment that the operator took, and grant its credits",
        name="admin_top_ups_top_up",
        headers=("Xavira-Position",),
        scope="admin",
        body=TopUpRequest,
        answers={201: TopUpAnswer},
        errors=("not_found", "invalid_state"),
        claims=True,
    ),
)
async def top_up(request: WebRequest) -> Answer:
    web = dependencies(request)
    claim_id = None if key_of(request) is None else stream_id_of(request)
    account_id = parse_id(request.path_params["account_id"])
    decoded = await read_json(request)
    admitted = await admit(request, *([] if account_id is None else [account_id]))
    account = None if account_id is None else admitted.streams[account_id].state
    if account_id is None or not isinstance(account, Account):
        raise NotFound
    if account.erased:
        raise InvalidState("This account was erased.")
    wish = shaped(decoded, TopUpRequest)
    _check_name("reference", REFERENCE, wish.reference)
    _check_name("provider", PROVIDER, wish.provider)
    offer = _offer(web, wish)
    notice = _notice(AccountId(account_id), wish, offer)
    command = buying.top_up(
        AccountId(account_id),
        notice,
        offer,
        actor=actor_of(admitted),
        reason=None if wish.reason is None else await sealed(web, account_id, wish.reason),
    )
    if claim_id is not None:
        asked = await claim(request, claim_id, [str(account_id), decoded])
        claimed = KeyClaimed(account_id=admitted.account_id, fingerprint=asked.fingerprint)
        command = buying.claiming(claim_id, claimed, notice, command)
    appended = await append(web, command)
    found: buying.PaymentAnswer = appended.answer
    if found.replayed:
        mark_replayed(request)
    assert found.account_id is not None
    assert found.lot_id is not None
    answer = TopUpAnswer(
        payment_id=found.payment_id,
        status=found.status,
        account_id=found.account_id,
        lot_id=found.lot_id,
        credits=found.credits or 0,
    )
    return json_answer(answer, status=201, headers={"Xavira-Position": str(appended.position)})


def _check_name(param: str, form: re.Pattern[str], name: str) -> None:
    """The pattern of its field lets a line break pass at its end. Raises ValidationFailed."""
    if form.fullmatch(name) is None:
        raise ValidationFailed("A line break is no part of a name.", param=param)


def _offer(web: WebDependencies, wish: TopUpRequest) -> Offer:
    """Raises Problem(validation_failed)."""
    if wish.pack is not None and (wish.credits, wish.price_minor, wish.currency) == (None,) * 3:
        pack = pack_of(web, wish.pack)
        return Offer(
            credits=pack.credits,
            price_minor=pack.price_minor,
            currency=pack.currency,
            life_days=pack.life_days,
        )
    if wish.pack is None and wish.credits and wish.price_minor and wish.currency:
        if wish.currency not in CURRENCY_DIGITS:
            message = f"{no_currency(wish.currency)}."
            raise Problem("validation_failed", message, param="currency")
        return Offer(
            credits=Credits(wish.credits), price_minor=wish.price_minor, currency=wish.currency
        )
    message = "Name either a pack, or credits with price_minor and currency."
    raise Problem("validation_failed", message, param="pack")


def _notice(account_id: AccountId, wish: TopUpRequest, offer: Offer) -> PaymentNotice:
    return PaymentNotice(
        provider=wish.provider,
        reference=wish.reference,
        kind="paid",
        price_minor=offer.price_minor,
        currency=offer.currency,
        account_id=account_id,
        pack=wish.pack,
    )
