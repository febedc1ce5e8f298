"""Somebody who signed up: an address, a password, and the first key."""

import secrets
from collections.abc import Coroutine
from typing import Any
from uuid import UUID, uuid4

from tests.adapters.web.asgi import Reply
from tests.adapters.web.customer import Customer
from tests.adapters.web.site import Site

PASSWORD = "correct horse battery"


def somewhere() -> tuple[str, int]:
    """An address that no other test asks from, so that no test meets another's limit."""
    return f"2001:db8:{secrets.token_hex(2)}:{secrets.token_hex(2)}::1", 40000


class Holder:
    """`options` are those of the request that signs up."""

    def __init__(self, site: Site, **options: Any) -> None:
        self.site = site
        self.email = f"{uuid4().hex}@example.com"
        body = {"email": self.email, "password": PASSWORD}
        self.opened = site.send("POST", "/v1/accounts", json_body=body, **options).json
        self.account_id = UUID(self.opened["account_id"])
        self.customer = Customer(site, self.opened["account_id"], self.opened["api_key"], None)

    def signing_in(self, *, password: str = PASSWORD, **options: Any) -> Coroutine[Any, Any, Reply]:
        body = {"email": self.email, "password": password}
        client = {"client": somewhere()}
        return self.site.ask("POST", "/v1/sessions", json_body=body, **(client | options))

    def sign_in(self, **options: Any) -> Reply:
        reply: Reply = self.site.wait(self.signing_in(**options))
        return reply

    def signed_in(self) -> Customer:
        """A client with the token of a new session instead of a key."""
        return Customer(self.site, self.customer.account_id, self.sign_in().json["token"], None)
