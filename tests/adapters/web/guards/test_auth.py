"""Keys: every route wants one unless it says otherwise, and all refusals look alike."""

import json
import re
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from adapters.keys import issue_key
from adapters.web.app import handlers
from domain.event import Event
from domain.ids import AccountId
from domain.ledger import AccountSuspended, KeyRevoked
from domain.ports import Command, Decision
from tests.adapters.web.asgi import Reply
from tests.adapters.web.customer import Customer
from tests.adapters.web.site import Site

OPEN = {
    ("GET", "/livez"),
    ("GET", "/metrics"),
    ("GET", "/readyz"),
    ("GET", "/schema"),
    ("GET", "/v1/checkpoint"),
    ("GET", "/v1/checkpoint/consistency"),
    ("GET", "/v1/errors"),
    ("GET", "/v1/errors/{code:str}"),
    ("GET", "/v1/models"),
    ("GET", "/v1/packs"),
    ("POST", "/payments/{provider:str}/webhook"),
    ("GET", "/llms.txt"),
    ("POST", "/v1/provenance:verify"),
    ("POST", "/v1/reports"),
    ("GET", "/v1/reports/{receipt:str}"),
    ("POST", "/v1/accounts"),
    ("POST", "/v1/email_verifications:confirm"),
    ("POST", "/v1/password_resets"),
    ("POST", "/v1/password_resets:confirm"),
    ("POST", "/v1/sessions"),
    ("GET", "/o/{generation_id:str}/{file:str}"),
    ("HEAD", "/o/{generation_id:str}/{file:str}"),
    ("GET", "/o/test/{generation_id:str}/{file:str}"),
    ("HEAD", "/o/test/{generation_id:str}/{file:str}"),
}
"""All routes that need no key; a new one must be written down here."""

ROUTES = sorted(
    (str(getattr(method, "value", method)), path)
    for handler in handlers()
    for path in handler.paths
    for method in handler.http_methods
)


def _filled(path: str) -> str:
    """The path with an unknown but well-formed id, and the verb where a route wants one."""
    unknown = str(uuid4())
    for name in ("generation_id", "character_id", "account_id", "key_id"):
        path = path.replace(f"{{{name}:str}}", unknown)
    return path.replace("{file:str}", "x.png").replace("{provider:str}", "nobody")


def _alike(reply: Reply) -> tuple[int, dict[str, object], str | None]:
    error = {name: value for name, value in reply.error.items() if name != "request_id"}
    return reply.status, error, reply.header("www-authenticate")


UNAUTHORIZED = (
    401,
    {
        "code": "unauthorized",
        "message": "The API key is missing, malformed, unknown, expired or revoked.",
        "retry": "never",
        "doc_url": "https://media.example/v1/errors/unauthorized",
        "param": None,
    },
    "Bearer",
)


def _append(site: Site, account_id: AccountId, event: Event) -> None:
    command = Command(
        streams=(account_id,), decide=lambda states, now: Decision(events={account_id: [event]})
    )
    site.ledger.append(command).result(60)


@pytest.mark.parametrize(("method", "path"), [r for r in ROUTES if r not in OPEN])
def test_a_route_without_a_key_is_unauthorized(site: Site, method: str, path: str) -> None:
    """Also before the body is looked at."""
    assert _alike(site.send(method, _filled(path))) == UNAUTHORIZED


@pytest.mark.parametrize(("method", "path"), sorted(OPEN))
def test_an_open_route_asks_for_no_key(site: Site, method: str, path: str) -> None:
    """Whatever else it answers."""
    assert (method, path) in ROUTES
    assert site.send(method, _filled(path)).status != 401


@pytest.mark.parametrize(("method", "path"), [r for r in ROUTES if r not in OPEN])
def test_a_revoked_key_opens_no_route(site: Site, method: str, path: str) -> None:
    """Reads included; the account stream is asked each time."""
    customer = site.account()
    assert customer.send("GET", "/v1/balance").status == 200
    _append(site, customer.account_id, KeyRevoked(key_id=customer.key_id, actor="test"))
    path = _filled(path)
    verbs = {
        "characters": ":archive",
        "generations": ":cancel",
        "keys": ":rotate",
        "webhook_endpoints": ":test",
        "webhook_deliveries": ":replay",
    }
    part = path.split("/")[2]
    if method == "POST" and path.count("/") == 3:
        path += verbs.get(part, "")
    body = {"character_id": "x", "prompt": "x"}
    if part == "webhook_deliveries:replay":
        body = {"endpoint_id": str(uuid4()), "since": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"}
    reply = customer.send(method, path, json_body=body)
    assert _alike(reply) == UNAUTHORIZED


def test_an_account_on_hold_is_told_so(site: Site) -> None:
    """403 account_suspended, for reads too."""
    customer = site.account()
    _append(site, customer.account_id, AccountSuspended(suspended=True, actor="test"))
    reply = customer.send("GET", "/v1/balance")
    assert (reply.status, reply.error["code"]) == (403, "account_suspended")
    assert "POST /v1/appeals" in reply.error["message"]
    assert customer.appeal()


def _mistyped(secret: str) -> str:
    return secret[:-1] + ("a" if secret[-1] != "a" else "b")


def test_every_bad_key_gets_the_same_answer(site: Site, customer: Customer) -> None:
    """Unknown, mistyped, of the other book, of another scheme, oversized, not ASCII."""
    unknown = issue_key("live", pepper=site.master_key.pepper).secret
    test_book = issue_key("test", pepper=site.master_key.pepper).secret
    good = customer.secret
    values: list[list[tuple[str, str]]] = [
        [("Authorization", value)]
        for value in (
            "",
            "Bearer",
            "Bearer ",
            f"Bearer {unknown}",
            f"Bearer {test_book}",
            f"Bearer {_mistyped(good)}",
            f"Bearer {good}x",
            f"Bearer {good} {good}",
            f"Basic {good}",
            f"Bearer,{good}",
            good,
            "Bearer " + "x" * 4000,
            "Bearer \xff\xfe",
            "Bearer xav_live_" + "é" * 36,
        )
    ]
    values.append([("X-Api-Key", good)])
    for headers in values:
        assert _alike(site.send("GET", "/v1/balance", headers=headers)) == UNAUTHORIZED, headers


def test_the_scheme_is_matched_without_case(site: Site, customer: Customer) -> None:
    """As RFC 9110 has it."""
    headers = [("authorization", f"bearer {customer.secret}")]
    assert site.send("GET", "/v1/balance", headers=headers).status == 200


@pytest.mark.parametrize("path", ["/v1/balance", "/v1/models", "/livez", "/nowhere"])
def test_a_key_in_the_url_is_refused_everywhere(customer: Customer, path: str) -> None:
    """400, so that nobody gets used to it; also beside a good header."""
    reply = customer.send("GET", f"{path}?api_key={customer.secret}")
    assert (reply.status, reply.error["code"]) == (400, "invalid_request")
    assert customer.secret not in json.dumps(reply.error)
    encoded = customer.secret.replace("_", "%5f")
    assert customer.send("GET", f"{path}?api_key={encoded}").status == 400


def test_no_path_that_looks_like_an_open_one_is_open(site: Site) -> None:
    """Openness belongs to a route, not to a pattern."""
    for path in ("/v1/generations/livez", "/v1/characters/readyz", "/v1/generations/models"):
        assert site.send("GET", path).status == 401


def test_tenants_cannot_see_or_touch_each_other(site: Site) -> None:
    """Every route with an id answers a foreign, an unknown and a malformed id alike."""
    owner, stranger = site.account(), site.account()
    character_id = owner.character()
    generation_id = owner.image(character_id).json["generation_id"]
    asked = {
        "/v1/characters/{}": ("GET", character_id),
        "/v1/characters/{}:archive": ("POST", character_id),
        "/v1/generations/{}": ("GET", generation_id),
        "/v1/generations/{}:cancel": ("POST", generation_id),
        "/v1/generations/{}/output": ("DELETE", generation_id),
        "/v1/generations/{}/events": ("GET", generation_id),
        "/v1/keys/{}": ("DELETE", str(owner.key_id)),
        "/v1/appeals/{}": ("GET", owner.appeal()),
    }
    with_ids = {
        re.sub(r"\{\w+_id:str\}", "{}", path)
        for _, path in ROUTES
        if path.startswith("/v1/") and "_id:" in path
    }
    elsewhere = {path for path in with_ids if path.startswith("/v1/webhook_")}
    assert with_ids - elsewhere == {path for path in asked if ":" not in path}
    for path, (method, foreign) in asked.items():
        other_kind = generation_id if foreign == character_id else character_id
        answers = {
            name: _alike(stranger.send(method, path.format(text)))
            for name, text in {
                "foreign": foreign,
                "unknown": str(uuid4()),
                "malformed": "x",
                "upper case": foreign.upper(),
                "odd": "%00",
                "another kind": other_kind,
                "itself": str(stranger.account_id),
            }.items()
        }
        assert set(map(str, answers.values())) == {str(answers["unknown"])}, answers
        assert answers["unknown"][0] == 404
    assert owner.send("GET", f"/v1/characters/{character_id}").json["archived"] is False
    reply = stranger.image(character_id)
    assert (reply.status, reply.error["code"]) == (404, "not_found")


def test_lists_show_only_what_is_ones_own(site: Site) -> None:
    """A foreign id as a filter finds nothing."""
    owner, stranger = site.account(), site.account()
    character_id = owner.character()
    owner.image(character_id)
    site.project()
    for path in (
        "/v1/characters",
        "/v1/generations",
        f"/v1/generations?character_id={character_id}",
    ):
        assert stranger.send("GET", path).json["data"] == []
        assert len(owner.send("GET", path).json["data"]) == 1
