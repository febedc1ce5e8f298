"""The two calls that cost credits: answers, waiting, and what is never charged."""

from collections.abc import Iterable
from concurrent.futures import Future
from functools import partial
from uuid import UUID

import pytest

from adapters.web.guards import rate_limits
from domain.ports import Appended, Command, Stream
from tests.adapters.web.asgi import Reply
from tests.adapters.web.customer import Customer
from tests.adapters.web.site import Site


def test_an_image_request_answers_201_with_the_finished_image(customer: Customer) -> None:
    """The whole promise of the first call."""
    character_id = customer.character()
    reply = customer.image(character_id, seed=7, tags=["a"], end_user_ref="u1")
    assert reply.status == 201
    image = reply.json
    assert image["status"] == "completed"
    assert image["kind"] == "image"
    assert image["cost_credits"] == 1
    assert image["refunded_credits"] == 0
    assert image["character_id"] == character_id
    assert image["prompt"] == "smiling, garden"
    assert "26 year old" in image["enhanced_prompt"]
    assert image["enhancement"]["layers"]
    assert image["seed"] == 7
    assert image["resolution"] == "896x1152"
    assert image["format"] == "png"
    assert image["tags"] == ["a"]
    assert image["end_user_ref"] == "u1"
    assert image["error"] is None
    assert image["livemode"] is True
    assert image["created_at"].endswith("Z")
    assert image["finished_at"].endswith("Z")
    generation_id = image["generation_id"]
    assert image["output_url"].startswith(f"https://media.example/o/{generation_id}/")
    assert image["output_url"].endswith(".png")
    assert reply.header("location") == f"/v1/generations/{generation_id}"
    assert reply.header("xavira-position") == str(image["ledger_position"])
    assert customer.available() == 24
    assert customer.send("GET", f"/v1/generations/{generation_id}").json == image


def test_a_generation_has_every_field_of_the_reference(customer: Customer) -> None:
    """One struct with exactly the promised fields."""
    image = customer.image(customer.character()).json
    assert list(image) == [
        "generation_id",
        "kind",
        "status",
        "livemode",
        "character_id",
        "model_id",
        "source_generation_id",
        "prompt",
        "enhanced_prompt",
        "enhancement",
        "negative_prompt",
        "seed",
        "resolution",
        "format",
        "seconds",
        "output_url",
        "poster_url",
        "cost_credits",
        "refunded_credits",
        "error",
        "progress",
        "queue_position",
        "eta",
        "identity_score",
        "tags",
        "end_user_ref",
        "ledger_position",
        "created_at",
        "started_at",
        "finished_at",
    ]
    assert image["progress"] == 1.0
    assert image["queue_position"] is None
    assert image["eta"] is None


def test_respond_async_answers_202_at_once(customer: Customer) -> None:
    """`Prefer: respond-async` is applied, and open work says where it stands."""
    customer.outcome("hold")
    reply = customer.image(customer.character(), prefer="respond-async")
    assert reply.status == 202
    assert reply.header("preference-applied") == "respond-async"
    assert reply.header("retry-after") == "1"
    image = reply.json
    assert reply.header("location") == f"/v1/generations/{image['generation_id']}"
    assert image["status"] == "queued"
    assert image["output_url"] is None
    assert image["queue_position"] == 3
    assert image["eta"] == {"p50_seconds": 7.0, "p95_seconds": 9.0}
    assert image["cost_credits"] == 1


@pytest.mark.parametrize("prefer", ["respond-async", "wait=0"])
def test_respond_async_answers_202_for_what_is_done_already(
    site: Site, customer: Customer, prefer: str
) -> None:
    """The claim is answered, not the race with the engine; the same key then joins the work."""
    app = site.serve(ledger=_InstantLedger(site, customer))
    character_id = customer.character()

    first = customer.image(character_id, key="k", prefer=prefer, app=app)
    again = customer.image(character_id, key="k", prefer=prefer, app=app)

    assert (first.status, first.json["status"], first.json["output_url"]) == (202, "queued", None)
    assert first.header("retry-after") == "1"
    assert first.header("preference-applied") == prefer
    assert (again.status, again.json["status"]) == (201, "completed")
    assert again.header("idempotent-replayed") == "true"
    assert again.header("preference-applied") == prefer
    assert customer.available() == 24


def test_a_video_that_is_done_already_answers_202(site: Site, customer: Customer) -> None:
    """A video waits for nobody unless it is told to."""
    app = site.serve(ledger=_InstantLedger(site, customer))
    image = customer.image(customer.character(), app=app).json
    body = {"source_generation_id": image["generation_id"], "prompt": "turns and smiles"}

    at_once = customer.send("POST", "/v1/videos:generate", json_body=body, app=app)
    waited = customer.send(
        "POST", "/v1/videos:generate", json_body=body, headers=[("Prefer", "wait=20")], app=app
    )

    assert (at_once.status, at_once.json["status"]) == (202, "queued")
    assert (waited.status, waited.json["status"]) == (201, "completed")


class _InstantLedger:
    """The site's own ledger beside an engine that is done before a claim is answered."""

    def __init__(self, site: Site, customer: Customer) -> None:
        self._site = site
        self._customer = customer.outcome("hold")

    def append(self, command: Command) -> "Future[Appended]":
        appended = self._site.ledger.append(command)
        if command.claim is not None and not appended.result().answer.replayed:
            self._site.settle(self._customer.account_id, str(command.claim), "complete")
        return appended

    def load(self, streams: Iterable[UUID]) -> "Future[dict[UUID, Stream]]":
        return self._site.ledger.load(streams)


def test_an_image_that_takes_longer_than_the_wait_answers_202(customer: Customer) -> None:
    """`Prefer: wait=1` waits, then answers what there is."""
    customer.outcome("hold")
    reply = customer.image(customer.character(), prefer="wait=1")
    assert reply.status == 202
    assert reply.header("preference-applied") == "wait=1"


def test_a_waiting_request_is_woken_by_the_ending(site: Site, customer: Customer) -> None:
    """The answer comes with the ending, long before the wait is over."""
    customer.outcome("hold")
    character_id = customer.character()
    started = customer.image(character_id, key="wake", prefer="respond-async").json
    waiting = site.begin(customer.image_task(character_id, key="wake", prefer="wait=120"))
    site.settle(customer.account_id, started["generation_id"], "complete")
    reply = site.end(waiting)
    assert reply.status == 201
    assert reply.json["generation_id"] == started["generation_id"]


@pytest.mark.parametrize(
    ("outcome", "status", "code"),
    [
        ("fail", 500, "generation_failed"),
        ("timeout", 504, "generation_timeout"),
        ("expire", 504, "deadline_exceeded"),
        ("block", 422, "moderation_blocked"),
        ("cancel", 409, "generation_canceled"),
    ],
)
def test_work_that_ends_without_output_is_refunded_and_says_so(
    customer: Customer, outcome: str, status: int, code: str
) -> None:
    """Every ending has its status and code, the refund, and asks for a new key."""
    customer.outcome(outcome)
    reply = customer.image(customer.character())
    assert reply.status == status
    assert reply.error["code"] == code
    assert reply.error["retry"] == "new_key"
    assert reply.error["refunded_credits"] == 1
    assert reply.error["param"] is None
    if outcome == "block":
        assert reply.error["stage"] == "output"
        assert reply.error["category"] == "minor"
        assert reply.error["policy_version"] == "1"
    assert customer.available() == 25
    read = customer.send("GET", f"/v1/generations/{reply.error['generation_id']}")
    assert read.status == 200
    told = {name: reply.error.get(name) for name in ("code", "retry", "stage", "category")}
    assert read.json["error"] == told | {"message": reply.error["message"]}
    assert read.json["cost_credits"] == 1
    assert read.json["refunded_credits"] == 1


def test_no_credits_no_generation(customer: Customer) -> None:
    """402 says what is missing, and nothing is recorded."""
    character_id = customer.character()
    for number in range(25):
        assert customer.image(character_id, key=f"spend-{number}").status == 201
    reply = customer.image(character_id, key="one-too-many")
    assert reply.status == 402
    assert reply.error["code"] == "insufficient_credits"
    assert reply.error["required"] == 1
    assert reply.error["available"] == 0
    assert reply.error["retry"] == "same_key"


def test_a_refused_prompt_is_not_charged(customer: Customer) -> None:
    """A blocked prompt is 422 with stage and category, before any debit."""
    reply = customer.image(customer.character(), prompt="a 12 year old girl")
    assert reply.status == 422
    assert reply.error["code"] == "moderation_blocked"
    assert reply.error["stage"] == "prompt"
    assert reply.error["category"] == "minor"
    assert reply.error["retry"] == "never"
    assert reply.error["policy_version"]
    assert customer.available() == 25


@pytest.mark.parametrize(
    ("change", "status", "param"),
    [
        ({"resolution": "1x1"}, 422, "resolution"),
        ({"format": "gif"}, 422, "format"),
        ({"seed": -1}, 422, "seed"),
        ({"seed": 2**32}, 422, "seed"),
        ({"prompt": "x" * 4001}, 422, "prompt"),
        ({"negative_prompt": "x" * 4001}, 422, "negative_prompt"),
        ({"tags": ["t"] * 11}, 422, "tags"),
        ({"tags": ["t" * 65]}, 422, "tags[0]"),
        ({"end_user_ref": "r" * 129}, 422, "end_user_ref"),
        ({"deadline_seconds": 0}, 422, "deadline_seconds"),
        ({"seed": "7"}, 400, "seed"),
        ({"seed": 7.5}, 400, "seed"),
        ({"raw_prompt": 1}, 400, "raw_prompt"),
        ({"prompt": None}, 400, "prompt"),
        ({"surprise": 1}, 400, "surprise"),
        ({"dry_run": 1}, 400, "dry_run"),
    ],
)
def test_a_value_that_cannot_be_used_is_named(
    customer: Customer, change: dict[str, object], status: int, param: str
) -> None:
    """A wrong shape is 400, an unsupported value 422; both name the field and charge nothing."""
    reply = customer.image(customer.character(), **change)
    assert reply.status == status, reply
    assert reply.error["code"] == ("invalid_request" if status == 400 else "validation_failed")
    assert reply.error["param"] == param
    assert customer.available() == 25


def test_an_empty_prompt_draws_the_character_as_it_is(customer: Customer) -> None:
    """Its traits and the safety layer are all there is, for one credit."""
    character_id = customer.character()
    for prompt in ("", " \n"):
        image = customer.image(character_id, prompt=prompt)
        assert image.status == 201, image
        assert "26 year old" in image.json["enhanced_prompt"]
        layers = [layer["name"] for layer in image.json["enhancement"]["layers"]]
        assert layers == ["quality", "identity", "negative", "safety"]
    assert customer.available() == 23


@pytest.mark.parametrize("prompt", ["", " \n"])
def test_a_raw_prompt_has_words(customer: Customer, prompt: str) -> None:
    """Nothing of the character would be drawn: 422, nothing is charged, and a dry run says so."""
    character_id = customer.character()
    for dry_run in (False, True):
        reply = customer.image(character_id, prompt=prompt, raw_prompt=True, dry_run=dry_run)
        assert (reply.status, reply.error["code"]) == (422, "validation_failed")
        assert reply.error["param"] == "prompt"
    assert customer.available() == 25


def test_an_unsupported_resolution_lists_what_would_do(customer: Customer) -> None:
    """`allowed` helps the client to correct itself."""
    reply = customer.image(customer.character(), resolution="100x100")
    assert "896x1152" in reply.error["allowed"]


def test_an_archived_character_is_not_drawn(customer: Customer) -> None:
    """409 invalid_state, nothing charged."""
    character_id = customer.character()
    assert customer.send("POST", f"/v1/characters/{character_id}:archive").status == 200
    reply = customer.image(character_id)
    assert reply.status == 409
    assert reply.error["code"] == "invalid_state"
    assert customer.available() == 25


def _video(customer: Customer, source: str, **body: object) -> object:
    asked = {"source_generation_id": source, "prompt": "turns and smiles"} | body
    return customer.send("POST", "/v1/videos:generate", json_body=asked)


def test_a_video_answers_202_and_costs_five_credits(customer: Customer) -> None:
    """From a completed image; a client polls for the rest."""
    image = customer.image(customer.character(model_id="realistic-sharp")).json
    customer.outcome("hold")
    reply = _video(customer, image["generation_id"])
    assert reply.status == 202, reply
    video = reply.json
    assert video["kind"] == "video"
    assert video["status"] == "queued"
    assert video["cost_credits"] == 5
    assert video["seconds"] == 5
    assert video["format"] == "mp4"
    assert video["source_generation_id"] == image["generation_id"]
    assert video["queue_position"] == 3
    assert reply.header("retry-after") == "5"
    assert customer.available() == 19


def test_a_video_refuses_a_source_that_will_not_do(site: Site) -> None:
    """Unfinished 409, not an image 422, deleted 410, unknown and foreign 404, nothing charged."""
    customer = site.account(tier="unlimited")
    character_id = customer.character(model_id="realistic-sharp")
    done = customer.image(character_id).json["generation_id"]
    other = site.account()
    foreign = other.image(other.character(model_id="realistic-sharp")).json["generation_id"]
    customer.outcome("hold")
    unfinished = customer.image(character_id, prefer="respond-async").json["generation_id"]
    clip = _video(customer, done).json["generation_id"]
    assert _video(customer, done, seconds=29).error["param"] == "seconds"
    assert customer.send("DELETE", f"/v1/generations/{done}/output").status == 200
    before = customer.available()
    answers = {
        name: (reply.status, reply.error["code"])
        for name, reply in {
            "unfinished": _video(customer, unfinished),
            "video": _video(customer, clip),
            "deleted": _video(customer, done),
            "foreign": _video(customer, foreign),
            "unknown": _video(customer, "00000000-0000-4000-8000-000000000000"),
            "malformed": _video(customer, "nonsense"),
        }.items()
    }
    assert answers == {
        "unfinished": (409, "invalid_state"),
        "video": (422, "validation_failed"),
        "deleted": (410, "output_deleted"),
        "foreign": (404, "not_found"),
        "unknown": (404, "not_found"),
        "malformed": (404, "not_found"),
    }
    assert customer.available() == before


def test_a_video_waits_for_its_source(site: Site, customer: Customer) -> None:
    """While the image is open the same request may come again; once it failed, never."""
    character_id = customer.outcome("hold").character(model_id="realistic-sharp")
    good, bad = (
        customer.image(character_id, prefer="respond-async").json["generation_id"] for _ in range(2)
    )
    body = {"source_generation_id": good, "prompt": "turns and smiles"}
    asked = partial(
        customer.send,
        *("POST", "/v1/videos:generate"),
        json_body=body,
        headers=[("Idempotency-Key", "clip")],
    )
    refused = asked()
    assert (refused.status, refused.error["code"]) == (409, "invalid_state")
    assert (refused.error["retry"], refused.header("retry-after")) == ("same_key", "1")
    site.settle(customer.account_id, good, "complete")
    site.settle(customer.account_id, bad, "fail")
    assert asked().status == 202
    never = _video(customer, bad)
    assert (never.error["code"], never.error["retry"]) == ("invalid_state", "never")
    assert never.header("retry-after") is None


def test_waiting_for_the_source_keeps_the_minute_for_others(
    site: Site, customer: Customer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever comes back every second, as Retry-After says, has one of the five videos of a minute;
    each time counts as a read, and as one of those that pass the gate.
    """
    site.freeze()
    character_id = customer.character(model_id="realistic-sharp")
    drawn = customer.image(character_id).json["generation_id"]
    waiting = customer.outcome("hold").image(character_id, prefer="respond-async")
    body = {"source_generation_id": waiting.json["generation_id"], "prompt": "turns and smiles"}

    def ask(key: str = "clip", **other: str) -> Reply:
        headers = [("Idempotency-Key", key)]
        return customer.send("POST", "/v1/videos:generate", json_body=body | other, headers=headers)

    refused = [ask() for _ in range(8)]
    assert {(reply.status, reply.header("retry-after")) for reply in refused} == {(409, "1")}
    assert {reply.header("x-ratelimit-remaining") for reply in refused} == {"4"}
    assert ask("other", source_generation_id=drawn).status == 202
    assert ask(prompt="another wish").header("x-ratelimit-remaining") == "2"
    monkeypatch.setattr(rate_limits, "DRY_RUNS_MAX", 8)
    assert ask().status == 409
    limited = ask()
    assert (limited.status, limited.header("ratelimit-policy")) == (429, '"dry_run";q=8;w=60')
    site.settle(customer.account_id, waiting.json["generation_id"], "complete")
    monkeypatch.undo()
    assert ask().status == 202


def test_every_answer_of_a_generate_call_says_where_the_limit_stands(
    site: Site, customer: Customer
) -> None:
    """The customary headers and the IETF pair, on refusals too."""
    site.freeze()
    character_id = customer.character()
    accepted = customer.image(character_id)
    refused = customer.image(character_id, resolution="1x1")
    for reply, remaining in ((accepted, "59"), (refused, "58")):
        assert reply.header("x-ratelimit-limit") == "60"
        assert reply.header("x-ratelimit-remaining") == remaining
        assert int(reply.header("x-ratelimit-reset") or "") % 60 == 0
        assert reply.header("ratelimit-policy") == '"image";q=60;w=60'
        assert (reply.header("ratelimit") or "").startswith(f'"image";r={remaining};t=')
