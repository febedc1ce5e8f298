"""What credits cost in money: packs, and whole numbers of a currency's smallest unit.

No fraction ever exists: amounts are minor units, and text is read and written digit by digit.
"""

import re
from collections.abc import Mapping

import msgspec

from domain.credits import CREDITS_MAX, Credits

PACK_ID = re.compile(r"[a-z][a-z0-9-]{0,31}")
CURRENCY = re.compile(r"[A-Z]{3}")
"""What a provider may call one: money that came in is recorded, whatever it came in."""

PRICE_MINOR_MAX = 10**12
LIFE_DAYS_MAX = 36_525

CURRENCY_DIGITS_DEFAULT = 2
_OF_DIGITS: Mapping[int, str] = {
    0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF",
    2: """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN
        BZD CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP
        GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD
        KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN
        NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG
        SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH
        USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG
    """,
    3: "BHD IQD JOD KWD LYD OMR TND",
    8: "BTC",
}
CURRENCY_DIGITS: Mapping[str, int] = {
    code: digits for digits, codes in _OF_DIGITS.items() for code in codes.split()
}
"""The currencies that something may be sold in, and their digits behind the point: list one of ISO
4217 as the maintenance agency (SIX) published it on 2026-01-01, without funds, metals and codes for
tests; and BTC, which counts satoshis. What was booked in another one before keeps two digits.
"""

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
        if self.currency not in CURRENCY_DIGITS:
            raise ValueError(f"{self.id}: {no_currency(self.currency)}")
        if not 0 < self.credits <= CREDITS_MAX or not 0 < self.price_minor <= PRICE_MINOR_MAX:
            raise ValueError(f"{self.id}: credits and price are at least 1")
        if self.life_days is not None and not 0 < self.life_days <= LIFE_DAYS_MAX:
            raise ValueError(f"{self.id}: a life is 1 to {LIFE_DAYS_MAX} days")


def no_currency(code: str) -> str:
    """What is wrong with a code that is none of them."""
    return f"{code!r} is no currency that ISO 4217 lists, like EUR or USD, and not BTC"


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
