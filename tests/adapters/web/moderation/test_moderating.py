"""Refusals at the edge: what is answered, what is noted of them, and what is never charged."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

import msgspec
import pytest

from adapters.moderation.http_classifier import HttpClassifier
from adapters.postgres.connections import connect
from adapters.web.routes.generations.requested import source_prompt
from domain.enforcement.refusals import (
    CharacterBlocked,
    EndUserHeld,
    Moderation,
    PromptBlocked,
)
from domain.errors import Unauthorized
from domain.generation import Generation
from domain.ids import AccountId, moderation_id
from domain.policy import POLICY_VERSION
from domain.texts import BlockedCharacterTexts, BlockedPromptTexts
from tests.adapters.moderation.pretended_classifier import PretendedClassifier
from tests.adapters.web.customer import Customer
from tests.adapters.web.site import Site


def noted(site: Site, customer: Customer) -> list[Any]:
    """The events of the customer's moderation stream."""
    stream_id = moderation_id(customer.account_id)
    recorded = site.ledger.read(0, 100_000)
    return [each.event for each in recorded if each.stream_id == stream_id]


def counted(site: Site, customer: Customer) -> list[tuple[str, bool, int]]:
    """(category, is the end user known, refusals) of what was left to be counted."""
    with connect(site.database_url, role="xavira_work") as connection:
        rows = connection.execute(
            "SELECT category, end_user, blocks FROM moderation_overflow WHERE account_id = %s"
            " ORDER BY category, end_user",
            (customer.account_id,),
        ).fetchall()
    return [(category, end_user != b"", blocks) for category, end_user, blocks in rows]


def test_a_refused_prompt_is_answered_and_noted(site: Site, customer: Customer) -> None:
    """422 with stage and category, nothing charged, and one sealed event with the same."""
    character_id = customer.character()
    key = str(uuid4())
    reply = customer.image(character_id, key=key, prompt="canary7, gore", end_user_ref="u1")
    assert (reply.status, reply.error["code"]) == (422, "moderation_blocked")
    assert reply.error["stage"] == "prompt"
    assert reply.error["category"] == "gore"
    assert reply.error["policy_version"] == POLICY_VERSION
    assert reply.error["retry"] == "never"
    assert customer.available() == 25
    (event,) = noted(site, customer)
    assert isinstance(event, PromptBlocked)
    assert event.account_id == customer.account_id
    assert event.livemode is True
    assert (event.kind, event.judge) == ("image", "lexicon")
    assert event.character_id == UUID(character_id)
    assert event.key_id == customer.key_id
    assert (event.category, event.policy_version) == ("gore", POLICY_VERSION)
    opened = site.vault.open(customer.account_id, event.sealed)
    assert opened is not None
    assert msgspec.json.decode(opened, type=BlockedPromptTexts) == BlockedPromptTexts(
        prompt="canary7, gore", raw_prompt=False, negative_prompt="", end_user_ref="u1"
    )


def test_nothing_readable_is_stored_of_a_refused_prompt(site: Site, customer: Customer) -> None:
    """Neither the text nor the end user's name is in the log in the clear."""
    customer.image(customer.character(), prompt="canary8, gore", end_user_ref="canary9")
    with connect(site.database_url, role="xavira_work") as connection:
        row = connection.execute(
            "SELECT count(*) FROM stored_events WHERE position('canary'::bytea in state) > 0"
        ).fetchone()
    assert row == (0,)


def test_a_retry_is_noted_once(site: Site, customer: Customer) -> None:
    """The same Idempotency-Key and body are the same refusal; another of either is another."""
    character_id = customer.character()
    for key, prompt in (
        ("once", "gore"),
        ("once", "gore"),
        ("twice", "gore"),
        ("once", "suicide"),
        ("once", "gore"),
    ):
        assert customer.image(character_id, key=key, prompt=prompt).status == 422
    assert [event.category for event in noted(site, customer)] == ["gore", "gore", "self_harm"]


def test_a_retry_of_a_refused_character_is_noted_once(site: Site, customer: Customer) -> None:
    """Another name under the same Idempotency-Key is another refusal."""
    for name in ("Emma Watson", "Emma Watson", "Taylor Swift"):
        body = {"model_id": "anime", "name": name, "traits": {"age": 26}}
        headers = [("Idempotency-Key", "once")]
        reply = customer.send("POST", "/v1/characters", json_body=body, headers=headers)
        assert reply.status == 422
    assert len(noted(site, customer)) == 2


def test_one_key_hides_no_strike(site: Site, customer: Customer) -> None:
    """Five bodies under one Idempotency-Key put their end user on hold."""
    character_id = customer.character()
    for seed in range(5):
        asked = {"prompt": "non consensual", "seed": seed, "end_user_ref": "u1"}
        assert customer.image(character_id, key="once", **asked).status == 422
    reply = customer.image(character_id, end_user_ref="u1")
    assert (reply.status, reply.error["code"]) == (403, "end_user_suspended")


def test_end_users_are_told_apart_by_a_keyed_hash(site: Site, customer: Customer) -> None:
    """The same reference of one account gives the same hash; another account's gives another."""
    character_id = customer.character()
    for reference in ("u1", "u2", "u1", None):
        customer.image(character_id, prompt="gore", end_user_ref=reference)
    first, second, third, nobody = (event.end_user for event in noted(site, customer))
    assert first == third != second
    assert nobody is None
    other = site.account()
    other.image(other.character(), prompt="gore", end_user_ref="u1")
    assert noted(site, other)[0].end_user != first


def test_a_refused_character_is_noted(site: Site, customer: Customer) -> None:
    """A name of the list is refused at the stage character, and noted with name and traits."""
    body = {"model_id": "anime", "name": "Emma Watson", "traits": {"age": 26}, "end_user_ref": "u1"}
    reply = customer.send("POST", "/v1/characters", json_body=body)
    assert (reply.status, reply.error["code"]) == (422, "moderation_blocked")
    assert (reply.error["stage"], reply.error["category"]) == ("character", "real_person")
    (event,) = noted(site, customer)
    assert isinstance(event, CharacterBlocked)
    opened = site.vault.open(customer.account_id, event.sealed)
    assert opened is not None
    assert msgspec.json.decode(opened, type=BlockedCharacterTexts) == BlockedCharacterTexts(
        name="Emma Watson", traits={"age": 26}, end_user_ref="u1"
    )


def test_an_end_user_answers_for_refused_characters(site: Site) -> None:
    """Five put the one who is named on hold, for prompts and characters, and nobody else."""
    site.freeze()
    customer = site.account(tier="unlimited")
    drawn = customer.character()

    def create(name: str, **body: Any) -> Any:
        asked = {"model_id": "anime", "name": name, "traits": {"age": 26}} | body
        return customer.send("POST", "/v1/characters", json_body=asked)

    for _ in range(4):
        assert create("Emma Watson", end_user_ref="u1").status == 422
    assert create("Mia", end_user_ref="u1").status == 201
    assert create("Emma Watson", end_user_ref="u1").status == 422
    for reply in (
        create("Mia", end_user_ref="u1"),
        customer.image(drawn, end_user_ref="u1"),
    ):
        assert (reply.status, reply.error["code"]) == (403, "end_user_suspended")
    assert create("Mia", end_user_ref="u2").status == 201
    assert create("Mia").status == 201
    held = noted(site, customer)
    assert {event.end_user for event in held[:5]} == {held[-1].end_user}
    assert isinstance(held[-1], EndUserHeld)


def test_traits_and_prompt_are_read_together(site: Site, customer: Customer) -> None:
    """What is refused of a character's traits is refused where the prompt says the rest, raw too;
    another age or another sense is drawn, and a video's words count as well.
    """
    young = customer.character(traits={"age": 18, "bodyType": "slim"})
    adult = customer.character(traits={"age": 20, "bodyType": "slim"})
    for body in ({}, {"raw_prompt": True}):
        refused = customer.image(young, prompt="garden, small bust", **body)
        assert (refused.status, refused.error["category"]) == (422, "minor")
    assert customer.image(adult, prompt="garden, small bust").status == 201
    image = customer.image(young, prompt="garden, small bust of a poet")
    assert image.status == 201
    asked = {"source_generation_id": image.json["generation_id"], "prompt": "small breasts"}
    reply = customer.send("POST", "/v1/videos:generate", json_body=asked)
    assert (reply.status, reply.error["category"]) == (422, "minor")
    assert len(noted(site, customer)) == 3


def test_a_refused_video_names_its_kind(site: Site, customer: Customer) -> None:
    """A video's prompt is judged and noted like an image's."""
    image = customer.image(customer.character()).json
    body = {"source_generation_id": image["generation_id"], "prompt": "gore"}
    reply = customer.send("POST", "/v1/videos:generate", json_body=body)
    assert reply.status == 422
    assert [event.kind for event in noted(site, customer)] == ["video"]


def test_a_video_is_judged_with_the_words_of_its_picture(site: Site, customer: Customer) -> None:
    """What would be refused in one prompt is refused in two calls, dry or real; a replay, a video
    without words and legal words go on.
    """
    character_id = customer.character()
    image = customer.image(character_id, prompt="kidnapped, tied to a chair")
    assert image.status == 201

    def video(prompt: str, **body: Any) -> Any:
        asked = {"source_generation_id": image.json["generation_id"], "prompt": prompt, **body}
        headers = [("Idempotency-Key", f"video-{prompt.replace(' ', '-')}")]
        return customer.send("POST", "/v1/videos:generate", json_body=asked, headers=headers)

    dry = video("undresses", dry_run=True)
    assert (dry.json["verdict"]["allowed"], dry.json["verdict"]["category"]) == (
        False,
        "non_consent",
    )
    for _ in range(2):
        refused = video("undresses")
        assert (refused.status, refused.error["category"]) == (422, "non_consent")
    (event,) = noted(site, customer)
    assert (event.kind, event.category) == ("video", "non_consent")
    assert [video(prompt).status for prompt in ("", "turns her head")] == [202, 202]
    assert video("").header("idempotent-replayed") == "true"


def test_a_video_of_a_picture_whose_words_are_gone_is_refused(
    site: Site, customer: Customer
) -> None:
    """Nothing is drawn from what cannot be read: 401 as for whatever belongs to an erased key."""
    image_id = UUID(customer.image(customer.character()).json["generation_id"])
    source = site.ledger.load([image_id]).result(30)[image_id].state
    assert isinstance(source, Generation)
    requested = msgspec.structs.replace(source.requested, account_id=AccountId(uuid4()))
    with pytest.raises(Unauthorized):
        site.wait(source_prompt(site.dependencies(), requested))


def test_the_twenty_first_refusal_of_an_hour_is_counted(site: Site) -> None:
    """Twenty are events; the rest of the hour is counted by category and end user."""
    site.freeze()
    customer = site.account(tier="unlimited")
    character_id = customer.character()
    asked = [customer.image_task(character_id, prompt="gore") for _ in range(20)]
    asked += [customer.image_task(character_id, prompt="gore", end_user_ref="u") for _ in range(3)]
    asked += [customer.image_task(character_id, prompt="suicide") for _ in range(2)]
    for task in asked:
        assert site.wait(task).status == 422
    assert len(noted(site, customer)) == 20
    assert counted(site, customer) == [
        ("gore", True, 3),
        ("self_harm", False, 2),
    ]
    state = site.ledger.load([moderation_id(customer.account_id)]).result()
    folded = state[moderation_id(customer.account_id)].state
    assert isinstance(folded, Moderation)
    assert len(folded.claims) == 20


@pytest.fixture
def classifier() -> Iterator[PretendedClassifier]:
    with PretendedClassifier() as running:
        yield running


def classified(site: Site, classifier: PretendedClassifier, seconds_max: float = 20.0) -> Any:
    """The application with a classifier behind the word gate."""
    judge = HttpClassifier(url=classifier.url, token=None, seconds_max=seconds_max).judge
    return site.serve(classify=judge)


def test_a_pass_of_both_is_recorded_with_both_versions(
    site: Site, customer: Customer, classifier: PretendedClassifier
) -> None:
    """The classifier sees what the word gate passed, enhanced; its version is recorded."""
    app = classified(site, classifier)
    reply = customer.image(customer.character(), app=app, prompt="garden")
    assert reply.status == 201
    (question,) = classifier.questions
    assert (question["prompt"], question["kind"]) == ("garden", "image")
    assert "adult, age 26" in question["enhanced_prompt"]
    stream = site.ledger.load([UUID(reply.json["generation_id"])]).result()
    state: Any = stream[UUID(reply.json["generation_id"])].state
    assert state.requested.policy_version == f"{POLICY_VERSION}+acme-3"


def test_a_classifier_may_refuse(
    site: Site, customer: Customer, classifier: PretendedClassifier
) -> None:
    """Its refusal is answered, noted as its own, and charges nothing."""
    classifier.answer = {"allowed": False, "category": "incest", "policy_version": "acme-3"}
    app = classified(site, classifier)
    reply = customer.image(customer.character(), app=app, prompt="garden")
    assert (reply.status, reply.error["category"]) == (422, "incest")
    assert reply.error["policy_version"] == f"{POLICY_VERSION}+acme-3"
    assert [event.judge for event in noted(site, customer)] == ["classifier"]
    assert customer.available() == 25


def test_the_classifier_is_told_the_words_of_a_source(
    site: Site, customer: Customer, classifier: PretendedClassifier
) -> None:
    """Of a video it hears what its picture was drawn from; of an image there is nothing to hear."""
    app = classified(site, classifier)
    image = customer.image(customer.character(), app=app, prompt="garden").json
    body = {"source_generation_id": image["generation_id"], "prompt": "waves"}
    asked = customer.ask("POST", "/v1/videos:generate", json_body=body, app=app)
    assert site.wait(asked).status == 202
    of_image, of_video = classifier.questions
    assert of_image["source_prompt"] == ""
    assert of_video["source_prompt"] == of_image["enhanced_prompt"]


def test_the_classifier_is_not_asked_about_what_is_refused_anyway(
    site: Site, customer: Customer, classifier: PretendedClassifier
) -> None:
    """A refusal of the word gate is final and leaves the house with nobody."""
    app = classified(site, classifier)
    assert customer.image(customer.character(), app=app, prompt="gore").status == 422
    assert classifier.questions == []


@pytest.mark.parametrize("fault", ["down", "slow", "broken"])
def test_without_its_opinion_nothing_happens(
    site: Site, customer: Customer, classifier: PretendedClassifier, fault: str
) -> None:
    """503 with Retry-After, nothing recorded or charged; the same key works once it is back."""
    character_id = customer.character()
    classifier.status = 500 if fault == "down" else 200
    classifier.silent = fault == "slow"
    classifier.answer = b"?" if fault == "broken" else {"allowed": True, "policy_version": "a"}
    app = classified(site, classifier, 0.2 if fault == "slow" else 20.0)
    head = site.ledger.head()
    reply = customer.image(character_id, app=app, key=f"back-{fault}")
    assert (reply.status, reply.error["code"]) == (503, "moderation_unavailable")
    assert reply.error["retry"] == "same_key"
    assert int(reply.header("retry-after")) >= 1
    assert site.ledger.head() == head
    assert customer.available() == 25
    assert customer.image(character_id, key=f"back-{fault}").status == 201


def test_characters_are_classified_too(
    site: Site, customer: Customer, classifier: PretendedClassifier
) -> None:
    """A character's name and traits are put to the classifier before it exists."""
    classifier.answer = {"allowed": False, "category": "real_person", "policy_version": "acme-3"}
    app = classified(site, classifier)
    body = {"model_id": "anime", "name": "Mia", "traits": {"age": 26}}
    reply: Any = site.wait(customer.ask("POST", "/v1/characters", json_body=body, app=app))
    assert (reply.status, reply.error["stage"]) == (422, "character")
    (question,) = classifier.questions
    assert (question["kind"], question["name"], question["traits"]) == (
        "character",
        "Mia",
        {"age": 26},
    )
