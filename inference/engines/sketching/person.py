"""Who is drawn: traits and identity turned into colours and measures, in head units.

An adult always: proportions are those of a grown person at every trait and in both styles.
"""

import msgspec

from inference.engines.sketching import palette
from inference.engines.sketching.canvas import Colour
from inference.engines.sketching.identity import Identity

AGE_DEFAULT = 28
VIVID_HAIR = {"blue", "pink", "purple"}
FEMININITY = {"female": 1.0, "non-binary": 0.5, "male": 0.0}
BODY = {  # shoulders, waist, hips, limbs: factors on the average
    "slim": (0.93, 0.90, 0.93, 0.88),
    "athletic": (1.04, 0.96, 0.98, 1.04),
    "average": (1.0, 1.0, 1.0, 1.0),
    "curvy": (0.99, 1.02, 1.12, 1.06),
    "muscular": (1.14, 1.06, 1.02, 1.24),
    "plus-size": (1.08, 1.36, 1.24, 1.26),
}
BUST = {"small": 0.3, "medium": 0.6, "large": 1.0}
EPICANTHIC = {"Asian", "Native American", "Pacific Islander"}
BROAD_NOSE = {"Black": 0.9, "Pacific Islander": 0.6, "Indian": 0.35, "Hispanic": 0.3, "Asian": 0.2}
FULL_LIPS = {"Black": 0.8, "Hispanic": 0.35, "Mixed": 0.4, "Pacific Islander": 0.4, "Indian": 0.3}


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """Everything about a person that no prompt and no seed can change.

    `feminine` is 1 for female, 0 for male. Widths are half widths, in head units.
    """

    anime: bool
    feminine: float
    age_years: int
    skin: Colour
    hair: Colour
    brow: Colour
    eye: Colour
    hair_length: str
    hair_style: str
    ethnicity: str
    fullness: float
    shoulder: float
    waist: float
    hip: float
    limb: float
    neck: float
    bust: float
    muscle: float
    identity: Identity

    @property
    def lines(self) -> float:
        """How deep the lines of age are, 0 (none) to 1."""
        return min(1.0, max(0.0, (self.age_years - 38) / 34))


def person(traits: dict[str, str | int], identity: Identity, *, anime: bool) -> Person:
    """The person of canonical traits; what is missing is average."""
    feminine = FEMININITY.get(str(traits.get("gender", "female")), 0.5)
    age = int(traits.get("age", AGE_DEFAULT))
    ethnicity = str(traits.get("ethnicity", "Mixed"))
    tone = str(traits.get("skinTone", palette.SKIN_BY_ETHNICITY.get(ethnicity, "medium")))
    named = str(traits.get("hairColor", "brown"))
    hair = palette.aged_hair(
        palette.HAIR.get(named, palette.HAIR["brown"]), age, named in VIVID_HAIR
    )
    brow = palette.HAIR["brown"] if named in VIVID_HAIR and not anime else hair
    build = str(traits.get("bodyType", "average"))
    shoulder, waist, hip, limb = BODY.get(build, BODY["average"])
    return Person(
        anime=anime,
        feminine=feminine,
        age_years=age,
        skin=palette.SKIN.get(tone, palette.SKIN["medium"]),
        hair=hair,
        brow=_brow(brow),
        eye=palette.EYES.get(str(traits.get("eyeColor", "brown")), palette.EYES["brown"]),
        hair_length=str(traits.get("hairLength", "medium" if feminine > 0.7 else "short")),
        hair_style=str(traits.get("hairStyle", "straight")),
        ethnicity=ethnicity,
        fullness={"plus-size": 1.0, "curvy": 0.35, "slim": -0.4}.get(build, 0.0),
        shoulder=(0.90 - 0.185 * feminine) * shoulder,
        waist=(0.60 - 0.155 * feminine) * waist,
        hip=(0.58 + 0.03 * feminine) * hip,
        limb=(1.0 - 0.2 * feminine) * limb,
        neck=(0.245 - 0.075 * feminine) * (0.6 + 0.4 * limb),
        bust=BUST.get(str(traits.get("breastSize", "medium")), 0.6) * max(0.0, feminine * 2 - 1),
        muscle={"muscular": 1.0, "athletic": 0.5}.get(build, 0.0),
        identity=identity,
    )


def _brow(hair: Colour) -> Colour:
    """Eyebrows are darker than fair hair and never as pale as white hair."""
    light = palette.luminance(hair)
    tone = palette.mix(hair, (96, 82, 76), max(0.0, light - 0.35))
    return palette.dark(tone, 0.25 + 0.35 * max(0.0, light - 0.25))


class Features(msgspec.Struct, frozen=True, kw_only=True):
    """The measures of a face, in head units; heights are negative (above the chin)."""

    cheek: float
    jaw: float
    chin: float
    eye_y: float
    eye_x: float
    eye_width: float
    eye_up: float
    eye_down: float
    eye_tilt: float
    brow_y: float
    brow_arch: float
    brow_weight: float
    nose_y: float
    nose_width: float
    mouth_y: float
    mouth_width: float
    lip: float


def features(who: Person) -> Features:
    """The face of a person: average of its gender and origin, moved by its identity."""
    face, feminine = who.identity, who.feminine

    def spread(value: float, reach: float) -> float:
        return (value - 0.5) * 2 * reach

    narrow = 0.25 if who.ethnicity in EPICANTHIC else 0.0
    size = 1 + spread(face.eye_size, 0.12)
    big = 1.34 if who.anime else 1.0
    return Features(
        cheek=0.326 + spread(face.face_width, 0.018) + 0.012 * (1 - feminine) + 0.02 * who.fullness,
        jaw=0.200
        + 0.056 * (1 - feminine)
        + spread(face.jaw_width, 0.02)
        + 0.03 * who.fullness
        - (0.002 if who.anime else 0.0),
        chin=0.084
        + 0.036 * (1 - feminine)
        + spread(face.jaw_width, 0.012)
        - (0.022 if who.anime else 0.0),
        eye_y=-0.462 + spread(face.eye_height, 0.010) + (0.03 if who.anime else 0.0),
        eye_x=0.157 + spread(face.eye_gap, 0.012) + (0.012 if who.anime else 0.0),
        eye_width=(0.094 + 0.008 * feminine) * size * (1.14 if who.anime else 1.0),
        eye_up=(0.048 + 0.010 * feminine) * size * big * (1.25 if who.anime else 1) * (1 - narrow),
        eye_down=0.028 * size * big * (1.3 if who.anime else 1) * (1 - narrow / 2),
        eye_tilt=0.008 + spread(face.eye_tilt, 0.012) + 0.014 * narrow * 4 * 0.5,
        brow_y=-0.118
        - (0.045 if who.anime else 0.0)
        - spread(face.brow_height, 0.012)
        + 0.014 * (1 - feminine),
        brow_arch=0.018 + 0.012 * feminine + spread(face.brow_arch, 0.010),
        brow_weight=(0.036 - 0.013 * feminine) * (1 + spread(face.brow_weight, 0.22)),
        nose_y=-0.262 + spread(face.nose_length, 0.016),
        nose_width=0.058
        + 0.010 * (1 - feminine)
        + spread(face.nose_width, 0.008)
        + 0.016 * BROAD_NOSE.get(who.ethnicity, 0.0),
        mouth_y=-0.152 + spread(face.mouth_height, 0.010),
        mouth_width=0.112 + 0.008 * (1 - feminine) + spread(face.mouth_width, 0.012),
        lip=0.026
        + 0.010 * feminine
        + spread(face.lip_fullness, 0.008)
        + 0.012 * FULL_LIPS.get(who.ethnicity, 0.0),
    )
