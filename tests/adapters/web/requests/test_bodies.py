"""What no client should send: every malformed request has a 4xx answer and none a 5xx."""

import json
import re
from datetime import datetime

import msgspec
import pytest

from adapters.web.answers.lists import position_of
from adapters.web.answers.problems import Problem
from adapters.web.app import openapi_json
from adapters.web.requests.bodies import BodyRoom, decode, shaped
from tests.adapters.web.asgi import Reply
from tests.adapters.web.customer import Customer
from tests.adapters.web.site import Site

JSON = ("Content-Type", "application/json")

MALFORMED = {
    "empty": b"",
    "cut off": b'{"model_id": "anime"',
    "trailing": b"{} {}",
    "invalid utf-8": b'{"model_id": "\xff"}',
    "utf-16": '{"model_id": "anime"}'.encode("utf-16"),
    "byte order mark": b'\xef\xbb\xbf{"model_id": "anime"}',
    "nul escape": b'{"model_id": "a\\u0000"}',
    "nul in a name": b'{"model\\u0000": 1}',
    "raw nul": b'{"model_id": "a\x00"}',
    "lone surrogate": b'{"model_id": "\\ud800"}',
    "reversed surrogates": b'{"model_id": "\\udc00\\ud800"}',
    "nan": b'{"model_id": NaN}',
    "infinity": b'{"model_id": -Infinity}',
    "huge exponent": b'{"model_id": 1e999}',
    "huge integer": b'{"model_id": ' + b"9" * 5000 + b"}",
    "beyond 64 bit": b'{"model_id": 9223372036854775808}',
    "deep arrays": b"[" * 100_000,
    "deep objects": b'{"a":' * 20_000 + b"1" + b"}" * 20_000,
    "33 levels": b"[" * 33 + b"]" * 33,
    "repeated field": b'{"model_id": "anime", "model_id": "anime"}',
    "single quotes": b"{'model_id': 'anime'}",
    "comment": b'{"model_id": "anime"} // hi',
    "array": b"[]",
    "string": b'"anime"',
    "null": b"null",
    "number": b"7",
    "missing field": b'{"model_id": "anime"}',
    "unknown field": b'{"model_id": "anime", "traits": {"age": 26}, "x": 1}',
    "wrong type": b'{"model_id": 7, "traits": {"age": 26}}',
    "wrong inner type": b'{"model_id": "anime", "traits": {"age": 26.5}}',
    "boolean trait": b'{"model_id": "anime", "traits": {"age": true}}',
    "nested trait": b'{"model_id": "anime", "traits": {"age": [26]}}',
}


@pytest.mark.parametrize("name", MALFORMED)
@pytest.mark.parametrize("path", ["/v1/characters", "/v1/images:generate", "/v1/videos:generate"])
def test_a_malformed_body_is_a_bad_request(customer: Customer, path: str, name: str) -> None:
    """400 invalid_request with the usual shape, charged nothing."""
    reply = customer.send("POST", path, headers=[JSON], body=MALFORMED[name])
    assert (reply.status, reply.error["code"]) == (400, "invalid_request")
    assert reply.error["request_id"] == reply.header("x-request-id")
    assert customer.available() == 25


def _optional_bodies(customer: Customer) -> list[tuple[str, int]]:
    """Every POST in whose body nothing is required, and what it answers."""
    wish = {"url": "https://hooks.example/xavira"}
    endpoint = customer.send("POST", "/v1/webhook_endpoints", json_body=wish).json
    return [
        ("/v1/test_keys", 201),
        ("/v1/keys", 201),
        (f"/v1/keys/{customer.key_id}:rotate", 201),
        (f"/v1/webhook_endpoints/{endpoint['endpoint_id']}:rotate_secret", 200),
    ]


def test_a_body_in_which_nothing_is_required_may_be_left_out(customer: Customer) -> None:
    """With or without a Content-Type; what is sent all the same must be JSON."""
    for path, status in _optional_bodies(customer):
        text = customer.send("POST", path, headers=[("Content-Type", "text/plain")], body=b"{}")
        assert (text.status, text.error["code"]) == (415, "unsupported_media_type"), path
        assert customer.send("POST", path).status == status, path
    assert customer.send("POST", "/v1/keys", headers=[JSON]).status == 201


def test_the_document_says_which_bodies_may_be_left_out() -> None:
    """`requestBody.required` is false there and nowhere else."""
    optional = {
        path
        for path, operations in json.loads(openapi_json())["paths"].items()
        for operation in operations.values()
        if not operation.get("requestBody", {"required": True})["required"]
    }
    assert optional == {
        "/v1/test_keys",
        "/v1/keys",
        "/v1/keys/{key_id}:rotate",
        "/v1/webhook_endpoints/{endpoint_id}:rotate_secret",
    }


SILENT = {
    ("/v1/characters/{character_id}:archive", 200),
    ("/v1/generations/{generation_id}:cancel", 200),
    ("/v1/webhook_endpoints/{endpoint_id}:test", 409),
    ("/v1/webhook_deliveries/{delivery_id}:replay", 404),
    ("/v1/email_verifications", 202),
}
"""POSTs without a body, and what they answer: the endpoint is disabled, and has no delivery."""


def test_where_there_is_nothing_to_say_a_body_is_refused(site: Site, customer: Customer) -> None:
    """Before anything is done; none at all and an empty object are the same."""
    character_id = customer.outcome("hold").character()
    generation_id = customer.image(character_id, prefer="respond-async").json["generation_id"]
    wish = {"url": "https://hooks.example/xavira"}
    endpoint_id = customer.send("POST", "/v1/webhook_endpoints", json_body=wish).json["endpoint_id"]
    customer.send("PATCH", f"/v1/webhook_endpoints/{endpoint_id}", json_body={"enabled": False})
    head = site.ledger.head()
    for template, status in sorted(each for each in SILENT if each[1] != 404):
        path = template.replace("{character_id}", character_id)
        path = path.replace("{endpoint_id}", endpoint_id)
        path = re.sub(r"\{\w+\}", generation_id, path)
        for body in (b'{"dry_run": true}', b"[]", b"null", b"garbage", b"\xff"):
            refused = customer.send("POST", path, headers=[JSON], body=body)
            assert (refused.status, refused.error["code"]) == (400, "invalid_request"), path
        assert customer.send("POST", path, body=b"garbage").status == 415
        assert site.ledger.head() == head
        for options in ({"json_body": {}}, {}, {"headers": [JSON]}):
            assert customer.send("POST", path, **options).status == status, path
        head = site.ledger.head()


def test_nothing_is_deleted_where_a_body_says_something(site: Site, customer: Customer) -> None:
    """A wish that nobody reads is none to delete; no body and an empty object are the same."""
    character_id = customer.character()
    generation_id = customer.image(character_id).json["generation_id"]
    wish = {"url": "https://hooks.example/xavira"}
    endpoint_id = customer.send("POST", "/v1/webhook_endpoints", json_body=wish).json["endpoint_id"]
    key_id = customer.send("POST", "/v1/keys").json["key_id"]
    head = site.ledger.head()
    deletions = [
        f"/v1/generations/{generation_id}/output",
        f"/v1/webhook_endpoints/{endpoint_id}",
        f"/v1/keys/{key_id}",
        "/v1/sessions",
    ]
    for path in deletions:
        for body in (b'{"dry_run": true}', b"[]", b"null", b"garbage", b"\xff", b" " * 300_000):
            refused = customer.send("DELETE", path, headers=[JSON], body=body)
            assert (refused.status, refused.error["code"]) == (400, "invalid_request"), path
        refused = customer.send("DELETE", path, body=b"garbage")
        assert (refused.status, refused.error["code"]) == (400, "invalid_request"), path
        assert refused.error["message"] == "This request has no body."
        assert site.ledger.head() == head
    for path in deletions:
        assert customer.send("DELETE", path, json_body={}).status == 200, path
    for headers in ([], [JSON]):
        again = [customer.send("DELETE", path, headers=headers).status for path in deletions]
        assert again == [200, 404, 200, 200]


def test_the_document_says_where_there_is_nothing_to_say() -> None:
    """There is no `requestBody` there, and nowhere else."""
    paths = json.loads(openapi_json())["paths"].items()
    posts = {path: operations["post"] for path, operations in paths if "post" in operations}
    without = {path for path, operation in posts.items() if "requestBody" not in operation}
    assert without - {"/payments/{provider}/webhook"} == {path for path, _ in SILENT}


@pytest.mark.parametrize(
    "content_type",
    [
        None,
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json; charset=latin-1",
        "application/problem+json",
        "application/jsonp",
        "",
    ],
)
def test_another_content_type_is_refused(customer: Customer, content_type: str | None) -> None:
    """415, whatever the body says."""
    headers = [] if content_type is None else [("Content-Type", content_type)]
    reply = customer.send("POST", "/v1/characters", headers=headers, body=b"{}")
    assert (reply.status, reply.error["code"]) == (415, "unsupported_media_type")


@pytest.mark.parametrize(
    "content_type",
    ["application/json", "Application/JSON; charset=UTF-8", 'application/json;charset="utf-8"'],
)
def test_json_may_say_that_it_is_utf_8(customer: Customer, content_type: str) -> None:
    """Case and the one true charset do not matter."""
    reply = customer.send(
        "POST",
        "/v1/characters",
        headers=[("Content-Type", content_type)],
        body=b'{"model_id": "anime", "traits": {"age": 26}}',
    )
    assert reply.status == 201


def test_a_declared_size_that_is_too_large_is_refused_unread(customer: Customer) -> None:
    """413 on the header alone: the body never ends here, so reading it would hang."""
    reply = customer.send(
        "POST",
        "/v1/characters",
        headers=[JSON, ("Content-Length", str(256 * 1024 + 1))],
        endless=True,
    )
    assert (reply.status, reply.error["code"]) == (413, "payload_too_large")


def test_a_body_that_turns_out_too_large_is_refused(customer: Customer) -> None:
    """413 on the bytes that came, whatever was declared."""
    reply = customer.send(
        "POST",
        "/v1/characters",
        headers=[JSON, ("Content-Length", "2")],
        chunks=[b" " * 100_000] * 3,
        endless=True,
    )
    assert (reply.status, reply.error["code"]) == (413, "payload_too_large")


def test_a_body_in_pieces_is_one_body(customer: Customer) -> None:
    """Pieces may even cut a character."""
    whole = '{"model_id": "anime", "name": "Zoë", "traits": {"age": 26}}'.encode()
    reply = customer.send(
        "POST", "/v1/characters", headers=[JSON], chunks=[whole[:32], whole[32:36], whole[36:]]
    )
    assert (reply.status, reply.json["name"]) == (201, "Zoë")


def test_a_body_that_does_not_come_is_a_timeout(
    customer: Customer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """408 once the time for a body is over; the limit is shortened here."""
    monkeypatch.setattr("adapters.web.requests.bodies.BODY_SECONDS_MAX", 0.05)
    reply = customer.send("POST", "/v1/characters", headers=[JSON], chunks=[b"{"], endless=True)
    assert (reply.status, reply.error["code"]) == (408, "request_timeout")
    assert reply.error["retry"] == "same_key"


def test_a_compressed_body_is_refused(customer: Customer) -> None:
    """415: nothing here unpacks what a client packed."""
    headers = [JSON, ("Content-Encoding", "gzip")]
    reply = customer.send("POST", "/v1/characters", headers=headers, body=b"{}")
    assert (reply.status, reply.error["code"]) == (415, "unsupported_media_type")


def test_many_slow_bodies_do_not_fill_the_memory(
    customer: Customer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """503 once the bodies being read take what they may; those that end make room again."""
    monkeypatch.setitem(customer.site.app.state._state, "body_room", BodyRoom(100))
    monkeypatch.setattr("adapters.web.requests.bodies.BODY_SECONDS_MAX", 2.0)
    whole = b'{"model_id": "anime", "traits": {"age": 26}}'

    async def send(chunks: list[bytes], *, endless: bool) -> Reply:
        return await customer.ask(
            "POST", "/v1/characters", headers=[JSON], chunks=chunks, endless=endless
        )

    slow = customer.site.begin(send([b" " * 90], endless=True))
    refused = customer.site.wait(send([b" " * 20, whole], endless=False))
    assert (refused.status, refused.error["code"]) == (503, "temporarily_unavailable")
    assert refused.header("connection") == "close"
    assert customer.site.end(slow).status == 408
    assert customer.site.wait(send([b" " * 20, whole], endless=False)).status == 201


@pytest.mark.parametrize("count", [101, 150])
def test_too_many_headers_are_refused(customer: Customer, count: int) -> None:
    """431 before anything is looked at."""
    reply = customer.send("GET", "/v1/balance", headers=[("X-Filler", "x")] * count)
    assert (reply.status, reply.error["code"]) == (431, "headers_too_large")


def test_headers_that_are_too_large_are_refused(customer: Customer) -> None:
    """More than 32 KiB together."""
    reply: Reply = customer.send("GET", "/v1/balance", headers=[("X-Filler", "x" * 33_000)])
    assert (reply.status, reply.error["code"]) == (431, "headers_too_large")


def test_a_body_made_to_be_slow_is_read_in_linear_time() -> None:
    """Unclosed strings full of escaped quotes; a backtracking scanner would take hours."""
    with pytest.raises(Problem):
        decode(b"[" * 33 + b'"' + b'\\"' * 120_000)


def test_brackets_in_strings_are_no_nesting() -> None:
    """Only structure counts towards the depth."""
    assert decode(b'{"a": "' + b"[{" * 1000 + b'\\"["}') == {"a": "[{" * 1000 + '"['}


class _Meeting(msgspec.Struct):
    at: datetime | None = None
    after: "_Meeting | None" = None
    every: list[datetime] = []
    named: dict[str, datetime] = {}


def test_times_are_in_utc_wherever_they_stand() -> None:
    """In fields, lists and objects of a body; one without a zone has none afterwards, and one
    that UTC has no year for is what was sent.
    """
    zoned, first = "2027-12-01T00:00:00+05:30", "0001-01-01T00:00:00+14:00"
    inner = {"at": zoned, "every": [zoned, "2027-12-01T00:00:00"], "named": {"a": zoned}}
    found = shaped({"at": first, "after": inner}, _Meeting)
    assert json.loads(msgspec.json.encode(found)) == {
        "at": first,
        "after": {
            "at": "2027-11-30T18:30:00Z",
            "after": None,
            "every": ["2027-11-30T18:30:00Z", "2027-12-01T00:00:00"],
            "named": {"a": "2027-11-30T18:30:00Z"},
        },
        "every": [],
        "named": {},
    }


@pytest.mark.parametrize("cursor", ["", "x", "c", "c-1", "c1\n", "c\u0661", "c" + "9" * 20])
def test_a_cursor_in_a_body_is_looked_at_too(cursor: str) -> None:
    """422, whatever a body's own shape lets through."""
    with pytest.raises(Problem) as refused:
        position_of(cursor)
    assert refused.value.kind.code == "validation_failed"


def test_a_whole_number_may_be_written_with_a_point() -> None:
    """As JSON Schema has it; beyond 2^53 the point would change the number."""
    assert repr(decode(b"[5.0, 5e2, -0.0, 5.5, 1e17]")) == "[5, 500, 0, 5.5, 1e+17]"


def test_32_levels_are_read_and_33_are_not() -> None:
    """The bound itself."""
    decode(b"[" * 32 + b"]" * 32)
    with pytest.raises(Problem):
        decode(b"[" * 33 + b"]" * 33)


QUERIES = [
    "limit=0",
    "limit=101",
    "limit=x",
    "limit=1.5",
    "limit=10&limit=10",
    "limit=",
    "cursor=nonsense",
    "cursor=%00",
    "cursor=" + "x" * 65,
    "cursor=c-1",
    "min_position=-1",
    "min_position=9223372036854775808",
    "surprise=1",
    "limit=%ff",
]


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("path", ["/v1/ledger", "/v1/generations", "/v1/characters"])
def test_a_malformed_query_is_refused(customer: Customer, path: str, query: str) -> None:
    """400 or 422, naming the parameter, never an error of ours."""
    reply = customer.send("GET", f"{path}?{query}")
    assert reply.status in {400, 422}, reply
    assert reply.error["code"] in {"invalid_request", "validation_failed"}


@pytest.mark.parametrize("part", ["[],", "1,", '"",', "1.5,", '{"":0},'])
def test_a_body_of_very_many_parts_is_not_read(part: str) -> None:
    """It is small, and would keep the process busy for a tenth of a second."""
    with pytest.raises(Problem, match="more parts than any request"):
        decode(b"[" + part.encode() * 10_001 + b"0]")


@pytest.mark.parametrize("mark", [",", '"', ":", "[", "{"])
def test_texts_may_be_made_of_nothing_but_marks(mark: str) -> None:
    """The longest that an image takes, all of them."""
    wish = {"prompt": mark * 4000, "negative_prompt": mark * 4000, "tags": [mark * 64] * 10}
    assert decode(json.dumps(wish).encode()) == wish
