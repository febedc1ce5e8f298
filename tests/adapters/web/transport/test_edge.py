"""What every answer has in common, whoever made it."""

from uuid import UUID

import pytest
import structlog
from structlog.testing import capture_logs

from adapters.web.answers.problems import BY_STATUS
from adapters.web.openapi.catalogue import BY_CODE
from domain.errors import DomainError
from tests.adapters.web.customer import Customer
from tests.adapters.web.site import Site


def _all_refusals(kind: type[DomainError]) -> set[str]:
    return {kind.code}.union(*(_all_refusals(child) for child in kind.__subclasses__()))


def test_every_refusal_of_the_rules_is_in_the_catalogue() -> None:
    """So that none can turn into a 500."""
    assert _all_refusals(DomainError) <= set(BY_CODE)


def test_every_status_of_the_framework_has_its_code() -> None:
    """And the code has that status."""
    assert {BY_CODE[code].status: status for status, code in BY_STATUS.items()} == {
        status: status for status in BY_STATUS
    }


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/livez", 200),
        ("GET", "/v1/balance", 200),
        ("GET", "/v1/nowhere", 404),
        ("PUT", "/v1/balance", 405),
        ("GET", "/v1/images:generate", 405),
        ("GET", "/v1/balance?x=xav_live_", 400),
        ("GET", "/v1/characters/xav_test_", 400),
        ("GET", "/xav_session_", 400),
        ("POST", "/v1/characters", 415),
    ],
)
def test_every_answer_has_a_request_id_and_safe_headers(
    customer: Customer, method: str, path: str, status: int
) -> None:
    """Also those to unknown routes and wrong methods."""
    reply = customer.send(method, path)
    assert reply.status == status
    assert str(UUID(reply.header("x-request-id") or "")) == reply.header("x-request-id")
    assert reply.header("x-content-type-options") == "nosniff"
    assert reply.header("referrer-policy") == "no-referrer"
    assert reply.header("cache-control") == "no-store"
    assert reply.header("access-control-allow-origin") is None
    assert reply.header("content-type") == "application/json"
    if status >= 400:
        assert reply.error["request_id"] == reply.header("x-request-id")


def test_request_ids_differ(site: Site) -> None:
    """A client's own is not taken over."""
    ids = {
        site.send("GET", "/livez", headers=[("X-Request-Id", "mine")]).header("x-request-id")
        for _ in range(3)
    }
    assert len(ids) == 3
    assert "mine" not in ids


def test_a_wrong_method_is_told_the_right_ones(customer: Customer) -> None:
    """405 with Allow."""
    reply = customer.send("DELETE", "/v1/characters")
    assert (reply.status, reply.error["code"]) == (405, "method_not_allowed")
    allowed = {name.strip() for name in (reply.header("allow") or "").split(",")}
    assert {"GET", "POST"} <= allowed


def test_an_unknown_route_looks_like_an_unknown_thing(customer: Customer) -> None:
    """One 404 body."""
    route = customer.send("GET", "/v1/nowhere").error
    thing = customer.send("GET", "/v1/generations/x").error
    assert route | {"request_id": ""} == thing | {"request_id": ""}


@pytest.mark.parametrize(
    "path", ["/", "//", "/v1", "/v1//balance/..", "/%00", "/v1/generations/%ff", "/\u00e9", "/o"]
)
def test_odd_paths_are_not_found(customer: Customer, path: str) -> None:
    """Never an error of ours."""
    assert customer.send("GET", path).status == 404


@pytest.mark.parametrize(
    "name", ["Authorization", "Content-Type", "Content-Encoding", "Content-Length", "Host"]
)
def test_a_header_of_one_meaning_is_sent_once(customer: Customer, name: str) -> None:
    """400 also where both say the same, and on routes that need neither; the connection ends."""
    headers = [(name, "5"), (name.upper(), "5")]
    reply = customer.site.send("GET", "/livez", headers=headers)
    assert (reply.status, reply.error["code"]) == (400, "invalid_request")
    assert reply.header("connection") == "close"


@pytest.mark.parametrize(
    "headers",
    [
        [("Transfer-Encoding", "gzip, chunked")],
        [("Transfer-Encoding", "chunked"), ("Content-Length", "5")],
    ],
)
def test_a_body_has_one_length(site: Site, headers: list[tuple[str, str]]) -> None:
    """400, whichever of the two readings was meant."""
    reply = site.send("POST", "/v1/accounts", headers=headers)
    assert (reply.status, reply.error["code"]) == (400, "invalid_request")


CLOSED = ["/v1/balance", "/v1/characters", "/v1/generations", "/v1/images:generate", "/v1/ledger"]


@pytest.mark.parametrize("path", CLOSED)
@pytest.mark.parametrize(
    "shape", ["/{}", "{}/", "{}//", "/livez/..{}", "{}/livez", "{}%2f..", "{}/."]
)
def test_no_spelling_of_a_path_opens_a_route(site: Site, path: str, shape: str) -> None:
    """Without a key it is 401, 404 or 405: nothing is exempt by the text of its path."""
    for method in ("GET", "HEAD", "OPTIONS", "POST"):
        reply = site.send(method, shape.format(path))
        assert reply.status in {401, 404, 405}, (method, shape.format(path), reply)
        assert reply.header("access-control-allow-origin") is None


@pytest.mark.parametrize(
    ("path", "status", "allowed"),
    [
        ("/v1/characters", 405, "GET, POST"),
        ("/v1/characters/x:archive", 405, "POST"),
        ("/v1/nowhere", 404, None),
    ],
)
def test_options_is_answered_as_the_document_says(
    site: Site, path: str, status: int, allowed: str | None
) -> None:
    """It is no method of this API; `Allow` has those that are."""
    reply = site.send("OPTIONS", path)
    assert (reply.status, reply.header("allow")) == (status, allowed)


def test_head_has_the_headers_and_no_body(site: Site) -> None:
    """Also of an error."""
    reply = site.send("HEAD", "/v1/nowhere")
    assert (reply.status, reply.body) == (404, b"")


def test_nobody_elses_page_may_read_answers(customer: Customer) -> None:
    """A browser's question beforehand gets no permission, and no answer has one."""
    asked = [("Origin", "https://evil.example"), ("Access-Control-Request-Method", "POST")]
    before = customer.site.send("OPTIONS", "/v1/images:generate", headers=asked)
    after = customer.send("GET", "/v1/balance", headers=asked[:1])
    assert (before.status, after.status) == (405, 200)
    for reply in (before, after):
        assert not [name for name, _ in reply.headers if name.startswith("access-control-")]


def test_a_bug_is_a_500_that_tells_nothing(site: Site, customer: Customer) -> None:
    """It is logged under the request id; the answer holds no text of the exception."""

    async def broken(model_id: str) -> int:
        raise RuntimeError("secret detail")

    app = site.serve(queue_depth=broken)
    with capture_logs() as logs:
        reply = site.send("GET", "/v1/models", app=app)
    assert (reply.status, reply.error["code"]) == (500, "internal_error")
    assert b"secret detail" not in reply.body
    (failure,) = [line for line in logs if line["event"] == "request_failed"]
    assert failure["request_id"] == reply.header("x-request-id")


def test_one_line_is_logged_for_a_request(customer: Customer) -> None:
    """Route template, status, account and error code; no prompt and no key."""
    with capture_logs() as logs:
        reply = customer.image("x", prompt="unmistakable words")
    (line,) = [line for line in logs if line["event"] == "request"]
    assert line["route"] == "/v1/images:generate"
    assert line["status"] == 404
    assert line["account_id"] == str(customer.account_id)
    assert line["error_code"] == "not_found"
    assert line["request_id"] == reply.header("x-request-id")
    assert "unmistakable" not in str(logs)
    assert customer.secret not in str(logs)


def test_models_say_what_may_be_asked_of_them(site: Site) -> None:
    """Without a key."""
    models = {model["id"]: model for model in site.send("GET", "/v1/models").json["data"]}
    sharp = models["realistic-sharp"]
    assert sharp["face_conditioning"] is True
    assert sharp["price_credits"] == {"image": 1, "video": 5}
    assert sharp["traits"]["age"] == {"minimum": 18, "maximum": 80}
    assert sharp["traits"]["hairLength"] == ["short", "medium", "long"]
    assert sharp["default_resolution"] == "896x1152"
    assert sharp["queue_depth"] == 2
    assert sharp["latency"]["image"]["p50_seconds"] > 0
    assert models["anime"]["face_conditioning"] is False


def test_alive_and_ready(site: Site) -> None:
    """Both 200 while the database answers."""
    assert site.send("GET", "/livez").json == {"status": "ok"}
    assert site.send("GET", "/readyz").json == {"status": "ok"}


def test_without_a_database_nothing_is_ready_and_nothing_is_a_bug(site: Site) -> None:
    """503 with Retry-After for everything that needs it; alive all the same."""
    app = site.serve(lists=site.pool("host=127.0.0.1 port=1"))
    customer = site.account()
    assert site.send("GET", "/livez", app=app).status == 200
    for path in ("/readyz", "/v1/balance"):
        reply = customer.send("GET", path, app=app)
        assert (reply.status, reply.error["code"]) == (503, "temporarily_unavailable")
        assert int(reply.header("retry-after") or "0") >= 1


def test_importing_the_edge_sets_up_no_logging() -> None:
    """Logging belongs to the process, not to a module."""
    assert structlog.get_logger("adapters.web") is not None
