"""Runs a diffusers text-to-image pipeline that already lies on this machine.

Loads safetensors only, runs no code that comes with a model and never downloads. One forward pass
draws a whole batch; every row has its own generator on the processor, so a row depends on its seed
and, but for rounding, not on who shared the batch. With an IP-Adapter a character's face is fixed
once and given to every picture. With an image-to-video pipeline beside it, it draws clips.
"""

import gc
import hashlib
import io
import math
from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from typing import Any

import msgspec
from PIL import Image

from domain.enhancement.enhancing import EnhancementRequest, enhance
from domain.models import pixels
from inference.catalogue import DiffusionSettings, ModelEntry
from inference.engine import (
    EngineFailed,
    IdentityRequest,
    Progress,
    Rendered,
    RenderRequest,
    RequestRefused,
)
from inference.engines import ip_adapter, prompt_windows
from inference.engines.clips import ClipPipeline
from inference.engines.drawn_size import drawn_size
from inference.engines.ip_adapter import Face, IpAdapter
from inference.engines.prompt_windows import Windows
from inference.likeness import likeness

PNG_LEVEL = 3
WEBP_QUALITY = 90
JPEG_QUALITY = 92
HALVINGS_MAX = 1
PIPELINE_GRAIN_PIXELS = 8
DRAWN_SHARE = 0.98
"""The progress when the last step is done and only decoding and writing are left."""

PORTRAIT = (
    "head and shoulders portrait, facing the camera, neutral expression, plain light background,"
    " soft even light, dark plain clothes"
)
"""What a reference portrait shows beside the character's traits."""

FACES_REMADE_MAX = 256
REROLL_STRIDE = 0x9E3779B9
"""Added to the seed for each picture that is drawn again; odd, so that no seed comes twice."""


class _Row(msgspec.Struct, frozen=True):
    """One picture of a batch: its place there, and what is drawn.

    `windows` are its texts where the pipeline can read them in parts.
    """

    place: int
    request: RenderRequest
    face: Face | None
    windows: Windows | None


class DiffusionEngine:
    """One pipeline of the catalogue. `pipe` is None until it is loaded."""

    name = "diffusion"

    def __init__(self, entry: ModelEntry) -> None:
        if entry.diffusion is None:
            raise ValueError(f"{entry.card.id} has no diffusion section")
        self.settings: DiffusionSettings = entry.diffusion
        self.batch_max = entry.diffusion.batch_max
        self.pipe: Any = None
        self._card = entry.card
        adapter = entry.diffusion.adapter
        self._faces = None if adapter is None else IpAdapter(adapter)
        clips = entry.diffusion.video
        self._clips = None if clips is None else ClipPipeline(clips)
        self._remade: OrderedDict[str, Face] = OrderedDict()
        self._reads_windows = False

    @property
    def encoder(self) -> str:
        """Names the adapter that fixes faces; empty without one, and until it is loaded."""
        return "" if self._faces is None else self._faces.encoder

    def load(self) -> None:
        """Reads the weights and moves them to the accelerator, if there is one.

        A processor computes in float32 whatever the catalogue says: half precision was measured 5
        to 15 times slower there. Raises EngineFailed.
        """
        if self.pipe is not None:
            return
        _silence_libraries()
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
        device = "cuda" if accelerated else "cpu"
        pipe = pipe.to(device)
        if self._faces is not None:
            try:
                self._faces.attach(pipe)
            except (OSError, ValueError, AttributeError, KeyError, RuntimeError) as error:
                weights = self._faces.settings.weights
                raise EngineFailed(f"the adapter {weights} cannot be loaded: {error}") from error
        if self._clips is not None:
            try:
                self._clips.load(device)
            except (OSError, ValueError, AttributeError) as error:
                clips = self._clips.settings
                place = clips.folder or clips.repository
                raise EngineFailed(f"{place} cannot be loaded for clips: {error}") from error
        self._reads_windows = isinstance(pipe, diffusers.StableDiffusionXLPipeline)
        self.pipe = pipe

    def unload(self) -> None:
        """Drops the weights."""
        if self.pipe is None:
            return
        import torch

        self.pipe = None
        if self._faces is not None:
            self._faces.detach()
        if self._clips is not None:
            self._clips.unload()
        gc.collect()
        if torch.cuda.is_available():
            torch.cuda.empty_cache()

    def identify(self, request: IdentityRequest) -> bytes | None:
        """The face of a reference portrait, which traits and id alone decide; None without adapter.

        Raises EngineFailed.
        """
        if self._faces is None:
            return None
        return ip_adapter.encode(self._fixed(request, _untold))

    def render(self, requests: Sequence[RenderRequest], progress: Progress) -> list[Rendered]:
        """Draws the batch in one pass, or in two halves when the memory does not suffice.

        Pictures that miss their character's face are drawn again as often as the catalogue allows,
        each from a seed that follows from the one asked for; the closest one is kept.
        """
        if self.pipe is None:
            raise EngineFailed("the engine is not loaded")
        self._check(requests)
        reached = [0.0] * len(requests)

        def never_falling(place: int, share: float) -> None:
            """A second attempt starts at the first step again; its caller need not know."""
            reached[place] = max(reached[place], share)
            progress(place, reached[place])

        for place in range(len(requests)):
            never_falling(place, 0.0)
        if requests[0].kind == "video":
            return [self._clip(place, each, never_falling) for place, each in enumerate(requests)]
        rows = [
            self._row(place, request, self._face(request, partial(never_falling, place)))
            for place, request in enumerate(requests)
        ]
        pictures = self._pictures(rows, never_falling)
        scores = self._scores(pictures, rows)
        self._draw_again(rows, pictures, scores, never_falling)
        rendered = []
        for place, (request, picture) in enumerate(zip(requests, pictures, strict=True)):
            rendered.append(_finished(request, picture, scores[place]))
            never_falling(place, 1.0)
        return rendered

    def _clip(self, place: int, request: RenderRequest, progress: Progress) -> Rendered:
        assert self._clips is not None
        clip = self._clips.render(request, partial(progress, place))
        progress(place, 1.0)
        return clip

    def _fixed(self, request: IdentityRequest, progress: Progress) -> Face:
        """Raises EngineFailed."""
        if self.pipe is None or self._faces is None:
            raise EngineFailed("the engine is not loaded")
        words = enhance(
            EnhancementRequest(
                traits=request.traits,
                prompt=PORTRAIT,
                negative_prompt="",
                raw_prompt=False,
                quality_prefix=self._card.quality_prefix,
                model_negative_prompt=self._card.negative_prompt,
                style=self._card.style,
            )
        )
        width, height = pixels(self._card.default_resolution)
        side = math.isqrt(width * height)
        portrait = RenderRequest(
            kind="image",
            model_id=request.model_id,
            character_id=request.character_id,
            traits=request.traits,
            prompt=words.prompt,
            negative_prompt=words.negative_prompt,
            seed=int.from_bytes(hashlib.sha256(request.character_id.encode()).digest()[:4], "big"),
            width=side,
            height=side,
            format="png",
        )
        (picture,) = self._pictures([self._row(0, portrait, None)], progress)
        return self._faces.fixed(picture)

    def _face(self, request: RenderRequest, told: Callable[[float], None]) -> Face | None:
        """The face to draw; one that another encoder has stored is of no use and is made anew.

        That costs a portrait for each such character in each process, which `told` hears of as no
        progress, so that it can be stopped as well. Raises EngineFailed.
        """
        if self._faces is None or request.identity is None:
            return None
        stored = ip_adapter.decode(request.identity)
        if stored is not None and stored.encoder == self.encoder:
            return stored
        made = self._remade.get(request.character_id)
        if made is None:
            made = self._fixed(
                IdentityRequest(
                    model_id=request.model_id,
                    character_id=request.character_id,
                    traits=request.traits,
                ),
                lambda place, share: told(0.0),
            )
            self._remade[request.character_id] = made
            if len(self._remade) > FACES_REMADE_MAX:
                self._remade.popitem(last=False)
        return made

    def _row(self, place: int, request: RenderRequest, face: Face | None) -> _Row:
        windows = None
        if self._reads_windows:
            tokenizers = [t for t in (self.pipe.tokenizer, self.pipe.tokenizer_2) if t is not None]
            texts = request.prompt, request.negative_prompt
            windows = prompt_windows.windows_of(*texts, tokenizers)
        return _Row(place, request, face, windows)

    def _scores(self, pictures: Sequence[Image.Image], rows: Sequence[_Row]) -> list[float | None]:
        """A batch is of characters with a face, or of such without."""
        known = [row.face for row in rows if row.face is not None]
        if self._faces is None or not known:
            return [None] * len(pictures)
        return list(self._faces.scores(pictures, known))

    def _draw_again(
        self,
        rows: Sequence[_Row],
        pictures: list[Image.Image],
        scores: list[float | None],
        progress: Progress,
    ) -> None:
        """Replaces pictures, and their scores, by closer ones; none is ever replaced by a worse."""
        adapter = self.settings.adapter
        if adapter is None or adapter.score_min is None:
            return
        for attempt in range(1, adapter.rerolls + 1):
            low = [
                _reseeded(row, attempt)
                for row, score in zip(rows, scores, strict=True)
                if score is not None and score < adapter.score_min
            ]
            if not low:
                return
            drawn = self._pictures(low, progress)
            found = self._scores(drawn, low)
            for row, picture, score in zip(low, drawn, found, strict=True):
                before = scores[row.place]
                if score is not None and before is not None and score > before:
                    pictures[row.place], scores[row.place] = picture, score

    def _check(self, requests: Sequence[RenderRequest]) -> None:
        if not 1 <= len(requests) <= self.batch_max:
            raise EngineFailed(f"a batch has 1 to {self.batch_max} requests, not {len(requests)}")
        if len({(r.kind, r.width, r.height, r.format) for r in requests}) > 1:
            raise RequestRefused("a batch is of one kind, size and format")
        if len({r.identity is None for r in requests}) > 1:
            raise RequestRefused("a batch is of characters with a face, or of such without")
        video = requests[0].kind == "video"
        if video and self._clips is None:
            raise EngineFailed("this model draws images only")
        if video != (requests[0].format == "mp4"):
            raise RequestRefused(f"a {requests[0].kind} cannot be written as {requests[0].format}")

    def _pictures(self, rows: Sequence[_Row], progress: Progress) -> list[Image.Image]:
        """One picture for each row; rows whose texts have as many windows share a pass.

        Raises EngineFailed.
        """
        groups: dict[int, list[_Row]] = {}
        for row in rows:
            count = 0 if row.windows is None else len(row.windows.prompt)
            groups.setdefault(count, []).append(row)
        drawn = {
            row.place: picture
            for group in groups.values()
            for row, picture in zip(group, self._pass(group, progress, HALVINGS_MAX), strict=True)
        }
        return [drawn[row.place] for row in rows]

    def _pass(self, rows: Sequence[_Row], progress: Progress, halvings: int) -> list[Image.Image]:
        import torch

        try:
            return self._forward(rows, progress)
        except torch.OutOfMemoryError as error:
            if halvings == 0 or len(rows) == 1:
                raise EngineFailed("the memory does not suffice for the batch") from error
        except (RuntimeError, ValueError) as error:
            raise EngineFailed(f"the pipeline refused: {error}") from error
        if torch.cuda.is_available():
            torch.cuda.empty_cache()
        middle = (len(rows) + 1) // 2
        first = self._pass(rows[:middle], progress, halvings - 1)
        return first + self._pass(rows[middle:], progress, halvings - 1)

    def _forward(self, rows: Sequence[_Row], progress: Progress) -> list[Image.Image]:
        import torch

        width, height = self._drawn_size(rows[0].request.width, rows[0].request.height)

        def step_done(pipe: Any, step: int, timestep: Any, tensors: Any) -> Any:
            """An exception out of `progress` ends the pass here and leaves the pipeline usable."""
            for row in rows:
                share = DRAWN_SHARE * min(1.0, (step + 1) / self.settings.steps)
                progress(row.place, share)
            return tensors

        pictures: list[Image.Image] = self.pipe(
            generator=[torch.Generator("cpu").manual_seed(row.request.seed) for row in rows],
            width=width,
            height=height,
            num_inference_steps=self.settings.steps,
            guidance_scale=self.settings.guidance,
            callback_on_step_end=step_done,
            **self._conditions(rows),
        ).images
        return pictures

    def _conditions(self, rows: Sequence[_Row]) -> dict[str, Any]:
        """What the rows are drawn from: texts and faces, as the pipeline is called with them."""
        conditions: dict[str, Any] = {
            "prompt": [row.request.prompt for row in rows],
            "negative_prompt": [row.request.negative_prompt for row in rows],
        }
        windows = [row.windows for row in rows if row.windows is not None]
        if windows:
            conditions = prompt_windows.encoded(self.pipe, windows, guided=self._guided())
        if self._faces is not None:
            faces = [row.face for row in rows]
            conditions |= self._faces.arguments(faces, guided=self._guided())
        return conditions

    def _guided(self) -> bool:
        """Whether each row is drawn twice, with its texts and with what leads away from them."""
        distilled = self.pipe.unet.config.time_cond_proj_dim is not None
        return self.settings.guidance > 1 and not distilled

    def _drawn_size(self, width: int, height: int) -> tuple[int, int]:
        grain = max(PIPELINE_GRAIN_PIXELS, 2 * int(self.pipe.vae_scale_factor))
        return drawn_size(width, height, native=self.settings.native_size, step=grain)


def _silence_libraries() -> None:
    """Their warnings quote prompts, and their progress bars tear lines of the log apart."""
    for library in ("transformers", "diffusers"):  # in this order: the second imports the first
        logging: Any = import_module(f"{library}.utils.logging")
        logging.set_verbosity_error()
        logging.disable_progress_bar()


def _untold(place: int, share: float) -> None:
    """The progress of an identity: nobody waits for a part of it."""


def _reseeded(row: _Row, attempt: int) -> _Row:
    seed = (row.request.seed + attempt * REROLL_STRIDE) % 2**32
    return msgspec.structs.replace(row, request=msgspec.structs.replace(row.request, seed=seed))


def _finished(request: RenderRequest, picture: Image.Image, score: float | None) -> Rendered:
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
        identity_score=score,
        likeness=likeness(picture),
    )
