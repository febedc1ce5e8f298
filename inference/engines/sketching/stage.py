"""The scenery's drawing tools and its skies; x is 0 in the middle, y 0 (top) to 1, in heights."""

from collections.abc import Sequence
from random import Random

import numpy as np
from PIL import Image

from inference.engines.sketching.canvas import (
    Blend,
    Canvas,
    Colour,
    Paint,
    Points,
    curve,
    ellipse,
    gradient,
    rectangle,
    stroke,
)

SKIES: dict[str, tuple[Colour, Colour]] = {
    "day": ((106, 172, 226), (214, 236, 246)),
    "overcast": ((150, 164, 178), (212, 218, 222)),
    "sunset": ((104, 92, 150), (255, 176, 104)),
    "night": ((14, 22, 54), (52, 66, 112)),
    "neon": ((26, 14, 54), (112, 38, 116)),
    "candle": ((18, 20, 44), (64, 48, 70)),
}


class Stage:
    """A small canvas for scenery, enlarged afterwards: what is far away need not be sharp."""

    def __init__(self, size: tuple[int, int], light: str, dice: Random) -> None:
        self.height = size[1]
        self.reach = size[0] / size[1] / 2
        self.light = light
        self.dice = dice
        self.dark = light in ("night", "neon", "candle")
        self.canvas = Canvas(Image.new("RGB", size, (128, 128, 128)))
        self.centre = np.array([size[0] / 2, 0.0])

    def fill(
        self,
        outline: Points | Sequence[Points],
        paint: Paint,
        *,
        blur: float = 0.0,
        opacity: float = 1.0,
    ) -> None:
        """Paints shapes given in heights."""
        parts = [outline] if isinstance(outline, np.ndarray) else outline
        self.canvas.fill(
            [part * self.height + self.centre for part in parts],
            paint,
            blur=blur * self.height,
            opacity=opacity,
        )

    def box(
        self,
        left: float,
        top: float,
        right: float,
        bottom: float,
        paint: Paint,
        *,
        blur: float = 0.0,
        opacity: float = 1.0,
    ) -> None:
        """A rectangle."""
        self.fill(rectangle(left, top, right, bottom), paint, blur=blur, opacity=opacity)

    def disc(
        self,
        x: float,
        y: float,
        radius: float,
        paint: Paint,
        *,
        flat: float = 1.0,
        blur: float = 0.0,
        opacity: float = 1.0,
    ) -> None:
        """A circle, or an ellipse `flat` times as high as wide."""
        self.fill(
            ellipse(x, y, radius, radius * flat, points=28), paint, blur=blur, opacity=opacity
        )

    def wall(self, top: float, bottom: float, paint: Blend) -> None:
        """A band over the whole width, without the cost of a mask."""
        width = self.canvas.image.size[0]
        start, end = round(top * self.height), round(bottom * self.height)
        if end > start:
            self.canvas.image.paste(
                gradient((width, end - start), paint.upper, paint.lower), (0, start)
            )

    def line(
        self, points: list[tuple[float, float]], width: float, paint: Paint, *, opacity: float = 1.0
    ) -> None:
        """A smooth line of even width."""
        self.fill(stroke(curve(points, closed=False), (width, width)), paint, opacity=opacity)

    def ridge(
        self, base: float, rise: float, bumps: int, paint: Paint, *, jagged: bool = False
    ) -> None:
        """Hills or mountains from edge to edge, down to the bottom of the picture."""
        count = bumps * 2 + 1
        xs = np.linspace(-self.reach - 0.1, self.reach + 0.1, count)
        ys = [
            base - rise * (self.dice.uniform(0.5, 1.0) if n % 2 else self.dice.uniform(0.0, 0.35))
            for n in range(count)
        ]
        points = list(zip(xs.tolist(), ys, strict=True))
        crest = np.array(points) if jagged else curve(points, closed=False)
        foot = np.array([[self.reach + 0.1, 1.05], [-self.reach - 0.1, 1.05]])
        self.fill(np.concatenate([crest, foot]), paint)

    def sky(self, bottom: float) -> None:
        """The sky of the light, with its sun, moon, stars or clouds."""
        upper, lower = SKIES.get(self.light, SKIES["day"])
        self.wall(0.0, bottom, Blend(upper, lower))
        dice = self.dice
        if self.light in ("day", "overcast"):
            for _ in range(4):
                x, y = dice.uniform(-self.reach, self.reach), dice.uniform(0.05, bottom * 0.6)
                puffs = [
                    ellipse(
                        x + dx * 0.07, y - (0.02 if abs(dx) < 1.5 else 0), 0.07, 0.030, points=16
                    )
                    for dx in (-2, -1, 0, 1, 2)
                ]
                self.fill(puffs, (255, 255, 255), blur=0.012, opacity=0.75)
        elif self.light == "sunset":
            x = dice.choice((-0.6, 0.6)) * self.reach
            self.disc(x, bottom - 0.10, 0.30, (255, 220, 150), blur=0.12, opacity=0.8)
            self.disc(x, bottom - 0.10, 0.055, (255, 246, 214), blur=0.006)
            for n in range(4):
                y = bottom * (0.25 + 0.15 * n)
                self.disc(
                    dice.uniform(-self.reach, self.reach),
                    y,
                    0.28,
                    (255, 150, 120),
                    flat=0.07,
                    blur=0.012,
                    opacity=0.6,
                )
        else:
            self._stars(bottom)

    def _stars(self, bottom: float) -> None:
        dice = self.dice
        stars = [
            ellipse(
                dice.uniform(-self.reach, self.reach),
                dice.uniform(0, bottom * 0.92),
                r,
                r,
                points=8,
            )
            for r in [0.0011, 0.0016, 0.0024] * 34
        ]
        self.fill(stars, (238, 240, 255), opacity=0.9)
        x = dice.choice((-0.62, 0.62)) * self.reach
        self.disc(x, 0.14, 0.12, (170, 186, 230), blur=0.05, opacity=0.45)
        self.disc(x, 0.14, 0.042, (246, 244, 226))

    def glow(
        self, x: float, y: float, radius: float, colour: Colour, *, opacity: float = 0.6
    ) -> None:
        """A soft light around a lamp or a flame."""
        self.disc(x, y, radius, colour, blur=radius * 0.45, opacity=opacity)

    def bokeh(self, count: int, top: float, bottom: float, colours: Sequence[Colour]) -> None:
        """Out-of-focus lights."""
        for _ in range(count):
            dice = self.dice
            self.disc(
                dice.uniform(-self.reach, self.reach),
                dice.uniform(top, bottom),
                dice.uniform(0.010, 0.030),
                dice.choice(colours),
                opacity=dice.uniform(0.25, 0.65),
            )

    def window(self, left: float, top: float, right: float, bottom: float, frame: Colour) -> None:
        """A window with the sky of the hour behind it."""
        upper, lower = SKIES.get(self.light, SKIES["day"])
        self.box(left - 0.015, top - 0.015, right + 0.015, bottom + 0.02, frame)
        self.box(left, top, right, bottom, Blend(upper, lower))
        hill = curve(
            [
                (left, bottom),
                (left, bottom - 0.09),
                ((left + right) / 2, bottom - 0.05),
                (right, bottom - 0.11),
                (right, bottom),
            ],
            closed=False,
        )
        self.fill(hill, (78, 116, 92) if not self.dark else (30, 38, 58))
        middle = (left + right) / 2
        self.box(middle - 0.005, top, middle + 0.005, bottom, frame)
        self.box(
            left, top + (bottom - top) * 0.42, right, top + (bottom - top) * 0.42 + 0.008, frame
        )

    def plant(self, x: float, y: float, size: float, leaf: Colour = (66, 124, 78)) -> None:
        """A plant in a pot."""
        self.fill(
            np.array(
                [
                    [x - size * 0.28, y - size * 0.45],
                    [x + size * 0.28, y - size * 0.45],
                    [x + size * 0.2, y],
                    [x - size * 0.2, y],
                ]
            ),
            (188, 116, 84),
        )
        for n in range(9):
            lean = (n - 4) / 4
            tip = (x + lean * size * 0.75, y - size * (1.35 - 0.45 * lean * lean))
            root = (x, y - size * 0.45)
            bend = (x + lean * size * 0.25, y - size * 1.0)
            shade = (leaf[0] + n % 3 * 12, leaf[1] + n % 3 * 12, leaf[2] + n % 3 * 8)
            self.fill(
                stroke(curve([root, bend, tip], closed=False), (size * 0.03, size * 0.16, 0.002)),
                shade,
            )
