"""What the simulated customers are like: packs, prices, models, moods of the day. Figures only.

They are chosen to look like a business and to exercise every rule, not measured anywhere.
"""

from bisect import bisect
from itertools import accumulate

import msgspec

ACCOUNTS_MAX = 10_000
EVENTS_PER_ACCOUNT_MIN = 100
ZIPF_EXPONENT = 1.0


class Pack(msgspec.Struct, frozen=True):
    """Credits for money. `life_days` is None for credits that never expire."""

    credits: int
    price_minor: int
    life_days: int | None


PACKS = (
    Pack(100, 999, 90),
    Pack(550, 4_999, 180),
    Pack(1_200, 9_900, 180),
    Pack(6_500, 49_900, 365),
    Pack(30_000, 209_900, 365),
    Pack(200_000, 1_290_000, None),
)
PACKS_A_YEAR = 30
"""A customer buys the smallest pack of which this many would cover a year."""


class SimulatedModel(msgspec.Struct, frozen=True):
    """Prices in credits, engine time in seconds."""

    model_id: str
    image_credits: int
    video_credits: int
    image_seconds: float
    video_seconds: float


MODELS = (
    SimulatedModel("realistic-sharp", 1, 5, 4.2, 38.0),
    SimulatedModel("anime", 1, 5, 2.6, 24.0),
)
TRAITS: tuple[dict[str, str | int], ...] = (
    {"age": 24, "ethnicity": "Hispanic", "hairLength": "long", "hairColor": "brown"},
    {"age": 31, "ethnicity": "Asian", "hairLength": "short", "hairColor": "black"},
    {"age": 42, "ethnicity": "White", "hairLength": "medium", "hairColor": "red"},
    {"age": 28, "ethnicity": "Black", "hairLength": "long", "hairColor": "black"},
)
SIZES = ((896, 1152), (1152, 896), (1024, 1024), (768, 1344))
CURRENCIES = ("EUR", "EUR", "EUR", "USD", "USD", "GBP")
PROMO_CREDITS = (10, 15, 20, 50)
PROMO_DAYS = (7, 14, 30)
GOODWILL_CREDITS = 5

VIDEO_SHARE = 0.12
BUY_SHARE = 0.92
PROMO_SHARE = 0.003
GOODWILL_SHARE = 0.05
"""Of failed generations."""

CHARGEBACK_SHARE = 0.02
CHARGEBACK_DAYS_MAX = 45
CHARGEBACK_FREE_RANKS = 5
"""The biggest customers never charge back: one of their lots would be a month of everybody's."""

DELETE_SHARE = 0.01
CHARACTERS_MAX = 8
CHARACTER_SHARE = 0.01

FAILED_BELOW = 0.03
BLOCKED_BELOW = 0.038
CANCELED_BELOW = 0.05
EXPIRED_BELOW = 0.053
"""Endings by one random number between 0 and 1; what is left completes."""

STUCK_SHARE = 0.005
STUCK_DAYS_MAX = 12
"""As if an engine had been away for days: refunds that come back to expired and revoked lots."""

DEADLINE_SECONDS = 3_600

HOURS = (5, 4, 3, 2, 2, 2, 3, 4, 5, 6, 7, 7, 8, 8, 8, 9, 9, 10, 12, 14, 15, 14, 11, 8)
HOUR_MEAN = sum(HOURS) / len(HOURS)
GROWTH = 3.0
"""The last day is this many times as busy as the first."""


def rank_weights(accounts: int) -> list[float]:
    """Cumulative shares of the ranks 1, 2, ... in all requests; the last one is 1."""
    weights = [1 / rank**ZIPF_EXPONENT for rank in range(1, accounts + 1)]
    total = sum(weights)
    return [weight / total for weight in accumulate(weights)]


def pack_for(credits_a_year: float) -> Pack:
    """The pack that a customer of this appetite buys."""
    wanted = credits_a_year / PACKS_A_YEAR
    return PACKS[min(bisect([pack.credits for pack in PACKS], wanted), len(PACKS) - 1)]
