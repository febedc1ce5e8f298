"""Large answers that are bytes already: in pieces, within a bound that slow readers do not hold."""

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest

from adapters.web.answers import byte_answers
from adapters.web.answers.byte_answers import JsonAnswer, Sending
from domain.errors import TemporarilyUnavailable

BODY = bytes(range(250)) * 4


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pieces of 400 bytes, and room for two bodies of 1,000."""
    monkeypatch.setattr(byte_answers, "PIECE_BYTES", 400)
    monkeypatch.setattr(byte_answers, "SENT_BYTES_MAX", 2_000)
    monkeypatch.setattr(byte_answers, "PIECE_SECONDS_SURE", 0.0)


class Client:
    """Takes messages up to `takes` of them, and then nothing more."""

    def __init__(self, takes: int) -> None:
        self.taken: list[dict[str, Any]] = []
        self.stopped = asyncio.Event()
        self._takes = takes

    async def send(self, message: dict[str, Any]) -> None:
        if len(self.taken) == self._takes:
            self.stopped.set()
            await asyncio.Event().wait()
        self.taken.append(message)


async def _answer(client: Client, sending: Sending, method: str = "GET") -> None:
    scope = {"method": method, "app": SimpleNamespace(state={"sending": sending})}
    await JsonAnswer(BODY, status_code=200, headers={})(scope, None, client.send)


async def _stuck(sending: Sending, takes: int) -> "asyncio.Task[None]":
    client = Client(takes)
    task = asyncio.create_task(_answer(client, sending))
    await client.stopped.wait()
    return task


def test_a_large_answer_comes_in_pieces() -> None:
    """Three pieces of 1,000 bytes, of which the last says that it is; a HEAD has no pieces."""
    client, head = Client(9), Client(9)
    asyncio.run(_answer(client, Sending()))
    asyncio.run(_answer(head, Sending(), method="HEAD"))
    assert [len(message["body"]) for message in client.taken[1:]] == [400, 400, 200]
    assert [message["more_body"] for message in client.taken[1:]] == [True, True, False]
    assert b"".join(message["body"] for message in client.taken[1:]) == BODY
    assert [message["type"] for message in head.taken] == [
        "http.response.start",
        "http.response.body",
    ]


def test_who_took_a_piece_longest_ago_makes_room() -> None:
    """Of two clients that stopped reading the one that stopped first is cut off for a third."""

    async def scenario() -> None:
        sending = Sending()
        first, second = await _stuck(sending, 3), await _stuck(sending, 2)
        client = Client(9)
        await _answer(client, sending)
        await asyncio.wait([first], timeout=10)
        assert (first.done(), second.done()) == (True, False)
        assert b"".join(message["body"] for message in client.taken[1:]) == BODY
        second.cancel()
        await asyncio.wait([second])
        assert sending._held == 0

    asyncio.run(scenario())


def test_who_is_cut_off_stays_so_and_gives_its_room_once() -> None:
    """It takes a piece in the very moment: that changes nothing, and its room is counted once."""

    async def scenario() -> None:
        sending = Sending()
        async with asyncio.timeout(None) as limit, asyncio.timeout(None) as other:
            first = sending.begin(1_500, limit)
            second = sending.begin(1_000, other)
            sending.took(first)
            sending.end(first)
            assert sending._held == 1_000
            sending.end(second)
            assert sending._held == 0
            await asyncio.Event().wait()

    with pytest.raises(TimeoutError):
        asyncio.run(scenario())


def test_nobody_who_reads_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where both clients took a piece just now a third is asked to come again."""
    monkeypatch.setattr(byte_answers, "PIECE_SECONDS_SURE", 60.0)

    async def scenario() -> None:
        sending = Sending()
        readers = [await _stuck(sending, 2), await _stuck(sending, 2)]
        client = Client(9)
        with pytest.raises(TemporarilyUnavailable):
            await _answer(client, sending)
        assert client.taken == []
        for reader in readers:
            assert not reader.done()
            reader.cancel()
        await asyncio.wait(readers)

    asyncio.run(scenario())
