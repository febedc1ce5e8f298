"""Reads the catalogue of models.

The catalogue never downloads anything and never looks at weights: an entry says where they lie, the
engine finds out whether they do when it is loaded.
"""

from importlib import resources
from pathlib import Path
from typing import Literal

import msgspec

from domain.models import ModelCard

CATALOGUE_BYTES_MAX = 1_000_000
STEPS_MAX = 200
BATCH_MAX = 64


class CatalogueInvalid(Exception):
    """The catalogue file does not say what a catalogue must say; the message names the place."""


class DiffusionSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where a diffusers text-to-image pipeline lies and how it is run.

    Either `folder` (a local directory, relative ones are resolved against the catalogue file) or
    `repository` with a pinned `revision`. `native_size` is the width and height in pixels of the
    default orientation that the model was trained at; other sizes are drawn with about as many
    pixels and scaled up. None draws at the requested size. `scheduler` is a diffusers class name.
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

    def __post_init__(self) -> None:
        if (self.folder is None) == (self.repository is None):
            raise ValueError("name either a folder or a repository")
        if self.repository is not None and self.revision is None:
            raise ValueError("a repository needs a pinned revision")
        if not (1 <= self.steps <= STEPS_MAX and 1 <= self.batch_max <= BATCH_MAX):
            raise ValueError(f"steps are 1 to {STEPS_MAX}, batch_max is 1 to {BATCH_MAX}")


class ModelEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One model: its card, the engine that draws it and the pool of consumers that serves it."""

    card: ModelCard
    engine: Literal["sketch", "diffusion"] = "sketch"
    pool: str = "default"
    diffusion: DiffusionSettings | None = None

    def __post_init__(self) -> None:
        if self.engine == "diffusion" and self.diffusion is None:
            raise ValueError(f"{self.card.id}: the diffusion engine needs a diffusion section")


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
    except (OSError, msgspec.DecodeError, ValueError) as error:
        raise CatalogueInvalid(f"{path or packaged}: {error}") from error
    if path is None:
        return models
    return {name: _anchored(entry, path.parent) for name, entry in models.items()}


def _anchored(entry: ModelEntry, beside: Path) -> ModelEntry:
    """Folders in a catalogue are written relative to the catalogue, not to who reads it."""
    if entry.diffusion is None or entry.diffusion.folder is None:
        return entry
    folder = str(beside / entry.diffusion.folder)
    diffusion = msgspec.structs.replace(entry.diffusion, folder=folder)
    return msgspec.structs.replace(entry, diffusion=diffusion)
