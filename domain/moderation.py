"""The first prompt gate: which category of the content policy a text meets, if any.

Legal adult content passes; a text that cannot be read (over its cap, not Unicode) is refused, not
cut. It uses no backtracking pattern: every word is looked at a fixed number of times. It does not
judge pictures, does not rewrite a prompt, does not know the account and keeps no text.
The words are data in `domain/policy`; disguises are undone in `moderation_letters`,
`moderation_words` and `moderation_codes`.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

import msgspec

from domain.moderation_ages import stated_ages
from domain.moderation_codes import backwards, coded, hidden_texts, rotated
from domain.moderation_letters import Folded, fold
from domain.moderation_words import CLAUSE_END, Reading, entries, glued, read, word_set
from domain.phrases import Phrases
from domain.policy import (
    ADULT_AGE_YEARS,
    CATEGORIES,
    POLICY_VERSION,
    acts,
    benign,
    disguises,
    minors,
    people,
)

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
    category = min(found, key=CATEGORIES.index, default=None)
    return Verdict(allowed=category is None, category=category, policy_version=POLICY_VERSION)


def categories_asked_for(text: str, *, characters_max: int = PROMPT_CHARACTERS_MAX) -> set[str]:
    """Every category met by a text that says what a picture shall show."""
    folded = fold(text, characters_max=characters_max)
    if folded is None:
        return {"unreadable"}
    found = _judged(folded)
    for hidden in hidden_texts(text):
        decoded = fold(hidden, characters_max=len(hidden))
        if decoded is not None:  # what cannot be read was no text
            found |= _judged(decoded)
    return found


def _judged(folded: Folded) -> set[str]:
    """Read as it stands and, where words look coded, with the code undone."""
    reading = read(folded.text)
    found = _asked_for(reading, folded.text)
    if folded.inverted:
        found |= _avoided(reading, folded.text)
    if not _CODED.keys().isdisjoint(reading.words):
        ways = {_CODED[word] for word in reading.words if word in _CODED}
        for undo in (_UNDO[way] for way in sorted(ways)):
            text = undo(folded.text)
            found |= _asked_for(read(text), text)
    return found


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


def _phrased(block: str, meaning: str) -> list[tuple[list[str], str]]:
    """The entries as written, and the phrases among them without their spaces."""
    return [*_tagged(block, meaning), *(([word], meaning) for word in glued(block))]


def _figures() -> Iterator[tuple[list[str], str]]:
    """Names as written, family name first, and without spaces."""
    for words in entries(people.PUBLIC_FIGURES):
        yield words, "real_person"
        yield [*words[1:], words[0]], "real_person"
        yield ["".join(words)], "real_person"


def _unspaced(block: str) -> tuple[str, ...]:
    return tuple("".join(words) for words in entries(block))


_BENIGN = Phrases(_tagged(benign.BENIGN_PHRASES, "benign"))
_NEGATIVE_BENIGN = Phrases(_tagged(minors.NEGATIVE_BENIGN_PHRASES, "benign"))
_PEOPLE = Phrases([*_figures(), *_tagged(people.LIKENESS_PHRASES, "real_person")])
"""Looked for within a clause: "Emma, stone wall" is nobody."""
_TERMS = Phrases(
    chain(
        _tagged(minors.MINOR_WORDS, "minor"),
        _phrased(minors.MINOR_PHRASES, "minor"),
        *(_phrased(block, category) for category, block in acts.CATEGORY_PHRASES.items()),
    )
)
_NEGATIVE_TERMS = Phrases(_tagged(minors.NEGATIVE_AGE_PHRASES, "minor"))
_UNSPACED: dict[str, list[tuple[str, str]]] = {}
"""By first letter."""
for _meaning, _block in (("minor", minors.MINOR_UNSPACED), *acts.CATEGORY_UNSPACED.items()):
    for _term in _unspaced(_block):
        _UNSPACED.setdefault(_term[0], []).append((_term, _meaning))
_NEGATIVE_UNSPACED = _unspaced(minors.NEGATIVE_AGE_UNSPACED)


class _Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Two kinds of word that mean a category when near each other within one clause."""

    category: str
    first: frozenset[str]
    second: frozenset[str]
    words_between_max: int
    ordered: bool = False
    parted_by: frozenset[str] = frozenset()


_SEXUAL = word_set(acts.SEXUAL_WORDS)
_BARE = _SEXUAL | word_set(acts.NUDE_WORDS)
_PARENTS, _OFFSPRING = word_set(acts.PARENT_WORDS), word_set(acts.OFFSPRING_WORDS)
_SIBLINGS = word_set(acts.SIBLING_WORDS)
_FAMILY = _PARENTS | _OFFSPRING | _SIBLINGS
_KIN_PLURAL = word_set(acts.KIN_PLURAL_WORDS)
_PAIRS = (
    _Pair(
        category="minor",
        first=word_set(minors.YOUTH_WORDS),
        second=word_set(minors.YOUNG_PERSON_WORDS),
        words_between_max=2,
        ordered=True,
        parted_by=word_set(minors.GROWN_PERSON_WORDS),
    ),
    _Pair(
        category="bestiality",
        first=word_set(acts.ANIMAL_WORDS),
        second=_SEXUAL,
        words_between_max=4,
    ),
    _Pair(category="incest", first=_FAMILY, second=_SEXUAL, words_between_max=4),
    _Pair(
        category="non_consent",
        first=word_set(acts.HELPLESS_WORDS),
        second=_BARE,
        words_between_max=4,
    ),
)
_KIN = (
    _Pair(category="incest", first=_PARENTS, second=_OFFSPRING, words_between_max=2),
    _Pair(category="incest", first=_SIBLINGS, second=_SIBLINGS, words_between_max=2),
    _Pair(
        category="incest",
        first=word_set(acts.KIN_MARK_WORDS),
        second=_FAMILY,
        words_between_max=0,
        ordered=True,
    ),
)
"""Two of one family: refused only where the text is sexual or bare anywhere."""
_PAIRED = frozenset().union(*(pair.first | pair.second for pair in (*_PAIRS, *_KIN)))
_LOVE_MAKING = frozenset(("make", "makes", "made", "making"))
_UNDO = {"backwards": backwards, "rotated": rotated}
_TELLING = _TERMS.single_words() | _PEOPLE.single_words() | _PAIRED
_CODED = coded(
    {word for word in _TELLING if len(word) > 3 and word.isascii()},
    ordinary=word_set(disguises.ORDINARY_WORDS),
)


def _asked_for(reading: Reading, text: str) -> set[str]:
    words = _BENIGN.blanked(reading.words)
    flat = [word for word in words if word != CLAUSE_END]
    found = _TERMS.meanings([*flat, *reading.assembled])
    found |= _PEOPLE.meanings([*words, CLAUSE_END, *reading.assembled])
    if not _PAIRED.isdisjoint(words):
        found |= _paired(words)
    if not text.isascii():
        found |= _unspaced_in(text)
    if any(age < ADULT_AGE_YEARS for age in stated_ages(words)):
        found.add("minor")
    return found


def _unspaced_in(text: str) -> set[str]:
    """What terms of scripts without spaces mean, wherever they stand in the text."""
    present = _UNSPACED.keys() & set(text)
    return {meaning for first in present for term, meaning in _UNSPACED[first] if term in text}


def _paired(words: list[str]) -> set[str]:
    if "love" in words:
        words = _with_love_making(words)
    is_bare = not _BARE.isdisjoint(words)
    found = _met((*_PAIRS, *_KIN) if is_bare else _PAIRS, words)
    if not (_SEXUAL.isdisjoint(words) or _KIN_PLURAL.isdisjoint(words)):
        found.add("incest")
    return found


def _with_love_making(words: list[str]) -> list[str]:
    """ "Making love" says what "sex" says, and only near what it must not be near."""
    kept = list(words)
    for i, word in enumerate(words):
        if word == "love" and i > 0 and words[i - 1] in _LOVE_MAKING:
            kept[i] = "sex"
    return kept


def _avoided(reading: Reading, text: str) -> set[str]:
    words = _NEGATIVE_BENIGN.blanked(reading.words)
    flat = [word for word in words if word != CLAUSE_END]
    found = _NEGATIVE_TERMS.meanings([*flat, *reading.assembled])
    found |= _PEOPLE.meanings([*words, CLAUSE_END, *reading.assembled])
    adult_ages = range(ADULT_AGE_YEARS, minors.NEGATIVE_AGE_YEARS_BELOW)
    if any(age in adult_ages for age in stated_ages(words)):
        found.add("minor")
    if not text.isascii() and any(term in text for term in _NEGATIVE_UNSPACED):
        found.add("minor")
    return found


def _met(pairs: Iterable[_Pair], words: list[str]) -> set[str]:
    places = [i for i, word in enumerate(words) if word in _PAIRED]
    present = {words[i] for i in places}
    return {
        pair.category
        for pair in pairs
        if not (pair.first.isdisjoint(present) or pair.second.isdisjoint(present))
        and any(_is_met(pair, words, i) for i in places)
    }


def _is_met(pair: _Pair, words: list[str], i: int) -> bool:
    """Whether the word at place `i` is one of the pair and the other follows in its clause."""
    word = words[i]
    is_first = word in pair.first
    if not is_first and (pair.ordered or word not in pair.second):
        return False
    for following in words[i + 1 : i + 2 + pair.words_between_max]:
        if following == CLAUSE_END or following in pair.parted_by:
            return False
        if (is_first and following in pair.second) or (
            not pair.ordered and word in pair.second and following in pair.first
        ):
            return True
    return False
