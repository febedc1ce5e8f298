"""Fixed clock-minute windows, exact across processes, and a share of them without a database."""

import asyncio
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from adapters.postgres.connections import async_pool
from adapters.web.guards.rate_limits import LIMITS, MISSES_MAX, RateLimits
from tests.adapters.web.asgi import Reply
from tests.adapters.web.customer import Customer
from tests.adapters.web.site import Site

BUSY_SECONDS_MAX = 60.0


def test_a_full_window_is_429_until_the_next_minute(site: Site) -> None:
    """Five videos a minute; Reset is the second at which five more are accepted."""
    site.now = datetime(2030, 5, 5, 12, 0, 20, tzinfo=UTC)
    customer = site.account()
    wish = {"source_generation_id": "x", "prompt": "x"}

    def ask() -> Reply:
        return customer.send("POST", "/v1/videos:generate", json_body=wish)

    assert [ask().header("x-ratelimit-remaining") for _ in range(5)] == ["4", "3", "2", "1", "0"]
    refused = ask()
    assert (refused.status, refused.error["code"]) == (429, "rate_limited")
    assert refused.error["retry"] == "same_key"
    assert refused.header("retry-after") == "40"
    assert refused.header("x-ratelimit-reset") == "1904212860"
    assert refused.header("x-ratelimit-remaining") == "0"
    assert refused.header("ratelimit") == '"video";r=0;t=40'
    site.now = datetime(2030, 5, 5, 12, 1, 0, tzinfo=UTC)
    assert ask().header("x-ratelimit-remaining") == "4"


def test_what_may_be_asked_again_and_again_is_counted(
    site: Site, customer: Customer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of any kind together, once each, over two processes; reading, drawing and revoking a key go
    on.
    """
    character_id = customer.character()
    path = f"/v1/generations/{customer.image(character_id).json['generation_id']}"
    monkeypatch.setitem(LIMITS["change"], "base", 3)
    site.freeze()
    other = site.serve()
    asked = [
        customer.send("DELETE", f"{path}/output"),
        customer.send("POST", f"{path}:cancel", app=other),
        customer.send("POST", "/v1/characters/no-such-thing:archive"),
        customer.send("DELETE", f"{path}/output", app=other),
        customer.send("DELETE", f"{path}/output"),
    ]
    assert [reply.status for reply in asked] == [200, 409, 404, 429, 429]
    left = [reply.header("x-ratelimit-remaining") for reply in asked]
    assert left == ["2", "1", "0", "0", "0"]
    assert asked[3].header("ratelimit-policy") == '"change";q=3;w=60'
    assert customer.send("GET", path).status == 200
    assert customer.image(character_id).status == 201
    assert customer.send("DELETE", f"/v1/keys/{customer.key_id}").status == 200


@pytest.mark.parametrize(("tier", "limit"), [("base", "60"), ("scale", "120"), ("volume", "240")])
def test_images_a_minute_depend_on_the_tier(site: Site, tier: str, limit: str) -> None:
    """As the price list says."""
    customer = site.account(tier=tier)
    assert customer.image("x").header("x-ratelimit-limit") == limit


def test_the_unlimited_tier_has_no_window(site: Site) -> None:
    """No headers and no 429."""
    customer = site.account(tier="unlimited")
    replies = site.send_all(customer.image_task("x") for _ in range(70))
    assert {reply.status for reply in replies} == {404}
    assert {reply.header("x-ratelimit-limit") for reply in replies} == {None}


def test_parallel_requests_get_exactly_the_limit(site: Site, customer: Customer) -> None:
    """Seventy at once, over two processes: sixty pass."""
    site.freeze()
    other = site.serve()
    replies = site.send_all(
        customer.image_task("x", app=other if number % 2 else None) for number in range(70)
    )
    statuses = [reply.status for reply in replies]
    assert (statuses.count(404), statuses.count(429)) == (60, 10)


def test_accounts_do_not_share_a_window(site: Site) -> None:
    """Nor do policies."""
    site.freeze()
    one, other = site.account(), site.account()
    wish = {"source_generation_id": "x", "prompt": "x"}
    for _ in range(6):
        last = one.send("POST", "/v1/videos:generate", json_body=wish)
    assert last.status == 429
    assert other.send("POST", "/v1/videos:generate", json_body=wish).status == 404
    assert one.image("x").status == 404


@pytest.fixture(scope="module")
def processes(served: Site) -> Iterator[list["subprocess.Popen[str]"]]:
    """Four processes that count in the same database."""
    command = [sys.executable, "-m", "tests.adapters.web.limits_process", served.database_url]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    started = [subprocess.Popen(command, text=True, **pipes) for _ in range(4)]
    assert [_said(process) for process in started] == ["ready"] * 4
    yield started
    for process in started:
        process.communicate(timeout=120)


def _said(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().rstrip()


def _accepted(
    processes: list["subprocess.Popen[str]"], account_id: UUID, *, patience_seconds: float
) -> list[int]:
    """What each process was granted of 150 tokens, all asked for at the same time."""
    for process in processes:
        assert process.stdin is not None
        process.stdin.write(f"{account_id} {patience_seconds}\n")
        process.stdin.flush()
    return [int(_said(process)) for process in processes]


def test_four_processes_accept_exactly_the_limit(
    site: Site, processes: list["subprocess.Popen[str]"]
) -> None:
    """Ten times the limit in one window: 600 asked, 60 accepted, and the store knows of 60."""
    account_id = uuid4()
    assert sum(_accepted(processes, account_id, patience_seconds=30)) == 60
    with psycopg.connect(site.database_url) as connection:
        query = "SELECT used FROM xavira_live.rate_windows WHERE account_id = %s"
        assert connection.execute(query, (account_id,)).fetchall() == [(60,)]


def test_a_locked_counter_table_lets_no_more_through(
    site: Site, processes: list["subprocess.Popen[str]"]
) -> None:
    """Another session holds the table: each of four processes grants its quarter, none fails."""
    with psycopg.connect(site.database_url) as holder:
        holder.execute("LOCK TABLE xavira_live.rate_windows IN ACCESS EXCLUSIVE MODE")
        accepted = _accepted(processes, uuid4(), patience_seconds=0.2)
    assert accepted == [15, 15, 15, 15]


@pytest.mark.parametrize(
    ("processes", "policy", "limit", "granted"),
    [(1, "image", 60, 60), (4, "image", 60, 15), (6, "image", 60, 10), (6, "video", 5, 0)],
)
def test_all_processes_together_grant_no_more_than_the_limit(
    site: Site, processes: int, policy: str, limit: int, granted: int
) -> None:
    """Of a minute that begins without the table, each grants its part, rounded down."""
    now = datetime(2030, 5, 5, tzinfo=UTC)

    async def take_all() -> int:
        async with async_pool("host=127.0.0.1 port=1", role="xavira_api") as nowhere:
            limits = RateLimits(nowhere, share_of=processes, store_rest_seconds=60)
            owner = uuid4()
            windows = [await limits.take_up_to(owner, policy, limit, now) for _ in range(70)]
        return sum(window.accepted for window in windows)

    assert site.wait(take_all()) == granted
    assert granted * processes <= limit


def test_a_locked_counter_table_is_no_error(site: Site, customer: Customer) -> None:
    """The customer meets 404 for the character and then 429 with Retry-After, never a 500."""
    site.freeze()
    app = site.serve(share_of=4, rate_store_seconds_max=0.5)
    with psycopg.connect(site.database_url) as holder:
        holder.execute("LOCK TABLE xavira_live.rate_windows IN ACCESS EXCLUSIVE MODE")
        replies = site.send_all(customer.image_task("x", app=app) for _ in range(20))
    assert sorted(reply.status for reply in replies) == [404] * 15 + [429] * 5
    refused = [reply for reply in replies if reply.status == 429]
    assert {reply.header("retry-after") for reply in refused} == {"30"}


def test_what_was_granted_without_the_store_counts_there_afterwards(
    site: Site, customer: Customer
) -> None:
    """Ten granted in an outage, then the store is back: fifty are left of the minute."""
    now = datetime(2030, 5, 5, tzinfo=UTC)

    table = "xavira_live.rate_windows"

    async def outage_and_after() -> tuple[int, int, int]:
        async with site.pool() as pool, await owner() as connection:
            limits = RateLimits(pool, share_of=6, store_seconds_max=30, store_rest_seconds=0)

            async def take(count: int) -> int:
                account_id = customer.account_id
                windows = [
                    await limits.take(account_id, "image", "base", now) for _ in range(count)
                ]
                return sum(window is not None and window.accepted for window in windows)

            await connection.execute(f"REVOKE INSERT ON {table} FROM xavira_api")
            in_outage = await take(20)
            await connection.execute(f"GRANT INSERT ON {table} TO xavira_api")
            return in_outage, await take(40), await take(40)

    def owner() -> Any:
        return psycopg.AsyncConnection.connect(site.database_url, autocommit=True)

    assert site.wait(outage_and_after()) == (10, 40, 10)


def test_reads_have_a_window_too(site: Site) -> None:
    """3,000 a minute in a process, then 429; other work is not touched, nor the next minute."""
    site.now = datetime(2030, 5, 5, 12, 0, 20, tzinfo=UTC)
    app = site.serve()
    customer, unlimited = site.account(), site.account(tier="unlimited")
    limits: RateLimits = app.state["live"]["rate_limits"]
    for _ in range(2_999):
        limits.note(customer.account_id, "read", "base", site.now)
    assert customer.send("GET", "/v1/balance", app=app).status == 200
    refused = customer.send("GET", "/v1/balance", app=app)
    assert (refused.status, refused.error["code"]) == (429, "rate_limited")
    assert refused.header("retry-after") == "40"
    assert refused.header("ratelimit-policy") == '"read";q=3000;w=60'
    assert customer.image("x", app=app).status == 404
    assert unlimited.send("GET", "/v1/balance", app=app).status == 200
    site.now = datetime(2030, 5, 5, 12, 1, 0, tzinfo=UTC)
    assert customer.send("GET", "/v1/balance", app=app).status == 200


def test_without_a_database_each_process_grants_its_share(site: Site, customer: Customer) -> None:
    """Never unlimited, never an error."""
    now = datetime(2030, 5, 5, tzinfo=UTC)

    async def take_six() -> list[bool]:
        async with async_pool("host=127.0.0.1 port=1", role="xavira_api") as nowhere:
            limits = RateLimits(nowhere, share_of=2)
            windows = [
                await limits.take(customer.account_id, "character", "base", now) for _ in range(16)
            ]
        return [window is not None and window.accepted for window in windows]

    assert site.wait(take_six()) == [True] * 15 + [False]


def _used(site: Site, owner: UUID) -> list[tuple[Any, ...]]:
    """The windows of an account as the store has them."""
    query = "SELECT window_start, used FROM xavira_live.rate_windows WHERE account_id = %s"
    with psycopg.connect(site.database_url) as connection:
        return connection.execute(query, (owner,)).fetchall()


def test_windows_of_the_past_are_forgotten(site: Site) -> None:
    """An account has two rows of a policy, however many minutes it goes on."""
    owner = uuid4()

    async def five_minutes() -> None:
        async with site.pool() as pool:
            limits = RateLimits(pool, share_of=1, store_seconds_max=30)
            for minute in range(5):
                now = datetime(2030, 5, 5, 12, minute, tzinfo=UTC)
                await asyncio.gather(*(limits.take_up_to(owner, "image", 60, now) for _ in "ab"))

    site.wait(five_minutes())
    assert sorted(_used(site, owner)) == [(1904212980, 2), (1904213040, 2)]


def test_a_request_that_comes_again_takes_no_other_token(site: Site) -> None:
    """Twelve times at once over two processes it is one of five; also where the minute is full, and
    for a process that has not seen it yet. Another one is refused then, and the next minute is new.
    """
    owner, now = uuid4(), datetime(2030, 5, 5, 12, 0, 20, tzinfo=UTC)
    again, later = -(2**62), datetime(2030, 5, 5, 12, 1, 0, tzinfo=UTC)

    async def take_all() -> list[list[tuple[bool, int]]]:
        async with site.pool() as first, site.pool() as second, site.pool() as third:
            one, two, late = [
                RateLimits(pool, share_of=1, store_seconds_max=30)
                for pool in (first, second, third)
            ]

            async def told(*asked: tuple[RateLimits, int | None]) -> list[tuple[bool, int]]:
                takes = [each.take_up_to(owner, "video", 5, now, claim) for each, claim in asked]
                windows = await asyncio.gather(*takes)
                return [(window.accepted, window.remaining) for window in windows]

            return [
                await told(*[(one, again), (two, again)] * 6),
                sorted(await told((one, None), (one, 1), (two, 2), (two, 3))),
                await told((one, 4), (two, 4), (late, 4)),
                await told((one, again), (two, again), (late, again), (late, 1)),
                [
                    (window.accepted, window.remaining)
                    for window in [await two.take_up_to(owner, "video", 5, later, again)]
                ],
            ]

    assert site.wait(take_all()) == [
        [(True, 4)] * 12,
        [(True, left) for left in range(4)],
        [(False, 0)] * 3,
        [(True, 0)] * 4,
        [(True, 4)],
    ]
    assert sorted(_used(site, owner)) == [(1904212800, 5), (1904212860, 1)]


def test_a_full_window_asks_the_store_about_so_many_requests_and_no_more(site: Site) -> None:
    """Whoever sends others to a full window, each under a key of its own, keeps no connection
    busy; what is refused then is of the same account.
    """
    owner, now = uuid4(), datetime(2030, 5, 5, 12, 0, 20, tzinfo=UTC)

    async def take_all() -> list[bool]:
        async with site.pool() as first, site.pool() as second:
            one, two = [
                RateLimits(pool, share_of=1, store_seconds_max=30) for pool in (first, second)
            ]
            for claim in (1, 2):
                await one.take_up_to(owner, "video", 2, now, claim)
            await two.take_up_to(owner, "video", 2, now, 3)
            others = [await two.take_up_to(owner, "video", 2, now, 1)]
            for claim in range(10, 10 + MISSES_MAX):
                await two.take_up_to(owner, "video", 2, now, claim)
            others += [await two.take_up_to(owner, "video", 2, now, claim) for claim in (1, 2)]
            return [window.accepted for window in others]

    assert site.wait(take_all()) == [True, True, False]


def test_without_the_store_a_request_that_comes_again_takes_one_of_the_share(site: Site) -> None:
    """Twenty at once that are one, and ten others: the share of ten is one of them and nine."""
    owner, now = uuid4(), datetime(2030, 5, 5, tzinfo=UTC)

    async def take_all() -> list[bool]:
        async with async_pool("host=127.0.0.1 port=1", role="xavira_api") as nowhere:
            limits = RateLimits(nowhere, share_of=6, store_rest_seconds=60)
            claims = [7] * 20 + list(range(10, 20))
            takes = [limits.take_up_to(owner, "image", 60, now, claim) for claim in claims]
            return [window.accepted for window in await asyncio.gather(*takes)]

    assert site.wait(take_all()) == [True] * 29 + [False]


def test_one_video_asked_for_many_times_at_once_is_one_of_the_minute(site: Site) -> None:
    """With one key, over two processes: equal answers, one debit, one token. Then the others of the
    minute, and a sixth is refused; the key still joins.
    """
    site.freeze()
    other, customer = site.serve(), site.account(granted=100)
    source = customer.image(customer.character()).json["generation_id"]
    before = customer.outcome("hold").available()

    def ask(key: str, app: Any = None) -> Any:
        wish = {"source_generation_id": source, "prompt": "turns"}
        headers = [("Idempotency-Key", key)]
        return customer.ask("POST", "/v1/videos:generate", json_body=wish, headers=headers, app=app)

    replies = site.send_all(ask("one", other if number % 2 else None) for number in range(12))
    assert {reply.status for reply in replies} == {202}
    assert len({reply.json["generation_id"] for reply in replies}) == 1
    assert {reply.header("x-ratelimit-remaining") for reply in replies} == {"4"}
    price = before - customer.available()
    rest = site.send_all(ask(key) for key in ("two", "three", "four", "five"))
    assert {reply.status for reply in rest} == {202}
    assert before - customer.available() == 5 * price
    assert site.wait(ask("six")).status == 429
    assert site.wait(ask("one", other)).status == 202


def test_a_clock_that_is_behind_opens_no_full_window_again(site: Site) -> None:
    """One process is in the next minute already; the other still is in the one that is full."""
    owner, limit = uuid4(), 5
    late = datetime(2030, 5, 5, 12, 0, 59, tzinfo=UTC)
    early = datetime(2030, 5, 5, 12, 1, 0, tzinfo=UTC)

    async def take_all() -> list[bool]:
        async with site.pool() as one, site.pool() as other:
            ahead, behind = [
                RateLimits(pool, share_of=1, store_seconds_max=30) for pool in (one, other)
            ]
            turns = [*[(ahead, late)] * limit, (ahead, early), (behind, late), (behind, early)]
            windows = [await each.take_up_to(owner, "video", limit, now) for each, now in turns]
        return [window.accepted for window in windows]

    assert site.wait(take_all()) == [True] * 6 + [False, True]


def test_what_a_late_store_was_asked_is_not_done_later(site: Site) -> None:
    """Four granted while the table was locked, and one after: five, not nine, however busy the
    threads are that the loop may lend.
    """
    owner, now = uuid4(), datetime(2030, 5, 5, tzinfo=UTC)
    told = threading.Event()

    async def take(limits: RateLimits, count: int) -> list[bool]:
        asked = [limits.take_up_to(owner, "image", 60, now) for _ in range(count)]
        return [window.accepted for window in await asyncio.gather(*asked)]

    async def locked_and_after() -> list[bool]:
        async with site.pool() as pool:
            loop = asyncio.get_running_loop()
            loop.set_default_executor(ThreadPoolExecutor(1))
            busy = loop.run_in_executor(None, told.wait, BUSY_SECONDS_MAX)
            limits = RateLimits(pool, share_of=1, store_seconds_max=2, store_rest_seconds=0)
            with psycopg.connect(site.database_url) as holder:
                holder.execute("LOCK TABLE xavira_live.rate_windows IN ACCESS EXCLUSIVE MODE")
                locked = await take(limits, 4)
            after = await take(limits, 1)
            told.set()
            await busy
            return locked + after

    assert asyncio.run(locked_and_after()) == [True] * 5
    assert _used(site, owner) == [(1904169600, 5)]


def test_processes_that_take_the_same_windows_never_wait_for_each_other(site: Site) -> None:
    """Fifty accounts at once, each process in another order, again and again: no share is used."""
    owners, now = [uuid4() for _ in range(50)], datetime(2030, 5, 5, tzinfo=UTC)

    async def take(limits: RateLimits, order: list[UUID]) -> list[int]:
        asked = [limits.take_up_to(owner, "image", 60, now) for owner in order]
        return [window.limit for window in await asyncio.gather(*asked)]

    async def both() -> list[int]:
        async with site.pool() as one, site.pool() as other:
            limits = [RateLimits(pool, share_of=60, store_seconds_max=30) for pool in (one, other)]
            orders = [owners, owners[::-1]]
            rounds = [
                take(mine, order)
                for _ in range(10)
                for mine, order in zip(limits, orders, strict=True)
            ]
            return [limit for found in await asyncio.gather(*rounds) for limit in found]

    assert site.wait(both()) == [60] * 1_000
    assert {used for owner in owners for _, used in _used(site, owner)} == {20}


def test_who_goes_away_while_the_store_is_late_keeps_nobody_waiting(site: Site) -> None:
    """One of those in the late exchange, and one of those behind it; the others get their share."""
    now = datetime(2030, 5, 5, tzinfo=UTC)

    async def locked() -> list[Any]:
        async with site.pool() as pool:
            limits = RateLimits(pool, share_of=1, store_seconds_max=2, store_rest_seconds=0)

            async def begin(count: int) -> list["asyncio.Task[Any]"]:
                takes = [limits.take_up_to(uuid4(), "image", 60, now) for _ in range(count)]
                begun = [asyncio.ensure_future(take) for take in takes]
                await asyncio.sleep(0.05)
                return begun

            with psycopg.connect(site.database_url) as holder:
                holder.execute("LOCK TABLE xavira_live.rate_windows IN ACCESS EXCLUSIVE MODE")
                asked = [*await begin(2), *await begin(2)]
                asked[0].cancel()
                asked[2].cancel()
                return await asyncio.gather(*asked, return_exceptions=True)

    found = site.wait(locked())
    assert [isinstance(each, asyncio.CancelledError) for each in found] == [True, False] * 2
    assert [each.accepted for each in (found[1], found[3])] == [True, True]


def test_a_replay_counts_as_a_read(
    site: Site, customer: Customer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It takes no token of its own limit; beyond the reads of a minute it is refused for now."""
    asked: list[tuple[str, dict[str, Any]]] = [
        ("/v1/characters", {"model_id": "anime", "name": "Mia", "traits": {"age": 26}}),
        ("/v1/images:generate", {"character_id": customer.character(), "prompt": "smiling"}),
        ("/v1/keys", {"name": "x"}),
        ("/v1/test_keys", {}),
        ("/v1/webhook_endpoints", {"url": "https://hooks.example.com/x"}),
        ("/v1/appeals", {"text": "Please look again."}),
    ]

    def send_all() -> list[Reply]:
        return [
            customer.send("POST", path, json_body=body, headers=[("Idempotency-Key", path)])
            for path, body in asked
        ]

    site.freeze()
    first = send_all()
    assert {reply.status for reply in first} == {201}
    before = customer.send("GET", "/v1/limits").json["rates"]
    replayed = send_all()
    assert [reply.header("idempotent-replayed") for reply in replayed] == ["true"] * 6
    after = customer.send("GET", "/v1/limits").json["rates"]
    told = {rate["policy"]: rate["remaining"] for rate in before}
    assert {rate["policy"]: rate["remaining"] for rate in after} == told | {
        "read": told["read"] - 7
    }
    (reads,) = (rate["remaining"] for rate in after if rate["policy"] == "read")
    monkeypatch.setattr("adapters.web.guards.rate_limits.READS_MAX", 3_000 - reads)
    refused = send_all()
    assert [(reply.status, reply.error["code"]) for reply in refused] == [(429, "rate_limited")] * 6
    assert {reply.error["retry"] for reply in refused} == {"same_key"}
    assert customer.image(customer.character()).status == 201
