"""From characters to plain letters, for the prompt gate: what a disguised text is to the eye.

Lookalike letters, emoji, invisible signs, accents and prompt weights are undone here; what words
the letters spell is for `words`. Work grows with the length of the text.
"""

import re
import unicodedata
from functools import lru_cache
from string import ascii_lowercase, digits

import msgspec

from domain.policy import disguises as policy
from domain.policy import variants

FOLDED_GROWTH_MAX = 4
"""Compatibility forms unfold to several letters; a text that grows more than this is refused."""
CHARACTERS_REMEMBERED_MAX = 16_384
RUN_CHARACTERS_MAX = 40


class Folded(msgspec.Struct, frozen=True):
    """A text in plain lower-case letters. `inverted`: it carries a negative weight."""

    text: str
    inverted: bool


# ------------------------------------------------------------------- characters

_LOOKALIKES = {ord(c): letter for letter, apes in policy.LOOKALIKES.items() for c in apes}
_SIGNS = {ord(sign): meaning for sign, meaning in policy.SIGNS.items()}
_BOXED_LETTERS = ((0x1F1E6, 0x1F1FF), (0x1F150, 0x1F169), (0x1F170, 0x1F189))
_LOOKALIKE_SCRIPTS = ("CHEROKEE", "LISU", "COPTIC", "DESERET", "OSAGE", "CANADIAN", "RUNIC")
_STRIKES = "\u0334\u0335\u0336\u0337\u0338"
_UNKNOWN_LETTER = "\x1a"
_INVISIBLE_CONTROLS = {code: None for code in range(32) if chr(code) not in "\t\n\r\f\v"}


def fold(text: str, *, characters_max: int) -> Folded | None:
    """The text without accents, invisible signs, lookalikes or prompt weights.

    None when it cannot be read: over `characters_max` characters, half a surrogate pair, letters
    of a rare script inside Latin words, or compatibility forms that unfold beyond
    FOLDED_GROWTH_MAX times the cap.
    """
    if len(text) > characters_max:
        return None
    if text.isascii():
        return _without_weights(text.lower().translate(_INVISIBLE_CONTROLS))
    unfolded = _unfolded(text)
    if unfolded is None or len(unfolded) > characters_max * FOLDED_GROWTH_MAX:
        return None
    return _without_weights(unfolded)


def beyond_ascii(text: str) -> set[str]:
    """The characters of a text that are no ASCII."""
    return set(_ASCII.sub("", text))


def _unfolded(text: str) -> str | None:
    if _NO_DISGUISE.fullmatch(text):
        return text.translate(_LETTERS)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:  # half a surrogate pair
        return None
    for sign in filter(_is_invisible, beyond_ascii(text)):
        text = text.replace(sign, "")
    text = unicodedata.normalize("NFKC", text).casefold()
    if not text.isprintable():
        for sign in _CONTROLS.intersection(text):
            text = text.replace(sign, "")
    text = _SIGN_WORDS.sub(_sign_word, _MASKED.sub(_masking_sign, text))
    text = _BEYOND_ASCII.sub(_run_of_letters, text)
    if not _ACCENTED.keys().isdisjoint(text):
        for word, meaning in policy.ACCENTED_WORDS.items():
            text = text.replace(word, meaning)
        for letter, plain in _ACCENTED.items():
            text = text.replace(letter, plain)
    for sign in policy.UNSPACED_AGE_SIGNS:
        if sign in text:
            text = sign.join(map(_with_last_number_apart, text.split(sign)))
    return None if _UNKNOWN_LETTER in text and _is_masked(text) else text


_MASKED = re.compile("(?<=[a-z])[\u2190-\u2bff\U0001f000-\U0001faff]\ufe0f?(?=[a-z])")
"""One sign between two letters."""
_SIGN_WORDS = re.compile(f"(?:{'|'.join(map(re.escape, variants.SIGN_WORDS))})(?![a-z])")


def _masking_sign(sign: re.Match[str]) -> str:
    """A star for what stands in place of a letter."""
    first = sign[0][0]
    is_word = ord(first) in _SIGNS and first not in variants.MASKING_SIGNS
    return sign[0] if is_word or _is_boxed(ord(first)) else "*"


def _sign_word(sign: re.Match[str]) -> str:
    return variants.SIGN_WORDS[sign[0]]


def _is_boxed(code: int) -> bool:
    """Whether a sign is a letter in a box."""
    return any(first <= code <= last for first, last in _BOXED_LETTERS)


def _with_last_number_apart(text: str) -> str:
    """With a space before the number at the end: no space tells it from the letters before it."""
    before = text.rstrip(digits)
    return text if before == text else f"{before} {text[len(before) :]}"


def _is_masked(text: str) -> bool:
    """Whether a letter of a script that apes Latin stands inside a Latin word."""
    words = (word for word in text.split() if _UNKNOWN_LETTER in word)
    return any(not word.isdisjoint(ascii_lowercase) for word in map(set, words))


@lru_cache(maxsize=CHARACTERS_REMEMBERED_MAX)
def _is_invisible(character: str) -> bool:
    return character in _STRIKES or unicodedata.category(character) == "Cf"


class _Letters(dict[int, str]):
    """What each character is read as, found out once; accents that make other words stay."""

    def __missing__(self, code: int) -> str:
        if len(self) >= CHARACTERS_REMEMBERED_MAX:
            self.clear()
        character = chr(code)
        if character.isascii() or character in _ACCENTED:
            self[code] = character
        else:
            self[code] = "".join(map(_plain, _parts(character)))
        return self[code]


_NO_DISGUISE = re.compile("[ \u0621-\u064a\u0901-\u0957\u0960-\u0963]+")
"""Arabic and Devanagari letters and spaces only: nothing but each letter's own reading to undo."""
_CONTROLS = frozenset(map(chr, _INVISIBLE_CONTROLS))
_ASCII = re.compile(r"[\x00-\x7f]+")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
"""One class of characters each: nothing to go back for."""


class _Runs(dict[str, str]):
    """What a run of letters beyond ASCII is read as, found out once; a long one is not kept."""

    def __missing__(self, run: str) -> str:
        read = run.translate(_LETTERS)
        if len(self) >= CHARACTERS_REMEMBERED_MAX:
            self.clear()
        if len(run) <= RUN_CHARACTERS_MAX:
            self[run] = read
        return read


_RUNS = _Runs()


def _run_of_letters(run: re.Match[str]) -> str:
    return _RUNS[run[0]]


_ACCENTED = {
    letter: unicodedata.normalize("NFKD", letter)[0]
    for word in policy.ACCENTED_WORDS
    for letter in word
    if not letter.isascii()
}
_LETTERS = _Letters()


def _parts(character: str) -> str:
    """A letter and its accents apart; what stands for another letter or sign stays whole."""
    is_known = ord(character) in _SIGNS or ord(character) in _LOOKALIKES
    return character if is_known else unicodedata.normalize("NFKD", character)


def _plain(character: str) -> str:
    """What one character is read as, its accents aside."""
    if character.isascii():
        return character
    code = ord(character)
    known = _SIGNS.get(code, _LOOKALIKES.get(code))
    if known is not None:
        return known
    for first, last in _BOXED_LETTERS:
        if first <= code <= last:
            return chr(ord("a") + code - first)
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.digit(character))
    if category in ("Mn", "Me", "Cf", "Cc"):
        return ""
    if unicodedata.name(character, "").startswith(_LOOKALIKE_SCRIPTS):
        return _UNKNOWN_LETTER
    return character if category[0] in "LMN" else " "


def _without_weights(text: str) -> Folded:
    """Drop the number of "(word:1.3)"; "age:12" stays, for it is no weight."""
    if ":" not in text:
        return Folded(text, inverted=False)
    head, *rest = text.split(":")
    parts, inverted = [head], False
    for part in rest:
        after = part.lstrip(_WEIGHT_SIGNS)
        number = part[: len(part) - len(after)].strip()
        inverted = inverted or (number.startswith("-") and number[-1:].isdigit())
        closed = after[:1] in (")", "]", ">", "}")
        is_weight = "." in number.rstrip(".") or (closed and len(number.lstrip("-+")) == 1)
        is_age = parts[-1].rstrip()[-AGE_ENDING_CHARACTERS_MAX:].lower().endswith(_AGE_ENDINGS)
        parts.append(after if number and is_weight and not is_age else part)
    return Folded(" ".join(parts), inverted)


_WEIGHT_SIGNS = "-+0123456789. "
_AGE_ENDINGS = ("age", "aged", "ages", "edad", "alter", "idade", "eta")
AGE_ENDING_CHARACTERS_MAX = 5


# ------------------------------------------------------------------------ parts


def unweighted(text: str) -> str | None:
    """A text that is not yet folded, without prompt weights.

    None where folding may change what a weight is, or one is negative.
    """
    before, *rest = text.split(":")
    for part in rest:
        after = part.lstrip(_WEIGHT_SIGNS)
        if not (before.rstrip()[-AGE_ENDING_CHARACTERS_MAX:] + after[:1]).isascii():
            return None
        before = part
    weighted = _without_weights(text)
    return None if weighted.inverted else weighted.text


def folded_among(spaced: str) -> str | None:
    """A chunk without colons, folded, with the spaces beside it; None where more than spaces tells.

    None too where it could not be read. Whoever calls bounds by how much a text of chunks grows.
    """
    folded = spaced.lower() if spaced.isascii() else _unfolded(spaced)
    return None if folded is None or ":" in folded or not folded.isprintable() else folded
