"""What credits cost: whole numbers of a currency's smallest unit, read and written exactly."""

from typing import Any

import pytest

from domain.payments.pricing import (
    CURRENCY_DIGITS,
    Pack,
    amount_text,
    price_minor_of,
    repaid_minor,
)


@pytest.mark.parametrize(
    ("text", "currency", "minor"),
    [
        ("49.00", "EUR", 4900),
        ("49", "EUR", 4900),
        ("49.9", "EUR", 4990),
        ("0.01", "EUR", 1),
        ("49.000000", "EUR", 4900),
        ("2000", "JPY", 2000),
        ("1.234", "KWD", 1234),
        ("0.00050000", "BTC", 50_000),
    ],
)
def test_amounts_are_read_digit_by_digit(text: str, currency: str, minor: int) -> None:
    """In the currency's own digits, and never through a fraction."""
    assert price_minor_of(text, currency) == minor


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("49.001", "EUR"),
        ("2000.5", "JPY"),
        ("-1", "EUR"),
        ("1e3", "EUR"),
        ("", "EUR"),
        (".5", "EUR"),
        ("1.", "EUR"),
        ("4,90", "EUR"),
        ("٤٩", "EUR"),
        ("99999999999999", "EUR"),
        ("NaN", "EUR"),
    ],
)
def test_what_is_no_whole_number_of_cents_is_no_amount(text: str, currency: str) -> None:
    """Nothing is rounded and nothing is guessed."""
    assert price_minor_of(text, currency) is None


@pytest.mark.parametrize(
    ("minor", "currency", "text"),
    [(4900, "EUR", "49.00"), (5, "EUR", "0.05"), (2000, "JPY", "2000"), (1, "BTC", "0.00000001")],
)
def test_amounts_are_written_with_all_their_digits(minor: int, currency: str, text: str) -> None:
    """As a provider wants them."""
    assert amount_text(minor, currency) == text


def test_the_currencies_are_those_of_the_standard() -> None:
    """All that are money somewhere, each once, with their digits; and one that is older booked."""
    assert len(CURRENCY_DIGITS) == 156
    known = {code: CURRENCY_DIGITS[code] for code in ("USD", "XCG", "ISK", "TND", "XOF", "BTC")}
    assert known == {"USD": 2, "XCG": 2, "ISK": 0, "TND": 3, "XOF": 0, "BTC": 8}
    assert "HRK" not in CURRENCY_DIGITS
    assert amount_text(1990, "HRK") == "19.90"


def test_a_repayment_is_rounded_down() -> None:
    """Never more than was paid: 1 of 3 credits of 1.00 is 0.33, all three are 1.00."""
    assert [repaid_minor(100, part=part, granted=3) for part in range(4)] == [0, 33, 66, 100]


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": "Standard"},
        {"id": ""},
        {"currency": "eur"},
        {"currency": "XYZ"},
        {"currency": "XTS"},
        {"currency": "XAU"},
        {"currency": "BGN"},
        {"credits": 0},
        {"price_minor": 0},
        {"life_days": 0},
    ],
)
def test_a_pack_that_makes_no_sense_is_refused(wrong: Any) -> None:
    """When it is read, not when it is sold."""
    facts: dict[str, Any] = {
        "id": "standard",
        "name": "Standard",
        "credits": 600,
        "price_minor": 4900,
        "currency": "EUR",
    }
    with pytest.raises(ValueError):
        Pack(**(facts | wrong))
