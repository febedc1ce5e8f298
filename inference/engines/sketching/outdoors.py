"""Landscapes and streets: what lies behind the person outdoors."""

from collections.abc import Callable

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


def _water(stage: Stage, top: float, bottom: float) -> None:
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


def _crown(stage: Stage, x: float, y: float, size: float, tone: Colour) -> None:
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


def _tree(stage: Stage, x: float, foot: float, size: float, tone: Colour) -> None:
    trunk = stroke(
        curve([(x, foot), (x + 0.01, foot - size * 0.6), (x - 0.005, foot - size)], closed=False),
        (size * 0.14, size * 0.09, size * 0.05),
    )
    stage.fill(trunk, (96, 70, 52))
    _crown(stage, x, foot - size * 1.15, size * 0.75, tone)


def _pine(stage: Stage, x: float, foot: float, tall: float, tone: Colour) -> None:
    stage.box(x - tall * 0.02, foot - tall * 0.2, x + tall * 0.02, foot, (84, 62, 50))
    for tier in range(4):
        y, wide = foot - tall * (0.12 + tier * 0.21), tall * (0.24 - tier * 0.048)
        stage.fill(
            np.array([[x - wide, y], [x, y - tall * 0.36], [x + wide, y]]),
            (tone[0] + tier * 7, tone[1] + tier * 9, tone[2] + tier * 7),
        )


def _grass(stage: Stage, top: float, tones: tuple[Colour, Colour], *, flowers: int = 0) -> None:
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


def _beach(stage: Stage) -> None:
    stage.sky(0.50)
    _water(stage, 0.50, 0.72)
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
    _water(stage, 0.47, 0.74)
    _grass(stage, 0.73, ((124, 158, 92), (84, 116, 66)), flowers=10)


def _pool(stage: Stage) -> None:
    stage.sky(0.51)
    stage.ridge(0.50, 0.16, 8, Blend((74, 126, 84), (54, 100, 70)))
    stage.wall(0.50, 0.54, Blend((242, 236, 226), (222, 214, 202)))
    _water(stage, 0.54, 0.74)
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
        _pine(stage, x, 0.66, tall, (66, 104, 100))
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
        _pine(
            stage,
            stage.dice.uniform(-stage.reach, stage.reach),
            0.70,
            stage.dice.uniform(0.08, 0.15),
            (46, 82, 66),
        )
    _grass(stage, 0.70, ((136, 164, 98), (92, 124, 70)), flowers=8)


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
            _crown(
                stage,
                stage.dice.uniform(-stage.reach, stage.reach),
                0.02 - layer * 0.01,
                0.16,
                (70 + 12 * layer, 120 - 14 * layer, 64),
            )
    _grass(stage, 0.72, ((108, 136, 74), (66, 92, 52)), flowers=6)
    for _ in range(9):
        x = stage.dice.uniform(-stage.reach, stage.reach)
        _crown(stage, x, 0.74, 0.07, (78, 122, 66))


def _garden(stage: Stage) -> None:
    stage.sky(0.65)
    for x in (-0.9, -0.45, 0.5, 0.95):
        _tree(stage, x * stage.reach, 0.62, stage.dice.uniform(0.26, 0.36), (92, 146, 84))
    for n in range(-6, 7):
        _crown(stage, n * stage.reach / 6, 0.62, 0.09, (82 + 8 * (n % 2), 138, 78))
    _grass(stage, 0.64, ((142, 186, 104), (92, 142, 76)), flowers=20)
    path = curve(
        [(-0.05, 0.645), (0.05, 0.645), (0.12, 0.78), (0.34, 1.1), (-0.34, 1.1), (-0.10, 0.78)]
    )
    stage.fill(path, Blend((226, 212, 186), (204, 186, 158)))


def _skyline(stage: Stage, base: float, tall: float, tone: Colour, step: float) -> None:
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


def _city(stage: Stage) -> None:
    stage.sky(0.66)
    dark = stage.dark
    _skyline(stage, 0.62, 0.44, (60, 64, 92) if dark else (150, 166, 184), 0.13)
    for side in (-1, 1):
        r = stage.reach
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


def _rooftop(stage: Stage) -> None:
    stage.sky(0.66)
    dark = stage.dark
    _skyline(stage, 0.66, 0.26, (70, 76, 106) if dark else (166, 180, 196), 0.10)
    _skyline(stage, 0.70, 0.18, (46, 50, 76) if dark else (130, 146, 164), 0.15)
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
        _pine(
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
    "city": _city,
    "rooftop": _rooftop,
    "nightsky": _nightsky,
}
