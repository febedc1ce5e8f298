"""Eyes and eyebrows: the first thing anyone looks at."""

import numpy as np

from inference.engines.sketching import palette
from inference.engines.sketching.canvas import Blend, Colour, Mask, Points, curve, ellipse
from inference.engines.sketching.pen import Pen
from inference.engines.sketching.person import Features, Person

LIDS: dict[str, tuple[float, float]] = {  # how far open the upper and the lower lid are
    "smile": (0.94, 0.84),
    "laugh": (0.66, 0.50),
    "serious": (0.94, 1.0),
    "surprised": (1.28, 1.15),
    "wink": (0.94, 0.80),
    "sad": (0.82, 1.0),
    "angry": (0.84, 0.92),
    "seductive": (0.70, 0.86),
    "closed": (0.0, 0.6),
    "neutral": (1.0, 1.0),
}
BROWS: dict[str, tuple[float, float]] = {  # lift of the inner end and of the rest, head units
    "surprised": (-0.030, -0.034),
    "sad": (-0.026, 0.008),
    "angry": (0.032, -0.004),
    "serious": (0.010, 0.004),
    "laugh": (-0.008, -0.012),
    "seductive": (0.0, -0.006),
    "smile": (-0.008, -0.006),
    "neutral": (-0.005, -0.002),
    "closed": (-0.006, 0.0),
    "wink": (-0.008, -0.004),
}


def lid_lines(shape: Features, side: int, up: float, down: float) -> tuple[Points, Points]:
    """Upper and lower edge of one eye from the inner to the outer corner, in head units."""
    x, y, width = shape.eye_x, shape.eye_y, shape.eye_width
    rise, drop = shape.eye_up * up, shape.eye_down * down
    inner, outer = y + 0.008, y - shape.eye_tilt
    upper = curve(
        [
            (x - width, inner),
            (x - width * 0.55, y - rise * 0.76),
            (x + width * 0.06, y - rise),
            (x + width * 0.62, y - rise * 0.72 - shape.eye_tilt * 0.4),
            (x + width, outer),
        ],
        closed=False,
    )
    lower = curve(
        [
            (x - width, inner),
            (x - width * 0.45, y + drop * 0.78),
            (x + width * 0.15, y + drop),
            (x + width * 0.66, y + drop * 0.66 - shape.eye_tilt * 0.4),
            (x + width, outer),
        ],
        closed=False,
    )
    flip = np.array([float(side), 1.0])
    return upper * flip, lower * flip


def draw_eyes(pen: Pen, who: Person, shape: Features, expression: str, face: Mask) -> None:
    """Both eyes; a wink closes the one on the right of the picture."""
    up, down = LIDS.get(expression, LIDS["neutral"])
    droop = 1 - 0.16 * who.lines
    for side in (-1, 1):
        shut = up == 0 or (expression == "wink" and side == 1)
        if shut:
            _shut_eye(pen, who, shape, side, face)
        else:
            _open_eye(pen, who, shape, side, (up * droop, down))


def _shut_eye(pen: Pen, who: Person, shape: Features, side: int, face: Mask) -> None:
    _, lower = lid_lines(shape, side, 1.0, 0.75)
    lid = palette.skin_shade(who.skin, 0.22)
    upper, _ = lid_lines(shape, side, 0.75, 0.75)
    pen.fill(np.concatenate([upper, lower[::-1]]), lid, blur=0.008, opacity=0.7, within=face)
    pen.strokes([lower], (0.006, 0.015, 0.018, 0.010), _lash_colour(who))
    _lashes(pen, who, lower, side, downward=True)


def _open_eye(pen: Pen, who: Person, shape: Features, side: int, lids: tuple[float, float]) -> None:
    upper, lower = lid_lines(shape, side, *lids)
    eyeball = pen.fill(
        np.concatenate([upper, lower[::-1]]), Blend((222, 220, 224), (250, 249, 248))
    )
    if eyeball is None:
        return
    _iris(pen, who, shape, side, eyeball)
    shadow = upper + np.array([0.0, shape.eye_up * 0.34])
    pen.fill(
        np.concatenate([upper, shadow[::-1]]),
        (46, 30, 40),
        blur=0.006,
        opacity=0.45,
        within=eyeball,
    )
    lash = _lash_colour(who)
    heavy = 0.011 + 0.010 * who.feminine + (0.008 if who.anime else 0.0)
    pen.strokes([upper], (0.005, heavy * 0.8, heavy, heavy * 0.9, 0.004), lash)
    under = palette.skin_shade(who.skin, 0.9) if not who.anime else lash
    pen.strokes([lower[len(lower) // 4 :]], (0.002, 0.005, 0.006), under, opacity=0.75)
    _lashes(pen, who, upper, side, downward=False)
    crease = upper[3:-2] + np.array([0.0, -0.020 - 0.25 * shape.eye_up * (0.6 if who.anime else 1)])
    monolid = 0.35 if who.ethnicity == "Asian" else 1.0
    pen.strokes(
        [crease],
        (0.002, 0.007, 0.003),
        palette.skin_shade(who.skin, 0.85),
        blur=0.002,
        opacity=0.6 * monolid,
    )


def _iris(pen: Pen, who: Person, shape: Features, side: int, eyeball: Mask) -> None:
    x = side * shape.eye_x * 0.995
    tall = shape.eye_up + shape.eye_down
    radius = tall * (0.56 if who.anime else 0.60)
    width = radius * (0.86 if who.anime else 1.0)
    y = shape.eye_y - (shape.eye_up - shape.eye_down) * 0.42
    eye = who.eye
    pen.fill(ellipse(x, y, width, radius), palette.dark(eye, 0.72), within=eyeball)
    pen.fill(
        ellipse(x, y, width * 0.87, radius * 0.88),
        Blend(palette.dark(eye, 0.45), palette.bright(eye, 0.34)),
        within=eyeball,
    )
    glow = ellipse(x, y + radius * 0.42, width * 0.56, radius * 0.34)
    pen.fill(glow, palette.bright(eye, 0.58), blur=0.006, opacity=0.8, within=eyeball)
    pen.fill(ellipse(x, y, width * 0.42, radius * 0.44), (14, 12, 18), within=eyeball)
    spark = 0.30 if who.anime else 0.22
    pen.fill(
        ellipse(x - width * 0.34, y - radius * 0.36, width * spark, radius * spark),
        (255, 255, 255),
        within=eyeball,
    )
    pen.fill(
        ellipse(x + width * 0.36, y + radius * 0.38, width * spark * 0.45, radius * spark * 0.45),
        (255, 255, 255),
        opacity=0.85,
        within=eyeball,
    )


def _lash_colour(who: Person) -> Colour:
    return palette.mix((26, 18, 22), palette.dark(who.brow, 0.5), 0.35)


def _lashes(pen: Pen, who: Person, lid: Points, side: int, *, downward: bool) -> None:
    """A wing at the outer corner and a few lashes, the more the more feminine."""
    if who.feminine < 0.4:
        return
    fall = 1.0 if downward else -1.0
    hairs = []
    for share, length in ((0.66, 0.013), (0.78, 0.017), (0.89, 0.020), (0.97, 0.023)):
        root = lid[int(share * (len(lid) - 1))]
        lean = 0.35 + 0.8 * share
        tip = root + np.array([side * length * lean, fall * length * 0.72])
        middle = (root + tip) / 2 + np.array([side * 0.004, 0.003 * -fall])
        hairs.append(curve([tuple(root), tuple(middle), tuple(tip)], closed=False))
    count = 4 if who.feminine > 0.9 else 2
    pen.strokes(hairs[-count:], (0.010, 0.006, 0.001), _lash_colour(who))


def draw_brows(pen: Pen, who: Person, shape: Features, expression: str) -> None:
    """Eyebrows, with a few hairs in the soft style."""
    inner_lift, lift = BROWS.get(expression, (0.0, 0.0))
    y, weight = shape.eye_y + shape.brow_y, shape.brow_weight
    for side in (-1, 1):
        raised = -0.018 if expression == "seductive" and side == 1 else 0.0
        x = shape.eye_x
        line = curve(
            [
                (side * (x - 0.088), y - 0.002 + inner_lift),
                (side * (x - 0.02), y - 0.012 + (inner_lift + lift) / 2 + raised),
                (side * (x + 0.055), y - shape.brow_arch * 0.62 + lift + raised),
                (side * (x + 0.122), y + 0.022 + lift + raised * 0.5),
            ],
            closed=False,
        )
        if who.anime:
            pen.strokes([line], (weight * 0.35, weight * 0.62, weight * 0.5, 0.002), who.brow)
            continue
        pen.strokes(
            [line],
            (weight * 0.50, weight * 1.0, weight * 0.74, 0.002),
            who.brow,
            blur=0.0035,
            opacity=0.86,
        )
        hairs = []
        for step in range(2, len(line) - 9, 2):
            root = line[step] + np.array([0.0, weight * 0.34])
            hairs.append(np.stack([root, root + np.array([side * 0.016, -weight * 0.72])]))
        pen.strokes(hairs, (0.004, 0.001), palette.dark(who.brow, 0.5), opacity=0.55)
