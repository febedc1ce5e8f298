"""The mouth in every expression."""

import numpy as np

from inference.engines.sketching import palette
from inference.engines.sketching.canvas import Blend, Colour, Mask, Points, curve, ellipse
from inference.engines.sketching.pen import Pen
from inference.engines.sketching.person import Features, Person

MOUTHS: dict[str, tuple[float, float, float]] = {  # corner lift, opening, width factor
    "smile": (0.028, 0.020, 1.16),
    "laugh": (0.040, 0.054, 1.24),
    "serious": (-0.002, 0.0, 0.98),
    "surprised": (0.0, 0.058, 0.78),
    "wink": (0.032, 0.026, 1.14),
    "sad": (-0.018, 0.0, 0.96),
    "angry": (-0.014, 0.0, 1.0),
    "seductive": (0.014, 0.008, 1.02),
    "closed": (0.014, 0.0, 1.0),
    "neutral": (0.010, 0.0, 1.02),
}


def draw_mouth(pen: Pen, who: Person, shape: Features, expression: str, mask: Mask) -> None:
    """Lips, and teeth where the expression opens them."""
    lift, opening, wide = MOUTHS.get(expression, MOUTHS["neutral"])
    width, y = shape.mouth_width * wide, shape.mouth_y
    lip = shape.lip * (1 - 7 * opening)
    if who.anime:
        width, lip = width * 0.86, lip * 0.8
    upper = curve(_lip_line(width, lift, y), closed=False)
    lower = curve(
        [(px, py + opening * (1 - (px / width) ** 2)) for px, py in _lip_line(width, lift, y)],
        closed=False,
    )
    tint = palette.mix(who.skin, (196, 62, 78), 0.34 + 0.24 * who.feminine)
    tint = palette.mix(tint, palette.skin_shade(who.skin, 0.5), 0.35)
    if not who.anime or who.feminine > 0.9:
        _lips(pen, upper, lower, tint, lip * (0.5 if who.anime else 1.0), lift, mask)
    line = palette.skin_shade(palette.dark(tint, 0.35), 0.6)
    if opening > 0:
        _open_mouth(pen, upper, lower, opening, mask)
    pen.strokes(
        [upper],
        (0.003, 0.010, 0.008, 0.010, 0.003) if not who.anime else (0.004, 0.010, 0.004),
        line,
    )
    if not who.anime:
        deep = palette.skin_shade(who.skin, 0.75)
        for x in (-1, 1):
            pen.fill(
                ellipse(x * width * 1.06, y - lift, 0.014, 0.014),
                deep,
                blur=0.010,
                opacity=0.5,
                within=mask,
            )
        below = ellipse(0, y + opening + lip * 1.35 + 0.014, width * 0.5, 0.011)
        pen.fill(below, deep, blur=0.012, opacity=0.5, within=mask)


def _lip_line(width: float, lift: float, y: float) -> list[tuple[float, float]]:
    """Where the lips meet, from corner to corner."""
    sag = lift * 0.55
    return [
        (-width, y - lift),
        (-width * 0.5, y + sag * 0.3),
        (0.0, y + sag),
        (width * 0.5, y + sag * 0.3),
        (width, y - lift),
    ]


def _lips(
    pen: Pen, upper: Points, lower: Points, tint: Colour, lip: float, lift: float, mask: Mask
) -> None:
    width = float(upper[-1, 0])
    y = float(upper[0, 1])
    top = curve(
        [
            (-width, y),
            (-width * 0.55, y + lift * 0.6 - lip * 0.42),
            (-width * 0.2, y + lift - lip * 0.76),
            (0, y + lift - lip * 0.56),
            (width * 0.2, y + lift - lip * 0.76),
            (width * 0.55, y + lift * 0.6 - lip * 0.42),
            (width, y),
        ],
        closed=False,
    )
    pen.fill(np.concatenate([top, upper[::-1]]), palette.dark(tint, 0.10), within=mask)
    middle = len(lower) // 2
    floor, flank = float(lower[middle, 1]), float(lower[middle // 2, 1])
    bottom = curve(
        [
            (-width * 0.97, y),
            (-width * 0.55, flank + lip * 0.80),
            (0, floor + lip * 1.15),
            (width * 0.55, flank + lip * 0.80),
            (width * 0.97, y),
        ],
        closed=False,
    )
    pen.fill(
        np.concatenate([bottom, lower[::-1]]), Blend(tint, palette.bright(tint, 0.10)), within=mask
    )
    shine = ellipse(-width * 0.12, floor + lip * 0.50, width * 0.30, lip * 0.20)
    pen.fill(shine, palette.bright(tint, 0.7), blur=0.007, opacity=0.7, within=mask)


def _open_mouth(pen: Pen, upper: Points, lower: Points, opening: float, mask: Mask) -> None:
    inside = pen.fill(
        np.concatenate([upper, lower[::-1]]), Blend((96, 28, 36), (140, 48, 54)), within=mask
    )
    if inside is None:
        return
    drop = min(opening * 0.62, 0.026)
    teeth = np.concatenate(
        [
            upper * np.array([0.92, 1.0]),
            (upper + np.array([0.0, drop]))[::-1] * np.array([0.92, 1.0]),
        ]
    )
    pen.fill(teeth, Blend((238, 232, 228), (252, 250, 248)), within=inside)
    if opening > 0.05:
        floor = float(lower[:, 1].max())
        pen.fill(ellipse(0, floor, 0.05, opening * 0.36), (206, 96, 100), blur=0.004, within=inside)
