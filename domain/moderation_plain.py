"""The words of a raw text at one look, for the prompt gate: chunks between spaces are remembered.

Folding, hidden codes and words are found out once for a chunk, and only for one that reads the
same whatever stands around it. A text with any other chunk, or with signs that reach over spaces,
is not read here but folded as a whole: the short way finds the words that the long way finds, or
none.
"""

from functools import lru_cache
from itertools import chain

import msgspec

from domain.moderation_codes import hidden_texts
from domain.moderation_letters import folded_among, unweighted
from domain.moderation_unspaced import CHARACTERS
from domain.moderation_words import CHUNK_CHARACTERS_MAX, CHUNKS_REMEMBERED_MAX, read, unspaced

_Words = tuple[str, ...]


class Plain(msgspec.Struct, frozen=True):
    """The words of a text, CLAUSE_END between clauses, and what may matter of it without spaces."""

    words: list[str]
    unspaced: str


class _Chunks(dict[str, _Words | None]):
    """The words of what stands between two spaces; None where it does not stand for itself."""

    def __init__(self) -> None:
        super().__init__()
        self.joined: dict[str, str] = {}
        """Remembered chunks, folded and without signs."""
        self.unspaced: set[str] = set()
        """Those that are written in scripts without spaces."""

    def __missing__(self, chunk: str) -> _Words | None:
        if len(chunk) > CHUNK_CHARACTERS_MAX:
            return None
        if len(self) >= CHUNKS_REMEMBERED_MAX:
            for remembered in (self, self.joined, self.unspaced):
                remembered.clear()
        self[chunk], self.joined[chunk] = words, joined = _read(f" {chunk} ")
        if not CHARACTERS.isdisjoint(joined):
            self.unspaced.add(chunk)
        return words


_CHUNKS = _Chunks()


def plain(text: str) -> Plain | None:
    """A text that carries no negative weight and hides no other; None if that is not sure.

    Whoever calls has undone codes where they `may_reach` over spaces.
    """
    if not text.isprintable():
        return None
    weighted = _weighted(text) if ":" in text else text
    if weighted is None:
        return None
    chunks = weighted.split()
    if len(chunks) < 2:
        return None
    first, *inner, last = chunks
    head = _edge(f"{first} " if weighted.startswith(first) else f" {first} ")
    tail = _edge(f" {last}" if weighted.endswith(last) else f" {last} ")
    read_chunks = [head[0], *map(_CHUNKS.__getitem__, inner), tail[0]]
    if None in read_chunks:
        return None
    words = list(chain.from_iterable(filter(None, read_chunks)))
    if CHARACTERS.isdisjoint(head[1] + tail[1]) and _CHUNKS.unspaced.isdisjoint(inner):
        return Plain(words, "")
    return Plain(words, "".join([head[1], *map(_CHUNKS.joined.__getitem__, inner), tail[1]]))


def _weighted(text: str) -> str | None:
    """A text with colons without its weights; None where what has a colon is a code."""
    with_colons = (chunk for chunk in text.split() if ":" in chunk)
    return None if hidden_texts(" ".join(with_colons)) else unweighted(text)


def _edge(spaced: str) -> tuple[_Words | None, str]:
    """What the first or the last chunk reads, with the spaces beside it."""
    return _read(spaced) if len(spaced) > CHUNK_CHARACTERS_MAX else _remembered(spaced)


def _read(spaced: str) -> tuple[_Words | None, str]:
    """The words of a chunk with the spaces beside it; and the chunk folded, without signs.

    No words where what stands farther away tells how to read it, or it is a code.
    """
    folded = folded_among(spaced)
    if folded is None or hidden_texts(spaced.strip()):
        return None, ""
    return tuple(read(folded)), unspaced(folded)


_remembered = lru_cache(maxsize=CHUNKS_REMEMBERED_MAX)(_read)
