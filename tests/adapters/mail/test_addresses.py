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
    """Whom a mail to this address would reach; its domain travels in ASCII."""
    mail = Mail(account_id=UUID(int=1), name="1.verify_email", to=address, subject="x", text="x")
    header = message_of(mail, sender="hello@xavira.example")["To"]
    assert all(each.domain.isascii() for each in header.addresses)
    return [normalize_email(each.addr_spec) for each in header.addresses]


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


@pytest.mark.parametrize(
    "spelling",
    [
        "jos\u00e9@ex\u00e4mple.com",
        "jose\u0301@exa\u0308mple.com",
        "Jos\u00c9@xn--exmple-cua.com",
        "jos\u00e9@XN--EXMPLE-CUA.COM",
        "jos\u00e9@\uff45x\u00e4mple.com",
        "jos\u00e9@ex\u00e4mple\u3002com",
    ],
)
def test_one_mailbox_has_one_spelling(spelling: str) -> None:
    """Or it could open one account for each, with free credits. A server that knows no other
    signs than ASCII in domains is given one.
    """
    assert normalize_email(spelling) == "jos\u00e9@ex\u00e4mple.com"
    to = normalize_email(spelling)
    mail = Mail(account_id=UUID(int=1), name="1", to=to, subject="x", text="x")
    assert message_of(mail, sender="a@b.example")["To"].addresses[0].domain == "xn--exmple-cua.com"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("me@fa\u00df.example", "me@fass.example"),
        ("gro\u00df@example.com", "gross@example.com"),
        ("\ufb01n@example.com", "fin@example.com"),
        ("\u03c3\u03c2@example.com", "\u03c3\u03c3@example.com"),
    ],
)
def test_no_letter_becomes_another(one: str, other: str) -> None:
    """Or mails of one holder, and with them the account, would be somebody else's."""
    assert normalize_email(one) == one
    assert normalize_email(other) == other


@pytest.mark.parametrize("domain", ["xn--a.com", "\u0300a.example", "a..com", "a.com."])
def test_what_is_no_domain_is_refused(domain: str) -> None:
    """Whatever the library for domains makes of it."""
    with pytest.raises(ValidationFailed):
        normalize_email(f"me@{domain}")
