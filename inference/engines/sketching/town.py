"""Streets and roofs."""

import numpy as np

from inference.engines.sketching.canvas import Blend, Colour
from inference.engines.sketching.stage import Stage


def skyline(stage: Stage, base: float, tall: float, tone: Colour, step: float) -> None:
    """A row of towers with lit windows."""
    lit = []
    for x in np.arange(-stage.reach - 0.05, stage.reach + 0.05, step):
        high = tall * stage.dice.uniform(0.45, 1.0)
        left, right = float(x), float(x) + step * 0.92
        shift = stage.dice.randrange(-10, 11)
        stage.box(
            left,
            base - high,
            right,
            base + 0.2,
            (tone[0] + shift, tone[1] + shift, tone[2] + shift),
        )
        lit += [
            np.array([[wx, wy], [wx + 0.012, wy], [wx + 0.012, wy + 0.017], [wx, wy + 0.017]])
            for wx in np.arange(left + 0.012, right - 0.014, 0.026)
            for wy in np.arange(base - high + 0.02, base - 0.02, 0.034)
            if stage.dice.random() < (0.55 if stage.dark else 0.75)
        ]
    glass = (
        (255, 214, 130)
        if stage.light in ("night", "sunset", "candle")
        else (255, 130, 220)
        if stage.light == "neon"
        else (214, 230, 240)
    )
    stage.fill(lit, glass, opacity=0.85 if stage.dark else 0.6)


def city(stage: Stage) -> None:
    """A street between houses; neon at night."""
    stage.sky(0.66)
    dark = stage.dark
    skyline(stage, 0.62, 0.44, (60, 64, 92) if dark else (150, 166, 184), 0.13)
    for side in (-1, 1):
        _facade(stage, side)
    stage.wall(
        0.68,
        1.0,
        Blend((74, 74, 94), (44, 44, 60)) if dark else Blend((158, 160, 166), (124, 126, 134)),
    )
    stage.fill(
        np.array([[-0.012, 0.68], [0.012, 0.68], [0.06, 1.0], [-0.06, 1.0]]),
        (238, 232, 210),
        opacity=0.5,
    )
    if dark:
        stage.bokeh(20, 0.40, 0.70, ((255, 190, 110), (255, 110, 150), (120, 210, 255)))


def _facade(stage: Stage, side: int) -> None:
    """The house front on one side of the street, with a sign or an awning."""
    r, dark = stage.reach, stage.dark
    front = np.array(
        [
            [side * r * 1.05, -0.05],
            [side * r * 0.52, 0.20],
            [side * r * 0.42, 0.68],
            [side * r * 1.05, 0.80],
        ]
    )
    stage.fill(
        front,
        Blend((58, 52, 80), (38, 34, 56)) if dark else Blend((186, 160, 142), (146, 124, 112)),
    )
    _windows(stage, side)
    sign = (255, 70, 160) if side < 0 else (70, 220, 255)
    if dark:
        stage.box(side * r * 0.58 - 0.03, 0.30, side * r * 0.58 + 0.03, 0.52, sign, opacity=0.9)
        stage.glow(side * r * 0.58, 0.41, 0.16, sign, opacity=0.6)
    else:
        stage.fill(
            np.array(
                [
                    [side * r * 1.05, 0.60],
                    [side * r * 0.42, 0.60],
                    [side * r * 0.36, 0.645],
                    [side * r * 1.05, 0.66],
                ]
            ),
            (196, 84, 74) if side < 0 else (70, 128, 120),
        )


def _windows(stage: Stage, side: int) -> None:
    r, dark = stage.reach, stage.dark
    for row in range(5):
        y = 0.12 + row * 0.10
        stage.fill(
            np.array(
                [
                    [side * r * 0.62, y + 0.10],
                    [side * r * 0.72, y + 0.08],
                    [side * r * 0.72, y + 0.14],
                    [side * r * 0.62, y + 0.15],
                ]
            ),
            (255, 214, 140) if dark else (220, 232, 238),
            opacity=0.85,
        )
        stage.fill(
            np.array(
                [
                    [side * r * 0.80, y + 0.06],
                    [side * r * 0.95, y + 0.03],
                    [side * r * 0.95, y + 0.11],
                    [side * r * 0.80, y + 0.125],
                ]
            ),
            (255, 196, 120) if dark and row % 2 else (196, 212, 222),
            opacity=0.75,
        )


def rooftop(stage: Stage) -> None:
    """A terrace above the skyline, with a string of lights."""
    stage.sky(0.66)
    dark = stage.dark
    skyline(stage, 0.66, 0.26, (70, 76, 106) if dark else (166, 180, 196), 0.10)
    skyline(stage, 0.70, 0.18, (46, 50, 76) if dark else (130, 146, 164), 0.15)
    stage.wall(0.70, 1.0, Blend((150, 132, 118), (116, 100, 90)))
    stage.box(-stage.reach, 0.60, stage.reach, 0.612, (60, 62, 70))
    for x in np.arange(-stage.reach, stage.reach, 0.05):
        stage.box(float(x), 0.61, float(x) + 0.005, 0.72, (60, 62, 70))
    stage.line(
        [
            (-stage.reach, 0.10),
            (-stage.reach * 0.4, 0.19),
            (0.0, 0.13),
            (stage.reach * 0.5, 0.20),
            (stage.reach, 0.09),
        ],
        0.003,
        (70, 62, 60),
    )
    for x in np.linspace(-stage.reach, stage.reach, 13):
        stage.disc(float(x), 0.155 + 0.03 * float(np.sin(x * 9)), 0.008, (255, 226, 160))
        stage.glow(
            float(x), 0.155 + 0.03 * float(np.sin(x * 9)), 0.035, (255, 214, 140), opacity=0.5
        )
