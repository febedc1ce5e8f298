"""Undoes slips of a keyboard, for the prompt gate: a letter too many, too few, swapped or wrong.

It knows no language: which words are worth finding, and which ones are ordinary though they look
like a slip of those, is told. Work grows with the letters of a word.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import pairwise
from operator import ne

SLIPPED_CHARACTERS_MIN = 5
"""Of a word that is found by a slip, doubled letters counted once."""
SHORTENED_CHARACTERS_MIN = 6
"""Of a word that is found without one of its letters."""
CHANGED_CHARACTERS_MIN = 7
"""Of a word that is found with another letter in place of one."""


_SOUNDS = str.maketrans("ckqzyviouw", "kkksaaaaaa", "h")
_VOWEL = "a"


def sound(word: str) -> str:
    """Words that sound alike are alike by this, however they are written; vowels are all one."""
    plain = word.replace("ph", "f").replace("e", _VOWEL).translate(_SOUNDS)
    heard = "".join([b for a, b in pairwise(f" {plain}") if a != b])
    return word[:1] + heard[1:].rstrip(_VOWEL)


class Spellings:
    """Words to be found one slip away, whatever letters are doubled in them or are not."""

    def __init__(self, words: Iterable[str], *, single: Callable[[str], str]) -> None:
        self._single = single
        self._words: dict[str, str] = {}
        self._shortened: dict[str, list[str]] = {}
        for word in sorted(words):
            letters = single(word)
            if len(letters) >= SLIPPED_CHARACTERS_MIN:
                self._words[letters] = word
            if len(letters) >= SHORTENED_CHARACTERS_MIN:
                for shortened in _shortened(letters):
                    self._shortened.setdefault(shortened, []).append(letters)
        self._shorter_ones = {each for word in self._words for each in _shortened(word)}

    def meant(self, word: str, *, ordinary: Collection[str]) -> str | None:
        """The word that this one is a slip of, if it is one and no ordinary word."""
        letters = self._single(word)
        if len(letters) < SLIPPED_CHARACTERS_MIN or word in ordinary:
            return None
        if not self._may_be_slip(letters):
            return None
        found = self._words.get(letters) or self._swapped(letters) or self._longer(letters)
        return found or self._shorter(letters) or self._changed(letters)

    def _may_be_slip(self, letters: str) -> bool:
        """Whether the letters, or those without one, are a word or one without a letter.

        Every slip leaves that; most words leave nothing, and are told by it at one look.
        """
        shorter = list(_shortened(letters))
        return (
            letters in self._words
            or letters in self._shorter_ones
            or not self._shorter_ones.isdisjoint(shorter)
            or not self._words.keys().isdisjoint(shorter)
        )

    def _swapped(self, letters: str) -> str | None:
        for i in range(len(letters) - 1):
            swapped = letters[:i] + letters[i + 1] + letters[i] + letters[i + 2 :]
            if swapped in self._words:
                return self._words[swapped]
        return None

    def _longer(self, letters: str) -> str | None:
        """The word where one letter of this is too many."""
        return next((self._words[s] for s in _shortened(letters) if s in self._words), None)

    def _shorter(self, letters: str) -> str | None:
        """The word where this lacks one letter."""
        return next((self._words[longer] for longer in self._shortened.get(letters, ())), None)

    def _changed(self, letters: str) -> str | None:
        """The word where one letter of this is another; it may not be the first."""
        if len(letters) < CHANGED_CHARACTERS_MIN:
            return None
        for shortened in _shortened(letters):
            for other in self._shortened.get(shortened, ()):
                if _is_changed_inside(letters, other):
                    return self._words[other]
        return None


def _shortened(letters: str) -> Iterator[str]:
    """The letters without one of them."""
    for i in range(len(letters)):
        yield letters[:i] + letters[i + 1 :]


def _is_changed_inside(letters: str, other: str) -> bool:
    """Whether exactly one letter differs, and not the first."""
    if len(letters) != len(other) or letters[0] != other[0]:
        return False
    return [*map(ne, letters, other)].count(True) == 1
