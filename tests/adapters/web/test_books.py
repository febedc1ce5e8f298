"""Two books behind one API: a test key works on the test book, and nothing crosses over."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from adapters.accounts.erasure import ErasedBook, Eraser
from adapters.keys import issue_key, key_row
from adapters.postgres.connections import async_pool, connect
from adapters.relay import queue
from adapters.relay.at_hand import AtHand
from adapters.relay.remover import Remover
from adapters.relay.store_calls import StoreCalls
from adapters.sandbox.outputs import OldOutputs
from domain.enforcement import operating
from domain.generation import Generation, GenerationCompleted
from domain.ids import KeyId
from domain.objects import ObjectMissing
from domain.reactions import Remove, net_changes
from tests.adapters.web.asgi import Reply
from tests.adapters.web.customer import Customer
from tests.adapters.web.site import Site

BASE = "https://media.example"


@pytest.fixture
def tester(site: Site, customer: Customer) -> Customer:
    """The customer's account, with a test key."""
    return site.test_key(customer)


def _told(reply: Reply) -> tuple[int, dict[str, Any]]:
    """What an error says, but for the id of the request."""
    error = reply.json["error"]
    return reply.status, {name: value for name, value in error.items() if name != "request_id"}


def test_a_test_key_draws_in_the_test_book(site: Site, tester: Customer) -> None:
    """Its character and generation say livemode false, and so does the URL of its output."""
    character_id = tester.character()
    assert tester.send("GET", f"/v1/characters/{character_id}").json["livemode"] is False
    image = tester.image(character_id)
    assert (image.status, image.json["livemode"]) == (201, False)
    generation_id = image.json["generation_id"]
    assert image.json["output_url"].startswith(f"{BASE}/o/test/{generation_id}/")
    path = image.json["output_url"].removeprefix(BASE)
    assert site.send("GET", path).body == f"picture of {generation_id}".encode()
    assert site.send("GET", path.replace("/o/test/", "/o/")).status == 404


def test_a_live_output_is_not_under_a_test_url(site: Site, customer: Customer) -> None:
    """The path of an output names its book, and only that book is asked."""
    image = customer.image(customer.character())
    assert image.json["livemode"] is True
    path = image.json["output_url"].removeprefix(BASE)
    assert site.send("GET", path).status == 200
    assert site.send("GET", path.replace("/o/", "/o/test/")).status == 404


def _asked(customer: Customer, character_id: str, generation_id: str) -> list[Reply]:
    """Every route that takes an id, asked for these."""
    generation = f"/v1/generations/{generation_id}"
    character = f"/v1/characters/{character_id}"
    video = {"source_generation_id": generation_id, "prompt": "turns"}
    return [
        customer.send("GET", generation),
        customer.send("POST", f"{generation}:cancel"),
        customer.send("DELETE", f"{generation}/output"),
        customer.send("GET", character),
        customer.send("POST", f"{character}:archive"),
        customer.image(character_id),
        customer.send("POST", "/v1/videos:generate", json_body=video),
    ]


@pytest.mark.parametrize("direction", ["live with test", "test with live"])
def test_an_id_of_the_other_book_is_like_any_unknown_one(
    customer: Customer, tester: Customer, direction: str
) -> None:
    """Every route answers it with the very 404 of a random id, though the account is the same."""
    owner, other = (customer, tester) if direction == "live with test" else (tester, customer)
    character_id = owner.character()
    generation_id = owner.image(character_id).json["generation_id"]
    foreign = _asked(other, character_id, generation_id)
    unknown = _asked(other, str(uuid4()), str(uuid4()))
    assert [_told(reply) for reply in foreign] == [_told(reply) for reply in unknown]
    assert {reply.status for reply in foreign} == {404}
    assert owner.send("GET", f"/v1/generations/{generation_id}").json["status"] == "completed"


def test_one_idempotency_key_is_a_claim_in_each_book(customer: Customer, tester: Customer) -> None:
    """Each book draws and charges its own, and each replays its own."""
    live = customer.image(customer.character(), key="same")
    test = tester.image(tester.character(), key="same")
    assert (live.status, test.status) == (201, 201)
    assert live.json["generation_id"] != test.json["generation_id"]
    assert (customer.available(), tester.available()) == (24, 999)
    again = tester.image(test.json["character_id"], key="same")
    assert again.header("idempotent-replayed") == "true"
    assert again.json["generation_id"] == test.json["generation_id"]


def test_statements_and_lists_show_their_own_book(
    site: Site, customer: Customer, tester: Customer
) -> None:
    """Entries and generations of one book are never seen in the other."""
    live = customer.image(customer.character())
    test = tester.image(tester.character())
    site.project()
    site.project("test")
    for client, own, entries in (
        (customer, live, [("granted", 25), ("debited", -1)]),
        (tester, test, [("granted", 1000), ("debited", -1)]),
    ):
        listed = client.send("GET", "/v1/generations").json["data"]
        assert [row["generation_id"] for row in listed] == [own.json["generation_id"]]
        assert len(client.send("GET", "/v1/characters").json["data"]) == 1
        statement = client.send("GET", "/v1/ledger").json["data"]
        assert [(entry["kind"], entry["amount"]) for entry in statement] == entries


def test_rate_windows_are_counted_by_book(site: Site, customer: Customer, tester: Customer) -> None:
    """A test run that fills its window takes nothing from the live one."""
    site.freeze()
    video = {"source_generation_id": str(uuid4()), "prompt": "turns"}
    tested = [tester.send("POST", "/v1/videos:generate", json_body=video) for _ in range(6)]
    assert [reply.status for reply in tested] == [404, 404, 404, 404, 404, 429]
    live = customer.send("POST", "/v1/videos:generate", json_body=video)
    assert (live.status, live.header("x-ratelimit-remaining")) == (404, "4")


def test_every_new_test_key_fills_the_test_credits_up(site: Site, customer: Customer) -> None:
    """Up to 1,000 and no further; the live balance is not touched."""
    first = site.test_key(customer)
    first.image(first.character())
    assert first.available() == 999
    second = site.test_key(customer)
    assert (second.available(), customer.available()) == (1000, 25)


def test_nothing_is_sold_to_a_test_key(tester: Customer) -> None:
    """A link to pay at would lead to the live book."""
    reply = tester.send("POST", "/v1/checkouts", json_body={"pack": "starter"})
    assert (reply.status, reply.json["error"]["code"]) == (409, "invalid_state")


def test_a_key_opens_the_book_of_its_prefix_only(site: Site, customer: Customer) -> None:
    """A row that says otherwise lets nobody in."""
    key = issue_key("test", pepper=site.master_key.pepper)
    values = key_row("live", customer.account_id, KeyId(uuid4()), key).values
    with psycopg.connect(site.database_url, autocommit=True) as connection:
        connection.execute(
            "INSERT INTO xavira_ground.key_hashes (key_hash, pepper, key_id, account_id, book)"
            " VALUES (%(key_hash)s, %(pepper)s, %(key_id)s, %(account_id)s, %(book)s)",
            values,
        )
    stranger = Customer(site, customer.account_id, key.secret, None)
    assert stranger.send("GET", "/v1/balance").status == 401


def test_a_test_key_is_made_over_http(site: Site, customer: Customer, tester: Customer) -> None:
    """By a key of either book with scope account; it opens the test book only."""
    for owner in (customer, tester):
        made = owner.send("POST", "/v1/test_keys", json_body={"scopes": ["read"]})
        assert (made.status, made.json["livemode"]) == (201, False)
        key = Customer(site, customer.account_id, made.json["api_key"], None)
        assert key.available() == 1000
        refused = key.send("POST", "/v1/test_keys", json_body={})
        assert (refused.status, refused.error["code"]) == (403, "insufficient_scope")
    assert len(tester.send("GET", "/v1/keys").json["data"]) == 3
    assert len(customer.send("GET", "/v1/keys").json["data"]) == 1


def test_a_test_key_is_made_once(site: Site, customer: Customer) -> None:
    """By twenty requests with one Idempotency-Key; only one is told the secret."""
    wish = {"json_body": {"scopes": ["read"]}, "headers": [("Idempotency-Key", "ours")]}
    replies = site.send_all(customer.ask("POST", "/v1/test_keys", **wish) for _ in range(20))
    assert {reply.status for reply in replies} == {201}
    (key_id,) = {reply.json["key_id"] for reply in replies}
    (secret,) = {reply.json["api_key"] for reply in replies} - {None}
    assert sum(reply.header("idempotent-replayed") == "true" for reply in replies) == 19
    assert Customer(site, customer.account_id, secret, None).available() == 1000
    known = site.test_key(customer).send("GET", "/v1/keys").json["data"]
    assert [key["key_id"] for key in known].count(key_id) == 1
    assert len(known) == 2
    other = {"json_body": {}, "headers": [("Idempotency-Key", "ours")]}
    reused = customer.send("POST", "/v1/test_keys", **other)
    assert (reused.status, reused.error["code"]) == (422, "idempotency_key_reused")


def test_one_idempotency_key_makes_a_key_in_each_book(site: Site, customer: Customer) -> None:
    """Whichever came first, both of them work."""

    def made(path: str, key: str) -> int:
        answer = customer.send("POST", path, headers=[("Idempotency-Key", key)])
        assert answer.status == 201
        secret = answer.json.get("secret") or answer.json["api_key"]
        headers = [("Authorization", f"Bearer {secret}")]
        return site.send("GET", "/v1/balance", headers=headers).status

    asked = [("/v1/keys", "a"), ("/v1/test_keys", "a"), ("/v1/test_keys", "b"), ("/v1/keys", "b")]
    assert [made(path, key) for path, key in asked] == [200, 200, 200, 200]


def test_a_test_key_has_each_scope_once(customer: Customer) -> None:
    """However often it is asked for: it stays in the log for ever."""
    made = customer.send("POST", "/v1/test_keys", json_body={"scopes": ["read"] * 1_000})
    assert (made.status, made.json["scopes"]) == (201, ["read"])


def test_a_test_key_changes_nothing_of_its_holder(
    site: Site, customer: Customer, tester: Customer
) -> None:
    """Warning, sessions, mails and appeals are those of the live book, and kept from it."""
    before = customer.send("GET", "/v1/account").json
    for method, path, body in (
        ("PATCH", "/v1/account", {"low_credits": 0}),
        ("DELETE", "/v1/sessions", None),
        ("POST", "/v1/email_verifications", None),
        ("DELETE", "/v1/account", {"password": "correct horse battery"}),
        ("POST", "/v1/appeals", {"text": "Nobody who decides would read this."}),
    ):
        refused = tester.send(method, path, json_body=body)
        assert (refused.status, refused.error["code"]) == (409, "invalid_state"), path
        assert "live key" in refused.error["message"]
    assert customer.send("GET", "/v1/account").json == before
    mails = f"SELECT FROM xavira_ground.mails WHERE account_id = '{customer.account_id}'"
    assert site.rows(mails) == []


def test_an_operators_key_is_never_a_test_key(customer: Customer) -> None:
    """The scope `admin` is not given."""
    refused = customer.send("POST", "/v1/test_keys", json_body={"scopes": ["admin"]})
    assert refused.status in {400, 422}


def test_an_account_on_hold_tests_nothing_either(
    site: Site, customer: Customer, tester: Customer
) -> None:
    """403 for its test keys as for its live ones, until the hold ends."""
    character_id = tester.character()
    hold = operating.suspend_account(customer.account_id, actor="operator")
    site.ledger.append(hold).result(60)
    for reply in (
        tester.send("GET", "/v1/balance"),
        tester.image(character_id),
        tester.send("POST", "/v1/test_keys", json_body={}),
    ):
        assert (reply.status, reply.error["code"]) == (403, "account_suspended")
    customer.appeal()
    release = operating.release_account(customer.account_id, actor="operator")
    site.ledger.append(release).result(60)
    assert tester.image(character_id).status == 201


def test_erasing_an_account_erases_both_books(
    site: Site, customer: Customer, tester: Customer
) -> None:
    """Keys, bytes and texts of both are gone."""
    images = [client.image(client.character()) for client in (customer, tester)]
    paths = [image.json["output_url"].removeprefix(BASE) for image in images]
    assert [site.send("GET", path).status for path in paths] == [200, 200]
    test = ErasedBook(book="test", ledger=site.test_ledger, object_store=site.test_objects)
    eraser = Eraser(
        database_url=site.database_url,
        ledger=site.ledger,
        object_store=site.objects,
        actor="test",
        test=test,
    )
    assert eraser.erase(customer.account_id).deleted == 2
    assert [site.send("GET", path).status for path in paths] == [410, 410]
    assert {client.send("GET", "/v1/balance").status for client in (customer, tester)} == {401}


def _output_key(site: Site, generation_id: str) -> str:
    stream_id = UUID(generation_id)
    state = site.test_ledger.load([stream_id]).result(60)[stream_id].state
    assert isinstance(state, Generation)
    assert isinstance(state.ending, GenerationCompleted)
    return state.ending.output_key


async def _remove(site: Site) -> None:
    """What the relay of the test book does about deletions in its log."""
    changes = net_changes(site.test_ledger.read(0, site.test_ledger.head()))
    removals = [change for change in changes if isinstance(change, Remove)]
    with connect(site.database_url, role="xavira_work", book="test") as connection:
        queue.step(connection, removals)
    calls = StoreCalls(site.test_objects)
    async with async_pool(site.database_url, role="xavira_work", book="test") as pool:
        remover = Remover(
            ledger=site.test_ledger,
            calls=calls,
            pool=pool,
            leading_seconds=lambda: 0.0,
            at_hand=AtHand(),
        )
        assert await remover.remove_due() >= 1
    calls.close()


def test_old_test_outputs_are_deleted_and_live_ones_stay(
    site: Site, customer: Customer, tester: Customer
) -> None:
    """Their URLs answer 410 and the relay removes their bytes; generation and statement stay."""
    images = [client.image(client.character()) for client in (customer, tester)]
    paths = [image.json["output_url"].removeprefix(BASE) for image in images]
    site.project()
    site.project("test")
    old = OldOutputs(site.database_url, site.test_ledger)
    assert site.wait(old.delete()) == 0
    assert site.wait(old.delete(age=timedelta(0))) >= 1
    assert [site.send("GET", path).status for path in paths] == [200, 410]
    generation_id = images[1].json["generation_id"]
    key = _output_key(site, generation_id)
    assert site.test_objects.get(key).data == f"picture of {generation_id}".encode()
    site.wait(_remove(site))
    with pytest.raises(ObjectMissing):
        site.test_objects.get(key)
    kept = tester.send("GET", f"/v1/generations/{generation_id}").json
    assert (kept["status"], tester.available()) == ("completed", 999)
