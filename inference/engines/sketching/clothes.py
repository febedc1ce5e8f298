"""Clothes: what covers the trunk, sleeves, skirts and trousers, in the order they are painted.

Every garment covers chest, waist and hips; swimwear is a one-piece with a wrap, or a shirt and
shorts.
"""

import numpy as np

from inference.engines.sketching import palette
from inference.engines.sketching.body import draw_arm, draw_legs, shaded
from inference.engines.sketching.canvas import Points, curve, mirrored, rectangle
from inference.engines.sketching.pen import Pen
from inference.engines.sketching.person import Person
from inference.engines.sketching.skeleton import Skeleton, limb, round_limb
from inference.engines.sketching.tailoring import (
    draw_cloth,
    draw_collar,
    draw_details,
    draw_open_front,
)
from inference.engines.sketching.wardrobe import Outfit


def draw_clothed_body(pen: Pen, who: Person, bones: Skeleton, wear: Outfit) -> None:
    """Legs, trunk, arms with sleeves and everything sewn to them, back to front."""
    cut = wear.cut
    if not bones.before:
        _arms(pen, who, bones, wear)
    _below(pen, who, bones, wear)
    if cut.open_front:
        inner = "vee" if wear.name in ("suit", "blazer") else "crew"
        draw_cloth(pen, who, trunk(who, inner, 2.75, 0.02), wear.inner, folds=False)
        draw_open_front(pen, who, wear)
    else:
        outline = trunk(who, cut.neck, cut.hem, cut.ease)
        mask = draw_cloth(pen, who, outline, wear.colour, folds=cut.ease > 0.03)
        draw_details(pen, who, wear, mask)
    if cut.below in ("dress", "skirt", "wrap"):
        _skirt(pen, who, bones, wear)
    if bones.before:
        _arms(pen, who, bones, wear)
    draw_collar(pen, who, wear)


def _arms(pen: Pen, who: Person, bones: Skeleton, wear: Outfit) -> None:
    for side in (0, 1):
        draw_arm(pen, who, bones, side)
        _sleeve(pen, who, bones, side, wear)


def trunk(who: Person, neck: str, hem: float, ease: float) -> Points:
    """The outline of a garment on the trunk."""
    s, chest = who.shoulder, who.shoulder * 0.80 + 0.03 * who.bust + ease
    top: dict[str, list[tuple[float, float]]] = {
        "crew": [(0.0, 0.37), (0.14, 0.345), (0.225, 0.255), (s * 0.66, 0.37), (s - 0.02, 0.50)],
        "vee": [(0.0, 0.66), (0.10, 0.47), (0.215, 0.245), (s * 0.66, 0.37), (s - 0.02, 0.50)],
        "high": [(0.0, 0.24), (0.12, 0.23), (0.21, 0.20), (s * 0.66, 0.36), (s - 0.01, 0.50)],
        "strap": [
            (0.0, 0.80),
            (s * 0.36, 0.70),
            (s * 0.47, 0.40),
            (s * 0.60, 0.395),
            (s * 0.66, 0.72),
        ],
    }
    out = s + (0.02 if neck != "strap" else -0.14) + ease * 0.5
    sides = [
        (out, 0.70 if neck != "strap" else 0.98),
        (chest, 1.14 + 0.05 * who.bust),
        (chest * 0.96 - 0.02, 1.42),
        (who.waist + ease, 1.88),
        (who.hip + ease, 2.55),
    ]
    sides = [point for point in sides if point[1] < hem - 0.05]
    last = who.hip + ease * 1.3 if hem > 2.3 else who.waist + ease + 0.03
    return curve(
        mirrored([*top[neck], *sides, (last, hem), (last * 0.5, hem + 0.02), (0.0, hem + 0.03)])
    )


def _sleeve(pen: Pen, who: Person, bones: Skeleton, side: int, wear: Outfit) -> None:
    length = wear.cut.sleeve
    if length <= 0:
        return
    k, wide = who.limb, 0.03 + wear.cut.ease * 0.7
    widths = (
        0.26 * k + 0.06 + wide,
        0.27 * k + 0.03 + wide,
        0.22 * k + 0.03 + wide,
        0.20 * k + 0.03 + wide,
        0.15 + wide,
    )
    mask = shaded(
        pen,
        who,
        round_limb(bones.arms[side], widths, length)[:2],
        wear.colour,
        palette.dark(wear.colour, 0.55),
    )
    if mask is None:
        return
    shape = limb(bones.arms[side], widths, length)
    half = len(shape) // 2
    cuff = np.stack([shape[half - 1], shape[half]])
    pen.strokes([cuff], (0.05, 0.05), palette.dark(wear.colour, 0.6), opacity=0.5, within=mask)
    if length > 0.6:
        x = bones.arms[side][1][0]
        folds = [
            curve([(x - 0.12, y), (x, y + 0.04), (x + 0.10, y - 0.02)], closed=False)
            for y in (1.45, 1.62, 1.78)
        ]
        pen.strokes(
            folds,
            (0.004, 0.035, 0.004),
            palette.dark(wear.colour, 0.6),
            blur=0.012,
            opacity=0.45,
            within=mask,
        )


def _below(pen: Pen, who: Person, bones: Skeleton, wear: Outfit) -> None:
    below = wear.cut.below
    if wear.name == "coat":
        back = rectangle(-who.hip - 0.05, 2.3, who.hip + 0.05, 4.3)
        pen.fill(back, palette.dark(wear.colour, 0.7), trace=True)
    if below in ("dress", "skirt", "wrap"):
        draw_legs(pen, who, bones, None, share=0.0, wide=0.0)
        return
    if below != "wrap":
        colour = wear.below if below != "leggings" else palette.dark(wear.below, 0.5)
        hips = curve(
            mirrored(
                [
                    (0.0, 2.35),
                    (who.waist, 2.3),
                    (who.hip, 2.62),
                    (who.hip * 0.98, 2.92),
                    (0.10, 3.02),
                    (0.0, 2.98),
                ]
            )
        )
        wide = {"leggings": 0.02, "shorts": 0.14}.get(below, 0.11)
        draw_legs(pen, who, bones, colour, share=0.42 if below == "shorts" else 0.97, wide=wide)
        shaded(pen, who, [hips], colour, palette.dark(colour, 0.5))


def _skirt(pen: Pen, who: Person, bones: Skeleton, wear: Outfit) -> None:
    """A skirt from the waist: to the knee standing, over the lap sitting, spread kneeling."""
    below = wear.cut.below
    colour = (
        wear.colour
        if below == "dress"
        else palette.bright(wear.below, 0.1)
        if below == "skirt"
        else palette.bright(wear.colour, 0.35)
    )
    w, h = who.waist + 0.03, who.hip
    top = 1.92 if below != "wrap" else 2.25
    shape = {
        "sitting": [
            (w, top),
            (h + 0.10, 2.5),
            (h + 0.20, 2.95),
            (0.80, 3.45),
            (0.40, 3.62),
            (0.0, 3.52),
        ],
        "kneeling": [
            (w, top),
            (h + 0.08, 2.5),
            (h + 0.30, 3.0),
            (h + 0.46, 3.62),
            (0.60, 3.84),
            (0.0, 3.80),
        ],
        "floor": [(w, top), (h + 0.14, 2.5), (1.30, 2.80), (1.50, 3.10), (0.80, 3.36), (0.0, 3.38)],
    }.get(
        bones.posture,
        [(w, top), (h + 0.05, 2.5), (h + 0.16, 3.2), (h + 0.34, 4.10), (0.5, 4.24), (0.0, 4.28)],
    )
    outline = curve(mirrored([(0.0, top - 0.02), (w * 0.6, top - 0.01), *shape]))
    mask = draw_cloth(pen, who, outline, colour, folds=False)
    if mask is None:
        return
    low = max(y for _, y in shape)
    pleats = [
        curve(
            [(x * w * 0.8, top + 0.1), (x * (h + 0.05), (top + low) / 2), (x * (h + 0.35), low)],
            closed=False,
        )
        for x in (-0.75, -0.45, -0.15, 0.2, 0.5, 0.8)
    ]
    pen.strokes(
        pleats,
        (0.004, 0.05, 0.07),
        palette.dark(colour, 0.6),
        blur=0.0 if who.anime else 0.022,
        opacity=0.40,
        within=mask,
    )
    band = rectangle(-w - 0.1, top - 0.03, w + 0.1, top + 0.07)
    pen.fill(band, palette.dark(colour, 0.45), opacity=0.7, within=mask)
