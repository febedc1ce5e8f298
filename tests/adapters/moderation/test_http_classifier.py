"""The classifier over real HTTP: what it is asked, what it may answer, and every way to fail."""

import asyncio
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from adapters.moderation.http_classifier import HttpClassifier
from domain.errors import ModerationUnavailable
from domain.moderation.classifying import Question, Verdict
from domain.policy import POLICY_VERSION
from tests.adapters.moderation.pretended_classifier import PretendedClassifier

QUESTION = Question(
    kind="image",
    traits={"age": 26},
    prompt="garden",
    negative_prompt="blurry",
    enhanced_prompt="adult, age 26, garden",
)


@pytest.fixture
def classifier() -> Iterator[PretendedClassifier]:
    with PretendedClassifier() as running:
        yield running


def ask(url: str, *, token: str | None = None, seconds_max: float = 20.0) -> Verdict:
    """The verdict of one question."""

    async def once() -> Verdict:
        asking = HttpClassifier(url=url, token=token, seconds_max=seconds_max)
        try:
            return await asking.judge(QUESTION)
        finally:
            await asking.close()

    return asyncio.run(once())


def test_a_pass_names_both_policies(classifier: PretendedClassifier) -> None:
    """What is allowed carries the version of the word gate and that of the classifier."""
    assert ask(classifier.url) == Verdict(
        allowed=True, category=None, policy_version=f"{POLICY_VERSION}+acme-3"
    )


def test_a_refusal_has_a_category(classifier: PretendedClassifier) -> None:
    """What is refused carries one of our categories."""
    classifier.answer = {"allowed": False, "category": "gore", "policy_version": "acme-3"}
    assert ask(classifier.url) == Verdict(
        allowed=False, category="gore", policy_version=f"{POLICY_VERSION}+acme-3"
    )


def test_the_question_holds_texts_and_traits_and_nobody(classifier: PretendedClassifier) -> None:
    """The classifier learns what is to be drawn, not for whom."""
    ask(classifier.url, token="secret")
    assert classifier.questions == [
        {
            "kind": "image",
            "traits": {"age": 26},
            "name": "",
            "prompt": "garden",
            "negative_prompt": "blurry",
            "enhanced_prompt": "adult, age 26, garden",
            "source_prompt": "",
            "policy_version": POLICY_VERSION,
        }
    ]
    assert classifier.headers["authorization"] == "Bearer secret"
    assert classifier.headers["content-type"] == "application/json"


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"not json",
        b"[]",
        b"\xff",
        {},
        {"allowed": True},
        {"allowed": "yes", "policy_version": "1"},
        {"allowed": True, "category": "gore", "policy_version": "1"},
        {"allowed": False, "policy_version": "1"},
        {"allowed": False, "category": "taste", "policy_version": "1"},
        {"allowed": True, "policy_version": ""},
        {"allowed": True, "policy_version": "x" * 65},
        {"allowed": True, "policy_version": "a\nb"},
        {"allowed": True, "policy_version": "1", "more": "x" * 20_000},
    ],
)
def test_an_answer_outside_the_protocol_is_no_pass(
    classifier: PretendedClassifier, answer: Any
) -> None:
    """Whatever cannot be understood, or is too long, leaves the request unjudged."""
    classifier.answer = answer
    with pytest.raises(ModerationUnavailable):
        ask(classifier.url)


@pytest.mark.parametrize("status", [204, 301, 401, 404, 429, 500, 503])
def test_any_other_status_is_no_pass(classifier: PretendedClassifier, status: int) -> None:
    """Only a 200 is an opinion; a redirect is not followed."""
    classifier.status = status
    with pytest.raises(ModerationUnavailable):
        ask(classifier.url)
    assert len(classifier.questions) == 1


def test_nobody_there_is_no_pass(classifier: PretendedClassifier) -> None:
    """A connection that is refused is answered at once."""
    with PretendedClassifier() as gone:
        url = gone.url
    with pytest.raises(ModerationUnavailable):
        ask(url)


@pytest.mark.parametrize("fault", ["silent", "dripping"])
def test_a_slow_classifier_is_given_up(classifier: PretendedClassifier, fault: str) -> None:
    """The whole exchange is bounded, also where bytes keep coming one by one."""
    setattr(classifier, fault, True)
    with pytest.raises(ModerationUnavailable):
        ask(classifier.url, seconds_max=0.2)


def test_many_questions_share_one_client(classifier: PretendedClassifier) -> None:
    """Questions at the same time are all answered, over few connections."""

    async def all_at_once() -> list[Verdict]:
        asking = HttpClassifier(url=classifier.url, token=None, seconds_max=120.0)
        try:
            return await asyncio.gather(*(asking.judge(QUESTION) for _ in range(100)))
        finally:
            await asking.close()

    before = threading.active_count()
    assert {verdict.allowed for verdict in asyncio.run(all_at_once())} == {True}
    assert len(classifier.questions) == 100
    assert threading.active_count() < before + 100
