"""Every address that may sign up is one that a mail reaches, and no other."""

from uuid import UUID

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from adapters.accounts.opening import normalize_email
from adapters.mail.mail import Mail, message_of
from domain.errors import ValidationFailed

SIGNS = st.text(alphabet="ab1@.<>()[]:;,\\\"=?!{}|_+-'é\u0915\u094d \n", max_size=24)


def receivers(address: str) -> list[str]:
    """Whom a mail to this address would reach."""
    mail = Mail(account_id=UUID(int=1), name="1.verify_email", to=address, subject="x", text="x")
    header = message_of(mail, sender="hello@xavira.example")["To"]
    return [each.addr_spec for each in header.addresses]


@given(SIGNS, SIGNS)
@example(":{!", ";|b.c")
@example("a1<me", "x.com>")
@example("=?utf-8?q?me?=", "x.com")
def test_who_may_sign_up_can_be_written_to(local: str, domain: str) -> None:
    """Whatever is no address of one mailbox is refused."""
    try:
        address = normalize_email(f"{local}@{domain}")
    except ValidationFailed:
        return
    assert receivers(address) == [address]


@pytest.mark.parametrize(
    "address",
    [
        "mia@example.com",
        "o'neil+news@mail.example.co.uk",
        "a=b_c{d}@x-1.io",
        "müller@bücher.example",
        "\u0915@\u092d\u093e\u0930\u0924.example",
    ],
)
def test_usual_addresses_may_sign_up(address: str) -> None:
    """In any script."""
    assert normalize_email(f" {address.upper()} ") == address
    assert receivers(address) == [address]
