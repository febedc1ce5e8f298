"""Hats, over the hair."""

from collections.abc import Callable

import numpy as np

from inference.engines.sketching import palette
from inference.engines.sketching.canvas import Blend, curve, ellipse
from inference.engines.sketching.pen import Pen


def draw_hat(pen: Pen, hat: str | None) -> None:
    """The hat that the prompt names; an unknown name draws none."""
    painter = HATS.get(hat or "")
    if painter is not None:
        painter(pen)


def _beanie(pen: Pen) -> None:
    tone = palette.CLOTH["mustard"]
    dome = curve(
        [
            (-0.42, -0.70),
            (-0.40, -0.98),
            (-0.20, -1.16),
            (0, -1.19),
            (0.20, -1.16),
            (0.40, -0.98),
            (0.42, -0.70),
            (0, -0.76),
        ]
    )
    mask = pen.fill(dome, Blend(palette.bright(tone, 0.1), palette.dark(tone, 0.25)), trace=True)
    ribs = [
        curve([(x * 0.40, -0.72), (x * 0.36, -0.95), (x * 0.08, -1.18)], closed=False)
        for x in np.linspace(-1, 1, 13)
    ]
    pen.strokes(ribs, (0.014, 0.010), palette.dark(tone, 0.6), opacity=0.35, within=mask)
    band = curve(
        [(-0.435, -0.80), (0, -0.85), (0.435, -0.80), (0.43, -0.65), (0, -0.70), (-0.43, -0.65)]
    )
    pen.fill(band, palette.dark(tone, 0.12), trace=True)
    pen.fill(ellipse(0, -1.22, 0.10, 0.09), palette.bright(tone, 0.4), trace=True)


def _cap(pen: Pen) -> None:
    tone = palette.CLOTH["navy"]
    dome = curve(
        [
            (-0.405, -0.72),
            (-0.39, -0.98),
            (-0.18, -1.13),
            (0, -1.15),
            (0.18, -1.13),
            (0.39, -0.98),
            (0.405, -0.72),
            (0, -0.80),
        ]
    )
    pen.fill(dome, Blend(palette.bright(tone, 0.15), tone), trace=True)
    pen.strokes(
        [curve([(0, -1.15), (0.01, -0.95), (0, -0.78)], closed=False)],
        (0.008, 0.008),
        palette.dark(tone, 0.7),
    )
    brim = curve(
        [(-0.37, -0.76), (0, -0.84), (0.37, -0.76), (0.30, -0.67), (0, -0.655), (-0.30, -0.67)]
    )
    pen.fill(brim, palette.dark(tone, 0.35), trace=True)


def _crown(pen: Pen) -> None:
    gold = palette.CLOTH["gold"]
    points = [
        (-0.30, -0.86),
        (-0.34, -1.12),
        (-0.20, -1.00),
        (-0.10, -1.20),
        (0.0, -1.03),
        (0.10, -1.20),
        (0.20, -1.00),
        (0.34, -1.12),
        (0.30, -0.86),
        (0, -0.93),
    ]
    pen.fill(np.array(points), Blend(palette.bright(gold, 0.5), gold), trace=True)
    pen.fill(
        [ellipse(x, -0.945 + abs(x) * 0.2, 0.022, 0.026) for x in (-0.2, 0.0, 0.2)],
        (196, 46, 84),
    )


def _sunhat(pen: Pen) -> None:
    straw = palette.CLOTH["beige"]
    brim = curve(
        [
            (-0.80, -0.70),
            (-0.45, -0.88),
            (0, -0.93),
            (0.45, -0.88),
            (0.80, -0.70),
            (0.42, -0.735),
            (0, -0.77),
            (-0.42, -0.735),
        ]
    )
    dome = curve(
        [
            (-0.39, -0.84),
            (-0.36, -1.10),
            (-0.18, -1.22),
            (0.18, -1.22),
            (0.36, -1.10),
            (0.39, -0.84),
            (0, -0.90),
        ]
    )
    pen.fill(dome, Blend(palette.bright(straw, 0.4), straw), trace=True)
    pen.fill(
        curve(
            [
                (-0.40, -0.95),
                (0, -1.0),
                (0.40, -0.95),
                (0.40, -0.83),
                (0, -0.89),
                (-0.40, -0.83),
            ]
        ),
        (146, 76, 66),
    )
    pen.fill(brim, Blend(palette.bright(straw, 0.3), palette.dark(straw, 0.2)), trace=True)


HATS: dict[str, Callable[[Pen], None]] = {
    "beanie": _beanie,
    "cap": _cap,
    "crown": _crown,
    "sunhat": _sunhat,
}
