"""The words of a raw text at one look, for the prompt gate: chunks between spaces are remembered.

Folding, hidden codes and words are found out once for a chunk, and only for one that reads the
same whatever stands around it. A text with any other chunk, or with signs that reach over spaces,
is not read here but folded as a whole: the short way finds the words that the long way finds, or
none.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from operator import itemgetter
from sys import intern

import msgspec

from domain.moderation.codes import hidden_texts
from domain.moderation.letters import folded_among, unweighted
from domain.moderation.marks import marks_of
from domain.moderation.unspaced import CHARACTERS
from domain.moderation.words import (
    CHUNK_CHARACTERS_MAX,
    CHUNKS_REMEMBERED_MAX,
    WORD_CHARACTERS_MAX,
    read,
    read_word,
    unspaced,
)

_Odd = tuple[bool, int]
"""Of a chunk that is no ordinary one: whether it is written in a script without spaces; by how
many characters it grows beyond GROWTH_MAX times its length."""
_Chunk = tuple[tuple[str, ...], bytes, str, _Odd | None]
"""The words of a chunk with the spaces beside it; their marks, ODD_MARK behind them where it is
odd; the chunk folded, without signs; what is odd about it."""
_WORDS_OF, _MARKS_OF, _JOINED_OF, _ODD_OF = map(itemgetter, range(4))
ODD_MARK = bytes([254])
"""No mark of a word: one look tells whether a text has an odd chunk."""
UNREADABLE = 1 << 30
_UNREAD: _Chunk = ((), ODD_MARK, "", (False, UNREADABLE))
"""Where more than spaces tells how to read a chunk, or it is a code: grown beyond any text."""
GROWTH_MAX = 2
"""Emoji unfold to whole words: a text that holds many is left to the long way, which bounds it."""


class Plain(msgspec.Struct, frozen=True):
    """The words of a text, CLAUSE_END between clauses, with their marks, and what may matter of it
    without spaces.
    """

    words: list[str]
    marks: bytes
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
    weighted = _weighted(text) if ":" in text else text
    if weighted is None:
        return None
    chunks = weighted.strip(" ").split(" ")
    if len(chunks) < 2:
        return None
    first, *inner, last = chunks
    head = _edge(f"{first} " if weighted.startswith(first) else f" {first} ")
    tail = _edge(f" {last}" if weighted.endswith(last) else f" {last} ")
    read_chunks = [head, *map(_CHUNKS.__getitem__, inner), tail]
    marks, joined = b"".join(map(_MARKS_OF, read_chunks)), ""
    if ODD_MARK in marks:
        odd = list(filter(None, map(_ODD_OF, read_chunks)))
        if sum(growth for _, growth in odd) > GROWTH_MAX * len(text):
            return None
        marks = marks.translate(None, ODD_MARK)
        if any(is_unspaced for is_unspaced, _ in odd):
            joined = "".join(map(_JOINED_OF, read_chunks))
    return Plain(list(chain.from_iterable(map(_WORDS_OF, read_chunks))), marks, joined)


def _weighted(text: str) -> str | None:
    """A text with colons without its weights; None where what has a colon is a code."""
    return None if hidden_texts(" ".join(_with_colons(text))) else unweighted(text)


def _with_colons(text: str) -> Iterator[str]:
    """The chunks of a text that hold a colon; only spaces are between chunks."""
    at = text.find(":")
    while at >= 0:
        end = text.find(" ", at)
        yield text[text.rfind(" ", 0, at) + 1 : end if end >= 0 else len(text)]
        at = text.find(":", end) if end >= 0 else -1


def _edge(spaced: str) -> _Chunk:
    """What the first or the last chunk reads, with the spaces beside it."""
    return _read(spaced) if len(spaced) > CHUNK_CHARACTERS_MAX else _remembered(spaced)


def _read(spaced: str) -> _Chunk:
    if not spaced.isprintable():  # another space, a line break or a sign without ink
        return _UNREAD
    chunk = spaced.strip()
    if _is_plain_word(chunk):
        words: tuple[str, ...] = (intern(read_word(chunk)),)
        return words, marks_of(words), chunk, None
    folded = folded_among(spaced)
    if folded is None or hidden_texts(chunk):
        return _UNREAD
    joined = unspaced(folded)
    added = len(folded) - len(spaced)
    growth = max(0, added - (GROWTH_MAX - 1) * len(chunk))
    odd = not CHARACTERS.isdisjoint(joined), growth
    words = tuple(read(folded))
    marks = marks_of(words)
    return (words, marks + ODD_MARK, joined, odd) if any(odd) else (words, marks, joined, None)


def _is_plain_word(chunk: str) -> bool:
    """Whether a chunk is nothing but small letters, which fold to themselves and are no code."""
    is_ascii_word = chunk.isascii() and chunk.isalpha() and chunk.islower()
    return is_ascii_word and len(chunk) <= WORD_CHARACTERS_MAX


_remembered = lru_cache(maxsize=CHUNKS_REMEMBERED_MAX)(_read)
