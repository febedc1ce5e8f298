"""What a customer may ask of a model: sizes, formats, prices and the words added to a prompt.

Cards are data, read from the catalogue by whoever composes the process and handed to the rules.
Nothing here knows how a model draws or where its weights lie.
"""

from typing import Literal

import msgspec

Kind = Literal["image", "video"]
Style = Literal["photo", "anime"]

SIDE_PIXELS_MIN = 256
SIDE_PIXELS_MAX = 2048
CLIP_SECONDS_MAX = 30


class Latency(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How long the engine is expected to take for one request, in seconds, queueing left out."""

    p50_seconds: float
    p95_seconds: float


class ModelCard(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The customer-facing part of one catalogue entry.

    `resolutions` are "WIDTHxHEIGHT" in pixels; `price_credits` and `latency` have one item for
    each of `kinds`; `video_seconds` are the clip lengths on offer, the first is the default, as the
    first of `formats` is for images. `face_conditioning` says that a character's face is fixed
    once and given to every later request. Raises ValueError when the parts contradict each other.
    """

    id: str
    style: Style
    face_conditioning: bool
    kinds: tuple[Kind, ...]
    resolutions: tuple[str, ...]
    default_resolution: str
    formats: tuple[str, ...]
    video_seconds: tuple[int, ...]
    price_credits: dict[Kind, int]
    latency: dict[Kind, Latency]
    licence: str
    quality_prefix: str
    negative_prompt: str

    def __post_init__(self) -> None:
        if self.default_resolution not in self.resolutions:
            raise ValueError(f"{self.id}: the default resolution is not among the resolutions")
        for resolution in self.resolutions:
            pixels(resolution)
        if set(self.price_credits) != set(self.kinds) or set(self.latency) != set(self.kinds):
            raise ValueError(f"{self.id}: price and latency need one item for each kind")
        if min(self.price_credits.values()) < 1:
            raise ValueError(f"{self.id}: a price is at least one credit")
        if not all(1 <= seconds <= CLIP_SECONDS_MAX for seconds in self.video_seconds):
            raise ValueError(f"{self.id}: a clip is 1 to {CLIP_SECONDS_MAX} seconds long")
        if "video" in self.kinds and not self.video_seconds:
            raise ValueError(f"{self.id}: a model with videos needs a clip length")


def pixels(resolution: str) -> tuple[int, int]:
    """The width and height, in pixels, that "896x1152" stands for; ValueError when it is none."""
    width, separator, height = resolution.partition("x")
    if not (separator and width.isascii() and height.isascii()):
        raise ValueError(f"not a resolution: {resolution}")
    sides = int(width), int(height)
    if not all(SIDE_PIXELS_MIN <= side <= SIDE_PIXELS_MAX for side in sides):
        raise ValueError(f"a side is {SIDE_PIXELS_MIN} to {SIDE_PIXELS_MAX} pixels: {resolution}")
    return sides
