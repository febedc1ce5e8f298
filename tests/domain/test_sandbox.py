"""Magic prompts: how they are spelled, and that the table keeps its word."""

import pytest

from adapters.web.openapi.catalogue import BY_CODE
from domain.errors import ValidationFailed
from domain.sandbox import MAGIC, Magic, fault_of, spelled


@pytest.mark.parametrize("magic", MAGIC, ids=lambda magic: magic.word)
def test_an_entry_has_the_status_of_its_code(magic: Magic) -> None:
    """As the error catalogue has it; money comes back only from what had been charged."""
    assert (magic.status, magic.code) == (
        (201, None) if magic.code is None else (BY_CODE[magic.code].status, magic.code)
    )
    assert (magic.fault is None) == (magic.stage in {"request", "moderation"})
    assert ("credits.refunded" in magic.webhooks) == magic.money.startswith("charged, then")


def test_a_word_is_found_anywhere_in_a_prompt() -> None:
    """With its seconds; only of the stages that are asked for."""
    spell = spelled("smiling, garden, sandbox:wait=20, sunset", "render")
    assert spell is not None
    assert (spell.magic.word, spell.seconds) == ("wait", 20)
    assert spelled("sandbox:wait=20", "request") is None
    assert spelled("in a sandbox, smiling", "request", "render") is None


@pytest.mark.parametrize(
    "text",
    [
        "garden, sandbox:fail",
        "sandbox:fail, garden",
        "garden,sandbox:fail,sunset",
        "sandbox:fail;sunset",
        "A garden (sandbox:fail).",
        'She says "sandbox:fail"!',
        "garden\nsandbox:fail\nsunset",
    ],
)
def test_what_stands_around_a_word_is_not_of_it(text: str) -> None:
    """Blanks, commas, and what closes a sentence, a bracket or a quotation."""
    spell = spelled(text, "render")
    assert spell is not None
    assert spell.magic.word == "fail"


@pytest.mark.parametrize(
    "word",
    [
        "fial",
        "Fail",
        "fail-x",
        "fail.x",
        "fail2",
        "fail=3",
        "fail=",
        "fail_",
        "",
        "2",
        ".",
        "wait=121",
        "wait=999",
        "wait=1000",
        "wait=0020",
        "wait=5s",
        "wait=5.5",
        "wait=-1",
        "wait=",
        "wait=\u0665",
        "wait:5",
    ],
)
def test_a_word_that_is_none_is_refused(word: str) -> None:
    """With the list of those there are, wherever it stands and whatever follows it."""
    for text in (f"sandbox:{word}", f"garden, sandbox:{word}, sunset", f"(sandbox:{word})."):
        with pytest.raises(ValidationFailed) as refused:
            spelled(text, "request")
        assert "sandbox:fail" in refused.value.details["allowed"]


def test_a_word_waits_as_long_as_it_may() -> None:
    """From no time to the most there is."""
    for text, seconds in (("wait", 0), ("wait=0", 0), ("wait=05", 5), ("wait=120", 120)):
        spell = spelled(f"sandbox:{text}", "render")
        assert spell is not None
        assert spell.seconds == seconds


def test_the_consumer_is_told_what_to_pretend() -> None:
    """Nothing for an ordinary prompt, and nothing for what the API answers itself."""
    assert fault_of("garden sandbox:fail", "render") == "fail"
    assert fault_of("sandbox:wait=7", "render") == "wait=7"
    assert fault_of("sandbox:rate_limited", "render") is None
    assert fault_of("garden", "render") is None
    assert fault_of("sandbox:identity_failed", "character") == "identity"


def test_a_misspelled_word_that_was_accepted_holds_up_no_work() -> None:
    """It is drawn as an ordinary word: what is in the log may be older than the rule."""
    assert fault_of("garden sandbox:wait=1000", "render") is None
    assert fault_of("sandbox:Fail", "character") is None


def test_a_word_in_the_wrong_place_is_an_ordinary_word() -> None:
    """That of a name in a prompt, and that of a prompt in a name."""
    assert fault_of("garden sandbox:identity_failed", "render") is None
    assert fault_of("sandbox:fail", "character") is None
