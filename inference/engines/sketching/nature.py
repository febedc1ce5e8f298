"""Water, grass and trees for the landscapes."""

import numpy as np

from inference.engines.sketching.canvas import Blend, Colour, curve, ellipse, stroke
from inference.engines.sketching.stage import Stage

FLOWERS: tuple[Colour, ...] = (
    (236, 92, 112),
    (250, 196, 84),
    (242, 240, 250),
    (188, 120, 214),
    (250, 146, 92),
)


def water(stage: Stage, top: float, bottom: float) -> None:
    """Water with glints, in the colours of the hour."""
    tones = {
        "sunset": ((236, 156, 112), (86, 84, 128)),
        "night": ((58, 74, 116), (16, 26, 56)),
        "neon": ((96, 46, 110), (26, 18, 54)),
        "candle": ((48, 54, 84), (20, 24, 48)),
        "overcast": ((150, 170, 178), (96, 122, 134)),
    }.get(stage.light, ((98, 184, 210), (38, 126, 172)))
    stage.wall(top, bottom, Blend(*tones))
    glint = (255, 226, 176) if stage.light == "sunset" else (236, 248, 252)
    dashes = []
    for _ in range(46):
        y = top + (bottom - top) * stage.dice.random() ** 1.4
        wide = 0.02 + 0.07 * (y - top) / (bottom - top)
        dashes.append(
            ellipse(stage.dice.uniform(-stage.reach, stage.reach), y, wide, 0.0022, points=12)
        )
    stage.fill(dashes, glint, opacity=0.5 if not stage.dark else 0.22)


def crown(stage: Stage, x: float, y: float, size: float, tone: Colour) -> None:
    """The foliage of a broad tree: a cloud of discs, lighter towards the light."""
    for layer, (shift, shade) in enumerate(((0.06, -22), (0.0, 0), (-0.10, 22))):
        colour = (
            max(0, min(255, tone[0] + shade)),
            max(0, min(255, tone[1] + shade)),
            max(0, min(255, tone[2] + shade)),
        )
        discs = []
        for n in range(9):
            angle = n * 2.4 + layer
            far = size * (0.62 - layer * 0.16) * (0.4 + 0.6 * (n % 3) / 2)
            discs.append(
                ellipse(
                    x + far * float(np.cos(angle)),
                    y + shift * size + far * 0.7 * float(np.sin(angle)),
                    size * (0.42 - layer * 0.09),
                    size * (0.36 - layer * 0.08),
                    points=18,
                )
            )
        stage.fill(discs, colour)


def tree(stage: Stage, x: float, foot: float, size: float, tone: Colour) -> None:
    """A broad tree."""
    trunk = stroke(
        curve([(x, foot), (x + 0.01, foot - size * 0.6), (x - 0.005, foot - size)], closed=False),
        (size * 0.14, size * 0.09, size * 0.05),
    )
    stage.fill(trunk, (96, 70, 52))
    crown(stage, x, foot - size * 1.15, size * 0.75, tone)


def pine(stage: Stage, x: float, foot: float, tall: float, tone: Colour) -> None:
    """A conifer, lighter towards the top."""
    stage.box(x - tall * 0.02, foot - tall * 0.2, x + tall * 0.02, foot, (84, 62, 50))
    for tier in range(4):
        y, wide = foot - tall * (0.12 + tier * 0.21), tall * (0.24 - tier * 0.048)
        stage.fill(
            np.array([[x - wide, y], [x, y - tall * 0.36], [x + wide, y]]),
            (tone[0] + tier * 7, tone[1] + tier * 9, tone[2] + tier * 7),
        )


def grass(stage: Stage, top: float, tones: tuple[Colour, Colour], *, flowers: int = 0) -> None:
    """A meadow from `top` to the bottom, with flowers of each colour."""
    stage.wall(top, 1.0, Blend(*tones))
    blades = []
    for _ in range(150):
        x, y = stage.dice.uniform(-stage.reach, stage.reach), stage.dice.uniform(top, 1.0)
        size = 0.012 + 0.05 * (y - top)
        blades.append(
            np.array(
                [[x - 0.003, y], [x + stage.dice.uniform(-0.01, 0.01), y - size], [x + 0.003, y]]
            )
        )
    stage.fill(blades, tones[1], opacity=0.6)
    for tone in FLOWERS[: 5 if flowers else 0]:
        dots = []
        for _ in range(flowers):
            x, y = (
                stage.dice.uniform(-stage.reach, stage.reach),
                top + (1 - top) * stage.dice.random(),
            )
            size = 0.004 + 0.014 * (y - top)
            dots.append(ellipse(x, y, size, size * 0.85, points=10))
        stage.fill(dots, tone)
