"""What is worn: the garment that a prompt names, or one that suits the place, with its colours."""

from random import Random

import msgspec

from inference.engines.sketching import palette
from inference.engines.sketching.canvas import Colour
from inference.engines.sketching.person import Person
from inference.engines.sketching.words import Brief

FAVOURITES = {  # what is worn where when the prompt names nothing
    "beach": ("dress", "tank", "shirt"),
    "pool": ("dress", "tank"),
    "gym": ("tank", "hoodie"),
    "office": ("blazer", "shirt"),
    "snow": ("coat", "sweater"),
    "mountain": ("jacket", "hoodie"),
    "bedroom": ("sweater", "shirt", "tee"),
    "bar": ("dress", "blazer", "jacket"),
    "nightsky": ("sweater", "jacket"),
}
ANYWHERE = ("tee", "sweater", "shirt", "jacket", "dress", "blazer")


class Cut(msgspec.Struct, frozen=True, kw_only=True):
    """How a garment is cut: neckline, sleeve (share of the arm), hem, ease, what is below."""

    neck: str = "crew"
    sleeve: float = 1.0
    hem: float = 2.75
    ease: float = 0.05
    below: str = "trousers"
    open_front: bool = False
    collar: str = ""


CUTS = {
    "tee": Cut(sleeve=0.30),
    "tank": Cut(neck="strap", sleeve=0.0, ease=0.015, below="leggings"),
    "shirt": Cut(neck="vee", sleeve=0.94, ease=0.07, collar="shirt"),
    "sweater": Cut(neck="high", sleeve=1.0, ease=0.10, collar="roll"),
    "hoodie": Cut(sleeve=1.0, ease=0.12, collar="hood"),
    "jacket": Cut(sleeve=1.0, ease=0.10, hem=2.55, open_front=True, collar="lapel"),
    "blazer": Cut(sleeve=0.98, ease=0.08, hem=3.0, open_front=True, collar="lapel"),
    "suit": Cut(sleeve=0.98, ease=0.08, hem=3.0, open_front=True, collar="lapel"),
    "coat": Cut(sleeve=1.0, ease=0.13, hem=4.4, open_front=True, collar="lapel"),
    "dress": Cut(neck="strap", sleeve=0.0, hem=2.1, ease=0.02, below="dress"),
    "skirt": Cut(sleeve=0.30, hem=2.2, ease=0.03, below="skirt"),
    "swimwear": Cut(neck="strap", sleeve=0.0, ease=0.01, below="wrap"),
    "rash": Cut(sleeve=0.30, ease=0.02, below="shorts"),
}


class Outfit(msgspec.Struct, frozen=True, kw_only=True):
    """A garment with its colours."""

    name: str
    cut: Cut
    colour: Colour
    inner: Colour
    below: Colour


def outfit(who: Person, brief: Brief, dice: Random) -> Outfit:
    """What the prompt names, or what suits the place; the seed picks what is left open."""
    woman = who.feminine > 0.4
    choices = [
        name for name in FAVOURITES.get(brief.place or "", ANYWHERE) if woman or name != "dress"
    ]
    name = brief.garment or dice.choice(choices or ["tee"])
    if not woman and name in ("swimwear", "skirt", "dress"):
        name = "rash" if name == "swimwear" else "shirt"
    picked = dice.choice(palette.SEEDED_CLOTH)
    formal = name in ("suit", "blazer", "coat")
    if formal and brief.colour is None:
        picked = dice.choice(("navy", "grey", "black", "beige", "burgundy"))
    if name == "jacket" and brief.colour is None:
        picked = dice.choice(("black", "denim", "brown", "olive"))
    colour = palette.CLOTH[brief.colour or picked]
    inner = dice.choice(((246, 246, 246), (52, 52, 60), (226, 214, 196), (196, 208, 222)))
    below = dice.choice(((62, 82, 122), (48, 50, 60), (96, 92, 90), (150, 130, 104)))
    if name == "suit":
        below, inner = colour, (246, 246, 246)
    return Outfit(name=name, cut=CUTS[name], colour=colour, inner=inner, below=below)
