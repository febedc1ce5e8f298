"""Nobody can tell another account's things from things that do not exist, on any route there is.

The routes come from the OpenAPI document, so one that is added is swept as well; a parameter or a
field that names something this file has no rule for fails the first test.
"""

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from litestar import Litestar
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from adapters.eventstore import PostgresLedger
from adapters.postgres.connections import async_pool
from adapters.vault import PostgresVault
from adapters.web.app import openapi_json
from tests.adapters.web.asgi import Reply
from tests.adapters.web.customer import Customer
from tests.adapters.web.site import Site
from tests.faults.statement_tap import StatementTap, tapped

DOCUMENT: dict[str, Any] = json.loads(openapi_json())

OWNED = frozenset(
    {
        "account_id",
        "appeal_id",
        "character_id",
        "delivery_id",
        "endpoint_id",
        "generation_id",
        "key_id",
        "lot_id",
        "position",
        "report_id",
        "source_generation_id",
    }
)
"""Names of what belongs to one account. Each has a value in `things_of`."""

NOT_OWNED = {
    "code": "error codes are for everybody",
    "file": "named by its hash; whoever knows the URL of an output may see it",
    "model_id": "models are for everybody",
    "name": "finance reports are the operator's and have fixed names",
    "provider": "payment providers are for everybody",
    "receipt": "whoever knows the receipt of an abuse report made it",
}
"""Names that say nothing about an account, and why."""

WISHES: dict[str, dict[str, Any]] = {
    "CharacterRequest": {"model_id": "anime", "traits": {"age": 26}},
    "CheckoutRequest": {"pack": "standard"},
    "EndpointRequest": {"url": "https://hooks.example/"},
    "ImageRequest": {"prompt": "smiling"},
    "ReplayRequest": {"since": "2031-01-01T11:00:00Z"},
    "VideoRequest": {"prompt": "waves"},
}
"""Bodies that would do, without the ids; other requests need no more than their schema says."""

COUNTERS = frozenset({"x-request-id", "x-ratelimit-remaining", "ratelimit", "x-ratelimit-reset"})
"""Headers that differ from one request to the next, whatever it asks."""

DONE = (200, 201, 202, 503)
"""What a right request is answered here; 503 where it needs `work`, which does not run."""

NOTHING_SOLD = "POST /v1/checkouts"
"""Answers 422 here, whatever is ordered."""

UNKNOWN_POSITION = "900000000000000000"

USES_ARE_NOTED = "key_notes"
"""What is written every few seconds, whoever asks for what."""

ERASURES_UNASKED_SECONDS = 3600.0
SOME_FILE = f"{0:064}.png"
IN_THE_OTHER_BOOK = {
    "GET /o/test/{generation_id}/{file}",
    "HEAD /o/test/{generation_id}/{file}",
}
"""Their statements are not seen: they go to the test book on connections of its own."""


class Route:
    """One operation of the document."""

    def __init__(self, path: str, method: str, operation: dict[str, Any]) -> None:
        self.path = path
        self.method = method.upper()
        self.needs_key = bool(operation["security"])
        self.claims = any(p["name"] == "Idempotency-Key" for p in operation["parameters"])
        self.in_path = self._names(operation, "path")
        self.in_query = self._names(operation, "query")
        content = operation.get("requestBody", {}).get("content", {})
        reference = content.get("application/json", {}).get("schema", {}).get("$ref", "")
        self.wish = reference.rpartition("/")[2]
        self.in_body = sorted(_schema(self.wish).get("properties", {})) if self.wish else []

    @staticmethod
    def _names(operation: dict[str, Any], place: str) -> list[str]:
        return [p["name"] for p in operation["parameters"] if p["in"] == place]

    def __str__(self) -> str:
        return f"{self.method} {self.path}"

    def named(self) -> list[str]:
        """What it takes that names something: in the path, and ids in the query and the body."""
        ids = [name for name in (*self.in_query, *self.in_body) if name.endswith(("_id", "_ids"))]
        return [*self.in_path, *ids]

    def owned(self) -> list[str]:
        return [name for name in self.named() if name in OWNED]

    def sent(self, values: dict[str, str]) -> tuple[str, Any]:
        """Path and body that ask for these values."""
        path = self.path
        for name in self.in_path:
            path = path.replace(f"{{{name}}}", values.get(name, f"any-{name}"))
        query = [f"{name}={values[name]}" for name in self.in_query if name in values]
        body = None
        if self.wish:
            body = _minimal(_schema(self.wish)) | WISHES.get(self.wish, {})
            body |= {name: values[name] for name in self.in_body if name in values}
        return (f"{path}?{'&'.join(query)}" if query else path), body


def _schema(name: str) -> dict[str, Any]:
    found: dict[str, Any] = DOCUMENT["components"]["schemas"][name]
    return found


def _minimal(schema: dict[str, Any]) -> Any:
    """A value that the schema allows, as small as it can be."""
    if "$ref" in schema:
        return _minimal(_schema(schema["$ref"].rpartition("/")[2]))
    if "enum" in schema:
        return schema["enum"][0]
    if "anyOf" in schema:
        return _minimal(schema["anyOf"][0])
    match schema.get("type"):
        case "object":
            required = schema.get("required", [])
            return {name: _minimal(schema["properties"][name]) for name in required}
        case "integer":
            return max(1, schema.get("minimum", 1))
        case "array":
            return []
        case "boolean":
            return False
        case _:
            return "x"


ROUTES = [
    Route(path, method, operation)
    for path, operations in DOCUMENT["paths"].items()
    for method, operation in operations.items()
]


@pytest.fixture(scope="module")
def owner(served: Site) -> Customer:
    """Somebody who has one of everything."""
    return served.account(tier="unlimited")


@pytest.fixture(scope="module")
def things(served: Site, owner: Customer) -> dict[str, str]:
    """The owner's, by the names under which routes ask for them."""
    return things_of(served, owner)


@pytest.fixture
def stranger(site: Site) -> Customer:
    """Another account, which has nothing, on a clock that starts no new minute."""
    site.freeze()
    return site.account(tier="unlimited")


@pytest.fixture(scope="module")
def neighbour(served: Site) -> tuple[Customer, dict[str, str]]:
    """Another account that has one of everything too."""
    customer = served.account(tier="unlimited")
    return customer, things_of(served, customer)


def things_of(site: Site, owner: Customer) -> dict[str, str]:
    character_id = owner.character()
    generation_id = owner.image(character_id).json["generation_id"]
    hook = {"url": "https://hooks.example/mine"}
    endpoint_id = owner.send("POST", "/v1/webhook_endpoints", json_body=hook).json["endpoint_id"]
    report = {"kind": "other", "text": "a picture", "url": "https://elsewhere.example/"}
    kinds = _schema("ReportRequest")["properties"]["kind"]
    report["kind"] = _minimal(kinds)
    site.send("POST", "/v1/reports", json_body=report)
    site.project()
    entries = owner.send("GET", "/v1/ledger").json["data"]
    return {
        "account_id": str(owner.account_id),
        "appeal_id": owner.appeal(),
        "character_id": character_id,
        "delivery_id": _delivered(site, owner, endpoint_id),
        "endpoint_id": endpoint_id,
        "generation_id": generation_id,
        "key_id": _made_key(owner),
        "lot_id": owner.send("GET", "/v1/balance").json["lots"][0]["lot_id"],
        "position": str(entries[-1]["position"]),
        "report_id": str(site.rows("SELECT report_id FROM xavira_live.abuse_reports")[-1][0]),
        "source_generation_id": generation_id,
    }


def _made_key(customer: Customer) -> str:
    made = customer.send("POST", "/v1/keys", json_body={"name": "mine"})
    return str(made.json["key_id"])


def _delivered(site: Site, owner: Customer, endpoint_id: str) -> str:
    """A delivery as the reaction of `work` makes it; no process of that kind runs here."""
    delivery_id = uuid4()
    with psycopg.connect(site.database_url) as connection:
        connection.execute(
            "INSERT INTO xavira_live.webhook_deliveries (delivery_id, message_id, endpoint_id,"
            " account_id, type, subject_id, position, sequence, facts, occurred_at, state)"
            " VALUES (%s, %s, %s, %s, 'credits.low', %s, 1, 1, %s, now(), 'failed')",
            (
                *(delivery_id, uuid4(), UUID(endpoint_id), owner.account_id, owner.account_id),
                b'{"available": 3}',
            ),
        )
    return str(delivery_id)


def _random(name: str) -> str:
    return UNKNOWN_POSITION if name == "position" else str(uuid4())


def _told(reply: Reply) -> tuple[object, ...]:
    """Everything a client could tell two answers apart by, but what differs anyway."""
    body = reply.body
    for name, value in reply.headers:
        if name == "x-request-id":
            body = body.replace(value.encode(), b"")
    return reply.status, [item for item in reply.headers if item[0] not in COUNTERS], body


def _ids(routes: list[Route]) -> list[str]:
    return [str(route) for route in routes]


NAMING = [route for route in ROUTES if route.owned()]
LISTS = [route for route in ROUTES if "cursor" in route.in_query and route.needs_key]
CLAIMING = [route for route in ROUTES if route.claims]


def test_every_name_has_a_rule(things: dict[str, str]) -> None:
    """A new parameter says whether it names something of an account, and then has a value here."""
    named = {name for route in ROUTES for name in route.named()}
    assert named - OWNED - NOT_OWNED.keys() == set()
    assert set(things) == OWNED
    assert (OWNED | NOT_OWNED.keys()) - named == set()


@pytest.mark.parametrize("route", NAMING, ids=_ids(NAMING))
def test_what_is_not_yours_is_not_there(
    site: Site, stranger: Customer, things: dict[str, str], route: Route
) -> None:
    """A foreign id answers as a random or malformed one, byte for byte; nothing is recorded."""
    head = site.ledger.head()
    ask = stranger.send if route.needs_key else site.send
    filtered = route.method == "GET" and not route.in_path
    asked = [things, {name: _random(name) for name in things}]
    asked += [] if filtered else [dict.fromkeys(things, "nonsense")]
    replies = []
    for values in asked:
        path, body = route.sent({name: values[name] for name in route.owned()})
        replies.append(ask(route.method, path, json_body=body))

    foreign = replies[0]
    assert [_told(reply) for reply in replies] == [_told(foreign)] * len(replies)
    refused = 403 if route.path.startswith("/admin/") else 404
    assert foreign.status == (200 if filtered and refused == 404 else refused)
    if filtered and foreign.status == 200:
        assert foreign.json["data"] == []
    assert site.ledger.head() == head
    assert stranger.available() == 25


@contextmanager
def _watched(site: Site) -> Iterator[tuple[StatementTap, Litestar]]:
    """An application of which every statement is seen, apart from those of its own clock."""
    info = conninfo_to_dict(site.database_url)
    server_socket = Path(str(info["host"])) / f".s.PGSQL.{info.get('port', '5432')}"
    with tempfile.TemporaryDirectory() as folder, tapped(Path(folder), server_socket) as tap:
        through = make_conninfo(site.database_url, host=folder, port=5432)
        vault = PostgresVault(
            through, site.master_key, role="xavira_api", check_seconds=ERASURES_UNASKED_SECONDS
        )
        with PostgresLedger(through, role="xavira_api") as ledger:
            pool = async_pool(through, role="xavira_api")
            yield tap, site.serve(ledger=ledger, vault=vault, lists=pool)
            site.stop_others()
        vault.close()


def test_what_is_not_yours_costs_what_a_random_id_costs(
    site: Site, stranger: Customer, things: dict[str, str]
) -> None:
    """The same statements in the same order, on every route, so time tells as little as bytes."""
    ran: dict[str, list[list[str]]] = {}
    with _watched(site) as (tap, app):
        for route in NAMING:
            ask = stranger.send if route.needs_key else site.send
            random, other = ({name: _random(name) for name in things} for _ in range(2))
            for values in (random, things, other):  # the first one warms what is kept in mind
                named = {name: values[name] for name in route.owned()}
                path, body = route.sent(named | {"file": SOME_FILE})
                tap.taken()
                ask(route.method, path, json_body=body, app=app)
                statements = [each for each in tap.taken() if USES_ARE_NOTED not in each]
                ran.setdefault(str(route), []).append(statements)
    told = {route: found for route, (_, *found) in ran.items() if found[0] != found[1]}
    assert told == {}
    assert {route for route, (_, foreign, _) in ran.items() if not foreign} == IN_THE_OTHER_BOOK


@pytest.mark.parametrize("route", LISTS, ids=_ids(LISTS))
def test_a_foreign_cursor_leads_to_nothing_foreign(
    site: Site, stranger: Customer, owner: Customer, things: dict[str, str], route: Route
) -> None:
    """A cursor is a place and no right: it answers as the same place answers its own account."""
    site.project()
    cursor = f"c{things['position']}"
    reply = stranger.send(route.method, f"{route.path}?cursor={cursor}")
    foreign = [value for value in things.values() if value.encode() in reply.body]
    assert [value for value in foreign if value != things["position"]] == []
    assert reply.status in (200, 403, 422)


@pytest.mark.parametrize("route", CLAIMING, ids=_ids(CLAIMING))
def test_a_foreign_key_claims_nothing(
    owner: Customer, neighbour: tuple[Customer, dict[str, str]], route: Route
) -> None:
    """An Idempotency-Key that another account has used is as good as a new one."""
    customer, own = neighbour
    key = f"used-{route}".replace(" ", "-")
    wish = {"model_id": "anime", "traits": {"age": 26}}
    headers = [("Idempotency-Key", key)]
    assert owner.send("POST", "/v1/characters", json_body=wish, headers=headers).status == 201
    replies = []
    for sent in (key, str(uuid4())):
        values = own | {"key_id": _made_key(customer)}
        path, body = route.sent({name: values[name] for name in route.owned()})
        headers = [("Idempotency-Key", sent)]
        replies.append(customer.send(route.method, path, json_body=body, headers=headers))
    used, unused = replies
    if route.path.startswith("/admin/"):
        assert used.status == 403
    elif str(route) != NOTHING_SOLD:
        assert used.status in DONE
    assert used.status == unused.status
    assert sorted(used.json) == sorted(unused.json)
    assert used.header("idempotent-replayed") is None
