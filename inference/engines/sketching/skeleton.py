"""Where the joints are in each posture, and the outlines of arms, legs and hands around them."""

from random import Random

import msgspec
import numpy as np

from inference.engines.sketching.canvas import Points, curve, ellipse, stroke
from inference.engines.sketching.person import Person

Joint = tuple[float, float]
HEIGHT = {"standing": 6.42, "leaning": 6.42, "sitting": 5.22, "kneeling": 3.86, "floor": 3.5}
"""From the chin to the ground, in head units."""
ROUND_POINTS = 24


class Skeleton(msgspec.Struct, frozen=True, kw_only=True):
    """Arms and legs as shoulder-elbow-wrist and hip-knee-ankle, left of the picture first.

    `fingers` are the directions the hands point in, degrees from straight down. `before` says which
    arms lie in front of the trunk.
    """

    posture: str
    arms: tuple[tuple[Joint, Joint, Joint], tuple[Joint, Joint, Joint]]
    legs: tuple[tuple[Joint, Joint, Joint], tuple[Joint, Joint, Joint]]
    fingers: tuple[float, float]
    before: bool


def skeleton(who: Person, posture: str, dice: Random) -> Skeleton:
    """The joints of a posture; the seed decides what the arms do."""
    upright = posture in ("standing", "leaning")
    akimbo = dice.choice((-1, 1, 0)) if upright else 0
    relaxed = dice.choice((-1, 1))
    arms, fingers = [], []
    for side in (-1, 1):
        joints, direction = _arm(who, posture, side, akimbo=side == akimbo)
        arms.append(joints)
        fingers.append(direction)
    legs = [_leg(posture, side, who.hip, relaxed) for side in (-1, 1)]
    return Skeleton(
        posture=posture,
        arms=(arms[0], arms[1]),
        legs=(legs[0], legs[1]),
        fingers=(fingers[0], fingers[1]),
        before=not upright,
    )


def _arm(
    who: Person, posture: str, side: int, *, akimbo: bool
) -> tuple[tuple[Joint, Joint, Joint], float]:
    s, h = who.shoulder, who.hip
    shoulder = (side * (s - 0.15), 0.64)
    if posture in ("sitting", "floor"):
        reach = 0.42 if posture == "sitting" else 0.66
        return (shoulder, (side * (s + 0.10), 1.58), (side * reach, 2.44)), side * 22.0
    if posture == "kneeling":
        return (shoulder, (side * (s + 0.10), 1.58), (side * 0.42, 2.56)), side * 14.0
    if akimbo:
        return (shoulder, (side * (s + 0.42), 1.58), (side * (h + 0.04), 2.20)), side * 48.0
    hang = max(s - 0.02, h + 0.05)
    return (shoulder, (side * (s + 0.06), 1.70), (side * hang, 2.64)), side * -3.0


def _leg(posture: str, side: int, hip: float, relaxed: int) -> tuple[Joint, Joint, Joint]:
    start = (side * hip * 0.48, 2.62)
    if posture == "sitting":
        return start, (side * 0.43, 3.18), (side * 0.36, 4.86)
    if posture == "kneeling":
        return (side * hip * 0.55, 2.62), (side * 0.50, 3.46), (side * 0.72, 3.60)
    if posture == "floor":
        return (side * hip * 0.55, 2.62), (side * 1.24, 2.98), (side * -0.30, 3.24)
    out = 0.10 if side == relaxed else 0.0
    return start, (side * (0.31 + out), 4.32), (side * (0.28 + out * 1.6), 6.02)


def limb(joints: tuple[Joint, ...], widths: tuple[float, ...], share: float = 1.0) -> Points:
    """The outline of an arm or leg, or of its upper `share`."""
    line = curve(list(joints), closed=False)
    kept = line[: max(4, round(len(line) * share))]
    along = np.linspace(0, share, len(kept))
    spread = np.interp(along, np.linspace(0, 1, len(widths)), widths)
    return stroke(kept, spread.tolist())


def round_limb(
    joints: tuple[Joint, ...], widths: tuple[float, ...], share: float = 1.0
) -> list[Points]:
    """As limb, with discs that round off both ends."""
    outline = limb(joints, widths, share)
    half = len(outline) // 2
    discs = []
    for one, other, flat in (
        (outline[0], outline[-1], 1.0),
        (outline[half - 1], outline[half], 0.9),
    ):
        x, y = ((one + other) / 2).tolist()
        radius = float(np.hypot(*(one - other))) / 2
        discs.append(ellipse(x, y, radius, radius * flat, points=ROUND_POINTS))
    return [outline, *discs]


def hand(wrist: Joint, degrees: float, side: int) -> list[Points]:
    """Palm with fingers, thumb, and the lines between the fingers of a relaxed hand."""
    palm = [
        (-0.060, -0.03),
        (0.060, -0.03),
        (0.092, 0.10),
        (0.094, 0.20),
        (0.080, 0.33),
        (0.050, 0.415),
        (0.010, 0.430),
        (-0.035, 0.410),
        (-0.066, 0.34),
        (-0.088, 0.20),
        (-0.082, 0.10),
    ]
    thumb = [
        (-0.050, 0.04),
        (-0.105, 0.10),
        (-0.140, 0.20),
        (-0.130, 0.27),
        (-0.098, 0.26),
        (-0.075, 0.18),
    ]
    gaps = [[(x, 0.22), (x * 0.94, 0.31), (x * 0.80, 0.395)] for x in (-0.042, 0.004, 0.048)]
    angle = np.deg2rad(degrees)
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])

    def put(points: list[Joint]) -> Points:
        moved: Points = (np.array(points) * np.array([side, 1.0])) @ turn + np.array(wrist)
        return moved

    return [curve(put(palm)), curve(put(thumb)), *[put(gap) for gap in gaps]]
