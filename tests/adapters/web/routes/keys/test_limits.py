"""Open work is limited by facts, and GET /v1/limits tells where an account and a key stand."""

import asyncio
from collections.abc import Collection
from datetime import UTC, datetime
from uuid import UUID, uuid4

import msgspec
import psycopg
import pytest

from adapters.web.guards.in_flight import NEWER, PROJECTED, OpenWork
from domain import handlers
from domain.ids import claimed_id
from domain.keys.caps import Cap
from domain.ledger import Account
from domain.ports import Stream
from tests.adapters.web.asgi import Reply
from tests.adapters.web.customer import Customer
from tests.adapters.web.site import Site
from tests.stack import wait_for

LIMIT = 60
"""Generations of an account of the lowest tier that may be open."""


def _holding(site: Site) -> tuple[Customer, str]:
    """A customer whose work stays open, and a character to draw; the minute lasts."""
    site.freeze()
    customer = site.account(granted=1_000).outcome("hold")
    return customer, customer.character()


def _next_minute(site: Site, minute: int) -> None:
    site.now = datetime(2031, 1, 1, 12, minute, 30, tzinfo=UTC)


def _ask(site: Site, customer: Customer, character_id: str, count: int) -> list[Reply]:
    other = site.serve()
    return site.send_all(
        customer.image_task(
            character_id,
            prefer="respond-async",
            key=f"job-{number}",
            app=other if number % 2 else None,
        )
        for number in range(count)
    )


def test_as_many_are_in_flight_as_the_tier_says(site: Site) -> None:
    """Over two processes and two minutes exactly sixty; the next is 429 and charges nothing."""
    customer, character_id = _holding(site)
    first = _ask(site, customer, character_id, 50)
    assert {reply.status for reply in first} == {202}
    _next_minute(site, 1)
    replies = _ask(site, customer, character_id, 100)
    replayed = [reply for reply in replies if reply.header("idempotent-replayed")]
    assert [reply.status for reply in replayed] == [202] * 50
    fresh = [reply for reply in replies if not reply.header("idempotent-replayed")]
    assert sorted(reply.status for reply in fresh) == [202] * 10 + [429] * 40
    refused = [reply for reply in fresh if reply.status == 429]
    assert {reply.error["code"] for reply in refused} == {"concurrency_limited"}
    assert {reply.error["retry"] for reply in refused} == {"same_key"}
    assert {reply.header("retry-after") for reply in refused} == {"1"}
    assert {reply.header("x-ratelimit-limit") for reply in refused} == {"60"}
    assert customer.send("GET", "/v1/balance").json["available"] == 1_025 - LIMIT


def test_a_full_account_is_counted_without_reading_what_others_have_open(site: Site) -> None:
    """Of 20,000 open debits of 400 accounts, those of one are found by their index."""
    filled = """
        INSERT INTO open_debits (generation_id, account_id, amount, position)
        SELECT gen_random_uuid(), md5((n % 400)::text)::uuid, 1, n FROM generate_series(1, 20000) n
    """
    schema = "-c search_path=xavira_live"
    with psycopg.connect(site.database_url, options=schema) as connection:
        connection.execute(filled)
        connection.execute("ANALYZE open_debits")
        one = connection.execute("SELECT account_id FROM open_debits LIMIT 1").fetchone()
        assert one is not None
        plan = connection.execute(
            f"EXPLAIN {PROJECTED}", {"account_id": one[0], "until": 20_000}
        ).fetchall()
        connection.rollback()
    assert [line for (line,) in plan if "Seq Scan on open_debits" in line] == []
    assert [line for (line,) in plan if "open_debits_by_account" in line] != []


def test_the_newest_debits_are_found_from_the_end_of_the_stream(site: Site) -> None:
    """Of an account's 10,000 debits the last three, beside 10,000 newer ones of others: a few pages
    of the index are read, and not the log.
    """
    filled = """
        INSERT INTO stored_events
        SELECT CASE WHEN n <= 10000 THEN %(account_id)s ELSE gen_random_uuid() END,
            CASE WHEN n <= 10000 THEN n ELSE 1 END, 'credits.debited.v1',
            format('{"generation_id": "%%s"}', md5(n::text)::uuid)::bytea, 1000000 + n, now()
        FROM generate_series(1, 20000) n
    """
    account_id = uuid4()
    params = {
        "account_id": account_id,
        "position": 1_009_997,
        "version": 10_000,
        "topic": "credits.debited.v1",
    }
    explain = f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {NEWER}"
    with psycopg.connect(
        site.database_url, options="-c search_path=xavira_live,xavira_ground"
    ) as connection:
        connection.execute(filled, {"account_id": account_id})
        connection.execute("ANALYZE stored_events")
        found = connection.execute(NEWER, params).fetchall()
        ((told,),) = connection.execute(explain, params).fetchall()
        connection.rollback()
    assert len(found) == 3
    plan = told[0]["Plan"]
    assert plan["Shared Hit Blocks"] + plan["Shared Read Blocks"] < 40


@pytest.mark.parametrize("projected", [False, True])
def test_what_is_asked_for_while_work_is_counted_counts_once(site: Site, projected: bool) -> None:
    """One more comes between two looks, and the projection may be as quick: of three and that one,
    nobody is told that five are open.
    """
    customer, character_id = _holding(site)
    _ask(site, customer, character_id, 3)
    web = site.app.state["live"]["web"]

    async def overtaken(streams: Collection[UUID]) -> dict[UUID, Stream]:
        loaded: dict[UUID, Stream] = await web.load(streams)
        if customer.account_id in streams:
            await customer.image_task(character_id, prefer="respond-async")
            if projected:
                await asyncio.to_thread(site.project)
        return loaded

    counts = OpenWork(msgspec.structs.replace(web, load=overtaken))
    _, counted = site.wait(counts.count(customer.account_id))
    account = site.ledger.load([customer.account_id]).result()[customer.account_id].state
    assert isinstance(account, Account)
    assert (account.debits, counted.at_most(account)) == (4, 4)


def test_a_retry_of_work_in_flight_never_meets_the_limit(site: Site) -> None:
    """It joins its work; and what ended makes room, whatever the projections know."""
    customer, character_id = _holding(site)
    opened = _ask(site, customer, character_id, LIMIT)
    assert {reply.status for reply in opened} == {202}
    _next_minute(site, 1)
    assert customer.image(character_id, prefer="respond-async", key="job-7").status == 202
    refused = customer.image(character_id, prefer="respond-async")
    assert (refused.status, refused.error["code"]) == (429, "concurrency_limited")
    for reply, outcome in zip(opened, ["complete", "fail"], strict=False):
        site.settle(customer.account_id, reply.json["generation_id"], outcome)
    site.project()
    statuses = [customer.image(character_id, prefer="respond-async").status for _ in range(3)]
    assert statuses == [202, 202, 429]


def test_limits_of_a_new_account(site: Site) -> None:
    """Nothing used, no cap."""
    site.freeze()
    customer = site.account()
    limits = customer.send("GET", "/v1/limits").json
    resets_at = "2031-01-01T12:01:00Z"
    whole = {"window_seconds": 60, "resets_at": resets_at}
    assert limits == {
        "tier": "base",
        "rates": [
            {"policy": "image", "limit": 60, "remaining": 60, **whole},
            {"policy": "video", "limit": 5, "remaining": 5, **whole},
            {"policy": "character", "limit": 30, "remaining": 30, **whole},
            {"policy": "checkout", "limit": 10, "remaining": 10, **whole},
            {"policy": "webhook", "limit": 30, "remaining": 30, **whole},
            {"policy": "replay", "limit": 60, "remaining": 60, **whole},
            {"policy": "key", "limit": 30, "remaining": 30, **whole},
            {"policy": "new_key", "limit": 60, "remaining": 60, **whole},
            {"policy": "change", "limit": 600, "remaining": 600, **whole},
            {"policy": "read", "limit": 3000, "remaining": 2999, **whole},
            {"policy": "dry_run", "limit": 600, "remaining": 600, **whole},
        ],
        "in_flight": {"limit": 60, "open": 0, "remaining": 60},
        "key": {"key_id": str(customer.key_id), "expires_at": None, "cap": None},
    }


def test_limits_say_what_is_left(site: Site) -> None:
    """Of the window and of open work."""
    customer, character_id = _holding(site)
    for _ in range(3):
        customer.image(character_id, prefer="respond-async")
    limits = customer.send("GET", "/v1/limits").json
    assert limits["rates"][0]["remaining"] == 57
    assert limits["rates"][2]["remaining"] == 29
    assert limits["in_flight"] == {"limit": 60, "open": 3, "remaining": 57}


def test_limits_say_what_is_left_of_the_cap(site: Site) -> None:
    """With the time at which it resets, which a refusal tells as well: a Monday at midnight."""
    customer = site.account()
    cap = Cap(2, "week")
    command = handlers.cap_key(customer.account_id, customer.key_id, cap, actor="customer")
    site.ledger.append(command).result(60)
    character_id = customer.character()
    statuses = [customer.image(character_id).status for _ in range(3)]
    assert statuses == [201, 201, 402]
    told = customer.send("GET", "/v1/limits").json["key"]["cap"]
    resets_at = datetime.fromisoformat(told["resets_at"])
    assert (resets_at.weekday(), resets_at.hour, resets_at.minute) == (0, 0, 0)
    spent = {"credits": 2, "period": "week", "spent": 2, "remaining": 0}
    assert told == spent | {"resets_at": told["resets_at"]}
    refused = customer.image(character_id)
    assert refused.error["code"] == "key_spend_limit_reached"
    assert refused.error["resets_at"] == told["resets_at"]
    assert (refused.error["required"], refused.error["available"]) == (1, 0)


def test_the_unlimited_tier_has_no_limits(site: Site) -> None:
    """Null stands for any number."""
    limits = site.account(tier="unlimited").send("GET", "/v1/limits").json
    assert {rate["limit"] for rate in limits["rates"]} == {None}
    assert limits["in_flight"] == {"limit": None, "open": 0, "remaining": None}


def test_an_answer_that_took_longer_than_its_minute_tells_of_the_present_one(site: Site) -> None:
    """The headers are those of the window at the answer, not at the request."""
    customer, character_id = _holding(site)
    generation_id = claimed_id(customer.account_id, "live", "slow")
    begun = site.begin(customer.image_task(character_id, key="slow"))
    wait_for(lambda: site.ledger.load([generation_id]).result()[generation_id].state)
    _next_minute(site, 1)
    site.settle(customer.account_id, str(generation_id), "complete")
    reply = site.end(begun)
    assert reply.status == 201
    assert reply.header("x-ratelimit-reset") == "1925035320"
    assert reply.header("x-ratelimit-remaining") == "60"
