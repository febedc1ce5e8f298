"""API keys over HTTP: made, read, named, capped, rotated and revoked by their account."""

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from adapters.keys import KEY_PATTERN, issue_key, parse_key
from adapters.web.guards.key_uses import KeyUses
from adapters.web.guards.rate_limits import LIMITS
from tests.adapters.web.asgi import Reply
from tests.adapters.web.customer import Customer
from tests.adapters.web.site import Site
from tests.stack import wait_for


def _with(customer: Customer, secret: str) -> Customer:
    """The same account with another key."""
    return Customer(customer.site, customer.account_id, secret, None)


def _made(customer: Customer, *, key: str | None = None, **body: Any) -> Reply:
    headers = [] if key is None else [("Idempotency-Key", key)]
    return customer.send("POST", "/v1/keys", json_body=body, headers=headers)


def test_a_key_is_made_and_shown_once(site: Site, customer: Customer) -> None:
    """It works at once; later reads tell how it looks and never what it is."""
    reply = _made(customer, name="staging", cap={"credits": 2, "period": "month"})
    assert reply.status == 201
    made = reply.json
    secret = made["secret"]
    assert parse_key(secret) is not None
    assert (made["prefix"], made["last4"]) == (secret[:13], secret[-4:])
    assert made["name"] == "staging"
    assert made["scopes"] == ["generate", "read"]
    assert (made["status"], made["rotated"], made["livemode"]) == ("active", False, True)
    cap = {name: made["cap"][name] for name in ("credits", "period", "spent", "remaining")}
    assert cap == {"credits": 2, "period": "month", "spent": 0, "remaining": 2}
    assert reply.header("location") == f"/v1/keys/{made['key_id']}"
    assert _with(customer, secret).send("GET", "/v1/balance").status == 200
    read = customer.send("GET", f"/v1/keys/{made['key_id']}")
    assert read.status == 200
    assert read.json == {name: value for name, value in made.items() if name != "secret"} | {
        "last_used_at": read.json["last_used_at"]
    }
    assert secret not in read.body.decode()


def test_a_capped_key_stops_where_the_other_goes_on(site: Site, customer: Customer) -> None:
    """402 with what is left and when it resets; the balance is the other key's to spend."""
    secret = _made(customer, cap={"credits": 1, "period": "day"}).json["secret"]
    staging = _with(customer, secret)
    character_id = customer.character()
    assert staging.image(character_id).status == 201
    refused = staging.image(character_id)
    assert (refused.status, refused.error["code"]) == (402, "key_spend_limit_reached")
    assert refused.error["resets_at"].endswith("T00:00:00Z")
    assert customer.image(character_id).status == 201


def test_repeating_the_request_makes_no_second_key(site: Site, customer: Customer) -> None:
    """The key is told again, without its secret; another request with that key is refused."""
    first = _made(customer, key="k1", name="ci")
    again = _made(customer, key="k1", name="ci")
    assert again.status == 201
    assert again.json["key_id"] == first.json["key_id"]
    assert again.json["secret"] is None
    assert again.header("idempotent-replayed") == "true"
    other = _made(customer, key="k1", name="other")
    assert (other.status, other.error["code"]) == (422, "idempotency_key_reused")
    assert len(customer.send("GET", "/v1/keys").json["data"]) == 2


def test_one_idempotency_key_serves_one_route(site: Site, customer: Customer) -> None:
    """Either way round."""
    character_id = customer.character()
    _made(customer, key="both")
    image = customer.image(character_id, key="both")
    assert (image.status, image.error["code"]) == (422, "idempotency_key_reused")
    assert customer.image(character_id, key="image").status == 201
    made = _made(customer, key="image")
    assert (made.status, made.error["code"]) == (422, "idempotency_key_reused")


def test_twenty_requests_at_once_make_one_key(site: Site, customer: Customer) -> None:
    """One of them learns the secret."""
    wish = {"json_body": {"name": "x"}, "headers": [("Idempotency-Key", "at-once")]}
    replies = site.send_all(customer.ask("POST", "/v1/keys", **wish) for _ in range(20))
    assert {reply.status for reply in replies} == {201}
    assert len({reply.json["key_id"] for reply in replies}) == 1
    assert sum(reply.json["secret"] is not None for reply in replies) == 1


@pytest.mark.parametrize(
    ("body", "status", "param"),
    [
        ({"name": ""}, 422, "name"),
        ({"name": "x" * 65}, 422, "name"),
        ({"scopes": []}, 422, "scopes"),
        ({"scopes": ["everything"]}, 422, "scopes[0]"),
        ({"cap": {"credits": -1, "period": "day"}}, 422, "cap.credits"),
        ({"cap": {"credits": 1, "period": "year"}}, 422, "cap.period"),
        ({"cap": {"credits": 1}}, 400, "cap.period"),
        ({"expires_at": "2020-01-01T00:00:00Z"}, 422, "expires_at"),
        ({"expires_at": "2099-01-01T00:00:00Z"}, 422, "expires_at"),
        ({"tier": "unlimited"}, 400, "tier"),
    ],
)
def test_a_bad_wish_is_refused(
    customer: Customer, body: dict[str, Any], status: int, param: str
) -> None:
    """Naming the field."""
    reply = _made(customer, **body)
    assert (reply.status, reply.error["param"]) == (status, param)


def test_a_key_is_changed_so_often_a_minute_and_revoked_at_any_time(
    site: Site, customer: Customer
) -> None:
    """Every change of a cap stays in the log for ever, and costs nothing."""
    site.freeze()
    path = f"/v1/keys/{_made(customer).json['key_id']}"
    wishes = [{"cap": {"credits": number, "period": "day"}} for number in range(31)]
    changed = [customer.send("PATCH", path, json_body=wish) for wish in wishes]
    assert [reply.status for reply in changed] == [200] * 30 + [429]
    assert customer.send("DELETE", path).status == 200


def test_keys_are_made_so_often_a_minute(
    site: Site, customer: Customer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rotated and test keys count, repeated requests do not; revoking is always possible."""
    monkeypatch.setitem(LIMITS["new_key"], "base", 3)
    site.freeze()
    wish: dict[str, Any] = {"json_body": {}, "headers": [("Idempotency-Key", "first")]}
    first = customer.send("POST", "/v1/keys", **wish)
    path = f"/v1/keys/{first.json['key_id']}"
    assert customer.send("POST", f"{path}:rotate").status == 201
    tried = [("Idempotency-Key", "try")]
    assert customer.send("POST", "/v1/test_keys", headers=tried).status == 201
    for made in ("/v1/keys", f"{path}:rotate", "/v1/test_keys"):
        refused = customer.send("POST", made)
        assert (refused.status, refused.error["code"]) == (429, "rate_limited")
        assert refused.header("ratelimit-policy") == '"new_key";q=3;w=60'
    assert customer.send("POST", "/v1/keys", **wish).json["secret"] is None
    assert customer.send("POST", "/v1/test_keys", headers=tried).json["api_key"] is None
    assert customer.send("DELETE", path).status == 200


@pytest.mark.parametrize("noted", ["use", "name"])
def test_nothing_is_noted_of_a_key_while_it_is_erased(
    site: Site, customer: Customer, noted: str
) -> None:
    """Neither a use nor a name that comes just then is left behind."""

    async def use() -> None:
        async with site.pool() as pool:
            uses = KeyUses(pool)
            uses.note(customer.key_id, datetime(2030, 5, 5, tzinfo=UTC))
            await uses.write()

    def note() -> object:
        if noted == "use":
            return site.wait(use())
        return customer.send("PATCH", f"/v1/keys/{customer.key_id}", json_body={"name": "mine"})

    notes = f"FROM xavira_ground.key_notes WHERE key_id = '{customer.key_id}'"
    with (
        psycopg.connect(site.database_url) as eraser,
        ThreadPoolExecutor(1) as elsewhere,
    ):
        eraser.execute("DELETE FROM xavira_ground.key_hashes WHERE key_id = %s", (customer.key_id,))
        eraser.execute(f"DELETE {notes}".encode())
        noting = elsewhere.submit(note)
        waits = "SELECT 1 FROM pg_locks WHERE NOT granted AND locktype = 'transactionid'"
        wait_for(lambda: noting.done() or site.rows(waits) != [])
        eraser.commit()
        noting.result(30)
    assert site.rows(f"SELECT key_id {notes}") == []


def test_a_key_makes_none_that_may_do_more(site: Site, customer: Customer) -> None:
    """403 for a scope it lacks, for making keys without the scope, for rotating a wider one."""
    narrow = _made(customer, scopes=["account"]).json
    helper = _with(customer, narrow["secret"])
    refused = _made(helper, scopes=["generate"])
    assert (refused.status, refused.error["code"]) == (403, "insufficient_scope")
    assert _made(helper, scopes=["account"]).json["scopes"] == ["account"]
    wider = helper.send("POST", f"/v1/keys/{customer.key_id}:rotate", json_body={})
    assert (wider.status, wider.error["code"]) == (403, "insufficient_scope")
    reader = _with(customer, _made(customer, scopes=["read"]).json["secret"])
    assert _made(reader).error["code"] == "insufficient_scope"
    assert reader.send("GET", "/v1/keys").error["code"] == "insufficient_scope"
    assert reader.send("GET", "/v1/balance").status == 200


def test_a_capped_key_opens_no_second_purse_by_a_rotation(site: Site, customer: Customer) -> None:
    """403 for a key without its cap; its own rotation keeps the cap."""
    cap = {"credits": 1, "period": "day"}
    capped = _made(customer, scopes=["generate", "read", "account"], cap=cap).json
    helper = _with(customer, capped["secret"])
    refused = helper.send("POST", f"/v1/keys/{customer.key_id}:rotate", json_body={})
    assert (refused.status, refused.error["code"]) == (403, "insufficient_scope")
    assert customer.send("GET", f"/v1/keys/{customer.key_id}").json["rotated"] is False
    own = helper.send("POST", f"/v1/keys/{capped['key_id']}:rotate", json_body={})
    assert (own.status, own.json["cap"]["credits"]) == (201, 1)


def test_a_key_makes_none_that_outlives_it(site: Site, customer: Customer) -> None:
    """Made or rotated, of whichever book, and whoever's key it replaces: it ends with its maker at
    the latest, 403 for more. A key without an end may make one of any life.
    """
    now = datetime.now(UTC).replace(microsecond=0)
    end, sooner, later = ((now + timedelta(days=days)).isoformat() for days in (2, 1, 3))
    scopes = ["generate", "read", "account"]
    lent = _made(customer, scopes=scopes, expires_at=end).json
    helper = _with(customer, lent["secret"])
    refused = [
        _made(helper, expires_at=later),
        *(
            helper.send("POST", f"/v1/keys/{key_id}:rotate", json_body={"expires_at": later})
            for key_id in (lent["key_id"], customer.key_id)
        ),
    ]
    told = {(reply.status, reply.error["code"]) for reply in refused}
    assert told == {(403, "insufficient_scope")}
    assert _ends(_made(helper)) == datetime.fromisoformat(end)
    assert _ends(_made(helper, expires_at=sooner)) == datetime.fromisoformat(sooner)
    test_secret = helper.send("POST", "/v1/test_keys").json["api_key"]
    (test_key,) = _with(customer, test_secret).send("GET", "/v1/keys").json["data"]
    assert datetime.fromisoformat(test_key["expires_at"]) == datetime.fromisoformat(end)
    own = helper.send("POST", f"/v1/keys/{lent['key_id']}:rotate", json_body={})
    assert _ends(own) == datetime.fromisoformat(end)
    assert _ends(_made(customer, expires_at=later)) == datetime.fromisoformat(later)


def test_a_rotated_key_makes_none_that_goes_on_after_it(site: Site, customer: Customer) -> None:
    """What leaked before a rotation is worth nothing after its overlap."""
    path = f"/v1/keys/{customer.key_id}"
    new = customer.send("POST", f"{path}:rotate", json_body={"overlap_hours": 1}).json
    ends_at = _with(customer, new["secret"]).send("GET", path).json["expires_at"]
    assert _ends(_made(customer)) == datetime.fromisoformat(ends_at)


def _ends(made: Reply) -> datetime:
    assert made.status == 201, made
    return datetime.fromisoformat(made.json["expires_at"])


def test_the_end_of_a_key_is_told_in_utc(customer: Customer) -> None:
    """Wherever its maker is; the request is the same only with the same words."""
    end = (datetime.now(UTC) + timedelta(days=9)).replace(microsecond=0)
    words = end.astimezone(timezone(timedelta(hours=5, minutes=30))).isoformat()
    told = end.isoformat().replace("+00:00", "Z")
    made = _made(customer, key="zoned", expires_at=words)
    assert (made.status, made.json["expires_at"]) == (201, told)
    path = f"/v1/keys/{made.json['key_id']}"
    assert customer.send("GET", path).json["expires_at"] == told
    again = _made(customer, key="zoned", expires_at=words)
    assert (again.status, again.header("idempotent-replayed")) == (201, "true")
    assert again.json == made.json | {"secret": None}
    other = _made(customer, key="zoned", expires_at=told)
    assert (other.status, other.error["code"]) == (422, "idempotency_key_reused")
    new = customer.send("POST", f"{path}:rotate", json_body={"expires_at": words})
    assert (new.status, new.json["expires_at"]) == (201, told)


@pytest.mark.parametrize("end", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"])
def test_an_end_that_utc_has_no_year_for_is_refused(customer: Customer, end: str) -> None:
    """Out of bounds like any other, for new keys and rotated ones."""
    rotation = f"/v1/keys/{customer.key_id}:rotate"
    for path in ("/v1/keys", rotation):
        refused = customer.send("POST", path, json_body={"expires_at": end})
        assert (refused.status, refused.error["param"]) == (422, "expires_at"), path


def test_keys_are_listed_newest_first(site: Site, customer: Customer) -> None:
    """In pages."""
    made = [_made(customer, name=f"key {n}").json["key_id"] for n in range(3)]
    first = customer.send("GET", "/v1/keys?limit=3").json
    assert [key["key_id"] for key in first["data"]] == made[::-1]
    rest = customer.send("GET", f"/v1/keys?limit=3&cursor={first['next_cursor']}").json
    assert [key["key_id"] for key in rest["data"]] == [str(customer.key_id)]
    assert rest["next_cursor"] is None


def test_a_key_is_named_and_capped(site: Site, customer: Customer) -> None:
    """What is left out stays; null takes away. What it spent already counts at once."""
    customer.image(customer.character())
    path = f"/v1/keys/{customer.key_id}"
    named = customer.send("PATCH", path, json_body={"name": "main"})
    assert (named.status, named.json["name"], named.json["cap"]) == (200, "main", None)
    cap = {"credits": 5, "period": "lifetime"}
    capped = customer.send("PATCH", path, json_body={"cap": cap}).json
    spent = {"spent": 1, "remaining": 4, "resets_at": None}
    assert (capped["name"], capped["cap"]) == ("main", cap | spent)
    bare = customer.send("PATCH", path, json_body={"name": None}).json
    assert (bare["name"], bare["cap"]) == (None, cap | spent)


def test_only_another_key_lifts_a_cap(site: Site, customer: Customer) -> None:
    """A capped key can neither change caps nor make keys, whatever its scopes."""
    cap = {"credits": 1, "period": "day"}
    made = _made(customer, scopes=["account"], cap=cap).json
    capped, path = _with(customer, made["secret"]), f"/v1/keys/{made['key_id']}"
    for refused in (
        capped.send("PATCH", path, json_body={"cap": None}),
        capped.send("PATCH", path, json_body={"cap": cap | {"credits": 1_000}}),
        _made(capped, scopes=["account"]),
    ):
        assert (refused.status, refused.error["code"]) == (403, "insufficient_scope")
    assert capped.send("PATCH", path, json_body={"name": "mine"}).status == 200
    assert customer.send("PATCH", path, json_body={"cap": None}).json["cap"] is None


def test_a_name_is_sealed(site: Site, customer: Customer) -> None:
    """No table and no event holds it readable."""
    name = f"canary {uuid4().hex}"
    key_id = _made(customer, name=name).json["key_id"]
    with psycopg.connect(site.database_url) as connection:
        query = "SELECT sealed_name FROM xavira_ground.key_notes WHERE key_id = %s"
        row = connection.execute(query, (key_id,)).fetchone()
    assert row is not None
    assert row[0] is not None
    assert name.encode() not in row[0]
    assert all(name not in str(recorded.event) for recorded in site.ledger.read(0, 100_000))


def test_a_revoked_key_is_told_as_such(site: Site, customer: Customer) -> None:
    """It opens nothing from then on; revoking again is fine, itself included."""
    made = _made(customer).json
    path = f"/v1/keys/{made['key_id']}"
    assert [customer.send("DELETE", path).json["status"] for _ in range(2)] == ["revoked"] * 2
    assert _with(customer, made["secret"]).send("GET", "/v1/balance").status == 401
    own = customer.send("DELETE", f"/v1/keys/{customer.key_id}")
    assert (own.status, own.json["status"]) == (200, "revoked")
    assert customer.send("GET", "/v1/balance").status == 401


@pytest.mark.parametrize("wish", [{"name": "mine"}, {"cap": {"credits": 1, "period": "day"}}, {}])
def test_a_revoked_key_is_not_changed(site: Site, customer: Customer, wish: dict[str, Any]) -> None:
    """409, and it stays as it was; a rotated key is changed as ever, and so is its successor."""
    made = _made(customer, name="ci").json
    path = f"/v1/keys/{made['key_id']}"
    new = customer.send("POST", f"{path}:rotate", json_body={"overlap_hours": 1}).json
    assert customer.send("PATCH", path, json_body=wish).status == 200
    revoked = customer.send("DELETE", path).json
    refused = customer.send("PATCH", path, json_body=wish)
    assert (refused.status, refused.error["code"]) == (409, "invalid_state")
    assert "revoked" in refused.error["message"]
    assert customer.send("GET", path).json == revoked
    assert customer.send("DELETE", path).json == revoked
    assert customer.send("PATCH", f"/v1/keys/{new['key_id']}", json_body=wish).status == 200


def test_a_rotation_overlaps_and_shares_the_cap(site: Site, customer: Customer) -> None:
    """Both work, with one purse; the old one ends after the overlap, and is not rotated twice."""
    path = f"/v1/keys/{customer.key_id}"
    customer.send("PATCH", path, json_body={"name": "app", "cap": {"credits": 2, "period": "week"}})
    reply = customer.send("POST", f"{path}:rotate", json_body={"overlap_hours": 1})
    assert reply.status == 201
    new = reply.json
    assert (new["name"], new["scopes"]) == ("app", ["generate", "read", "account"])
    successor = _with(customer, new["secret"])
    old = successor.send("GET", path).json
    assert (old["rotated"], old["status"], old["cap_group"]) == (True, "active", new["cap_group"])
    left = datetime.fromisoformat(old["expires_at"]) - datetime.now(UTC)
    assert timedelta(minutes=59) < left <= timedelta(hours=1)
    character_id = customer.character()
    assert (customer.image(character_id).status, successor.image(character_id).status) == (201, 201)
    assert customer.image(character_id).error["code"] == "key_spend_limit_reached"
    assert successor.image(character_id).error["code"] == "key_spend_limit_reached"
    twice = successor.send("POST", f"{path}:rotate", json_body={})
    assert (twice.status, twice.error["code"]) == (409, "invalid_state")


def test_a_rotation_without_overlap_ends_the_old_key_at_once(
    site: Site, customer: Customer
) -> None:
    """And a repeated request is answered from the new one, without its secret."""
    path = f"/v1/keys/{customer.key_id}:rotate"
    wish = {"json_body": {"overlap_hours": 0}, "headers": [("Idempotency-Key", "turn")]}
    new = customer.send("POST", path, **wish).json
    assert customer.send("GET", "/v1/balance").status == 401
    again = _with(customer, new["secret"]).send("POST", path, **wish)
    assert (again.status, again.json["key_id"], again.json["secret"]) == (201, new["key_id"], None)
    other = {"json_body": {"overlap_hours": 1}, "headers": [("Idempotency-Key", "turn")]}
    reused = _with(customer, new["secret"]).send("POST", path, **other)
    assert reused.error["code"] == "idempotency_key_reused"


@pytest.mark.parametrize("hours", [-1, 169])
def test_an_overlap_is_at_most_a_week(customer: Customer, hours: int) -> None:
    """422."""
    path = f"/v1/keys/{customer.key_id}:rotate"
    reply = customer.send("POST", path, json_body={"overlap_hours": hours})
    assert (reply.status, reply.error["param"]) == (422, "overlap_hours")


def test_a_foreign_key_is_unknown(site: Site, customer: Customer) -> None:
    """404 for every verb, as for an id that nobody has, and a malformed one."""
    stranger = site.account()
    for text in (str(stranger.key_id), str(uuid4()), "x", str(customer.account_id)):
        for method, path, body in (
            ("GET", f"/v1/keys/{text}", None),
            ("PATCH", f"/v1/keys/{text}", {"name": "mine"}),
            ("DELETE", f"/v1/keys/{text}", None),
            ("POST", f"/v1/keys/{text}:rotate", {}),
        ):
            reply = customer.send(method, path, json_body=body)
            assert (reply.status, reply.error["code"]) == (404, "not_found"), (method, path)
    assert stranger.send("GET", "/v1/balance").status == 200


def test_the_last_use_is_known_to_the_minute(site: Site, customer: Customer) -> None:
    """Written beside the request, and once a minute however often it is used."""
    site.now = datetime(2030, 5, 5, 12, 0, 20, tzinfo=UTC)
    app = site.serve()
    path = f"/v1/keys/{customer.key_id}"

    def written() -> Any:
        site.wait(app.state["key_uses"].write())
        return customer.send("GET", path, app=app).json["last_used_at"]

    assert customer.send("GET", "/v1/balance", app=app).status == 200
    assert written() == "2030-05-05T12:00:00Z"
    versions = _row_version(site, customer)
    for _ in range(3):
        site.now += timedelta(seconds=10)
        assert written() == "2030-05-05T12:00:00Z"
    assert _row_version(site, customer) == versions
    site.now = datetime(2030, 5, 5, 12, 1, 0, tzinfo=UTC)
    customer.send("GET", "/v1/balance", app=app)
    assert written() == "2030-05-05T12:01:00Z"


def _row_version(site: Site, customer: Customer) -> Any:
    with psycopg.connect(site.database_url) as connection:
        query = "SELECT ctid::text FROM xavira_ground.key_notes WHERE key_id = %s"
        return connection.execute(query, (customer.key_id,)).fetchone()


def test_uses_are_written_by_the_application_itself(site: Site, customer: Customer) -> None:
    """Within seconds."""
    assert customer.send("GET", "/v1/balance").status == 200
    wait_for(lambda: _row_version(site, customer))


def test_the_end_of_a_process_loses_no_use(
    site: Site, customer: Customer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that is being written just then is written again, last of all."""
    monkeypatch.setattr("adapters.web.guards.key_uses.WRITE_SECONDS", 0.0)
    waits = "SELECT 1 FROM pg_locks WHERE NOT granted AND locktype = 'relation'"

    async def cut_off() -> None:
        async with site.pool() as pool:
            uses = KeyUses(pool)
            uses.note(customer.key_id, datetime(2030, 5, 5, tzinfo=UTC))
            running = asyncio.create_task(uses.run())
            with psycopg.connect(site.database_url) as holder:
                holder.execute("LOCK TABLE xavira_ground.key_notes IN EXCLUSIVE MODE")
                await asyncio.to_thread(wait_for, lambda: site.rows(waits))
                ending = asyncio.create_task(uses.end(running))
                await asyncio.wait([running])
            await ending

    site.wait(cut_off())
    used = f"SELECT last_used_at FROM xavira_ground.key_notes WHERE key_id = '{customer.key_id}'"
    assert site.rows(used) == [(datetime(2030, 5, 5, tzinfo=UTC),)]


def test_a_key_that_ends_by_itself(site: Site, customer: Customer) -> None:
    """Expired is told apart from revoked, and from no key at all, only to its owner."""
    ends_at = (datetime.now(UTC) + timedelta(days=1)).isoformat()
    made = _made(customer, expires_at=ends_at).json
    other = _with(customer, made["secret"])
    assert other.send("GET", "/v1/balance").status == 200
    site.now = datetime.now(UTC) + timedelta(days=2)
    expired = other.send("GET", "/v1/balance")
    unknown = issue_key("live", pepper=site.master_key.pepper).secret
    nobody = _with(customer, unknown).send("GET", "/v1/balance")
    assert (expired.status, nobody.status) == (401, 401)
    assert expired.error | {"request_id": ""} == nobody.error | {"request_id": ""}
    assert expired.header("www-authenticate") == nobody.header("www-authenticate")
    assert customer.send("GET", f"/v1/keys/{made['key_id']}").json["status"] == "expired"


def test_a_mistyped_key_costs_no_look_up(site: Site, customer: Customer) -> None:
    """With the database out of reach a key with a wrong checksum is still 401, a good one 503."""
    app = site.serve(lists=site.pool("host=127.0.0.1 port=1"))
    for position in (9, 20, 38, 44):
        wrong = "x" if customer.secret[position] != "x" else "y"
        mistyped = customer.secret[:position] + wrong + customer.secret[position + 1 :]
        assert _with(customer, mistyped).send("GET", "/v1/balance", app=app).status == 401
    assert customer.send("GET", "/v1/balance", app=app).status == 503


def test_a_key_of_an_older_pepper_works_and_moves_to_the_newest(site: Site) -> None:
    """Its hash is written anew at the first use; then the older pepper may go."""
    customer = site.account()
    old = site.master_key
    newer = type(old)(b"\x07" * 32, peppers=f"2:{'ab' * 32},1")
    newest = type(old)(b"\x07" * 32, peppers=f"2:{'ab' * 32}")
    assert [pepper.version for pepper in (newer.pepper, *newer.old_peppers)] == [2, 1]

    def served(master_key: Any) -> Any:
        return site.serve(**site.hashing(master_key))

    assert customer.send("GET", "/v1/balance", app=served(newest)).status == 401
    both = served(newer)
    assert customer.send("GET", "/v1/balance", app=both).status == 200
    assert customer.send("GET", "/v1/balance", app=both).status == 200
    assert customer.send("GET", "/v1/balance", app=served(newest)).status == 200
    with psycopg.connect(site.database_url) as connection:
        query = "SELECT pepper FROM xavira_ground.key_hashes WHERE key_id = %s"
        assert connection.execute(query, (customer.key_id,)).fetchone() == (2,)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("1", f"1,2:{'ab' * 32}"),
        (f"1,2:{'ab' * 32}", f"2:{'ab' * 32},1"),
        (f"2:{'ab' * 32},1", f"2:{'ab' * 32}"),
    ],
)
def test_keys_made_while_processes_are_given_new_peppers_work_on_all(
    site: Site, before: str, after: str
) -> None:
    """Each step of the documented order, half of it done: what either process makes works on both,
    whoever meets it first and meets it again.
    """
    customer = site.account()
    old, new = (
        site.serve(**site.hashing(type(site.master_key)(b"\x07" * 32, peppers=listed)))
        for listed in (before, after)
    )
    if "1" not in after.split(","):  # its last step waits until no key is under version 1
        assert customer.send("GET", "/v1/balance", app=old).status == 200
    wish = {"name": "mine", "scopes": ["read"]}
    made = [
        customer.send("POST", "/v1/keys", json_body=wish, app=app).json["secret"]
        for app in (old, new, old, new)
    ]
    for number, secret in enumerate(made):
        order = (old, new, old) if number < 2 else (new, old, new)
        used = [_with(customer, secret).send("GET", "/v1/balance", app=app) for app in order]
        assert [reply.status for reply in used] == [200] * 3, (number, before, after)


def test_a_key_never_goes_back_to_an_older_pepper(site: Site) -> None:
    """A process that does not prefer the newer one yet leaves its keys where they are."""
    customer = site.account()
    for listed, version in ((f"2:{'ab' * 32},1", 2), (f"1,2:{'ab' * 32}", 2)):
        hashing = site.hashing(type(site.master_key)(b"\x07" * 32, peppers=listed))
        reply = customer.send("GET", "/v1/balance", app=site.serve(**hashing))
        assert reply.status == 200
        query = f"SELECT pepper FROM xavira_ground.key_hashes WHERE key_id = '{customer.key_id}'"
        assert site.rows(query) == [(version,)]


def test_secret_scanners_find_keys_with_the_published_expression(site: Site) -> None:
    """It stands in the page for customers, and finds every key in a text and nothing else."""
    page = Path("docs/howto/keys.md").read_text()
    assert KEY_PATTERN in page
    issued = [
        issue_key(book, pepper=site.master_key.pepper).secret
        for book in ("live", "test")
        for _ in range(100)
    ]
    text = "\n".join(f'XAVIRA_KEY="{secret}" # {number}' for number, secret in enumerate(issued))
    assert [match[0] for match in re.finditer(KEY_PATTERN, text)] == issued
    assert re.search(KEY_PATTERN, "xav_live_ and xav_test_ are what keys begin with") is None
    assert parse_key(issued[0][:-1] + ("0" if issued[0][-1] != "0" else "1")) is None
