"""Credits: the integer unit that everything costs. No fractions, no floats, no negative amounts."""

from typing import NewType

Credits = NewType("Credits", int)

CREDITS_MAX = 1_000_000_000_000
"""More than any lot can hold; keeps every sum far inside a 64-bit integer."""

SIGNUP_CREDITS = Credits(25)

TEST_CREDITS = Credits(1_000)
"""What every new test key fills its account's test balance up to."""


def positive_credits(amount: int) -> Credits:
    """A positive amount that moves. A wrong one is a programmer's mistake: refuse input earlier."""
    assert type(amount) is int, amount
    assert 0 < amount <= CREDITS_MAX, amount
    return Credits(amount)
