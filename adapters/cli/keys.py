"""API keys in an operator's hands: issue with any scope, rotate, revoke, cap."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import get_args
from uuid import UUID, uuid4

import click

from adapters import deployment
from adapters.cli.app import console, print_json, settings_with
from adapters.eventstore import PostgresLedger
from adapters.keys import PEPPER_VERSION, IssuedKey, issue_key
from adapters.settings import Settings
from domain import handlers
from domain.caps import Cap, CapPeriod
from domain.credits import CREDITS_MAX
from domain.ids import AccountId, KeyId
from domain.keys import KeyIssued, Scope, Successor
from domain.ports import GroundRow

OPERATOR = "operator"
SCOPES: tuple[Scope, ...] = get_args(Scope)
PERIODS: tuple[CapPeriod, ...] = get_args(CapPeriod)
OVERLAP_HOURS_MAX = 7 * 24


def register(group: click.Group) -> None:
    group.add_command(keys)


@contextmanager
def _ledger(settings: Settings) -> Iterator[PostgresLedger]:
    with PostgresLedger(deployment.database_url(settings), role="xavira_work") as ledger:
        yield ledger


@click.group()
def keys() -> None:
    """Issue, rotate, revoke and cap API keys."""


@keys.command("issue")
@click.option("--account", required=True, type=click.UUID)
@click.option("--scope", required=True, help=f"Comma-separated: {', '.join(SCOPES)}.")
@click.option("--days", default=None, type=click.IntRange(1, 3_650), help="Days until it ends.")
@click.option("--json", "as_json", is_flag=True, help="Print key_id and api_key as JSON.")
def keys_issue(account: UUID, scope: str, days: int | None, as_json: bool) -> None:
    """Issue a key for an account; it is shown this once."""
    scopes = tuple(dict.fromkeys(part.strip() for part in scope.split(",")))
    unknown = [part for part in scopes if part not in SCOPES]
    if unknown:
        raise click.BadParameter(f"There is no scope {unknown[0]!r}.")
    settings = settings_with()
    key, key_id = _fresh(settings)
    expires_at = None if days is None else datetime.now(UTC) + timedelta(days=days)
    event = KeyIssued(
        key_id=key_id, prefix=key.prefix, last4=key.last4, scopes=scopes, expires_at=expires_at
    )
    rows = (_row(AccountId(account), key_id, key),)
    with _ledger(settings) as ledger:
        ledger.append(handlers.issue_key(AccountId(account), event, rows=rows)).result()
    _print(key_id, key, as_json=as_json)


@keys.command("rotate")
@click.option("--account", required=True, type=click.UUID)
@click.option("--key", "old", required=True, type=click.UUID, help="Id of the key to replace.")
@click.option(
    "--overlap-hours",
    default=24,
    show_default=True,
    type=click.IntRange(0, OVERLAP_HOURS_MAX),
    help="How long the old key goes on.",
)
@click.option("--json", "as_json", is_flag=True, help="Print key_id and api_key as JSON.")
def keys_rotate(account: UUID, old: UUID, overlap_hours: int, as_json: bool) -> None:
    """Replace a key by a new one with the same scopes and the same cap."""
    settings = settings_with()
    key, key_id = _fresh(settings)
    command = handlers.rotate_key(
        AccountId(account),
        KeyId(old),
        Successor(key_id=key_id, prefix=key.prefix, last4=key.last4),
        overlap=timedelta(hours=overlap_hours),
        actor=OPERATOR,
        rows=(_row(AccountId(account), key_id, key),),
    )
    with _ledger(settings) as ledger:
        ledger.append(command).result()
    _print(key_id, key, as_json=as_json)


@keys.command("revoke")
@click.option("--account", required=True, type=click.UUID)
@click.option("--key", "key_id", required=True, type=click.UUID, help="Id of the key.")
def keys_revoke(account: UUID, key_id: UUID) -> None:
    """End a key: nothing is charged with it after this."""
    command = handlers.revoke_key(AccountId(account), KeyId(key_id), actor=OPERATOR)
    with _ledger(settings_with()) as ledger:
        ledger.append(command).result()
    console().print(f"{key_id} is revoked.")


@keys.command("cap")
@click.option("--account", required=True, type=click.UUID)
@click.option("--key", "key_id", required=True, type=click.UUID, help="Id of the key.")
@click.option(
    "--credits",
    "amount",
    default=None,
    type=click.IntRange(0, CREDITS_MAX),
    help="Most that it may spend in a period; no cap when left out.",
)
@click.option("--period", default="month", show_default=True, type=click.Choice(PERIODS))
def keys_cap(account: UUID, key_id: UUID, amount: int | None, period: CapPeriod) -> None:
    """Cap what a key and those it was rotated into may spend together, or lift the cap."""
    cap = None if amount is None else Cap(amount, period)
    command = handlers.cap_key(AccountId(account), KeyId(key_id), cap, actor=OPERATOR)
    with _ledger(settings_with()) as ledger:
        ledger.append(command).result()
    told = "has no cap" if cap is None else f"may spend {cap.amount} credits a {cap.period}"
    console().print(f"{key_id} {told} now.")


def _fresh(settings: Settings) -> tuple[IssuedKey, KeyId]:
    key = issue_key("live", pepper=deployment.master_key(settings).pepper)
    return key, KeyId(uuid4())


def _row(account_id: AccountId, key_id: KeyId, key: IssuedKey) -> GroundRow:
    values = {
        "key_hash": key.key_hash,
        "pepper": PEPPER_VERSION,
        "key_id": key_id,
        "account_id": account_id,
        "book": "live",
    }
    return GroundRow(table="key_hashes", values=values)


def _print(key_id: KeyId, key: IssuedKey, *, as_json: bool) -> None:
    if as_json:
        print_json({"key_id": key_id, "api_key": key.secret})
    else:
        console().print(f"key_id   {key_id}\napi_key  {key.secret}", soft_wrap=True)
