"""Runs a diffusers text-to-image pipeline that already lies on this machine.

Loads safetensors only, runs no code that comes with a model and never downloads. One forward pass
draws a whole batch; every row has its own generator on the processor, so a row depends on its seed
and, but for rounding, not on who shared the batch. Draws no videos and fixes no identities.
"""

import gc
import io
import math
from collections.abc import Sequence
from typing import Any

from PIL import Image

from inference.catalogue import DiffusionSettings, ModelEntry
from inference.engine import (
    EngineFailed,
    IdentityRequest,
    Progress,
    Rendered,
    RenderRequest,
)
from inference.likeness import likeness

PNG_LEVEL = 3
WEBP_QUALITY = 90
JPEG_QUALITY = 92
HALVINGS_MAX = 1
PIPELINE_GRAIN_PIXELS = 8
DRAWN_SHARE = 0.98
"""The progress when the last step is done and only decoding and writing are left."""


class DiffusionEngine:
    """One pipeline of the catalogue. `pipe` is None until it is loaded."""

    name = "diffusion"
    encoder = ""

    def __init__(self, entry: ModelEntry) -> None:
        if entry.diffusion is None:
            raise ValueError(f"{entry.card.id} has no diffusion section")
        self.settings: DiffusionSettings = entry.diffusion
        self.batch_max = entry.diffusion.batch_max
        self.pipe: Any = None

    def load(self) -> None:
        """Reads the weights and moves them to the accelerator, if there is one.

        A processor computes in float32 whatever the catalogue says: half precision was measured 5
        to 15 times slower there. Raises EngineFailed.
        """
        if self.pipe is not None:
            return
        import diffusers
        import torch

        accelerated = torch.cuda.is_available()
        dtype = getattr(torch, self.settings.dtype) if accelerated else torch.float32
        source = self.settings.folder or self.settings.repository
        try:
            pipeline: Any = diffusers.DiffusionPipeline
            pipe = pipeline.from_pretrained(
                source,
                revision=self.settings.revision,
                variant=self.settings.variant,
                dtype=dtype,
                use_safetensors=True,
                local_files_only=True,
            )
            if self.settings.scheduler is not None:
                scheduler = getattr(diffusers, self.settings.scheduler)
                options = self.settings.scheduler_options
                pipe.scheduler = scheduler.from_config(pipe.scheduler.config, **options)
        except (OSError, ValueError, AttributeError) as error:
            raise EngineFailed(f"{source} cannot be loaded: {error}") from error
        pipe.set_progress_bar_config(disable=True)
        self.pipe = pipe.to("cuda" if accelerated else "cpu")

    def unload(self) -> None:
        """Drops the weights."""
        if self.pipe is None:
            return
        import torch

        self.pipe = None
        gc.collect()
        if torch.cuda.is_available():
            torch.cuda.empty_cache()

    def identify(self, request: IdentityRequest) -> bytes | None:
        """None: prompt and traits alone carry the face here."""
        return None

    def render(self, requests: Sequence[RenderRequest], progress: Progress) -> list[Rendered]:
        """Draws the batch in one pass, or in two halves when the memory does not suffice."""
        if self.pipe is None:
            raise EngineFailed("the engine is not loaded")
        self._check(requests)
        reached = [-1.0] * len(requests)

        def rising(place: int, share: float) -> None:
            """A second attempt starts at the first step again; its caller need not know."""
            if share > reached[place]:
                reached[place] = share
                progress(place, share)

        for place in range(len(requests)):
            rising(place, 0.0)
        pictures = self._pictures(requests, 0, rising, HALVINGS_MAX)
        rendered = []
        for place, (request, picture) in enumerate(zip(requests, pictures, strict=True)):
            rendered.append(_finished(request, picture))
            rising(place, 1.0)
        return rendered

    def _check(self, requests: Sequence[RenderRequest]) -> None:
        if not 1 <= len(requests) <= self.batch_max:
            raise EngineFailed(f"a batch has 1 to {self.batch_max} requests, not {len(requests)}")
        if len({(r.kind, r.width, r.height, r.format) for r in requests}) > 1:
            raise EngineFailed("a batch is of one kind, size and format")
        if requests[0].kind != "image" or requests[0].format == "mp4":
            raise EngineFailed("this engine draws images only")

    def _pictures(
        self, requests: Sequence[RenderRequest], offset: int, progress: Progress, halvings: int
    ) -> list[Image.Image]:
        import torch

        try:
            return self._forward(requests, offset, progress)
        except torch.OutOfMemoryError as error:
            if halvings == 0 or len(requests) == 1:
                raise EngineFailed("the memory does not suffice for the batch") from error
        except (RuntimeError, ValueError) as error:
            raise EngineFailed(f"the pipeline refused: {error}") from error
        if torch.cuda.is_available():
            torch.cuda.empty_cache()
        middle = (len(requests) + 1) // 2
        first = self._pictures(requests[:middle], offset, progress, halvings - 1)
        return first + self._pictures(requests[middle:], offset + middle, progress, halvings - 1)

    def _forward(
        self, requests: Sequence[RenderRequest], offset: int, progress: Progress
    ) -> list[Image.Image]:
        import torch

        width, height = self._drawn_size(requests[0].width, requests[0].height)

        def step_done(pipe: Any, step: int, timestep: Any, tensors: Any) -> Any:
            """An exception out of `progress` ends the pass here and leaves the pipeline usable."""
            for place in range(len(requests)):
                progress(offset + place, DRAWN_SHARE * min(1.0, (step + 1) / self.settings.steps))
            return tensors

        pictures: list[Image.Image] = self.pipe(
            prompt=[request.prompt for request in requests],
            negative_prompt=[request.negative_prompt for request in requests],
            generator=[torch.Generator("cpu").manual_seed(r.seed) for r in requests],
            width=width,
            height=height,
            num_inference_steps=self.settings.steps,
            guidance_scale=self.settings.guidance,
            callback_on_step_end=step_done,
        ).images
        return pictures

    def _drawn_size(self, width: int, height: int) -> tuple[int, int]:
        """What the model draws for a requested size: its shape, with about the native pixels.

        Far from the size it was trained at a model repeats heads, so larger pictures are scaled.
        """
        grain = max(PIPELINE_GRAIN_PIXELS, 2 * int(self.pipe.vae_scale_factor))
        factor = 1.0
        if self.settings.native_size is not None:
            native_width, native_height = self.settings.native_size
            factor = math.sqrt(native_width * native_height / (width * height))
        sides = [max(grain, round(side * factor / grain) * grain) for side in (width, height)]
        return sides[0], sides[1]


def _finished(request: RenderRequest, picture: Image.Image) -> Rendered:
    """The picture at exactly the requested size, as a file without metadata."""
    if picture.size != (request.width, request.height):
        picture = picture.resize((request.width, request.height), Image.Resampling.LANCZOS)
    buffer = io.BytesIO()
    if request.format == "png":
        picture.save(buffer, "PNG", compress_level=PNG_LEVEL)
    elif request.format == "webp":
        picture.save(buffer, "WEBP", quality=WEBP_QUALITY, method=2)
    else:
        picture.save(buffer, "JPEG", quality=JPEG_QUALITY, subsampling=0)
    return Rendered(
        data=buffer.getvalue(),
        media_type=f"image/{request.format}",
        width=request.width,
        height=request.height,
        likeness=likeness(picture),
    )
