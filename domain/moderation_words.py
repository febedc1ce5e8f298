"""From letters to the policy's words, for the prompt gate: each word read through its disguise.

Digits for letters, letters repeated, left out or swapped, words glued together, cut into pieces
or spelt letter by letter. A chunk between two spaces is read once and remembered, so that
ordinary texts cost little; nothing is looked at more often than a policy's word is long. It
decides nothing: what a word means is for `moderation`.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, compress, pairwise, repeat
from operator import eq
from string import punctuation

import msgspec

from domain.moderation_letters import fold
from domain.moderation_spelling import Spellings
from domain.policy import acts, ages, benign, contexts, disguises, minors, people, spelling

CHUNKS_REMEMBERED_MAX = 16_384
WORD_CHARACTERS_MAX = 40
"""A longer run of letters is kept as it is: no word of the policy is that long."""
CHUNK_CHARACTERS_MAX = 80
"""A longer chunk is read and not remembered."""
SPELT_CHARACTERS_MIN = 3
SPELT_START_CHARACTERS = 6
"""By so many first letters spelt words are looked up."""
GLUED_CHARACTERS_MIN = 8
NAME_CHARACTERS_MIN = 7
RESPELT_CHARACTERS_MIN = 7
JOINED_CHARACTERS_MIN = 5
"""Shorter words turn up at the seams of ordinary ones."""

CLAUSE_END = "\x00"
"""Stands between two clauses in a list of words; no phrase holds it, so none crosses it."""


class Reading(msgspec.Struct, frozen=True):
    """The words of a text, CLAUSE_END between clauses, and the words put together from parts."""

    words: list[str]
    assembled: frozenset[str]


_CLAUSE_SIGNS = (". ", "! ", "? ", ",", ";", "\r", "\x0c", "\x0b", "|", "\n")
_SIGNS = frozenset(punctuation)
_KEPT_SIGNS = "@$!+"
_WORD_BREAKS = str.maketrans(
    {chr(c): " " for c in range(33, 127) if not chr(c).isalnum() and chr(c) not in _KEPT_SIGNS}
)


def read(folded: str) -> Reading:
    """Every word of a folded text, each read through its disguise."""
    folded = folded.replace("<1", " under 1")
    for sign in _CLAUSE_SIGNS:
        folded = folded.replace(sign, f" {CLAUSE_END} ")
    chunks = folded.split()
    is_long = max(map(len, chunks), default=0) > CHUNK_CHARACTERS_MAX
    pieces = map(_any_chunk_words if is_long else _CHUNK_WORDS.__getitem__, chunks)
    words = list(chain.from_iterable(pieces))
    return Reading(words, _assembled(words))


def entries(block: str) -> list[list[str]]:
    """The comma-separated entries of a policy block, each as its folded words."""
    folded = fold(block.replace("\n", " "), characters_max=len(block))
    assert folded is not None
    listed = (_contracted(_broken(entry).split()) for entry in folded.text.split(","))
    return [words for words in listed if words]


def word_set(block: str) -> frozenset[str]:
    """The entries of a policy block that is a list of single words."""
    return frozenset(words[0] for words in entries(block))


def singles(block: str) -> set[str]:
    """The entries of a policy block that are one word."""
    return {words[0] for words in entries(block) if len(words) == 1}


def _broken(text: str) -> str:
    return text.translate(_WORD_BREAKS)


def unspaced(text: str, characters: set[str]) -> str:
    """A folded text of these characters without spaces and signs, for scripts that put none."""
    for sign in characters & _SIGNS:
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
    yield from contexts.KINDS.values()
    yield people.LIKENESS_PHRASES


def _is_block(name: str, value: object) -> bool:
    return isinstance(value, str) and name.endswith(("WORDS", "PHRASES", "UNITS", "PREFIXES"))


_MINOR = singles(minors.MINOR_WORDS)
_FIGURES = {"".join(words) for words in entries(people.PUBLIC_FIGURES)}
_HARD = _MINOR.union(*map(singles, (*acts.CATEGORY_PHRASES.values(), people.LIKENESS_PHRASES)))
_VOCABULARY = frozenset(
    chain(
        (word for block in _blocks() for words in entries(block) for word in words),
        ages.NUMBER_WORDS,
        (name for name in _FIGURES if len(name) > 7),
        (word for words in entries(people.PUBLIC_FIGURES) for word in words),
    )
)
_LEET = str.maketrans({c: letter for letter, apes in disguises.LEET_LETTERS.items() for c in apes})
_SKELETONS = {
    word.translate(_LEET): word
    for word in (*sorted(_VOCABULARY - _HARD), *sorted(_HARD))
    if len(word) > 2
}
"""Hard words come last, so that they win where two words look alike."""
_INNOCENT = word_set(disguises.INNOCENT_SPELLINGS)
_LONG = {word for word in _HARD if len(word) > 4} - word_set(disguises.WHOLE_WORDS)
"""Words that are also looked for in pieces."""
_RESPELT = {word for word in _LONG if word in _MINOR or len(word) >= RESPELT_CHARACTERS_MIN}
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


_SETTLED = {_single(word).translate(_LEET): word for word in sorted(_HARD) if len(word) > 3}
_UNDOUBLED = {_single(word).translate(_LEET): word for word in sorted(_RESPELT)}
_MISSPELT = {
    slip: word
    for word in sorted(_RESPELT)
    if word.isascii() and len(word) > 6 and not word.endswith("s")
    for slip in _slips(word)
} | disguises.MISSPELT_WORDS
_SPELLINGS = Spellings(
    (word for word in (_HARD - _MINOR) | word_set(spelling.WATCHED_WORDS) if word.isascii()),
    single=_single,
)
_REAL_WORDS = word_set(spelling.REAL_WORDS)
_MASKED = {
    word[:i] + word[i + 1 :]: word
    for word in sorted(_LONG | word_set(disguises.MASKED_WORDS))
    if word.isascii()
    for i in range(1, len(word) - 1)
}
"""Without one inner letter: what is left where a sign stands in its place."""
_TAILS = word_set(minors.COMPOUND_TAILS)


@lru_cache(maxsize=CHUNKS_REMEMBERED_MAX)
def read_word(word: str) -> str:
    """The policy's word that this one hides, or the word itself."""
    if len(word) < 3 or len(word) > WORD_CHARACTERS_MAX or word in _VOCABULARY or word.isdigit():
        return word
    if word in _INNOCENT:
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
    if single is not word and any(a * 3 in word for a in set(word)):
        doubled = "".join(
            a
            for a, b, c in zip(word, word[1:] + " ", word[2:] + "  ", strict=True)
            if not a == b == c
        )
        found = _SKELETONS.get(doubled.translate(_LEET)) or _SKELETONS.get(skeleton)
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
    """The words of what stands between two spaces, found out once."""

    def __missing__(self, chunk: str) -> tuple[str, ...]:
        if len(self) >= CHUNKS_REMEMBERED_MAX:
            self.clear()
        self[chunk] = words = _chunk_words(chunk)
        return words


_CHUNK_WORDS = _ChunkWords()


def _chunk_words(chunk: str) -> tuple[str, ...]:
    if chunk.isalnum():
        return (read_word(chunk),)
    if chunk == CLAUSE_END:
        return (CLAUSE_END,)
    pieces = [word for part in _contracted(_broken(chunk).split()) if (word := _bare(part))]
    if pieces[1:] == ["s"] and "'" in chunk:  # "Nina's" are no ninas
        if pieces[0] not in _VOCABULARY:
            return (pieces[0],)
        if f"{pieces[0]}s" not in _HARD:
            return tuple(pieces)
    glued = _glued(chunk, pieces)
    return tuple(pieces) if glued is None else (glued,)


def _any_chunk_words(chunk: str) -> tuple[str, ...]:
    """Of a long word only what is needed to know an age by: "16" and what is written after it."""
    if len(chunk) <= CHUNK_CHARACTERS_MAX:
        return _CHUNK_WORDS[chunk]
    return tuple(word[: WORD_CHARACTERS_MAX + 1] for word in _chunk_words(chunk))


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
    found = next((word for word in map(read_word, spellings) if word in _VOCABULARY), None)
    is_masked = found is None and len(pieces) == 2 and spellings[0] not in _INNOCENT
    return _MASKED.get(spellings[0]) if is_masked else found


# ----------------------------------------------------------------------- pieces


def glued(block: str) -> set[str]:
    """The phrases of a block written without their spaces, where that is no ordinary word."""
    phrases = ("".join(words) for words in entries(block) if 1 < len(words) < 4)
    return {phrase for phrase in phrases if len(phrase) >= GLUED_CHARACTERS_MIN} - _INNOCENT


_PHRASE_BLOCKS = (minors.MINOR_PHRASES, *acts.CATEGORY_PHRASES.values(), people.LIKENESS_PHRASES)
_PHRASES = set().union(*map(glued, _PHRASE_BLOCKS))
_PHRASE_CUTS = {
    tuple(word.translate(_LEET) for word in words)
    for block in _PHRASE_BLOCKS
    for words in entries(block)
}
"""Phrases are read as such elsewhere, by a reader that knows of high school teachers."""
_SPELT = {
    word.translate(_LEET): word
    for word in (*_PHRASES, *_FIGURES, *_HARD, *minors.SPELT_WORDS)
    if len(word) >= SPELT_CHARACTERS_MIN
}
"""By skeleton, what may be spelt letter by letter; a phrase is read without its spaces."""
_JOINED = {
    word.translate(_LEET): word
    for word in (*_LONG, *(name for name in _FIGURES if len(name) >= NAME_CHARACTERS_MIN))
    if len(word) >= JOINED_CHARACTERS_MIN
}
"""By skeleton, what may be cut into pieces."""
_BEGINNINGS = frozenset(
    skeleton[:length] for skeleton in (*_SPELT, *_JOINED) for length in range(1, len(skeleton))
)


_ENDINGS = _BEGINNINGS.union(_SPELT, _JOINED)


class _Skeletons(dict[str, str]):
    """The skeletons of words, found out once."""

    def __missing__(self, word: str) -> str:
        if len(self) >= CHUNKS_REMEMBERED_MAX:
            self.clear()
        self[word] = skeleton = word.translate(_LEET)
        return skeleton


_SKELETON = _Skeletons()
_SPELT_BY_START: dict[str, list[str]] = {}
for _spelt in _SPELT:
    _SPELT_BY_START.setdefault(_spelt[:SPELT_START_CHARACTERS], []).append(_spelt)
_SPELT_STARTS = frozenset(start[:SPELT_CHARACTERS_MIN] for start in _SPELT_BY_START)
_LETTERS_ONLY = "1" * WORD_CHARACTERS_MAX
_THREE_LETTERS = bytes([1]) * SPELT_CHARACTERS_MIN
"""Lengths of pieces: no word is spelt letter by letter without so many in a row."""


def _assembled(words: list[str]) -> frozenset[str]:
    """Hard words whose parts stand apart: "c h i l d", "ch il d", "traf ficking"."""
    pieces = list(map(_SKELETON.__getitem__, words))
    found: set[str] = set()
    begun = compress(range(len(pieces)), map(_BEGINNINGS.__contains__, pieces))
    pieces.append(CLAUSE_END)
    starts = [i for i in begun if pieces[i] + pieces[i + 1] in _ENDINGS]
    if _THREE_LETTERS not in bytes(map(min, map(len, pieces), repeat(2))):
        return frozenset(chain.from_iterable(_joined_at(pieces, i) for i in starts))
    letters = "".join([piece if len(piece) == 1 else " " for piece in pieces])
    runs = [
        run for run in letters.replace(CLAUSE_END, "").split() if len(run) >= SPELT_CHARACTERS_MIN
    ]
    if runs:
        found.update(spelt for run in runs for spelt in _spelt_in(run))
        shape = "".join(["1" if len(piece) == 1 else "2" for piece in pieces])
        starts = [i for i in starts if not shape.startswith(_LETTERS_ONLY, i)]
    for i in starts:
        found.update(_joined_at(pieces, i))
    return frozenset(found)


def _spelt_in(run: str) -> Iterator[str]:
    """The words that single letters spell, one after the other, clauses or not."""
    for i in range(len(run) - SPELT_CHARACTERS_MIN + 1):
        if run[i : i + SPELT_CHARACTERS_MIN] in _SPELT_STARTS:
            for length in range(SPELT_CHARACTERS_MIN, SPELT_START_CHARACTERS + 1):
                for spelt in _SPELT_BY_START.get(run[i : i + length], ()):
                    if run.startswith(spelt, i):
                        yield _SPELT[spelt]


def _joined_at(pieces: list[str], start: int) -> Iterator[str]:
    """The words that begin with the piece at `start` and end with another piece of the clause."""
    joined = pieces[start]
    for end in range(start + 1, min(start + WORD_CHARACTERS_MAX, len(pieces))):
        joined += pieces[end]
        if joined in _JOINED and tuple(pieces[start : end + 1]) not in _PHRASE_CUTS:
            yield _JOINED[joined]
        if joined not in _BEGINNINGS:
            return
