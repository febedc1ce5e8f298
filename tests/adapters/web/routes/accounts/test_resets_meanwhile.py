"""What is under way while a password is chosen anew: it leaves neither key nor session behind."""

import asyncio
import threading
from collections.abc import Awaitable, Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from litestar import Litestar

from adapters.answered import answered
from domain.errors import TemporarilyUnavailable
from domain.ids import Book
from domain.ports import Appended, Command, Stream
from tests.adapters.web.customer import Customer
from tests.adapters.web.holder import PASSWORD, Holder
from tests.adapters.web.post import Post
from tests.adapters.web.resets import (
    NEW_PASSWORD,
    mailed_token,
    reset_mailed,
    reset_reply,
    resetting,
)
from tests.adapters.web.site import REPLY_SECONDS_MAX, Site
from tests.stack import wait_for


class Gate:
    """Where a request stands until it is let on."""

    def __init__(self) -> None:
        self._there = threading.Event()
        self._open = threading.Event()

    def stand(self) -> None:
        self._there.set()
        assert self._open.wait(REPLY_SECONDS_MAX)

    def reached(self) -> None:
        assert self._there.wait(REPLY_SECONDS_MAX)

    def let_on(self) -> None:
        self._open.set()


class Withheld:
    """An application that gets the body of a request when the gate opens, and no sooner."""

    def __init__(self, app: Litestar, gate: Gate) -> None:
        self._app = app
        self._gate = gate

    async def __call__(self, scope: Any, receive: Callable[[], Any], send: Any) -> None:
        async def later() -> Any:
            await asyncio.to_thread(self._gate.stand)
            return await receive()

        await self._app(scope, later, send)


class SlowVault:
    """The vault of a site, that opens and seals nothing until the gate opens."""

    def __init__(self, site: Site, gate: Gate) -> None:
        self._vault = site.vault
        self._gate = gate

    def open(self, account_id: UUID, sealed: bytes) -> bytes | None:
        self._gate.stand()
        return self._vault.open(account_id, sealed)

    def seal(self, account_id: UUID, plain: bytes) -> bytes:
        self._gate.stand()
        return self._vault.seal(account_id, plain)


@pytest.fixture
def post(site: Site, tmp_path: Path) -> Post:
    return Post(site, tmp_path)


@pytest.fixture
def holder(site: Site) -> Holder:
    return Holder(site)


def _recording(
    site: Site, gate: Gate, *, book: Book = "live"
) -> Callable[[Command], Awaitable[Appended]]:
    """Records what is decided once the gate opens."""

    async def record(command: Command) -> Appended:
        await asyncio.to_thread(gate.stand)
        return await answered(site.ledger_of(book).append(command))

    return record


def _loading(
    site: Site, gate: Gate
) -> Callable[[Collection[UUID]], Awaitable[Mapping[UUID, Stream]]]:
    """Reads the streams of the test book once the gate opens."""

    async def load(wanted: Collection[UUID]) -> Mapping[UUID, Stream]:
        await asyncio.to_thread(gate.stand)
        return await answered(site.test_ledger.load(wanted))

    return load


def _ending(
    site: Site, ended: Gate, spent: Gate, *, refused: bool = False
) -> Callable[[Command], Awaitable[Appended]]:
    """Records the decisions of a reset in the live book: it stands at one gate when keys have ended
    there for the first time, and at the other before they end for the second, which is recorded
    unless it is refused.
    """
    before: Iterator[Gate | None] = iter((None, spent))
    after: Iterator[Gate] = iter((ended,))

    async def record(command: Command) -> Appended:
        gate = next(before, None)
        await _stand(gate)
        if refused and gate is spent:
            raise TemporarilyUnavailable
        appended = await answered(site.ledger.append(command))
        await _stand(next(after, None))
        return appended

    return record


async def _stand(gate: Gate | None) -> None:
    if gate is not None:
        await asyncio.to_thread(gate.stand)


def _waits(site: Site) -> bool:
    """Somebody waits for a row."""
    waits = "SELECT 1 FROM pg_locks WHERE NOT granted AND locktype = 'transactionid'"
    return site.rows(waits) != []


def _balance(client: Customer, secret: str) -> int:
    """Whether a key of the same account is in force."""
    key = Customer(client.site, client.account_id, secret, None)
    return key.send("GET", "/v1/balance").status


def _key_of(session: Customer) -> str:
    """A new key that may make test keys."""
    body = {"scopes": ["read", "account"]}
    return str(session.send("POST", "/v1/keys", json_body=body).json["secret"])


def _path(holder: Holder, verb: str) -> str:
    """Where a key is made, or replaced."""
    if verb == "make":
        return "/v1/keys"
    (first,) = holder.customer.send("GET", "/v1/keys").json["data"]
    return f"/v1/keys/{first['key_id']}:rotate"


@pytest.mark.parametrize("verb", ["make", "rotate"])
def test_a_request_that_is_held_open_makes_no_key_after_the_reset(
    site: Site, holder: Holder, post: Post, verb: str
) -> None:
    """Its session was in force when its headers came, and is not when its body does."""
    session, gate = holder.signed_in(), Gate()
    app = Withheld(site.app, gate)
    held = site.begin(session.ask("POST", _path(holder, verb), json_body={}, app=app))
    gate.reached()
    assert reset_mailed(site, holder, post).status == 200
    gate.let_on()
    refused = site.end(held)
    assert (refused.status, refused.error["code"]) == (401, "unauthorized")


def test_a_request_that_is_held_open_makes_a_key_while_the_session_lasts(
    site: Site, holder: Holder
) -> None:
    """However late its body comes."""
    session, gate = holder.signed_in(), Gate()
    app = Withheld(site.app, gate)
    held = site.begin(session.ask("POST", "/v1/keys", json_body={}, app=app))
    gate.reached()
    gate.let_on()
    assert site.end(held).status == 201


def test_a_key_that_is_being_recorded_ends_with_the_reset(
    site: Site, holder: Holder, post: Post
) -> None:
    """The reset waits for it, and ends what it finds then."""
    session, token = holder.signed_in(), mailed_token(site, holder, post)
    before, meanwhile = Gate(), Gate()
    reset = resetting(site, token, app=site.serve(append=_recording(site, before)))
    confirmed = site.begin(reset)
    before.reached()
    app = site.serve(append=_recording(site, meanwhile))
    making = site.begin(session.ask("POST", "/v1/keys", json_body={}, app=app))
    meanwhile.reached()
    before.let_on()
    wait_for(lambda: confirmed.done() or _waits(site))
    meanwhile.let_on()
    made, done = site.end(making), site.end(confirmed)
    assert (made.status, done.status) == (201, 200)
    assert _balance(session, made.json["secret"]) == 401


@pytest.mark.parametrize("tests_already", [False, True])
def test_a_test_key_that_is_being_recorded_ends_with_the_reset(
    site: Site, holder: Holder, post: Post, tests_already: bool
) -> None:
    """The reset waits for it, also where it is the account's first in that book."""
    customer, gate = holder.customer, Gate()
    if tests_already:
        assert customer.send("POST", "/v1/test_keys").status == 201
    token = mailed_token(site, holder, post)
    app = site.serve(test={"append": _recording(site, gate, book="test")})
    making = site.begin(customer.ask("POST", "/v1/test_keys", app=app))
    gate.reached()
    confirmed = site.begin(resetting(site, token))
    wait_for(lambda: confirmed.done() or _waits(site))
    gate.let_on()
    made, done = site.end(making), site.end(confirmed)
    assert (made.status, done.status) == (201, 200)
    assert _balance(customer, made.json["api_key"]) == 401


def test_no_test_key_is_made_by_a_key_that_ended_meanwhile(
    site: Site, holder: Holder, post: Post
) -> None:
    """It was in force when the request was admitted."""
    gate = Gate()
    app = site.serve(test={"load": _loading(site, gate)})
    making = site.begin(holder.customer.ask("POST", "/v1/test_keys", app=app))
    gate.reached()
    assert reset_mailed(site, holder, post).status == 200
    gate.let_on()
    refused = site.end(making)
    assert (refused.status, refused.error["code"]) == (401, "unauthorized")


def test_no_test_key_is_made_by_a_key_that_a_session_made_meanwhile(
    site: Site, holder: Holder, post: Post
) -> None:
    """The key is made when keys have ended for the first time, and makes its own while they end for
    the second: it waits, and finds that it has ended.
    """
    session, token = holder.signed_in(), mailed_token(site, holder, post)
    ended, spent = Gate(), Gate()
    app = site.serve(append=_ending(site, ended, spent))
    confirmed = site.begin(resetting(site, token, app=app))
    ended.reached()
    secret = _key_of(session)
    ended.let_on()
    spent.reached()
    maker = Customer(site, session.account_id, secret, None)
    making = site.begin(maker.ask("POST", "/v1/test_keys"))
    wait_for(lambda: making.done() or _waits(site))
    spent.let_on()
    refused, done = site.end(making), site.end(confirmed)
    assert (refused.status, done.status) == (401, 200)
    assert _balance(session, secret) == 401


def test_a_reset_that_is_cut_off_behind_its_token_is_done_again(
    site: Site, holder: Holder, post: Post
) -> None:
    """With the same token: it is spent when keys have ended for the second time, or not at all."""
    session, token = holder.signed_in(), mailed_token(site, holder, post)
    ended, spent = Gate(), Gate()
    app = site.serve(append=_ending(site, ended, spent, refused=True))
    confirmed = site.begin(resetting(site, token, app=app))
    ended.reached()
    secret = _key_of(session)
    ended.let_on()
    spent.let_on()
    assert site.end(confirmed).status == 503
    assert _balance(session, secret) == 200
    assert reset_reply(site, token).status == 200
    assert _balance(session, secret) == 401
    assert holder.sign_in(password=NEW_PASSWORD).status == 201


def test_no_endpoint_is_enabled_by_a_key_that_ended_meanwhile(
    site: Site, holder: Holder, post: Post
) -> None:
    """What is under way while the first reset disables it is refused."""
    customer, gate = holder.customer, Gate()
    wish = {"url": "https://hooks.example/x"}
    made = customer.send("POST", "/v1/webhook_endpoints", json_body=wish).json["endpoint_id"]
    enabling = customer.ask(
        "PATCH",
        f"/v1/webhook_endpoints/{made}",
        json_body={"enabled": True},
        app=site.serve(append=_recording(site, gate)),
    )
    enabled = site.begin(enabling)
    gate.reached()
    assert reset_mailed(site, holder, post).json["disabled_endpoints"] == 1
    gate.let_on()
    refused = site.end(enabled)
    assert (refused.status, refused.error["code"]) == (401, "unauthorized")


def test_nobody_signs_in_with_a_password_that_was_changed_meanwhile(
    site: Site, holder: Holder, post: Post
) -> None:
    """It was right when it was looked up; the answer is that to a wrong one, and no session is
    left behind.
    """
    gate = Gate()
    signing_in = site.begin(holder.signing_in(app=site.serve(vault=SlowVault(site, gate))))
    gate.reached()
    assert reset_mailed(site, holder, post).status == 200
    gate.let_on()
    refused = site.end(signing_in)
    assert (refused.status, refused.error["code"]) == (401, "sign_in_refused")
    left = f"SELECT 1 FROM xavira_ground.sessions WHERE account_id = '{holder.account_id}'"
    assert site.rows(left) == []


def _erasing(site: Site, client: Customer, gate: Gate) -> Any:
    """An erasure whose password is checked when the gate opens."""
    app = site.serve(vault=SlowVault(site, gate))
    return client.ask("DELETE", "/v1/account", json_body={"password": PASSWORD}, app=app)


def test_nobody_erases_with_a_password_that_was_changed_meanwhile(
    site: Site, holder: Holder, post: Post
) -> None:
    """It was right when it was looked up; nothing is noted, and the account is there as before."""
    session, gate = holder.signed_in(), Gate()
    erasing = site.begin(_erasing(site, session, gate))
    gate.reached()
    assert reset_mailed(site, holder, post).status == 200
    gate.let_on()
    refused = site.end(erasing)
    assert (refused.status, refused.error["code"]) == (401, "sign_in_refused")
    noted = f"SELECT 1 FROM xavira_ground.erasures WHERE account_id = '{holder.account_id}'"
    assert site.rows(noted) == []
    token = holder.sign_in(password=NEW_PASSWORD).json["token"]
    owner = Customer(site, session.account_id, token, None)
    assert owner.send("GET", "/v1/account").status == 200


def test_an_erasure_that_was_asked_for_meanwhile_is_asked_for_again(
    site: Site, holder: Holder
) -> None:
    """Where the password is as it was, the second has the answer of the first."""
    session, gate = holder.signed_in(), Gate()
    erasing = site.begin(_erasing(site, session, gate))
    gate.reached()
    body = {"password": PASSWORD}
    assert session.send("DELETE", "/v1/account", json_body=body).status == 202
    gate.let_on()
    assert site.end(erasing).status == 202


def test_a_reset_that_was_done_meanwhile_ends_no_key_again(
    site: Site, holder: Holder, post: Post
) -> None:
    """Sent twice, it is refused the second time before it ends what the owner has made since."""
    token, gate = mailed_token(site, holder, post), Gate()
    app = site.serve(vault=SlowVault(site, gate))
    second = site.begin(resetting(site, token, app=app, revoke_keys=True))
    gate.reached()
    assert reset_reply(site, token, revoke_keys=True).status == 200
    signed_in = holder.sign_in(password=NEW_PASSWORD).json["token"]
    owner = Customer(site, holder.customer.account_id, signed_in, None)
    secret = owner.send("POST", "/v1/keys", json_body={}).json["secret"]
    gate.let_on()
    refused = site.end(second)
    assert (refused.status, refused.error["code"]) == (410, "token_invalid")
    assert _balance(owner, secret) == 200
