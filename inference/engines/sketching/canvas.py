"""Anti-aliased shapes, soft shadows and tapered strokes on a Pillow picture.

Every shape is filled through its own supersampled mask, so edges stay crisp at any size while the
picture itself is never larger than asked for. Knows nothing about faces, clothes or scenes.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageDraw, ImageFilter

Points = NDArray[np.float64]
Colour = tuple[int, int, int]

FINE_PIXELS = 60_000
MIDDLE_PIXELS = 400_000
SOFT_SHRINK_MAX = 8
SEGMENT_POINTS = 9


class Blend(NamedTuple):
    """A vertical gradient."""

    upper: Colour
    lower: Colour


Paint = Colour | Blend


class Mask:
    """A grey picture with a place: how much of each pixel from (left, top) on is covered."""

    def __init__(self, image: Image.Image, left: int, top: int) -> None:
        self.image = image
        self.left = left
        self.top = top

    @property
    def box(self) -> tuple[int, int, int, int]:
        """Left, top, right and bottom edge, in pixels of the picture."""
        width, height = self.image.size
        return (self.left, self.top, self.left + width, self.top + height)

    def times(self, other: "Mask") -> "Mask | None":
        """What both cover, or None when they do not meet."""
        left, top = max(self.left, other.left), max(self.top, other.top)
        right, bottom = min(self.box[2], other.box[2]), min(self.box[3], other.box[3])
        if right <= left or bottom <= top:
            return None
        mine = self.image.crop(
            (left - self.left, top - self.top, right - self.left, bottom - self.top)
        )
        its = other.image.crop(
            (left - other.left, top - other.top, right - other.left, bottom - other.top)
        )
        return Mask(ImageChops.multiply(mine, its), left, top)


class Canvas:
    """A picture that is painted back to front."""

    def __init__(self, image: Image.Image) -> None:
        self.image = image
        self.silhouette: Image.Image | None = None

    def trace(self) -> None:
        """From here on, remembers which pixels were painted on (the figure, for its rim light)."""
        self.silhouette = Image.new("L", self.image.size, 0)

    def mask(self, outlines: Sequence[Points], blur: float = 0.0) -> Mask | None:
        """The area inside the outlines, softened by `blur` pixels; None when off the picture."""
        margin = 2.5 * blur + 1
        joined = np.concatenate(outlines)
        width, height = self.image.size
        left = max(0, int(np.floor(joined[:, 0].min() - margin)))
        top = max(0, int(np.floor(joined[:, 1].min() - margin)))
        right = min(width, int(np.ceil(joined[:, 0].max() + margin)))
        bottom = min(height, int(np.ceil(joined[:, 1].max() + margin)))
        if right <= left or bottom <= top:
            return None
        size = (right - left, bottom - top)
        origin = np.array([left, top], dtype=np.float64)
        moved = [outline - origin for outline in outlines]
        image = _crisp(moved, size) if blur < 1 else _soft(moved, size, blur)
        return Mask(image, left, top)

    def fill(
        self,
        outline: Points | Sequence[Points],
        paint: Paint,
        *,
        blur: float = 0.0,
        opacity: float = 1.0,
        within: Mask | None = None,
        trace: bool = False,
    ) -> Mask | None:
        """Paints the inside of one or several outlines and returns the mask it painted through."""
        outlines = [outline] if isinstance(outline, np.ndarray) else list(outline)
        mask = self.mask(outlines, blur) if outlines else None
        if mask is not None and within is not None:
            mask = mask.times(within)
        if mask is None:
            return None
        self.paint(mask, paint, opacity=opacity)
        if trace and self.silhouette is not None:
            self.silhouette.paste(255, mask.box, mask.image)
        return mask

    def paint(self, mask: Mask, paint: Paint, *, opacity: float = 1.0) -> None:
        """Paints through a mask made before."""
        image = mask.image
        if opacity < 1:
            image = image.point([int(level * opacity + 0.5) for level in range(256)])
        if isinstance(paint, Blend):
            self.image.paste(gradient(image.size, paint.upper, paint.lower), mask.box, image)
        else:
            self.image.paste(paint, mask.box, image)


def _crisp(outlines: list[Points], size: tuple[int, int]) -> Image.Image:
    area = size[0] * size[1]
    factor = 4 if area < FINE_PIXELS else 3 if area < MIDDLE_PIXELS else 2
    image = Image.new("L", (size[0] * factor, size[1] * factor), 0)
    draw = ImageDraw.Draw(image)
    for outline in outlines:
        draw.polygon((outline * factor).ravel().tolist(), fill=255)
    return image.reduce(factor)


def _soft(outlines: list[Points], size: tuple[int, int], blur: float) -> Image.Image:
    shrink = max(1, min(SOFT_SHRINK_MAX, int(blur / 2.5)))
    small = (max(1, -(-size[0] // shrink)), max(1, -(-size[1] // shrink)))
    image = Image.new("L", small, 0)
    draw = ImageDraw.Draw(image)
    for outline in outlines:
        draw.polygon((outline / shrink).ravel().tolist(), fill=255)
    image = image.filter(ImageFilter.GaussianBlur(blur / shrink))
    if shrink == 1:
        return image
    whole = image.resize((small[0] * shrink, small[1] * shrink), Image.Resampling.BILINEAR)
    return whole.crop((0, 0, size[0], size[1]))


def gradient(size: tuple[int, int], upper: Colour, lower: Colour) -> Image.Image:
    """A picture that goes from one colour at the top to another at the bottom."""
    ramp = np.linspace(0.0, 1.0, max(2, size[1]))[:, None]
    column = np.array(upper) * (1 - ramp) + np.array(lower) * ramp
    strip = Image.fromarray((column[:, None, :] + 0.5).astype(np.uint8))
    return strip.resize(size, Image.Resampling.NEAREST)


def curve(points: Sequence[tuple[float, float]] | Points, *, closed: bool = True) -> Points:
    """A smooth line (centripetal enough for our shapes: Catmull-Rom) through the points."""
    knots = np.asarray(points, dtype=np.float64)
    count = len(knots)
    if closed:
        index = np.arange(count)
        before, start, end, after = (knots[(index + step) % count] for step in (-1, 0, 1, 2))
    else:
        padded = np.concatenate([knots[:1], knots, knots[-1:]])
        before, start, end, after = padded[:-3], padded[1:-2], padded[2:-1], padded[3:]
    steps = np.linspace(0, 1, SEGMENT_POINTS, endpoint=False)[None, :, None]
    square, cube = steps**2, steps**3
    bent = 0.5 * (
        2 * start[:, None]
        + (end - before)[:, None] * steps
        + (2 * before - 5 * start + 4 * end - after)[:, None] * square
        + (3 * start - before - 3 * end + after)[:, None] * cube
    )
    line = bent.reshape(-1, 2)
    return line if closed else np.concatenate([line, knots[-1:]])


def mirrored(half: Sequence[tuple[float, float]]) -> Points:
    """A closed outline from its right half, given from top to bottom, reflected at x = 0."""
    right = np.asarray(half, dtype=np.float64)
    left = right[::-1] * np.array([-1.0, 1.0])
    if abs(right[-1, 0]) < 1e-9:
        left = left[1:]
    if abs(right[0, 0]) < 1e-9:
        left = left[:-1]
    return np.concatenate([right, left])


def ellipse(x: float, y: float, width: float, height: float, *, points: int = 40) -> Points:
    """An ellipse by its centre and its half axes."""
    angle = np.linspace(0, 2 * np.pi, points, endpoint=False)
    return np.stack([x + width * np.cos(angle), y + height * np.sin(angle)], axis=1)


def stroke(line: Points, widths: Sequence[float]) -> Points:
    """The outline of a brush stroke along a line; the widths are spread evenly from end to end."""
    tangent = np.gradient(line, axis=0)
    length = np.maximum(np.hypot(tangent[:, 0], tangent[:, 1]), 1e-9)[:, None]
    normal = np.stack([-tangent[:, 1], tangent[:, 0]], axis=1) / length
    along = np.linspace(0, 1, len(line))
    half = np.interp(along, np.linspace(0, 1, len(widths)), widths)[:, None] / 2
    return np.concatenate([line + normal * half, (line - normal * half)[::-1]])


def turned(points: Points, degrees: float, around: tuple[float, float] = (0.0, 0.0)) -> Points:
    """The points turned clockwise (y points down) around a centre."""
    angle = np.deg2rad(degrees)
    rotation = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    centre = np.array(around)
    rotated: Points = (points - centre) @ rotation + centre
    return rotated


def rectangle(left: float, top: float, right: float, bottom: float) -> Points:
    """A box with sharp corners."""
    return np.array([[left, top], [right, top], [right, bottom], [left, bottom]], dtype=np.float64)


def rounded(left: float, top: float, right: float, bottom: float, radius: float) -> Points:
    """A box with round corners."""
    quarter = np.linspace(0, np.pi / 2, 6)
    corners = [
        (right - radius, bottom - radius, 0.0),
        (left + radius, bottom - radius, np.pi / 2),
        (left + radius, top + radius, np.pi),
        (right - radius, top + radius, 3 * np.pi / 2),
    ]
    return np.concatenate(
        [
            np.stack([x + radius * np.cos(quarter + a), y + radius * np.sin(quarter + a)], axis=1)
            for x, y, a in corners
        ]
    )
