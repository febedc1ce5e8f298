"""Sewing: how cloth is shaded, and the collars, lapels, buttons and ribs that make a garment."""

import numpy as np

from inference.engines.sketching import palette
from inference.engines.sketching.canvas import Colour, Mask, Points, curve, ellipse
from inference.engines.sketching.pen import Pen
from inference.engines.sketching.person import Person
from inference.engines.sketching.wardrobe import Outfit


def draw_cloth(
    pen: Pen, who: Person, outline: Points, colour: Colour, *, folds: bool = True
) -> Mask | None:
    """A piece of cloth on the trunk with its light and shade; returns its mask."""
    mask = pen.fill(outline, colour, trace=True)
    if mask is None:
        return None
    deep = palette.dark(colour, 0.6)
    s = who.shoulder
    side = curve(
        [
            (s * 1.3, 0.4),
            (s * 0.72, 0.8),
            (s * 0.70, 1.3),
            (who.waist * 0.62, 1.9),
            (who.hip * 0.70, 2.7),
            (who.hip * 1.6, 4.4),
            (s * 1.6, 2.0),
        ]
    )
    if who.anime:
        pen.fill(side, palette.dark(colour, 0.28), within=mask)
    else:
        pen.fill(
            ellipse(-s * 0.42, 0.86, 0.26, 0.34),
            palette.bright(colour, 0.35),
            blur=0.13,
            opacity=0.40,
            within=mask,
        )
        pen.fill(side, deep, blur=0.12, opacity=0.55, within=mask)
        pen.edge(outline, 0.10, deep, opacity=0.18, within=mask)
    if who.bust > 0:
        _bust(pen, who, deep, mask)
    if folds:
        _folds(pen, who, deep, mask)
    if who.anime:
        pen.edge(outline, 0.014, palette.dark(colour, 0.85), opacity=0.75, within=mask)
    return mask


def _bust(pen: Pen, who: Person, deep: Colour, mask: Mask) -> None:
    """The shade that cloth shows over a chest."""
    s = who.shoulder
    for x in (-1, 1):
        under = curve(
            [(x * 0.10, 1.22), (x * s * 0.36, 1.30 + 0.05 * who.bust), (x * s * 0.66, 1.16)],
            closed=False,
        )
        pen.strokes(
            [under],
            (0.02, 0.07 * who.bust, 0.02),
            deep,
            blur=0.035,
            opacity=0.34 * (0.4 + who.bust * 0.6),
            within=mask,
        )


def _folds(pen: Pen, who: Person, deep: Colour, mask: Mask) -> None:
    s = who.shoulder
    w = who.waist
    lines = [
        curve([(x * s * 0.80, 1.02), (x * s * 0.60, 1.16), (x * s * 0.42, 1.20)], closed=False)
        for x in (-1, 1)
    ]
    lines += [
        curve([(x * w, 1.75), (x * w * 0.6, 1.86), (x * w * 0.25, 1.84)], closed=False)
        for x in (-1, 1)
    ]
    lines += [
        curve([(x * w * 0.98, 2.02), (x * w * 0.55, 2.08), (x * w * 0.35, 2.2)], closed=False)
        for x in (-1, 1)
    ]
    pen.strokes(
        lines,
        (0.05, 0.03, 0.004),
        deep,
        blur=0.0 if who.anime else 0.014,
        opacity=0.42,
        within=mask,
    )


def draw_details(pen: Pen, who: Person, wear: Outfit, mask: Mask | None) -> None:
    """Buttons, ribs, pockets and prints."""
    if mask is None:
        return
    deep = palette.dark(wear.colour, 0.65)
    if wear.name == "shirt":
        pen.strokes(
            [np.array([[0.045, 0.6], [0.05, 1.6], [0.05, 2.8]])],
            (0.012, 0.012),
            deep,
            opacity=0.6,
            within=mask,
        )
        pen.fill(
            [ellipse(0.0, y, 0.018, 0.018) for y in np.arange(0.86, 2.7, 0.36)],
            palette.bright(wear.colour, 0.7),
            within=mask,
        )
    elif wear.name == "sweater":
        ribs = [np.array([[x, 2.58], [x, 2.80]]) for x in np.arange(-1.1, 1.1, 0.05)]
        pen.strokes(ribs, (0.012, 0.012), deep, opacity=0.4, within=mask)
        knit = [
            curve([(x, 0.5), (x + 0.02, 1.4), (x, 2.55)], closed=False)
            for x in np.arange(-0.9, 0.95, 0.15)
        ]
        pen.strokes(knit, (0.012, 0.02, 0.012), deep, blur=0.006, opacity=0.24, within=mask)
    elif wear.name == "hoodie":
        pocket = curve([(-0.42, 2.55), (-0.30, 2.02), (0.30, 2.02), (0.42, 2.55)], closed=False)
        pen.strokes([pocket], (0.014, 0.014), deep, opacity=0.7, within=mask)
    elif wear.name in ("tank", "swimwear", "dress"):
        trim = [
            curve(
                [
                    (-who.shoulder * 0.47, 0.42),
                    (-who.shoulder * 0.36, 0.70),
                    (0, 0.80),
                    (who.shoulder * 0.36, 0.70),
                    (who.shoulder * 0.47, 0.42),
                ],
                closed=False,
            )
        ]
        pen.strokes(trim, (0.03, 0.03), deep, opacity=0.5, within=mask)
    elif wear.name in ("tee", "skirt", "rash"):
        band = curve(
            [(-0.225, 0.27), (-0.14, 0.365), (0, 0.395), (0.14, 0.365), (0.225, 0.27)], closed=False
        )
        pen.strokes([band], (0.035, 0.035), deep, opacity=0.5, within=mask)


def draw_open_front(pen: Pen, who: Person, wear: Outfit) -> None:
    """A jacket that stands open over what is worn below."""
    if wear.name == "suit" and who.feminine < 0.6:
        tie = curve(
            [
                (-0.045, 0.40),
                (0.045, 0.40),
                (0.055, 0.50),
                (0.085, 1.5),
                (0.0, 1.68),
                (-0.085, 1.5),
                (-0.055, 0.50),
            ]
        )
        pen.fill(tie, palette.dark(palette.CLOTH["burgundy"], 0.1))
    for x in (-1, 1):
        _jacket_half(pen, who, wear, x)


def _jacket_half(pen: Pen, who: Person, wear: Outfit, x: int) -> None:
    s, ease, hem = who.shoulder, wear.cut.ease, wear.cut.hem
    gap = 0.20 if wear.name in ("jacket", "coat") else 0.07
    side = curve(
        np.array(
            [
                (0.19, 0.22),
                (s * 0.66, 0.355),
                (s + 0.0, 0.50),
                (s + 0.03 + ease * 0.5, 0.74),
                (s * 0.84 + ease, 1.2),
                (who.waist + ease + 0.05, 1.88),
                (who.hip + ease, 2.5),
                (who.hip + ease + 0.06 * (hem - 2.5), hem),
                (gap + 0.12, hem + 0.02),
                (gap, 1.9),
                (gap + 0.02, 1.4),
                (0.20, 0.8),
            ]
        )
        * np.array([x, 1.0])
    )
    mask = draw_cloth(pen, who, side, wear.colour)
    if mask is None:
        return
    deep = palette.dark(wear.colour, 0.62)
    edge = np.array([(0.20, 0.8), (gap + 0.02, 1.4), (gap, 1.9), (gap + 0.12, hem)]) * np.array(
        [x, 1.0]
    )
    pen.strokes([edge], (0.02, 0.02), deep, within=mask)
    lapel = np.array(
        [
            (0.20, 0.235),
            (0.34, 0.50),
            (0.46, 0.68),
            (0.36, 0.78),
            (gap + 0.06, 1.42),
            (0.165, 0.8),
        ]
    ) * np.array([x, 1.0])
    pen.fill(lapel, palette.dark(wear.colour, 0.30), blur=0.02, opacity=0.5, within=mask)
    pen.fill(lapel, palette.bright(wear.colour, 0.07))
    pen.edge(lapel, 0.012, deep, opacity=0.7)
    pen.strokes(
        [np.array([[x * 0.50, 2.15], [x * (who.waist + 0.02), 2.10]])],
        (0.02, 0.02),
        deep,
        opacity=0.7,
        within=mask,
    )


def draw_collar(pen: Pen, who: Person, wear: Outfit) -> None:
    kind, colour = wear.cut.collar, wear.colour
    deep, n = palette.dark(colour, 0.6), who.neck
    if kind == "roll":
        roll = curve(
            [
                (-n - 0.02, 0.02),
                (0, 0.09),
                (n + 0.02, 0.02),
                (n + 0.06, 0.24),
                (0.10, 0.34),
                (-0.10, 0.34),
                (-n - 0.06, 0.24),
            ]
        )
        mask = pen.fill(roll, colour, trace=True)
        pen.edge(roll, 0.03, deep, opacity=0.5, within=mask)
        ribs = [
            curve([(x * n, 0.06), (x * n * 1.08, 0.30)], closed=False)
            for x in np.linspace(-0.9, 0.9, 11)
        ]
        pen.strokes(ribs, (0.010, 0.010), deep, opacity=0.4, within=mask)
    elif kind == "shirt" or wear.name in ("suit", "blazer"):
        tone = colour if kind == "shirt" else wear.inner
        for x in (-1, 1):
            flap = np.array(
                [
                    (n * 0.95, 0.06),
                    (n + 0.09, 0.24),
                    (0.30, 0.47),
                    (0.16, 0.56),
                    (0.03, 0.47),
                    (n * 0.75, 0.28),
                ]
            ) * np.array([x, 1.0])
            pen.fill(flap + np.array([0.0, 0.03]), palette.dark(tone, 0.7), blur=0.02, opacity=0.4)
            pen.fill(flap, palette.bright(tone, 0.06), trace=True)
            pen.edge(flap, 0.010, palette.dark(tone, 0.5), opacity=0.6)
    elif kind == "hood":
        for x in (-1, 1):
            hood = curve(
                np.array(
                    [
                        (n * 0.9, -0.02),
                        (n + 0.17, 0.06),
                        (n + 0.26, 0.28),
                        (0.25, 0.50),
                        (0.03, 0.55),
                        (n * 0.8, 0.33),
                    ]
                )
                * np.array([x, 1.0])
            )
            pen.fill(hood, palette.dark(colour, 0.10), trace=True)
            pen.edge(hood, 0.014, deep, opacity=0.7)
            pen.strokes(
                [np.array([[x * 0.12, 0.52], [x * 0.13, 1.0]])], (0.022, 0.022), (238, 236, 232)
            )
