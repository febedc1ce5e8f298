"""The labels that prompt enhancement knows, and the photographic phrase that each stands for.

Data, and the table of it for the documentation. Every phrase is about camera, place, light or
ordinary clothing; none describes a body, and none adds what the label does not say.
"""

import msgspec

KINDS = ("framing", "viewpoint", "posture", "place", "light", "expression", "clothing")
"""Also the order in which matched phrases enter a prompt."""


class LexiconEntry(msgspec.Struct, frozen=True):
    """A label, what it is about, its phrase, and other ways to write the label."""

    label: str
    kind: str
    phrase: str
    aliases: tuple[str, ...] = ()


_FRAMING = (
    ("extreme close-up", "extreme close-up, face filling the frame", "macro portrait"),
    ("close-up", "close-up shot, face in sharp focus", "closeup", "face shot"),
    ("headshot", "headshot, head and shoulders in frame", "head shot", "head and shoulders"),
    ("upper body", "upper body shot, framed from the waist up", "waist up", "half body"),
    ("medium shot", "medium shot, framed from the hips up", "mid shot", "hips up"),
    ("cowboy shot", "cowboy shot, framed from mid-thigh up", "american shot", "thighs up"),
    (
        "full body",
        "full-body shot, head to toe in frame",
        "head to toe",
        "full length",
    ),
    ("wide shot", "wide shot, figure within its surroundings", "long shot", "wide angle"),
    ("establishing shot", "establishing shot, small figure in a broad scene"),
    ("centered", "centered composition, balanced frame", "centred", "symmetrical"),
    ("rule of thirds", "composed on the rule of thirds", "off center"),
    ("shallow focus", "shallow depth of field, soft bokeh", "bokeh", "blurred background"),
    ("deep focus", "deep depth of field, background in focus"),
    ("candid", "candid photograph, unposed moment", "candid shot", "snapshot"),
    ("editorial", "editorial photograph, magazine composition", "magazine cover"),
)
_VIEWPOINT = (
    ("pov", "point-of-view shot, seen through the viewer's eyes", "point of view", "first person"),
    ("selfie", "selfie, camera held at arm's length", "taking a selfie"),
    ("mirror selfie", "mirror selfie, phone visible in the reflection", "mirror shot"),
    ("low angle", "low-angle view, camera looking up", "from below", "worm's eye view"),
    ("high angle", "high-angle view, camera looking down", "from above"),
    ("overhead", "overhead view, camera straight above", "bird's eye view", "top down", "flat lay"),
    ("eye level", "eye-level view, straight on", "straight on"),
    ("from behind", "seen from behind", "rear view", "back view"),
    ("profile", "profile view, seen from the side", "side view", "from the side"),
    ("three-quarter view", "three-quarter view, turned slightly from the camera", "3/4 view"),
    ("front view", "front view, facing the camera", "facing the camera", "facing camera"),
    ("dutch angle", "dutch angle, tilted horizon", "tilted angle", "dutch tilt"),
    ("over the shoulder", "over-the-shoulder view", "over-the-shoulder shot"),
    ("drone shot", "aerial view from a drone", "aerial view"),
    ("through a window", "seen through a window, faint reflections", "through the window"),
)
_POSTURE = (
    ("standing", "standing pose, relaxed stance", "stands", "standing up"),
    ("sitting", "sitting pose, natural posture", "sits", "seated", "sitting down"),
    (
        "kneeling",
        "kneeling pose, upright back",
        "kneels",
        "on her knees",
        "on his knees",
        "on their knees",
        "on my knees",
        "on knees",
    ),
    ("lying down", "lying down, relaxed", "lying", "laying down", "lies down"),
    ("lying on her back", "lying on the back, facing up", "on her back", "on his back"),
    ("lying on her side", "lying on one side, head propped on a hand", "on her side"),
    ("reclining", "reclining pose, leaning back at ease", "reclined", "lounging"),
    ("leaning", "leaning casually", "leaning against the wall", "leans"),
    ("crouching", "crouching pose, balanced low", "crouched", "squatting"),
    ("cross-legged", "sitting cross-legged", "crossed legs", "legs crossed"),
    ("arms crossed", "arms folded across the chest", "crossed arms", "folded arms"),
    ("hands on hips", "hands on hips, upright stance", "hand on hip", "hands on her hips"),
    ("hands in pockets", "hands in pockets, easy stance", "hand in pocket"),
    ("hand in hair", "one hand running through the hair", "hands in hair", "hand in her hair"),
    ("arms raised", "arms raised above the head", "arms up", "hands up"),
    ("looking back", "looking back over one shoulder", "looking over her shoulder"),
    ("walking", "walking, mid-stride", "walks", "strolling"),
    ("running", "running, dynamic motion", "runs", "jogging"),
    ("jumping", "jumping, caught in mid-air", "jumps", "leaping"),
    ("dancing", "dancing, flowing movement", "dances"),
    ("stretching", "stretching, long lines of the body", "stretches"),
    ("yoga pose", "balanced yoga pose, calm focus", "yoga", "doing yoga"),
    ("reading", "reading an open book", "reads a book", "reading a book"),
)
_PLACE = (
    ("bedroom", "in a bedroom, made bed and soft furnishings", "in bed", "on the bed", "on a bed"),
    (
        "living room",
        "in a living room, sofa and warm decor",
        "lounge",
        "on the sofa",
        "on the couch",
    ),
    ("kitchen", "in a bright kitchen", "in the kitchen"),
    ("bathroom", "in a tiled bathroom, large mirror"),
    ("hotel room", "in an elegant hotel room, tall curtains", "hotel suite", "hotel"),
    ("office", "in a modern office, desk and glass walls", "at the office"),
    ("library", "in a library, tall shelves of books"),
    ("cafe", "in a cozy cafe, small round table", "café", "coffee shop"),
    ("restaurant", "in a fine restaurant, set table"),
    ("bar", "at a bar, bottles glowing behind the counter", "cocktail bar"),
    ("nightclub", "in a nightclub, colored lights and haze", "night club", "dance floor"),
    ("gym", "in a gym, training equipment behind", "fitness studio"),
    ("photo studio", "in a photo studio, seamless backdrop", "studio", "plain background"),
    ("art gallery", "in an art gallery, white walls", "gallery", "museum"),
    ("balcony", "on a balcony overlooking the city"),
    ("rooftop", "on a rooftop, skyline behind", "roof terrace"),
    ("city street", "on a city street, shop fronts behind", "street", "downtown"),
    ("car", "in a car, city passing outside", "in the car"),
    ("train", "in a train compartment, landscape outside", "on a train"),
    (
        "poolside",
        "beside a swimming pool, clear blue water",
        "pool",
        "by the pool",
        "swimming pool",
    ),
    ("beach", "on a sandy beach, gentle waves", "seaside", "at the beach"),
    ("forest", "in a forest, tall trees and ferns", "woods"),
    ("garden", "in a flowering garden", "rose garden"),
    ("park", "in a park, lawn and trees"),
    ("open field", "in an open field, tall grass", "field", "meadow"),
    ("mountains", "in the mountains, peaks behind", "mountain"),
    ("desert", "in a desert, wind-shaped dunes", "dunes"),
    ("lake", "beside a calm lake, clear reflections", "lakeside"),
    ("snow", "in fresh snow, winter landscape", "snowy", "winter"),
    ("rain", "in the rain, wet reflections", "rainy", "in the rain"),
)
_LIGHT = (
    ("golden hour", "golden hour light, long warm shadows", "golden light"),
    ("sunset", "sunset light, orange sky", "at sunset", "dusk"),
    ("sunrise", "sunrise light, pale morning sky", "at sunrise", "dawn"),
    ("blue hour", "blue hour light, deep blue sky", "twilight"),
    ("night", "night scene, pools of artificial light", "at night", "nighttime"),
    ("candlelight", "candlelight, warm flicker", "candle light", "candlelit", "candles"),
    ("firelight", "firelight, warm glow on one side", "fireplace", "by the fire"),
    ("neon", "neon light, vivid colored glow", "neon lights", "neon light"),
    ("soft light", "soft diffused light, gentle shadows", "soft lighting", "diffused light"),
    ("natural light", "natural daylight, true colors", "daylight", "natural lighting"),
    ("window light", "window light from one side", "by the window", "near the window"),
    ("backlit", "backlit, glowing outline", "backlight", "back light"),
    ("rim light", "rim light along the edges", "rim lighting"),
    ("studio light", "studio light, large softbox", "studio lighting", "softbox"),
    ("hard light", "hard light, crisp shadows", "harsh light", "direct flash"),
    ("low key", "low-key light, deep shadows", "moody light", "moody lighting", "chiaroscuro"),
    ("high key", "high-key light, bright and airy", "bright and airy"),
    ("moonlight", "moonlight, cool silver tones", "moonlit"),
    ("overcast", "overcast light, even and soft", "cloudy"),
)
_EXPRESSION = (
    ("smiling", "gentle smile", "smile", "smiles", "smiling softly"),
    ("grinning", "broad, bright smile", "grin", "big smile"),
    ("laughing", "laughing, genuine joy", "laugh", "laughs"),
    ("serious", "serious expression, steady gaze", "serious look", "stern"),
    ("neutral", "neutral expression, relaxed face", "neutral expression"),
    ("smirk", "slight smirk", "smirking"),
    ("winking", "winking, playful look", "wink"),
    ("surprised", "surprised expression, raised eyebrows", "surprise"),
    ("thoughtful", "thoughtful expression, distant gaze", "pensive", "dreamy"),
    ("shy", "shy expression, lowered gaze", "bashful"),
    ("confident", "confident expression, chin slightly raised", "confident look"),
    ("eyes closed", "eyes closed, serene face", "closed eyes"),
    (
        "looking at viewer",
        "looking at the viewer, eye contact",
        "looking at the camera",
        "eye contact",
    ),
    ("looking away", "looking away from the camera", "looking to the side"),
)
_CLOTHING = (
    ("red dress", "wearing an elegant red dress"),
    ("black dress", "wearing an elegant black dress", "little black dress"),
    ("white dress", "wearing a flowing white dress"),
    ("evening gown", "wearing a floor-length evening gown", "gown", "ball gown"),
    ("sundress", "wearing a light summer dress", "summer dress"),
    ("dress", "wearing a well-fitted dress"),
    ("suit", "wearing a tailored suit", "business suit", "tuxedo"),
    ("blouse", "wearing a crisp blouse", "shirt", "white shirt"),
    ("t-shirt", "wearing a plain cotton t-shirt", "tshirt", "tee shirt"),
    ("sweater", "wearing a soft knitted sweater", "jumper", "pullover"),
    ("hoodie", "wearing a comfortable hoodie"),
    ("jeans", "wearing denim jeans", "blue jeans"),
    ("skirt", "wearing a skirt"),
    ("coat", "wearing a long coat", "trench coat", "winter coat"),
    ("leather jacket", "wearing a leather jacket", "biker jacket"),
    ("swimsuit", "wearing a swimsuit", "swimwear", "bathing suit", "one-piece swimsuit"),
    ("bikini", "wearing a bikini"),
    ("lingerie", "wearing elegant lingerie, fine fabric detail"),
    ("robe", "wearing a silk robe", "silk robe", "bathrobe", "kimono robe"),
    ("pajamas", "wearing soft pajamas", "pyjamas", "nightwear"),
    ("sportswear", "wearing sportswear", "athleisure", "workout clothes", "leggings"),
    ("kimono", "wearing a patterned kimono", "yukata"),
    ("apron", "wearing an apron"),
    ("hat", "wearing a hat", "sun hat", "straw hat"),
    ("glasses", "wearing glasses", "eyeglasses", "spectacles"),
    ("sunglasses", "wearing sunglasses", "dark glasses"),
    ("scarf", "wearing a scarf"),
    ("gloves", "wearing gloves", "kid gloves"),
    ("high heels", "wearing high heels", "heels", "stilettos"),
    ("boots", "wearing boots", "ankle boots"),
    ("necklace", "wearing a delicate necklace", "pendant", "choker"),
    ("earrings", "wearing earrings", "hoop earrings"),
)

NOT_LABELS = (
    "depth of field",
    "wine glasses",
    "glasses of",
    "champagne glasses",
    "pool table",
    "chocolate bar",
    "suit of armor",
    "car park",
    "snow white",
    "last night",
)
"""Phrases that contain the word of a label and do not mean it."""

_ROWS = (_FRAMING, _VIEWPOINT, _POSTURE, _PLACE, _LIGHT, _EXPRESSION, _CLOTHING)
LEXICON: tuple[LexiconEntry, ...] = tuple(
    LexiconEntry(label, kind, phrase, aliases)
    for kind, rows in zip(KINDS, _ROWS, strict=True)
    for label, phrase, *rest in rows
    for aliases in (tuple(rest),)
)


def lexicon_table() -> str:
    """The labels as a Markdown table, in the order of KINDS."""
    head = ["| label | kind | also written | phrase |", "| --- | --- | --- | --- |"]
    rows = (
        f"| {entry.label} | {entry.kind} | {', '.join(entry.aliases)} | {entry.phrase} |"
        for entry in LEXICON
    )
    return "\n".join([*head, *rows])
