"""What an operator does about money: top-ups, payments that match nothing, money that went back."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

import click
from rich.table import Table

from adapters import deployment
from adapters.cli.app import (
    ACCOUNT,
    REASON,
    NamingCommand,
    console,
    print_json,
    print_table,
    settings_with,
)
from adapters.composition.master_key import fitting_master_key
from adapters.eventstore import PostgresLedger
from adapters.payments.packs import load_packs
from adapters.postgres.connections import connect
from adapters.settings import Settings
from adapters.vault import PostgresVault
from domain.credits import CREDITS_MAX, Credits
from domain.errors import InvalidState
from domain.ids import AccountId, payment_id
from domain.ledger import Account
from domain.payments import buying
from domain.payments.buying import PaymentAnswer
from domain.payments.payment import PROVIDER, REFERENCE, Offer, Payment, PaymentNotice
from domain.payments.pricing import CURRENCY_DIGITS, amount_text, no_currency, price_minor_of
from domain.ports import Appended, Command, Ledger

WORK_ROLE = "xavira_work"
OPERATOR = "operator"

WAITING_ROWS_MAX = 1_000

_WAITING = """
SELECT provider, reference, price_minor, currency FROM journal_payments
WHERE unmatched_position IS NOT NULL AND matched_position IS NULL
    AND charged_back_position IS NULL AND repaid_position IS NULL
ORDER BY unmatched_position LIMIT %(limit)s
"""

_REFERENCE = "The payment's reference: one payment is booked once, for ever."
_PROVIDER = "Who took the money."


def register(group: click.Group) -> None:
    """Adds to `credits`, which `operator` registers before."""
    credits_group = group.commands["credits"]
    assert isinstance(credits_group, click.Group)
    for command in (top_up, unmatched, match, charge_back, repay):
        credits_group.add_command(command)


@contextmanager
def _ledger(settings: Settings) -> Iterator[PostgresLedger]:
    with PostgresLedger(deployment.database_url(settings), role=WORK_ROLE) as ledger:
        yield ledger


def _checked(provider: str, reference: str) -> None:
    """Raises click.BadParameter."""
    if PROVIDER.fullmatch(provider) is None:
        raise click.BadParameter("A provider is lower case letters, digits and underscores.")
    if REFERENCE.fullmatch(reference) is None:
        raise click.BadParameter("A reference is 1 to 255 visible ASCII characters.")


@click.command("top-up", cls=NamingCommand)
@click.option("--account", required=True, type=click.UUID, help=ACCOUNT)
@click.option("--pack", default=None, help="A pack; it says credits, price and life.")
@click.option(
    "--credits",
    "amount",
    default=None,
    type=click.IntRange(1, CREDITS_MAX),
    help="How many; with --price, instead of --pack.",
)
@click.option("--price", default=None, help="What was paid, as 49.00; with --credits.")
@click.option("--currency", default=None, help="As in ISO 4217, like EUR; with --credits.")
@click.option("--reference", required=True, help=_REFERENCE)
@click.option("--provider", default="manual", show_default=True, help=_PROVIDER)
@click.option("--reason", default=None, type=REASON, help="Why; kept encrypted in the log.")
@click.option("--json", "as_json", is_flag=True, help="Print the payment and its lot as JSON.")
def top_up(
    account: UUID,
    pack: str | None,
    amount: int | None,
    price: str | None,
    currency: str | None,
    reference: str,
    provider: str,
    reason: str | None,
    as_json: bool,
) -> None:
    """Book a payment that was taken by hand, and grant its credits."""
    _checked(provider, reference)
    settings = settings_with()
    offer = _offer(settings, pack, amount, price, currency)
    account_id = AccountId(account)
    notice = PaymentNotice(
        provider=provider,
        reference=reference,
        kind="paid",
        price_minor=offer.price_minor,
        currency=offer.currency,
        account_id=account_id,
        pack=pack,
    )
    with _ledger(settings) as ledger:
        sealed = None if reason is None else _sealed(settings, ledger, account_id, reason)
        command = buying.top_up(account_id, notice, offer, actor=OPERATOR, reason=sealed)
        _print(ledger.append(command).result(), as_json=as_json)


def _offer(
    settings: Settings,
    pack: str | None,
    amount: int | None,
    price: str | None,
    currency: str | None,
) -> Offer:
    """Raises click.UsageError, PacksInvalid."""
    if pack is not None and (amount, price, currency) == (None, None, None):
        packs = load_packs(settings.packs)
        if pack not in packs:
            raise click.BadParameter(f"There is no pack {pack}; there are {', '.join(packs)}.")
        known = packs[pack]
        return Offer(
            credits=known.credits,
            price_minor=known.price_minor,
            currency=known.currency,
            life_days=known.life_days,
        )
    if pack is not None or amount is None or price is None or currency is None:
        raise click.UsageError("Name either --pack, or --credits with --price and --currency.")
    if currency not in CURRENCY_DIGITS:
        raise click.BadParameter(f"{no_currency(currency)}.")
    price_minor = price_minor_of(price, currency)
    if not price_minor:
        raise click.BadParameter(f"{price} is no amount of {currency}.")
    return Offer(credits=Credits(amount), price_minor=price_minor, currency=currency)


def _sealed(settings: Settings, ledger: Ledger, account_id: AccountId, reason: str) -> bytes:
    """The reason under the account's key. Raises click.ClickException for an unknown account."""
    state = ledger.load([account_id]).result()[account_id].state
    if not isinstance(state, Account):
        raise click.ClickException(f"There is no account {account_id}.")
    if state.erased:
        raise InvalidState("This account was erased.")
    vault = PostgresVault(
        deployment.database_url(settings), fitting_master_key(settings), role=WORK_ROLE
    )
    try:
        return vault.seal(account_id, reason.encode())
    finally:
        vault.close()


@click.command("unmatched")
@click.option("--json", "as_json", is_flag=True, help="Print the payments as JSON.")
def unmatched(as_json: bool) -> None:
    """List payments that came in and matched nothing, oldest first, as far as `work` has read."""
    url = deployment.database_url(settings_with())
    with connect(url, role=WORK_ROLE) as connection:
        rows = connection.execute(_WAITING, {"limit": WAITING_ROWS_MAX}).fetchall()
    waiting = [
        {"provider": provider, "reference": reference, "price_minor": minor, "currency": currency}
        for provider, reference, minor, currency in rows
    ]
    if as_json:
        print_json(waiting)
        return
    table = Table("provider", "reference", "price", box=None)
    for provider, reference, minor, currency in rows:
        table.add_row(provider, reference, f"{amount_text(minor, currency)} {currency}")
    if rows:
        print_table(table)
    else:
        console().print("Every payment is matched.")


@click.command("match", cls=NamingCommand)
@click.option("--account", required=True, type=click.UUID, help=ACCOUNT)
@click.option(
    "--credits", "amount", required=True, type=click.IntRange(1, CREDITS_MAX), help="How many."
)
@click.option("--reference", required=True, help=_REFERENCE)
@click.option("--provider", required=True, help=_PROVIDER)
@click.option("--json", "as_json", is_flag=True, help="Print the payment and its lot as JSON.")
def match(account: UUID, amount: int, reference: str, provider: str, as_json: bool) -> None:
    """Grant credits for a payment that came in and matched nothing."""
    _checked(provider, reference)
    command = buying.match_payment(
        provider,
        reference,
        account_id=AccountId(account),
        amount=Credits(amount),
        actor=OPERATOR,
    )
    with _ledger(settings_with()) as ledger:
        _print(ledger.append(command).result(), as_json=as_json)


@click.command("charge-back")
@click.option("--reference", required=True, help=_REFERENCE)
@click.option("--provider", default="manual", show_default=True, help=_PROVIDER)
@click.option("--json", "as_json", is_flag=True, help="Print the payment and its lot as JSON.")
def charge_back(reference: str, provider: str, as_json: bool) -> None:
    """Revoke the credits of a payment whose money was taken back; what was spent is a loss."""
    _checked(provider, reference)
    with _ledger(settings_with()) as ledger:
        payment = _known(ledger, provider, reference)
        if payment is None:
            raise InvalidState(
                f"There is no payment {reference} of {provider}; nothing was booked."
            )
        command: Command = buying.charge_back(
            provider, reference, account_id=payment.account_id, actor=OPERATOR
        )
        _print(ledger.append(command).result(), as_json=as_json)


@click.command("repay")
@click.option("--reference", required=True, help=_REFERENCE)
@click.option("--provider", default="manual", show_default=True, help=_PROVIDER)
@click.option("--json", "as_json", is_flag=True, help="Print the payment and its lot as JSON.")
def repay(reference: str, provider: str, as_json: bool) -> None:
    """Book that money was sent back, for the credits of a payment that are still there."""
    _checked(provider, reference)
    with _ledger(settings_with()) as ledger:
        payment = _known(ledger, provider, reference)
        account_id = None if payment is None else payment.account_id
        command = buying.repay_top_up(provider, reference, account_id=account_id, actor=OPERATOR)
        _print(ledger.append(command).result(), as_json=as_json)


def _known(ledger: Ledger, provider: str, reference: str) -> Payment | None:
    claimed = payment_id(provider, reference)
    payment = ledger.load([claimed]).result()[claimed].state
    return payment if isinstance(payment, Payment) else None


def _print(appended: Appended, *, as_json: bool) -> None:
    answer: PaymentAnswer = appended.answer
    if as_json:
        print_json(answer)
        return
    parts = []
    if answer.repaid_minor is not None and answer.currency is not None:
        money = f"{amount_text(answer.repaid_minor, answer.currency)} {answer.currency}"
        parts.append(f"{money} for {answer.repaid_credits} credits")
    if answer.credits is not None:
        parts.append(f"{answer.credits} credits, account {answer.account_id}, lot {answer.lot_id}")
    told = answer.status.replace("_", " ") + (f": {'; '.join(parts)}" if parts else "")
    again = " (as before)" if answer.replayed else ""
    console().print(f"Payment {answer.payment_id} {told}{again}.", soft_wrap=True)
