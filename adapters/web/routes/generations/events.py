"""Server-sent events of one generation: every state change exactly once, and the latest progress.

The id of a state change is its position in the log, so a client that comes back with Last-Event-ID
misses none and sees none twice, from whichever process. Nothing is queued for a reader: it is sent
what the log says next when it has taken what it was sent before, so a slow one costs no memory.
Progress is not in the log; only its newest value is told, and it has no id.
"""

import time
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from random import randrange
from typing import Annotated, Any

import msgspec
import psycopg
from litestar import Response, get
from litestar.response import Stream as StreamedResponse
from msgspec import Meta

from adapters.web.answers.problems import Problem
from adapters.web.dependencies import WebRequest, dependencies
from adapters.web.guards.auth import admit
from adapters.web.openapi.operations import Media, documented
from adapters.web.openapi.shapes import ProgressAnswer
from adapters.web.requests.bodies import queried
from adapters.web.routes.generations.answers import generation_answer, past_answer
from adapters.web.routes.generations.generations import owned
from adapters.web.routes.generations.history import state_changes
from adapters.web.waiting.settled import woken_within
from domain.errors import DomainError
from domain.generation import Generation
from domain.ids import AccountId, GenerationId
from domain.ports import Stream

STREAMS_MAX = 1000
"""Open streams of one process; the next one is told to come again."""

ACCOUNT_STREAMS_MAX = 20
"""Open streams of one account in one process."""

STREAM_SECONDS_MAX = 900.0
"""A stream ends after this long, and the client comes back for the rest."""

HEARTBEAT_SECONDS = 15.0
PROGRESS_SECONDS = 1.0
RETRY_MILLISECONDS = 2000
RETRY_SPREAD_MILLISECONDS = 3000
"""Whom a process that stops sends away comes back some time in this span, not all at once."""

EVENT_ID_DIGITS_MAX = 19


class EventStreams:
    """Counts the open streams of this process."""

    def __init__(self) -> None:
        self._open: Counter[AccountId] = Counter()

    def check(self, account_id: AccountId) -> None:
        """Raises Problem(concurrency_limited)."""
        if self._open[account_id] >= ACCOUNT_STREAMS_MAX:
            message = f"This account has {ACCOUNT_STREAMS_MAX} event streams open already."
            raise Problem("concurrency_limited", message)
        if self.total >= STREAMS_MAX:
            raise Problem("concurrency_limited", "Too many event streams are open already.")

    @property
    def total(self) -> int:
        return self._open.total()

    @contextmanager
    def counted(self, account_id: AccountId) -> Iterator[None]:
        """Raises what `check` raises."""
        self.check(account_id)
        self._open[account_id] += 1
        try:
            yield
        finally:
            self._open[account_id] -= 1
            if not self._open[account_id]:
                del self._open[account_id]


class EventsQuery(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """`lastEventId` is for clients that cannot send the header when they come back; the header
    counts where both are sent.
    """

    last_event_id: Annotated[str, Meta(max_length=64)] = msgspec.field(
        default="", name="lastEventId"
    )


@get(
    "/v1/generations/{generation_id:str}/events",
    opt=documented(
        "Watch a generation: server-sent events until it has ended",
        name="generation_events_watch",
        query=EventsQuery,
        answers={200: Media(("text/event-stream",)), 204: None},
        errors=("not_found", "concurrency_limited"),
    ),
)
async def watch(request: WebRequest) -> Response[Any]:
    admitted, generation_id = await owned(request, request.path_params["generation_id"])
    after = _last_event_id(request)
    changes = await state_changes(dependencies(request), generation_id)
    if _is_over(changes[-1]) and changes[-1].position <= after:
        return Response(b"", status_code=204)
    streams: EventStreams = request.app.state["event_streams"]
    streams.check(admitted.account_id)
    return StreamedResponse(
        _events(request, streams, admitted.account_id, generation_id, after),
        media_type="text/event-stream",
        headers={"X-Accel-Buffering": "no"},
    )


def _last_event_id(request: WebRequest) -> int:
    """The position up to which the client knows all state changes; 0 where it knows none."""
    told = queried(request, EventsQuery).last_event_id
    text = (request.headers.get("last-event-id") or told).strip()
    if not text:
        return 0
    if not (text.isascii() and text.isdigit() and len(text) <= EVENT_ID_DIGITS_MAX):
        raise Problem("invalid_request", "This Last-Event-ID was not given out here.")
    return int(text)


def _is_over(stream: Stream) -> bool:
    return isinstance(stream.state, Generation) and not stream.state.open


async def _events(
    request: WebRequest,
    streams: EventStreams,
    account_id: AccountId,
    generation_id: GenerationId,
    after: int,
) -> AsyncIterator[bytes]:
    """Ends with the generation, with the right to read it, with the process or with its time."""
    settled = dependencies(request).settled
    deadline = time.monotonic() + STREAM_SECONDS_MAX
    watched = _Watched(request, generation_id, after)
    try:
        with streams.counted(account_id), settled.watching(generation_id) as changed:
            yield _retry(RETRY_MILLISECONDS)
            while not settled.stopping and time.monotonic() < deadline:
                async for message in watched.changes():
                    yield message
                if watched.over:
                    return
                beat_at = time.monotonic() + HEARTBEAT_SECONDS
                while not await woken_within(changed, PROGRESS_SECONDS):
                    if (progress := watched.progress()) is not None:
                        yield progress
                    if time.monotonic() >= beat_at:
                        yield b": nothing new\n\n"
                        break
            if settled.stopping:
                yield _retry(RETRY_MILLISECONDS + randrange(RETRY_SPREAD_MILLISECONDS))
    except (Problem, DomainError, psycopg.OperationalError):
        return


def _retry(milliseconds: int) -> bytes:
    """How long a client is to wait before it comes back."""
    return b"retry: %d\n\n" % milliseconds


class _Watched:
    """What one stream has told of its generation."""

    def __init__(self, request: WebRequest, generation_id: GenerationId, after: int) -> None:
        self.over = False
        self._request = request
        self._web = dependencies(request)
        self._generation_id = generation_id
        self._after = after
        self._told: float | None = None

    async def changes(self) -> AsyncIterator[bytes]:
        """State changes that were not told yet; looks again whether the key may read them."""
        await admit(self._request)
        changes = await state_changes(self._web, self._generation_id)
        for change in changes:
            if change.position > self._after:
                yield await self._message(change, newest=change is changes[-1])
                self._after = change.position
        self.over = _is_over(changes[-1])

    async def _message(self, change: Stream, *, newest: bool) -> bytes:
        """The generation as it was then; only the newest has a place in the queue."""
        describe = generation_answer if newest else past_answer
        _, answer = await describe(self._web, self._generation_id, change)
        return b"id: %d\nevent: state\ndata: %b\n\n" % (
            change.position,
            msgspec.json.encode(answer),
        )

    def progress(self) -> bytes | None:
        """The newest fraction, once."""
        fraction = self._web.progress.get(self._generation_id)
        if fraction is None or fraction == self._told:
            return None
        self._told = fraction
        answer = ProgressAnswer(generation_id=self._generation_id, progress=fraction)
        return b"event: progress\ndata: %b\n\n" % msgspec.json.encode(answer)
