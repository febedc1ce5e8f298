"""Rooms: what stands behind the person indoors."""

from collections.abc import Callable

import numpy as np

from inference.engines.sketching.canvas import Blend, Colour, curve, rounded
from inference.engines.sketching.stage import Stage

FLOOR_Y = 0.70
BOOKS: tuple[Colour, ...] = (
    (150, 62, 56),
    (58, 92, 120),
    (196, 158, 92),
    (84, 112, 84),
    (118, 82, 112),
    (214, 200, 176),
    (66, 70, 84),
)


def _room(stage: Stage, wall: tuple[Colour, Colour], floor: tuple[Colour, Colour]) -> None:
    stage.wall(0, FLOOR_Y, Blend(*wall))
    stage.wall(FLOOR_Y, 1.0, Blend(*floor))
    stage.box(-stage.reach, FLOOR_Y - 0.022, stage.reach, FLOOR_Y, (240, 236, 230))
    for n in range(1, 6):
        y = FLOOR_Y + 0.30 * (n / 6) ** 1.5
        stage.box(-stage.reach, y, stage.reach, y + 0.002, (70, 50, 40), opacity=0.25)


def _lamp(stage: Stage, x: float, y: float, *, tall: float = 0.20) -> None:
    stage.box(x - 0.006, y - tall, x + 0.006, y, (90, 74, 60))
    stage.fill(
        np.array(
            [
                [x - 0.05, y - tall - 0.10],
                [x + 0.05, y - tall - 0.10],
                [x + 0.08, y - tall],
                [x - 0.08, y - tall],
            ]
        ),
        (255, 226, 168),
    )
    stage.glow(x, y - tall - 0.03, 0.20, (255, 214, 140), opacity=0.75 if stage.dark else 0.35)


def _shelf(stage: Stage, left: float, right: float, top: float, bottom: float, rows: int) -> None:
    stage.box(left, top, right, bottom, (112, 76, 52))
    step = (bottom - top) / rows
    for row in range(rows):
        stage.box(
            left + 0.012,
            top + row * step + 0.012,
            right - 0.012,
            top + (row + 1) * step,
            (62, 42, 32),
        )
        x = left + 0.02
        while x < right - 0.05:
            width = stage.dice.uniform(0.014, 0.030)
            tall = step * stage.dice.uniform(0.62, 0.86)
            foot = top + (row + 1) * step - 0.004
            stage.box(x, foot - tall, x + width, foot, stage.dice.choice(BOOKS))
            x += width + 0.002


def _bedroom(stage: Stage) -> None:
    _room(stage, ((228, 216, 210), (214, 198, 190)), ((176, 138, 108), (142, 106, 80)))
    r = stage.reach
    stage.window(-r * 0.9, 0.10, -r * 0.30, 0.50, (248, 246, 242))
    for x in (-r * 0.98, -r * 0.24):
        stage.box(x - 0.035, 0.06, x + 0.035, FLOOR_Y, Blend((242, 232, 226), (220, 206, 200)))
    left = r * 0.02
    stage.fill(rounded(left, 0.40, r + 0.2, 0.72, 0.05), Blend((168, 132, 124), (132, 98, 94)))
    stage.fill(
        rounded(left + 0.05, 0.54, left + 0.28, 0.68, 0.05), Blend((252, 250, 248), (226, 220, 218))
    )
    stage.fill(
        rounded(left + 0.30, 0.54, left + 0.56, 0.68, 0.05), Blend((248, 244, 242), (220, 214, 212))
    )
    stage.fill(
        rounded(left - 0.03, 0.64, r + 0.2, 0.90, 0.05), Blend((204, 190, 204), (164, 148, 170))
    )
    _lamp(stage, left - 0.10, 0.62, tall=0.10)
    stage.box(left - 0.17, 0.62, left - 0.03, 0.80, Blend((150, 108, 80), (116, 82, 60)))
    stage.box(r * 0.35, 0.10, r * 0.75, 0.30, (250, 246, 240))
    stage.box(r * 0.38, 0.12, r * 0.72, 0.28, Blend((176, 196, 200), (228, 204, 178)))


def _living(stage: Stage) -> None:
    _room(stage, ((214, 222, 216), (198, 206, 198)), ((182, 148, 116), (146, 112, 84)))
    r = stage.reach
    stage.window(r * 0.30, 0.08, r * 0.95, 0.48, (250, 248, 244))
    stage.fill(rounded(-r * 1.2, 0.46, r * 0.55, 0.70, 0.05), Blend((96, 128, 132), (72, 100, 106)))
    stage.fill(
        rounded(-r * 1.25, 0.60, r * 0.62, 0.80, 0.04), Blend((110, 144, 148), (78, 108, 114))
    )
    for x, tone in ((-r * 0.7, (226, 164, 92)), (r * 0.2, (232, 222, 206))):
        stage.fill(rounded(x - 0.08, 0.50, x + 0.08, 0.63, 0.03), tone)
    stage.box(-r * 0.85, 0.10, -r * 0.35, 0.34, (252, 250, 246))
    stage.box(-r * 0.82, 0.12, -r * 0.38, 0.32, Blend((224, 188, 160), (130, 150, 150)))
    stage.plant(r * 0.85, 0.80, 0.22)
    _lamp(stage, -r * 0.1, 0.46, tall=0.16)


def _kitchen(stage: Stage) -> None:
    _room(stage, ((238, 234, 226), (224, 218, 208)), ((206, 196, 184), (172, 162, 150)))
    r = stage.reach
    for row in range(5):
        for column in range(-12, 13):
            if abs(column * 0.07) < r + 0.1:
                stage.box(
                    column * 0.07 + 0.002,
                    0.36 + row * 0.036,
                    column * 0.07 + 0.067,
                    0.393 + row * 0.036,
                    (222, 230, 226),
                )
    stage.window(-0.17, 0.08, 0.17, 0.34, (252, 250, 246))
    for left, right in ((-r, -0.24), (0.24, r)):
        stage.box(left, 0.05, right, 0.30, Blend((150, 176, 166), (128, 154, 146)))
        for door in np.arange(left + 0.02, right - 0.05, 0.15):
            stage.box(float(door), 0.07, min(float(door) + 0.13, right), 0.28, (164, 190, 180))
    stage.box(-r, 0.54, r, 0.575, Blend((236, 226, 210), (206, 192, 172)))
    stage.box(-r, 0.575, r, 0.80, Blend((140, 166, 156), (112, 138, 130)))
    for n, x in enumerate(np.arange(-r + 0.08, r, 0.17)):
        tone = ((204, 96, 76), (232, 196, 110), (110, 140, 96), (236, 232, 224))[n % 4]
        tall = 0.05 + 0.03 * (n % 3)
        stage.fill(rounded(float(x), 0.54 - tall, float(x) + 0.06, 0.54, 0.012), tone)
    stage.plant(r * 0.80, 0.54, 0.12)


def _cafe(stage: Stage) -> None:
    _room(stage, ((154, 108, 82), (122, 82, 62)), ((134, 100, 78), (98, 72, 56)))
    r = stage.reach
    for row in range(16):
        for column in range(-9, 10):
            x = column * 0.11 + (0.055 if row % 2 else 0)
            if abs(x) < r + 0.1:
                stage.box(
                    x,
                    0.02 + row * 0.040,
                    x + 0.104,
                    0.055 + row * 0.040,
                    (166 + stage.dice.randrange(18), 112, 84),
                    opacity=0.5,
                )
    stage.window(-r * 0.95, 0.12, -r * 0.15, 0.52, (64, 48, 40))
    stage.fill(rounded(r * 0.12, 0.12, r * 0.92, 0.38, 0.012), (48, 52, 50))
    for n in range(5):
        stage.box(
            r * 0.20,
            0.165 + n * 0.04,
            r * (0.5 + 0.3 * stage.dice.random()),
            0.175 + n * 0.04,
            (228, 224, 210),
            opacity=0.8,
        )
    stage.box(-r, 0.58, r, 0.62, Blend((206, 158, 108), (170, 122, 80)))
    stage.box(-r, 0.62, r, 0.86, Blend((92, 66, 52), (66, 46, 38)))
    for x in (-r * 0.66, -r * 0.3, r * 0.48, r * 0.72):
        stage.fill(rounded(x - 0.03, 0.53, x + 0.03, 0.58, 0.012), (246, 242, 234))
    for x in (-r * 0.6, 0.0, r * 0.6):
        stage.box(x - 0.003, 0.0, x + 0.003, 0.07, (40, 34, 30))
        stage.disc(x, 0.085, 0.032, (255, 226, 160))
        stage.glow(x, 0.085, 0.14, (255, 206, 130), opacity=0.6)


def _bar(stage: Stage) -> None:
    _room(stage, ((62, 40, 62), (42, 28, 48)), ((58, 40, 46), (32, 24, 32)))
    r = stage.reach
    for row in range(3):
        y = 0.24 + row * 0.13
        stage.box(-r, y, r, y + 0.012, (156, 104, 66))
        stage.box(-r, y - 0.10, r, y, (255, 178, 96), blur=0.02, opacity=0.28)
        for x in np.arange(-r + 0.02, r, 0.052):
            tone = stage.dice.choice(
                ((96, 150, 110), (180, 120, 60), (140, 60, 70), (110, 140, 170), (220, 200, 150))
            )
            tall = stage.dice.uniform(0.06, 0.095)
            stage.fill(rounded(float(x), y - tall, float(x) + 0.026, y, 0.006), tone)
    stage.box(-r, 0.62, r, 0.66, Blend((178, 120, 76), (128, 80, 52)))
    stage.box(-r, 0.66, r, 0.90, Blend((82, 52, 46), (48, 32, 34)))
    stage.bokeh(16, 0.02, 0.6, ((255, 190, 110), (255, 120, 170), (130, 200, 255)))


def _office(stage: Stage) -> None:
    _room(stage, ((224, 228, 232), (208, 212, 218)), ((150, 154, 162), (116, 120, 130)))
    r = stage.reach
    stage.window(-r * 0.95, 0.06, r * 0.12, 0.54, (92, 98, 108))
    for n, x in enumerate(np.arange(-r * 0.92, r * 0.08, 0.075)):
        tall = 0.10 + 0.12 * abs(np.sin(n * 2.1))
        stage.box(
            float(x),
            0.54 - float(tall),
            float(x) + 0.065,
            0.54,
            (128, 146, 166) if not stage.dark else (40, 50, 76),
        )
    _shelf(stage, r * 0.34, r * 1.1, 0.10, 0.66, 4)
    stage.box(-r, 0.60, r * 0.3, 0.635, Blend((196, 158, 116), (162, 124, 88)))
    stage.box(-r * 0.9, 0.635, -r * 0.86, 0.9, (80, 80, 88))
    stage.fill(rounded(-r * 0.75, 0.46, -r * 0.30, 0.585, 0.008), (44, 48, 56))
    stage.box(-r * 0.73, 0.468, -r * 0.32, 0.575, Blend((120, 176, 206), (176, 206, 220)))
    stage.plant(r * 0.22, 0.74, 0.17)


def _library(stage: Stage) -> None:
    _room(stage, ((110, 80, 58), (92, 66, 48)), ((132, 88, 58), (98, 64, 44)))
    r = stage.reach
    _shelf(stage, -r - 0.02, -0.01, 0.02, 0.72, 6)
    _shelf(stage, 0.01, r + 0.02, 0.02, 0.72, 6)
    _lamp(stage, r * 0.7, 0.66, tall=0.12)
    stage.glow(0.0, 0.05, 0.34, (255, 214, 150), opacity=0.4)


def _gym(stage: Stage) -> None:
    _room(stage, ((94, 102, 114), (74, 80, 92)), ((68, 72, 80), (46, 50, 58)))
    r = stage.reach
    stage.box(-r, 0.10, r, 0.52, Blend((168, 182, 194), (124, 138, 152)))
    for x in np.arange(-r, r, 0.22):
        stage.box(float(x), 0.10, float(x) + 0.006, 0.52, (70, 76, 88))
    for n in (-1, 1):
        stage.box(n * 0.28 - 0.16, 0.03, n * 0.28 + 0.16, 0.045, (250, 250, 246))
        stage.glow(n * 0.28, 0.04, 0.16, (240, 246, 255), opacity=0.5)
    for y in (0.58, 0.68):
        stage.box(-r, y, r, y + 0.014, (52, 56, 64))
        for x in np.arange(-r + 0.04, r, 0.15):
            stage.box(float(x) + 0.02, y - 0.030, float(x) + 0.08, y - 0.018, (186, 190, 196))
            for end in (0.0, 0.075):
                stage.fill(
                    rounded(float(x) + end, y - 0.054, float(x) + end + 0.026, y + 0.004, 0.008),
                    (36, 40, 46),
                )
    stage.box(-r, 0.54, r, 0.548, (226, 120, 60))


def _bathroom(stage: Stage) -> None:
    _room(stage, ((214, 230, 232), (196, 216, 220)), ((222, 222, 222), (188, 190, 194)))
    r = stage.reach
    for x in np.arange(-r, r, 0.085):
        stage.box(float(x), 0.0, float(x) + 0.003, FLOOR_Y, (246, 250, 250), opacity=0.7)
    for y in np.arange(0.0, FLOOR_Y, 0.085):
        stage.box(-r, float(y), r, float(y) + 0.003, (246, 250, 250), opacity=0.7)
    stage.fill(rounded(-r * 0.85, 0.10, -0.02, 0.50, 0.03), (206, 168, 110))
    stage.fill(
        rounded(-r * 0.85 + 0.012, 0.112, -0.032, 0.488, 0.03),
        Blend((208, 226, 234), (234, 242, 244)),
    )
    stage.fill(rounded(0.02, 0.60, r * 1.3, 0.84, 0.07), Blend((254, 254, 254), (222, 226, 230)))
    stage.plant(-r * 0.8, 0.70, 0.18)


def _studio(stage: Stage) -> None:
    tones: tuple[tuple[Colour, Colour], ...] = (
        ((176, 186, 198), (116, 128, 144)),
        ((214, 190, 172), (158, 130, 114)),
        ((184, 196, 180), (124, 140, 124)),
        ((204, 190, 208), (140, 124, 150)),
    )
    light, deep = stage.dice.choice(tones)
    stage.wall(0.0, 1.0, Blend(light, deep))
    stage.disc(0.0, 0.36, 0.46, (252, 248, 244), blur=0.17, opacity=0.55)
    stage.fill(
        curve(
            [
                (-stage.reach - 0.1, 0.80),
                (0, 0.76),
                (stage.reach + 0.1, 0.80),
                (stage.reach + 0.1, 1.1),
                (-stage.reach - 0.1, 1.1),
            ]
        ),
        deep,
        blur=0.05,
        opacity=0.45,
    )


ROOMS: dict[str, Callable[[Stage], None]] = {
    "bedroom": _bedroom,
    "living": _living,
    "kitchen": _kitchen,
    "cafe": _cafe,
    "bar": _bar,
    "office": _office,
    "library": _library,
    "gym": _gym,
    "bathroom": _bathroom,
    "studio": _studio,
}
