"""Magic prompts of the API itself: in the test book, before anything is charged."""

from datetime import UTC, datetime

import pytest

from domain.sandbox import MAGIC, Magic
from tests.adapters.web.customer import Customer
from tests.adapters.web.site import Site

BEFORE = [magic for magic in MAGIC if magic.stage in {"request", "moderation"}]


@pytest.fixture
def tester(site: Site, customer: Customer) -> Customer:
    """The customer's account, with a test key."""
    return site.test_key(customer)


@pytest.mark.parametrize("magic", BEFORE, ids=lambda magic: magic.word)
def test_a_magic_prompt_is_answered_as_the_table_says(tester: Customer, magic: Magic) -> None:
    """Nothing is charged, and the same Idempotency-Key works with the next prompt."""
    character_id = tester.character()
    prompt = f"smiling, garden, sandbox:{magic.word}"
    refused = tester.image(character_id, key="again", prompt=prompt)
    assert (refused.status, refused.error["code"]) == (magic.status, magic.code)
    if magic.status in {429, 503}:
        assert int(refused.header("retry-after") or "0") >= 1
    assert tester.available() == 1000
    assert tester.image(character_id, key="again").status == 201


def test_a_magic_cap_says_what_a_real_one_does(site: Site, tester: Customer) -> None:
    """What it takes, what is left, and when the day of the cap ends."""
    site.now = datetime(2030, 3, 4, 5, 6, tzinfo=UTC)
    refused = tester.image(tester.character(), prompt="sandbox:key_spend_limit_reached")
    told = {name: refused.error[name] for name in ("required", "available", "resets_at")}
    assert told == {"required": 1, "available": 0, "resets_at": "2030-03-05T00:00:00Z"}


def test_a_live_key_knows_no_magic(customer: Customer) -> None:
    """Every word of the table is an ordinary word there, misspelled ones too."""
    character_id = customer.character(name="sandbox:identity_failed")
    for word in ("fail", "rate_limited", "block_prompt", "insufficient_credits", "no_such_word"):
        assert customer.image(character_id, prompt=f"garden, sandbox:{word}").status == 201


def test_a_misspelled_word_is_refused_with_the_right_ones(tester: Customer) -> None:
    """In a prompt and in a character's name."""
    character_id = tester.character()
    for refused in (
        tester.image(character_id, prompt="garden, sandbox:fial"),
        tester.send(
            "POST",
            "/v1/characters",
            json_body={"model_id": "anime", "name": "sandbox:fial", "traits": {"age": 26}},
        ),
    ):
        assert (refused.status, refused.error["code"]) == (422, "validation_failed")
        assert "sandbox:fail" in refused.error["allowed"]


@pytest.mark.parametrize("word", ["Fail", "", "2", "fail-x", "fail=3", "wait=1000", "wait=5s"])
def test_a_word_that_is_nearly_one_is_refused(tester: Customer, word: str) -> None:
    """Asked for in earnest or as a dry run; nothing is charged."""
    character_id = tester.character()
    for dry_run in (True, False):
        refused = tester.image(character_id, prompt=f"garden, sandbox:{word}", dry_run=dry_run)
        assert (refused.status, refused.error["code"]) == (422, "validation_failed")
    assert tester.available() == 1000


def test_the_same_request_has_the_same_seed(customer: Customer, tester: Customer) -> None:
    """In the test book a seed that is left out follows from the prompt."""
    seeds = [tester.image(tester.character()).json["seed"] for _ in range(2)]
    assert seeds[0] == seeds[1]
    live = [customer.image(customer.character()).json["seed"] for _ in range(2)]
    assert live[0] != live[1]
