"""The light of the hour: tints scenery and figure, lights the figure's rim, darkens the edges."""

from functools import lru_cache
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageChops, ImageFilter

from inference.engines.sketching.canvas import Colour

VIGNETTES_MAX = 24


class Light(NamedTuple):
    """Factors per channel for scenery and figure, and the colours of the rims left and right."""

    scenery: tuple[float, float, float]
    figure: tuple[float, float, float]
    left_rim: Colour | None
    right_rim: Colour | None


LIGHTS: dict[str, Light] = {
    "day": Light((1.0, 1.0, 0.98), (1.0, 1.0, 1.0), (255, 252, 240), None),
    "overcast": Light((0.94, 0.97, 1.0), (0.97, 0.99, 1.0), None, None),
    "sunset": Light((1.0, 0.86, 0.74), (1.0, 0.92, 0.83), (255, 190, 110), (255, 160, 90)),
    "night": Light((0.52, 0.58, 0.84), (0.78, 0.83, 0.98), (160, 190, 255), None),
    "neon": Light((0.58, 0.48, 0.82), (0.88, 0.80, 0.96), (255, 70, 180), (60, 210, 255)),
    "candle": Light((0.62, 0.46, 0.36), (1.0, 0.86, 0.70), (255, 184, 96), (255, 140, 60)),
}
OWN_DARKNESS = {"city", "rooftop", "nightsky"}
"""Places that are drawn dark by themselves at night and need less tint."""


def tint_scenery(scenery: Image.Image, light: str, place: str) -> Image.Image:
    """The scenery in the light of the hour."""
    factors = LIGHTS[light].scenery
    if place in OWN_DARKNESS and light in ("night", "neon", "candle"):
        factors = (0.90, 0.88, 1.0)
    return _times(scenery, factors)


def tint_figure(
    image: Image.Image, silhouette: Image.Image, light: str, head_pixels: float
) -> None:
    """Tints what the silhouette covers, in place, and lights its edges from the side."""
    setting = LIGHTS[light]
    if setting.figure != (1.0, 1.0, 1.0):
        image.paste(_times(image, setting.figure), (0, 0), silhouette)
    size = image.size
    small = silhouette.resize(
        (max(1, size[0] // 2), max(1, size[1] // 2)), Image.Resampling.BILINEAR
    )
    reach = max(1, round(head_pixels * 0.0075))
    for shift, colour in ((reach, setting.left_rim), (-reach, setting.right_rim)):
        if colour is None:
            continue
        inner = ImageChops.offset(small, shift, reach // 2)
        rim = ImageChops.subtract(small, inner).filter(ImageFilter.BoxBlur(max(1, reach // 2)))
        rim = ImageChops.multiply(rim.resize(size, Image.Resampling.BILINEAR), silhouette)
        strength = 0.34 if light == "day" else 0.62
        image.paste(colour, (0, 0), rim.point([int(level * strength) for level in range(256)]))


def _times(image: Image.Image, factors: tuple[float, float, float]) -> Image.Image:
    table = [min(255, int(level * factor + 0.5)) for factor in factors for level in range(256)]
    return image.point(table)


@lru_cache(maxsize=VIGNETTES_MAX)
def _vignette(width: int, height: int, depth: float) -> Image.Image:
    x = np.linspace(-1, 1, width, dtype=np.float32)[None, :]
    y = np.linspace(-1, 1, height, dtype=np.float32)[:, None]
    fall = np.clip(np.hypot(x, y) - 0.62, 0, 1) ** 1.6
    grey = np.clip(255 * (1 - depth * fall), 0, 255).astype(np.uint8)
    plane = Image.fromarray(grey)
    return Image.merge("RGB", (plane, plane, plane))


def darken_edges(image: Image.Image, light: str) -> Image.Image:
    """A vignette, deeper where the light is scarce."""
    depth = 0.95 if light in ("night", "candle", "neon") else 0.5
    return ImageChops.multiply(image, _vignette(*image.size, depth))
