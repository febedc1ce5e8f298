"""A real engine, as small as one can be: it fills a picture with a colour that the seed decides."""

import io
import threading
from collections.abc import Callable, Sequence

from PIL import Image

from inference.engine import (
    EngineFailed,
    IdentityRequest,
    Progress,
    Rendered,
    RenderRequest,
)

STEP_SECONDS = 0.01
STEPS_MAX = 6000


class FlatEngine:
    """`before` is called with the requests before they are drawn: it may raise, wait or count.

    While `gate` is closed a render steps on, reporting progress, and draws nothing.
    """

    name = "flat"
    encoder = "flat-1"

    def __init__(
        self,
        *,
        batch_max: int = 1,
        before: Callable[[Sequence[RenderRequest]], None] = lambda requests: None,
        gate: threading.Event | None = None,
    ) -> None:
        self.batch_max = batch_max
        self.drawn: list[list[RenderRequest]] = []
        self.begun = threading.Event()
        self.loaded = 0
        self._before = before
        self._gate = gate

    def load(self) -> None:
        self.loaded += 1

    def render(self, requests: Sequence[RenderRequest], progress: Progress) -> list[Rendered]:
        self.begun.set()
        self._before(requests)
        for step in range(STEPS_MAX):
            for index in range(len(requests)):
                progress(index, min(step / 100, 0.99))
            if self._gate is None or self._gate.wait(STEP_SECONDS):
                break
        self.drawn.append(list(requests))
        return [_drawn(request) for request in requests]

    def identify(self, request: IdentityRequest) -> bytes | None:
        if request.traits.get("gender") == "non-binary":
            return None
        return b'{"face": "flat"}'

    def unload(self) -> None:
        self.loaded -= 1


def fail_on_seed(seed: int) -> Callable[[Sequence[RenderRequest]], None]:
    """A `before` that fails every batch in which this seed is."""

    def before(requests: Sequence[RenderRequest]) -> None:
        if any(request.seed == seed for request in requests):
            raise EngineFailed(f"seed {seed}")

    return before


def _drawn(request: RenderRequest) -> Rendered:
    colour = (request.seed % 256, request.width % 256, 80)
    encoded = io.BytesIO()
    Image.new("RGB", (request.width, request.height), colour).save(encoded, "PNG")
    return Rendered(
        data=encoded.getvalue(),
        media_type="image/png",
        width=request.width,
        height=request.height,
    )
