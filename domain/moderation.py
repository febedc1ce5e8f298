"""The first prompt gate: which category of the content policy a text meets, if any.

Legal adult content passes; a text that cannot be read (over its cap, not Unicode) is refused, not
cut. It uses no backtracking pattern: every word is looked at a fixed number of times. It does not
judge pictures, does not rewrite a prompt, does not know the account and keeps no text.
The words are data in `moderation_policy`; disguises are undone in `moderation_reading`.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

import msgspec

from domain import moderation_policy as policy
from domain.moderation_ages import stated_ages
from domain.moderation_reading import Reading, entries, fold, read, word_set
from domain.phrases import Phrases

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


# ------------------------------------------------------------------------ rules


def _tagged(block: str, meaning: str) -> list[tuple[list[str], str]]:
    return [(words, meaning) for words in entries(block)]


def _figures() -> Iterator[tuple[list[str], str]]:
    for words in entries(policy.PUBLIC_FIGURES):
        yield words, "real_person"
        yield ["".join(words)], "real_person"


_BENIGN = Phrases(_tagged(policy.BENIGN_PHRASES, "benign"))
_NEGATIVE_BENIGN = Phrases(_tagged(policy.NEGATIVE_BENIGN_PHRASES, "benign"))
_PEOPLE = [*_figures(), *_tagged(policy.CATEGORY_PHRASES["real_person"], "real_person")]
_TERMS = Phrases(
    chain(
        _tagged(policy.MINOR_WORDS, "minor"),
        _tagged(policy.MINOR_PHRASES, "minor"),
        *(_tagged(block, category) for category, block in policy.CATEGORY_PHRASES.items()),
        _PEOPLE,
    )
)
_NEGATIVE_TERMS = Phrases([*_PEOPLE, *_tagged(policy.NEGATIVE_AGE_PHRASES, "minor")])
_UNSPACED = tuple("".join(words) for words in entries(policy.MINOR_UNSPACED))


class _Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Two kinds of word that mean a category when near each other within one clause."""

    category: str
    first: frozenset[str]
    second: frozenset[str]
    words_between_max: int
    ordered: bool = False
    parted_by: frozenset[str] = frozenset()


_SEXUAL = word_set(policy.SEXUAL_WORDS)
_BARE = _SEXUAL | word_set(policy.NUDE_WORDS)
_PARENTS, _OFFSPRING = word_set(policy.PARENT_WORDS), word_set(policy.OFFSPRING_WORDS)
_SIBLINGS = word_set(policy.SIBLING_WORDS)
_PAIRS = (
    _Pair(
        category="minor",
        first=word_set(policy.YOUTH_WORDS),
        second=word_set(policy.YOUNG_PERSON_WORDS),
        words_between_max=2,
        ordered=True,
        parted_by=word_set(policy.GROWN_PERSON_WORDS),
    ),
    _Pair(
        category="bestiality",
        first=word_set(policy.ANIMAL_WORDS),
        second=_SEXUAL,
        words_between_max=4,
    ),
    _Pair(
        category="incest",
        first=_PARENTS | _OFFSPRING | _SIBLINGS,
        second=_SEXUAL,
        words_between_max=4,
    ),
    _Pair(
        category="non_consent",
        first=word_set(policy.HELPLESS_WORDS),
        second=_BARE,
        words_between_max=4,
    ),
)
_KIN = (
    _Pair(category="incest", first=_PARENTS, second=_OFFSPRING, words_between_max=2),
    _Pair(category="incest", first=_SIBLINGS, second=_SIBLINGS, words_between_max=2),
)
"""Two of one family: refused only where the text is sexual or bare anywhere."""
_PAIRED = frozenset().union(*(pair.first | pair.second for pair in (*_PAIRS, *_KIN)))


def _asked_for(reading: Reading, text: str) -> set[str]:
    clauses = [_BENIGN.blanked(clause) for clause in reading.clauses]
    words = list(chain.from_iterable(clauses))
    found = _TERMS.meanings([*words, *reading.assembled])
    for clause in clauses:
        if not _PAIRED.isdisjoint(clause):
            found |= _met(_PAIRS, clause)
            if not _BARE.isdisjoint(words):
                found |= _met(_KIN, clause)
    if not text.isascii() and any(term in text for term in _UNSPACED):
        found.add("minor")
    if any(age < policy.ADULT_AGE_YEARS for age in stated_ages(clauses)):
        found.add("minor")
    return found


def _avoided(reading: Reading, text: str) -> set[str]:
    clauses = [_NEGATIVE_BENIGN.blanked(clause) for clause in reading.clauses]
    words = [*chain.from_iterable(clauses), *reading.assembled]
    found = _NEGATIVE_TERMS.meanings(words)
    adult_ages = range(policy.ADULT_AGE_YEARS, policy.NEGATIVE_AGE_YEARS_BELOW)
    if any(age in adult_ages for age in stated_ages(clauses)):
        found.add("minor")
    if not text.isascii() and any(term in text for term in _NEGATIVE_UNSPACED):
        found.add("minor")
    return found


_NEGATIVE_UNSPACED = tuple("".join(words) for words in entries(policy.NEGATIVE_AGE_UNSPACED))


def _met(pairs: Iterable[_Pair], clause: list[str]) -> set[str]:
    return {pair.category for pair in pairs if _is_met(pair, clause)}


def _is_met(pair: _Pair, clause: list[str]) -> bool:
    if pair.first.isdisjoint(clause) or pair.second.isdisjoint(clause):
        return False
    return any(
        _is_near(pair, word, clause[i + 1 : i + 2 + pair.words_between_max])
        for i, word in enumerate(clause)
        if word in pair.first or word in pair.second
    )


def _is_near(pair: _Pair, word: str, following: list[str]) -> bool:
    if not pair.parted_by.isdisjoint(following):
        return False
    if word in pair.first and not pair.second.isdisjoint(following):
        return True
    return not pair.ordered and word in pair.second and not pair.first.isdisjoint(following)
