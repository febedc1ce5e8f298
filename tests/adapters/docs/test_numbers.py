"""The numbers that the pages name are those of the code."""

from datetime import timedelta
from pathlib import Path

from adapters.web.guards import rate_limits
from adapters.web.routes.accounts.appeals import APPEALS_PER_MINUTE
from adapters.web.routes.webhooks import deliveries
from adapters.webhook_sender import exchange, outbox
from domain.in_flight import IN_FLIGHT_MAX
from domain.keys import key as keys
from domain.ledger import Tier
from domain.webhooks import directory
from domain.webhooks import endpoint as endpoints
from domain.webhooks import messages as webhook_messages

HOWTO = Path(__file__).parents[3] / "docs" / "howto"
SPELLED = {4: "four"}
TIERS: tuple[Tier, ...] = ("base", "scale", "volume")


def _page(name: str) -> str:
    """A page as one line, so that a sentence is found however it is broken."""
    return " ".join((HOWTO / name).read_text().split())


def _wait(delay: timedelta) -> str:
    seconds = int(delay.total_seconds())
    for unit, size in (("h", 3_600), ("min", 60), ("s", 1)):
        if seconds and seconds % size == 0:
            return f"{seconds // size} {unit}"
    return "at once"


def test_the_limits_of_a_minute() -> None:
    """Every policy has its row, and no number stands there that is not in force."""
    rows = {
        "images a minute": rate_limits.LIMITS["image"],
        "videos a minute": rate_limits.LIMITS["video"],
        "characters a minute": rate_limits.LIMITS["character"],
        "checkouts a minute": rate_limits.LIMITS["checkout"],
        "webhook endpoints made or changed, tests and secrets a minute": rate_limits.LIMITS[
            "webhook"
        ],
        "replays of webhook deliveries a minute (one of a range is one)": rate_limits.LIMITS[
            "replay"
        ],
        "changes of keys a minute (revoking is always possible)": rate_limits.LIMITS["key"],
        "keys made or rotated, test keys too, a minute": rate_limits.LIMITS["new_key"],
        "reads a minute": dict.fromkeys(TIERS, rate_limits.READS_MAX),
        "dry runs a minute, of the reads": dict.fromkeys(TIERS, rate_limits.DRY_RUNS_MAX),
        "cancels, archivings, deletions and other changes of what is there a minute": (
            rate_limits.LIMITS["change"]
        ),
        "appeals a minute": dict.fromkeys(TIERS, APPEALS_PER_MINUTE),
        "generations in flight": IN_FLIGHT_MAX,
    }
    page = _page("limits.md")
    for what, limits in rows.items():
        numbers = " | ".join(f"{limits[tier]:,}" for tier in TIERS)
        assert f"| {what} | {numbers} | " in page, what
    assert (len(rate_limits.LIMITS), len(rate_limits.LOCAL_POLICIES)) == (9, 2)


def test_the_numbers_of_webhooks() -> None:
    """Endpoints, the schedule, waits, sizes, and when an endpoint is disabled."""
    page = _page("webhooks.md")
    waits = " | ".join(_wait(delay) for delay in webhook_messages.DELAYS)
    assert f"| after the one before | {waits} |" in page
    for sentence in (
        f"at most {directory.ENDPOINTS_MAX} endpoints",
        f"At most {SPELLED[endpoints.SECRETS_MAX]} are in force at a time",
        f"`overlap_seconds`, 0 to {endpoints.OVERLAP_MAX.days} days",
        f"at most {webhook_messages.BODY_BYTES_MAX:,} bytes",
        f"Connecting takes at most {exchange.CONNECT_SECONDS_MAX:.0f} seconds",
        f"the whole exchange {exchange.EXCHANGE_SECONDS_MAX:.0f}",
        f"{exchange.REPLY_BYTES_MAX // 1024} KiB are read, for {exchange.BODY_SECONDS_MAX:.0f} s",
        f"up to {_wait(webhook_messages.RETRY_AFTER_MAX).removesuffix(' h')} hours",
        f"up to {deliveries.REPLAYED_MAX:,} at a time",
        f"kept for {outbox.KEPT.days} days",
    ):
        assert sentence in page, sentence
    told = {0.1: "up to a tenth of it", timedelta(days=5): "five days", 4: "At most four attempts"}
    for value in (
        webhook_messages.JITTER_SHARE,
        webhook_messages.FAILING_MAX,
        outbox.TOGETHER_MAX,
    ):
        assert told[value] in page
    least, most = webhook_messages.JITTER_MIN.seconds, webhook_messages.JITTER_MAX.seconds // 60
    assert f"or up to {least} seconds where that is more, and never above {most} minutes" in page


def test_the_numbers_of_keys() -> None:
    """How many, how long, and the overlap of a rotation."""
    page = _page("keys.md")
    assert f"at most {keys.KEYS_MAX:,} keys, those that ended among them" in page
    assert f"from 0 to {keys.OVERLAP_MAX // timedelta(hours=1)}, 24 by default" in page
