"""The whole picture: reads the prompt, sets the scene, places the person and lights both.

The face comes from traits and identity only. The seed decides arms, tilt of the head, scenery
details and whatever clothes the prompt leaves open.
"""

from random import Random

import msgspec
import numpy as np
from PIL import Image, ImageFilter

from inference.engines.sketching import light as lighting
from inference.engines.sketching import words
from inference.engines.sketching.body import draw_neck
from inference.engines.sketching.canvas import Blend, Canvas, curve, ellipse, rounded
from inference.engines.sketching.clothes import draw_clothed_body
from inference.engines.sketching.extras import draw_extras
from inference.engines.sketching.face import draw_face
from inference.engines.sketching.hair import draw_back_hair, draw_front_hair
from inference.engines.sketching.hats import draw_hat
from inference.engines.sketching.identity import Identity
from inference.engines.sketching.indoors import ROOMS
from inference.engines.sketching.outdoors import LANDSCAPES
from inference.engines.sketching.pen import Pen
from inference.engines.sketching.person import Person, person
from inference.engines.sketching.skeleton import HEIGHT, skeleton
from inference.engines.sketching.stage import Stage
from inference.engines.sketching.wardrobe import outfit

PLACES_OPEN = ("studio", "garden", "cafe", "city", "living", "beach")
MOODS_OPEN = ("neutral", "smile", "smile")
TILT_DEGREES_MAX = 5.5
SCENERY_BLUR = {"close": 0.010, "half": 0.0055, "full": 0.0012}


class Layout(msgspec.Struct, frozen=True, kw_only=True):
    """Where the head goes: pixels per head, and the pixel of the chin."""

    framing: str
    posture: str
    scale: float
    x: float
    y: float


def layout(
    width: int, height: int, framing: str | None, posture: str | None, shift: float
) -> Layout:
    """The place of the figure; `shift` (-1 to 1) moves it aside in wide pictures."""
    stance = posture or "standing"
    seen = framing or ("full" if stance in ("sitting", "kneeling", "floor") else "half")
    x = width / 2 + shift * max(0.0, width - height) * 0.22
    if seen == "close":
        scale = min(0.47 * height, 0.62 * width)
        return Layout(
            framing=seen, posture=stance, scale=scale, x=x, y=0.27 * height + 0.80 * scale
        )
    if seen == "half":
        scale = min(0.262 * height, 0.40 * width)
        return Layout(
            framing=seen, posture=stance, scale=scale, x=x, y=0.13 * height + 1.06 * scale
        )
    tall = HEIGHT[stance] + 1.1
    scale = min(0.86 * height / tall, 0.86 * width / 3.0)
    bottom = 0.955 * height
    return Layout(framing=seen, posture=stance, scale=scale, x=x, y=bottom - HEIGHT[stance] * scale)


def draw(
    *,
    traits: dict[str, str | int],
    identity: Identity,
    prompt: str,
    seed: int,
    width: int,
    height: int,
    anime: bool,
) -> Image.Image:
    """The finished picture, RGB, exactly `width` by `height` pixels."""
    brief = words.read(prompt)
    dice = Random(f"pose {seed}")
    who = person(traits, identity, anime=anime)
    tilt, shift = dice.uniform(-TILT_DEGREES_MAX, TILT_DEGREES_MAX), dice.choice((-1.0, 0.0, 1.0))
    place = brief.place or dice.choice(PLACES_OPEN)
    hour = brief.light or {"nightsky": "night", "bar": "neon", "snow": "overcast"}.get(place, "day")
    mood = brief.expression or dice.choice(MOODS_OPEN)
    spot = layout(width, height, brief.framing, brief.posture, shift)
    canvas = Canvas(_scenery(width, height, place, hour, seed, SCENERY_BLUR[spot.framing]))
    pen = Pen(canvas, scale=spot.scale, x=spot.x, y=spot.y)
    _ground(pen, spot, place, who)
    canvas.trace()
    head = pen.tilted(tilt)
    draw_back_hair(head, who)
    bones = skeleton(who, spot.posture, dice)
    wear = outfit(who, msgspec.structs.replace(brief, place=place), dice)
    draw_neck(pen, who)
    draw_clothed_body(pen, who, bones, wear)
    face = draw_face(head, who, mood)
    draw_extras(head, pen, who, brief)
    draw_front_hair(head, who, face)
    draw_hat(head, brief.hat)
    if canvas.silhouette is not None:
        lighting.tint_figure(canvas.image, canvas.silhouette, hour, spot.scale)
    return lighting.darken_edges(canvas.image, hour)


def _scenery(width: int, height: int, place: str, hour: str, seed: int, blur: float) -> Image.Image:
    """The background, drawn at half size and out of focus the nearer the camera is."""
    half = (max(8, (width + 1) // 2), max(8, (height + 1) // 2))
    stage = Stage(half, hour, Random(f"scenery {seed} {place}"))
    painter = LANDSCAPES.get(place) or ROOMS.get(place) or ROOMS["studio"]
    painter(stage)
    scenery = lighting.tint_scenery(stage.canvas.image, hour, place)
    if blur * half[1] > 0.4:
        scenery = scenery.filter(ImageFilter.GaussianBlur(blur * half[1]))
    return scenery.resize((width, height), Image.Resampling.BICUBIC)


def _ground(pen: Pen, spot: Layout, place: str, who: Person) -> None:
    """The shadow under the figure and what it sits on."""
    if spot.framing != "full":
        return
    low = HEIGHT[spot.posture]
    wide = {"floor": 1.7, "kneeling": 1.1, "sitting": 1.3}.get(spot.posture, 0.85)
    pen.fill(ellipse(0.08, low - 0.04, wide, 0.13), (20, 16, 24), blur=0.08, opacity=0.5)
    if spot.posture != "sitting":
        return
    if place in LANDSCAPES:
        rock = curve(
            [
                (-1.05, 3.0),
                (-0.6, 2.72),
                (0.5, 2.70),
                (1.08, 2.95),
                (1.22, 4.2),
                (1.1, 5.1),
                (-1.15, 5.12),
                (-1.25, 4.1),
            ]
        )
        mask = pen.fill(rock, Blend((168, 160, 150), (104, 98, 94)))
        cracks = [
            curve([(-0.8, 3.2), (-0.5, 3.9), (-0.7, 4.6)], closed=False),
            curve([(0.7, 3.3), (0.9, 4.1)], closed=False),
        ]
        pen.strokes(cracks, (0.01, 0.05, 0.01), (84, 78, 76), blur=0.01, opacity=0.6, within=mask)
        return
    tone = ((150, 92, 82), (84, 116, 122), (180, 144, 92))[int(who.identity.mole * 2.99)]
    pen.fill(rounded(-1.18, 0.75, 1.18, 4.6, 0.35), Blend(tone, _darker(tone)))
    pen.fill(rounded(-1.5, 2.0, -1.02, 4.75, 0.2), Blend(tone, _darker(tone)))
    pen.fill(rounded(1.02, 2.0, 1.5, 4.75, 0.2), Blend(tone, _darker(tone)))
    pen.fill(rounded(-1.06, 2.85, 1.06, 3.7, 0.18), Blend(_lighter(tone), tone))
    legs = [
        np.array([[x - 0.06, 4.7], [x + 0.06, 4.7], [x + 0.04, 5.15], [x - 0.04, 5.15]])
        for x in (-1.2, 1.2)
    ]
    pen.fill(legs, (70, 50, 42))


def _darker(tone: tuple[int, int, int]) -> tuple[int, int, int]:
    return (int(tone[0] * 0.66), int(tone[1] * 0.66), int(tone[2] * 0.68))


def _lighter(tone: tuple[int, int, int]) -> tuple[int, int, int]:
    return (min(255, tone[0] + 18), min(255, tone[1] + 18), min(255, tone[2] + 18))
