"""Passwords that are chosen anew by mail: asked for, mailed, confirmed."""

from collections.abc import Coroutine
from typing import Any

from tests.adapters.web.asgi import AsgiApp, Reply
from tests.adapters.web.holder import Holder, somewhere
from tests.adapters.web.post import Post
from tests.adapters.web.site import Site

NEW_PASSWORD = "another long password"


def ask_reset(site: Site, email: str) -> tuple[int, object]:
    body = {"email": email}
    reply = site.send("POST", "/v1/password_resets", json_body=body, client=somewhere())
    return reply.status, reply.json


def resetting(
    site: Site, token: str, *, app: AsgiApp | None = None, **changes: Any
) -> Coroutine[Any, Any, Reply]:
    body = {"token": token, "password": NEW_PASSWORD} | changes
    path = "/v1/password_resets:confirm"
    return site.ask("POST", path, json_body=body, client=somewhere(), app=app)


def reset_reply(site: Site, token: str, **changes: Any) -> Reply:
    reply: Reply = site.wait(resetting(site, token, **changes))
    return reply


def mailed_token(site: Site, holder: Holder, post: Post) -> str:
    """What the mail to a holder who asked carries."""
    ask_reset(site, holder.email)
    post.deliver()
    return post.token(holder.account_id)


def reset_mailed(site: Site, holder: Holder, post: Post, **changes: Any) -> Reply:
    """The whole of it: asked for, mailed, confirmed."""
    return reset_reply(site, mailed_token(site, holder, post), **changes)
