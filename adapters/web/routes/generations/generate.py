"""The two calls that cost credits.

The order is the promise: authenticate, look the claim up, rate limit, count open work, validate,
moderate, enhance, decide. So a retry of work already charged meets no newer policy, no archived
character and no limit of open work, and takes no rate token: it counts as a read. The words of a
request that is alone are judged while its streams are read; what comes of it counts in its turn.

A new claim is answered from the claim itself. So who does not want to wait gets 202 every time,
even where the work was done before the answer was written; later calls see how far it is.
"""

import time
from contextlib import AbstractContextManager
from functools import partial
from typing import Any
from uuid import UUID

from litestar import post

from adapters.web.dependencies import (
    Answer,
    WebDependencies,
    WebRequest,
    append,
    dependencies,
    mark,
    part_of,
    streams_of,
)
from adapters.web.guards.auth import Admitted, admit, caller_of, count_replay
from adapters.web.guards.in_flight import OpenWork
from adapters.web.guards.rate_limits import RateLimits, apply_window, count_locally, window_start
from adapters.web.moderation.end_users import stream_of_strikes
from adapters.web.moderation.magic import refuse_as_asked
from adapters.web.openapi.operations import documented
from adapters.web.openapi.shapes import DryRunAnswer, GenerationAnswer, ImageRequest, VideoRequest
from adapters.web.requests.bodies import read_json, shaped
from adapters.web.requests.idempotency import (
    Claim,
    claim,
    mark_replayed,
    repeated_as,
    stream_id_of,
)
from adapters.web.requests.labels import labeled
from adapters.web.requests.prefer import preferred
from adapters.web.requests.traces import note_trace
from adapters.web.routes.generations.answers import settled_answer
from adapters.web.routes.generations.dry_run import dry_answer, is_dry_run
from adapters.web.routes.generations.forethought import Forethought, Forethoughts, image_thought
from adapters.web.routes.generations.history import state_changes
from adapters.web.routes.generations.requested import (
    Subject,
    Wish,
    image_subject,
    requested,
    video_subject,
)
from adapters.web.waiting.settled import AwaitedEnding, woken_within
from domain.errors import ConcurrencyLimited
from domain.generation import (
    Generation,
    GenerationKind,
    GenerationLabeled,
    GenerationRequested,
    check_replay,
)
from domain.handlers import request_generation
from domain.ids import GenerationId, parse_id
from domain.in_flight import InFlight
from domain.ports import EMPTY, Appended, Stream, followed

REFUSALS = (
    "insufficient_credits",
    "key_spend_limit_reached",
    "end_user_suspended",
    "not_found",
    "invalid_state",
    "moderation_blocked",
    "moderation_unavailable",
    "capacity_unavailable",
    "rate_limited",
    "concurrency_limited",
    "generation_failed",
    "generation_timeout",
    "deadline_exceeded",
    "generation_canceled",
)


@post(
    "/v1/images:generate",
    opt=documented(
        "Draw an image of a character",
        name="generate_generate_image",
        waits=True,
        headers=("Location", "Xavira-Position"),
        scope="generate",
        body=ImageRequest,
        answers={200: DryRunAnswer, 201: GenerationAnswer, 202: GenerationAnswer},
        errors=REFUSALS,
        claims=True,
    ),
)
async def generate_image(request: WebRequest) -> Answer:
    return await _generate(request, "image", wait_seconds=dependencies(request).wait_seconds)


@post(
    "/v1/videos:generate",
    opt=documented(
        "Animate a completed image",
        name="generate_generate_video",
        waits=True,
        headers=("Location", "Xavira-Position"),
        scope="generate",
        body=VideoRequest,
        answers={200: DryRunAnswer, 201: GenerationAnswer, 202: GenerationAnswer},
        errors=(*REFUSALS, "output_deleted", "output_removed"),
        claims=True,
    ),
)
async def generate_video(request: WebRequest) -> Answer:
    return await _generate(request, "video", wait_seconds=0)


async def _generate(request: WebRequest, kind: GenerationKind, *, wait_seconds: float) -> Answer:
    web = dependencies(request)
    generation_id = GenerationId(stream_id_of(request))
    decoded = await read_json(request)
    if is_dry_run(decoded):
        return await _dry_run(request, kind, decoded)
    request.scope["state"]["told"] = {"generation_id": str(generation_id)}
    asked = await claim(request, generation_id, decoded)
    with web.settled.waiting_for(generation_id) as ended:
        stream = await _claimed(request, kind, decoded, asked)
        wanted = preferred(request, wait_seconds)  # of a refusal nothing is honoured
        if ended is not None:
            stream = await _waited(request, generation_id, stream, ended, wanted.seconds)
            await _look_again(request, kind)
    mark(request, "ended")
    return await settled_answer(request, web, generation_id, stream)


async def _dry_run(request: WebRequest, kind: GenerationKind, decoded: Any) -> Answer:
    """What the request would cost and draw; its Idempotency-Key is checked and not looked up."""
    admitted = await admit(request, *_mentioned(request, decoded), only_asks=True)
    count_locally(request, admitted.account_id, "dry_run", admitted.account.tier)
    await _count(request, kind, admitted, replay=True)
    web = dependencies(request)
    return await dry_answer(web, admitted, *await _wished(web, kind, decoded, admitted))


async def _waited(
    request: WebRequest,
    generation_id: GenerationId,
    stream: Stream,
    ended: AwaitedEnding,
    seconds: float,
) -> Stream:
    """The stream once the generation ended, or as it is when the time is up."""
    settled = dependencies(request).settled
    deadline = time.monotonic() + seconds
    while _is_open(stream) and not settled.stopping:
        left = deadline - time.monotonic()
        if left <= 0:
            break
        await woken_within(ended, left)
        stream = ended.followed(stream) or await _read(request, generation_id)
    return stream


async def _claimed(request: WebRequest, kind: GenerationKind, decoded: Any, asked: Claim) -> Stream:
    """The generation's stream: as this request claimed it, or as one before it left it by now."""
    with _thinking(request, kind, decoded) as forethought:
        admitted = await admit(request, asked.stream_id, *_mentioned(request, decoded))
    mark(request, "admitted")
    stream = admitted.streams[asked.stream_id]
    if stream.state is not None:
        await _count(request, kind, admitted, replay=True)
        check_replay(stream.state, admitted.account_id, asked.fingerprint)
        count_replay(request, admitted)
        mark_replayed(request)
        return await _as_ended(request, stream, asked.stream_id)
    await _count(request, kind, admitted, replay=False, claimed=repeated_as(request, asked))
    counted = await _open_work(request).admit(admitted)
    mark(request, "counted")
    wished = await _wished(dependencies(request), kind, decoded, admitted)
    appended = await _record(request, wished, asked, admitted, counted, forethought)
    if appended.answer.replayed:
        mark_replayed(request)
        return await _read(request, GenerationId(asked.stream_id))
    return _as_claimed(appended, asked.stream_id)


def _thinking(
    request: WebRequest, kind: GenerationKind, decoded: Any
) -> AbstractContextManager[Forethought]:
    """Of a video there is little to think, and nobody waits for it here."""
    forethoughts: Forethoughts = part_of(request, "forethoughts")
    web, account_id = dependencies(request), caller_of(request).account_id
    think = partial(image_thought, web, account_id, decoded)
    return forethoughts.while_reading(think if kind == "image" else lambda: None)


def _mentioned(request: WebRequest, decoded: Any) -> list[UUID]:
    """Streams that the body names, to be read along with the account; nothing is checked yet."""
    if not isinstance(decoded, dict):
        return []
    texts = [decoded.get(name) for name in ("character_id", "source_generation_id")]
    parsed = [parse_id(text) for text in texts if isinstance(text, str)]
    found = [stream_id for stream_id in parsed if stream_id is not None]
    return [*found, *stream_of_strikes(request, decoded)]


async def _count(
    request: WebRequest,
    kind: GenerationKind,
    admitted: Admitted,
    *,
    replay: bool,
    claimed: int | None = None,
) -> None:
    """Takes a rate token; a replay only looks. Raises Problem(rate_limited).

    What has its token and claimed nothing yet goes on to the gate once more, as a dry run does.
    """
    limits: RateLimits = part_of(request, "rate_limits")
    now = dependencies(request).clock()
    account_id, tier = admitted.account_id, admitted.account.tier
    request.scope["state"]["counted"] = window_start(now), tier
    if replay:
        window = await limits.peek(account_id, kind, tier, now)
    else:
        window = await limits.take(account_id, kind, tier, now, claimed)
    apply_window(request, window, now)
    if window is not None and window.repeated:
        count_replay(request, admitted)
        count_locally(request, account_id, "dry_run", tier)


async def _look_again(request: WebRequest, kind: GenerationKind) -> None:
    """Tells of the present window, where the one that the request was counted in is over."""
    now = dependencies(request).clock()
    start, tier = request.scope["state"]["counted"]
    if start != window_start(now):
        limits: RateLimits = part_of(request, "rate_limits")
        window = await limits.peek(caller_of(request).account_id, kind, tier, now)
        apply_window(request, window, now)


def _open_work(request: WebRequest) -> OpenWork:
    counts: OpenWork = part_of(request, "open_work")
    return counts


async def _record(
    request: WebRequest,
    wished: tuple[Wish, Subject],
    asked: Claim,
    admitted: Admitted,
    counted: InFlight,
    forethought: Forethought,
) -> Appended:
    """Charges and records, unless another request with the same key was first."""
    web = dependencies(request)
    wish, subject = wished
    refuse_as_asked(web, wish.prompt, price=subject.card.price_credits[subject.kind])
    event = await requested(web, admitted, asked, forethought.of(wish, subject))
    labels = await labeled(web, admitted.account_id, tags=wish.tags, end_user_ref=wish.end_user_ref)
    mark(request, "decided")
    generation_id = GenerationId(asked.stream_id)
    try:
        appended = await _append(web, generation_id, event, labels, counted)
    except ConcurrencyLimited:
        counted = await _open_work(request).recount(admitted.account_id)
        appended = await _append(web, generation_id, event, labels, counted)
    mark(request, "recorded")
    return appended


async def _append(
    web: WebDependencies,
    generation_id: GenerationId,
    event: GenerationRequested,
    labels: GenerationLabeled | None,
    counted: InFlight,
) -> Appended:
    command = request_generation(generation_id, event, labels=labels, counted=counted)
    await note_trace(web, generation_id)
    return await append(web, command)


async def _as_ended(request: WebRequest, stream: Stream, generation_id: UUID) -> Stream:
    """What a replay answers: what came after the ending changes no answer."""
    if isinstance(stream.state, Generation) and stream.state.hidden:
        return (await state_changes(dependencies(request), generation_id))[-1]
    return stream


async def _wished(
    web: WebDependencies, kind: GenerationKind, decoded: Any, admitted: Admitted
) -> tuple[Wish, Subject]:
    """The checked request and what it is about. Raises what a request can be refused for."""
    if kind == "image":
        image = shaped(decoded, ImageRequest)
        return image, image_subject(web, admitted.streams, admitted.account_id, image)
    video = shaped(decoded, VideoRequest)
    return video, await video_subject(web, admitted, video)


def _as_claimed(appended: Appended, generation_id: UUID) -> Stream:
    """The generation as its claim left it, whatever has become of it since."""
    stream = EMPTY
    for recorded in appended.recorded:
        if recorded.stream_id == generation_id:
            stream = followed(stream, recorded)
    return stream


async def _read(request: WebRequest, generation_id: GenerationId) -> Stream:
    streams = await streams_of(dependencies(request), [generation_id])
    return streams[generation_id]


def _is_open(stream: Stream) -> bool:
    return isinstance(stream.state, Generation) and stream.state.open
