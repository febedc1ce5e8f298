"""What credits cost in money: packs, and whole numbers of a currency's smallest unit.

No fraction ever exists: amounts are minor units, and text is read and written digit by digit.
"""

import re
from collections.abc import Mapping

import msgspec

from domain.credits import CREDITS_MAX, Credits

PACK_ID = re.compile(r"[a-z][a-z0-9-]{0,31}")
CURRENCY = re.compile(r"[A-Z]{3}")
PRICE_MINOR_MAX = 10**12
LIFE_DAYS_MAX = 36_525

CURRENCY_DIGITS_DEFAULT = 2
CURRENCY_DIGITS: Mapping[str, int] = {
    **dict.fromkeys(("BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW"), 0),
    **dict.fromkeys(("PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"), 0),
    **dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"), 3),
    "BTC": 8,
}
"""Digits behind the point where they are not two (ISO 4217; BTC counts satoshis)."""

_AMOUNT = re.compile(r"([0-9]{1,12})(?:\.([0-9]{1,12}))?")


class Pack(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Credits that are sold together. `price_minor` is what all of them cost.

    `life_days` is how long they can be spent, from the payment on; None is for ever.
    """

    id: str
    name: str
    credits: Credits
    price_minor: int
    currency: str
    life_days: int | None = None

    def __post_init__(self) -> None:
        if PACK_ID.fullmatch(self.id) is None:
            raise ValueError(f"{self.id!r}: an id is lower case letters, digits and dashes")
        if CURRENCY.fullmatch(self.currency) is None:
            raise ValueError(f"{self.id}: a currency is three capital letters")
        if not 0 < self.credits <= CREDITS_MAX or not 0 < self.price_minor <= PRICE_MINOR_MAX:
            raise ValueError(f"{self.id}: credits and price are at least 1")
        if self.life_days is not None and not 0 < self.life_days <= LIFE_DAYS_MAX:
            raise ValueError(f"{self.id}: a life is 1 to {LIFE_DAYS_MAX} days")


def digits_of(currency: str) -> int:
    """Digits behind the point of an amount in this currency."""
    return CURRENCY_DIGITS.get(currency, CURRENCY_DIGITS_DEFAULT)


def amount_text(price_minor: int, currency: str) -> str:
    """`1990` euro cents as `19.90`."""
    digits = digits_of(currency)
    if digits == 0:
        return str(price_minor)
    padded = str(price_minor).rjust(digits + 1, "0")
    return f"{padded[:-digits]}.{padded[-digits:]}"


def price_minor_of(text: str, currency: str) -> int | None:
    """`19.9` or `19.90` euros as `1990`; None for anything that is not a whole number of cents."""
    found = _AMOUNT.fullmatch(text)
    if found is None:
        return None
    whole, fraction = found[1], (found[2] or "").rstrip("0")
    digits = digits_of(currency)
    if len(fraction) > digits:
        return None
    price_minor = int(whole + fraction.ljust(digits, "0"))
    return price_minor if price_minor <= PRICE_MINOR_MAX else None


def repaid_minor(price_minor: int, *, part: int, granted: int) -> int:
    """What `part` of `granted` credits cost, rounded down: never more comes back than was paid."""
    assert 0 <= part <= granted, (part, granted)
    return price_minor * part // granted
