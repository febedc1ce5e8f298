"""Paints the skin that clothes leave free: neck, collar bones, arms, hands, lower legs; and shoes.

The trunk belongs to the clothes, which are always there.
"""

import numpy as np

from inference.engines.sketching import palette
from inference.engines.sketching.canvas import (
    Blend,
    Colour,
    Mask,
    Points,
    curve,
    ellipse,
    mirrored,
)
from inference.engines.sketching.pen import Pen
from inference.engines.sketching.person import Person
from inference.engines.sketching.skeleton import Joint, Skeleton, hand, round_limb


def shaded(
    pen: Pen, who: Person, outline: list[Points], colour: Colour, deep: Colour
) -> Mask | None:
    """Paints a part with light inside and shade at its edge; flat style: with a thin outline."""
    mask = pen.fill(outline, colour, trace=True)
    if mask is None:
        return None
    half = len(outline[0]) // 2
    sides = [outline[0][:half], outline[0][half:]]
    if who.anime:
        shift = np.array([0.05, 0.0])
        pen.strokes([side + shift for side in sides], (0.07, 0.07), deep, opacity=0.38, within=mask)
        line = palette.dark(deep, 0.5)
        pen.strokes(sides, (0.014, 0.014), line, opacity=0.65, within=mask)
        return mask
    edges = [side + np.array([0.018, 0.0]) for side in sides]
    pen.strokes(edges, (0.11, 0.11), deep, blur=0.045, opacity=0.58, within=mask)
    return mask


def draw_neck(pen: Pen, who: Person) -> None:
    """Neck, collar bones and the slope of the shoulders."""
    n, s = who.neck, who.shoulder
    outline = curve(
        mirrored(
            [
                (0.0, -0.30),
                (n, -0.28),
                (n * 0.96, 0.06),
                (n * 1.12, 0.22),
                (n + 0.20, 0.34),
                (s * 0.80, 0.44),
                (s - 0.02, 0.60),
                (s - 0.05, 0.90),
                (s * 0.6, 1.12),
                (0.0, 1.15),
            ]
        )
    )
    mask = pen.fill(outline, who.skin, trace=True)
    if mask is None:
        return
    deep = palette.skin_shade(who.skin, 0.32 if who.anime else 0.8)
    under = curve(
        [
            (-n * 1.3, -0.3),
            (n * 1.5, -0.3),
            (n * 1.25, 0.10),
            (0.04, 0.17),
            (-n * 0.95, 0.05),
        ]
    )
    blur, opacity = (0.0, 1.0) if who.anime else (0.045, 0.62)
    pen.fill(under, deep, blur=blur, opacity=opacity, within=mask)
    _neck_lines(pen, who, mask)


def _neck_lines(pen: Pen, who: Person, mask: Mask) -> None:
    n, s, skin = who.neck, who.shoulder, who.skin
    sides = [
        curve(
            [(x * n, -0.25), (x * n, 0.06), (x * n * 1.12, 0.22), (x * (n + 0.2), 0.34)],
            closed=False,
        )
        for x in (-1, 1)
    ]
    if who.anime:
        line = palette.skin_shade(skin, 0.9)
        pen.strokes(sides, (0.012, 0.012), line, opacity=0.7, within=mask)
    else:
        deep = palette.skin_shade(skin, 0.8)
        pen.strokes(sides, (0.08, 0.07, 0.05), deep, blur=0.03, opacity=0.5, within=mask)
        tendons = [curve([(x * n * 0.72, 0.02), (x * 0.07, 0.34)], closed=False) for x in (-1, 1)]
        soft = palette.skin_shade(skin, 0.6)
        pen.strokes(tendons, (0.004, 0.020, 0.006), soft, blur=0.010, opacity=0.32, within=mask)
    bones = [
        curve([(x * 0.05, 0.375), (x * 0.25, 0.40), (x * s * 0.62, 0.36)], closed=False)
        for x in (-1, 1)
    ]
    deep = palette.skin_shade(skin, 0.75)
    pen.strokes(bones, (0.014, 0.022, 0.004), deep, blur=0.006, opacity=0.42, within=mask)


def draw_arm(pen: Pen, who: Person, bones: Skeleton, side: int) -> None:
    """One bare arm with its hand; a sleeve is painted over it."""
    k = who.limb
    deep = palette.skin_shade(who.skin, 0.55)
    parts = hand(bones.arms[side][2], bones.fingers[side], -1 if side == 0 else 1)
    mask = pen.fill(parts[:2], palette.bright(who.skin, 0.03), trace=True)
    if mask is not None:
        pen.strokes(parts[2:], (0.004, 0.010, 0.004), deep, opacity=0.75, within=mask)
        pen.edge(parts[0], 0.014, deep, opacity=0.6, within=mask)
    widths = (0.24 * k + 0.06, 0.25 * k + 0.03, 0.20 * k + 0.03, 0.19 * k + 0.03, 0.125)
    shaded(pen, who, round_limb(bones.arms[side], widths), who.skin, deep)


def leg_widths(who: Person, posture: str) -> tuple[float, ...]:
    """How thick a leg is from hip to ankle."""
    k = who.limb
    return {
        "kneeling": (0.54 * k + 0.12, 0.56 * k + 0.10, 0.46 * k + 0.12),
        "floor": (
            0.46 * k + 0.12,
            0.44 * k + 0.10,
            0.38 * k + 0.08,
            0.30 * k + 0.06,
            0.2 * k + 0.04,
        ),
        "sitting": (0.36 * k + 0.06, 0.34 * k + 0.06, 0.30 * k + 0.06, 0.16 * k + 0.05),
    }.get(
        posture,
        (0.50 * k + 0.12, 0.48 * k + 0.08, 0.34 * k + 0.06, 0.33 * k + 0.06, 0.155 * k + 0.05),
    )


def draw_legs(
    pen: Pen, who: Person, bones: Skeleton, cloth: Colour | None, *, share: float, wide: float
) -> None:
    """Both legs: in cloth for `share` of their length, bare below; None under a skirt."""
    for side in (0, 1):
        joints = bones.legs[side]
        if bones.posture == "sitting":
            _seated_leg(pen, who, joints, cloth, share=share, wide=wide)
        elif bones.posture == "kneeling":
            _folded_leg(pen, who, joints, cloth)
        else:
            _long_leg(pen, who, bones.posture, joints, cloth, share=share, wide=wide)


def _cloth_or_skin(who: Person, cloth: Colour | None) -> tuple[Colour, Colour]:
    if cloth is None:
        return who.skin, palette.skin_shade(who.skin, 0.55)
    return cloth, palette.dark(cloth, 0.55)


def _long_leg(
    pen: Pen,
    who: Person,
    posture: str,
    joints: tuple[Joint, ...],
    cloth: Colour | None,
    *,
    share: float,
    wide: float,
) -> None:
    thick = leg_widths(who, posture)
    if posture == "floor":
        _crossed_leg(pen, who, joints, cloth, share=share)
        return
    shaded(pen, who, round_limb(joints, thick), *_cloth_or_skin(who, None))
    _shoe(pen, who, joints[2])
    if cloth is None or share <= 0:
        return
    wear = tuple(width + wide * (0.4 + 0.3 * n) for n, width in enumerate(thick))
    mask = shaded(pen, who, round_limb(joints, wear, share)[:2], *_cloth_or_skin(who, cloth))
    x, y = joints[1]
    creases = [
        curve([(x - 0.18, y + dy), (x, y + dy + 0.05), (x + 0.14, y + dy - 0.02)], closed=False)
        for dy in (-0.08, 0.06)
    ]
    deep = palette.dark(cloth, 0.6)
    pen.strokes(creases, (0.004, 0.03, 0.004), deep, blur=0.012, opacity=0.4, within=mask)


def _crossed_leg(
    pen: Pen, who: Person, joints: tuple[Joint, ...], cloth: Colour | None, *, share: float
) -> None:
    """Sitting on the ground: the shin is tucked under the thigh of the other leg."""
    hip, knee, ankle = joints
    k = who.limb
    _shoe(pen, who, ankle, flat=True)
    shin = (0.40 * k + 0.10, 0.34 * k + 0.08, 0.22 * k + 0.06)
    thigh = (0.50 * k + 0.14, 0.48 * k + 0.12, 0.42 * k + 0.12)
    below = cloth if share > 0.6 else None
    middle = ((knee[0] + ankle[0]) / 2, (knee[1] + ankle[1]) / 2 + 0.05)
    shaded(pen, who, round_limb((knee, middle, ankle), shin)[:2], *_cloth_or_skin(who, below))
    shaded(pen, who, round_limb((hip, knee), thigh), *_cloth_or_skin(who, cloth))


def _seated_leg(
    pen: Pen,
    who: Person,
    joints: tuple[Joint, ...],
    cloth: Colour | None,
    *,
    share: float,
    wide: float,
) -> None:
    """The shin hangs down, the thigh comes towards the viewer and is foreshortened."""
    hip, knee, ankle = joints
    shin = leg_widths(who, "sitting")
    middle = ((knee[0] + ankle[0]) / 2 + 0.01, (knee[1] + ankle[1]) / 2)
    shaded(pen, who, round_limb((knee, middle, ankle), shin), *_cloth_or_skin(who, None))
    _shoe(pen, who, ankle)
    if cloth is not None and share > 0.6:
        wear = tuple(width + wide * (0.6 + 0.25 * n) for n, width in enumerate(shin))
        part = round_limb((knee, middle, ankle), wear, min(1.0, (share - 0.5) * 2))[:2]
        shaded(pen, who, part, *_cloth_or_skin(who, cloth))
    k = who.limb
    thigh = (0.54 * k + 0.12, 0.52 * k + 0.10, 0.44 * k + 0.10)
    bend = ((hip[0] + knee[0]) / 2, 2.95)
    worn = cloth if share > 0.2 else None
    shaded(pen, who, round_limb((hip, bend, knee), thigh), *_cloth_or_skin(who, worn))


def _folded_leg(pen: Pen, who: Person, joints: tuple[Joint, ...], cloth: Colour | None) -> None:
    """Kneeling on the heels: the foot shows beside the thigh, the thigh comes forward."""
    hip, knee, foot = joints
    colour, deep = _cloth_or_skin(who, cloth)
    sole = ellipse(foot[0], foot[1], 0.26, 0.15)
    pen.fill(sole, palette.dark(colour, 0.25) if cloth else deep, trace=True)
    mask = shaded(pen, who, round_limb((hip, knee), leg_widths(who, "kneeling")), colour, deep)
    glow = ellipse(knee[0] - 0.06, knee[1] - 0.02, 0.15, 0.13)
    pen.fill(glow, palette.bright(colour, 0.3), blur=0.07, opacity=0.5, within=mask)


def _shoe(pen: Pen, who: Person, ankle: Joint, *, flat: bool = False) -> None:
    x, y = ankle
    feminine = (196, 180, 168) if who.identity.parting > 0.5 else (74, 54, 58)
    colour = feminine if who.feminine > 0.6 else (58, 48, 50)
    if flat:
        paint = Blend(palette.bright(colour, 0.15), colour)
        pen.fill(ellipse(x, y + 0.02, 0.24, 0.13), paint, trace=True)
        return
    out = 0.04 if x > 0 else -0.04
    shoe = curve(
        [
            (x - 0.115, y - 0.04),
            (x + 0.115, y - 0.04),
            (x + 0.15 + out, y + 0.20),
            (x + 0.12 + out, y + 0.34),
            (x + out, y + 0.375),
            (x - 0.12 + out, y + 0.34),
            (x - 0.15 + out, y + 0.20),
        ]
    )
    mask = pen.fill(shoe, Blend(palette.bright(colour, 0.18), colour), trace=True)
    sole = curve(
        [(x - 0.15 + out, y + 0.30), (x + out, y + 0.345), (x + 0.15 + out, y + 0.30)], closed=False
    )
    pen.strokes([sole], (0.012, 0.022, 0.012), palette.dark(colour, 0.8), within=mask)
