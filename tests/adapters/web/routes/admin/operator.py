"""An operator's client: an account of its own whose key has the scope `admin`."""

from typing import Any
from uuid import uuid4

from adapters.keys import issue_key
from domain import handlers
from domain.ids import KeyId
from domain.keys.key import KeyIssued
from domain.ports import GroundRow
from tests.adapters.web.asgi import Reply
from tests.adapters.web.customer import Customer
from tests.adapters.web.site import Site

UNKNOWN = "00000000-0000-4000-8000-000000000000"


class Operator(Customer):
    """A client with an admin key; `act` does something for a reason."""

    def act(self, path: str, *, key: str | None = None, **body: Any) -> Reply:
        headers = [] if key is None else [("Idempotency-Key", key)]
        asked = {"reason": "because"} | body
        return self.send("POST", f"/admin/v1/{path}", json_body=asked, headers=headers)

    def read(self, path: str) -> Reply:
        return self.send("GET", f"/admin/v1/{path}")


def hire(site: Site) -> Operator:
    """A new operator."""
    account = site.account()
    fresh, key_id = issue_key("live", pepper=site.master_key.pepper), KeyId(uuid4())
    event = KeyIssued(key_id=key_id, prefix=fresh.prefix, last4=fresh.last4, scopes=("admin",))
    row = GroundRow(
        table="key_hashes",
        values={
            "key_hash": fresh.key_hash,
            "pepper": 1,
            "key_id": key_id,
            "account_id": account.account_id,
            "book": "live",
        },
    )
    site.ledger.append(handlers.issue_key(account.account_id, event, rows=(row,))).result(60)
    return Operator(site, account.account_id, fresh.secret, key_id)
