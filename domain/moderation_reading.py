"""Reads a text through its disguises, for the prompt gate: from characters to the policy's words.

A word is read as the policy's word that it hides: lookalike letters, digits for letters, letters
apart, repeated, left out or swapped, words glued together. Work grows with the length of the text
and nothing else. It decides nothing: what a word means is for `moderation`.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain, pairwise
from operator import add
from string import ascii_lowercase

import msgspec

from domain import moderation_policy as policy

FOLDED_GROWTH_MAX = 4
"""Compatibility forms unfold to several letters; a text that grows more than this is refused."""
WORDS_REMEMBERED_MAX = 16_384
SPACED_PARTS_MIN = 3
WORD_CHARACTERS_MAX = 40
"""A longer run of letters is kept as it is: no word of the policy is that long."""


class Folded(msgspec.Struct, frozen=True):
    """A text in plain lower-case letters. `inverted`: it carries a negative weight."""

    text: str
    inverted: bool


class Reading(msgspec.Struct, frozen=True):
    """The words of a text by clause, and the words put together from scattered letters."""

    clauses: list[list[str]]
    assembled: frozenset[str]


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
    if not text.isascii():
        unfolded = _unfolded(text)
        if unfolded is None or len(unfolded) > characters_max * FOLDED_GROWTH_MAX:
            return None
        text = unfolded
    return _without_weights(text.lower().translate(_INVISIBLE_CONTROLS))


def _unfolded(text: str) -> str | None:
    text = text.translate({ord(sign): "" for sign in set(text) if _is_invisible(sign)})
    text = unicodedata.normalize("NFKC", text).casefold().translate(_LOOKALIKES | _SIGNS)
    for word, meaning in policy.ACCENTED_WORDS.items():
        text = text.replace(word, meaning)
    text = unicodedata.normalize("NFKD", text)
    strange = {character for character in text if not character.isascii()}
    if any(unicodedata.category(character) == "Cs" for character in strange):
        return None
    text = text.translate({ord(character): _plain(character) for character in strange})
    return None if _UNKNOWN_LETTER in text and _is_masked(text) else text


def _is_masked(text: str) -> bool:
    """Whether a letter of a script that apes Latin stands inside a Latin word."""
    words = (word for word in text.split() if _UNKNOWN_LETTER in word)
    return any(not word.isdisjoint(ascii_lowercase) for word in map(set, words))


def _is_invisible(character: str) -> bool:
    return character in _STRIKES or unicodedata.category(character) == "Cf"


@lru_cache(maxsize=WORDS_REMEMBERED_MAX)
def _plain(character: str) -> str:
    """What one character outside ASCII is read as."""
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
        after = part.lstrip("-+0123456789. ")
        number = part[: len(part) - len(after)].strip()
        inverted = inverted or (number.startswith("-") and number[-1:].isdigit())
        closed = after[:1] in (")", "]", ">", "}")
        is_weight = "." in number.rstrip(".") or (closed and len(number.lstrip("-+")) == 1)
        is_age = parts[-1].rstrip().endswith(_AGE_ENDINGS)
        parts.append(after if number and is_weight and not is_age else part)
    return Folded(" ".join(parts), inverted)


_AGE_ENDINGS = ("age", "aged", "ages", "edad", "alter", "idade", "eta")

# ------------------------------------------------------------------------ words

_CLAUSE_ENDS = str.maketrans(dict.fromkeys(",;\r\x0c\x0b|", "\n"))
_KEPT_SIGNS = "@$!+"
_WORD_BREAKS = str.maketrans(
    {chr(c): " " for c in range(33, 127) if not chr(c).isalnum() and chr(c) not in _KEPT_SIGNS}
)


def entries(block: str) -> list[list[str]]:
    """The comma-separated entries of a policy block, each as its folded words."""
    folded = fold(block.replace("\n", " "), characters_max=len(block))
    assert folded is not None
    return [words for entry in folded.text.split(",") if (words := _broken(entry).split())]


def word_set(block: str) -> frozenset[str]:
    """The entries of a policy block that is a list of single words."""
    return frozenset(words[0] for words in entries(block))


def _broken(text: str) -> str:
    return text.translate(_WORD_BREAKS)


def _policy_blocks() -> Iterator[str]:
    """Every block of words of the policy."""
    yield from (value for name, value in vars(policy).items() if _is_block(name, value))
    yield from policy.CATEGORY_PHRASES.values()


def _is_block(name: str, value: object) -> bool:
    return isinstance(value, str) and name.endswith(("WORDS", "PHRASES", "UNITS", "PREFIXES"))


_MINOR = frozenset(words[0] for words in entries(policy.MINOR_WORDS) if len(words) == 1)
_FIGURES = frozenset("".join(words) for words in entries(policy.PUBLIC_FIGURES))
_HARD = _MINOR.union(
    *(
        {words[0] for words in entries(b) if len(words) == 1}
        for b in policy.CATEGORY_PHRASES.values()
    )
)
_VOCABULARY = frozenset(
    chain(
        (word for block in _policy_blocks() for words in entries(block) for word in words),
        policy.NUMBER_WORDS,
        (name for name in _FIGURES if len(name) > 7),
        (word for words in entries(policy.PUBLIC_FIGURES) for word in words),
    )
)
_LEET = str.maketrans({c: letter for letter, apes in policy.LEET_LETTERS.items() for c in apes})
_SKELETONS = {
    word.translate(_LEET): word
    for word in (*sorted(_VOCABULARY - _HARD), *sorted(_HARD))
    if len(word) > 2
}
"""Hard words come last, so that they win where two words look alike."""
_SPACED = {word.translate(_LEET): word for word in (*_HARD, *_FIGURES, "adult") if len(word) > 2}
_BROKEN_WORDS = frozenset(word for word in _MINOR if len(word) > 4) - {"minor", "minors"}
_HALVES = _BROKEN_WORDS - {"".join(words) for words in entries(policy.MINOR_PHRASES)}
"""Read also in halves. "min or max" is why minor is not among them; what is a phrase anyway is
left to the phrases, which know of high school teachers.
"""
_SCRAPS = {word.translate(_LEET): word for word in sorted(_BROKEN_WORDS)}


def _single(word: str) -> str:
    """The word with every run of a letter written once."""
    return "".join(a for a, b in pairwise(word + " ") if a != b)


def _slips(word: str) -> Iterator[str]:
    """The word with one inner letter left out, or two neighbours swapped."""
    for i in range(1, len(word) - 1):
        yield word[:i] + word[i + 1 :]
        yield word[: i - 1] + word[i] + word[i - 1] + word[i + 1 :]


_UNDOUBLED = {_single(word).translate(_LEET): word for word in sorted(_BROKEN_WORDS)}
_MISSPELT = {
    slip: word
    for word in sorted(_BROKEN_WORDS)
    if word.isascii() and len(word) > 6 and not word.endswith("s")
    for slip in _slips(word)
} | {"chld": "child", "cihld": "child", "chlid": "child", "hcild": "child", "tenn": "teen"}
_TAILS = frozenset(words[0] for words in entries(policy.COMPOUND_TAILS))


@lru_cache(maxsize=WORDS_REMEMBERED_MAX)
def read_word(word: str) -> str:
    """The policy's word that this one hides, or the word itself."""
    if len(word) < 3 or len(word) > WORD_CHARACTERS_MAX or word in _VOCABULARY or word.isdigit():
        return word
    skeleton = word.translate(_LEET)
    if (len(word) > 4 or not word.isalpha()) and skeleton in _SKELETONS:
        return _SKELETONS[skeleton]
    return _respelt(word) or _unglued(word) or word


def _respelt(word: str) -> str | None:
    if word in _MISSPELT:
        return _MISSPELT[word]
    single = _single(word)
    skeleton = single.translate(_LEET)
    if len(single) > 4 and skeleton in _UNDOUBLED:
        return _UNDOUBLED[skeleton]
    if any(a * 3 in word for a in set(word)):
        doubled = "".join(
            a
            for a, b, c in zip(word, word[1:] + " ", word[2:] + "  ", strict=True)
            if not a == b == c
        )
        return _SKELETONS.get(doubled.translate(_LEET)) or _SKELETONS.get(skeleton)
    return None


def _unglued(word: str) -> str | None:
    for head in policy.COMPOUND_HEADS:
        if word.startswith(head) and word[len(head) :] in _TAILS:
            return head
        if word.endswith(head) and word[: -len(head)] in _TAILS:
            return head
    return None


def read(folded: str) -> Reading:
    """Every word of a folded text, by clause, each read through its disguise."""
    folded = folded.replace("<1", " under 1")
    for end in ".!?":
        folded = folded.replace(f"{end} ", "\n")
    chunks = [clause.split() for clause in folded.translate(_CLAUSE_ENDS).split("\n")]
    clauses = [list(_words(clause)) for clause in chunks if clause]
    return Reading(clauses, _assembled(list(chain.from_iterable(clauses))))


def _words(chunks: Iterable[str]) -> Iterator[str]:
    for chunk in chunks:
        if chunk.isalnum():
            yield read_word(chunk)
            continue
        pieces = [word for part in _broken(chunk).split() if (word := _bare(part))]
        glued = _glued(chunk, pieces)
        if glued is None:
            yield from pieces
        else:
            yield glued


def _bare(part: str) -> str:
    """The word without the signs that end a sentence, unless a sign stands for a letter."""
    piece = part.strip("!+")
    is_letter = part.startswith("!") or (part != piece and not piece.isalpha())
    if is_letter and (word := read_word(part)) in _VOCABULARY:
        return word
    return read_word(piece)


def _glued(chunk: str, pieces: list[str]) -> str | None:
    """The policy's word that a chunk with signs inside spells: "school-girl", "ch*ild"."""
    if any(len(piece) > 1 and piece.isdigit() for piece in pieces):
        return None
    spellings = ["".join(pieces)] if len(pieces) > 1 else []
    if not all(map(str.isalnum, pieces)):
        spellings.append("".join(filter(str.isalpha, chunk)))
    return next((word for word in map(read_word, spellings) if word in _VOCABULARY), None)


def _assembled(words: list[str]) -> frozenset[str]:
    """Hard words whose letters or halves stand apart: "c h i l d", "ch il d", "todd ler"."""
    halves = _HALVES.intersection(map(add, words, words[1:]))
    letters = (_spelt(run, _SPACED) for run in _runs(words, characters_max=1))
    scraps = (_spelt(run, _SCRAPS) for run in _runs(words, characters_max=2))
    return frozenset(halves).union(*letters, *scraps)


def _runs(words: list[str], *, characters_max: int) -> Iterator[str]:
    """Neighbouring short words, at least three of them, written together."""
    short = [i for i, word in enumerate(words) if len(word) <= characters_max]
    first = 0
    for place, i in enumerate(short):
        if place + 1 == len(short) or short[place + 1] != i + 1:
            if place - first >= SPACED_PARTS_MIN - 1:
                yield "".join(words[short[first] : i + 1])
            first = place + 1


def _spelt(run: str, skeletons: Mapping[str, str]) -> set[str]:
    """The words of `skeletons` that the letters of a run spell."""
    skeleton_run = run.translate(_LEET)
    return {word for skeleton, word in skeletons.items() if skeleton in skeleton_run}
