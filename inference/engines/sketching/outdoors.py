"""Landscapes: what lies behind the person outdoors."""

from collections.abc import Callable

import numpy as np

from inference.engines.sketching.canvas import Blend, curve, ellipse, stroke
from inference.engines.sketching.nature import crown, grass, pine, tree, water
from inference.engines.sketching.stage import Stage
from inference.engines.sketching.town import city, rooftop


def _beach(stage: Stage) -> None:
    stage.sky(0.50)
    water(stage, 0.50, 0.72)
    r = stage.reach
    shore = curve(
        [
            (-r - 0.1, 0.70),
            (-r * 0.4, 0.685),
            (r * 0.3, 0.715),
            (r + 0.1, 0.69),
            (r + 0.1, 1.1),
            (-r - 0.1, 1.1),
        ]
    )
    stage.fill(shore + np.array([0.0, -0.012]), (250, 252, 250), blur=0.004)
    stage.fill(shore, Blend((240, 216, 172), (214, 180, 132)))
    dots = [
        ellipse(stage.dice.uniform(-r, r), stage.dice.uniform(0.75, 1.0), 0.003, 0.002, points=8)
        for _ in range(70)
    ]
    stage.fill(dots, (190, 156, 112), opacity=0.7)
    side = stage.dice.choice((-1, 1))
    top = (side * r * 0.62, 0.20)
    stage.fill(
        stroke(
            curve([(side * r * 0.98, 0.78), (side * r * 0.86, 0.48), top], closed=False),
            (0.045, 0.032, 0.020),
        ),
        (122, 92, 66),
    )
    for n in range(9):
        angle = np.pi * (0.08 + n / 9.4) * -1 + (0.3 if n % 2 else 0)
        tip = (top[0] + 0.24 * float(np.cos(angle)), top[1] + 0.15 * float(np.sin(angle)) + 0.10)
        bend = (top[0] + 0.13 * float(np.cos(angle)), top[1] + 0.13 * float(np.sin(angle)))
        stage.fill(
            stroke(curve([top, bend, tip], closed=False), (0.008, 0.042, 0.004)),
            (64, 122 + 12 * (n % 3), 76),
        )


def _lake(stage: Stage) -> None:
    stage.sky(0.48)
    stage.ridge(0.46, 0.22, 4, Blend((120, 142, 164), (160, 176, 186)))
    stage.ridge(0.47, 0.08, 9, Blend((62, 98, 84), (52, 84, 70)))
    water(stage, 0.47, 0.74)
    grass(stage, 0.73, ((124, 158, 92), (84, 116, 66)), flowers=10)


def _pool(stage: Stage) -> None:
    stage.sky(0.51)
    stage.ridge(0.50, 0.16, 8, Blend((74, 126, 84), (54, 100, 70)))
    stage.wall(0.50, 0.54, Blend((242, 236, 226), (222, 214, 202)))
    water(stage, 0.54, 0.74)
    stage.wall(0.74, 1.0, Blend((236, 226, 212), (208, 194, 178)))
    for y in (0.80, 0.88, 0.97):
        stage.box(-stage.reach, y, stage.reach, y + 0.003, (190, 176, 160))
    x = stage.dice.choice((-0.62, 0.62)) * stage.reach
    stage.box(x - 0.005, 0.30, x + 0.005, 0.62, (240, 236, 228))
    stage.fill(curve([(x - 0.20, 0.33), (x, 0.22), (x + 0.20, 0.33), (x, 0.315)]), (232, 120, 92))


def _desert(stage: Stage) -> None:
    stage.sky(0.56)
    stage.ridge(0.56, 0.14, 5, Blend((206, 148, 108), (224, 172, 126)))
    stage.ridge(0.66, 0.10, 3, Blend((236, 188, 128), (216, 160, 102)))
    stage.ridge(0.80, 0.08, 2, Blend((244, 204, 146), (222, 170, 112)))


def _snow(stage: Stage) -> None:
    stage.sky(0.64)
    stage.ridge(0.52, 0.30, 4, Blend((206, 220, 236), (170, 188, 210)), jagged=True)
    for _ in range(12):
        x = stage.dice.uniform(-stage.reach, stage.reach)
        tall = stage.dice.uniform(0.14, 0.28)
        pine(stage, x, 0.66, tall, (66, 104, 100))
        stage.fill(
            np.array(
                [
                    [x - tall * 0.12, 0.66 - tall * 0.76],
                    [x, 0.66 - tall * 1.1],
                    [x + tall * 0.12, 0.66 - tall * 0.76],
                ]
            ),
            (244, 248, 252),
        )
    stage.ridge(0.68, 0.05, 3, Blend((248, 250, 254), (206, 218, 234)))
    flakes = [
        ellipse(stage.dice.uniform(-stage.reach, stage.reach), stage.dice.random(), s, s, points=8)
        for s in [0.002, 0.003, 0.005] * 26
    ]
    stage.fill(flakes, (255, 255, 255), opacity=0.85)


def _mountain(stage: Stage) -> None:
    stage.sky(0.66)
    stage.ridge(0.52, 0.36, 3, Blend((150, 168, 196), (182, 196, 212)), jagged=True)
    stage.ridge(0.58, 0.22, 4, Blend((104, 128, 148), (136, 156, 166)), jagged=True)
    stage.ridge(0.64, 0.10, 5, Blend((84, 122, 96), (72, 108, 82)))
    for _ in range(14):
        pine(
            stage,
            stage.dice.uniform(-stage.reach, stage.reach),
            0.70,
            stage.dice.uniform(0.08, 0.15),
            (46, 82, 66),
        )
    grass(stage, 0.70, ((136, 164, 98), (92, 124, 70)), flowers=8)


def _forest(stage: Stage) -> None:
    stage.wall(
        0.0,
        0.75,
        Blend((150, 190, 140), (204, 222, 168))
        if not stage.dark
        else Blend((20, 34, 48), (44, 62, 70)),
    )
    if stage.light == "sunset":
        stage.wall(0.0, 0.75, Blend((170, 130, 80), (250, 206, 130)))
    stage.glow(
        stage.reach * 0.3, 0.20, 0.34, (255, 248, 206), opacity=0.7 if not stage.dark else 0.15
    )
    for layer, tone in enumerate(((142, 160, 112), (98, 108, 78), (66, 62, 50))):
        for _ in range(7 - layer):
            x = stage.dice.uniform(-stage.reach, stage.reach)
            wide = 0.018 + layer * 0.018
            stage.fill(
                stroke(
                    curve([(x, 0.80), (x + 0.01, 0.4), (x - 0.01, -0.05)], closed=False),
                    (wide * 1.5, wide, wide * 0.8),
                ),
                tone,
            )
        for _ in range(5):
            crown(
                stage,
                stage.dice.uniform(-stage.reach, stage.reach),
                0.02 - layer * 0.01,
                0.16,
                (70 + 12 * layer, 120 - 14 * layer, 64),
            )
    grass(stage, 0.72, ((108, 136, 74), (66, 92, 52)), flowers=6)
    for _ in range(9):
        x = stage.dice.uniform(-stage.reach, stage.reach)
        crown(stage, x, 0.74, 0.07, (78, 122, 66))


def _garden(stage: Stage) -> None:
    stage.sky(0.65)
    for x in (-0.9, -0.45, 0.5, 0.95):
        tree(stage, x * stage.reach, 0.62, stage.dice.uniform(0.26, 0.36), (92, 146, 84))
    for n in range(-6, 7):
        crown(stage, n * stage.reach / 6, 0.62, 0.09, (82 + 8 * (n % 2), 138, 78))
    grass(stage, 0.64, ((142, 186, 104), (92, 142, 76)), flowers=20)
    path = curve(
        [(-0.05, 0.645), (0.05, 0.645), (0.12, 0.78), (0.34, 1.1), (-0.34, 1.1), (-0.10, 0.78)]
    )
    stage.fill(path, Blend((226, 212, 186), (204, 186, 158)))


def _nightsky(stage: Stage) -> None:
    stage.wall(0.0, 0.80, Blend((12, 16, 46), (66, 62, 118)))
    band = curve(
        [
            (-stage.reach - 0.1, 0.62),
            (-0.1, 0.30),
            (stage.reach + 0.1, -0.05),
            (stage.reach + 0.1, 0.20),
            (0.0, 0.50),
            (-stage.reach, 0.85),
        ]
    )
    stage.fill(band, (150, 130, 196), blur=0.08, opacity=0.5)
    for radius, count in ((0.0012, 150), (0.002, 60), (0.0032, 14)):
        stars = [
            ellipse(
                stage.dice.uniform(-stage.reach, stage.reach),
                stage.dice.uniform(0, 0.74),
                radius,
                radius,
                points=8,
            )
            for _ in range(count)
        ]
        stage.fill(stars, (246, 244, 255), opacity=0.95)
    stage.ridge(0.74, 0.16, 4, Blend((34, 38, 72), (26, 30, 58)), jagged=True)
    for _ in range(16):
        pine(
            stage,
            stage.dice.uniform(-stage.reach, stage.reach),
            0.80,
            stage.dice.uniform(0.08, 0.18),
            (20, 26, 44),
        )
    stage.wall(0.79, 1.0, Blend((30, 38, 50), (18, 24, 34)))


LANDSCAPES: dict[str, Callable[[Stage], None]] = {
    "beach": _beach,
    "lake": _lake,
    "pool": _pool,
    "desert": _desert,
    "snow": _snow,
    "mountain": _mountain,
    "forest": _forest,
    "garden": _garden,
    "city": city,
    "rooftop": rooftop,
    "nightsky": _nightsky,
}
