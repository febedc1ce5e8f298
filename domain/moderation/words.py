"""From letters to the policy's words, for the prompt gate: each word read through its disguise.

Digits for letters, letters repeated, left out or swapped, words glued together; what is cut into
pieces is for `pieces`. A chunk between two spaces is read once and remembered, so that
ordinary texts cost little; nothing is looked at more often than a policy's word is long. It
decides nothing: what a word means is for `gate`.
"""

from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from itertools import chain, pairwise, product
from math import inf
from operator import eq
from string import punctuation
from sys import intern

from domain.moderation.affixes import stem
from domain.moderation.letters import fold
from domain.moderation.notation import written
from domain.moderation.spelling import Spellings
from domain.policy import (
    acts,
    ages,
    benign,
    contexts,
    disguises,
    eastern,
    figures,
    minors,
    people,
    spelling,
    variants,
    wordings,
)

CHUNKS_REMEMBERED_MAX = 16_384
WORD_CHARACTERS_MAX = 40
"""A longer run of letters is kept as it is: no word of the policy is that long."""
CHUNK_CHARACTERS_MAX = 80
"""A longer chunk is read and not remembered."""
RESPELT_CHARACTERS_MIN = 7
SEAM_CHARACTERS_MAX = 2
"""What is left of a chunk without its signs is read where it is longer: "l0l!" is no "ll"."""

CLAUSE_END = "\x00"
"""Stands between two clauses in a list of words; no phrase holds it, so none crosses it."""


_CLAUSE_SIGNS = (". ", "! ", "? ", ",", ";", "\r", "\x0c", "\x0b", "|", "\n")
_SIGNS = frozenset(punctuation)
_KEPT_SIGNS = "@$!+"
_LETTER_SIGNS = frozenset(_KEPT_SIGNS)
_WORD_BREAKS = str.maketrans(
    {chr(c): " " for c in range(33, 127) if not chr(c).isalnum() and chr(c) not in _KEPT_SIGNS}
)


def read(folded: str) -> list[str]:
    """Every word of a folded text, read through its disguise, with CLAUSE_END between clauses."""
    if not folded.isprintable():  # a tab or a line break is no space
        return _words_of(folded)
    chunks = folded.split()
    last = _words_of(chunks.pop()) if chunks and not folded.endswith(" ") else []
    return [*chain.from_iterable(map(_SPACED_WORDS.__getitem__, chunks)), *last]


def _words_of(text: str) -> list[str]:
    text = text.replace("<1", " under 1")
    for sign in _CLAUSE_SIGNS:
        text = text.replace(sign, f" {CLAUSE_END} ")
    return list(chain.from_iterable(map(_CHUNK_WORDS.__getitem__, text.split())))


Words = tuple[str, ...]
Places = tuple[tuple[Words, ...], ...]
"""Many phrases at once: for each place what may stand there, folded; no words where it may be
missing. A phrase written without shorthand is one place."""


@cache
def patterns(block: str) -> tuple[Places, ...]:
    """The entries of a policy block as the places of their phrases."""
    return tuple(
        _with_contractions([tuple(map(_folded_words, place)) for place in places])
        for places in written(block)
    )


def _with_contractions(places: list[tuple[Words, ...]]) -> Places:
    """With a place that may begin with "t" as one with the place before: "can|could t"."""
    kept: list[tuple[Words, ...]] = []
    for place in places:
        if kept and any(words[:1] == ("t",) for words in place):
            pairs = product(kept.pop(), place)
            place = tuple(tuple(_contracted([*first, *second])) for first, second in pairs)
        kept.append(place)
    return tuple(kept)


@cache
def _folded_words(written: str) -> Words:
    """The words of a phrase or of a part of one, folded; most are plain and only get small."""
    if written.isascii() and written.isalnum():
        return (intern(written.lower()),)
    return tuple(map(intern, _contracted(_broken(_folded(written)).split())))


def _folded(written: str) -> str:
    if written.isascii() and written.isprintable() and ":" not in written:
        return written.lower()
    spaced = f" {written}"
    folded = fold(spaced, characters_max=len(spaced))
    assert folded is not None
    return folded.text


def phrases(block: str, *, may_begin: Callable[[Words], bool]) -> Iterator[Words]:
    """The phrases of a policy block of which every beginning, and the whole, `may_begin` one."""
    for places in patterns(block):
        begun: list[Words] = [()]
        for place in places:
            longer = ((*words, *more) for words in begun for more in place)
            begun = [words for words in longer if not words or may_begin(words)]
        yield from filter(None, begun)


def parts(block: str) -> Iterator[Words]:
    """Everything that may stand in any place of a policy block's phrases."""
    return chain.from_iterable(chain.from_iterable(patterns(block)))


def entries(block: str, *, words_max: float = inf) -> list[Words]:
    """The phrases of a policy block up to a number of words, each as its folded words."""
    return list(phrases(block, may_begin=lambda words: len(words) <= words_max))


def word_set(block: str) -> frozenset[str]:
    """The entries of a policy block that is a list of single words."""
    return frozenset(words[0] for words in entries(block))


def singles(block: str) -> set[str]:
    """The entries of a policy block that are one word."""
    return {words[0] for words in entries(block, words_max=1)}


def _broken(text: str) -> str:
    return text.translate(_WORD_BREAKS)


def unspaced(text: str) -> str:
    """A folded text without spaces and signs, for scripts that put none."""
    for sign in _SIGNS & set(text):
        text = text.replace(sign, " ")
    return "".join(text.split())


def _contracted(words: list[str]) -> list[str]:
    """With "doesn", "t" as one word."""
    if "t" not in words:
        return words
    kept: list[str] = []
    for word in words:
        if word == "t" and kept and kept[-1].endswith("n"):
            kept[-1] += word
        else:
            kept.append(word)
    return kept


# ------------------------------------------------------------------- vocabulary


def _blocks() -> Iterator[str]:
    """Every block of words of the policy."""
    for module in (acts, ages, benign, minors):
        yield from (value for name, value in vars(module).items() if _is_block(name, value))
    yield from acts.CATEGORY_PHRASES.values()
    yield from variants.CATEGORY_PHRASES.values()
    yield from wordings.CATEGORY_PHRASES.values()
    yield wordings.BENIGN_PHRASES
    yield from eastern.CATEGORY_PHRASES.values()
    yield from contexts.KINDS.values()
    yield people.LIKENESS_PHRASES


def _is_block(name: str, value: object) -> bool:
    return isinstance(value, str) and name.endswith(("WORDS", "PHRASES", "UNITS", "PREFIXES"))


_MINOR = singles(minors.MINOR_WORDS)
_FIGURES = entries(f"{people.PUBLIC_FIGURES},{figures.FIGURES_SPACED}")
FIGURES = {"".join(words) for words in _FIGURES}
HARD = _MINOR.union(*map(singles, (*acts.CATEGORY_PHRASES.values(), people.LIKENESS_PHRASES)))
VOCABULARY = frozenset(
    chain(
        (word for block in _blocks() for words in parts(block) for word in words),
        ages.NUMBER_WORDS,
        (name for name in FIGURES if len(name) > 7),
        chain.from_iterable(_FIGURES),
    )
)
LEET = str.maketrans({c: letter for letter, apes in disguises.LEET_LETTERS.items() for c in apes})
_SKELETONS = {
    word.translate(LEET): word
    for word in (*sorted(VOCABULARY - HARD), *sorted(HARD))
    if len(word) > 2
}
"""Hard words come last, so that they win where two words look alike."""
INNOCENT = word_set(disguises.INNOCENT_SPELLINGS)
LONG = {word for word in HARD if len(word) > 4} - word_set(disguises.WHOLE_WORDS)
"""Words that are also looked for in pieces."""
_RESPELT = {word for word in LONG if word in _MINOR or len(word) >= RESPELT_CHARACTERS_MIN}
"""Words that are also looked for misspelt; of other categories than minors only long ones."""


def _single(word: str) -> str:
    """The word with every run of a letter written once."""
    if True not in map(eq, word, word[1:]):
        return word
    return "".join(a for a, b in pairwise(word + " ") if a != b)


def _slips(word: str) -> Iterator[str]:
    """The word with one inner letter left out, or two neighbours swapped."""
    for i in range(1, len(word) - 1):
        yield word[:i] + word[i + 1 :]
        yield word[: i - 1] + word[i] + word[i - 1] + word[i + 1 :]


_SETTLED = {_single(word).translate(LEET): word for word in sorted(HARD) if len(word) > 3}
_UNDOUBLED = {_single(word).translate(LEET): word for word in sorted(_RESPELT)}
_MISSPELT = {
    slip: word
    for word in sorted(_RESPELT)
    if word.isascii() and len(word) > 6 and not word.endswith("s")
    for slip in _slips(word)
} | disguises.MISSPELT_WORDS
_SPELLINGS = Spellings(
    (word for word in (HARD - _MINOR) | word_set(spelling.WATCHED_WORDS) if word.isascii()),
    single=_single,
)
_MISSPELT_LEET = {slip.translate(LEET): word for slip, word in disguises.MISSPELT_WORDS.items()}
_REAL_WORDS = word_set(spelling.REAL_WORDS)
_MASKED = {
    word[:i] + word[i + 1 :]: word
    for word in sorted(LONG | word_set(disguises.MASKED_WORDS))
    if word.isascii()
    for i in range(1, len(word) - 1)
}
"""Without one inner letter: what is left where a sign stands in its place."""
_TAILS = word_set(minors.COMPOUND_TAILS)


@lru_cache(maxsize=CHUNKS_REMEMBERED_MAX)
def read_word(word: str) -> str:
    """The policy's word that this one hides, or the word itself."""
    if len(word) < 3 or len(word) > WORD_CHARACTERS_MAX or word in VOCABULARY or word.isdigit():
        return word
    if word in INNOCENT:
        return word
    skeleton = word.translate(LEET)
    if (len(word) > 4 or not word.isalpha()) and skeleton in _SKELETONS:
        return _SKELETONS[skeleton]
    if not word.isascii() and (within := stem(word, VOCABULARY)):
        return within
    return _respelt(word) or _unglued(word) or word


def _respelt(word: str) -> str | None:
    if word in _MISSPELT:
        return _MISSPELT[word]
    if not word.isalpha() and (meant := _MISSPELT_LEET.get(word.translate(LEET))):
        return meant
    single = _single(word)
    skeleton = single.translate(LEET)
    if len(single) > 4 and skeleton in _UNDOUBLED:
        return _UNDOUBLED[skeleton]
    if single is not word and any(a * 3 in word for a in set(word)):
        doubled = "".join(
            a
            for a, b, c in zip(word, word[1:] + " ", word[2:] + "  ", strict=True)
            if not a == b == c
        )
        found = _SKELETONS.get(doubled.translate(LEET)) or _SKELETONS.get(skeleton)
        if hidden := found or _SETTLED.get(skeleton):
            return hidden
    return _SPELLINGS.meant(word, ordinary=_REAL_WORDS) if word.isascii() else None


def _unglued(word: str) -> str | None:
    if not word.startswith(minors.COMPOUND_HEADS) and not word.endswith(minors.COMPOUND_HEADS):
        return None
    for head in minors.COMPOUND_HEADS:
        if word.startswith(head) and word[len(head) :] in _TAILS:
            return head
        if word.endswith(head) and word[: -len(head)] in _TAILS:
            return head
    return None


# ----------------------------------------------------------------------- chunks


class _ChunkWords(dict[str, tuple[str, ...]]):
    """The words of what stands between two spaces, found out once.

    Of a long chunk only what is needed to know an age by: "16" and what is written after it.
    """

    def __missing__(self, chunk: str) -> tuple[str, ...]:
        if len(chunk) > CHUNK_CHARACTERS_MAX:
            return tuple(word[: WORD_CHARACTERS_MAX + 1] for word in _chunk_words(chunk))
        if len(self) >= CHUNKS_REMEMBERED_MAX:
            self.clear()
        self[chunk] = words = tuple(map(intern, _chunk_words(chunk)))
        return words


_CHUNK_WORDS = _ChunkWords()


class _SpacedWords(dict[str, tuple[str, ...]]):
    """The words of what stands before a space, signs that end clauses included."""

    def __missing__(self, chunk: str) -> tuple[str, ...]:
        words = tuple(_words_of(f"{chunk} "))
        if len(self) >= CHUNKS_REMEMBERED_MAX:
            self.clear()
        if len(chunk) <= CHUNK_CHARACTERS_MAX:
            self[chunk] = words
        return words


_SPACED_WORDS = _SpacedWords()


def _chunk_words(chunk: str) -> tuple[str, ...]:
    if chunk.isalnum():
        return (read_word(chunk),)
    if chunk == CLAUSE_END:
        return (CLAUSE_END,)
    pieces = [word for part in _contracted(_broken(chunk).split()) if (word := _bare(part))]
    if pieces[1:] == ["s"] and "'" in chunk:  # "Nina's" are no ninas
        if pieces[0] not in VOCABULARY:
            return (pieces[0],)
        if f"{pieces[0]}s" not in HARD:
            return tuple(pieces)
    glued = _glued(chunk, pieces)
    return tuple(pieces) if glued is None else (glued,)


def _bare(part: str) -> str:
    """The word without the signs that end a sentence, unless a sign stands for a letter."""
    piece = part.strip("!+")
    is_letter = part.startswith("!") or (part != piece and not piece.isalpha())
    if is_letter and (word := read_word(part)) in VOCABULARY:
        return word
    return read_word(piece)


def _is_sprinkled(chunk: str, pieces: list[str]) -> bool:
    """Whether marks of another script stand among Latin letters; in their own they belong there."""
    return not all(map(str.isalnum, pieces)) and any("a" <= c <= "z" for c in chunk)


def _glued(chunk: str, pieces: list[str]) -> str | None:
    """The policy's word that a chunk with signs inside spells: "school-girl", "ch*ild"."""
    if any(len(piece) > 1 and piece.isdigit() for piece in pieces):
        return None
    spellings = ["".join(pieces)] if len(pieces) > 1 else []
    if not _LETTER_SIGNS.isdisjoint(chunk) or _is_sprinkled(chunk, pieces):
        spellings.append("".join(filter(str.isalpha, chunk)))
    whole = (word for word in map(read_word, spellings) if len(word) > SEAM_CHARACTERS_MAX)
    found = next((word for word in whole if word in VOCABULARY), None)
    is_masked = found is None and len(pieces) == 2 and spellings[0] not in INNOCENT
    return _MASKED.get(spellings[0]) if is_masked else found
