"""The headers of answers are those that the document tells."""

import json
from typing import Any
from urllib.parse import urlsplit

from adapters.web.app import handlers, openapi_json
from adapters.web.openapi.headers import HEADERS, RATE_LIMIT, REQUEST_ID
from adapters.web.openapi.operations import operations_of
from adapters.web.openapi.shared import answer_of
from tests.adapters.web.asgi import Reply
from tests.adapters.web.customer import Customer
from tests.adapters.web.routes.admin.operator import hire
from tests.adapters.web.site import Site

DOCUMENT: dict[str, Any] = json.loads(openapi_json())
COUNTED = set(RATE_LIMIT)
IMAGES = "POST /v1/images:generate"
GENERATION = "GET /v1/generations/{generation_id}"


def told(reply: Reply, operation: str) -> set[str]:
    """Headers of ours that came, without the one that always comes: each is one of the document,
    there and in its answer.
    """
    method, path = operation.split(" ")
    answers = DOCUMENT["paths"][path][method.lower()]["responses"]
    documented = answer_of(DOCUMENT, answers[str(reply.status)])["headers"]
    named = {name.lower(): name for name in HEADERS}
    came = {named[name] for name, _ in reply.headers if name in named}
    assert REQUEST_ID in came
    assert came <= documented.keys()
    return came - {REQUEST_ID}


def test_a_generation_says_where_it_is_and_whether_it_was_asked_before(customer: Customer) -> None:
    """Finished, joined, and still open."""
    character_id = customer.character()
    image = customer.image(character_id, key="once", prefer="wait=60")
    joined = customer.image(character_id, key="once", prefer="wait=60")
    assert (image.status, joined.status) == (201, 201)
    always = {"Location", "Xavira-Position", "Preference-Applied"}
    assert told(image, IMAGES) == always | COUNTED
    assert told(joined, IMAGES) - COUNTED == always | {"Idempotent-Replayed"}
    open_one = customer.outcome("hold").image(character_id, prefer="respond-async")
    assert open_one.status == 202
    assert told(open_one, IMAGES) == always | COUNTED | {"Retry-After"}


def test_a_generation_that_ended_badly_says_where_it_is(customer: Customer) -> None:
    """In the answer of who waited for it."""
    character_id = customer.character()
    failed = customer.outcome("fail").image(character_id, prefer="wait=60")
    assert failed.status == 500
    assert {"Location", "Xavira-Position"} <= told(failed, IMAGES)


def test_what_was_made_says_where_it_is(site: Site, customer: Customer) -> None:
    """A character, a key and an endpoint; an act has a position."""
    character = {"model_id": "anime", "traits": {"age": 26}}
    endpoint = {"url": "https://hooks.example/x"}
    for path, body in (
        ("/v1/characters", character),
        ("/v1/keys", {"name": "staging"}),
        ("/v1/webhook_endpoints", endpoint),
    ):
        made = customer.send("POST", path, json_body=body)
        assert made.status == 201, made
        assert told(made, f"POST {path}") == {"Location", "Xavira-Position"} | COUNTED
    act = hire(site).act(f"accounts/{customer.account_id}/tiers", tier="scale")
    assert act.status == 201
    assert "Xavira-Position" in told(act, "POST /admin/v1/accounts/{account_id}/tiers")


def test_a_test_key_says_nowhere_that_the_live_book_knows(customer: Customer) -> None:
    """Its place and its position are those of the other book; the document tells neither."""
    made = customer.send("POST", "/v1/test_keys")
    assert made.status == 201
    assert told(made, "POST /v1/test_keys") == COUNTED
    answers = DOCUMENT["paths"]["/v1/test_keys"]["post"]["responses"]
    assert {"Location", "Xavira-Position"}.isdisjoint(answers["201"]["headers"])


def test_a_generation_is_read_with_its_tag(customer: Customer) -> None:
    """And once more, unchanged; its bytes have one, too."""
    image = customer.image(customer.character(), prefer="wait=60")
    generation_id = image.json["generation_id"]
    path = f"/v1/generations/{generation_id}"
    read = customer.send("GET", path)
    assert told(read, GENERATION) == {"ETag", "Xavira-Position"}
    again = customer.send("GET", path, headers=[("If-None-Match", str(read.header("etag")))])
    assert again.status == 304
    assert told(again, GENERATION) == {"ETag", "Xavira-Position"}
    url = read.json["output_url"]
    part = customer.send("GET", urlsplit(url).path, headers=[("Range", "bytes=0-1")])
    assert part.status == 206
    assert told(part, "GET /o/{generation_id}/{file}") == {"ETag", "Content-Range"}


def test_a_list_and_a_file_say_what_is_theirs(site: Site, customer: Customer) -> None:
    """How far a list is, and what the file is called."""
    site.project()
    told_to_wait = customer.send("GET", "/v1/ledger?min_position=1")
    assert told(told_to_wait, "GET /v1/ledger") == {"Xavira-Position"}
    table = customer.send("GET", "/v1/ledger?format=csv")
    assert told(table, "GET /v1/ledger") == {"Content-Disposition"}


def test_a_refusal_says_what_to_do(site: Site) -> None:
    """Without a key; and when the minute is full, where the caller stands and when to come back."""
    stranger = site.send("GET", "/v1/balance")
    assert told(stranger, "GET /v1/balance") == {"WWW-Authenticate"}
    site.freeze()
    hasty = site.account()
    body = {"text": "Please look again."}
    replies = [hasty.send("POST", "/v1/appeals", json_body=body) for _ in range(6)]
    assert replies[-1].status == 429
    assert told(replies[-1], "POST /v1/appeals") == {"Retry-After"} | COUNTED


def test_only_who_waits_takes_a_preference() -> None:
    """What ignores `Prefer` does not say that it takes it."""
    waiting = [
        (path, method)
        for path, operations in DOCUMENT["paths"].items()
        for method, operation in operations.items()
        if any(parameter["name"] == "Prefer" for parameter in operation["parameters"])
    ]
    assert waiting == [("/v1/images:generate", "post"), ("/v1/videos:generate", "post")]


def test_every_header_of_a_route_is_explained() -> None:
    """A header that a route says to have is in the list of all."""
    said = {
        name
        for handler in handlers()
        for operation in operations_of(handler.opt)
        for name in operation.headers
    }
    assert said >= {"Location", "ETag"}
    assert said <= HEADERS.keys()
