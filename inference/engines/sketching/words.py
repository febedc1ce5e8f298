"""What a prompt asks for, in the few words the drawing understands; everything else is ignored.

Whatever is asked, the answer names clothes: there is no word here for a body without them.
"""

import re
from functools import cache

import msgspec

from inference.engines.sketching.palette import CLOTH

PROMPT_CHARACTERS_MAX = 20_000

FRAMING = {
    "close": "close-up|close up|closeup|headshot|head shot|head and shoulders|face portrait|"
    "face shot|selfie|portrait shot|tight portrait",
    "half": "half body|half-body|half length|half-length|waist up|waist-up|medium shot|upper body|"
    "mid shot|cowboy shot|three quarter|from the waist up",
    "full": "full body|full-body|full length|full-length|whole body|head to toe|wide shot|"
    "long shot|entire body|from head to toe",
}
POSTURE = {
    "kneeling": "kneeling|kneels|on her knees|on his knees|on their knees|on knees|kneel",
    "floor": "sitting on the floor|seated on the floor|cross-legged|crossed legs|cross legged|"
    "lying|lies|reclining|lying down|laying|on her back|on his back|on the ground|picnic|yoga|"
    "meditating|meditation",
    "sitting": "sitting|sits|seated|sit",
    "leaning": "leaning|leans|lean",
    "standing": "standing|stands|walking|walks|running|dancing|posing|stand",
}
PLACE = {
    "bedroom": "bedroom|bed|bedside|hotel room|pyjama party",
    "living": "living room|couch|sofa|apartment|lounge|fireplace|home|house|room",
    "bathroom": "bathroom|bath|shower|bathtub|spa|mirror",
    "kitchen": "kitchen|cooking|baking",
    "cafe": "cafe|café|coffee shop|coffeehouse|restaurant|diner|bakery|bistro|tea house",
    "bar": "bar|pub|nightclub|club|lounge bar|disco",
    "office": "office|desk|workplace|meeting room|boardroom",
    "library": "library|bookstore|bookshop|bookshelf|bookshelves|reading room|classroom|university",
    "gym": "gym|fitness|workout|weight room|training hall",
    "studio": "studio|plain background|backdrop|seamless|white background|grey background",
    "pool": "pool|poolside|swimming pool",
    "beach": "beach|seaside|ocean|sea|shore|coast|seashore|island|sand|tropical",
    "lake": "lake|river|waterfall|riverbank|dock|pond",
    "desert": "desert|dunes|canyon|sahara",
    "snow": "snow|snowy|winter|ski|skiing",
    "mountain": "mountain|mountains|hill|hiking|summit|alps|cliff|valley",
    "forest": "forest|woods|woodland|jungle|trees|autumn",
    "garden": "garden|park|flowers|meadow|field|blossom|orchard|backyard|lawn|picnic",
    "nightsky": "night sky|stars|starry|milky way|galaxy|moonlit|campfire|aurora|space",
    "rooftop": "rooftop|balcony|skyline|terrace|penthouse",
    "city": "city|street|downtown|urban|alley|sidewalk|market|town|car|subway|new york|tokyo|paris",
}
LIGHT = {
    "neon": "neon|cyberpunk|nightclub|club lights|disco",
    "candle": "candle|candlelight|candlelit|candles|fireplace|firelight|campfire|lamplight|fire",
    "sunset": "sunset|golden hour|sunrise|dawn|dusk|golden light|evening sun|warm light|sundown",
    "night": "night|midnight|moonlight|moonlit|at night|nighttime|starry|dark room|stars",
    "overcast": "overcast|cloudy|rain|rainy|foggy|misty|fog|snowy|storm",
    "day": "day|daylight|sunny|morning|noon|sunlight|bright|soft light|natural light|afternoon",
}
EXPRESSION = {
    "laugh": "laughing|laughs|laugh|giggling|grinning|grin|joyful|excited|ecstatic|"
    "cheerful|big smile",
    "wink": "winking|winks|wink",
    "surprised": "surprised|shocked|astonished|amazed|gasping|open mouth|awe",
    "sad": "sad|crying|melancholic|melancholy|tearful|upset|lonely",
    "angry": "angry|furious|annoyed|scowling|mad|fierce",
    "serious": "serious|stern|neutral expression|intense|determined|focused|confident look|pensive|"
    "thoughtful|calm|straight face",
    "closed": "eyes closed|closed eyes|asleep|sleeping|dreaming|meditating|peaceful|relaxed",
    "seductive": "seductive|sultry|flirty|flirting|alluring|smirk|smirking|bedroom eyes|"
    "playful|teasing|mischievous",
    "smile": "smiling|smiles|smile|happy|friendly|warm expression|gentle smile",
}
GARMENT = {
    "suit": "suit|tuxedo|business suit|pantsuit|three-piece",
    "blazer": "blazer|sports jacket|office wear|business",
    "dress": "dress|gown|sundress|evening gown|ball gown|cocktail dress|nightgown|kimono|sari|"
    "saree",
    "skirt": "skirt|miniskirt",
    "swimwear": "swimsuit|swimwear|bikini|bathing suit|one-piece|swim|swimming|lingerie|"
    "underwear|bra|bodysuit|leotard|corset",
    "hoodie": "hoodie|sweatshirt|hooded",
    "sweater": "sweater|jumper|pullover|knit|knitted|turtleneck|cardigan|cozy",
    "coat": "coat|overcoat|trench|trench coat|parka|raincoat|cape|robe|bathrobe",
    "jacket": "jacket|leather jacket|denim jacket|bomber|biker",
    "shirt": "shirt|blouse|button-up|button up|flannel|polo|uniform|pajamas|pyjamas",
    "tank": "tank top|camisole|crop top|sportswear|sports bra|leggings|activewear|athletic wear|"
    "tank|yoga|gym",
    "tee": "t-shirt|tshirt|tee|top|jeans",
}
HAT = {
    "sunhat": "sun hat|straw hat|sunhat|wide-brimmed hat",
    "beanie": "beanie|knit cap|winter hat|woolly hat",
    "cap": "baseball cap|cap",
    "crown": "crown|tiara|princess|queen",
    "sunhat ": "hat",
}
GLASSES = {
    "sunglasses": "sunglasses|shades|aviators",
    "glasses": "glasses|spectacles|eyeglasses|reading glasses",
}
NAMED_COLOURS_APART = {"hair", "eyes", "eyed", "haired", "skin", "skinned"}


class Brief(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be drawn besides the person; None where the prompt leaves it open."""

    framing: str | None
    posture: str | None
    place: str | None
    light: str | None
    expression: str | None
    garment: str | None
    colour: str | None
    hat: str | None
    glasses: str | None
    scarf: bool
    necklace: bool
    earrings: bool


def read(prompt: str) -> Brief:
    """The brief in a prompt; at most PROMPT_CHARACTERS_MAX of its characters are looked at."""
    text = prompt[:PROMPT_CHARACTERS_MAX].casefold()
    garment, place = _first(text, "garment")
    hat = _first(text, "hat")[0]
    return Brief(
        framing=_first(text, "framing")[0],
        posture=_first(text, "posture")[0],
        place=_first(text, "place")[0],
        light=_first(text, "light")[0],
        expression=_first(text, "expression")[0],
        garment=garment,
        colour=_colour_before(text, place),
        hat=hat.strip() if hat else None,
        glasses=_first(text, "glasses")[0],
        scarf=bool(re.search(r"\bscarf\b", text)),
        necklace=bool(re.search(r"\b(necklace|pendant|jewell?ery|pearls)\b", text)),
        earrings=bool(re.search(r"\b(earrings?|jewell?ery)\b", text)),
    )


_LEXICON = {
    "framing": FRAMING,
    "posture": POSTURE,
    "place": PLACE,
    "light": LIGHT,
    "expression": EXPRESSION,
    "garment": GARMENT,
    "hat": HAT,
    "glasses": GLASSES,
}


@cache
def _pattern(category: str) -> tuple[re.Pattern[str], dict[str, str]]:
    meaning: dict[str, str] = {}
    for value, phrases in _LEXICON[category].items():
        for phrase in phrases.split("|"):
            meaning.setdefault(phrase, value)
    longest_first = sorted(meaning, key=len, reverse=True)
    pattern = r"(?<![\w-])(?:" + "|".join(map(re.escape, longest_first)) + r")(?![\w-])"
    return re.compile(pattern), meaning


def _first(text: str, category: str) -> tuple[str | None, int]:
    """The meaning of the first phrase of a category in the text, and where it stands."""
    pattern, meaning = _pattern(category)
    found = pattern.search(text)
    return (meaning[str(found.group())], found.start()) if found else (None, -1)


def _colour_before(text: str, place: int) -> str | None:
    """The colour among the three words before a garment, unless it colours hair, eyes or skin."""
    if place < 0:
        return None
    words: list[str] = re.findall(r"[a-z]+", text[max(0, place - 60) : place])[-3:]
    for position in range(len(words) - 1, -1, -1):
        named = words[position] in CLOTH
        apart = position + 1 < len(words) and words[position + 1] in NAMED_COLOURS_APART
        if named and not apart:
            return words[position]
    return "denim" if "denim" in text[place : place + 12] else None
