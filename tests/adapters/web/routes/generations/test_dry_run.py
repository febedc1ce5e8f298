"""Dry runs: what a request would cost and draw, with nothing asked for."""

from uuid import uuid4

import pytest

from domain import handlers
from domain.ids import moderation_id
from domain.keys.caps import Cap
from tests.adapters.web.customer import Customer
from tests.adapters.web.site import Site


def test_a_dry_run_tells_what_the_request_would_do(site: Site, customer: Customer) -> None:
    """Price, verdict, prompt with its layers and time; the real one then draws that very prompt."""
    character_id = customer.character()
    dry = customer.image(character_id, dry_run=True)
    image = customer.image(character_id).json

    assert dry.status == 200
    assert list(dry.json) == [
        "dry_run",
        "kind",
        "character_id",
        "model_id",
        "source_generation_id",
        "resolution",
        "format",
        "seconds",
        "cost_credits",
        "available_credits",
        "sufficient_credits",
        "verdict",
        "enhanced_prompt",
        "enhancement",
        "queue_position",
        "eta",
    ]
    assert (dry.json["dry_run"], dry.json["kind"]) == (True, "image")
    assert (dry.json["cost_credits"], dry.json["available_credits"]) == (1, 25)
    assert dry.json["sufficient_credits"] is True
    assert dry.json["verdict"]["allowed"] is True
    assert dry.json["enhanced_prompt"] == image["enhanced_prompt"]
    assert dry.json["enhancement"] == image["enhancement"]
    assert (dry.json["resolution"], dry.json["format"]) == ("896x1152", "png")
    assert dry.json["queue_position"] == 4
    assert dry.json["eta"] == {"p50_seconds": 8.0, "p95_seconds": 11.0}


def test_a_dry_run_of_a_video(customer: Customer) -> None:
    """It costs what the video would, and says how long it would be."""
    image = customer.image(customer.character()).json
    body = {"source_generation_id": image["generation_id"], "prompt": "waves", "dry_run": True}
    dry = customer.send("POST", "/v1/videos:generate", json_body=body)
    assert (dry.status, dry.json["kind"], dry.json["seconds"]) == (200, "video", 5)
    assert (dry.json["cost_credits"], dry.json["source_generation_id"]) == (
        5,
        image["generation_id"],
    )


def test_a_video_of_an_archived_character_is_refused_in_either_way(customer: Customer) -> None:
    """409 before anything is thought of its words, so a prompt that is refused is no strike."""
    character_id = customer.character()
    image = customer.image(character_id).json
    assert customer.send("POST", f"/v1/characters/{character_id}:archive").status == 200
    for prompt in ("waves", "a child, 12 years old"):
        body = {"source_generation_id": image["generation_id"], "prompt": prompt}
        for dry_run in (True, False):
            wish = body | {"dry_run": dry_run}
            refused = customer.send("POST", "/v1/videos:generate", json_body=wish)
            assert (refused.status, refused.error["code"]) == (409, "invalid_state")
            assert "archived" in refused.error["message"]
    strikes = moderation_id(customer.account_id)
    assert customer.site.ledger.load([strikes]).result(30)[strikes].state is None
    assert customer.available() == 24


def test_a_dry_run_records_and_counts_nothing(site: Site, customer: Customer) -> None:
    """No event, no debit, no rate token, and its Idempotency-Key stays free for the real one."""
    character_id = customer.character()
    site.freeze()
    before = customer.image(character_id, key="other")
    head = site.ledger.head()

    for _ in range(3):
        dry = customer.image(character_id, key="k", dry_run=True)
        assert (dry.status, dry.header("idempotent-replayed")) == (200, None)
        assert dry.header("x-ratelimit-remaining") == before.header("x-ratelimit-remaining")

    assert site.ledger.head() == head
    assert customer.available() == 24
    real = customer.image(character_id, key="k")
    assert (real.status, real.header("idempotent-replayed")) == (201, None)
    assert customer.image(character_id, key="k", dry_run=True).status == 200


def test_a_refused_prompt_is_told_as_a_verdict(customer: Customer) -> None:
    """200 with the reason; nothing is shown that was not allowed."""
    dry = customer.image(customer.character(), prompt="a child, 12 years old", dry_run=True)
    assert dry.status == 200
    verdict = dry.json["verdict"]
    assert (verdict["allowed"], verdict["stage"]) == (False, "prompt")
    assert verdict["category"]
    assert (dry.json["enhanced_prompt"], dry.json["enhancement"]) == (None, None)


def test_a_price_that_is_not_covered_is_told(site: Site, customer: Customer) -> None:
    """Neither an empty balance nor a full cap is an error of a dry run."""
    character_id = customer.character()
    cap = Cap(amount=1, period="lifetime")
    command = handlers.cap_key(customer.account_id, customer.key_id, cap, actor="test")
    site.ledger.append(command).result(30)
    assert customer.image(character_id, dry_run=True).json["sufficient_credits"] is True
    assert customer.image(character_id).status == 201
    dry = customer.image(character_id, dry_run=True).json
    assert (dry["sufficient_credits"], dry["available_credits"]) == (False, 24)


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"resolution": "1x1"}, 422),
        ({"character_id": str(uuid4())}, 404),
        ({"prompt": 5}, 400),
        ({"dry_run": "yes"}, 400),
    ],
)
def test_a_mistake_is_refused_as_in_the_real_request(
    customer: Customer, changes: dict[str, object], status: int
) -> None:
    """What no retry could make right is an error here as well."""
    body = {"character_id": customer.character(), "prompt": "smiling", "dry_run": True} | changes
    assert customer.send("POST", "/v1/images:generate", json_body=body).status == status


def test_a_malformed_key_is_refused(customer: Customer) -> None:
    """A dry run says that the real request would be refused."""
    reply = customer.image(customer.character(), key="two words", dry_run=True)
    assert (reply.status, reply.error["code"]) == (400, "idempotency_key_invalid")


def test_dry_runs_count_as_reads(
    site: Site, customer: Customer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Free is not without end: 429 beyond the reads of a minute, of which they are some."""
    character_id = customer.character()
    monkeypatch.setattr("adapters.web.guards.rate_limits.READS_MAX", 2)
    site.freeze()
    statuses = [customer.image(character_id, dry_run=True).status for _ in range(3)]
    assert statuses == [200, 200, 429]
    assert customer.image(character_id).status == 201


def test_dry_runs_have_a_limit_of_their_own(
    site: Site, customer: Customer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The gate is not to be tried out at the pace of reads; other reads and real work go on."""
    character_id = customer.character()
    monkeypatch.setattr("adapters.web.guards.rate_limits.DRY_RUNS_MAX", 2)
    site.freeze()
    replies = [customer.image(character_id, dry_run=True) for _ in range(3)]
    assert [reply.status for reply in replies] == [200, 200, 429]
    assert replies[2].error["code"] == "rate_limited"
    assert replies[2].header("ratelimit-policy") == '"dry_run";q=2;w=60'
    rates = customer.send("GET", "/v1/limits").json["rates"]
    assert [(rate["policy"], rate["remaining"]) for rate in rates[-3:]] == [
        ("change", 600),
        ("read", 2_996),
        ("dry_run", 0),
    ]
    assert customer.image(character_id).status == 201
