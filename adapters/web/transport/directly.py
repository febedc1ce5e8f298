"""Runs a route's function straight from the router, without the framework's layers in between.

Every function of ours takes the request and returns an answer; of what the framework can do around
one (its own decoding, dependencies, guards, caches, middleware) none makes use, and looking for it
takes a fifth of what a read costs. Whatever else is found goes the framework's own way: unknown
paths, other methods, and a route that did use more.
"""

import inspect
import re
from typing import Any, NamedTuple, Protocol

from litestar import Litestar, Request
from litestar.handlers import HTTPRouteHandler
from litestar.routes import HTTPRoute
from litestar.types import Message, Receive

from adapters.web.answers.byte_answers import BytesAnswer
from adapters.web.answers.problems import error_response
from adapters.web.dependencies import WebRequest

_HOST = re.compile(rb"[0-9A-Za-z._:\[\]-]*")
"""Hosts as they are; about all others the framework has to judge."""


class Answering(Protocol):
    """What an answer is sent by, which knows if it has begun."""

    @property
    def begun(self) -> bool: ...

    async def __call__(self, message: Message) -> None: ...


class _Route(NamedTuple):
    """A function of ours at one of its paths, whose parameters are whole segments."""

    handler: HTTPRouteHandler
    template: str
    parameters: tuple[str, ...]


class _Place:
    """Where the segments of a path have led: what follows, and what answers here, by method."""

    def __init__(self) -> None:
        self.named: dict[str, _Place] = {}
        self.any: _Place | None = None
        self.routes: dict[str, _Route] = {}


class DirectRoutes:
    """The routes of one application; made once all of them are there.

    They are found by what the framework tells of its routes, and only where a path is written as
    they are: the framework knows other spellings, and what else is wrong with a request.
    """

    def __init__(self, app: Litestar) -> None:
        self._app = app
        self._root = _Place()
        self.plain: list[HTTPRouteHandler] = []
        for route in app.routes:
            if isinstance(route, HTTPRoute):
                for handler in filter(_is_plain, route.route_handlers):
                    self.plain.append(handler)
                    self._add(route, handler)

    def _add(self, route: HTTPRoute, handler: HTTPRouteHandler) -> None:
        place, parameters = self._root, []
        for component in route.path_components:
            if isinstance(component, str):
                place = place.named.setdefault(component, _Place())
            else:
                assert component.type is str, route.path_format
                parameters.append(component.name)
                place.any = place = place.any or _Place()
        found = _Route(handler, route.path_format, tuple(parameters))
        place.routes |= dict.fromkeys(handler.http_methods, found)

    def find(self, scope: Any) -> HTTPRouteHandler | None:
        """The route of a request, noted in its scope as the framework would; None where the
        framework has to say what is wrong, or has more to do.
        """
        for name, value in scope["headers"]:
            if name == b"host" and _HOST.fullmatch(value) is None:
                return None
        found = None if scope.get("root_path") else self._found(scope["path"], scope["method"])
        if found is None:
            return None
        route, values = found
        scope["app"] = scope["litestar_app"] = self._app
        scope["path_params"] = dict(zip(route.parameters, values, strict=True))
        scope["route_handler"], scope["path_template"] = route.handler, route.template
        return route.handler

    def _found(self, path: str, method: str) -> tuple[_Route, list[str]] | None:
        """A segment that a route names is never a parameter, as the framework has it."""
        before, *segments = path.split("/")
        if before:
            return None
        place = self._root
        values = []
        for segment in segments:
            following = place.named.get(segment)
            if following is None:
                following = place.any if segment else None
                values.append(segment)
            if following is None:
                return None
            place = following
        route = place.routes.get(method)
        return None if route is None else (route, values)


async def run(handler: HTTPRouteHandler, scope: Any, receive: Receive, send: Answering) -> None:
    """Whatever a function raises before its answer began becomes one; later it is a bug."""
    request: WebRequest = Request(scope, receive, send)
    try:
        before = handler.resolve_before_request()
        if before is not None:
            await before(request)
        answer = await handler.fn(request)
        if not isinstance(answer, BytesAnswer):
            answer = await handler.to_response(app=request.app, data=answer, request=request)
        await answer(scope, receive, send)
    except Exception as error:
        if send.begun:
            raise
        refusal = error_response(request, error).to_asgi_response(app=None, request=request)
        await refusal(scope, receive, send)


def _is_plain(handler: HTTPRouteHandler) -> bool:
    more = (
        handler.cache,
        handler.has_sync_callable,
        handler.resolve_guards(),
        handler.resolve_dependencies(),
        handler.resolve_middleware(),
        any(layer.after_request for layer in handler.ownership_layers),
        handler.resolve_after_response(),
    )
    return list(inspect.signature(handler.fn).parameters) == ["request"] and not any(more)
