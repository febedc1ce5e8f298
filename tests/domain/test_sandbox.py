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


@pytest.mark.parametrize("text", ["sandbox:fial", "sandbox:wait=121", "sandbox:wait=999"])
def test_a_word_that_is_none_is_refused(text: str) -> None:
    """With the list of those there are."""
    with pytest.raises(ValidationFailed) as refused:
        spelled(text, "request")
    assert "sandbox:fail" in refused.value.details["allowed"]


def test_the_consumer_is_told_what_to_pretend() -> None:
    """Nothing for an ordinary prompt, and nothing for what the API answers itself."""
    assert fault_of("garden sandbox:fail", "render") == "fail"
    assert fault_of("sandbox:wait=7", "render") == "wait=7"
    assert fault_of("sandbox:rate_limited", "render") is None
    assert fault_of("garden", "render") is None
    assert fault_of("sandbox:identity_failed", "character") == "identity"


def test_a_word_in_the_wrong_place_is_an_ordinary_word() -> None:
    """That of a name in a prompt, and that of a prompt in a name."""
    assert fault_of("garden sandbox:identity_failed", "render") is None
    assert fault_of("sandbox:fail", "character") is None
