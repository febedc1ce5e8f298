"""Packs and providers as an operator configures them: whole, or refused in one sentence."""

from pathlib import Path
from typing import Any

import pytest

from adapters.payments.configured import payment_providers
from adapters.payments.packs import PacksInvalid, load_packs
from adapters.settings import SettingInvalid, Settings
from domain.credits import Credits
from domain.payments.pricing import Pack

BTCPAY: dict[str, Any] = {
    "btcpay_url": "https://btcpay.example",
    "btcpay_store_id": "Store1",
    "btcpay_api_key": "an-unmistakable-api-key",
    "btcpay_webhook_secret": "secret",
}
SIGNED: dict[str, Any] = {
    "signed_http_url": "https://pay.example/buy",
    "signed_http_secret": "s" * 32,
}


def test_the_built_in_packs_can_be_read() -> None:
    """Three of them, dearer ones cheaper by the credit, none with an end."""
    packs = load_packs()
    assert [(p.id, p.credits, p.price_minor) for p in packs.values()] == [
        ("starter", 100, 900),
        ("standard", 600, 4900),
        ("studio", 3000, 19900),
    ]
    assert {p.life_days for p in packs.values()} == {None}


def test_an_operator_writes_packs(tmp_path: Path) -> None:
    """In any currency, with or without an end."""
    file = tmp_path / "packs.toml"
    file.write_text(
        '[packs.kanji]\nname = "漢字"\ncredits = 50\nprice = "700"\ncurrency = "JPY"\n'
        "life_days = 365\n"
    )
    assert load_packs(file) == {
        "kanji": Pack(
            id="kanji",
            name="漢字",
            credits=Credits(50),
            price_minor=700,
            currency="JPY",
            life_days=365,
        )
    }


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[packs.a]\n",
        '[packs.a]\nname = "A"\ncredits = 1\nprice = "1.001"\ncurrency = "EUR"\n',
        '[packs.a]\nname = "A"\ncredits = 1\nprice = 1.5\ncurrency = "EUR"\n',
        '[packs.a]\nname = "A"\ncredits = 1.5\nprice = "1"\ncurrency = "EUR"\n',
        '[packs.a]\nname = "A"\ncredits = 0\nprice = "1"\ncurrency = "EUR"\n',
        '[packs.a]\nname = "A"\ncredits = 1\nprice = "0"\ncurrency = "EUR"\n',
        '[packs.A_B]\nname = "A"\ncredits = 1\nprice = "1"\ncurrency = "EUR"\n',
        '[packs.a]\nname = "A"\ncredits = 1\nprice = "1"\ncurrency = "EUR"\nbonus = 1\n',
    ],
)
def test_packs_that_make_no_sense_are_refused(tmp_path: Path, text: str) -> None:
    """A missing or unknown field, a fraction of a cent or credit, nothing for nothing."""
    file = tmp_path / "packs.toml"
    file.write_text(text)
    with pytest.raises(PacksInvalid, match="XAVIRA_PACKS cannot be used"):
        load_packs(file)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """In the same sentence."""
    with pytest.raises(PacksInvalid):
        load_packs(tmp_path / "none.toml")


def test_providers_are_those_whose_settings_are_there() -> None:
    """By hand always; the others when they are set, whoever makes the links."""
    assert list(payment_providers(Settings())) == ["manual"]
    every = Settings(payment_provider="btcpay", **BTCPAY, **SIGNED)
    assert list(payment_providers(every)) == ["manual", "signed_http", "btcpay"]


@pytest.mark.parametrize(
    "settings",
    [
        {"payment_provider": "btcpay"},
        {"payment_provider": "signed_http"},
        {"btcpay_url": "https://btcpay.example"},
        {"signed_http_secret": "s" * 32},
        SIGNED | {"signed_http_secret": "short"},
    ],
)
def test_a_provider_that_is_half_set_up_is_refused(settings: dict[str, Any]) -> None:
    """Before anything is served."""
    with pytest.raises(SettingInvalid, match="XAVIRA_"):
        payment_providers(Settings(**settings))


def test_secrets_do_not_show() -> None:
    """Neither in a repr of the settings nor in a log line made of it."""
    shown = repr(Settings(**BTCPAY, **SIGNED))
    assert "unmistakable" not in shown
    assert "s" * 32 not in shown
