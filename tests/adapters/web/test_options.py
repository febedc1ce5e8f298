"""What else a request may say, and what every list can be asked."""

import json
from datetime import datetime
from uuid import UUID

import pytest

from adapters.web.app import openapi_json
from domain.generation import Generation
from domain.ids import GenerationId
from tests.adapters.web.customer import Customer
from tests.adapters.web.routes.admin.operator import hire
from tests.adapters.web.site import Site


def _claimed(site: Site, generation_id: str) -> Generation:
    stream_id = GenerationId(UUID(generation_id))
    state = site.ledger.load([stream_id]).result(30)[stream_id].state
    assert isinstance(state, Generation)
    return state


def test_a_seed_is_chosen_and_told(site: Site, customer: Customer) -> None:
    """Another one for each request; the one that is told is the one that is drawn with."""
    character_id = customer.character()
    images = [customer.image(character_id).json for _ in range(3)]
    seeds = [image["seed"] for image in images]
    assert len(set(seeds)) == 3
    assert all(0 <= seed < 2**32 for seed in seeds)
    assert [_claimed(site, image["generation_id"]).requested.seed for image in images] == seeds


@pytest.mark.parametrize("seed", [0, 4_294_967_295])
def test_a_seed_may_be_any_of_32_bits(customer: Customer, seed: int) -> None:
    """The first and the last one."""
    assert customer.image(customer.character(), seed=seed).json["seed"] == seed


@pytest.mark.parametrize("picture", ["png", "webp", "jpeg"])
def test_a_format_is_drawn_as_asked(site: Site, customer: Customer, picture: str) -> None:
    """The claim that consumers render from has it."""
    image = customer.image(customer.character(), format=picture).json
    assert image["format"] == picture
    assert _claimed(site, image["generation_id"]).requested.format == picture


def test_a_negative_prompt_is_kept_and_added_to(customer: Customer) -> None:
    """It is told as it was sent, and is the first of the negative layer."""
    image = customer.image(customer.character(), negative_prompt="rain, umbrella").json
    (layer,) = [one for one in image["enhancement"]["layers"] if one["name"] == "negative"]
    assert image["negative_prompt"] == "rain, umbrella"
    assert layer["text"].startswith("rain, umbrella")


def test_raw_words_are_sent_as_they_are(customer: Customer) -> None:
    """No quality and no identity; the safety layer stays."""
    image = customer.image(customer.character(), raw_prompt=True, prompt="a red kite").json
    assert image["enhanced_prompt"] == "adult, age 26, a red kite"


def test_a_deadline_counts_from_the_request(site: Site, customer: Customer) -> None:
    """Work that nobody has started by then expires."""
    site.freeze()
    character_id = customer.character()
    short = customer.image(character_id, deadline_seconds=90).json["generation_id"]
    usual = customer.image(character_id).json["generation_id"]
    deadlines = [_claimed(site, one).requested.deadline_at for one in (short, usual)]
    assert deadlines == [
        datetime.fromisoformat("2031-01-01T12:02:00+00:00"),
        datetime.fromisoformat("2031-01-01T13:00:30+00:00"),
    ]


def _waiting_lists() -> list[str]:
    """Paths of what takes `min_position`."""
    return [
        path
        for path, operations in json.loads(openapi_json())["paths"].items()
        if "get" in operations
        and "min_position" in {one["name"] for one in operations["get"]["parameters"]}
    ]


def test_every_list_can_be_told_to_wait() -> None:
    """Whatever answers pages to an account takes `min_position`, so that writes can be read."""
    document = json.loads(openapi_json())
    schemas = document["components"]["schemas"]
    waiting = {}
    for path, operations in document["paths"].items():
        operation = operations.get("get", {"responses": {"200": {}}, "security": []})
        content = operation["responses"]["200"].get("content", {})
        schema = content.get("application/json", {}).get("schema", {}).get("$ref", "")
        paged = "next_cursor" in schemas.get(schema.rpartition("/")[2], {}).get("properties", {})
        if paged and operation["security"]:
            names = {parameter["name"] for parameter in operation["parameters"]}
            waiting[path] = "min_position" in names
    assert set(waiting) >= {"/v1/characters", "/v1/generations", "/v1/keys", "/v1/ledger"}
    assert [path for path, waits in waiting.items() if not waits] == []


def test_a_list_waits_for_no_more_than_two_seconds(site: Site, customer: Customer) -> None:
    """A position that never comes makes no error: the list is as fresh as it can be, and says how
    fresh that is.
    """
    customer.character()
    site.project()
    reply = customer.send("GET", "/v1/characters?min_position=9223372036854775807")
    assert (reply.status, len(reply.json["data"])) == (200, 1)
    assert reply.header("xavira-position") == str(site.ledger.head())


@pytest.mark.parametrize("path", _waiting_lists())
def test_every_list_says_how_far_it_is(site: Site, path: str) -> None:
    """What was asked for, or less where the list is not there; nothing where nobody asked."""
    operator, customer = hire(site), site.account()
    client = operator if path.startswith("/admin/") else customer
    asked = path.format(account_id=customer.account_id)
    site.project()
    reply = client.send("GET", f"{asked}?min_position=1")
    behind = path.startswith("/v1/webhook_")  # nothing sends webhooks here
    assert (reply.status, reply.header("xavira-position")) == (200, "0" if behind else "1")
    assert client.send("GET", asked).header("xavira-position") is None
