"""Finds phrases of whole words in a list of words, for enhancement and for ages.

Work is proportional to the number of words times the phrases that share their first two. It knows
nothing of letters, case or negation: who calls it brings words and reads what comes back.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import compress


class Phrases:
    """Phrases by their first two words, each with what it means; longest first."""

    def __init__(self, meanings: Iterable[tuple[Sequence[str], str]]) -> None:
        self._whole: dict[str, list[str]] = {}
        self._longer: dict[str, dict[str, list[tuple[list[str], str]]]] = {}
        for words, meaning in meanings:
            if len(words) == 1:
                self._whole.setdefault(words[0], []).append(meaning)
            else:
                tails = self._longer.setdefault(words[0], {}).setdefault(words[1], [])
                tails.append((list(words[1:]), meaning))
        for seconds in self._longer.values():
            for tails in seconds.values():
                tails.sort(key=lambda tail: -len(tail[0]))
        self._firsts = frozenset(self._whole.keys() | self._longer.keys())

    def starts(self, words: list[str]) -> list[int]:
        """Where a phrase may begin: every place where one does, and few others."""
        whole, longer, last = self._whole, self._longer, len(words) - 1
        firsts = compress(range(len(words)), map(self._firsts.__contains__, words))
        return [
            i
            for i in firsts
            if words[i] in whole or (i < last and words[i + 1] in longer[words[i]])
        ]

    def at(self, words: list[str], start: int) -> Iterator[tuple[int, str]]:
        """The end and meaning of every phrase that begins at `start`, longest first."""
        word = words[start]
        seconds = self._longer.get(word)
        if seconds and start + 1 < len(words):
            for tail, meaning in seconds.get(words[start + 1], ()):
                end = start + 1 + len(tail)
                if words[start + 1 : end] == tail:
                    yield end, meaning
        for meaning in self._whole.get(word, ()):
            yield start + 1, meaning

    def spans(self, words: list[str]) -> Iterator[tuple[int, int, str]]:
        """Start, end and meaning of the phrases from left to right, the longest at each place.

        Spans do not overlap.
        """
        free_from = 0
        for start in self.starts(words):
            if start >= free_from:
                for end, meaning in self.at(words, start):
                    yield start, end, meaning
                    free_from = end
                    break
