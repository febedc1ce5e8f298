"""Reads the catalogue of models.

The catalogue never downloads anything and never looks at weights: an entry says where they lie, the
engine finds out whether they do when it is loaded.
"""

from importlib import resources
from pathlib import Path
from typing import Literal, TypeVar

import msgspec

from domain.models import ModelCard

CATALOGUE_BYTES_MAX = 1_000_000
STEPS_MAX = 200
BATCH_MAX = 64
REROLLS_MAX = 4
FPS_MAX = 60
FRAMES_MAX = 1_000
SIDE_STEP_MAX = 128


class CatalogueInvalid(Exception):
    """The catalogue file does not say what a catalogue must say; the message names the place."""


class AdapterSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where an IP-Adapter (plain or plus) for the pipeline lies, and how strongly it draws a face.

    `weights` is a safetensors file in `subfolder`; `encoder` is the folder of its image encoder,
    both below `folder` (or `repository` at `revision`). `scale` is 0 (no face) to 1. With
    `score_min` a picture whose score is lower is drawn again, up to `rerolls` times.
    """

    folder: str | None = None
    repository: str | None = None
    revision: str | None = None
    subfolder: str = ""
    weights: str
    encoder: str = "image_encoder"
    scale: float = 0.6
    score_min: float | None = None
    rerolls: int = 0

    def __post_init__(self) -> None:
        _check_source(self.folder, self.repository, self.revision)
        if not self.weights.endswith(".safetensors"):
            raise ValueError("weights of an adapter are a .safetensors file")
        if not 0 < self.scale <= 1:
            raise ValueError("the scale of an adapter is more than 0 and at most 1")
        if self.score_min is not None and not -1 <= self.score_min <= 1:
            raise ValueError("score_min is a cosine, -1 to 1")
        if not 0 <= self.rerolls <= REROLLS_MAX:
            raise ValueError(f"rerolls are 0 to {REROLLS_MAX}")
        if self.rerolls and self.score_min is None:
            raise ValueError("rerolls need a score_min")


class VideoSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where a diffusers image-to-video pipeline lies and how a clip is drawn with it.

    The pipeline draws `frames_step` * n + 1 frames, at most `frames_max`, at `fps` frames a second;
    sides are multiples of `side_step` pixels, with about as many pixels as `native_size`. `options`
    are further arguments of the pipeline's call, such as `motion_bucket_id`.
    """

    folder: str | None = None
    repository: str | None = None
    revision: str | None = None
    variant: str | None = None
    dtype: Literal["float32", "float16", "bfloat16"] = "float32"
    steps: int = 25
    guidance: float = 5.0
    fps: int = 16
    frames_max: int = 81
    frames_step: int = 4
    side_step: int = 16
    native_size: tuple[int, int] | None = None
    options: dict[str, bool | int | float | str] = {}

    def __post_init__(self) -> None:
        _check_source(self.folder, self.repository, self.revision)
        if not (1 <= self.steps <= STEPS_MAX and 1 <= self.fps <= FPS_MAX):
            raise ValueError(f"steps are 1 to {STEPS_MAX}, fps are 1 to {FPS_MAX}")
        if not (1 <= self.frames_step < self.frames_max <= FRAMES_MAX):
            raise ValueError(f"frames_max is more than frames_step and at most {FRAMES_MAX}")
        if not 2 <= self.side_step <= SIDE_STEP_MAX or self.side_step % 2:
            raise ValueError(f"side_step is even and 2 to {SIDE_STEP_MAX}")


class DiffusionSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where a diffusers text-to-image pipeline lies and how it is run.

    Either `folder` (a local directory, relative ones are resolved against the catalogue file) or
    `repository` with a pinned `revision`. `native_size` is the width and height in pixels of the
    default orientation that the model was trained at; other sizes are drawn with about as many
    pixels and scaled up. None draws at the requested size. `scheduler` is a diffusers class name.
    `adapter` gives every picture of a character one face; without it words alone carry the face.
    `video` draws clips; without it the model has none.
    """

    folder: str | None = None
    repository: str | None = None
    revision: str | None = None
    variant: str | None = None
    dtype: Literal["float32", "float16", "bfloat16"] = "float32"
    scheduler: str | None = None
    scheduler_options: dict[str, bool | int | float | str] = {}
    steps: int = 25
    guidance: float = 5.0
    native_size: tuple[int, int] | None = None
    batch_max: int = 4
    adapter: AdapterSettings | None = None
    video: VideoSettings | None = None

    def __post_init__(self) -> None:
        _check_source(self.folder, self.repository, self.revision)
        if not (1 <= self.steps <= STEPS_MAX and 1 <= self.batch_max <= BATCH_MAX):
            raise ValueError(f"steps are 1 to {STEPS_MAX}, batch_max is 1 to {BATCH_MAX}")


def _check_source(folder: str | None, repository: str | None, revision: str | None) -> None:
    if (folder is None) == (repository is None):
        raise ValueError("name either a folder or a repository")
    if repository is not None and revision is None:
        raise ValueError("a repository needs a pinned revision")


class ModelEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One model: its card, the engine that draws it and the pool of consumers that serves it."""

    card: ModelCard
    engine: Literal["sketch", "diffusion"] = "sketch"
    pool: str = "default"
    diffusion: DiffusionSettings | None = None

    def __post_init__(self) -> None:
        if self.engine == "diffusion" and self.diffusion is None:
            raise ValueError(f"{self.card.id}: the diffusion engine needs a diffusion section")
        draws_clips = self.diffusion is not None and self.diffusion.video is not None
        if self.engine == "diffusion" and draws_clips != ("video" in self.card.kinds):
            raise ValueError(f"{self.card.id}: videos need both a kind and a section of their own")
        fixes_faces = self.diffusion is not None and self.diffusion.adapter is not None
        if self.engine == "diffusion" and self.card.face_conditioning and not fixes_faces:
            raise ValueError(f"{self.card.id}: face_conditioning needs an adapter")


Part = TypeVar("Part", DiffusionSettings, AdapterSettings, VideoSettings)


class Catalogue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    models: dict[str, ModelEntry]

    def __post_init__(self) -> None:
        for name, entry in self.models.items():
            if name != entry.card.id:
                raise ValueError(f"{name}: the card calls itself {entry.card.id}")


def load_catalogue(path: Path | None = None) -> dict[str, ModelEntry]:
    """The models by id, from `path` or from the file that ships with this package.

    Raises CatalogueInvalid.
    """
    packaged = resources.files("inference") / "models.toml"
    try:
        raw = packaged.read_bytes() if path is None else path.read_bytes()
        if len(raw) > CATALOGUE_BYTES_MAX:
            raise CatalogueInvalid(f"more than {CATALOGUE_BYTES_MAX} bytes")
        models = msgspec.toml.decode(raw, type=Catalogue).models
    except OSError as error:
        raise CatalogueInvalid(f"{path or packaged} cannot be read: {error.strerror}.") from error
    except (msgspec.DecodeError, ValueError) as error:
        raise CatalogueInvalid(f"{path or packaged}: {error}") from error
    if path is None:
        return models
    return {name: _anchored(entry, path.parent) for name, entry in models.items()}


def _anchored(entry: ModelEntry, beside: Path) -> ModelEntry:
    """Folders in a catalogue are written relative to the catalogue, not to who reads it."""
    if entry.diffusion is None:
        return entry
    diffusion = entry.diffusion
    for name in ("adapter", "video"):
        part = getattr(diffusion, name)
        if part is not None:
            diffusion = msgspec.structs.replace(diffusion, **{name: _beside(part, beside)})
    return msgspec.structs.replace(entry, diffusion=_beside(diffusion, beside))


def _beside(part: Part, beside: Path) -> Part:
    """The same part of an entry, its folder found from anywhere."""
    if part.folder is None:
        return part
    return msgspec.structs.replace(part, folder=str(beside / part.folder))
