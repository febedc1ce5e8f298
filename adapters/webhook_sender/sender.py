"""The sender: claims what is due, signs it, posts it, and writes down what came of it.

Attempts run side by side, at most four to one endpoint, so a receiver that is slow or silent delays
nobody else. Bodies are made when they are sent: of an erased account there is nothing left to send.
"""

import asyncio
import random
import ssl
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any, Literal, TypeVar
from uuid import UUID

import msgspec
import psycopg
import structlog

from adapters.answered import answered
from adapters.cancelling import cancel_until_ended
from adapters.postgres.away import tell_waiting
from adapters.telemetry.metrics import count
from adapters.webhook_sender.exchange import (
    EXCHANGE_SECONDS_MAX,
    USER_AGENT,
    Reply,
    Vetted,
    exchange,
)
from adapters.webhook_sender.names import LookUp, Names, look_up
from adapters.webhook_sender.outbox import Claim, Ended, Outbox, Pool
from domain.errors import NotFound, TemporarilyUnavailable, Unauthorized
from domain.ids import AccountId, EndpointId
from domain.ports import GroundRow, Ledger, Stream, Vault
from domain.texts import EndpointTexts
from domain.webhooks.endpoint import DisabledBy
from domain.webhooks.handlers import disable_endpoint
from domain.webhooks.messages import Message, next_delay, retry_after, signature

IN_FLIGHT_MAX = 512
"""Attempts of one sender that are open at the same time."""

FAILING_IN_FLIGHT_MAX = 256
"""How many of them may go to endpoints that are failing: however many there are of these, the
others find room."""

IDLE_SECONDS = 0.2
"""How long a sender with nothing to do waits before it looks again, unless it is woken."""

ROUND_SECONDS = 5.0
"""How often attempts of dead senders are looked for, and old rows are removed."""

UNAVAILABLE_SECONDS = 1.0
STOP_SECONDS_MAX = 3.0
GONE = 410
BUSY = frozenset({429, 503})

Result = TypeVar("Result")

_log = structlog.get_logger(__name__)


MakeBody = Callable[[Message, Mapping[UUID, Stream]], bytes | None]
"""The bytes to send; None when what they tell of cannot be read any more."""

TellOwner = Callable[[AccountId], Sequence[GroundRow]]
"""Rows that tell the owner of a disabled endpoint, recorded with that event or not at all."""


class Prepared(msgspec.Struct, frozen=True, kw_only=True):
    """An attempt that is ready to be made."""

    claim: Claim
    url: str
    headers: list[tuple[str, str]]
    body: bytes
    signature: str


class WebhookSender:
    """One sender of one book; `tls` says whom it trusts."""

    def __init__(
        self,
        *,
        pool: Pool,
        ledger: Ledger,
        vault: Vault,
        make_body: MakeBody,
        tell_owner: TellOwner,
        allow_private: bool = False,
        tls: ssl.SSLContext | None = None,
        chance: Callable[[], float] = random.random,
        exchange_seconds_max: float = EXCHANGE_SECONDS_MAX,
        look_up: LookUp = look_up,
    ) -> None:
        self._outbox = Outbox(pool)
        self._ledger = ledger
        self._vault = vault
        self._make_body = make_body
        self._tell_owner = tell_owner
        self._tls = tls or ssl.create_default_context()
        self._chance = chance
        self._exchange_seconds_max = exchange_seconds_max
        self._names = Names(look_up)
        self._opening = ThreadPoolExecutor(1, thread_name_prefix="webhooks-vault")
        self._backend = Vetted(self._names, allow_private=allow_private)
        self._failing_in_flight = 0
        self._attempts: set[asyncio.Task[None]] = set()
        self._ended: list[Ended] = []
        self._awake = asyncio.Event()

    async def run(self, stop: asyncio.Event) -> None:
        """Sends until `stop` is set; what is in flight then has a moment, or its lease runs out."""
        stopping = asyncio.create_task(self._wake_when(stop))
        tidying = asyncio.create_task(self._tidy())
        try:
            while not stop.is_set():
                await self._round()
            if self._attempts:
                await asyncio.wait(self._attempts, timeout=STOP_SECONDS_MAX)
        finally:
            await cancel_until_ended(stopping, tidying, *self._attempts)
            await self._write_last()
            self._names.close()
            self._opening.shutdown(wait=False, cancel_futures=True)

    async def _write_last(self) -> None:
        """What ended before the stop; without a database those attempts stay unknown."""
        try:
            await self._write_ended()
        except (psycopg.OperationalError, TemporarilyUnavailable) as error:
            _log.warning("outcomes of webhooks are lost", count=len(self._ended), error=str(error))

    def wake(self) -> None:
        """There is something new to send; call it on the sender's own loop."""
        self._awake.set()

    async def _blocking(self, call: Callable[..., Result], *arguments: Any) -> Result:
        """Runs what may wait for the database on a thread of the sender's own."""
        return await asyncio.get_running_loop().run_in_executor(self._opening, call, *arguments)

    async def _round(self) -> None:
        """Writes what ended, then takes what is due; a database that is away is waited for."""
        try:
            self._awake.clear()
            await self._write_ended()
            claims = await self._claim()
        except (psycopg.OperationalError, TemporarilyUnavailable) as error:
            tell_waiting("webhooks", error, "webhooks have to wait")
            await asyncio.sleep(UNAVAILABLE_SECONDS)
            return
        if not claims:
            await self._rest()

    async def _rest(self) -> None:
        try:
            async with asyncio.timeout(IDLE_SECONDS):
                await self._awake.wait()
        except TimeoutError:
            pass

    async def _wake_when(self, stop: asyncio.Event) -> None:
        await stop.wait()
        self._awake.set()

    async def _tidy(self) -> None:
        while True:
            try:
                if await self._outbox.release():
                    self._awake.set()
                await self._outbox.forget_old()
            except psycopg.OperationalError as error:
                tell_waiting("webhooks", error, "webhooks cannot be tidied")
            except Exception:  # noqa: BLE001 - this task's outermost loop; leases must run out
                _log.exception("tidying webhooks broke")
            await asyncio.sleep(ROUND_SECONDS)

    # --- claiming and making attempts ---------------------------------------------------------

    async def _claim(self) -> list[Claim]:
        room = IN_FLIGHT_MAX - len(self._attempts)
        if room <= 0:
            return []
        failing_too = self._failing_in_flight < FAILING_IN_FLIGHT_MAX
        claims = await self._outbox.claim(room, failing_too=failing_too)
        if claims:
            streams = await answered(self._ledger.load({claim.subject_id for claim in claims}))
            ready = await self._blocking(self._prepare_all, claims, streams)
            for each in ready:
                self._failing_in_flight += each.claim.failing
                task = asyncio.create_task(self._attempt(each))
                self._attempts.add(task)
                task.add_done_callback(self._attempts.discard)
        return claims

    def _prepare_all(
        self, claims: Sequence[Claim], streams: Mapping[UUID, Stream]
    ) -> list[Prepared]:
        """What cannot be made ends there and then; the rest of the batch goes out.

        Raises TemporarilyUnavailable: the attempts are made again when their leases have run out.
        """
        ready = []
        for claim in claims:
            try:
                prepared = self._prepare(claim, streams)
            except TemporarilyUnavailable:
                raise
            except Exception:  # noqa: BLE001 - one message that breaks must not hold up the others
                _log.exception("webhook body cannot be made", delivery_id=str(claim.delivery_id))
                self._ended.append(not_made(claim, "broken", delay=next_delay(claim.tries)))
                continue
            if prepared is None:
                self._ended.append(not_made(claim, "unreadable", delay=None))
            else:
                ready.append(prepared)
        return ready

    def _prepare(self, claim: Claim, streams: Mapping[UUID, Stream]) -> Prepared | None:
        """Body, address and secrets of an attempt; None once the account's key is gone."""
        body = self._make_body(claim, streams)
        address = self._vault.open(claim.account_id, claim.address)
        opened = [self._vault.open(claim.account_id, secret) for secret in claim.secrets]
        secrets = [secret for secret in opened if secret is not None]
        if body is None or address is None or not secrets:
            return None
        timestamp = int(claim.started_at.timestamp())
        signed = signature(secrets, str(claim.message_id), timestamp, body)
        headers = [
            ("User-Agent", USER_AGENT),
            ("Accept", "*/*"),
            ("Accept-Encoding", "identity"),
            ("Connection", "close"),
            ("Content-Type", "application/json"),
            ("webhook-id", str(claim.message_id)),
            ("webhook-timestamp", str(timestamp)),
            ("webhook-signature", signed),
        ]
        url = msgspec.json.decode(address, type=EndpointTexts).url
        return Prepared(claim=claim, url=url, headers=headers, body=body, signature=signed)

    async def _attempt(self, prepared: Prepared) -> None:
        try:
            reply = await exchange(
                self._backend,
                self._tls,
                prepared.url,
                prepared.headers,
                prepared.body,
                seconds_max=self._exchange_seconds_max,
            )
        finally:
            self._failing_in_flight -= prepared.claim.failing
        outcome = ended(prepared, reply, datetime.now(UTC), self._chance())
        self._ended.append(outcome)
        refused = reply.status is not None and outcome.state != "delivered"
        count("xavira_webhook_attempts_total", "status" if refused else outcome.outcome)
        self._awake.set()

    # --- what came of them --------------------------------------------------------------------

    async def _write_ended(self) -> None:
        """Outcomes that wait at the same moment share a transaction."""
        batch, self._ended = self._ended, []
        if not batch:
            return
        try:
            replies = await self._blocking(self._sealed, batch)
            failing = await self._outbox.finish(batch, replies)
        except (psycopg.OperationalError, TemporarilyUnavailable):
            self._ended = batch + self._ended
            raise
        by: dict[tuple[UUID, UUID], DisabledBy] = dict.fromkeys(failing, "failing")
        for each in batch:
            if each.status == GONE:
                by[each.claim.endpoint_id, each.claim.account_id] = "gone"
        for (endpoint_id, account_id), why in by.items():
            await self._disable(AccountId(account_id), EndpointId(endpoint_id), why)

    def _sealed(self, batch: Sequence[Ended]) -> list[bytes | None]:
        """Replies as they are stored; none of an account that was erased meanwhile."""
        return [self._sealed_reply(each.claim.account_id, each.excerpt) for each in batch]

    def _sealed_reply(self, account_id: UUID, excerpt: bytes) -> bytes | None:
        try:
            return self._vault.seal(account_id, excerpt) if excerpt else None
        except Unauthorized:
            return None

    async def _disable(
        self, account_id: AccountId, endpoint_id: EndpointId, by: DisabledBy
    ) -> None:
        """The log decides who was first; only that one tells the owner, by mail."""
        rows = self._tell_owner(account_id)
        command = disable_endpoint(account_id, endpoint_id, by, rows=rows)
        try:
            appended = await answered(self._ledger.append(command))
        except NotFound:
            return
        if appended.answer:
            told = {"account_id": str(account_id), "endpoint_id": str(endpoint_id), "by": by}
            _log.warning("webhook endpoint disabled", **told)


def not_made(claim: Claim, outcome: str, *, delay: timedelta | None) -> Ended:
    """An attempt that nobody was dialled for: later again, where that may help."""
    state: Literal["waiting", "failed"] = "failed" if delay is None else "waiting"
    return Ended(claim=claim, state=state, outcome=outcome, delay=delay)


def ended(
    prepared: Prepared,
    reply: Reply,
    now: datetime,
    chance: float,
) -> Ended:
    """What an exchange means: 2xx is a success, everything else is tried again for a while."""
    claim, status = prepared.claim, reply.status
    succeeded = status is not None and 200 <= status < 300
    asked = None
    if status in BUSY and reply.retry_after is not None:
        asked = retry_after(reply.retry_after.strip(), now)
    delay = (
        None if succeeded or status == GONE else next_delay(claim.tries, asked=asked, chance=chance)
    )
    return Ended(
        claim=claim,
        state="delivered" if succeeded else "failed" if delay is None else "waiting",
        outcome="delivered" if succeeded else f"http_{status}" if status else reply.outcome,
        delay=delay,
        status=status,
        milliseconds=reply.milliseconds,
        signature=prepared.signature,
        excerpt=reply.excerpt,
    )
