"""The words of a raw text at one look, for the prompt gate: chunks between spaces are remembered.

Folding, hidden codes and words are found out once for a chunk, and only for one that reads the
same whatever stands around it. A text with any other chunk, or with signs that reach over spaces,
is not read here but folded as a whole: the short way finds the words that the long way finds, or
none.
"""

from functools import lru_cache
from itertools import chain
from sys import intern

import msgspec

from domain.moderation_codes import hidden_texts
from domain.moderation_letters import folded_among, unweighted
from domain.moderation_unspaced import CHARACTERS
from domain.moderation_words import (
    CHUNK_CHARACTERS_MAX,
    CHUNKS_REMEMBERED_MAX,
    WORD_CHARACTERS_MAX,
    read,
    read_word,
    unspaced,
)

_Chunk = tuple[tuple[str, ...] | None, str, bool, int]
"""The words of a chunk with the spaces beside it; the chunk folded, without signs; whether it is
written in a script without spaces; by how many characters it grows beyond GROWTH_MAX times its
length. No words where more than spaces tells how to read it, or it is a code."""
_UNREAD: _Chunk = (None, "", False, 0)
GROWTH_MAX = 2
"""Emoji unfold to whole words: a text that holds many is left to the long way, which bounds it."""


class Plain(msgspec.Struct, frozen=True):
    """The words of a text, CLAUSE_END between clauses, and what may matter of it without spaces."""

    words: list[str]
    unspaced: str


class _Chunks(dict[str, _Chunk]):
    """What stands between two spaces, read once; a long chunk is not read."""

    def __missing__(self, chunk: str) -> _Chunk:
        if len(chunk) > CHUNK_CHARACTERS_MAX:
            return _UNREAD
        if len(self) >= CHUNKS_REMEMBERED_MAX:
            self.clear()
        self[chunk] = read_chunk = _read(f" {chunk} ")
        return read_chunk


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
    read_chunks = [head, *map(_CHUNKS.__getitem__, inner), tail]
    words, joined, are_unspaced, growths = zip(*read_chunks, strict=True)
    if None in words or sum(growths) > GROWTH_MAX * len(text):
        return None
    return Plain(list(chain.from_iterable(words)), "".join(joined) if any(are_unspaced) else "")


def _weighted(text: str) -> str | None:
    """A text with colons without its weights; None where what has a colon is a code."""
    with_colons = (chunk for chunk in text.split() if ":" in chunk)
    return None if hidden_texts(" ".join(with_colons)) else unweighted(text)


def _edge(spaced: str) -> _Chunk:
    """What the first or the last chunk reads, with the spaces beside it."""
    return _read(spaced) if len(spaced) > CHUNK_CHARACTERS_MAX else _remembered(spaced)


def _read(spaced: str) -> _Chunk:
    chunk = spaced.strip()
    if _is_plain_word(chunk):
        return (intern(read_word(chunk)),), chunk, False, 0
    folded = folded_among(spaced)
    if folded is None or hidden_texts(chunk):
        return _UNREAD
    joined = unspaced(folded)
    added = len(folded) - len(spaced)
    growth = max(0, added - (GROWTH_MAX - 1) * len(chunk))
    return tuple(read(folded)), joined, not CHARACTERS.isdisjoint(joined), growth


def _is_plain_word(chunk: str) -> bool:
    """Whether a chunk is nothing but small letters, which fold to themselves and are no code."""
    is_ascii_word = chunk.isascii() and chunk.isalpha() and chunk.islower()
    return is_ascii_word and len(chunk) <= WORD_CHARACTERS_MAX


_remembered = lru_cache(maxsize=CHUNKS_REMEMBERED_MAX)(_read)
