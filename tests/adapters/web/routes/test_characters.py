"""Characters over HTTP."""

from typing import Any

import pytest

from tests.adapters.web.asgi import Reply
from tests.adapters.web.customer import Customer
from tests.adapters.web.site import Site

MIA = {
    "model_id": "realistic-sharp",
    "name": "Mia",
    "traits": {
        "age": 26,
        "ethnicity": "hispanic",
        "hairLength": "LONG",
        "hairColor": "brown",
        "breastSize": "medium",
    },
}


def _create(customer: Customer, **changes: Any) -> Reply:
    return customer.send("POST", "/v1/characters", json_body=MIA | changes)


def test_a_character_is_created_with_canonical_traits(customer: Customer) -> None:
    """A model that conditions on a face prepares it first."""
    reply = _create(customer)
    assert reply.status == 201
    character = reply.json
    assert character["model_id"] == "realistic-sharp"
    assert character["name"] == "Mia"
    assert character["traits"] == {
        "age": 26,
        "ethnicity": "Hispanic",
        "hairLength": "long",
        "hairColor": "brown",
        "breastSize": "medium",
    }
    assert character["status"] == "preparing"
    assert character["archived"] is False
    assert character["livemode"] is True
    assert character["created_at"].endswith("Z")
    assert reply.header("location") == f"/v1/characters/{character['character_id']}"
    assert int(reply.header("xavira-position") or "0") > 0
    read = customer.send("GET", f"/v1/characters/{character['character_id']}")
    assert (read.status, read.json) == (200, character)


def test_a_model_without_a_face_is_ready_at_once(customer: Customer) -> None:
    """And a character needs no name."""
    reply = customer.send(
        "POST", "/v1/characters", json_body={"model_id": "anime", "traits": {"age": 18}}
    )
    assert (reply.json["status"], reply.json["name"]) == ("ready", None)


@pytest.mark.parametrize(
    ("change", "status", "param"),
    [
        ({"model_id": "unknown"}, 422, "model_id"),
        ({"traits": {"age": 17}}, 422, "traits.age"),
        ({"traits": {"age": 81}}, 422, "traits.age"),
        ({"traits": {}}, 422, "traits.age"),
        ({"traits": {"age": 26, "hairColor": "plaid"}}, 422, "traits.hairColor"),
        ({"traits": {"age": 26, "shoeSize": "40"}}, 422, "traits.shoeSize"),
        ({"name": "n" * 65}, 422, "name"),
        ({"name": 7}, 400, "name"),
        ({"traits": "age 26"}, 400, "traits"),
        ({"traits": {"age": 18.5}}, 400, "traits.age"),
        ({"traits": {"age": 26, "hairColor": None}}, 400, "traits.hairColor"),
        ({"traits": {"age": 26, "n" * 99: []}}, 400, "traits." + "n" * 64),
    ],
)
def test_what_a_character_cannot_be_is_named(
    customer: Customer, change: dict[str, Any], status: int, param: str
) -> None:
    """Unsupported values are 422, wrong shapes 400."""
    reply = _create(customer, **change)
    assert (reply.status, reply.error["param"]) == (status, param)


def test_an_unsupported_value_comes_with_the_supported_ones(customer: Customer) -> None:
    """`allowed` lists them."""
    reply = _create(customer, traits={"age": 26, "hairLength": "floor"})
    assert reply.error["allowed"] == ["short", "medium", "long"]
    assert "anime" in _create(customer, model_id="x").error["allowed"]


def test_a_refused_name_is_blocked_at_the_character_stage(customer: Customer) -> None:
    """422 moderation_blocked; nothing is created."""
    reply = _create(customer, name="12 year old")
    assert (reply.status, reply.error["code"]) == (422, "moderation_blocked")
    assert reply.error["stage"] == "character"


def test_an_archived_character_stays_readable(customer: Customer) -> None:
    """Archiving again is fine."""
    character_id = customer.character()
    for _ in range(2):
        reply = customer.send("POST", f"/v1/characters/{character_id}:archive")
        assert (reply.status, reply.json["archived"]) == (200, True)
    assert customer.send("GET", f"/v1/characters/{character_id}").json["archived"] is True


def test_an_unknown_verb_is_no_method(customer: Customer) -> None:
    """405 with the methods there are."""
    character_id = customer.character()
    for path in (f"/v1/characters/{character_id}:explode", f"/v1/characters/{character_id}"):
        reply = customer.send("POST", path)
        assert (reply.status, reply.error["code"]) == (405, "method_not_allowed")
        assert reply.header("allow") == "GET"


@pytest.mark.parametrize(
    ("method", "path", "allow"),
    [
        ("POST", "/v1/keys/x", "DELETE, GET, PATCH"),
        ("POST", "/v1/webhook_endpoints/x:explode", "DELETE, GET, PATCH"),
        ("PUT", "/v1/balance/", "GET"),
        ("GET", "/v1/characters/x:archive", "POST"),
        ("DELETE", "/v1/keys/x:rotate", "POST"),
        ("PATCH", "/v1/webhook_endpoints/x:test", "POST"),
        ("HEAD", "/v1/generations/x:cancel", "POST"),
    ],
)
def test_a_verb_has_methods_of_its_own(
    customer: Customer, method: str, path: str, allow: str
) -> None:
    """405 with all of them, whichever the thing in front of it has."""
    reply = customer.send(method, path)
    assert (reply.status, reply.header("allow")) == (405, allow)


def test_characters_are_listed_newest_first_in_pages(site: Site, customer: Customer) -> None:
    """Pages follow on each other without gap or repetition."""
    ids = [customer.character(name=f"n{number}") for number in range(5)]
    site.project()
    seen: list[str] = []
    cursor = ""
    for _ in range(3):
        page = customer.send("GET", f"/v1/characters?limit=2{cursor}").json
        seen += [character["character_id"] for character in page["data"]]
        cursor = f"&cursor={page['next_cursor']}"
    assert page["next_cursor"] is None
    assert seen == list(reversed(ids))


def test_a_list_item_is_what_a_read_answers(site: Site, customer: Customer) -> None:
    """One shape."""
    character_id = customer.character()
    site.project()
    (listed,) = customer.send("GET", "/v1/characters").json["data"]
    assert listed == customer.send("GET", f"/v1/characters/{character_id}").json


def test_thirty_characters_a_minute(site: Site, customer: Customer) -> None:
    """The 31st is 429; a retry of an accepted one is not counted."""
    site.freeze()
    body = {"model_id": "anime", "traits": {"age": 30}}

    def create(key: str) -> Reply:
        return customer.send(
            "POST", "/v1/characters", json_body=body, headers=[("Idempotency-Key", key)]
        )

    assert {create(f"c{number}").status for number in range(30)} == {201}
    assert create("c0").status == 201
    reply = create("c30")
    assert (reply.status, reply.error["code"]) == (429, "rate_limited")
    assert int(reply.header("retry-after") or "0") >= 1
