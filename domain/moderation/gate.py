"""The first prompt gate: which category of the content policy a text meets, if any.

Legal adult content passes; a text that cannot be read (over its cap, not Unicode) is refused, not
cut. It uses no backtracking pattern: every word is looked at a fixed number of times. It does not
judge pictures, does not rewrite a prompt, does not know the account and keeps no text.
The words are data in `domain/policy`; disguises are undone in `letters`,
`words` and `codes`. A text without any is read the short way, by
`plain`, which finds what the long way finds.
"""

from collections.abc import Iterable, Iterator
from functools import partial

from domain.moderation.ages import hinted_ages, low_numbers, stated_ages
from domain.moderation.classifying import Verdict
from domain.moderation.codes import backwards, hidden_texts, may_reach, rotated, turned
from domain.moderation.contexts import categories_near, pardoned
from domain.moderation.letters import Folded, fold
from domain.moderation.phrases import AVOIDED, BENIGN, INNOCENT
from domain.moderation.places import Places
from domain.moderation.plain import plain
from domain.moderation.reading import Reading
from domain.moderation.rules import BARE
from domain.moderation.unspaced import avoids_unspaced, unspaced_categories
from domain.moderation.words import VOCABULARY, read, unspaced
from domain.policy import ADULT_AGE_YEARS, CATEGORIES, POLICY_VERSION, minors

PROMPT_CHARACTERS_MAX = 4000
ENHANCED_CHARACTERS_MAX = 16_000
TOGETHER_CHARACTERS_MAX = ENHANCED_CHARACTERS_MAX + len(", ") + PROMPT_CHARACTERS_MAX


def check_prompt(
    *, prompt: str, negative_prompt: str, enhanced: str, source_prompt: str = ""
) -> Verdict:
    """Judge what the model would be asked for: the user's words as sent and as enhanced.

    A negative prompt may name what it avoids, minors included. It may not name real persons, push
    adults away, or carry a negative weight, which turns avoiding into asking. `source_prompt` drew
    the picture that this goes on from: what both say together is judged as well, as one text.
    """
    added = _added(prompt, enhanced)
    if added is None:
        found = categories_asked_for(prompt)
        if enhanced != prompt:
            found |= categories_asked_for(enhanced, characters_max=ENHANCED_CHARACTERS_MAX)
    else:
        found = categories_asked_for(enhanced, characters_max=PROMPT_CHARACTERS_MAX + added)
    if source_prompt and prompt.strip():
        together = f"{source_prompt}, {prompt}"
        found |= categories_asked_for(together, characters_max=TOGETHER_CHARACTERS_MAX)
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
    if len(text) > characters_max:
        return {"unreadable"}
    hidden = hidden_texts(text) if may_reach(text) else None
    read_plain = None if hidden else plain(text)
    reading = None if read_plain is None else Reading(read_plain.words, read_plain.marks)
    if read_plain is None or reading is None or reading.ways():
        hidden = hidden_texts(text) if hidden is None else hidden
        return _disguised(text, hidden, characters_max=characters_max)
    return _asked_for(reading) | unspaced_categories(read_plain.unspaced)


def _disguised(text: str, hidden: list[str], *, characters_max: int) -> set[str]:
    """The categories of a text that may hold any disguise, and of the texts that it hides."""
    folded = fold(text, characters_max=characters_max)
    if folded is None:
        return {"unreadable"}
    found = _judged(folded)
    for each in hidden:
        decoded = fold(each, characters_max=len(each))
        if decoded is not None:  # what cannot be read was no text
            found |= _judged(decoded)
    return found


def _judged(folded: Folded) -> set[str]:
    """Read as it stands and, where words look coded, with the code undone."""
    reading = Reading(read(folded.text))
    found = _avoided(Reading(reading.words[:]), folded.text) if folded.inverted else set()
    undone = [undo(folded.text) for way in reading.ways() for undo in _UNDO[way]]
    found |= _asked_for(reading) | unspaced_categories(unspaced(folded.text))
    for text in undone:
        found |= _asked_for(Reading(read(text))) | unspaced_categories(unspaced(text))
    return found


def categories_avoided(text: str, *, characters_max: int = PROMPT_CHARACTERS_MAX) -> set[str]:
    """Every category met by a text that says what a picture shall not show."""
    folded = fold(text, characters_max=characters_max)
    if folded is None:
        return {"unreadable"}
    found = _avoided(Reading(read(folded.text)), folded.text)
    if folded.inverted:
        found |= _asked_for(Reading(read(folded.text)))
        found |= unspaced_categories(unspaced(folded.text))
    return found


# ------------------------------------------------------------------------ rules

_UNDO = {
    "backwards": (backwards, partial(turned, words=VOCABULARY)),
    "rotated": (rotated,),
}


def _asked_for(reading: Reading) -> set[str]:
    """What words ask for; blanks what is harmless in the reading."""
    reading.blank(reading.harmless(BENIGN))
    numbers = low_numbers(reading.words, reading.numbers())
    hints = {"age_hint": hinted_ages(reading.words, numbers)}
    places = Places(reading, hints)
    if BARE not in places.kinds and reading.blank(reading.harmless(INNOCENT)):
        places = Places(reading, hints)
    if reading.blank(pardoned(places)):
        places = Places(reading, hints)
    near = categories_near(places)
    found = reading.terms() | reading.names() | near
    if any(age < ADULT_AGE_YEARS for age in _ages(reading, numbers)):
        found.add("minor")
    return found


def _ages(reading: Reading, numbers: list[int]) -> Iterator[int]:
    return stated_ages(reading.words, numbers, flat=reading.flat, ends=reading.ends)


def _avoided(reading: Reading, text: str) -> set[str]:
    """What a text asks for by what it avoids; blanks what is harmless in the reading."""
    reading.blank(reading.harmless(AVOIDED))
    found = reading.avoided_terms() | reading.names()
    numbers = [i for i, _ in reading.numbers()]
    adult_ages = range(ADULT_AGE_YEARS, minors.NEGATIVE_AGE_YEARS_BELOW)
    is_adult = any(age in adult_ages for age in _ages(reading, numbers))
    if is_adult or avoids_unspaced(text):
        found.add("minor")
    return found
