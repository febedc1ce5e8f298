"""Which providers this deployment has, made from its settings. Nobody is called here."""

import time

from adapters.payments.btcpay import BTCPAY, BtcpayProvider
from adapters.payments.manual import ManualProvider
from adapters.payments.signed_http import SIGNED_HTTP, SignedHttpProvider
from adapters.settings import SettingInvalid, Settings
from domain.payments.payment import PaymentProvider

SIGNED_HTTP_SECRET_CHARACTERS_MIN = 32


def payment_providers(settings: Settings) -> dict[str, PaymentProvider]:
    """Everyone whose messages are listened to, by name. Raises SettingInvalid."""
    made = (_manual(settings), _signed_http(settings), _btcpay(settings))
    providers = {provider.name: provider for provider in made if provider is not None}
    if settings.payment_provider not in providers:
        raise SettingInvalid(
            f"XAVIRA_PAYMENT_PROVIDER is {settings.payment_provider},"
            f" but the settings XAVIRA_{settings.payment_provider.upper()}_* are missing."
        )
    return providers


def _manual(settings: Settings) -> PaymentProvider:
    return ManualProvider(settings.manual_checkout_url)


def _signed_http(settings: Settings) -> PaymentProvider | None:
    given = _complete(SIGNED_HTTP, settings.signed_http_url, settings.signed_http_secret)
    if given is None:
        return None
    url, secret = given
    if len(secret) < SIGNED_HTTP_SECRET_CHARACTERS_MIN:
        raise SettingInvalid(
            f"XAVIRA_SIGNED_HTTP_SECRET needs {SIGNED_HTTP_SECRET_CHARACTERS_MIN} characters."
        )
    return SignedHttpProvider(url=url, secret=secret.encode(), clock=time.time)


def _btcpay(settings: Settings) -> PaymentProvider | None:
    given = _complete(
        BTCPAY,
        settings.btcpay_url,
        settings.btcpay_store_id,
        settings.btcpay_api_key,
        settings.btcpay_webhook_secret,
    )
    if given is None:
        return None
    url, store_id, api_key, webhook_secret = given
    return BtcpayProvider(
        url=url, store_id=store_id, api_key=api_key, webhook_secret=webhook_secret.encode()
    )


def _complete(provider: str, *given: str | None) -> tuple[str, ...] | None:
    """All of a provider's settings, or None when none is set. Raises SettingInvalid."""
    present = tuple(value for value in given if value is not None)
    if not present:
        return None
    if len(present) < len(given):
        raise SettingInvalid(f"Some of XAVIRA_{provider.upper()}_* are set, but not all of them.")
    return present
