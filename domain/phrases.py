"""Finds phrases of whole words in a list of words, for the prompt gate and for enhancement.

Work is proportional to the number of words times the phrases that share a first word. It knows
nothing of letters, case or negation: who calls it brings words and reads what comes back.
"""

from collections.abc import Iterable, Iterator, Sequence


class Phrases:
    """Phrases by their first word, each with what it means; longest first."""

    def __init__(self, meanings: Iterable[tuple[Sequence[str], str]]) -> None:
        self._tails: dict[str, list[tuple[list[str], str]]] = {}
        for words, meaning in meanings:
            self._tails.setdefault(words[0], []).append((list(words[1:]), meaning))
        for tails in self._tails.values():
            tails.sort(key=lambda tail: -len(tail[0]))

    def single_words(self) -> set[str]:
        """The phrases that are one word."""
        return {first for first, tails in self._tails.items() for tail, _ in tails if not tail}

    def at(self, words: list[str], start: int) -> Iterator[tuple[int, str]]:
        """The end and meaning of every phrase that begins at `start`, longest first."""
        for tail, meaning in self._tails.get(words[start], ()):
            end = start + 1 + len(tail)
            if words[start + 1 : end] == tail:
                yield end, meaning

    def meanings(self, words: list[str]) -> set[str]:
        """What the phrases found anywhere in the words mean."""
        starts = [i for i, word in enumerate(words) if word in self._tails]
        return {meaning for start in starts for _, meaning in self.at(words, start)}

    def spans(self, words: list[str]) -> Iterator[tuple[int, int, str]]:
        """Start, end and meaning of the phrases from left to right, the longest at each place.

        Spans do not overlap.
        """
        free_from = 0
        for start in [i for i, word in enumerate(words) if word in self._tails]:
            if start >= free_from:
                for end, meaning in self.at(words, start):
                    yield start, end, meaning
                    free_from = end
                    break

    def blanked(self, words: list[str]) -> list[str]:
        """The words with every phrase replaced by as many empty words."""
        if self._tails.keys().isdisjoint(words):
            return words
        kept = list(words)
        for start, end, _ in self.spans(words):
            kept[start:end] = [""] * (end - start)
        return kept
