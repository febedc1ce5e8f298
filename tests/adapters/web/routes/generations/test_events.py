"""Server-sent events over a real HTTP server: what is told, and how a client goes on."""

import asyncio
import json
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from uuid import UUID, uuid4

import httpx2
import pytest

from adapters.web.routes.generations.events import EventStreams
from domain import handlers
from domain.ids import GenerationId
from tests.adapters.web.customer import Customer
from tests.adapters.web.http_server import listening
from tests.adapters.web.site import Site

Told = tuple[str | None, str, Any]
"""Id, name and decoded data of one event."""


@pytest.fixture(scope="module")
def address(served: Site) -> Iterator[str]:
    """A real HTTP server before the application."""
    with listening(served) as url:
        yield url


class Watching:
    """One open event stream."""

    def __init__(self, reply: httpx2.Response) -> None:
        self.reply = reply
        self._lines = reply.iter_lines()

    def told(self) -> Iterator[Told]:
        """The events as they come, until the server ends the stream."""
        fields: dict[str, str] = {}
        for line in self._lines:
            if line and not line.startswith(":"):
                name, _, value = line.partition(": ")
                fields[name] = value
            elif not line and "event" in fields:
                yield fields.get("id"), fields["event"], json.loads(fields["data"])
                fields = {}

    def next(self) -> Told:
        return next(self.told())


@contextmanager
def watching(
    address: str, customer: Customer, generation_id: str, *, after: str | None = None
) -> Iterator[Watching]:
    headers = dict([customer.authorization])
    headers |= {} if after is None else {"Last-Event-ID": after}
    url = f"{address}/v1/generations/{generation_id}/events"
    with (
        httpx2.Client(timeout=120) as client,
        client.stream("GET", url, headers=headers) as reply,
    ):
        yield Watching(reply)


def _held(customer: Customer) -> str:
    """A generation that nobody settles."""
    character_id = customer.outcome("hold").character()
    accepted = customer.image(character_id, prefer="respond-async")
    return str(accepted.json["generation_id"])


def _start(site: Site, generation_id: str, attempt: int = 1) -> None:
    command = handlers.start_generation(GenerationId(UUID(generation_id)), attempt)
    site.ledger.append(command).result(30)


def test_every_state_is_told_and_the_stream_ends(
    site: Site, customer: Customer, address: str
) -> None:
    """Queued, processing, completed: each with its position, then the end of the stream."""
    generation_id = _held(customer)

    with watching(address, customer, generation_id) as stream:
        assert stream.reply.status_code == 200
        assert stream.reply.headers["content-type"].startswith("text/event-stream")
        assert stream.reply.headers["cache-control"] == "no-store"
        events = [stream.next()]
        _start(site, generation_id)
        events.append(stream.next())
        site.settle(customer.account_id, generation_id, "complete")
        events += stream.told()

    assert [(name, data["status"]) for _, name, data in events] == [
        ("state", "queued"),
        ("state", "processing"),
        ("state", "completed"),
    ]
    assert [told for told, _, _ in events] == [str(data["ledger_position"]) for *_, data in events]
    assert events[0][2]["queue_position"] == 3
    assert events[-1][2] == customer.send("GET", f"/v1/generations/{generation_id}").json


@pytest.mark.parametrize("known", [0, 1, 2])
def test_a_client_that_comes_back_is_told_the_rest(
    site: Site, customer: Customer, address: str, known: int
) -> None:
    """Exactly the state changes after its Last-Event-ID, whatever happened while it was away."""
    generation_id = _held(customer)
    with watching(address, customer, generation_id) as stream:
        first = stream.next()
    _start(site, generation_id, 1)
    _start(site, generation_id, 2)
    site.settle(customer.account_id, generation_id, "fail")
    with watching(address, customer, generation_id) as stream:
        every = list(stream.told())

    after = every[known][0]
    with watching(address, customer, generation_id, after=after) as stream:
        rest = list(stream.told())

    assert [data["status"] for *_, data in every] == [
        "queued",
        "processing",
        "processing",
        "failed",
    ]
    assert [(data["queue_position"], data["eta"]) for *_, data in every] == [(None, None)] * 4
    assert first[0] == every[0][0]
    assert rest == every[known + 1 :]


def test_who_knows_the_end_is_told_to_stay_away(
    site: Site, customer: Customer, address: str
) -> None:
    """204 ends the reconnecting of a browser; deleting the output is no news."""
    image = customer.outcome("complete").image(customer.character()).json
    generation_id = image["generation_id"]
    customer.send("DELETE", f"/v1/generations/{generation_id}/output")
    position = str(image["ledger_position"])

    with watching(address, customer, generation_id, after=position) as stream:
        assert stream.reply.status_code == 204
    with watching(address, customer, generation_id) as stream:
        assert [data["status"] for *_, data in stream.told()] == ["queued", "completed"]


def test_only_the_latest_progress_is_told(site: Site, customer: Customer, address: str) -> None:
    """However often it changed meanwhile, a reader gets the newest fraction and none before it."""
    generation_id = _held(customer)
    with watching(address, customer, generation_id) as stream:
        stream.next()
        site.wait(_drawn(site, generation_id))
        told, name, data = stream.next()
        site.settle(customer.account_id, generation_id, "complete")
        rest = list(stream.told())

    assert (told, name) == (None, "progress")
    assert data == {"generation_id": generation_id, "progress": 0.99}
    assert [name for _, name, _ in rest] == ["state"]


async def _drawn(site: Site, generation_id: str) -> None:
    """All of a picture but its end, between two looks of whoever watches."""
    for percent in range(100):
        site.progress[UUID(generation_id)] = percent / 100


def test_a_revoked_key_is_told_nothing_more(site: Site, customer: Customer, address: str) -> None:
    """The stream ends at the next change instead of telling it."""
    generation_id = _held(customer)
    with watching(address, customer, generation_id) as stream:
        stream.next()
        command = handlers.revoke_key(customer.account_id, customer.key_id, actor="test")
        site.ledger.append(command).result(30)
        _start(site, generation_id)
        assert list(stream.told()) == []


def test_the_streams_of_an_account_are_bounded(
    site: Site, customer: Customer, address: str
) -> None:
    """The twenty-first is refused; one that ends makes room."""
    generation_id = _held(customer)
    with ExitStack() as open_streams:
        streams = [
            open_streams.enter_context(watching(address, customer, generation_id))
            for _ in range(20)
        ]
        assert [stream.next()[1] for stream in streams] == ["state"] * 20
        with watching(address, customer, generation_id) as refused:
            refused.reply.read()
            assert refused.reply.status_code == 429
            assert refused.reply.json()["error"]["code"] == "concurrency_limited"
            assert int(refused.reply.headers["retry-after"]) >= 1
        site.settle(customer.account_id, generation_id, "complete")
        for stream in streams:
            assert [data["status"] for *_, data in stream.told()] == ["completed"]
    with watching(address, customer, generation_id) as again:
        assert again.reply.status_code == 200


def test_streams_end_when_the_application_stops(site: Site, customer: Customer) -> None:
    """Nobody keeps it alive by watching, and what was known until then was told."""
    path = f"/v1/generations/{_held(customer)}/events"
    app, stop = site.serve_for_a_while()
    watched = site.begin(customer.ask("GET", path, app=app))
    _until_watched(site, app.state["event_streams"])
    stop()
    reply = site.end(watched)
    assert (reply.status, reply.body.count(b"event: state")) == (200, 1)
    assert reply.body.count(b"retry: ") == 2


def _until_watched(site: Site, streams: EventStreams) -> None:
    deadline = time.monotonic() + 30
    while not streams.total:
        assert time.monotonic() < deadline
        site.wait(asyncio.sleep(0.001))


@pytest.mark.parametrize("text", ["x", "-1", "1.5", "9" * 20])
def test_an_id_that_was_never_given_out_is_refused(customer: Customer, text: str) -> None:
    """400, before anything is streamed."""
    path = f"/v1/generations/{_held(customer)}/events"
    reply = customer.send("GET", path, headers=[("Last-Event-ID", text)])
    assert (reply.status, reply.error["code"]) == (400, "invalid_request")


def test_a_client_may_come_back_without_the_header(site: Site, customer: Customer) -> None:
    """By a parameter, as clients do that cannot send it; the header counts where both are sent."""
    generation_id = _held(customer)
    site.settle(customer.account_id, generation_id, "fail")
    path = f"/v1/generations/{generation_id}/events"
    last = customer.send("GET", f"/v1/generations/{generation_id}").json["ledger_position"]
    assert customer.send("GET", f"{path}?lastEventId={last}").status == 204
    assert customer.send("GET", f"{path}?lastEventId=x").error["code"] == "invalid_request"
    header = [("Last-Event-ID", str(last))]
    assert customer.send("GET", f"{path}?lastEventId=1", headers=header).status == 204


def test_nobody_watches_what_is_not_theirs(site: Site, customer: Customer) -> None:
    """404, as for an id that does not exist."""
    foreign = _held(site.account())
    for generation_id in (foreign, str(uuid4()), "x"):
        reply = customer.send("GET", f"/v1/generations/{generation_id}/events")
        assert (reply.status, reply.error["code"]) == (404, "not_found")
