"""The prompt gate: what it refuses through every disguise, and what it must let pass."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

import pytest

from domain import moderation_policy as policy
from domain.lexicon import LEXICON
from domain.moderation import (
    ENHANCED_CHARACTERS_MAX,
    PROMPT_CHARACTERS_MAX,
    Verdict,
    categories_asked_for,
    check_prompt,
)
from domain.moderation_reading import read_word
from tests.domain.moderation_prompts import BLOCKED_TERMS, LEGAL_PROMPTS

ENHANCED = "RAW photo, DSLR, 26 year old Hispanic woman, adult, age 26, {}"


def check(prompt: str, negative_prompt: str = "") -> str | None:
    """The category of a prompt enhanced the usual way, None when it passes."""
    verdict = check_prompt(
        prompt=prompt, negative_prompt=negative_prompt, enhanced=ENHANCED.format(prompt)
    )
    return verdict.category


def terms() -> Iterator[tuple[str, str]]:
    for group, block in BLOCKED_TERMS.items():
        for term in block.replace("\n", " ").split(","):
            yield ("minor" if group == "age" else group), term.strip()


CYRILLIC = str.maketrans("aceopxy", "асеорху")
MATHEMATICAL = {code: chr(0x1D41A + code - 97) for code in range(97, 123)}
FULL_WIDTH = {code: chr(code + 0xFEE0) for code in range(33, 127)}
LEET = str.maketrans("oeai", "034!")
DISGUISES: dict[str, Callable[[str], str]] = {
    "plain": str,
    "capitals": str.upper,
    "cyrillic": lambda term: term.translate(CYRILLIC),
    "mathematical": lambda term: term.translate(MATHEMATICAL),
    "full width": lambda term: term.translate(FULL_WIDTH),
    "zero width": lambda term: "\u200b".join(term),
    "right to left": lambda term: f"\u202e{term}\u202c",
    "struck through": lambda term: "".join(c + "\u0336" if c.isalpha() else c for c in term),
    "weighted": lambda term: f"(({term}:1.3))",
    "underscores": lambda term: term.replace(" ", "_"),
}
ASCII_WORD_DISGUISES: dict[str, Callable[[str], str]] = {
    "leet": lambda term: term.translate(LEET),
    "spaced": " ".join,
    "dotted": ".".join,
    "dashed": "-".join,
    "listed": ",".join,
    "drawn out": lambda term: term[0] + term[1] * 4 + term[2:],
    "boxed": lambda term: "\u200d".join(chr(0x1F1E6 + ord(c) - 97) for c in term),
    "hash tag": lambda term: f"#{term}",
}


def must_block() -> Iterator[tuple[str, str]]:
    for (category, term), disguise in product(terms(), DISGUISES.values()):
        yield category, f"portrait, {disguise(term)}, soft light"
    for (category, term), disguise in product(terms(), ASCII_WORD_DISGUISES.values()):
        if term.isascii() and term.isalpha() and term.islower():
            yield category, f"portrait, {disguise(term)}, soft light"


def templated_legal() -> Iterator[str]:
    people = ("woman", "26 year old man", "forty year old person", "young woman", "adult couple")
    clothes = ("black lingerie", "linen suit", "red dress", "bikini", "nude, tasteful")
    places = ("bedroom", "beach", "hotel room", "16:9, studio", "17 degrees, balcony")
    for person, clothing, place in product(people, clothes, places):
        yield f"{person}, {clothing}, {place}"


def test_every_disguised_term_is_blocked() -> None:
    """No term of any category passes, plain or in any of the disguises."""
    prompts = list(must_block())
    missed = [(category, text) for category, text in prompts if check(text) is None]
    assert missed == []
    assert len(prompts) >= 1000


def test_terms_are_reported_under_their_category() -> None:
    """A plain term is reported under its own category."""
    wrong = [(c, term, check(term)) for c, term in terms() if check(term) != c]
    assert wrong == []


def test_legal_prompts_pass() -> None:
    """No hand-written or templated legal prompt is blocked, and most are hand-written."""
    written = [line for line in LEGAL_PROMPTS.splitlines() if line]
    templated = list(templated_legal())
    assert len(written) + len(templated) >= 300
    assert len(written) >= len(templated)
    blocked = [(text, check(text)) for text in (*written, *templated) if check(text)]
    assert blocked == []


def test_the_lexicon_passes() -> None:
    """Nothing that enhancement may add is blocked."""
    texts = [text for e in LEXICON for text in (e.label, e.phrase, *e.aliases)]
    assert [text for text in texts if check(text)] == []


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("чhild \u00adch\u00adild", "minor"),
        ("👧 on a swing", "minor"),
        ("1️⃣6️⃣ years old", "minor"),
        ("⑯ years old", "minor"),
        ("١٦ years old", "minor"),
        ("l6 years old", "minor"),
        ("sixteenyearold", "minor"),
        ("todd ler", "minor"),
        ("ch il d", "minor"),
        ("toddlr", "minor"),
        ("teengirl", "minor"),
        ("young blonde girl", "minor"),
        ("girl, 15", "minor"),
        ("girl(13)", "minor"),
        ("(girl, age:9)", "minor"),
        ("born in 2014", "minor"),
        ("year 9 student", "minor"),
        ("<18", "minor"),
        ("not an adult", "minor"),
        ("TaylorSwift", "real_person"),
        ("t a y l o r s w i f t", "real_person"),
        ("brother and sister, nude", "incest"),
        ("ᏟHILD", "unreadable"),
    ],
)
def test_particular_disguises(text: str, category: str) -> None:
    """A disguise that the templates do not make is seen through."""
    assert check(text) == category


@pytest.mark.parametrize(
    ("negative_prompt", "category"),
    [
        ("child, deformed", None),
        ("teen, underage, young girl, 16 yo", None),
        ("blood, gore, mutated hands, corpse", None),
        ("(worst quality:1.4), lowres, extra fingers", None),
        ("old, wrinkles, 60 years old", None),
        ("adult content", None),
        ("woman", None),
        ("adult, mature", "minor"),
        ("@dult", "minor"),
        ("a d u l t", "minor"),
        ("erwachsene", "minor"),
        ("25 years old", "minor"),
        ("over 18", "minor"),
        ("(child:-1.2)", "minor"),
        ("emma watson", "real_person"),
    ],
)
def test_negative_prompts(negative_prompt: str, category: str | None) -> None:
    """A negative prompt may avoid minors; it may not avoid adults, invert itself or name people."""
    assert check("portrait", negative_prompt) == category


def test_a_negative_weight_in_a_prompt_avoids() -> None:
    """Pushing "adult" away by a negative weight is the same attack as a negative prompt."""
    assert check("(adult:-1.2), portrait") == "minor"
    assert check("(adult:1.2), portrait") is None


def test_the_enhanced_text_is_judged_too() -> None:
    """A term that only the enhanced text holds is found."""
    verdict = check_prompt(prompt="portrait", negative_prompt="", enhanced="portrait, teen")
    assert verdict == Verdict(allowed=False, category="minor", policy_version="policy-1")


def test_a_pass_carries_the_policy_version() -> None:
    """A text that passes has no category, and says which policy judged it."""
    verdict = check_prompt(prompt="portrait", negative_prompt="", enhanced="portrait")
    assert verdict == Verdict(allowed=True, category=None, policy_version="policy-1")


def test_the_most_severe_category_is_reported() -> None:
    """A text that meets several categories is reported under the first of CATEGORIES."""
    assert check("corpse, taylor swift, child") == "minor"
    assert check("corpse, taylor swift") == "real_person"


@pytest.mark.parametrize(
    "prompt", ["x" * 4001, "\ud800", "ﷺ" * 2000], ids=["over-long", "half a pair", "unfolds"]
)
def test_what_cannot_be_read_is_refused(prompt: str) -> None:
    """A text over the cap, not Unicode, or growing under normalisation is refused, not cut."""
    as_prompt = check_prompt(prompt=prompt, negative_prompt="", enhanced="")
    as_negative = check_prompt(prompt="", negative_prompt=prompt, enhanced="")
    assert (as_prompt.category, as_negative.category) == ("unreadable", "unreadable")


def test_a_term_at_the_end_of_a_full_prompt_is_found() -> None:
    """A term behind 4,000 characters of padding is read: nothing is truncated."""
    padded = "soft light, " * 400
    text = padded[: PROMPT_CHARACTERS_MAX - 6] + " child"
    assert len(text) == 4000
    assert categories_asked_for(text) == {"minor"}


def test_an_over_long_enhanced_text_is_refused() -> None:
    """The enhanced text has a cap of its own."""
    enhanced = "a" * (ENHANCED_CHARACTERS_MAX + 1)
    assert check_prompt(prompt="", negative_prompt="", enhanced=enhanced).category == "unreadable"


@pytest.mark.parametrize(
    "unit", ["a ", "a", "(", ":", ",", "sex ", "young ", "twenty ", "é", "ab cd ", "1 ", "c h i l "]
)
def test_adversarial_texts_at_the_cap_are_judged(unit: str) -> None:
    """A full text of one repeated unit is judged like any other, and passes."""
    text = (unit * PROMPT_CHARACTERS_MAX)[:PROMPT_CHARACTERS_MAX]
    assert categories_asked_for(text) == set()


def test_every_category_of_the_rules_is_declared() -> None:
    """Each list of terms belongs to a category that a verdict may carry."""
    assert set(policy.CATEGORY_PHRASES) < set(policy.CATEGORIES)


def test_ordinary_words_are_not_read_as_terms() -> None:
    """Words one letter away from a term keep their own meaning."""
    words = "chili childe canteen lolling tense tweed kidney infantry minority rapper babes babble"
    assert [read_word(word) for word in words.split()] == words.split()
