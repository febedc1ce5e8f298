"""The first prompt gate: which category of the content policy a text meets, if any.

Legal adult content passes; a text that cannot be read (over its cap, not Unicode) is refused, not
cut. It uses no backtracking pattern: every word is looked at a fixed number of times. It does not
judge pictures, does not rewrite a prompt, does not know the account and keeps no text.
The words are data in `domain/policy`; disguises are undone in `moderation_letters`,
`moderation_words` and `moderation_codes`.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from domain.classifying import Verdict
from domain.moderation_ages import hinted_ages, number_places, stated_ages
from domain.moderation_codes import backwards, coded, hidden_texts, rotated
from domain.moderation_contexts import (
    BARE,
    categories_near,
    categories_together,
    pardoned,
    places_of,
)
from domain.moderation_letters import Folded, fold
from domain.moderation_words import (
    CLAUSE_END,
    Reading,
    entries,
    glued,
    read,
    singles,
    unspaced,
    word_set,
)
from domain.phrases import Phrases
from domain.policy import (
    ADULT_AGE_YEARS,
    CATEGORIES,
    POLICY_VERSION,
    acts,
    benign,
    contexts,
    disguises,
    minors,
    people,
)
from domain.policy import unspaced as unspaced_terms

PROMPT_CHARACTERS_MAX = 4000
ENHANCED_CHARACTERS_MAX = 16_000


def check_prompt(*, prompt: str, negative_prompt: str, enhanced: str) -> Verdict:
    """Judge what the model would be asked for: the user's words as sent and as enhanced.

    A negative prompt may name what it avoids, minors included. It may not name real persons, push
    adults away, or carry a negative weight, which turns avoiding into asking.
    """
    added = _added(prompt, enhanced)
    if added is None:
        found = categories_asked_for(prompt)
        if enhanced != prompt:
            found |= categories_asked_for(enhanced, characters_max=ENHANCED_CHARACTERS_MAX)
    else:
        found = categories_asked_for(enhanced, characters_max=PROMPT_CHARACTERS_MAX + added)
    return verdict_of(found | categories_avoided(negative_prompt))


def _added(prompt: str, enhanced: str) -> int | None:
    """How much longer the enhanced text is, where judging it judges the prompt too; else None.

    It does where it ends with the whole prompt as clauses of its own: no phrase, number or benign
    name reaches over a clause end, so nothing before it takes a finding of the prompt away. What is
    added must be ASCII, for that does not grow when it is folded: the prompt keeps its cap.
    """
    core = prompt.strip(", ")
    head = enhanced[: len(enhanced) - len(core)]
    is_covered = enhanced.endswith(core) and head.endswith(", ") and head.isascii()
    is_short = len(prompt) <= PROMPT_CHARACTERS_MAX and len(enhanced) <= ENHANCED_CHARACTERS_MAX
    return len(head) if core and is_covered and is_short else None


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


def _joined(block: str) -> tuple[str, ...]:
    return tuple("".join(words) for words in entries(block))


_BENIGN = Phrases(_tagged(benign.BENIGN_PHRASES, "benign"))
_INNOCENT = Phrases(_tagged(benign.INNOCENT_PHRASES, "benign"))
"""Benign as long as nothing in the text is bare."""
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
"""Terms and kinds of scripts without spaces, by first letter."""
for _meaning, _block in (
    ("minor", minors.MINOR_UNSPACED),
    *unspaced_terms.CATEGORY_UNSPACED.items(),
    *unspaced_terms.UNSPACED_KINDS.items(),
):
    for _term in _joined(_block):
        _UNSPACED.setdefault(_term[0], []).append((_term, _meaning))
_NEGATIVE_UNSPACED = _joined(minors.NEGATIVE_AGE_UNSPACED)


_CODED_KINDS = (
    *("sexual", "nude", "youth", "young_person", "animal"),
    *("parent", "offspring", "sibling", "helpless"),
)
_CATEGORIES = frozenset(CATEGORIES)
_UNDO = {"backwards": backwards, "rotated": rotated}
_TELLING = _TERMS.single_words() | _PEOPLE.single_words()
_TELLING |= {word for kind in _CODED_KINDS for word in singles(contexts.KINDS[kind])}
_CODED = coded(
    {word for word in _TELLING if len(word) > 3 and word.isascii()},
    ordinary=word_set(disguises.ORDINARY_WORDS),
)


def _asked_for(reading: Reading, text: str) -> set[str]:
    words = _BENIGN.blanked(reading.words)
    numbers = number_places(words, below_adult=True)
    hints = {"age_hint": hinted_ages(words, numbers)}
    places = places_of(words, hints)
    if BARE not in places and (kept := _INNOCENT.blanked(words)) is not words:
        words, places = kept, places_of(kept, hints)
    if spans := pardoned(places):
        words = list(words)
        for start, end in spans:
            words[start:end] = [""] * (end - start)
        places = places_of(words, hints)
    flat = [word for word in words if word != CLAUSE_END]
    found = _TERMS.meanings([*flat, *reading.assembled])
    found |= _PEOPLE.meanings([*words, CLAUSE_END, *reading.assembled])
    found |= categories_near(places)
    if not text.isascii():
        found |= _unspaced_in(text)
    if any(age < ADULT_AGE_YEARS for age in stated_ages(words, numbers)):
        found.add("minor")
    return found


def _unspaced_in(text: str) -> set[str]:
    """What terms of scripts without spaces mean, wherever they stand in the text."""
    characters = set(text)
    present = _UNSPACED.keys() & characters
    if not present:
        return set()
    joined = unspaced(text, characters)
    met = {meaning for first in present for term, meaning in _UNSPACED[first] if term in joined}
    return met & _CATEGORIES | categories_together(met)


def _avoided(reading: Reading, text: str) -> set[str]:
    words = _NEGATIVE_BENIGN.blanked(reading.words)
    flat = [word for word in words if word != CLAUSE_END]
    found = _NEGATIVE_TERMS.meanings([*flat, *reading.assembled])
    found |= _PEOPLE.meanings([*words, CLAUSE_END, *reading.assembled])
    numbers = number_places(words, below_adult=False)
    adult_ages = range(ADULT_AGE_YEARS, minors.NEGATIVE_AGE_YEARS_BELOW)
    if any(age in adult_ages for age in stated_ages(words, numbers)):
        found.add("minor")
    if not text.isascii() and any(term in text for term in _NEGATIVE_UNSPACED):
        found.add("minor")
    return found
