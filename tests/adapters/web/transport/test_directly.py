"""Every route of ours is run directly, and nobody can tell from outside."""

import pytest
from litestar import Litestar, Response, get
from litestar.params import FromQuery

from adapters.web.app import handlers
from adapters.web.dependencies import WebRequest
from adapters.web.transport.directly import DirectRoutes
from tests.adapters.web.site import Site


def test_every_route_goes_the_direct_way(site: Site) -> None:
    """None makes use of what the framework could do besides."""
    direct = DirectRoutes(site.app)
    ours = {
        (path, method) for each in handlers() for path in each.paths for method in each.http_methods
    }
    plain = {
        (path, method)
        for each in direct.plain
        for path in each.paths
        for method in each.http_methods
    }
    assert ours - plain == set()


def test_a_route_that_uses_more_goes_the_framework_s_way() -> None:
    """A parameter of its own, or something to be done after it."""

    @get("/plain")
    async def plain(request: WebRequest) -> Response[bytes]:
        return Response(b"")

    @get("/parameter")
    async def parameter(request: WebRequest, limit: FromQuery[int]) -> Response[bytes]:
        return Response(b"")

    @get("/after", after_response=lambda request: None)
    async def after(request: WebRequest) -> Response[bytes]:
        return Response(b"")

    direct = DirectRoutes(Litestar([plain, parameter, after], openapi_config=None))
    assert {path for handler in direct.plain for path in handler.paths} == {"/plain"}


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/v1/nothing", 404, "not_found"),
        ("GET", "/v1/generations/x/y/z", 404, "not_found"),
        ("PUT", "/v1/balance", 405, "method_not_allowed"),
        ("GET", "/v1/balance/", 200, None),
        ("GET", "//v1//balance", 200, None),
        ("GET", "/v1/generations/not-an-id", 404, "not_found"),
    ],
)
def test_the_router_still_says_what_is_wrong(
    site: Site, method: str, path: str, status: int, code: str | None
) -> None:
    """Paths and methods that are not there, and paths that are written otherwise."""
    reply = site.account().send(method, path)
    assert (reply.status, reply.json.get("error", {}).get("code")) == (status, code)


@pytest.mark.parametrize(
    ("path", "template", "parameters"),
    [
        ("/v1/balance", "/v1/balance", {}),
        (
            "/v1/generations/7/events",
            "/v1/generations/{generation_id}/events",
            {"generation_id": "7"},
        ),
        (
            "/o/test/7/a.png",
            "/o/test/{generation_id}/{file}",
            {"generation_id": "7", "file": "a.png"},
        ),
        ("/o/7/a.png", "/o/{generation_id}/{file}", {"generation_id": "7", "file": "a.png"}),
    ],
)
def test_a_route_is_found_with_its_parameters(
    site: Site, path: str, template: str, parameters: dict[str, str]
) -> None:
    """Noted where the framework would note them; a named segment goes before a parameter."""
    scope = {"headers": [(b"host", b"[::1]:8080")], "path": path, "method": "GET"}
    assert DirectRoutes(site.app).find(scope) is not None
    assert (scope["path_template"], scope["path_params"]) == (template, parameters)


@pytest.mark.parametrize(
    ("host", "path", "method"),
    [
        (b"localhost", "/v1/balance/", "GET"),
        (b"localhost", "v1/balance", "GET"),
        (b"localhost", "x/v1/balance", "GET"),
        (b"localhost", "/v1/generations/", "GET"),
        (b"localhost", "/v1/balance", "PUT"),
        (b"localhost", "/v1", "GET"),
        (b"local host", "/v1/balance", "GET"),
    ],
)
def test_what_is_written_otherwise_is_the_framework_s(
    site: Site, host: bytes, path: str, method: str
) -> None:
    """Other spellings of a path, other methods, odd hosts."""
    scope = {"headers": [(b"host", host)], "path": path, "method": method}
    assert DirectRoutes(site.app).find(scope) is None
    assert "route_handler" not in scope


def test_a_host_that_is_none_is_refused(site: Site) -> None:
    """Before any route is run."""
    customer = site.account()
    reply = customer.send("GET", "/v1/balance", headers=[("host", "a b")])
    assert (reply.status, reply.error["code"]) == (400, "invalid_request")
