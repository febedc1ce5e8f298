"""Buying over HTTP: packs, orders, a provider's messages, and an operator's top-ups."""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from litestar import Litestar

from adapters.keys import issue_key
from adapters.payments.btcpay import BtcpayProvider
from adapters.payments.manual import ManualProvider
from adapters.payments.signed_http import SignedHttpProvider, signature
from domain import handlers
from domain.credits import Credits
from domain.ids import AccountId, KeyId, payment_id, payment_lot_id
from domain.keys.caps import Cap
from domain.keys.key import KeyIssued, Successor
from domain.payments.payment import Payment, PaymentRepaid
from domain.payments.pricing import Pack
from domain.ports import Command, Decision, GroundRow
from tests.adapters.payments.pretended_btcpay import (
    STORE,
    TOKEN,
    WEBHOOK_SECRET,
    PretendedBtcpay,
)
from tests.adapters.web.asgi import Reply
from tests.adapters.web.customer import Customer
from tests.adapters.web.site import Site

SECRET = b"a shared secret of enough length"
TIMESTAMP = "1772366400"
PACKS = {
    "standard": Pack(
        id="standard", name="Standard", credits=Credits(600), price_minor=4900, currency="EUR"
    )
}


@pytest.fixture
def btcpay() -> Iterator[PretendedBtcpay]:
    with PretendedBtcpay() as server:
        yield server


@pytest.fixture
def shop(site: Site, btcpay: PretendedBtcpay) -> Litestar:
    """The application with all three providers; BTCPay makes the links."""
    providers = (
        ManualProvider(None),
        SignedHttpProvider(
            url="https://pay.example/buy", secret=SECRET, clock=lambda: float(TIMESTAMP)
        ),
        BtcpayProvider(
            url=btcpay.url, store_id=STORE, api_key=TOKEN, webhook_secret=WEBHOOK_SECRET
        ),
    )
    return site.serve(
        providers={provider.name: provider for provider in providers},
        checkout_provider="btcpay",
        packs=PACKS,
    )


def order(
    customer: Customer, app: Litestar, *, key: str | None = None, pack: str = "standard"
) -> Reply:
    headers = [] if key is None else [("Idempotency-Key", key)]
    return customer.send(
        "POST", "/v1/checkouts", json_body={"pack": pack}, headers=headers, app=app
    )


def deliver(site: Site, app: Litestar, provider: str, headers: Any, body: bytes) -> Reply:
    path = f"/payments/{provider}/webhook"
    return site.send("POST", path, body=body, headers=list(headers.items()), app=app)


def tell(site: Site, app: Litestar, **message: Any) -> Reply:
    """A message of the generic processor."""
    body = json.dumps(message).encode()
    headers = {
        "Xavira-Timestamp": TIMESTAMP,
        "Xavira-Signature": signature(SECRET, TIMESTAMP, body),
    }
    return deliver(site, app, "signed_http", headers, body)


def key_with(site: Site, customer: Customer, *scopes: str) -> Customer:
    """The same account with another key."""
    fresh, key_id = issue_key("live", pepper=site.master_key.pepper), KeyId(uuid4())
    event = KeyIssued(key_id=key_id, prefix=fresh.prefix, last4=fresh.last4, scopes=scopes)
    row = row_of(customer.account_id, key_id, fresh.key_hash)
    site.ledger.append(handlers.issue_key(customer.account_id, event, rows=(row,))).result(60)
    return Customer(site, customer.account_id, fresh.secret, key_id)


def row_of(account_id: AccountId, key_id: KeyId, key_hash: bytes) -> GroundRow:
    values = {
        "key_hash": key_hash,
        "pepper": 1,
        "key_id": key_id,
        "account_id": account_id,
        "book": "live",
    }
    return GroundRow(table="key_hashes", values=values)


# --- orders -----------------------------------------------------------------------------------


def test_packs_are_public(site: Site, shop: Litestar) -> None:
    """With their price in minor units and as text; nobody needs a key to look."""
    reply = site.send("GET", "/v1/packs", app=shop)
    assert (reply.status, reply.json) == (
        200,
        {
            "data": [
                {
                    "id": "standard",
                    "name": "Standard",
                    "credits": 600,
                    "price_minor": 4900,
                    "price": "49.00",
                    "currency": "EUR",
                    "life_days": None,
                }
            ],
            "next_cursor": None,
        },
    )


def test_an_order_answers_a_link(
    customer: Customer, shop: Litestar, btcpay: PretendedBtcpay
) -> None:
    """And grants nothing yet."""
    reply = order(customer, shop)
    assert reply.status == 201
    assert reply.json["url"] == f"{btcpay.url}/i/Invoice1"
    assert (reply.json["credits"], reply.json["price"], reply.json["provider"]) == (
        600,
        "49.00",
        "btcpay",
    )
    assert btcpay.invoices["Invoice1"]["metadata"]["orderId"] == reply.json["checkout_id"]
    assert customer.available() == 25


def test_a_repeated_order_is_the_same_order(
    customer: Customer, shop: Litestar, btcpay: PretendedBtcpay
) -> None:
    """One key, one order: the same answer, marked, and no second invoice; another body is 422."""
    first, again = order(customer, shop, key="o1"), order(customer, shop, key="o1")
    assert (first.status, again.status) == (201, 201)
    assert first.json == again.json
    assert again.header("idempotent-replayed") == "true"
    assert len(btcpay.invoices) == 1
    other = order(customer, shop, key="o1", pack="another")
    assert (other.status, other.error["code"]) == (422, "idempotency_key_reused")


def test_orders_at_the_same_moment_are_one(site: Site, shop: Litestar) -> None:
    """Eight retries at once, each with a link of its own: all are answered with one of them."""
    customer = site.account()
    replies = site.send_all(
        customer.ask(
            "POST",
            "/v1/checkouts",
            json_body={"pack": "standard"},
            headers=[("Idempotency-Key", "o2")],
            app=shop,
        )
        for _ in range(8)
    )
    assert [reply.status for reply in replies] == [201] * 8
    assert len({reply.json["url"] for reply in replies}) == 1


def test_an_order_of_nothing_is_refused(customer: Customer, shop: Litestar) -> None:
    """An unknown pack is told which there are."""
    reply = order(customer, shop, pack="free")
    assert (reply.status, reply.error["code"]) == (422, "validation_failed")
    assert reply.error["allowed"] == ["standard"]


def test_a_provider_that_is_away_orders_nothing(
    customer: Customer, shop: Litestar, btcpay: PretendedBtcpay
) -> None:
    """503; the same key works once it is back."""
    btcpay.fault = "error"
    away = order(customer, shop, key="o3")
    assert (away.status, away.error["code"]) == (503, "payment_provider_unavailable")
    btcpay.fault = None
    assert order(customer, shop, key="o3").status == 201


def test_where_credits_are_sold_by_hand_nothing_is_ordered(site: Site) -> None:
    """409, with a sentence that says whom to ask."""
    app = site.serve(providers={"manual": ManualProvider(None)}, packs=PACKS)
    reply = order(site.account(), app)
    assert (reply.status, reply.error["code"]) == (409, "invalid_state")
    assert "operator" in reply.error["message"]


# --- a provider's messages --------------------------------------------------------------------


def test_a_paid_order_is_granted_once(
    site: Site, customer: Customer, shop: Litestar, btcpay: PretendedBtcpay
) -> None:
    """From the order over BTCPay's webhook to credits; ten deliveries at once change nothing."""
    order(customer, shop)
    btcpay.change("Invoice1", "Settled")
    headers, body = btcpay.delivery("InvoiceSettled", "Invoice1")
    path = "/payments/btcpay/webhook"
    replies = site.send_all(
        site.ask("POST", path, body=body, headers=list(headers.items()), app=shop)
        for _ in range(10)
    )
    assert [reply.status for reply in replies] == [200] * 10
    assert sorted(reply.json["replayed"] for reply in replies) == [False] + [True] * 9
    assert {reply.json["status"] for reply in replies} == {"granted"}
    assert customer.available() == 625


def test_an_order_that_was_invalid_by_mistake_is_granted_when_it_is_settled(
    site: Site, customer: Customer, shop: Litestar, btcpay: PretendedBtcpay
) -> None:
    """Both marked by hand, before anything was granted. Then the first message comes once more,
    which takes nothing; and the invoice is marked invalid again, which takes all of it. The first
    invoice of a store is another test's.
    """
    order(customer, shop)
    invoice = order(customer, shop).json["url"].rsplit("/", 1)[1]
    before = customer.available()

    def told(kind: str) -> Any:
        delivery = btcpay.delivery(kind, invoice, manuallyMarked=True)
        return deliver(site, shop, "btcpay", *delivery).json

    btcpay.change(invoice, "Invalid", by_hand=True)
    assert told("InvoiceInvalid") == {"status": "ignored", "replayed": False}
    btcpay.change(invoice, "Settled", by_hand=True)
    assert told("InvoiceSettled") == {"status": "granted", "replayed": False}
    assert told("InvoiceInvalid") == {"status": "ignored", "replayed": False}
    assert customer.available() == before + 600
    btcpay.change(invoice, "Invalid", by_hand=True)
    assert told("InvoiceInvalid") == {"status": "charged_back", "replayed": False}
    assert customer.available() == before


def test_a_message_that_moves_no_money_is_ignored(
    site: Site, customer: Customer, shop: Litestar, btcpay: PretendedBtcpay
) -> None:
    """200, so that it is not sent again."""
    order(customer, shop)
    reply = deliver(site, shop, "btcpay", *btcpay.delivery("InvoiceProcessing", "Invoice1"))
    assert (reply.status, reply.json) == (200, {"status": "ignored", "replayed": False})


def test_a_bad_signature_is_refused(site: Site, shop: Litestar, btcpay: PretendedBtcpay) -> None:
    """401 for every provider, and for a provider that is not there 404."""
    for provider in ("btcpay", "signed_http", "manual"):
        reply = deliver(site, shop, provider, {"btcpay-sig": "sha256=00"}, b"{}")
        assert (reply.status, reply.error["code"]) == (401, "signature_invalid")
    assert deliver(site, shop, "nobody", {}, b"{}").status == 404


def test_a_message_has_a_limit(site: Site, shop: Litestar) -> None:
    """More than 256 KiB are not read."""
    reply = deliver(site, shop, "signed_http", {}, b"x" * (256 * 1024 + 1))
    assert (reply.status, reply.error["code"]) == (413, "payload_too_large")


def test_a_payment_of_nobody_is_kept(site: Site, shop: Litestar) -> None:
    """200 and `unmatched`: the processor is done, the operator is not."""
    reference = uuid4().hex
    message = {"type": "payment.succeeded", "reference": reference, "currency": "EUR"}
    reply = tell(site, shop, **message, price_minor=4900, account_id=str(uuid4()), pack="standard")
    assert (reply.status, reply.json) == (200, {"status": "unmatched", "replayed": False})
    claimed = payment_id("signed_http", reference)
    state = site.ledger.load([claimed]).result(60)[claimed].state
    assert isinstance(state, Payment)
    assert state.unmatched == "unknown_account"


def test_a_chargeback_takes_back_what_is_left(
    site: Site, customer: Customer, shop: Litestar
) -> None:
    """The pack is paid, charged back, charged back again: the credits leave once."""
    reference = uuid4().hex
    facts = {"reference": reference, "currency": "EUR", "price_minor": 4900}
    paid = facts | {"account_id": str(customer.account_id), "pack": "standard"}
    assert tell(site, shop, type="payment.succeeded", **paid).json["status"] == "granted"
    assert customer.available() == 625
    back = tell(site, shop, type="payment.charged_back", **facts)
    again = tell(site, shop, type="payment.charged_back", **facts)
    assert (back.json, again.json) == (
        {"status": "charged_back", "replayed": False},
        {"status": "charged_back", "replayed": True},
    )
    assert customer.available() == 25


def test_money_sent_back_takes_what_is_left(site: Site, customer: Customer, shop: Litestar) -> None:
    """A refund at the processor, delivered twice."""
    reference = uuid4().hex
    facts = {"reference": reference, "currency": "EUR", "price_minor": 4900}
    paid = facts | {"account_id": str(customer.account_id), "pack": "standard"}
    tell(site, shop, type="payment.succeeded", **paid)
    for replayed in (False, True):
        reply = tell(site, shop, type="payment.refunded", **facts)
        assert reply.json == {"status": "repaid", "replayed": replayed}
    assert customer.available() == 25


def test_a_refund_of_what_we_repaid_is_told_by_its_sum(
    site: Site, customer: Customer, shop: Litestar
) -> None:
    """After a `repay` of 40.83: that sum is that money, any other message is of the rest."""
    reference = uuid4().hex
    facts = {"reference": reference, "currency": "EUR", "price_minor": 4900}
    paid = facts | {"account_id": str(customer.account_id), "pack": "standard"}
    tell(site, shop, type="payment.succeeded", **paid)
    claimed = payment_id("signed_http", reference)
    repaid = PaymentRepaid(
        lot_id=payment_lot_id(claimed),
        credits=500,
        price_minor=4083,
        currency="EUR",
        actor="operator",
    )
    decision = Decision(events={claimed: [repaid]})
    site.ledger.append(Command(streams=(claimed,), decide=lambda *_: decision)).result(60)
    ours = tell(site, shop, type="payment.refunded", **(facts | {"price_minor": 4083}))
    assert ours.json == {"status": "repaid", "replayed": True}
    assert customer.available() == 625
    for replayed in (False, True):
        rest = tell(site, shop, type="payment.refunded", **facts)
        assert rest.json == {"status": "charged_back", "replayed": replayed}
    assert customer.available() == 25


def test_a_refund_of_what_was_never_heard_of_is_kept(
    site: Site, customer: Customer, shop: Litestar
) -> None:
    """200, so that nobody repeats it for ever; the payment that follows opens no lot."""
    facts = {"reference": uuid4().hex, "currency": "EUR", "price_minor": 4900}
    for replayed in (False, True):
        reply = tell(site, shop, type="payment.refunded", **facts)
        assert (reply.status, reply.json) == (200, {"status": "charged_back", "replayed": replayed})
    paid = facts | {"account_id": str(customer.account_id), "pack": "standard"}
    assert tell(site, shop, type="payment.succeeded", **paid).json["status"] == "charged_back"
    assert customer.available() == 25


# --- top-ups ----------------------------------------------------------------------------------


def top_up(
    operator: Customer,
    account_id: UUID | str,
    app: Litestar,
    *,
    key: str | None = None,
    **body: Any,
) -> Reply:
    path = f"/admin/v1/accounts/{account_id}/top-ups"
    headers = [] if key is None else [("Idempotency-Key", key)]
    return operator.send("POST", path, json_body=body, headers=headers, app=app)


@pytest.mark.parametrize("param", ["reference", "provider"])
def test_a_line_break_is_no_part_of_a_name(
    site: Site, customer: Customer, shop: Litestar, param: str
) -> None:
    """Nor at its end, where a pattern with a dollar lets it pass."""
    operator = key_with(site, site.account(), "admin")
    named = {"reference": uuid4().hex, "provider": "manual"}
    named[param] += "\n"
    refused = top_up(operator, customer.account_id, shop, pack="standard", **named)
    assert (refused.status, refused.json["error"]["param"]) == (422, param)
    assert customer.available() == 25


def test_an_operator_tops_up_once(site: Site, customer: Customer, shop: Litestar) -> None:
    """With a pack, or with credits and a price; the reference decides whether it is new."""
    operator = key_with(site, site.account(), "admin")
    reference = uuid4().hex
    first = top_up(operator, customer.account_id, shop, reference=reference, pack="standard")
    again = top_up(operator, customer.account_id, shop, reference=reference, pack="standard")
    assert (first.status, again.status) == (201, 201)
    assert first.json == again.json
    assert again.header("idempotent-replayed") == "true"
    assert first.json["status"] == "granted"
    assert customer.available() == 625
    facts = {"credits": 5, "price_minor": 50, "currency": "EUR", "reason": "at the fair"}
    second = top_up(operator, customer.account_id, shop, reference=uuid4().hex, **facts)
    assert (second.status, second.json["credits"]) == (201, 5)
    assert customer.available() == 630


def test_a_key_books_one_top_up(site: Site, customer: Customer, shop: Litestar) -> None:
    """Whatever the reference: another body or account is refused, and so is another act."""
    operator = key_with(site, site.account(), "admin")
    account_id, asked = customer.account_id, {"reference": uuid4().hex, "pack": "standard"}
    first, again = (top_up(operator, account_id, shop, key="k", **asked) for _ in range(2))
    assert (first.status, again.status, again.json) == (201, 201, first.json)
    assert first.header("idempotent-replayed") is None
    assert again.header("idempotent-replayed") == "true"
    another = top_up(operator, account_id, shop, key="k", **asked | {"reference": uuid4().hex})
    elsewhere = top_up(operator, site.account().account_id, shop, key="k", **asked)
    path = f"/admin/v1/accounts/{account_id}/grants"
    wish, headers = {"credits": 5, "reason": "x"}, [("Idempotency-Key", "k")]
    granted = operator.send("POST", path, json_body=wish, headers=headers, app=shop)
    for reused in (another, elsewhere, granted):
        assert (reused.status, reused.error["code"]) == (422, "idempotency_key_reused")
    assert top_up(operator, account_id, shop, key="two words", **asked).status == 400
    with_another_key = top_up(operator, account_id, shop, key="l", **asked)
    assert with_another_key.header("idempotent-replayed") == "true"
    assert customer.available() == 625


def test_a_refused_top_up_does_not_use_its_key_up(
    site: Site, customer: Customer, shop: Litestar
) -> None:
    """What was wrong is put right, and sent with the same key."""
    operator = key_with(site, site.account(), "admin")
    asked = {"reference": uuid4().hex, "pack": "standard"}
    assert top_up(operator, uuid4(), shop, key="k", **asked).status == 404
    assert top_up(operator, customer.account_id, shop, key="k", **asked).status == 201


def test_a_top_up_that_makes_no_sense_is_refused(
    site: Site, customer: Customer, shop: Litestar
) -> None:
    """Neither pack nor price, both, a used reference, nobody's account."""
    operator = key_with(site, site.account(), "admin")
    reference = uuid4().hex
    account_id = customer.account_id
    assert top_up(operator, account_id, shop, reference=reference).status == 422
    both = top_up(operator, account_id, shop, reference=reference, pack="standard", credits=1)
    assert (both.status, both.error["code"]) == (422, "validation_failed")
    assert top_up(operator, account_id, shop, reference="two words").status == 422
    top_up(operator, account_id, shop, reference=reference, pack="standard")
    facts = {"credits": 1, "price_minor": 1, "currency": "EUR"}
    taken = top_up(operator, account_id, shop, reference=reference, **facts)
    assert (taken.status, taken.error["code"]) == (409, "invalid_state")
    for nobody in (uuid4(), "x"):
        assert top_up(operator, nobody, shop, reference=uuid4().hex, pack="standard").status == 404
    assert customer.available() == 625


def test_an_erased_account_gets_no_top_up(site: Site, shop: Litestar) -> None:
    """409, also with a reason that could not be sealed any more."""
    operator, gone = key_with(site, site.account(), "admin"), site.account()
    site.ledger.append(handlers.erase_account(gone.account_id, actor="test")).result(60)
    for reason in (None, "too late"):
        facts = {"reference": uuid4().hex, "pack": "standard", "reason": reason}
        reply = top_up(operator, gone.account_id, shop, **facts)
        assert (reply.status, reply.error["code"]) == (409, "invalid_state")


# --- what a key may do ------------------------------------------------------------------------


def test_a_key_without_the_scope_is_refused(site: Site, customer: Customer, shop: Litestar) -> None:
    """403 insufficient_scope; the scope it has still works."""
    reader = key_with(site, customer, "read")
    assert reader.available() == 25
    for reply in (
        order(reader, shop),
        top_up(customer, customer.account_id, shop, reference="r", pack="standard"),
        reader.send("POST", "/v1/characters", json_body={"model_id": "anime"}),
        key_with(site, customer, "generate").send("GET", "/v1/balance"),
    ):
        assert (reply.status, reply.error["code"]) == (403, "insufficient_scope")


def test_a_cap_refuses_with_its_reset(site: Site, customer: Customer) -> None:
    """402 key_spend_limit_reached: what is left, what it costs, and when the period ends."""
    character = customer.character()
    cap = handlers.cap_key(customer.account_id, customer.key_id, Cap(1, "day"), actor="test")
    site.ledger.append(cap).result(60)
    assert customer.image(character).status == 201
    reply = customer.image(character, key="c1")
    assert (reply.status, reply.error["code"]) == (402, "key_spend_limit_reached")
    assert (reply.error["required"], reply.error["available"]) == (1, 0)
    assert reply.error["resets_at"].endswith("T00:00:00Z")
    lift = handlers.cap_key(customer.account_id, customer.key_id, None, actor="test")
    site.ledger.append(lift).result(60)
    assert customer.image(character, key="c1").status == 201


def test_a_rotated_key_works_beside_the_new_one(site: Site, customer: Customer) -> None:
    """During the overlap both do; without one the old key is unknown at once."""
    for overlap, old_status in ((timedelta(hours=1), 200), (timedelta(0), 401)):
        old = key_with(site, customer, "read")
        fresh, key_id = issue_key("live", pepper=site.master_key.pepper), KeyId(uuid4())
        command = handlers.rotate_key(
            customer.account_id,
            old.key_id,
            Successor(key_id=key_id, prefix=fresh.prefix, last4=fresh.last4),
            overlap=overlap,
            actor="test",
            rows=(row_of(customer.account_id, key_id, fresh.key_hash),),
        )
        site.ledger.append(command).result(60)
        new = Customer(site, customer.account_id, fresh.secret, key_id)
        assert new.send("GET", "/v1/balance").status == 200
        assert old.send("GET", "/v1/balance").status == old_status
