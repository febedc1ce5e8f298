"""The shapes of hair: which locks a cut has and where their edges run, in head units.

Decided by traits and identity alone. Painting them is the business of the hair module.
"""

from typing import NamedTuple

import numpy as np

from inference.engines.sketching.canvas import Points, curve
from inference.engines.sketching.person import Person

GATHERED = {"ponytail", "bun", "braided"}
EDGE_POINTS = 46

Spot = tuple[float, float]


class Lock(NamedTuple):
    """Two edges of equally many points that run from root to tip."""

    first: Points
    second: Points


class Cut(NamedTuple):
    """How a head of hair falls.

    `tip_y` is its lowest point, `volume` how far it stands off, `wave` how much it swings, all in
    head units; `part` is where it is parted (x), `front` the side (-1 or 1) that falls forward.
    """

    tip_y: float
    volume: float
    wave: float
    curls: bool
    gathered: bool
    shorn: bool
    part: float
    front: int
    fringe: bool
    receding: float


def cut_of(who: Person) -> Cut:
    """The cut that traits and identity give."""
    style, length, face = who.hair_style, who.hair_length, who.identity
    feminine = who.feminine > 0.3
    tips = (
        {"short": -0.06, "medium": 0.42, "long": 1.22}
        if feminine
        else {"short": -0.5, "medium": 0.0, "long": 0.50}
    )
    gathered = style in GATHERED
    part = -0.12 if face.parting < 0.5 else 0.12
    if 0.40 < face.parting < 0.60:
        part = 0.0
    return Cut(
        tip_y=tips.get(length, 0.42),
        volume={"straight": 0.030, "wavy": 0.055, "curly": 0.085}.get(style, 0.020),
        wave={"wavy": 0.040, "curly": 0.020}.get(style, 0.0),
        curls=style == "curly",
        gathered=gathered,
        shorn=not feminine and length == "short" and not gathered,
        part=part,
        front=-1 if face.parting < 0.5 else 1,
        fringe=feminine and face.fringe > 0.66 and not gathered and style != "curly",
        receding=0.03 if not feminine and who.age_years > 54 else 0.0,
    )


def edge(points: list[Spot], count: int = EDGE_POINTS) -> Points:
    """A smooth line through the points, with `count` points at even steps."""
    line = curve(points, closed=False)
    steps = np.hypot(*np.diff(line, axis=0).T)
    along = np.concatenate([[0.0], np.cumsum(steps)])
    even = np.linspace(0, along[-1], count)
    return np.stack(
        [np.interp(even, along, line[:, 0]), np.interp(even, along, line[:, 1])], axis=1
    )


def back_locks(cut: Cut) -> list[Lock]:
    """What hangs behind neck and shoulders."""
    v, tip = cut.volume, cut.tip_y
    flare = 0.02 if tip < 0.1 else 0.07
    sides = [
        edge(
            [
                (0.0, -1.0 - v),
                (side * 0.22, -0.96 - v * 0.7),
                (side * (0.350 + v), -0.72),
                (side * (0.385 + v), -0.34),
                (side * (0.38 + v + flare * 0.5), tip * 0.5 - 0.1),
                (side * (0.35 + v + flare), tip - 0.14),
                (side * 0.25, tip),
                (side * 0.04, tip + 0.02),
            ]
        )
        for side in (-1, 1)
    ]
    return [Lock(sides[0], sides[1])]


def parted_locks(cut: Cut) -> list[Lock]:
    """Loose hair: two wings from the parting that fall past the ears when long enough."""
    v, part = cut.volume, cut.part
    locks = []
    for side in (-1, 1):
        fall_outer, fall_inner = _fall(side, cut)
        reach = abs(side * 0.30 - part)
        outer = edge(
            [
                (part, -1.0 - v * 0.9),
                (part + side * reach * 0.45, -0.995 - v),
                (side * (0.290 + v * 0.6), -0.885 - v * 0.3),
                (side * (0.372 + v * 0.9), -0.66),
                (side * (0.392 + v), -0.42),
                *fall_outer,
            ]
        )
        inner = edge(
            [
                (part, -0.870),
                (part + side * reach * 0.40, -0.815),
                (part + side * reach * 0.82, -0.730),
                (side * 0.318, -0.60),
                (side * 0.338, -0.44),
                *fall_inner,
            ]
        )
        locks.append(Lock(outer, inner))
    return locks + (_fringe(cut) if cut.fringe else [])


def _fall(side: int, cut: Cut) -> tuple[list[Spot], list[Spot]]:
    """Outer and inner edge of a wing below the temple; one side falls before the shoulder."""
    v, tip = cut.volume, cut.tip_y
    if tip < 0.1:
        end = (side * (0.315 + v * 0.6), tip)
        return (
            [(side * (0.385 + v), -0.24), (side * (0.36 + v), tip - 0.05), end],
            [(side * 0.325, -0.28), (side * 0.29, tip - 0.07), end],
        )
    if side == cut.front:
        end = (side * (0.42 + v * 0.5), min(tip, 1.10))
        return (
            [(side * (0.41 + v), -0.15), (side * (0.47 + v), tip * 0.42), end],
            [(side * 0.318, -0.24), (side * 0.262, 0.06), (side * 0.26, tip * 0.5), end],
        )
    end = (side * (0.40 + v), min(tip, 0.62))
    return (
        [(side * (0.405 + v), -0.15), (side * (0.44 + v), tip * 0.3), end],
        [(side * 0.325, -0.22), (side * 0.315, 0.04), (side * 0.34, tip * 0.3), end],
    )


def _fringe(cut: Cut) -> list[Lock]:
    """A fringe of overlapping tufts across the forehead."""
    tufts = []
    for number, x in enumerate((-0.27, 0.27, -0.19, 0.19, -0.10, 0.10, 0.0)):
        low = -0.585 + 0.030 * (abs(x) / 0.27) ** 2 + 0.010 * (number % 2)
        top = -1.0 - cut.volume * 0.8
        root = cut.part * 0.6 + x * 0.30
        tufts.append(
            Lock(
                edge(
                    [(root - 0.05, top), (x - 0.10, -0.80), (x - 0.075, low - 0.05), (x, low)], 30
                ),
                edge(
                    [(root + 0.05, top), (x + 0.10, -0.80), (x + 0.075, low - 0.05), (x, low)], 30
                ),
            )
        )
    return tufts


def gathered_locks(cut: Cut) -> list[Lock]:
    """Hair combed away from the face, with a loose strand at each temple."""
    v, shift = cut.volume, cut.part * 0.4
    locks = []
    for side in (-1, 1):
        outer = edge(
            [
                (shift, -1.0 - v),
                (side * 0.19, -0.965 - v),
                (side * (0.305 + v), -0.845),
                (side * (0.362 + v * 0.6), -0.62),
                (side * 0.350, -0.43),
            ]
        )
        inner = edge(
            [
                (shift, -0.850),
                (side * 0.15, -0.825),
                (side * 0.250, -0.735),
                (side * 0.308, -0.59),
                (side * 0.338, -0.42),
            ]
        )
        locks.append(Lock(outer, inner))
    locks += [
        Lock(
            edge([(side * 0.292, -0.70), (side * 0.372, -0.46), (side * 0.322, -0.12)], 30),
            edge([(side * 0.272, -0.69), (side * 0.330, -0.46), (side * 0.322, -0.12)], 30),
        )
        for side in (-1, 1)
    ]
    return locks


def shorn_locks(cut: Cut) -> list[Lock]:
    """A short cut: cropped sides and a swept top with volume."""
    side = 1 if cut.part <= 0 else -1
    v, high = cut.volume + 0.030, cut.receding
    locks = [
        Lock(
            edge([(x * 0.17, -0.96), (x * 0.305, -0.86), (x * 0.362, -0.64), (x * 0.338, -0.40)]),
            edge([(x * 0.16, -0.87), (x * 0.262, -0.75), (x * 0.304, -0.60), (x * 0.322, -0.40)]),
        )
        for x in (-1, 1)
    ]
    top = edge(
        [
            (-side * 0.318, -0.76),
            (-side * 0.290, -0.90 - v * 0.4),
            (-side * 0.17, -0.985 - v * 0.8),
            (side * 0.04, -1.0 - v),
            (side * 0.22, -0.955 - v * 0.8),
            (side * 0.318, -0.87 - v * 0.4),
            (side * 0.345, -0.76),
        ]
    )
    line = edge(
        [
            (-side * 0.285, -0.71 - high),
            (-side * 0.215, -0.790 - high * 1.6),
            (-side * 0.04, -0.800 - high),
            (side * 0.16, -0.772 - high * 1.6),
            (side * 0.300, -0.665),
        ]
    )
    return [*locks, Lock(top, line)]
