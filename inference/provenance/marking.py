"""What is done to a finished file before it is stored, so that it tells what it is.

A watermark of the operator's own comes first, since it changes pixels and the checks are to see
what will be stored; the manifest comes last, since it seals every byte.
"""

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple, Protocol

import msgspec

from inference.engine import EngineFailed, Rendered

Mark = Callable[[Rendered], Rendered]
"""Returns the file with its mark in it. Raises MarkFailed."""


class MarkFailed(EngineFailed):
    """The file cannot be marked, and an unmarked one is not handed out."""


class WatermarkInvalid(ValueError):
    """The watermark that is named cannot be used; the message says why."""


class Watermark(Protocol):
    """An invisible watermark in the pixels, which outlives what strips the manifest.

    Both may be called from several threads at once.
    """

    def embed(self, rendered: Rendered) -> Rendered:
        """The same picture or clip, of the same kind and size, with the watermark in it."""

    def found_in(self, data: bytes, media_type: str) -> bool:
        """Whether a file of anybody's has this watermark; False where it cannot be read."""


class NoWatermark:
    """None is embedded, and none is found."""

    def embed(self, rendered: Rendered) -> Rendered:
        return rendered

    def found_in(self, data: bytes, media_type: str) -> bool:
        return False


class Marks(NamedTuple):
    """What marks files: before they are checked, and after it."""

    watermark: Mark
    manifest: Mark


def unmarked(rendered: Rendered) -> Rendered:
    """The file as it is."""
    return rendered


UNMARKED = Marks(unmarked, unmarked)


def watermark_named(name: str | None) -> Watermark:
    """The watermark `module:name` of an operator's own, which must be installed; the name is that
    of an object or of a class that needs no arguments. Raises WatermarkInvalid.
    """
    if name is None:
        return NoWatermark()
    module, _, attribute = name.partition(":")
    try:
        found = getattr(import_module(module), attribute)
        made: Watermark = found() if isinstance(found, type) else found
    except Exception as error:
        raise WatermarkInvalid(f"{name} cannot be loaded: {error!r}") from error
    for method in ("embed", "found_in"):
        if not callable(getattr(made, method, None)):
            raise WatermarkInvalid(f"{name} has no method {method}")
    return made


def embedding(watermark: Watermark) -> Mark:
    """The watermark as a mark. What it makes of a file must still be what was asked for."""
    if isinstance(watermark, NoWatermark):
        return unmarked

    def mark(rendered: Rendered) -> Rendered:
        try:
            marked = watermark.embed(rendered)
        except Exception as error:
            raise MarkFailed(f"the watermark was not embedded: {error!r}") from error
        promised = (rendered.media_type, rendered.width, rendered.height)
        if (marked.media_type, marked.width, marked.height) != promised:
            raise MarkFailed("the watermark made another kind or size of the file")
        return msgspec.structs.replace(marked, repeated=False)

    return mark
