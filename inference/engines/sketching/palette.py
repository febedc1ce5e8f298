"""Colours: of skin, hair, eyes and cloth by name, and how they change in shade and light."""

from inference.engines.sketching.canvas import Colour

SKIN: dict[str, Colour] = {
    "fair": (252, 226, 210),
    "light": (244, 210, 186),
    "medium": (228, 184, 150),
    "olive": (208, 170, 126),
    "tan": (200, 148, 106),
    "brown": (152, 100, 68),
    "dark": (102, 66, 48),
}
SKIN_BY_ETHNICITY = {
    "Asian": "light",
    "Black": "dark",
    "Hispanic": "tan",
    "Indian": "brown",
    "Middle Eastern": "olive",
    "Mixed": "medium",
    "Native American": "tan",
    "Pacific Islander": "tan",
    "White": "fair",
}
HAIR: dict[str, Colour] = {
    "black": (38, 32, 38),
    "brown": (98, 62, 40),
    "blonde": (224, 184, 112),
    "red": (186, 66, 32),
    "auburn": (126, 50, 34),
    "gray": (152, 152, 158),
    "white": (230, 228, 228),
    "blue": (54, 104, 200),
    "pink": (240, 136, 182),
    "purple": (130, 76, 188),
}
EYES: dict[str, Colour] = {
    "brown": (104, 64, 36),
    "blue": (66, 134, 206),
    "green": (66, 146, 92),
    "hazel": (140, 108, 50),
    "gray": (126, 140, 152),
    "amber": (200, 134, 36),
}
CLOTH: dict[str, Colour] = {
    "black": (44, 44, 52),
    "white": (242, 240, 238),
    "grey": (140, 144, 152),
    "gray": (140, 144, 152),
    "silver": (188, 192, 200),
    "red": (196, 46, 52),
    "crimson": (160, 30, 50),
    "burgundy": (116, 30, 52),
    "pink": (238, 150, 178),
    "orange": (232, 126, 50),
    "yellow": (240, 200, 82),
    "gold": (206, 164, 74),
    "mustard": (208, 160, 56),
    "green": (62, 138, 92),
    "emerald": (22, 120, 88),
    "olive": (120, 120, 70),
    "teal": (36, 132, 136),
    "turquoise": (64, 182, 182),
    "mint": (164, 220, 196),
    "blue": (58, 106, 182),
    "navy": (38, 50, 92),
    "lavender": (180, 164, 220),
    "purple": (118, 72, 158),
    "violet": (118, 72, 158),
    "brown": (120, 82, 56),
    "beige": (222, 204, 176),
    "cream": (246, 234, 210),
    "tan": (200, 164, 122),
    "denim": (84, 112, 152),
}
SEEDED_CLOTH = (
    "teal", "burgundy", "navy", "emerald", "cream", "mustard",
    "lavender", "red", "blue", "white", "green", "pink",
)  # fmt: skip


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """`share` (0 to 1) of the second colour in the first."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return (red, green, blue)


def dark(colour: Colour, amount: float) -> Colour:
    """The colour in shade; stays saturated instead of turning grey."""
    return mix(
        colour, (round(colour[0] * 0.34), round(colour[1] * 0.26), round(colour[2] * 0.32)), amount
    )


def skin_shade(colour: Colour, amount: float) -> Colour:
    """Skin in shade turns redder and more saturated, as blood shows through."""
    deep = (round(colour[0] * 0.60), round(colour[1] * 0.40), round(colour[2] * 0.34))
    return mix(colour, deep, amount)


def bright(colour: Colour, amount: float) -> Colour:
    """The colour in warm light."""
    return mix(colour, (255, 246, 234), amount)


def luminance(colour: Colour) -> float:
    """How bright the colour looks, 0 to 1."""
    return (0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2]) / 255


def aged_hair(colour: Colour, age_years: int, vivid: bool) -> Colour:
    """Hair greys from 46 on; dyed colours keep their hue but fade a little."""
    share = min(1.0, max(0.0, (age_years - 45) / 24))
    return mix(colour, (196, 194, 196), share * (0.35 if vivid else 0.85))
