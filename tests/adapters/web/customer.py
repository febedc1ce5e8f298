"""A client of the served application, with one account's key."""

from collections.abc import Coroutine, Iterable
from typing import TYPE_CHECKING, Any

from litestar import Litestar

from domain.ids import AccountId
from tests.adapters.web.asgi import Reply

if TYPE_CHECKING:
    from tests.adapters.web.site import Site


class Customer:
    """A client with one account's key."""

    def __init__(self, site: "Site", account_id: AccountId, secret: str, key_id: Any) -> None:
        self.site = site
        self.account_id = account_id
        self.secret = secret
        self.key_id = key_id

    @property
    def authorization(self) -> tuple[str, str]:
        return ("Authorization", f"Bearer {self.secret}")

    def ask(
        self, method: str, path: str, *, headers: Iterable[tuple[str, str]] = (), **options: Any
    ) -> Coroutine[Any, Any, Reply]:
        return self.site.ask(method, path, headers=[self.authorization, *headers], **options)

    def send(self, method: str, path: str, **options: Any) -> Reply:
        reply: Reply = self.site.wait(self.ask(method, path, **options))
        return reply

    def outcome(self, outcome: str) -> "Customer":
        """What becomes of this account's generations from now on."""
        self.site.outcomes[self.account_id] = outcome
        return self

    def character(self, **changes: Any) -> str:
        body = {"model_id": "anime", "name": "Mia", "traits": {"age": 26}} | changes
        reply = self.send("POST", "/v1/characters", json_body=body)
        assert reply.status == 201, reply
        return str(reply.json["character_id"])

    def image(
        self,
        character_id: str,
        *,
        key: str | None = None,
        prefer: str | None = None,
        app: Litestar | None = None,
        **body: Any,
    ) -> Reply:
        asked = self.image_task(character_id, key=key, prefer=prefer, app=app, **body)
        reply: Reply = self.site.wait(asked)
        return reply

    def image_task(
        self,
        character_id: str,
        *,
        key: str | None = None,
        prefer: str | None = None,
        app: Litestar | None = None,
        **body: Any,
    ) -> Coroutine[Any, Any, Reply]:
        headers = [] if key is None else [("Idempotency-Key", key)]
        headers += [] if prefer is None else [("Prefer", prefer)]
        asked = {"character_id": character_id, "prompt": "smiling, garden"} | body
        return self.ask("POST", "/v1/images:generate", json_body=asked, headers=headers, app=app)

    def appeal(self) -> str:
        """An appeal against the account's hold, whether or not there is one."""
        reply = self.send("POST", "/v1/appeals", json_body={"text": "Please look again."})
        assert reply.status == 201, reply
        return str(reply.json["appeal_id"])

    def available(self) -> int:
        return int(self.send("GET", "/v1/balance").json["available"])
