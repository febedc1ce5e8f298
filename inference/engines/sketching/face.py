"""The head without its hair: skin, ears, nose, mouth and the lines of age."""

import numpy as np

from inference.engines.sketching import palette
from inference.engines.sketching.canvas import Blend, Mask, Points, curve, ellipse, mirrored
from inference.engines.sketching.extras import draw_beard
from inference.engines.sketching.eyes import draw_brows, draw_eyes
from inference.engines.sketching.mouth import draw_mouth
from inference.engines.sketching.pen import Pen
from inference.engines.sketching.person import Features, Person, features


def face_outline(shape: Features) -> Points:
    """The outline of skull, cheeks and chin."""
    cheek, jaw, chin = shape.cheek, shape.jaw, shape.chin
    return curve(
        mirrored(
            [
                (0.0, -0.985),
                (0.14, -0.965),
                (cheek * 0.76, -0.87),
                (cheek * 0.99, -0.70),
                (cheek * 1.03, -0.54),
                (cheek, -0.40),
                (cheek * 0.945, -0.275),
                (jaw * 1.08, -0.150),
                ((jaw + chin) * 0.60, -0.058),
                (chin * 0.86, -0.010),
                (0.0, 0.006),
            ]
        )
    )


def draw_face(pen: Pen, who: Person, expression: str) -> Mask | None:
    """Paints the head, back to front, and returns its mask for the shadows of the hair."""
    shape = features(who)
    outline = face_outline(shape)
    _ears(pen, who, shape)
    mask = pen.fill(outline, Blend(palette.bright(who.skin, 0.10), who.skin), trace=True)
    if mask is None:
        return None
    if who.anime:
        _flat_shading(pen, who, shape, mask)
        pen.edge(outline, 0.010, palette.skin_shade(who.skin, 0.9), opacity=0.8)
    else:
        _soft_shading(pen, who, shape, mask)
    _marks(pen, who, shape, mask)
    draw_beard(pen, who, mask)
    _nose(pen, who, shape, mask)
    draw_mouth(pen, who, shape, expression, mask)
    draw_eyes(pen, who, shape, expression, mask)
    draw_brows(pen, who, shape, expression)
    _age_lines(pen, who, shape, mask)
    return mask


def _ears(pen: Pen, who: Person, shape: Features) -> None:
    shade = palette.skin_shade(who.skin, 0.18)
    for side in (-1, 1):
        x = side * shape.cheek
        ear = curve(
            [
                (x * 0.96, -0.49),
                (x * 1.06, -0.51),
                (x * 1.115, -0.45),
                (x * 1.085, -0.36),
                (x * 1.02, -0.285),
                (x * 0.95, -0.30),
            ]
        )
        pen.fill(ear, shade if not who.anime else who.skin, trace=True)
        fold = curve([(x * 1.02, -0.465), (x * 1.065, -0.45), (x * 1.04, -0.37)], closed=False)
        pen.strokes([fold], (0.006, 0.012, 0.004), palette.skin_shade(who.skin, 0.55))


def _soft_shading(pen: Pen, who: Person, shape: Features, mask: Mask) -> None:
    skin, deep = who.skin, palette.skin_shade(who.skin, 0.62)
    cheek = shape.cheek
    side = curve(
        [
            (cheek * 1.3, -1.0),
            (cheek * 0.72, -0.72),
            (cheek * 0.80, -0.40),
            (cheek * 0.62, -0.2),
            (0.05, -0.015),
            (0.2, 0.15),
            (cheek * 1.4, 0.0),
        ]
    )
    pen.fill(side, deep, blur=0.055, opacity=0.42, within=mask)
    left = curve(
        [
            (-cheek * 1.3, -0.8),
            (-cheek * 0.93, -0.6),
            (-cheek * 0.90, -0.3),
            (-0.14, -0.02),
            (-cheek * 1.3, 0.1),
        ]
    )
    pen.fill(left, deep, blur=0.04, opacity=0.30, within=mask)
    pen.fill(ellipse(0, 0.03, 0.2, 0.045), deep, blur=0.03, opacity=0.30, within=mask)
    for x in (-1, 1):
        socket = ellipse(x * shape.eye_x * 0.92, shape.eye_y - 0.035, 0.105, 0.050)
        pen.fill(socket, deep, blur=0.026, opacity=0.30, within=mask)
        blush = ellipse(x * cheek * 0.60, shape.nose_y - 0.01, 0.085, 0.055)
        rosy = palette.mix(skin, (226, 84, 84), 0.55)
        pen.fill(blush, rosy, blur=0.045, opacity=0.20 + 0.14 * who.feminine, within=mask)
    light = palette.bright(skin, 0.62)
    pen.fill(ellipse(-0.06, -0.74, 0.15, 0.075), light, blur=0.05, opacity=0.42, within=mask)
    pen.fill(
        ellipse(-cheek * 0.60, -0.355, 0.07, 0.030), light, blur=0.026, opacity=0.55, within=mask
    )
    pen.fill(
        ellipse(cheek * 0.50, -0.355, 0.05, 0.026), light, blur=0.024, opacity=0.30, within=mask
    )
    pen.fill(ellipse(-0.012, -0.05, 0.045, 0.022), light, blur=0.018, opacity=0.40, within=mask)


def _flat_shading(pen: Pen, who: Person, shape: Features, mask: Mask) -> None:
    deep = palette.skin_shade(who.skin, 0.26)
    cheek = shape.cheek
    side = curve(
        [
            (cheek * 1.2, -0.9),
            (cheek * 0.92, -0.7),
            (cheek * 0.84, -0.42),
            (cheek * 0.74, -0.24),
            (0.12, -0.03),
            (0.05, 0.1),
            (cheek * 1.4, 0.05),
        ]
    )
    pen.fill(side, deep, within=mask)
    rosy = palette.mix(who.skin, (240, 96, 110), 0.5)
    for x in (-1, 1):
        spot = ellipse(x * cheek * 0.60, shape.nose_y + 0.015, 0.070, 0.036)
        pen.fill(spot, rosy, blur=0.022, opacity=0.55, within=mask)


def _marks(pen: Pen, who: Person, shape: Features, mask: Mask) -> None:
    """Freckles and a mole, where the identity has them."""
    face = who.identity
    brownish = palette.skin_shade(who.skin, 0.75)
    if face.freckles > 0.78 and palette.luminance(who.skin) > 0.68:
        angles = np.arange(26) * 2.399963
        radii = np.sqrt((np.arange(26) + 0.5) / 26)
        spots = [
            ellipse(
                float(r * np.cos(a)) * 0.21,
                -0.31 + float(r * np.sin(a)) * 0.055,
                0.0042,
                0.0036,
                points=8,
            )
            for a, r in zip(angles, radii, strict=True)
        ]
        pen.fill(spots, brownish, opacity=0.40, within=mask)
    if face.mole > 0.82:
        x = 0.13 if face.parting > 0.5 else -0.13
        pen.fill(ellipse(x, shape.mouth_y - 0.055, 0.007, 0.007), brownish, within=mask)


def _nose(pen: Pen, who: Person, shape: Features, mask: Mask) -> None:
    y, width, skin = shape.nose_y, shape.nose_width, who.skin
    line = palette.skin_shade(skin, 0.85)
    if who.anime:
        tip = curve([(0.006, y - 0.055), (0.024, y - 0.012), (0.0, y)], closed=False)
        pen.strokes([tip], (0.002, 0.007, 0.004), line)
        return
    deep = palette.skin_shade(skin, 0.7)
    flank = curve(
        [
            (0.020, shape.eye_y - 0.01),
            (0.028, y - 0.09),
            (width * 0.95, y - 0.02),
            (0.02, y - 0.02),
            (0.014, y - 0.12),
        ]
    )
    pen.fill(flank, deep, blur=0.016, opacity=0.55, within=mask)
    bridge = curve(
        [
            (-0.034, shape.eye_y - 0.03),
            (-0.026, y - 0.12),
            (-width * 0.8, y - 0.015),
            (-0.036, y - 0.05),
        ]
    )
    pen.fill(bridge, deep, blur=0.014, opacity=0.26, within=mask)
    pen.fill(
        ellipse(0.004, y + 0.014, width * 0.9, 0.013), deep, blur=0.012, opacity=0.55, within=mask
    )
    light = palette.bright(skin, 0.75)
    pen.fill(ellipse(-0.006, y - 0.034, 0.019, 0.015), light, blur=0.009, opacity=0.75, within=mask)
    ridge = curve([(-0.008, shape.eye_y), (-0.010, y - 0.07)], closed=False)
    pen.strokes([ridge], (0.012, 0.014, 0.010), light, blur=0.007, opacity=0.50, within=mask)
    for x in (-1, 1):
        nostril = curve(
            [(x * 0.014, y + 0.001), (x * 0.030, y - 0.008), (x * 0.044, y + 0.001)], closed=False
        )
        pen.strokes([nostril], (0.004, 0.012, 0.003), palette.skin_shade(skin, 1.0), opacity=0.85)
        wing = curve(
            [
                (x * width * 0.86, y - 0.040),
                (x * width * 1.04, y - 0.016),
                (x * width * 0.80, y + 0.004),
            ],
            closed=False,
        )
        pen.strokes([wing], (0.002, 0.007, 0.003), line, blur=0.003, opacity=0.6)


def _age_lines(pen: Pen, who: Person, shape: Features, mask: Mask) -> None:
    """Lines from about forty on: nose to mouth, corners of the eyes, forehead, under the eyes."""
    depth = who.lines
    if depth <= 0:
        return
    line = palette.skin_shade(who.skin, 0.85)
    blur = 0.002 if who.anime else 0.0035
    fold, corner, forehead = [], [], []
    for x in (-1, 1):
        fold.append(
            curve(
                [
                    (x * (shape.nose_width + 0.012), shape.nose_y - 0.015),
                    (x * (shape.mouth_width + 0.012), shape.mouth_y - 0.055),
                    (x * (shape.mouth_width + 0.028), shape.mouth_y + 0.012),
                ],
                closed=False,
            )
        )
        outer = shape.eye_x + shape.eye_width
        corner += [
            curve(
                [
                    (x * (outer + 0.012), shape.eye_y + dy),
                    (x * (outer + 0.055), shape.eye_y + dy * 2.4),
                ],
                closed=False,
            )
            for dy in (-0.012, 0.006, 0.022)
        ]
        corner.append(
            curve(
                [
                    (x * (shape.eye_x - 0.05), shape.eye_y + 0.050),
                    (x * shape.eye_x, shape.eye_y + 0.064),
                    (x * (shape.eye_x + 0.06), shape.eye_y + 0.050),
                ],
                closed=False,
            )
        )
    for row, reach in ((-0.715, 0.15), (-0.755, 0.12)):
        forehead.append(
            curve([(-reach, row + 0.008), (0, row), (reach, row + 0.008)], closed=False)
        )
    pen.strokes(
        fold, (0.003, 0.012, 0.002), line, blur=blur, opacity=0.25 + 0.5 * depth, within=mask
    )
    pen.strokes(corner, (0.006, 0.003), line, blur=blur, opacity=0.55 * depth, within=mask)
    pen.strokes(forehead, (0.002, 0.007, 0.002), line, blur=blur, opacity=0.45 * depth, within=mask)
