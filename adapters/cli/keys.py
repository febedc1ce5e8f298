"""API keys in an operator's hands: issue with any scope, rotate, revoke, cap."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import get_args
from uuid import UUID, uuid4

import click

from adapters import deployment
from adapters.accounts.opening import SCOPES_ALL, NewAccount, issue_test_key
from adapters.cli.app import ACCOUNT, WholeSentencesGroup, console, print_json, settings_with
from adapters.composition.master_key import fitting_master_key
from adapters.eventstore import PostgresLedger
from adapters.keys import IssuedKey, issue_key, key_row
from adapters.postgres.connections import connect
from adapters.settings import Settings
from domain import handlers
from domain.credits import CREDITS_MAX
from domain.ids import AccountId, Book, KeyId
from domain.keys.caps import Cap, CapPeriod
from domain.keys.key import KeyIssued, Scope, Successor
from domain.ledger import Account

OPERATOR = "operator"
SCOPES: tuple[Scope, ...] = get_args(Scope)
PERIODS: tuple[CapPeriod, ...] = get_args(CapPeriod)
OVERLAP_HOURS_MAX = 7 * 24


def register(group: click.Group) -> None:
    group.add_command(keys)


_TEST = click.option("--test", is_flag=True, help="A key of the test book (xav_test_).")


@contextmanager
def _ledger(settings: Settings, *, test: bool = False) -> Iterator[PostgresLedger]:
    url = deployment.database_url(settings)
    with PostgresLedger(url, role="xavira_work", book=_book(test=test)) as ledger:
        yield ledger


def _book(*, test: bool) -> Book:
    return "test" if test else "live"


@click.group(cls=WholeSentencesGroup)
def keys() -> None:
    """Issue, rotate, revoke and cap API keys."""


@keys.command("issue")
@click.option("--account", required=True, type=click.UUID, help=ACCOUNT)
@click.option("--scope", required=True, help=f"Comma-separated: {', '.join(SCOPES)}.")
@click.option("--days", default=None, type=click.IntRange(1, 3_650), help="Days until it ends.")
@_TEST
@click.option("--json", "as_json", is_flag=True, help="Print key_id and api_key as JSON.")
def keys_issue(account: UUID, scope: str, days: int | None, test: bool, as_json: bool) -> None:
    """Issue a key for an account; it is shown this once.

    A test key also fills the account's free test credits up again.
    """
    scopes = tuple(dict.fromkeys(part.strip() for part in scope.split(",")))
    unknown = [part for part in scopes if part not in SCOPES]
    if unknown:
        raise click.BadParameter(
            f"There is no scope {unknown[0]!r}; there are {', '.join(SCOPES)}."
        )
    settings = settings_with()
    expires_at = None if days is None else datetime.now(UTC) + timedelta(days=days)
    if test:
        issued = issue_test(settings, AccountId(account), scopes=scopes, expires_at=expires_at)
        _print(issued.key_id, issued.key, as_json=as_json)
        return
    key, key_id = _fresh(settings)
    event = KeyIssued(
        key_id=key_id, prefix=key.prefix, last4=key.last4, scopes=scopes, expires_at=expires_at
    )
    rows = (key_row("live", AccountId(account), key_id, key),)
    with _ledger(settings) as ledger:
        ledger.append(handlers.issue_key(AccountId(account), event, rows=rows)).result()
    _print(key_id, key, as_json=as_json)


def issue_test(
    settings: Settings,
    account_id: AccountId,
    *,
    scopes: tuple[str, ...] = SCOPES_ALL,
    expires_at: datetime | None = None,
) -> NewAccount:
    """A recorded test key of an account of the live book. Raises click.ClickException."""
    with _ledger(settings) as ledger:
        if not isinstance(ledger.load([account_id]).result()[account_id].state, Account):
            raise click.ClickException(f"There is no account {account_id}.")
    with _ledger(settings, test=True) as ledger:
        issued = issue_test_key(
            ledger,
            fitting_master_key(settings),
            account_id,
            scopes=scopes,
            expires_at=expires_at,
        )
        issued.appended.result()
    return issued


@keys.command("rotate")
@click.option("--account", required=True, type=click.UUID, help=ACCOUNT)
@click.option("--key", "old", required=True, type=click.UUID, help="Id of the key to replace.")
@click.option(
    "--overlap-hours",
    default=24,
    show_default=True,
    type=click.IntRange(0, OVERLAP_HOURS_MAX),
    help="How long the old key goes on.",
)
@_TEST
@click.option("--json", "as_json", is_flag=True, help="Print key_id and api_key as JSON.")
def keys_rotate(account: UUID, old: UUID, overlap_hours: int, test: bool, as_json: bool) -> None:
    """Replace a key by a new one with the same scopes and the same cap."""
    settings = settings_with()
    key, key_id = _fresh(settings, test=test)
    command = handlers.rotate_key(
        AccountId(account),
        KeyId(old),
        Successor(key_id=key_id, prefix=key.prefix, last4=key.last4),
        overlap=timedelta(hours=overlap_hours),
        actor=OPERATOR,
        rows=(key_row(_book(test=test), AccountId(account), key_id, key),),
    )
    with _ledger(settings, test=test) as ledger:
        ledger.append(command).result()
    _print(key_id, key, as_json=as_json)


@keys.command("revoke")
@click.option("--account", required=True, type=click.UUID, help=ACCOUNT)
@click.option("--key", "key_id", required=True, type=click.UUID, help="Id of the key.")
@_TEST
def keys_revoke(account: UUID, key_id: UUID, test: bool) -> None:
    """End a key: nothing is charged with it after this."""
    command = handlers.revoke_key(AccountId(account), KeyId(key_id), actor=OPERATOR)
    with _ledger(settings_with(), test=test) as ledger:
        ledger.append(command).result()
    console().print(f"{key_id} is revoked.")


@keys.command("cap")
@click.option("--account", required=True, type=click.UUID, help=ACCOUNT)
@click.option("--key", "key_id", required=True, type=click.UUID, help="Id of the key.")
@click.option(
    "--credits",
    "amount",
    default=None,
    type=click.IntRange(0, CREDITS_MAX),
    help="Most that it may spend in a period; no cap when left out.",
)
@click.option(
    "--period",
    default="month",
    show_default=True,
    type=click.Choice(PERIODS),
    help="After it, spending starts from nothing again.",
)
@_TEST
def keys_cap(
    account: UUID, key_id: UUID, amount: int | None, period: CapPeriod, test: bool
) -> None:
    """Cap what a key and those it was rotated into may spend together, or lift the cap."""
    cap = None if amount is None else Cap(amount, period)
    command = handlers.cap_key(AccountId(account), KeyId(key_id), cap, actor=OPERATOR)
    with _ledger(settings_with(), test=test) as ledger:
        ledger.append(command).result()
    told = "has no cap" if cap is None else f"may spend {cap.amount} credits a {cap.period}"
    console().print(f"{key_id} {told} now.")


@keys.command("peppers")
@click.option("--json", "as_json", is_flag=True, help="Print version, listed and keys as JSON.")
def keys_peppers(as_json: bool) -> None:
    """Tell how many keys are hashed under each pepper, and which peppers are listed."""
    settings = settings_with()
    master_key = fitting_master_key(settings)
    listed = [pepper.version for pepper in (master_key.pepper, *master_key.old_peppers)]
    with connect(deployment.database_url(settings), role="xavira_work") as connection:
        query = "SELECT pepper, count(*) FROM key_hashes GROUP BY pepper"
        counted = dict(connection.execute(query).fetchall())
    found = [
        {"version": version, "listed": version in listed, "keys": counted.get(version, 0)}
        for version in sorted({*listed, *counted}, reverse=True)
    ]
    if as_json:
        print_json(found)
        return
    for each in found:
        told = "" if each["listed"] else ", which is not listed: they do not work"
        console().print(f"pepper {each['version']}: {each['keys']} keys{told}")


def _fresh(settings: Settings, *, test: bool = False) -> tuple[IssuedKey, KeyId]:
    key = issue_key(_book(test=test), pepper=fitting_master_key(settings).pepper)
    return key, KeyId(uuid4())


def _print(key_id: KeyId, key: IssuedKey, *, as_json: bool) -> None:
    if as_json:
        print_json({"key_id": key_id, "api_key": key.secret})
    else:
        console().print(f"key_id   {key_id}\napi_key  {key.secret}", soft_wrap=True)
