"""A canvas seen in head units: the chin is (0, 0), the head is one unit high, y points down."""

from collections.abc import Sequence

import numpy as np

from inference.engines.sketching.canvas import (
    Canvas,
    Mask,
    Paint,
    Points,
    stroke,
    turned,
)

NECK = (0.0, 0.12)
"""What the head turns around, in head units."""


class Pen:
    """Draws shapes given in head units, optionally turned about the neck with the head."""

    def __init__(
        self, canvas: Canvas, *, scale: float, x: float, y: float, tilt: float = 0.0
    ) -> None:
        self.canvas = canvas
        self.scale = scale
        self.origin = np.array([x, y])
        self.tilt = tilt

    def tilted(self, degrees: float) -> "Pen":
        """The same pen for the head, turned clockwise."""
        x, y = self.origin
        return Pen(self.canvas, scale=self.scale, x=x, y=y, tilt=degrees)

    def pixels(self, points: Points) -> Points:
        """Points in head units as pixels of the picture."""
        placed = turned(points, self.tilt, NECK) if self.tilt else points
        moved: Points = placed * self.scale + self.origin
        return moved

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
        """As Canvas.fill, with outline and blur in head units."""
        outlines = [outline] if isinstance(outline, np.ndarray) else outline
        return self.canvas.fill(
            [self.pixels(part) for part in outlines],
            paint,
            blur=blur * self.scale,
            opacity=opacity,
            within=within,
            trace=trace,
        )

    def mask(self, outline: Points, blur: float = 0.0) -> Mask | None:
        """The area of an outline, nothing painted."""
        return self.canvas.mask([self.pixels(outline)], blur * self.scale)

    def strokes(
        self,
        lines: Sequence[Points],
        widths: Sequence[float],
        paint: Paint,
        *,
        blur: float = 0.0,
        opacity: float = 1.0,
        within: Mask | None = None,
    ) -> None:
        """Brush strokes of one colour, all at once; widths in head units from end to end."""
        outlines = [stroke(line, widths) for line in lines]
        if outlines:
            self.fill(outlines, paint, blur=blur, opacity=opacity, within=within)

    def edge(
        self,
        outline: Points,
        width: float,
        paint: Paint,
        *,
        opacity: float = 1.0,
        within: Mask | None = None,
    ) -> None:
        """A line of even width around a closed outline."""
        closed = np.concatenate([outline, outline[:1]])
        self.strokes([closed], (width, width), paint, opacity=opacity, within=within)
