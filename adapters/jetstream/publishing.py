"""Publishing to streams, many messages at once: they are written together, acknowledgements come
back on one inbox, and whoever publishes is woken once for all of them.

The client's own `publish` makes an inbox, a timer and a task for every message, and its
`publish_async` hands out futures that can hang for ever after a crash.
"""

import asyncio
from collections.abc import Sequence
from typing import NamedTuple

import msgspec
from nats.aio.client import Client
from nats.aio.msg import Msg
from nats.errors import Error
from nats.js.errors import APIError, NoStreamResponseError

NO_RESPONDERS = "503"


class Outgoing(NamedTuple):
    """A message as it goes over the wire."""

    message_id: str
    subject: str
    payload: bytes
    headers: dict[str, str]


Outcome = int | Exception
"""The sequence that a message got in its stream, or why it has none."""


class _Refusal(msgspec.Struct):
    code: int = 0
    err_code: int = 0
    description: str = ""


class _Acknowledgement(msgspec.Struct):
    seq: int = 0
    error: _Refusal | None = None


class _Round:
    """Messages that were published together."""

    def __init__(self, count: int) -> None:
        self.outcomes: list[Outcome] = [TimeoutError("not acknowledged") for _ in range(count)]
        self.left = count
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def settle(self, place: int, outcome: Outcome) -> None:
        self.outcomes[place] = outcome
        self.left -= 1
        if not self.left and not self.done.done():
            self.done.set_result(None)


class Publisher:
    """Belongs to one client, which may reconnect but not be opened again."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._inbox = ""
        self._number = 0
        self._open: dict[str, tuple[_Round, int]] = {}

    async def publish(self, messages: Sequence[Outgoing], *, seconds: float) -> list[Outcome]:
        """What became of each message within a time; TimeoutError where nobody said so.

        Raises nats.errors.Error when nothing can be published at all.
        """
        await self._listen()
        round_ = _Round(len(messages))
        subjects = []
        try:
            for place, message in enumerate(messages):
                self._number += 1
                reply = f"{self._inbox}.{self._number}"
                subjects.append(reply)
                self._open[reply] = (round_, place)
                await self._send(message, reply)
            async with asyncio.timeout(seconds):
                await round_.done
        except TimeoutError:
            pass
        finally:
            for reply in subjects:
                self._open.pop(reply, None)
        return round_.outcomes

    async def _send(self, message: Outgoing, reply: str) -> None:
        headers = {"Nats-Msg-Id": message.message_id} | message.headers
        try:
            await self._client.publish(message.subject, message.payload, reply, headers)
        except Error as error:
            self._settle(reply, error)

    async def _listen(self) -> None:
        if not self._inbox:
            inbox = self._client.new_inbox()
            await self._client.subscribe(f"{inbox}.*", cb=self._on)
            self._inbox = inbox

    async def _on(self, raw: Msg) -> None:
        """A second acknowledgement, or one that came too late, is nobody's."""
        self._settle(raw.subject, _outcome(raw))

    def _settle(self, reply: str, outcome: Outcome) -> None:
        found = self._open.pop(reply, None)
        if found is not None:
            round_, place = found
            round_.settle(place, outcome)


def _outcome(raw: Msg) -> Outcome:
    if raw.headers and raw.headers.get("Status") == NO_RESPONDERS:
        return NoStreamResponseError()
    try:
        acknowledgement = msgspec.json.decode(raw.data, type=_Acknowledgement)
    except msgspec.DecodeError as error:
        return error
    refusal = acknowledgement.error
    if refusal is None:
        return acknowledgement.seq
    return APIError(refusal.code, refusal.description, refusal.err_code)
