"""An API and a sender on one database: customers, endpoints, deliveries, and ways to hurry them."""

import asyncio
import contextlib
import ssl
import threading
from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

import psycopg

from adapters.eventstore import PostgresLedger
from adapters.eventstore.follower import Follower
from adapters.mail.outbox import mail_row
from adapters.postgres.connections import async_pool, connect
from adapters.vault import PostgresVault
from adapters.web.routes.webhooks.bodies import WebhookBodies
from adapters.webhook_sender.following import follow_log
from adapters.webhook_sender.sender import WebhookSender
from tests.adapters.web.customer import Customer
from tests.adapters.web.site import Site
from tests.stack import wait_for

ROLE = "xavira_work"
LOW_CREDITS = 10
EXCHANGE_SECONDS_MAX = 20.0
WAIT_SECONDS_MAX = 120.0


class PostOffice:
    """Everything of `work` that webhooks need, on threads of its own."""

    def __init__(self, database_url: str, tls: ssl.SSLContext | None = None) -> None:
        self.database_url = database_url
        self.site = Site(database_url)
        self.site.app = self.site.serve(allow_private_webhooks=True)
        self.strict = self.site.serve()
        self._tls = tls
        self.ledger = PostgresLedger(database_url, role=ROLE).start()
        self.vault = PostgresVault(
            database_url, self.site.master_key, role=ROLE, check_seconds=0.05
        )
        self.sql = self._session()
        self._start_following()
        self._stop_sender = self.sender_thread()

    def close(self) -> None:
        self._stop_sender()
        self._stop_following()
        self.sql.close()
        self.vault.close()
        self.ledger.close()
        self.site.close()

    def _session(self) -> psycopg.Connection[Any]:
        schemas = "-c search_path=xavira_live,xavira_ground"
        return psycopg.connect(self.database_url, autocommit=True, options=schemas)

    def reconnect(self) -> None:
        """For after a restart of the server; everybody else connects again by himself."""
        self.sql.close()
        self.sql = self._session()

    # --- the reaction ---------------------------------------------------------------------------

    def forget_checkpoint(self) -> None:
        """The reaction begins at the first event again."""
        with self.not_following():
            self.sql.execute("UPDATE reaction_checkpoints SET position = 0 WHERE name = 'webhooks'")

    @contextlib.contextmanager
    def not_following(self) -> Iterator[None]:
        """No deliveries are made until the block ends."""
        self._stop_following()
        try:
            yield
        finally:
            self._start_following()

    def _start_following(self) -> None:
        self._following = threading.Event()
        self._reaction = threading.Thread(target=self._follow)
        self._reaction.start()

    def _stop_following(self) -> None:
        self._following.set()
        self._reaction.join()

    def _follow(self) -> None:
        follow_log(
            connect=lambda: connect(self.database_url, role=ROLE, synchronous_commit="off"),
            follow=lambda after, halted: Follower(self.database_url, role=ROLE).batches(
                after, stop=halted, poll_seconds=0.05
            ),
            ledger=self.ledger,
            book="live",
            low_credits=LOW_CREDITS,
            halted=self._following,
            wake=lambda: None,
        )

    # --- senders --------------------------------------------------------------------------------

    def restart_sender(self, *, allow_private: bool = True) -> None:
        """The sender that is there ends, another one begins."""
        self.stop_sender()
        self._stop_sender = self.sender_thread(allow_private=allow_private)

    def stop_sender(self) -> None:
        """Nobody sends until it is started again."""
        self._stop_sender()
        self._stop_sender = lambda: None

    def sender_thread(self, *, allow_private: bool = True) -> Callable[[], None]:
        """Starts one more sender; call the answer to end it."""
        loop, stop = asyncio.new_event_loop(), asyncio.Event()
        thread = threading.Thread(
            target=lambda: loop.run_until_complete(self._send(stop, allow_private))
        )
        thread.start()

        def end() -> None:
            loop.call_soon_threadsafe(stop.set)
            thread.join()
            loop.close()

        return end

    async def _send(self, stop: asyncio.Event, allow_private: bool) -> None:
        async with async_pool(self.database_url, role=ROLE, size_max=4) as pool:
            sender = WebhookSender(
                pool=pool,
                ledger=self.ledger,
                vault=self.vault,
                make_body=WebhookBodies(
                    base_url="https://media.example", vault=self.vault, book="live"
                ),
                tell_owner=lambda account_id: [mail_row(account_id, "webhook_disabled")],
                allow_private=allow_private,
                tls=self._tls,
                chance=lambda: 0.0,
                exchange_seconds_max=EXCHANGE_SECONDS_MAX,
            )
            await sender.run(stop)

    def mails(self, account_id: UUID) -> list[str]:
        """Kinds of mails that wait for the holder of an account."""
        rows = self.sql.execute("SELECT kind FROM mails WHERE account_id = %s", (account_id,))
        return [kind for (kind,) in rows]

    # --- customers ------------------------------------------------------------------------------

    def endpoint(self, customer: Customer, url: str, **wish: Any) -> dict[str, Any]:
        """A new endpoint, as soon as deliveries are made for it."""
        reply = customer.send("POST", "/v1/webhook_endpoints", json_body={"url": url, **wish})
        assert reply.status == 201, reply
        position = int(reply.header("xavira-position") or 0)
        self.caught_up(position)
        answer: dict[str, Any] = reply.json
        return answer

    def caught_up(self, position: int | None = None) -> None:
        """Deliveries are made for everything up to there, or up to now."""
        head = self.ledger.head() if position is None else position
        query = "SELECT position FROM reaction_checkpoints WHERE name = 'webhooks'"
        wait_for(lambda: self.one(query) >= head, seconds=WAIT_SECONDS_MAX)

    def deliveries(self, customer: Customer, **filters: Any) -> list[dict[str, Any]]:
        query = "&".join(f"{name}={value}" for name, value in filters.items())
        reply = customer.send("GET", f"/v1/webhook_deliveries?{query}")
        assert reply.status == 200, reply
        found: list[dict[str, Any]] = reply.json["data"]
        return found

    def detail(self, customer: Customer, delivery_id: str) -> dict[str, Any]:
        reply = customer.send("GET", f"/v1/webhook_deliveries/{delivery_id}")
        assert reply.status == 200, reply
        detail: dict[str, Any] = reply.json
        return detail

    def ended(self, customer: Customer, count: int, **filters: Any) -> list[dict[str, Any]]:
        """Deliveries once `count` of them have a finished attempt and none is being sent."""

        def all_ended() -> list[dict[str, Any]] | None:
            found = self.deliveries(customer, **filters)
            tried = [each for each in found if each["attempts"] and each["state"] != "sending"]
            return found if len(tried) >= count else None

        found: list[dict[str, Any]] = self.until(all_ended)
        return found

    def number(self, delivery_id: str) -> int:
        """What orders a delivery in lists and replays."""
        query = "SELECT number FROM webhook_deliveries WHERE delivery_id = %s"
        return int(self.one(query, delivery_id))

    def hurry(self, customer: Customer) -> None:
        """Whatever waits for its next attempt is due now."""
        self.sql.execute(
            "UPDATE webhook_deliveries SET next_attempt_at = now()"
            " WHERE state = 'waiting' AND account_id = %s",
            (customer.account_id,),
        )
        self.sql.execute(
            "UPDATE webhook_routes SET due_at = now() WHERE account_id = %s", (customer.account_id,)
        )

    def one(self, query: str, *values: Any) -> Any:
        row = self.sql.execute(query.encode(), values).fetchone()
        return None if row is None else row[0]

    @staticmethod
    def until(condition: Callable[[], Any]) -> Any:
        found: list[Any] = []

        def met() -> bool:
            found[:] = [condition()]
            return bool(found[0])

        wait_for(met, seconds=WAIT_SECONDS_MAX)
        return found[0]
