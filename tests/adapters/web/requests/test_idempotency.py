"""One key, one piece of work: replays join it, others are refused, nothing is paid twice."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from adapters.web.answers.problems import Problem
from adapters.web.requests.idempotency import parse
from domain.generation import GenerationRequested
from tests.adapters.web.asgi import Reply
from tests.adapters.web.customer import Customer
from tests.adapters.web.site import Site


def _without_request_headers(reply: Reply) -> tuple[int, bytes, str | None]:
    return reply.status, reply.body, reply.header("location")


def test_a_replay_of_finished_work_is_the_same_byte_for_byte(
    site: Site, customer: Customer
) -> None:
    """Status, body and Location; marked as replayed; one credit; no rate token."""
    site.freeze()
    character_id = customer.character()
    first = customer.image(character_id, key="k1")
    again = customer.image(character_id, key="k1")
    assert _without_request_headers(again) == _without_request_headers(first)
    assert first.header("idempotent-replayed") is None
    assert again.header("idempotent-replayed") == "true"
    assert again.header("x-request-id") != first.header("x-request-id")
    assert again.header("x-ratelimit-remaining") == "59"
    assert customer.available() == 24


@pytest.mark.parametrize("outcome", ["fail", "timeout", "expire", "block", "cancel"])
def test_a_replay_of_work_that_ended_is_the_same_byte_for_byte(
    customer: Customer, outcome: str
) -> None:
    """The error belongs to the work: even its request id is a function of it."""
    character_id = customer.outcome(outcome).character()
    first = customer.image(character_id, key="k1")
    again = customer.image(character_id, key="k1")
    assert _without_request_headers(again) == _without_request_headers(first)
    assert again.header("idempotent-replayed") == "true"
    assert customer.available() == 25


def test_a_replay_of_open_work_joins_it(customer: Customer) -> None:
    """202 with the same id and price."""
    character_id = customer.outcome("hold").character()
    first = customer.image(character_id, key="k1", prefer="respond-async")
    again = customer.image(character_id, key="k1", prefer="respond-async")
    assert again.status == 202
    assert again.json["generation_id"] == first.json["generation_id"]
    assert again.header("idempotent-replayed") == "true"
    assert customer.available() == 24


def test_fifty_parallel_requests_with_one_key_are_one_generation(customer: Customer) -> None:
    """All answer 201 with the same bytes; one credit moves."""
    character_id = customer.character()
    replies = customer.site.send_all(
        customer.image_task(character_id, key="burst") for _ in range(50)
    )
    assert {reply.status for reply in replies} == {201}
    assert len({reply.body for reply in replies}) == 1
    assert customer.available() == 24


def test_field_order_spacing_and_prefer_do_not_make_another_request(customer: Customer) -> None:
    """The fingerprint is of what is asked, not of how it is written."""
    character_id = customer.character()
    headers = [("Idempotency-Key", "k1"), ("Content-Type", "application/json")]
    written = [
        f'{{"character_id":"{character_id}","prompt":"smiling","seed":1}}',
        f'{{ "seed": 1,\n "prompt": "\\u0073miling", "character_id": "{character_id}" }}',
    ]
    first = customer.send("POST", "/v1/images:generate", headers=headers, body=written[0].encode())
    again = customer.send(
        "POST",
        "/v1/images:generate",
        headers=[*headers, ("Prefer", "wait=3")],
        body=written[1].encode(),
    )
    assert first.status == 201
    assert again.body == first.body


def test_a_fingerprint_knows_only_what_was_sent(site: Site, customer: Customer) -> None:
    """An optional field that a later version adds leaves the fingerprints of old requests alone."""
    character_id = customer.character()
    customer.image(character_id, key="k1")
    claims = [
        recorded.event
        for recorded in site.ledger.read(0, 100_000)
        if isinstance(recorded.event, GenerationRequested)
    ]
    sent = f'{{"character_id":"{character_id}","prompt":"smiling, garden"}}'
    canonical = f'["POST","/v1/images:generate",{sent}]'.encode()
    newest = claims[-1]
    assert newest.fingerprint == site.vault.fingerprint(newest.account_id, canonical)


def test_ids_of_works_begin_with_the_time(customer: Customer) -> None:
    """Without a key with that of the request; with a UUIDv7 as key with that of the key."""
    character_id = customer.character()
    generation_id = UUID(customer.image(character_id).json["generation_id"])
    told = datetime.fromtimestamp((generation_id.int >> 80) / 1000, UTC)
    assert generation_id.version == 7
    assert abs(datetime.now(UTC) - told) < timedelta(minutes=5)
    claimed = customer.image(character_id, key="019ab3c4-d5e6-7f01-8203-0405060708ff")
    assert claimed.json["generation_id"].startswith("019ab3c4-d5e6-8")


def test_a_quoted_key_is_the_bare_key(customer: Customer) -> None:
    """RFC 8941 strings and bare tokens name the same claim."""
    character_id = customer.character()
    bare = customer.image(character_id, key="k-1")
    quoted = customer.image(character_id, key='"k-1"')
    assert quoted.json["generation_id"] == bare.json["generation_id"]


def test_a_key_with_another_body_is_refused(customer: Customer) -> None:
    """422 idempotency_key_reused, and nothing of the first request shows."""
    character_id = customer.character()
    customer.image(character_id, key="k1")
    reply = customer.image(character_id, key="k1", prompt="another wish")
    assert reply.status == 422
    assert reply.error["code"] == "idempotency_key_reused"
    assert sorted(reply.error) == ["code", "doc_url", "message", "param", "request_id", "retry"]
    assert reply.header("x-ratelimit-remaining") == "59"
    assert reply.header("ratelimit-policy") == '"image";q=60;w=60'
    assert customer.available() == 24


def test_a_key_on_another_route_is_refused(customer: Customer) -> None:
    """Characters, images and videos share the keys of an account."""
    character_id = customer.character()
    image = customer.image(character_id, key="k1").json["generation_id"]
    replies = [
        customer.send(
            "POST",
            "/v1/characters",
            json_body={"model_id": "anime", "traits": {"age": 30}},
            headers=[("Idempotency-Key", "k1")],
        ),
        customer.send(
            "POST",
            "/v1/videos:generate",
            json_body={"source_generation_id": image, "prompt": "smiling, garden"},
            headers=[("Idempotency-Key", "k1")],
        ),
    ]
    assert [(r.status, r.error["code"]) for r in replies] == [
        (422, "idempotency_key_reused"),
        (422, "idempotency_key_reused"),
    ]


def test_two_accounts_may_use_the_same_key(site: Site) -> None:
    """A key is scoped to its account."""
    one, other = site.account(), site.account()
    first = one.image(one.character(), key="same")
    second = other.image(other.character(), key="same")
    assert (first.status, second.status) == (201, 201)
    assert first.json["generation_id"] != second.json["generation_id"]


def test_a_retry_meets_no_archived_character(customer: Customer) -> None:
    """Work that is charged already is answered, whatever became of the character."""
    character_id = customer.character()
    first = customer.image(character_id, key="k1")
    customer.send("POST", f"/v1/characters/{character_id}:archive")
    assert customer.image(character_id, key="k1").body == first.body


def test_a_refusal_does_not_use_the_key_up(site: Site, customer: Customer) -> None:
    """Top up and repeat with the same key."""
    character_id = customer.character()
    for number in range(25):
        customer.image(character_id, key=f"spend-{number}", prefer="respond-async")
    assert customer.image(character_id, key="k1").status == 402
    site.grant(customer.account_id, 1)
    assert customer.image(character_id, key="k1").status == 201


def test_a_replayed_character_is_the_same_character(customer: Customer) -> None:
    """201 again, marked, and only one character."""
    body = {"model_id": "anime", "name": "Mia", "traits": {"age": 26}}
    replies = [
        customer.send("POST", "/v1/characters", json_body=body, headers=[("Idempotency-Key", "c1")])
        for _ in range(2)
    ]
    assert [reply.status for reply in replies] == [201, 201]
    assert replies[0].body == replies[1].body
    assert replies[1].header("idempotent-replayed") == "true"


@pytest.mark.parametrize(
    "key", ["", "x" * 256, "with space", '"unclosed', "näh", "tab\tinside", '""', "\x7f"]
)
def test_a_bad_key_is_refused_before_anything_else(customer: Customer, key: str) -> None:
    """400 idempotency_key_invalid."""
    reply = customer.image("not even an id", key=key)
    assert reply.status == 400
    assert reply.error["code"] == "idempotency_key_invalid"


def test_a_key_sent_twice_is_refused(customer: Customer) -> None:
    """Even when both are the same."""
    reply = customer.send(
        "POST",
        "/v1/images:generate",
        json_body={},
        headers=[("Idempotency-Key", "a"), ("Idempotency-Key", "a")],
    )
    assert (reply.status, reply.error["code"]) == (400, "idempotency_key_invalid")


@pytest.mark.parametrize(
    ("value", "key"),
    [("abc", "abc"), ('"abc"', "abc"), (' "abc" ', "abc"), ('"a\\"b"', 'a"b'), ('a"b', 'a"b')],
)
def test_a_key_reads_the_same_quoted_and_bare(value: str, key: str) -> None:
    """Escapes of a quoted key are undone."""
    assert parse(value) == key


def test_255_characters_are_a_key_and_256_are_not() -> None:
    """The bound is on the key, not on its quotes."""
    assert parse('"' + "k" * 255 + '"') == "k" * 255
    with pytest.raises(Problem):
        parse('"' + "k" * 256 + '"')


def test_deleting_the_output_changes_no_replay(customer: Customer) -> None:
    """A terminal answer is a function of the claim and the ending alone, byte for byte."""
    character_id = customer.character()
    first = customer.image(character_id, key="k")
    path = f"/v1/generations/{first.json['generation_id']}/output"
    assert customer.send("DELETE", path).status == 200
    again = customer.image(character_id, key="k")
    assert (again.status, again.body) == (201, first.body)
    assert again.header("xavira-position") == first.header("xavira-position")
