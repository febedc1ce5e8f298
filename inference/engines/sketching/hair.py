"""Paints hair: fill, shade, strands that flow with the outline, curls, plaits, tails and buns."""

import numpy as np

from inference.engines.sketching import palette
from inference.engines.sketching.canvas import Colour, Mask, Points, curve, ellipse
from inference.engines.sketching.hair_cuts import (
    Lock,
    back_locks,
    cut_of,
    edge,
    gathered_locks,
    parted_locks,
    shorn_locks,
)
from inference.engines.sketching.pen import Pen
from inference.engines.sketching.person import Person

STRANDS_MAX = 34
Tones = tuple[Colour, Colour]
"""The dark and the light colour of the strands."""


def draw_back_hair(pen: Pen, who: Person) -> None:
    """What hangs behind the neck and shoulders, and a bun or a tail behind the crown."""
    cut = cut_of(who)
    if cut.gathered:
        if who.hair_style == "bun":
            _bun(pen, who)
        if who.hair_style == "ponytail":
            _tail(pen, who)
        return
    if not cut.shorn:
        for lock in back_locks(cut):
            draw_lock(pen, who, lock, wave=cut.wave, shade=0.36, seed=3, curls=cut.curls, shine=0)


def draw_front_hair(pen: Pen, who: Person, face: Mask | None) -> None:
    """The cap over the skull, fringe and side locks, with their shadow on the face."""
    cut = cut_of(who)
    if cut.shorn:
        locks = shorn_locks(cut)
    else:
        locks = gathered_locks(cut) if cut.gathered else parted_locks(cut)
    if face is not None:
        drop = np.array([0.0, 0.032])
        outlines = [np.concatenate([lock.first, lock.second[::-1]]) + drop for lock in locks]
        deep = palette.skin_shade(who.skin, 0.30 if who.anime else 0.8)
        blur, opacity = (0.0, 1.0) if who.anime else (0.020, 0.48)
        pen.fill(outlines, deep, blur=blur, opacity=opacity, within=face)
    for number, lock in enumerate(locks):
        draw_lock(pen, who, lock, wave=cut.wave * 0.7, seed=number, curls=cut.curls, shine=1)
    if who.hair_style == "braided":
        _braid(pen, who)


def draw_lock(
    pen: Pen,
    who: Person,
    lock: Lock,
    *,
    wave: float = 0.0,
    shade: float = 0.0,
    seed: int = 0,
    curls: bool = False,
    shine: float = 1.0,
) -> None:
    """One lock with shade at its edges, strands and a band of shine."""
    first = _waved(lock.first, wave, seed * 1.7)
    second = _waved(lock.second, wave * 0.8, seed * 1.7 + 0.6)
    colour = palette.dark(who.hair, shade)
    parts = [np.concatenate([first, second[::-1]])]
    if curls:
        parts += _curl_bumps(first) + _curl_bumps(second)
    mask = pen.fill(parts, colour, trace=True)
    if mask is None:
        return
    light = palette.bright(colour, 0.26 + 0.2 * palette.luminance(colour))
    tones = (palette.dark(colour, 0.50), light)
    if who.anime:
        _flat_strands(pen, first, second, mask, tones, shine=shine)
        return
    rims = [first, second]
    pen.strokes(rims, (0.05, 0.06, 0.05), tones[0], blur=0.03, opacity=0.50, within=mask)
    if shine > 0 and not curls:
        _shine(pen, first, second, mask, palette.bright(light, 0.2), 0.42 * shine)
    _strands(pen, first, second, mask, tones, swing=wave, seed=seed)
    if curls:
        _ringlets(pen, first, second, mask, tones)


def _waved(line: Points, amount: float, phase: float) -> Points:
    """The line swung to and fro across its direction, more towards the tip."""
    if amount == 0:
        return line
    along = np.linspace(0, 1, len(line))
    length = float(np.hypot(*np.diff(line, axis=0).T).sum())
    swing = (
        amount
        * np.sin(along * length * 9.5 + phase)
        * np.minimum(1, along * 2.2)
        * np.minimum(1, (1 - along) * 5)
    )
    tangent = np.gradient(line, axis=0)
    norm = np.maximum(np.hypot(tangent[:, 0], tangent[:, 1]), 1e-9)[:, None]
    normal = np.stack([-tangent[:, 1], tangent[:, 0]], axis=1) / norm
    moved: Points = line + normal * swing[:, None]
    return moved


def _between(first: Points, second: Points, share: float, start: int, end: int) -> Points:
    line: Points = (first * (1 - share) + second * share)[start:end]
    return line


def _width(first: Points, second: Points) -> float:
    return float(np.hypot(*(first - second).T).max())


def _strands(
    pen: Pen, first: Points, second: Points, mask: Mask, tones: Tones, *, swing: float, seed: int
) -> None:
    """Fine strands in a dark and a light tone, unevenly spaced so that they do not look combed."""
    count = max(6, min(STRANDS_MAX, int(_width(first, second) * 80)))
    size = len(first)
    for tone, (colour, offset) in enumerate(zip(tones, (0.31, 0.77), strict=True)):
        lines = []
        for number in range(count):
            share = (number + offset + 0.45 * np.sin(number * 7.1 + seed)) / count
            if not 0.02 < share < 0.98:
                continue
            start = int(size * 0.45 * (0.5 + 0.5 * np.sin(number * 3.7 + tone)))
            end = size - int(size * 0.40 * (0.5 + 0.5 * np.sin(number * 5.3 + 2 * tone)))
            if end - start > 4:
                strand = _between(first, second, share, start, end)
                lines.append(_waved(strand, swing * 0.3, number * 0.9))
        widths = (0.001, 0.009, 0.007, 0.001)
        pen.strokes(lines, widths, colour, opacity=0.30, within=mask)


def _shine(
    pen: Pen, first: Points, second: Points, mask: Mask, light: Colour, opacity: float
) -> None:
    """A soft band of light across the lock where the crown bends."""
    size = len(first)
    low, high = int(size * 0.24), int(size * 0.40)
    shares = np.linspace(0.10, 0.80, 9)
    top = np.array([first[low] * (1 - s) + second[low] * s for s in shares])
    bottom = np.array([first[high] * (1 - s) + second[high] * s for s in shares])
    band = np.concatenate([top, bottom[::-1]])
    pen.fill(band, light, blur=0.026, opacity=opacity, within=mask)


def _flat_strands(
    pen: Pen, first: Points, second: Points, mask: Mask, tones: Tones, *, shine: float
) -> None:
    """The flat style: a few bold strands, a ring of highlights and an outline."""
    deep, light = tones
    size, width = len(first), _width(first, second)
    count = max(3, min(12, int(width * 22)))
    lines = [
        _between(
            first,
            second,
            (n + 0.5) / count,
            int(size * (0.10 + 0.12 * (n % 3))),
            size - 2 - 4 * (n % 2),
        )
        for n in range(count)
    ]
    pen.strokes(lines, (0.002, 0.014, 0.009, 0.002), deep, opacity=0.45, within=mask)
    if shine > 0 and size > 20:
        pieces = [
            _between(
                first,
                second,
                (n + 1.0) / count,
                int(size * (0.26 + 0.03 * (n % 2))),
                int(size * 0.42),
            )
            for n in range(count - 1)
        ]
        widest = min(0.05, width / count * 0.8)
        pen.strokes(pieces, (0.002, widest, 0.002), light, opacity=0.75, within=mask)
    rims = [first, second]
    pen.strokes(rims, (0.005, 0.010, 0.006), palette.dark(deep, 0.4), opacity=0.7)


def _curl_bumps(line: Points) -> list[Points]:
    """Round bumps of uneven size along an edge."""
    length = float(np.hypot(*np.diff(line, axis=0).T).sum())
    step = max(1, int(len(line) / max(3.0, length / 0.055)))
    bumps = []
    for n, (x, y) in enumerate(line[::step]):
        radius = 0.050 + 0.022 * np.sin(n * 2.3) + 0.010 * np.sin(n * 5.1)
        bumps.append(ellipse(float(x), float(y), radius, radius * 0.92, points=18))
    return bumps


def _ringlets(pen: Pen, first: Points, second: Points, mask: Mask, tones: Tones) -> None:
    """Small arcs all over the lock, dark and light."""
    size = len(first)
    angle = np.linspace(0.2, 4.4, 9)
    for tone, colour in enumerate(tones):
        arcs = []
        for row in range(1, size, 3):
            count = max(1, min(8, int(float(np.hypot(*(first[row] - second[row]))) / 0.065)))
            for column in range(count):
                share = (column + 0.5 + 0.35 * np.sin(row * 1.9 + tone * 2)) / count
                x, y = first[row] * (1 - share) + second[row] * share
                radius = 0.027 + 0.011 * np.sin(row * 1.3 + column * 2.1)
                turn = angle + row * 0.9 + column * 1.7 + tone * 2.5
                arcs.append(
                    np.stack([x + radius * np.cos(turn), y + radius * np.sin(turn)], axis=1)
                )
        widths = (0.002, 0.013, 0.003)
        pen.strokes(arcs, widths, colour, opacity=0.42, within=mask)


def _bun(pen: Pen, who: Person) -> None:
    size = {"short": 0.13, "medium": 0.165, "long": 0.20}.get(who.hair_length, 0.165)
    y = -1.0 - size * 0.45
    mask = pen.fill(ellipse(0, y, size, size * 0.86), palette.dark(who.hair, 0.12), trace=True)
    if mask is None:
        return
    swirls = [
        edge(
            [
                (-size * s, y + size * 0.3),
                (0, y - size * (1.25 * s - 0.2)),
                (size * s, y + size * 0.3),
            ],
            20,
        )
        for s in (0.95, 0.74, 0.52, 0.30)
    ]
    deep = palette.dark(who.hair, 0.6)
    pen.strokes(swirls, (0.004, 0.014, 0.004), deep, opacity=0.5, within=mask)
    glow = ellipse(-size * 0.3, y - size * 0.4, size * 0.4, size * 0.2)
    pen.fill(glow, palette.bright(who.hair, 0.4), blur=0.03, opacity=0.6, within=mask)
    rim = ellipse(0, y + size * 0.7, size * 0.8, size * 0.3)
    pen.fill(rim, deep, blur=0.02, opacity=0.6, within=mask)


def _tail(pen: Pen, who: Person) -> None:
    reach = {"short": 0.0, "medium": 0.42, "long": 1.10}.get(who.hair_length, 0.42)
    side = cut_of(who).front
    outer = edge(
        [
            (side * -0.02, -0.99),
            (side * 0.10, -1.075),
            (side * 0.34, -1.02),
            (side * 0.50, -0.76),
            (side * 0.56, -0.30),
            (side * 0.56, reach * 0.5),
            (side * 0.44, reach),
        ]
    )
    inner = edge(
        [
            (side * 0.02, -0.97),
            (side * 0.20, -0.90),
            (side * 0.34, -0.66),
            (side * 0.36, -0.28),
            (side * 0.35, reach * 0.5),
            (side * 0.44, reach),
        ]
    )
    draw_lock(pen, who, Lock(outer, inner), wave=0.016, shade=0.10, seed=5)


def _braid(pen: Pen, who: Person) -> None:
    """A plait over one shoulder."""
    side = cut_of(who).front
    reach = {"short": 0.10, "medium": 0.55, "long": 1.20}.get(who.hair_length, 0.55)
    path: list[tuple[float, float]] = [
        (side * 0.33, -0.40),
        (side * 0.38, -0.12),
        (side * 0.43, 0.25),
        (side * 0.42, reach),
    ]
    line = edge(path, max(6, int((reach + 0.5) / 0.085)))
    deep, light = palette.dark(who.hair, 0.55), palette.bright(who.hair, 0.35)
    for number, (x, y) in enumerate(line):
        width = 0.088 * (1 - 0.35 * number / len(line))
        for lean in (-1, 1):
            knot = curve(
                [
                    (x, y - 0.055),
                    (x + lean * width * 1.05, y - 0.02),
                    (x + lean * width * 0.9, y + 0.045),
                    (x + lean * width * 0.1, y + 0.085),
                    (x - lean * 0.01, y + 0.03),
                ]
            )
            mask = pen.fill(knot, palette.dark(who.hair, 0.10), trace=True)
            if mask is None:
                continue
            pen.edge(knot, 0.008, deep, opacity=0.7, within=mask)
            shine = ellipse(float(x) + lean * width * 0.45, float(y) + 0.005, width * 0.30, 0.016)
            pen.fill(shine, light, blur=0.008, opacity=0.6, within=mask)
    x, y = (float(value) for value in line[-1])
    tuft = [
        (x - 0.05, y + 0.06),
        (x + 0.05, y + 0.06),
        (x + 0.045, y + 0.16),
        (x, y + 0.22),
        (x - 0.045, y + 0.16),
    ]
    pen.fill(curve(tuft), who.hair, trace=True)
    tie = np.array([[x - 0.045, y + 0.07], [x, y + 0.075], [x + 0.045, y + 0.07]])
    pen.strokes([tie], (0.03, 0.03), palette.dark(who.hair, 0.8))
