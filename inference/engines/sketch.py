"""Draws avatars with Pillow alone: the engine for tests, demonstrations and machines without a GPU.

It needs no weights, draws one 896x1152 picture in a fraction of a second, and the same request
always gives the same bytes. It never draws anyone unclothed, whatever the prompt says, and it
hides nothing in its files: what says that a machine made them is added to those of every engine.
"""

import io
import os
import threading
import time
from collections.abc import Sequence
from functools import lru_cache

import msgspec
from PIL import Image

from inference import video
from inference.engine import (
    EngineFailed,
    IdentityRequest,
    Progress,
    Rendered,
    RenderRequest,
    RequestRefused,
)
from inference.engines.sketching import identity as identities
from inference.engines.sketching.identity import ENCODER, Identity
from inference.engines.sketching.motion import clip_frames
from inference.engines.sketching.picture import draw
from inference.engines.source_picture import source_picture
from inference.likeness import likeness

BATCH_MAX = 8
DELAY_SLICE_SECONDS = 0.05
DELAY_SECONDS_MAX = 600.0
SIDE_PIXELS_MAX = 4096
INSTANT_CACHE_MAX = 32
CRASH_EXIT_STATUS = 70
FAULTS = ("none", "fail_image", "fail_video", "fail_all", "crash")
ANIME = "anime"
CLIP_SECONDS_DEFAULT = 5
MEDIA_TYPES = {"png": "image/png", "webp": "image/webp", "jpeg": "image/jpeg"}


class SketchEngine:
    """Draws instead of computing.

    `instant` answers every request with a cached picture of the right size and format, for load
    tests. `fault` is one of FAULTS; "crash" ends the process in the middle of a render.
    `delay_seconds` is waited before each picture, with progress on the way.
    """

    name = "sketch"
    encoder = ENCODER
    batch_max = BATCH_MAX

    def __init__(
        self, instant: bool = False, fault: str = "none", delay_seconds: float = 0.0
    ) -> None:
        if fault not in FAULTS:
            raise ValueError(f"fault is one of {', '.join(FAULTS)}")
        if not 0 <= delay_seconds <= DELAY_SECONDS_MAX:
            raise ValueError(f"delay_seconds is 0 to {DELAY_SECONDS_MAX}")
        self._instant = instant
        self._fault = fault
        self._delay_seconds = delay_seconds
        self._never = threading.Event()

    def load(self) -> None:
        """Nothing to load."""

    def unload(self) -> None:
        """Forgets the cached pictures."""
        _instant_image.cache_clear()

    def render(self, requests: Sequence[RenderRequest], progress: Progress) -> list[Rendered]:
        """As in the Engine protocol; requests are drawn one after the other."""
        return [self._one(place, request, progress) for place, request in enumerate(requests)]

    def identify(self, request: IdentityRequest) -> bytes | None:
        """The face as JSON; every model of this engine has one, as it costs nothing."""
        return identities.encode(identities.derive(request.character_id, request.traits))

    def _one(self, place: int, request: RenderRequest, progress: Progress) -> Rendered:
        progress(place, 0.0)
        self._wait(place, progress)
        if self._fault == "crash":
            os._exit(CRASH_EXIT_STATUS)
        if self._fault in (f"fail_{request.kind}", "fail_all"):
            raise EngineFailed(f"the fault {self._fault} is switched on")
        progress(place, 0.6 if request.kind == "image" else 0.55)
        rendered = (
            self._image(request)
            if request.kind == "image"
            else self._clip(place, request, progress)
        )
        progress(place, 1.0)
        return rendered

    def _wait(self, place: int, progress: Progress) -> None:
        """The configured delay in slices, so that a cancel is noticed within one of them."""
        started = time.monotonic()
        while (passed := time.monotonic() - started) < self._delay_seconds:
            progress(place, 0.5 * passed / self._delay_seconds)
            self._never.wait(min(DELAY_SLICE_SECONDS, self._delay_seconds - passed))

    def _image(self, request: RenderRequest) -> Rendered:
        if request.format not in MEDIA_TYPES:
            raise RequestRefused(f"an image cannot be written as {request.format}")
        if not (1 <= request.width <= SIDE_PIXELS_MAX and 1 <= request.height <= SIDE_PIXELS_MAX):
            raise RequestRefused(f"a side is 1 to {SIDE_PIXELS_MAX} pixels")
        if self._instant:
            data, seen = _instant_image(request.width, request.height, request.format)
        else:
            picture = draw(
                traits=request.traits,
                identity=_identity(request),
                prompt=request.prompt,
                seed=request.seed,
                width=request.width,
                height=request.height,
                anime=request.model_id == ANIME,
            )
            data, seen = encode_image(picture, request.format), likeness(picture)
        return Rendered(
            data=data,
            media_type=MEDIA_TYPES[request.format],
            width=request.width,
            height=request.height,
            identity_score=None if request.model_id == ANIME else 1.0,
            likeness=seen,
            repeated=self._instant,
        )

    def _clip(self, place: int, request: RenderRequest, progress: Progress) -> Rendered:
        if request.format != "mp4":
            raise RequestRefused(f"a video cannot be written as {request.format}")
        face = _identity(request)
        source = source_picture(request)
        seconds = CLIP_SECONDS_DEFAULT if request.seconds is None else request.seconds
        count = 1 if self._instant else seconds * video.FRAMES_PER_SECOND
        frames = clip_frames(source, request, face, count, anime=request.model_id == ANIME)

        def done(number: int) -> None:
            progress(place, 0.55 + 0.44 * number / count)

        clip = video.encode(frames, seconds=seconds, on_frame=done)
        return Rendered(
            data=clip.data,
            media_type="video/mp4",
            width=clip.width,
            height=clip.height,
            poster=clip.poster,
            identity_score=None if request.model_id == ANIME else 1.0,
        )


def _identity(request: RenderRequest) -> Identity:
    """The face to draw; one that another encoder has stored is of no use and is made anew."""
    if not request.identity:
        return identities.derive(request.character_id, request.traits)
    try:
        return identities.decode(request.identity)
    except (ValueError, msgspec.DecodeError):
        return identities.derive(request.character_id, request.traits)


def encode_image(picture: Image.Image, form: str) -> bytes:
    """The picture as PNG, WebP or JPEG; no metadata, the same bytes for the same pixels."""
    buffer = io.BytesIO()
    if form == "png":
        picture.save(buffer, "PNG", compress_level=3)
    elif form == "webp":
        picture.save(buffer, "WEBP", quality=88, method=2)
    else:
        picture.save(buffer, "JPEG", quality=92, subsampling=0)
    return buffer.getvalue()


@lru_cache(maxsize=INSTANT_CACHE_MAX)
def _instant_image(width: int, height: int, form: str) -> tuple[bytes, bytes]:
    """One finished picture per size and format, and its likeness."""
    traits: dict[str, str | int] = {"gender": "female", "hairColor": "brown"}
    face = identities.derive("instant", traits)
    picture = draw(
        traits=traits,
        identity=face,
        prompt="half body, smiling, studio",
        seed=0,
        width=width,
        height=height,
        anime=False,
    )
    return encode_image(picture, form), likeness(picture)
