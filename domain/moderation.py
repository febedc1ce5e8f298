"""The first prompt gate: which category of the content policy a text meets, if any.

Legal adult content passes; a text that cannot be read (over its cap, not Unicode) is refused, not
cut. It uses no backtracking pattern: every word is looked at a fixed number of times. It does not
judge pictures, does not rewrite a prompt, does not know the account and keeps no text.
The words are data in `moderation_policy`; disguises are undone in `moderation_reading`.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain

import msgspec

from domain import moderation_policy as policy
from domain.moderation_reading import Reading, entries, fold, read

PROMPT_CHARACTERS_MAX = 4000
ENHANCED_CHARACTERS_MAX = 16_000


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """What a gate decided. `category` is one of the policy's CATEGORIES, None when allowed."""

    allowed: bool
    category: str | None
    policy_version: str


def check_prompt(*, prompt: str, negative_prompt: str, enhanced: str) -> Verdict:
    """Judge what the model would be asked for: the user's words as sent and as enhanced.

    A negative prompt may name what it avoids, minors included. It may not name real persons, push
    adults away, or carry a negative weight, which turns avoiding into asking.
    """
    found = categories_asked_for(prompt)
    if enhanced != prompt:
        found |= categories_asked_for(enhanced, characters_max=ENHANCED_CHARACTERS_MAX)
    return verdict_of(found | categories_avoided(negative_prompt))


def verdict_of(found: Iterable[str]) -> Verdict:
    """The verdict that reports the most severe of the categories met."""
    category = min(found, key=policy.CATEGORIES.index, default=None)
    return Verdict(
        allowed=category is None, category=category, policy_version=policy.POLICY_VERSION
    )


def categories_asked_for(text: str, *, characters_max: int = PROMPT_CHARACTERS_MAX) -> set[str]:
    """Every category met by a text that says what a picture shall show."""
    folded = fold(text, characters_max=characters_max)
    if folded is None:
        return {"unreadable"}
    reading = read(folded.text)
    found = _asked_for(reading, folded.text)
    return found | _avoided(reading, folded.text) if folded.inverted else found


def categories_avoided(text: str, *, characters_max: int = PROMPT_CHARACTERS_MAX) -> set[str]:
    """Every category met by a text that says what a picture shall not show."""
    folded = fold(text, characters_max=characters_max)
    if folded is None:
        return {"unreadable"}
    reading = read(folded.text)
    found = _avoided(reading, folded.text)
    return found | _asked_for(reading, folded.text) if folded.inverted else found


# ---------------------------------------------------------------------- phrases

type_tails = tuple[tuple[str, ...], str]


class Phrases:
    """Phrases by their first word, each with what it means; longest first."""

    def __init__(self, meanings: Iterable[tuple[Sequence[str], str]]) -> None:
        self._tails: dict[str, list[tuple[list[str], str]]] = {}
        for words, meaning in meanings:
            self._tails.setdefault(words[0], []).append((list(words[1:]), meaning))
        for tails in self._tails.values():
            tails.sort(key=lambda tail: -len(tail[0]))

    def at(self, words: Sequence[str], start: int) -> Iterator[tuple[int, str]]:
        """The end and meaning of every phrase that begins at `start`, longest first."""
        for tail, meaning in self._tails.get(words[start], ()):
            end = start + 1 + len(tail)
            if words[start + 1 : end] == tail:
                yield end, meaning

    def meanings(self, words: Sequence[str]) -> set[str]:
        """What every phrase anywhere in the words means."""
        tails = self._tails
        starts = [i for i, word in enumerate(words) if word in tails]
        return {meaning for start in starts for _, meaning in self.at(words, start)}

    def blanked(self, words: list[str]) -> list[str]:
        """The words with every phrase replaced by nothing."""
        if self._tails.keys().isdisjoint(words):
            return words
        kept, start = list(words), 0
        while start < len(words):
            end = next((end for end, _ in self.at(words, start)), start)
            kept[start:end] = [""] * (end - start)
            start = max(end, start + 1)
        return kept


def _meaning(block: str, meaning: str) -> list[tuple[list[str], str]]:
    return [(words, meaning) for words in entries(block)]


def _glued(block: str, meaning: str) -> list[tuple[list[str], str]]:
    return [(["".join(words)], meaning) for words in entries(block) if len(words) > 1]


def _words(block: str) -> frozenset[str]:
    return frozenset(words[0] for words in entries(block))
