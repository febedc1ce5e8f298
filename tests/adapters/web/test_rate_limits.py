"""Fixed clock-minute windows, exact across processes, and a share of them without a database."""

from datetime import UTC, datetime

import pytest

from adapters.postgres.connections import async_pool
from adapters.web.rate_limits import RateLimits
from tests.adapters.web.asgi import Reply
from tests.adapters.web.customer import Customer
from tests.adapters.web.site import Site


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
