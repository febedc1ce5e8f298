"""Reads a text through its disguises, for the prompt gate: from characters to the policy's words.

A word is read as the policy's word that it hides: lookalike letters, digits for letters, letters
apart, repeated, left out or swapped, words glued together. Work grows with the length of the text
and nothing else. It decides nothing: what a word means is for `moderation`.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain, pairwise

import msgspec

from domain import moderation_policy as policy

FOLDED_GROWTH_MAX = 4
"""Compatibility forms unfold to several letters; a text that grows more than this is refused."""
WORDS_REMEMBERED_MAX = 16_384
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
_INVISIBLE_CONTROLS = {code: None for code in range(32) if chr(code) not in "\t\n\r\f\v"}


def fold(text: str, *, characters_max: int) -> Folded | None:
    """The text without accents, invisible signs, lookalikes or prompt weights.

    None when it cannot be read: over `characters_max` characters, half a surrogate pair, or
    compatibility forms that unfold beyond FOLDED_GROWTH_MAX times the cap.
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
    text = unicodedata.normalize("NFKC", text).casefold()
    for word, meaning in policy.ACCENTED_WORDS.items():
        text = text.replace(word, meaning)
    text = unicodedata.normalize("NFKD", text)
    strange = {character for character in text if not character.isascii()}
    if any(unicodedata.category(character) == "Cs" for character in strange):
        return None
    return text.translate({ord(character): _plain(character) for character in strange})


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

_CLAUSE_ENDS = str.maketrans({sign: "\n" for sign in ",;\r\f\v|"})
_KEPT_SIGNS = "@$!+"
_WORD_BREAKS = str.maketrans(
    {chr(c): " " for c in range(33, 127) if not chr(c).isalnum() and chr(c) not in _KEPT_SIGNS}
)


def entries(block: str) -> list[list[str]]:
    """The comma-separated entries of a policy block, each as its folded words."""
    folded = fold(block.replace("\n", " "), characters_max=len(block))
    assert folded is not None
    return [words for entry in folded.text.split(",") if (words := _broken(entry).split())]


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
    *({words[0] for words in entries(b) if len(words) == 1} for b in policy.CATEGORY_PHRASES.values())
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
_SPACED = {word.translate(_LEET): word for word in (*_HARD, *_FIGURES) if len(word) > 2}
_BROKEN_WORDS = frozenset(word for word in _MINOR if len(word) > 4) - {"minor", "minors"}
"""Read also in halves; "min or max" is why minor is not among them."""
_HALVED = {word.translate(_LEET): word for word in sorted(_BROKEN_WORDS)}


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
        doubled = "".join(a for a, b, c in zip(word, word[1:] + " ", word[2:] + "  ", strict=True)
                          if not a == b == c)
        return _SKELETONS.get(skeleton) or _SKELETONS.get(doubled.translate(_LEET))
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
    return Reading(clauses, _assembled(chain.from_iterable(clauses)))


def _words(chunks: Iterable[str]) -> Iterator[str]:
    for chunk in chunks:
        if chunk.isalnum():
            yield read_word(chunk)
            continue
        pieces = [piece.strip("!+") for piece in _broken(chunk).split()]
        glued = read_word("".join(pieces)) if len(pieces) > 1 else ""
        if glued in _VOCABULARY:
            yield glued
        else:
            yield from (read_word(piece) for piece in pieces if piece)


def _assembled(words: Iterable[str]) -> frozenset[str]:
    """Hard words whose letters or halves stand apart: "c h i l d", "ch il d", "todd ler"."""
    found: set[str] = set()
    letters: list[str] = []
    scraps: list[str] = []
    before = ""
    for word in chain(words, ("", "")):
        if before + word in _BROKEN_WORDS and before and word:
            found.add(before + word)
        if len(word) == 1:
            letters.append(word)
        else:
            found |= _spelt(letters, _SPACED)
            letters = []
        if 0 < len(word) <= 2:
            scraps.append(word)
        else:
            found |= _spelt(scraps, _HALVED)
            scraps = []
        before = word
    return frozenset(found)


def _spelt(run: list[str], skeletons: Mapping[str, str]) -> set[str]:
    """The words of `skeletons` that the letters of a run spell."""
    if len(run) < 3:
        return set()
    joined = "".join(run).translate(_LEET)
    return {word for skeleton, word in skeletons.items() if skeleton in joined}
