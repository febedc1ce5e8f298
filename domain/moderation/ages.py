"""Finds the ages that a text states, in digits and words of seven languages, for the prompt gate.

It knows "16yo", "aged twelve", "dix-sept ans", "under 18", "her 10th birthday" and that "16:9",
"17 degrees" and "twenty-six years old" speak of no minor. It judges nothing: what an age means is
for `gate`.
"""

from bisect import bisect
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from domain.moderation.letters import fold
from domain.moderation.words import CHUNKS_REMEMBERED_MAX, CLAUSE_END, entries, word_set
from domain.phrases import Phrases
from domain.policy import ADULT_AGE_YEARS, BIRTH_YEAR_REFUSED_MIN, disguises, minors
from domain.policy import ages as policy

DIGITS = "0123456789"
AGE_DIGITS_MAX = 4
SPOKEN_AGE_YEARS_MIN = 4
"""Below this "she is 2" is rather a count or a measure."""
WORDED_AGE_YEARS_MIN = 9
"""Below this "she is one" is no age."""
UNDER_AGE_YEARS = range(12, ADULT_AGE_YEARS + 1)
SCHOOL_YEARS = range(6, 14)
SCHOOL_YEARS_HINTED = range(1, 14)
BIRTH_YEARS = range(BIRTH_YEAR_REFUSED_MIN, 2100)
PREFIX_WORDS_MAX = 4
WORDS_AFTER_MAX = 7
_HALF = ["and", "a", "half"]
_COMPARED = (["years", "younger"], ["years", "older"])
"""After a number: how much younger somebody looks, and no age."""

_UNITS = Phrases(
    chain(
        ((words, "years") for words in entries(policy.AGE_UNITS)),
        ((words, "infant") for words in entries(policy.INFANT_AGE_UNITS)),
    )
)
_GLUED_UNITS = word_set(policy.AGE_GLUED_UNITS)
_UNSPACED_UNITS = tuple(words[0] for words in entries(policy.UNSPACED_AGE_UNITS))
_NOT_A_PERSON = Phrases((words, "thing") for words in entries(policy.NOT_A_PERSON_WORDS))
_OLD_THINGS = Phrases(
    (words, "thing")
    for words in chain(entries(policy.OLD_THINGS), entries(policy.NOT_A_PERSON_WORDS))
)
_OLD_THING_WORDS = word_set(policy.OLD_THING_WORDS)
_JOINTS = word_set(policy.JOINT_WORDS) | {CLAUSE_END}
_CASKS, _FOUNDED = word_set(policy.CASK_WORDS), word_set(policy.FOUNDED_WORDS)
_MULTIPLES, _GROUPS = word_set(policy.MULTIPLE_WORDS), frozenset(("dozen", "score"))
_TENS, _TEN = word_set(policy.TENS_WORDS), word_set(policy.TEN_WORDS)
_VIGESIMAL = frozenset(("soixante", "vingt", "hundred"))
_CONNECTORS = word_set(policy.NUMBER_CONNECTORS)
_MEASURES = word_set(policy.MEASURE_WORDS)
_ORDINALS = {words[0]: i + 1 for i, words in enumerate(entries(policy.ORDINAL_WORDS))}
_ORDINAL_AGES = word_set(policy.ORDINAL_AGE_WORDS)
_SCHOOL_YEAR_WORDS = word_set(policy.SCHOOL_YEAR_WORDS)
_SCHOOL_PERSONS = word_set(policy.SCHOOL_PERSON_WORDS)
_LISTED_PERSONS = word_set(minors.YOUNG_PERSON_WORDS) | word_set(policy.LISTED_PERSON_WORDS)
"""Before a clause that is a number only: "girl, 15"."""
_SEXES = frozenset(("f", "m"))
_YEARS = frozenset(("year", "years"))
_NOT_HINTS = word_set(policy.OTHER_NUMBER_WORDS)
_OWNERS = frozenset(("her", "his", "their"))
_HINTING, _HINTED = word_set(policy.HINTING_WORDS), word_set(policy.HINTED_WORDS)
_HINTED_AT_END = word_set(policy.HINTED_AT_END_WORDS)
_SPANS, _HOURS = frozenset(("for", "after", "of", "over")), frozenset(("am", "pm", "o", "oclock"))
_CAMERA = word_set(policy.CAMERA_WORDS)
_DIGITS = str.maketrans({c: d for d, apes in disguises.DIGIT_LOOKALIKES.items() for c in apes})


def _folded(word: str) -> str:
    folded = fold(word, characters_max=len(word))
    assert folded is not None
    return folded.text


def _prefixes(block: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(words) for words in entries(block))


_AGE = _prefixes(policy.AGE_PREFIXES)
_PERSON = _prefixes(policy.PERSON_AGE_PREFIXES)
_UNDER = _prefixes(policy.UNDER_PREFIXES)
_OVER = _prefixes(policy.OVER_PREFIXES)
_CLOSING = _prefixes(policy.CLOSING_AGE_PREFIXES)
_DURATION = _prefixes(policy.DURATION_PREFIXES)
_BORN = _prefixes(policy.BORN_PREFIXES)
_PREFIX_ENDINGS = {p[-1] for p in chain(_AGE, _PERSON, _UNDER, _OVER, _CLOSING, _BORN)} | (
    _SCHOOL_YEAR_WORDS
)
_NUMBER_WORDS = {_folded(word): value for word, value in policy.NUMBER_WORDS.items()}
_GLUED_PREFIXES = ("age", "aged")
_ORDINAL_ENDINGS = ("st", "nd", "rd", "th")
_AFTER_PREFIX = "\x00"
"""Instead of what follows a number: the word began with "age", as in age12."""


Number = tuple[int, int]
"""Where a word stands that is a number or ends with one, and which kind of number it is."""


def low_numbers(words: list[str], numbers: list[Number]) -> list[int]:
    """Where numbers stand that may state an age under eighteen, some way or other."""
    return [i for i, kind in numbers if kind == _LOW or _may_tell(words, i, kind)]


def _may_tell(words: list[str], i: int, kind: int) -> bool:
    """Whether a plain number may state or hint at an age under eighteen, by the words beside it."""
    following = words[i + 1] if i + 1 < len(words) else CLAUSE_END
    if kind == _HIGH:
        return following in _INFANT_UNITS
    is_told = i == 0 or words[i - 1] in _TELLING_BEFORE
    return is_told or following in _TELLING_AFTER or not following.isascii()


def stated_ages(
    words: list[str], numbers: list[int], *, flat: list[str], ends: list[int]
) -> Iterator[int]:
    """Every age in years that numbers at these places state of a person; "under 18" counts as 17.

    The words have CLAUSE_END between clauses, at `ends`; `flat` are the same without.
    """
    for i in numbers:
        if words[i]:  # no benign phrase
            yield from _ages_by_unit(words, i, flat, i - bisect(ends, i))
            yield from _ages_by_prefix(words, i)
            yield from _ages_alone(words, i)


def hinted_ages(words: list[str], numbers: list[int]) -> list[int]:
    """Where words may state an age under eighteen, though alone they are no statement of one.

    Such as "13f", "f14", "m/15", "girl 15", "nude, 14", "17 and a half": what else they may be is
    told by what stands near.
    """
    return [i for i in numbers if words[i] and _is_hint(words, i)]


def _is_hint(words: list[str], i: int) -> bool:
    word = words[i]
    before = words[i - 1] if i > 0 else CLAUSE_END
    following = words[i + 1] if i + 1 < len(words) else CLAUSE_END
    if _is_camera(before) or _is_camera(following):
        return False
    if word[0] in _SEXES and word[1:].isdecimal():
        return int(word[1:]) in policy.HINTED_AGES and len(word) == 3
    if word in _NOT_HINTS:
        return False
    return any(
        (value in SCHOOL_YEARS_HINTED and before in _SCHOOL_YEAR_WORDS and rest == "")
        or (
            value in policy.HINTED_AGES
            and _is_age_between(before, words[i + 1 : i + 1 + WORDS_AFTER_MAX], value, rest)
        )
        for value, rest in _numbers(word)
    )


def _is_age_between(before: str, after: list[str], value: int, rest: str) -> bool:
    following = after[0] if after else CLAUSE_END
    is_alone = before == following == CLAUSE_END
    is_span = before in _SPANS or (
        before == "at" and (following[:1].isdigit() or following in _HOURS)
    )
    if is_span:
        return False
    is_before_person = following in _HINTED or (
        following in _HINTED_AT_END and after[1:2] in ([], [CLAUSE_END])
    )
    is_after_person = before in _HINTING and following not in _MEASURES
    if following in _YEARS and _is_thing(after, 1):
        return False
    if rest in _ORDINAL_ENDINGS:
        return before in _OWNERS and following == CLAUSE_END
    if rest:
        may_be_metres = rest == "m" and not (is_alone or is_after_person or is_before_person)
        return rest in _SEXES and not may_be_metres
    if before in _SEXES:
        return before == "m" or value not in policy.APERTURES
    is_half = after[: len(_HALF)] == _HALF or following == "half"
    is_joined = following == "and" and after[1:2] != [] and after[1] in _HINTED_AT_END
    return (
        is_alone
        or is_half
        or is_joined
        or is_after_person
        or is_before_person
        or following in _SEXES
    )


def _is_camera(word: str) -> bool:
    return word in _CAMERA or (word.endswith("mm") and word[:1].isdigit())


@lru_cache(maxsize=CHUNKS_REMEMBERED_MAX)
def _numbers(word: str) -> tuple[tuple[int, str], ...]:
    """The ways to read a word as a number and what is written straight after it."""
    if word in _NUMBER_WORDS:
        return ((_NUMBER_WORDS[word], ""),)
    if word in _ORDINALS:
        return ((_ORDINALS[word], "th"),)
    if word.isalpha() and not word.endswith(policy.AGE_SUFFIXES):
        return ()
    readings = []
    stem = word.rstrip(DIGITS)
    if stem in _GLUED_PREFIXES and 0 < len(word) - len(stem) <= AGE_DIGITS_MAX:
        readings.append((int(word.removeprefix(stem)), _AFTER_PREFIX))
    rest = word.lstrip(DIGITS)
    digits = word[: len(word) - len(rest)]
    if 0 < len(digits) <= AGE_DIGITS_MAX:
        readings.append((int(digits), rest))
    lookalike = word.translate(_DIGITS)
    if rest and len(word) == 2 and lookalike.isdecimal() and not word.isalpha():
        readings.append((int(lookalike), ""))
    readings.extend(
        (_NUMBER_WORDS[word.removesuffix(suffix)], suffix)
        for suffix in policy.AGE_SUFFIXES
        if word.endswith(suffix) and word.removesuffix(suffix) in _NUMBER_WORDS
    )
    return tuple(readings)


_LOW, _PLAIN, _HIGH = 1, 2, 3
_INFANT_UNITS = word_set(policy.INFANT_AGE_UNITS)
_UNIT_BEGINNINGS = _GLUED_UNITS.union(
    _HALF[:1],
    (words[0] for words in (*entries(policy.AGE_UNITS), *entries(policy.INFANT_AGE_UNITS))),
)
_TELLING_BEFORE = _PREFIX_ENDINGS | _HINTING | _SEXES | {CLAUSE_END}
_TELLING_AFTER = _HINTED.union(
    (words[0] for words in (*entries(policy.AGE_UNITS), *entries(policy.INFANT_AGE_UNITS))),
    _GLUED_UNITS | _HINTED_AT_END | _SEXES | {"half", "and", CLAUSE_END},
)


def number_kind(word: str) -> int:
    """What a word is as a number: none (0), more than a number, a plain one, a plain high one."""
    readings = _numbers(word)
    if not readings:
        return _LOW * word[-1:].isdecimal()
    is_plain = not any(rest for _, rest in readings)
    is_high = all(ADULT_AGE_YEARS < value < BIRTH_YEAR_REFUSED_MIN for value, _ in readings)
    if is_plain:
        return _HIGH if is_high else _PLAIN
    return _LOW


def _ages_by_unit(words: list[str], i: int, flat: list[str], at: int) -> Iterator[int]:
    """Such as "16 years old", "16yo", "seize ans"; `flat` are the words without clause ends."""
    for value, rest in _numbers(words[i]):
        after = flat[at + 1 : at + 1 + WORDS_AFTER_MAX]
        if not _may_be_unit(rest or next(iter(after), "")):
            continue
        start = i + 1
        if after[: len(_HALF)] == _HALF:
            after, start = after[len(_HALF) :], start + len(_HALF)
        following = [rest, *after] if rest else after
        unit, length = _unit(following, is_glued=bool(rest))
        start += length - bool(rest)
        if (
            unit
            and not (CLAUSE_END not in words[i:start] and _is_thing(words, start))
            and not _is_composed(words, i, value)
            and not _follows(words, i, _DURATION)
        ):
            yield value if unit == "years" else 0


def _may_be_unit(word: str) -> bool:
    """Whether a unit of age, or "and a half" before one, may begin with the word."""
    return word in _UNIT_BEGINNINGS or word.startswith(_UNSPACED_UNITS)


def _unit(following: list[str], *, is_glued: bool) -> tuple[str | None, int]:
    """Which unit of age the words begin with and how long it is, unless a thing is that old."""
    if not following:
        return None, 0
    if following[0].startswith(_UNSPACED_UNITS) or (is_glued and following[0] in _GLUED_UNITS):
        return "years", 1
    for end, unit in _UNITS.at(following, 0):
        is_thing = end < len(following) and any(_NOT_A_PERSON.at(following, end))
        return (None if is_thing else unit), end
    return None, 0


def _is_thing(words: list[str], start: int) -> bool:
    """Whether what stands from `start` on is a thing: "oak barrel in a cellar", "car"."""
    if start >= len(words):
        return False
    if any(_NOT_A_PERSON.at(words, start)):
        return True
    i = start
    while i < len(words) and words[i] in _OLD_THING_WORDS:
        i += 1
    first = i
    while i < len(words) and (end := next((end for end, _ in _OLD_THINGS.at(words, i)), 0)):
        i = end
    is_over = i == len(words) or words[i] in _JOINTS
    return is_over and (i > first or (i > start and words[i - 1] == "oak"))


def _is_composed(words: list[str], i: int, value: int) -> bool:
    """Whether the number is the tail of a larger one: "twenty six", "soixante et onze"."""
    if words[i] not in _NUMBER_WORDS:
        return False
    j = i - 2 if i > 1 and words[i - 1] in _CONNECTORS else i - 1
    if j < 0:
        return False
    if words[j] in _GROUPS:
        return j > 0 and words[j - 1] in _MULTIPLES
    if words[j] in _TEN:
        return value in (8, 9) or (j > 0 and words[j - 1] in _VIGESIMAL)
    return words[j] in _VIGESIMAL or (words[j] in _TENS and value < 10)


def _follows(words: list[str], i: int, prefixes: frozenset[tuple[str, ...]]) -> bool:
    """Whether the words before place `i` end with one of the prefixes."""
    for start in range(i - 1, max(i - PREFIX_WORDS_MAX, 0) - 1, -1):
        if tuple(words[start:i]) in prefixes:
            return True
    return False


def _ages_by_prefix(words: list[str], i: int) -> Iterator[int]:
    """Such as "aged 12", "she is 16", "under 18", "born in 2012", "her 10th birthday"."""
    following = words[i + 1] if i + 1 < len(words) else CLAUSE_END
    before = words[i - 1] if i > 0 else CLAUSE_END
    for value, rest in _numbers(words[i]):
        is_ordinal = rest in _ORDINAL_ENDINGS and before not in _TENS
        is_final_unit = following in _GLUED_UNITS and words[i + 2 : i + 3] in ([], [CLAUSE_END])
        is_birthday = is_ordinal and following in _ORDINAL_AGES and not _is_founded(words, i + 2)
        if is_birthday or is_final_unit or rest == _AFTER_PREFIX:
            yield value
        elif rest == "" and before in _PREFIX_ENDINGS and following not in _MEASURES:
            yield from _prefixed(words, i, value, following)


def _prefixed(words: list[str], i: int, value: int, following: str) -> Iterator[int]:
    if _follows(words, i, _AGE) and not _is_kept(words[i + 1 : i + 1 + WORDS_AFTER_MAX]):
        yield value
    if _follows(words, i, _OVER) and value >= ADULT_AGE_YEARS:
        yield value
    if _follows(words, i, _UNDER) and value in UNDER_AGE_YEARS:
        yield value - 1
    if _follows(words, i, _BORN) and value in BIRTH_YEARS:
        yield 0
    is_school_year = words[i - 1] in _SCHOOL_YEAR_WORDS and following in _SCHOOL_PERSONS
    if is_school_year and value in SCHOOL_YEARS:
        yield value
    least = SPOKEN_AGE_YEARS_MIN if words[i].isdigit() else WORDED_AGE_YEARS_MIN
    is_compared = words[i + 1 : i + 3] in _COMPARED
    if value >= least and _follows(words, i, _PERSON) and not following[:1].isdigit():
        yield from () if is_compared else (value,)
    is_last = following in (CLAUSE_END, "and") or following in _SCHOOL_PERSONS
    if value >= WORDED_AGE_YEARS_MIN and is_last and _follows(words, i, _CLOSING):
        yield value


def _is_founded(words: list[str], i: int) -> bool:
    """Whether what follows says that it is the birthday of a company or the like."""
    return words[i : i + 1] == ["of"] and not _FOUNDED.isdisjoint(words[i + 1 : i + 4])


def _is_kept(after: list[str]) -> bool:
    """Whether something is kept for a number of years: "years in oak", "years cheddar"."""
    if after[:1] != ["years"]:
        return False
    return (after[1:2] == ["in"] and not _CASKS.isdisjoint(after[2:5])) or _is_thing(after, 1)


def _ages_alone(words: list[str], i: int) -> Iterator[int]:
    """A clause that is a number only: after a person ("girl, 15"), or in a word ("seventeen")."""
    if i + 1 < len(words) and words[i + 1] != CLAUSE_END:
        return
    if i == 0 or words[i - 1] != CLAUSE_END:
        return
    for value, rest in _numbers(words[i]):
        is_listed = i > 1 and words[i - 2] in _LISTED_PERSONS
        least = SPOKEN_AGE_YEARS_MIN if words[i].isdigit() else WORDED_AGE_YEARS_MIN
        if rest == "" and is_listed and value >= least:
            yield value
        if words[i] in _NUMBER_WORDS and value in policy.LONE_AGES:
            yield value
