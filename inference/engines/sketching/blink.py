"""Finds the eyes of a drawn person in a finished picture and closes them for a blink.

The face follows from the identity, and where a head can be from the layout, so every possible place
is compared with what the eyes must look like there. No match, no blink: one in the wrong place
would be worse than none.
"""

from itertools import product
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from inference.engines.sketching import palette
from inference.engines.sketching.canvas import Canvas, Colour, rectangle
from inference.engines.sketching.eyes import draw_eyes, lid_lines
from inference.engines.sketching.pen import Pen
from inference.engines.sketching.person import Features, Person, features
from inference.engines.sketching.picture import TILT_DEGREES_MAX, layout
from inference.engines.sketching.skeleton import HEIGHT

LIKENESS_MIN = 0.90
HEAD_PIXELS_MIN = 50.0
TILT_STEPS = 45
REACH_X, ABOVE, BELOW = 0.29, 0.085, 0.065
"""How far the compared patch reaches from the middle of the eyes, in head units."""


class Eyes(NamedTuple):
    """Where the head is in a picture: pixels per head, the pixel of the chin, and the tilt."""

    scale: float
    x: float
    y: float
    tilt: float
    likeness: float


def find_eyes(picture: Image.Image, who: Person) -> Eyes | None:
    """The head of `who` in a picture that this engine drew, or None."""
    grey = picture.convert("L")
    width, height = picture.size
    shape = features(who)
    best: Eyes | None = None
    seen: set[tuple[int, int, int]] = set()
    for framing, posture, shift in product(("close", "half", "full"), HEIGHT, (-1.0, 0.0, 1.0)):
        spot = layout(width, height, framing, posture, shift)
        key = (round(spot.scale), round(spot.x), round(spot.y))
        if key in seen or spot.scale < HEAD_PIXELS_MIN:
            continue
        seen.add(key)
        expected = _expected(who, shape, spot.scale)
        for tilt in np.linspace(-TILT_DEGREES_MAX, TILT_DEGREES_MAX, TILT_STEPS):
            pen = Pen(Canvas(picture), scale=spot.scale, x=spot.x, y=spot.y, tilt=float(tilt))
            likeness = _likeness(expected, _patch(grey, pen, shape, expected.shape))
            if best is None or likeness > best.likeness:
                best = Eyes(spot.scale, spot.x, spot.y, float(tilt), likeness)
    return best if best is not None and best.likeness >= LIKENESS_MIN else None


def _expected(who: Person, shape: Features, scale: float) -> NDArray[np.float64]:
    """The open eyes of a person as grey levels, upright."""
    size = (round(2 * REACH_X * scale), round((ABOVE + BELOW) * scale))
    canvas = Canvas(Image.new("RGB", size, who.skin))
    pen = Pen(canvas, scale=scale, x=REACH_X * scale, y=(ABOVE - shape.eye_y) * scale)
    whole = canvas.mask([rectangle(0, 0, *size)])
    if whole is not None:
        draw_eyes(pen, who, shape, "neutral", whole)
    return np.asarray(canvas.image.convert("L"), dtype=np.float64)


def _patch(
    grey: Image.Image, pen: Pen, shape: Features, size: tuple[int, ...]
) -> NDArray[np.float64]:
    """What the picture shows where the eyes would be, turned upright."""
    rows, columns = size
    left, right, top, bottom = -REACH_X, REACH_X, shape.eye_y - ABOVE, shape.eye_y + BELOW
    corners = pen.pixels(np.array([[left, top], [right, top], [left, bottom]]))
    across, down = (corners[1] - corners[0]) / columns, (corners[2] - corners[0]) / rows
    (x, y), (ax, ay), (dx, dy) = corners[0].tolist(), across.tolist(), down.tolist()
    upright = grey.transform(
        (columns, rows),
        Image.Transform.AFFINE,
        (ax, dx, x, ay, dy, y),
        Image.Resampling.BILINEAR,
    )
    return np.asarray(upright, dtype=np.float64)


def _likeness(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    """The correlation of two patches, -1 to 1."""
    first, second = one - one.mean(), other - other.mean()
    norm = float(np.sqrt((first**2).sum() * (second**2).sum()))
    return float((first * second).sum()) / norm if norm > 0 else 0.0


def close_eyes(picture: Image.Image, eyes: Eyes, who: Person, closure: float) -> Image.Image:
    """A copy of the picture with the lids down by `closure` (0 to 1)."""
    canvas = Canvas(picture.copy())
    pen = Pen(canvas, scale=eyes.scale, x=eyes.x, y=eyes.y, tilt=eyes.tilt)
    shape = features(who)
    lash = palette.mix((26, 18, 22), palette.dark(who.brow, 0.5), 0.35)
    for side in (-1, 1):
        upper, lower = lid_lines(shape, side, 1.04, 1.06)
        lid = upper + (lower - upper) * closure
        area = np.concatenate([upper + np.array([0.0, -0.012]), lid[::-1]])
        pen.fill(area, _lid_colour(picture, pen, shape, side), blur=0.002)
        pen.strokes([lid], (0.006, 0.016, 0.020, 0.010), lash)
    return canvas.image


def _lid_colour(picture: Image.Image, pen: Pen, shape: Features, side: int) -> Colour:
    """The skin between lid and brow as it looks in this light; the median ignores a lash."""
    heights = shape.eye_y - shape.eye_up - np.linspace(0.012, 0.048, 7)
    spots = pen.pixels(np.stack([np.full(7, side * shape.eye_x), heights], axis=1)).astype(int)
    pixels = np.asarray(picture)
    columns = spots[:, 0].clip(0, picture.width - 1)
    rows = spots[:, 1].clip(0, picture.height - 1)
    red, green, blue = np.median(pixels[rows, columns], axis=0).astype(int).tolist()
    return (red, green, blue)
