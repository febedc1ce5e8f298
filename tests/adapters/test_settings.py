"""Settings come from the environment: read whole, or refused in a sentence with the variable."""

import re
from pathlib import Path

import msgspec
import pytest

from adapters.settings import CLIENT_VARIABLES, SettingInvalid, environment_of, load_settings

ROOT = Path(__file__).parents[2]
PAGES = sorted({ROOT / "README.md", *(ROOT / "docs").rglob("*.md")})
VARIABLE = re.compile(r"\bXAVIRA_[A-Z0-9]+(?:_[A-Z0-9]+)*\b(?!_)")


def test_a_name_that_is_no_setting_is_refused() -> None:
    """A misspelt setting would otherwise be a default that nobody asked for."""
    with pytest.raises(SettingInvalid, match=r"^XAVIRA_PROT is not a setting of this version"):
        load_settings({"XAVIRA_PROT": "8081"})


def test_a_value_that_cannot_be_used_names_its_variable() -> None:
    """Before anything is started."""
    with pytest.raises(SettingInvalid, match=r"^XAVIRA_PORT cannot be used: "):
        load_settings({"XAVIRA_PORT": "eighty"})


@pytest.mark.parametrize(
    ("variable", "value", "reason"),
    [
        ("XAVIRA_PORT", "abc", "it is no whole number"),
        ("XAVIRA_METRICS_PORT", "abc", "it is no whole number"),
        ("XAVIRA_WAIT_SECONDS", "abc", "it is no number"),
        ("XAVIRA_NON_COMMERCIAL", "abc", "it is neither true nor false"),
        ("XAVIRA_PAYMENT_PROVIDER", "paypal", "it is none of manual, signed_http, btcpay"),
        ("XAVIRA_PORT", "0", "Expected `int` >= 1"),
    ],
)
def test_what_a_value_has_to_be_is_told(variable: str, value: str, reason: str) -> None:
    """In words of a person, with every value that may be chosen."""
    with pytest.raises(SettingInvalid) as refused:
        load_settings({variable: value})
    assert str(refused.value) == f"{variable} cannot be used: {reason}."


@pytest.mark.parametrize("variable", ["XAVIRA_DATABASE_URL", "XAVIRA_DATABASE_OWNER_URL"])
@pytest.mark.parametrize(
    "value", ["foo", "http://a:hush@b/c", "postgresql://a:hu sh@b/c", "postgresql://a:hu/sh@b/c"]
)
def test_what_is_no_database_is_told_without_its_password(variable: str, value: str) -> None:
    """One sentence names the variable, and holds nothing of the value."""
    with pytest.raises(SettingInvalid) as refused:
        load_settings({variable: value})
    assert str(refused.value) == (
        f"{variable} cannot be used: it is no address of a database like"
        " postgresql://user:password@host:5432/name."
    )


@pytest.mark.parametrize(
    "value", ["postgresql://a:b@c:5432,d:5433/e", "postgres:///a", "host=/tmp dbname=a", "dbname=a"]
)
def test_every_way_to_name_a_database_is_taken(value: str) -> None:
    """As PostgreSQL's own programs take it."""
    assert load_settings({"XAVIRA_DATABASE_URL": value}).database_url == value


@pytest.mark.parametrize("variable", ["PUBLIC_URL", "OTLP_ENDPOINT", "MAIL_PAGE_URL"])
def test_links_are_made_of_web_addresses_only(variable: str) -> None:
    """Nobody could follow the others."""
    for value in ("foo", "ftp://a", "https://", "http://a:b", "http://a b", "//a/b"):
        with pytest.raises(SettingInvalid) as refused:
            load_settings({f"XAVIRA_{variable}": value})
        assert str(refused.value) == (
            f"XAVIRA_{variable} cannot be used: it is no http(s) address like https://example.org."
        )
    for value in ("http://localhost:8080", "https://[::1]:4318/", "https://example.org/a?b=c"):
        load_settings({f"XAVIRA_{variable}": value})


def test_a_sender_is_one_mail_address() -> None:
    """With a name before it or without."""
    for value in ("foo", "@a", "a@", "a@b, c@d", "a@b\nBcc: c@d", "<>"):
        with pytest.raises(SettingInvalid, match=r"^XAVIRA_MAIL_FROM cannot be used: "):
            load_settings({"XAVIRA_MAIL_FROM": value})
    for value in ("a@localhost", "Xavira <a@example.org>"):
        load_settings({"XAVIRA_MAIL_FROM": value})


def test_what_a_client_sets_may_stand_in_the_same_shell() -> None:
    """The guides export an address and keys; whoever follows them runs `xavira` there as well."""
    client = dict.fromkeys(CLIENT_VARIABLES, "x")
    assert load_settings(client | {"XAVIRA_PORT": "8081"}) == load_settings({"XAVIRA_PORT": "8081"})


def test_an_empty_value_counts_as_unset() -> None:
    """So a line of a compose file may be left blank."""
    assert load_settings({"XAVIRA_PORT": ""}) == load_settings({})


def test_a_child_process_is_told_the_same() -> None:
    """What differs from the defaults, as variables again."""
    settings = load_settings({"XAVIRA_PORT": "8081", "XAVIRA_HOST": "0.0.0.0", "HOME": "x"})
    assert environment_of(settings) == {"XAVIRA_PORT": "8081", "XAVIRA_HOST": "0.0.0.0"}
    assert load_settings(environment_of(settings)) == settings


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_variable_of_a_page_is_known(page: Path) -> None:
    """To the program as a setting, or as one of its clients' own."""
    settings = {f"XAVIRA_{name.upper()}" for name in msgspec.structs.asdict(load_settings({}))}
    assert set(VARIABLE.findall(page.read_text())) - settings - CLIENT_VARIABLES == set()
