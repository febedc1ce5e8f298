"""Runs a route's function straight from the router, without the framework's layers in between.

Every function of ours takes the request and returns an answer; of what the framework can do around
one (its own decoding, dependencies, guards, caches, middleware) none makes use, and looking for it
takes a fifth of what a read costs. Whatever else is found goes the framework's own way: unknown
paths, other methods, and a route that did use more.
"""

import inspect
from typing import Any, Protocol

from litestar import Litestar, Request
from litestar._asgi.utils import is_valid_host
from litestar.exceptions import HTTPException
from litestar.handlers import HTTPRouteHandler
from litestar.types import Message, Receive
from litestar.utils import normalize_path

from adapters.web.dependencies import JsonAnswer, WebRequest
from adapters.web.problems import error_response


class Answering(Protocol):
    """What an answer is sent by, which knows if it has begun."""

    @property
    def begun(self) -> bool: ...

    async def __call__(self, message: Message) -> None: ...


class DirectRoutes:
    """The routes of one application; made once all of them are there."""

    def __init__(self, app: Litestar) -> None:
        self._app = app
        self.plain = {
            id(handler): handler
            for route in app.routes
            for handler in getattr(route, "route_handlers", ())
            if _is_plain(handler)
        }
        """By identity, because to hash a handler means to look at all of it."""

    def find(self, scope: Any) -> HTTPRouteHandler | None:
        """The route of a request, noted in its scope as the framework would; None where the
        framework has to say what is wrong, or has more to do.
        """
        hosts = [value for name, value in scope["headers"] if name == b"host"]
        if scope.get("root_path") or not all(map(is_valid_host, hosts)):
            return None
        try:
            _, found, path, params, template = self._app.asgi_router.handle_routing(
                path=normalize_path(scope["path"]), method=scope["method"]
            )
        except HTTPException:
            return None
        handler = self.plain.get(id(found))
        if handler is not None:
            scope["app"] = scope["litestar_app"] = self._app
            scope["path"], scope["path_params"] = path, params
            scope["route_handler"], scope["path_template"] = handler, template
        return handler


async def run(handler: HTTPRouteHandler, scope: Any, receive: Receive, send: Answering) -> None:
    """Whatever a function raises before its answer began becomes one; later it is a bug."""
    request: WebRequest = Request(scope, receive, send)
    try:
        before = handler.resolve_before_request()
        if before is not None:
            await before(request)
        answer = await handler.fn(request)
        if not isinstance(answer, JsonAnswer):
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
