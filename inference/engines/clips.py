"""Draws clips from a finished picture with a diffusers image-to-video pipeline on this machine.

Wan, LTX, Stable Video Diffusion and others differ in what their calls take; each is given what its
own signature names. Nothing is downloaded, and only safetensors are read.
"""

import inspect
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from PIL import Image

from inference import video
from inference.catalogue import VideoSettings
from inference.engine import EngineFailed, Rendered, RenderRequest
from inference.engines.drawn_size import drawn_size
from inference.engines.source_picture import source_picture

DRAWN_SHARE = 0.9
"""The progress when the last step is done and decoding and writing are left."""

CLIP_SECONDS_DEFAULT = 5


class ClipPipeline:
    """One image-to-video pipeline. `pipe` is None until it is loaded; not thread-safe."""

    def __init__(self, settings: VideoSettings) -> None:
        self.settings = settings
        self.pipe: Any = None
        self._takes: frozenset[str] = frozenset()

    def load(self, device: str) -> None:
        """Raises OSError, ValueError, AttributeError."""
        import diffusers
        import torch

        settings = self.settings
        dtype = torch.float32 if device == "cpu" else getattr(torch, settings.dtype)
        pipeline: Any = diffusers.DiffusionPipeline
        pipe = pipeline.from_pretrained(
            settings.folder or settings.repository,
            revision=settings.revision,
            variant=settings.variant,
            dtype=dtype,
            use_safetensors=True,
            local_files_only=True,
        )
        self._takes = frozenset(inspect.signature(type(pipe).__call__).parameters)
        unknown = sorted({*settings.options} - self._takes)
        if "image" not in self._takes or "num_frames" not in self._takes:
            raise ValueError(f"{type(pipe).__name__} draws no clip from an image")
        if unknown:
            raise ValueError(f"{type(pipe).__name__} takes no {', '.join(unknown)}")
        pipe.set_progress_bar_config(disable=True)
        self.pipe = pipe.to(device)

    def unload(self) -> None:
        """Drops the weights."""
        self.pipe = None

    def render(self, request: RenderRequest, progress: Callable[[float], None]) -> Rendered:
        """A clip of the requested size and length that starts from `source`. Raises
        RequestRefused, EngineFailed.

        `progress` is told the share done; what it raises ends the drawing.
        """
        source = source_picture(request)
        seconds = request.seconds or CLIP_SECONDS_DEFAULT
        size = request.width - request.width % 2, request.height - request.height % 2
        frames = self._frames(request, source, seconds, progress)
        total = seconds * video.FRAMES_PER_SECOND

        def written(count: int) -> None:
            progress(DRAWN_SHARE + (0.99 - DRAWN_SHARE) * count / total)

        clip = video.encode(_in_time(frames, total, size), seconds=seconds, on_frame=written)
        return Rendered(
            data=clip.data,
            media_type="video/mp4",
            width=clip.width,
            height=clip.height,
            poster=clip.poster,
        )

    def _frames(
        self,
        request: RenderRequest,
        source: Image.Image,
        seconds: int,
        progress: Callable[[float], None],
    ) -> Sequence[Image.Image]:
        import torch

        width, height = drawn_size(
            request.width,
            request.height,
            native=self.settings.native_size,
            step=self.settings.side_step,
        )

        def step_done(pipe: Any, step: int, timestep: Any, tensors: Any) -> Any:
            progress(DRAWN_SHARE * min(1.0, (step + 1) / self.settings.steps))
            return tensors

        offered = {
            "image": source.resize((width, height), Image.Resampling.LANCZOS),
            "prompt": request.prompt,
            "negative_prompt": request.negative_prompt,
            "width": width,
            "height": height,
            "num_frames": self._count(seconds),
            "fps": self.settings.fps,
            "frame_rate": self.settings.fps,
            "num_inference_steps": self.settings.steps,
            "guidance_scale": self.settings.guidance,
            "generator": torch.Generator("cpu").manual_seed(request.seed),
            "output_type": "pil",
            "callback_on_step_end": step_done,
        }
        taken = {name: value for name, value in offered.items() if name in self._takes}
        try:
            frames: Sequence[Image.Image] = self.pipe(**taken | self.settings.options).frames[0]
        except torch.OutOfMemoryError as error:
            raise EngineFailed("the memory does not suffice for the clip") from error
        except (RuntimeError, ValueError) as error:
            raise EngineFailed(f"the pipeline refused: {error}") from error
        return frames

    def _count(self, seconds: int) -> int:
        """As many frames as the model can draw of so many seconds, at least one step of them."""
        step = self.settings.frames_step
        wanted = min(seconds * self.settings.fps, self.settings.frames_max - 1)
        return max(1, wanted // step) * step + 1


def _in_time(
    frames: Sequence[Image.Image], total: int, size: tuple[int, int]
) -> Iterator[Image.Image]:
    """So many frames of one size, the first and last of them those of the model.

    A model that draws fewer than are shown is slowed down by repeating, never cut short.
    """
    for number in range(total):
        frame = frames[round(number * (len(frames) - 1) / max(1, total - 1))]
        yield frame.convert("RGB").resize(size, Image.Resampling.LANCZOS)
