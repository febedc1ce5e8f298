"""Turns a character's traits and a user's words into the text that a model is given.

The same request and version give the same text, layer by layer, so a customer can see what was
added and why. It never adds sexual detail and never removes the user's words. The safety layer,
which says that the person is an adult, applies always, raw prompts included. It judges nothing:
that is `moderation`.
"""

import unicodedata
from collections.abc import Iterator

import msgspec

from domain.enhancement.lexicon import KINDS, LEXICON, NOT_LABELS, LexiconEntry
from domain.phrases import Phrases

ENHANCEMENT_VERSION = "enhancement-2"
LABELS_MAX = 24
"""More labels than this would crowd the user's own words out of a model's text window."""
NEGATION_WORDS_MAX = 4

SAFETY_NEGATIVES = (
    "child",
    "teen",
    "underage",
    "minor",
    "infant",
    "toddler",
    "young girl",
    "young boy",
    "childlike face",
    "childlike body",
)
ANIME_STYLE = "anime"
ANIME_SAFETY_NEGATIVES = ("loli", "shota", "chibi")


class EnhancementRequest(msgspec.Struct, frozen=True, kw_only=True):
    """What enhancement reads. `traits` are canonical and hold an `age` in years at least.

    `quality_prefix`, `model_negative_prompt` and `style` are the model's, from the catalogue.
    """

    traits: dict[str, str | int]
    prompt: str
    negative_prompt: str
    raw_prompt: bool
    quality_prefix: str
    model_negative_prompt: str
    style: str


class Layer(msgspec.Struct, frozen=True, kw_only=True):
    """One contribution: quality, identity, pose, words, negative or safety.

    `labels` are the lexicon's labels for pose, and what is kept out for safety.
    """

    name: str
    text: str
    labels: list[str] = []


class Enhancement(msgspec.Struct, frozen=True, kw_only=True):
    """The texts for the model, and the layers they are made of; an empty layer is not listed."""

    version: str
    prompt: str
    negative_prompt: str
    layers: list[Layer]


def enhance(request: EnhancementRequest) -> Enhancement:
    """The prompt and negative prompt for the model.

    The safety layer stands before the user's words in the prompt and first in the negative
    prompt, because text models cut what exceeds their window at the end.
    """
    safety = _safety(request)
    negative = Layer(
        name="negative", text=_joined(request.negative_prompt, request.model_negative_prompt)
    )
    if request.raw_prompt:
        wording = [Layer(name="words", text=request.prompt)]
        anchor: list[Layer] = []
    else:
        anchor = [
            Layer(name="quality", text=_tidy(request.quality_prefix)),
            Layer(name="identity", text=identity_words(request.traits)),
        ]
        wording = [_pose(request.prompt), Layer(name="words", text=_tidy(request.prompt))]
    return Enhancement(
        version=ENHANCEMENT_VERSION,
        prompt=", ".join(layer.text for layer in (*anchor, safety, *wording) if layer.text),
        negative_prompt=_joined(", ".join(safety.labels), negative.text),
        layers=[layer for layer in (*anchor, *wording, negative, safety) if layer.text],
    )


def _safety(request: EnhancementRequest) -> Layer:
    extra = ANIME_SAFETY_NEGATIVES if request.style == ANIME_STYLE else ()
    return Layer(
        name="safety",
        text=f"adult, age {request.traits['age']}",
        labels=[*SAFETY_NEGATIVES, *extra],
    )


def _tidy(text: str) -> str:
    """The text on one line, without commas at its ends."""
    return " ".join(text.split()).strip(", ")


def _joined(*texts: str) -> str:
    return ", ".join(tidy for text in texts if (tidy := _tidy(text)))


# --------------------------------------------------------------------- identity

NOUNS = {"female": "woman", "male": "man", "non-binary": "person"}
NOUN_WITHOUT_GENDER = "woman"
"""One noun for characters without a gender, so that their pictures agree with each other."""
_ETHNICITIES = {"Mixed": "mixed-race"}
_HAIR_LENGTHS = {"medium": "shoulder-length"}
_HAIR_ARRANGED = {"ponytail": "in a ponytail", "bun": "in a bun"}
_SKIN = {"medium": "medium-toned skin", "light": "light skin"}
_BODIES = {
    "slim": "slim build",
    "athletic": "athletic build",
    "average": "average build",
    "curvy": "curvy figure",
    "muscular": "muscular build",
    "plus-size": "plus-size figure",
}
_BUSTS = {"small": "small bust", "medium": "medium bust", "large": "full bust"}


def identity_words(traits: dict[str, str | int]) -> str:
    """The traits as a model reads them best: "26 year old Hispanic woman, long brown hair"."""
    words = {name: str(value) for name, value in traits.items()}
    ethnicity = words.get("ethnicity", "")
    noun = NOUNS[words["gender"]] if "gender" in words else NOUN_WITHOUT_GENDER
    person = f"{words['age']} year old {_ETHNICITIES.get(ethnicity, ethnicity)} {noun}"
    eyes = f"{words['eyeColor']} eyes" if "eyeColor" in words else ""
    tone = words.get("skinTone", "")
    skin = _SKIN.get(tone, f"{tone} skin") if tone else ""
    body = _BODIES[words["bodyType"]] if "bodyType" in words else ""
    has_bust = "breastSize" in words and words.get("gender") != "male"
    bust = _BUSTS[words["breastSize"]] if has_bust else ""
    return _joined(person, _hair(words), eyes, skin, body, bust)


def _hair(words: dict[str, str]) -> str:
    length, style = words.get("hairLength", ""), words.get("hairStyle", "")
    arranged = _HAIR_ARRANGED.get(style, "")
    shape = "" if arranged else style
    described = [_HAIR_LENGTHS.get(length, length), shape, words.get("hairColor", "")]
    parts = [part for part in described if part]
    if not parts and not arranged:
        return ""
    return _tidy(" ".join([*parts, "hair", arranged]))


# ------------------------------------------------------------------------- pose

_NEGATORS = frozenset(
    ("no", "not", "without", "never", "isnt", "arent", "doesnt", "dont", "minus", "lacking", "non")
)
_FILLERS = frozenset(
    ("a", "an", "the", "any", "her", "his", "their", "its", "my", "more", "wearing", "in", "on")
)
_ALTERNATIVES = frozenset(("or", "nor"))
_PLACING = frozenset(("in", "at", "on", "by", "inside", "outside", "near", "beside", "behind"))
_PLACING |= frozenset(("into", "through", "to", "from", "under", "over", "across", "around"))
_WEARING = frozenset(
    ("a", "an", "the", "her", "his", "their", "my", "wearing", "wears", "in", "with", "and")
)
_TELLING = {"place": (_PLACING, 3), "clothing": (_WEARING, 3)}
"""By kind: words that tell what an ambiguous label means, and how far before it they may stand."""
_CLAUSE_END = "\x00"
_CLAUSE_SIGNS = ",;.!?()[]{}|\n\r"
_APOSTROPHES = "'’`"
SIGNS_REMEMBERED_MAX = 16_384


class _Signs(dict[int, str]):
    """What each character of a case-folded text is read as, found out once."""

    def __missing__(self, code: int) -> str:
        if len(self) >= SIGNS_REMEMBERED_MAX:
            self.clear()
        character = chr(code)
        is_break = character in "–—" or (32 < code < 127 and not character.isalnum())
        is_dropped = character in _APOSTROPHES
        self[code] = read = "" if is_dropped else " " if is_break else character
        return read


_SIGNS = _Signs()


def label_words(text: str) -> list[str]:
    """The words of a label or of one clause of a prompt, without case or punctuation."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return plain.translate(_SIGNS).split()


def _clauses(prompt: str) -> list[str]:
    """The words of a prompt with _CLAUSE_END before, between and after clauses."""
    text = prompt.replace(_CLAUSE_END, " ").replace("w/o", "without")
    for sign in _CLAUSE_SIGNS:
        text = text.replace(sign, f" {_CLAUSE_END} ")
    return [_CLAUSE_END, *label_words(text), _CLAUSE_END]


_ENTRIES: dict[str, LexiconEntry] = {entry.label: entry for entry in LEXICON}
_LABELS = Phrases(
    [
        *((label_words(way), e.label) for e in LEXICON for way in (e.label, *e.aliases)),
        *((label_words(phrase), "") for phrase in NOT_LABELS),
    ]
)


def _pose(prompt: str) -> Layer:
    """The phrases of the labels in a prompt, each once, in the order of KINDS."""
    labels: dict[str, None] = {}
    for label in _labels(_clauses(prompt)):
        labels[label] = None
        if len(labels) == LABELS_MAX:
            break
    found = sorted(labels, key=lambda label: KINDS.index(_ENTRIES[label].kind))
    phrases = ", ".join(_ENTRIES[label].phrase for label in found)
    return Layer(name="pose", text=phrases, labels=found)


def _labels(words: list[str]) -> Iterator[str]:
    """The labels that the clauses ask for, the longest first at each place."""
    negated_until = -1
    for start, end, label in _LABELS.spans(words):
        is_alternative = negated_until == start - 1 and words[start - 1] in _ALTERNATIVES
        if is_alternative or _is_negated(words, start):
            negated_until = end
        elif label and _is_meant(words, start, end, _ENTRIES[label]):
            yield label


def _is_negated(words: list[str], start: int) -> bool:
    for word in reversed(words[max(0, start - NEGATION_WORDS_MAX) : start]):
        if word in _NEGATORS:
            return True
        if word not in _FILLERS:
            return False
    return False


def _is_meant(words: list[str], start: int, end: int, entry: LexiconEntry) -> bool:
    """Whether a single word that means several things means the label here."""
    if not entry.ambiguous or end - start > 1:
        return True
    first = start
    while words[first - 1] in _FILLERS:
        first -= 1
    if words[first - 1] == words[end] == _CLAUSE_END:
        return True
    telling, distance = _TELLING.get(entry.kind, (_PLACING, 1))
    for word in reversed(words[max(0, start - distance) : start]):
        if word == _CLAUSE_END:
            return False
        if word in telling:
            return True
    return False
