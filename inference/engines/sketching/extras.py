"""What is worn on head and neck: beards, glasses, jewellery and scarves."""

import numpy as np

from inference.engines.sketching import palette
from inference.engines.sketching.canvas import Blend, Mask, curve, ellipse, mirrored
from inference.engines.sketching.pen import Pen
from inference.engines.sketching.person import Person, features
from inference.engines.sketching.words import Brief


def draw_extras(head: Pen, body: Pen, who: Person, brief: Brief) -> None:
    """Everything but the hat, which goes over the hair."""
    if brief.scarf:
        _scarf(body, who, brief)
    if brief.necklace:
        chain = curve(
            [
                (-who.neck * 1.1, 0.24),
                (-0.12, 0.44),
                (0.0, 0.50),
                (0.12, 0.44),
                (who.neck * 1.1, 0.24),
            ],
            closed=False,
        )
        body.strokes([chain], (0.010, 0.012, 0.010), (232, 196, 112))
        body.fill(ellipse(0, 0.53, 0.026, 0.034), Blend((255, 236, 180), (214, 168, 84)))
    if brief.earrings:
        shape = features(who)
        for x in (-1, 1):
            head.fill(
                ellipse(x * shape.cheek * 1.07, -0.225, 0.018, 0.034),
                Blend((255, 240, 190), (214, 168, 84)),
            )
    if brief.glasses is not None:
        _glasses(head, who, shaded=brief.glasses == "sunglasses")


def _glasses(pen: Pen, who: Person, *, shaded: bool) -> None:
    shape = features(who)
    rim = (36, 32, 36) if shaded or who.identity.fringe > 0.4 else (122, 74, 50)
    lenses = [
        curve(
            [
                (x * (shape.eye_x - 0.118), shape.eye_y - 0.062),
                (x * shape.eye_x, shape.eye_y - 0.085),
                (x * (shape.eye_x + 0.125), shape.eye_y - 0.066),
                (x * (shape.eye_x + 0.118), shape.eye_y + 0.055),
                (x * shape.eye_x, shape.eye_y + 0.093),
                (x * (shape.eye_x - 0.105), shape.eye_y + 0.055),
            ]
        )
        for x in (-1, 1)
    ]
    for lens in lenses:
        mask = pen.fill(
            lens,
            Blend((34, 30, 38), (104, 92, 96)) if shaded else (255, 255, 255),
            opacity=0.94 if shaded else 0.10,
        )
        middle = lens.mean(axis=0)
        flash = np.array(
            [
                [middle[0] - 0.09, middle[1] + 0.03],
                [middle[0] - 0.01, middle[1] - 0.1],
                [middle[0] + 0.03, middle[1] - 0.1],
                [middle[0] - 0.05, middle[1] + 0.05],
            ]
        )
        pen.fill(flash, (255, 255, 255), blur=0.006, opacity=0.22, within=mask)
        pen.edge(lens, 0.016, rim)
    bridge = curve(
        [
            (-shape.eye_x + 0.118, shape.eye_y - 0.03),
            (0, shape.eye_y - 0.05),
            (shape.eye_x - 0.118, shape.eye_y - 0.03),
        ],
        closed=False,
    )
    temples = [
        np.array(
            [
                [x * (shape.eye_x + 0.125), shape.eye_y - 0.045],
                [x * shape.cheek * 1.05, shape.eye_y - 0.035],
            ]
        )
        for x in (-1, 1)
    ]
    pen.strokes([bridge, *temples], (0.016, 0.016), rim)


def _scarf(pen: Pen, who: Person, brief: Brief) -> None:
    tone = palette.CLOTH["burgundy" if brief.colour != "burgundy" else "mustard"]
    n = who.neck
    tail = curve([(0.10, 0.34), (0.34, 0.34), (0.40, 1.30), (0.14, 1.34)])
    pen.fill(tail, Blend(tone, palette.dark(tone, 0.3)), trace=True)
    for y, wide in ((0.20, n + 0.20), (0.34, n + 0.28)):
        wrap = curve(
            mirrored(
                [
                    (0.0, y - 0.09),
                    (wide * 0.7, y - 0.16),
                    (wide, y - 0.06),
                    (wide * 0.7, y + 0.10),
                    (0.0, y + 0.17),
                ]
            )
        )
        mask = pen.fill(wrap, tone, trace=True)
        pen.edge(wrap, 0.05, palette.dark(tone, 0.6), opacity=0.35, within=mask)


def draw_beard(pen: Pen, who: Person, face: Mask) -> None:
    """Stubble or a full beard for some men, as the identity decides."""
    if who.feminine > 0.3 or who.identity.beard < 0.45:
        return
    shape = features(who)
    full = who.identity.beard > 0.74
    outer = [
        (shape.cheek * 0.985, -0.43),
        (shape.cheek * 0.95, -0.27),
        (shape.jaw * 1.05, -0.125),
        (shape.chin * 1.32, -0.016),
        (0.0, 0.022 if full else 0.006),
    ]
    inner = [
        (0.0, -0.235),
        (0.06, -0.225),
        (0.145, -0.20),
        (shape.cheek * 0.76, -0.27),
        (shape.cheek * 0.90, -0.44),
    ]
    half = np.array(outer)
    band = curve(
        np.concatenate(
            [
                half,
                half[::-1][1:] * np.array([-1.0, 1.0]),
                np.array(inner[::-1]) * np.array([-1.0, 1.0]),
                np.array(inner)[1:],
            ]
        )
    )
    pen.fill(
        band,
        palette.dark(who.brow, 0.1),
        blur=0.016 if full else 0.024,
        opacity=0.88 if full else 0.36,
        within=face,
    )
