"""What an operator does to a running deployment: accounts, credits, the log, migrations."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import get_args
from uuid import UUID, uuid4

import click
import msgspec
from rich.table import Table
from rich.text import Text

from adapters import deployment
from adapters.accounts.opening import account_id_for, hash_password
from adapters.accounts.opening import open_account as start_opening
from adapters.cli.app import (
    ACCOUNT,
    REASON,
    WholeSentencesGroup,
    console,
    print_json,
    print_table,
    settings_with,
)
from adapters.composition.master_key import fitting_master_key
from adapters.eventstore import PostgresLedger
from adapters.eventstore.follower import Follower
from adapters.legible import legible
from adapters.postgres.connections import connect
from adapters.postgres.migrate import migrate as run_migrations
from adapters.settings import Settings
from adapters.vault import PostgresVault
from domain import handlers
from domain.credits import CREDITS_MAX, Credits
from domain.event import Recorded
from domain.ids import AccountId, LotId
from domain.ledger import LOT_PRIORITY_DEFAULT, Account, CreditsGranted, Tier
from projections.query import PAGE_ROWS_MAX, fetch_all
from projections.standings import AccountStatus, list_standings, query_standing

TIERS = ("base", "scale", "volume", "unlimited")
STATUSES: tuple[AccountStatus, ...] = get_args(AccountStatus)
OPERATOR = "operator"
POSITION_MAX = 2**63 - 1


def register(group: click.Group) -> None:
    for command in (migrate, accounts, credits_group, ledger):
        group.add_command(command)


@contextmanager
def _ledger(settings: Settings) -> Iterator[PostgresLedger]:
    with PostgresLedger(deployment.database_url(settings), role="xavira_work") as ledger:
        yield ledger


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the names of what was applied.")
def migrate(as_json: bool) -> None:
    """Bring the database to the newest schema."""
    applied = run_migrations(deployment.owner_url(settings_with()))
    if as_json:
        print_json(applied)
    else:
        console().print("\n".join(applied) if applied else "The schema is the newest already.")


@click.group(cls=WholeSentencesGroup)
def accounts() -> None:
    """Open accounts and set what they may do."""


@accounts.command("create")
@click.option("--email", required=True, help="Address of the holder; one account each.")
@click.option(
    "--password",
    default=None,
    help="What the holder signs in with over HTTP; no signing in when left out.",
)
@click.option("--json", "as_json", is_flag=True, help="Print account_id and api_key as JSON.")
def accounts_create(email: str, password: str | None, as_json: bool) -> None:
    """Open an account with 25 free credits; its API key is shown this once."""
    settings = settings_with()
    with _ledger(settings) as ledger:
        account = start_opening(
            ledger,
            fitting_master_key(settings),
            email=email,
            password_hash=None if password is None else hash_password(password),
            attestation="operator",
        )
        account.appended.result()
    if as_json:
        print_json({"account_id": account.account_id, "api_key": account.key.secret})
        return
    table = Table(show_header=False, box=None)
    table.add_row("account_id", str(account.account_id))
    table.add_row("api_key", account.key.secret)
    console().print(table)


@accounts.command("list")
@click.option("--email", default=None, help="Only the account of this address.")
@click.option("--status", default=None, type=click.Choice(STATUSES), help="Only these.")
@click.option("--tier", default=None, type=click.Choice(TIERS), help="Only these.")
@click.option(
    "--limit",
    default=PAGE_ROWS_MAX,
    show_default=True,
    type=click.IntRange(1, PAGE_ROWS_MAX),
    help="Accounts of one page.",
)
@click.option(
    "--cursor",
    default=None,
    type=click.IntRange(0, POSITION_MAX),
    help="Go on behind a page: its next_cursor.",
)
@click.option("--json", "as_json", is_flag=True, help="Print data and next_cursor as JSON.")
def accounts_list(
    email: str | None,
    status: AccountStatus | None,
    tier: Tier | None,
    limit: int,
    cursor: int | None,
    as_json: bool,
) -> None:
    """List accounts, newest first, page by page, as far as `work` has read."""
    settings = settings_with()
    query = list_standings(limit=limit + 1, cursor=cursor, tier=tier, status=status)
    if email is not None:
        query = query_standing(account_id_for(email, fitting_master_key(settings)))
    with connect(deployment.database_url(settings), role="xavira_work") as connection:
        rows = fetch_all(connection, query)
    shown = rows[:limit]
    found = [row for row in shown if status in (None, row.status) and tier in (None, row.tier)]
    next_cursor = shown[-1].position if len(rows) > limit else None
    if as_json:
        print_json({"data": found, "next_cursor": next_cursor})
        return
    table = Table("account", "status", "tier", "opened", "changed", box=None)
    for row in found:
        times = (f"{moment:%Y-%m-%d %H:%M}" for moment in (row.opened_at, row.changed_at))
        table.add_row(str(row.account_id), row.status, row.tier, *times)
    print_table(table)
    if next_cursor is not None:
        console().print(f"There are more: --cursor {next_cursor}")


@accounts.command("set-tier")
@click.option("--account", required=True, type=click.UUID, help=ACCOUNT)
@click.option(
    "--tier",
    required=True,
    type=click.Choice(TIERS),
    help="Requests a minute: docs/howto/limits.md.",
)
def accounts_set_tier(account: UUID, tier: Tier) -> None:
    """Set the rate limits of an account."""
    with _ledger(settings_with()) as ledger:
        command = handlers.set_tier(AccountId(account), tier, actor=OPERATOR)
        ledger.append(command).result()
    console().print(f"{account} is {tier} now.")


@click.group("credits", cls=WholeSentencesGroup)
def credits_group() -> None:
    """Give, sell, match and take back credits."""


@credits_group.command("grant")
@click.option("--account", required=True, type=click.UUID, help=ACCOUNT)
@click.option(
    "--credits", "amount", required=True, type=click.IntRange(1, CREDITS_MAX), help="How many."
)
@click.option("--reason", required=True, type=REASON, help="Why; kept encrypted in the log.")
@click.option("--json", "as_json", is_flag=True, help="Print lot_id, available and position.")
def credits_grant(account: UUID, amount: int, reason: str, as_json: bool) -> None:
    """Give free credits that never expire."""
    settings = settings_with()
    account_id = AccountId(account)
    vault = PostgresVault(
        deployment.database_url(settings), fitting_master_key(settings), role="xavira_work"
    )
    with _ledger(settings) as ledger:
        state = ledger.load([account_id]).result()[account_id].state
        if not isinstance(state, Account):
            raise click.ClickException(f"There is no account {account}.")
        if state.erased:
            raise click.ClickException(f"Account {account} was erased.")
        event = CreditsGranted(
            lot_id=LotId(uuid4()),
            amount=Credits(amount),
            kind="goodwill",
            priority=LOT_PRIORITY_DEFAULT,
            expires_at=None,
            price_minor=None,
            currency=None,
            payment_reference=None,
            actor=OPERATOR,
            reason=vault.seal(account_id, reason.encode()),
        )
        appended = ledger.append(handlers.grant_credits(account_id, event)).result()
        state = ledger.load([account_id]).result()[account_id].state
    assert isinstance(state, Account)
    available = state.available(datetime.now(UTC))
    if as_json:
        print_json({"lot_id": event.lot_id, "available": available, "position": appended.position})
    else:
        console().print(f"{account} has {available} credits now.")


@click.group(cls=WholeSentencesGroup)
def ledger() -> None:
    """Read, verify and export the log."""


@ledger.command("tail")
@click.option(
    "--after",
    default=0,
    show_default=True,
    type=click.IntRange(0, POSITION_MAX),
    help="Start behind this position.",
)
@click.option("--follow", is_flag=True, help="Go on with what is recorded from now on.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def ledger_tail(after: int, follow: bool, as_json: bool) -> None:
    """Print the log in order, event by event."""
    url = deployment.database_url(settings_with())
    stop = threading.Event()
    for batch in Follower(url, role="xavira_work").batches(after, stop=stop):
        for event in batch:
            if as_json:
                print_json(_as_object(event))
            else:
                console().print(*_as_line(event), soft_wrap=True)
        if not batch and not follow:
            stop.set()


def _as_object(event: Recorded) -> dict[str, object]:
    return {
        "position": event.position,
        "recorded_at": event.recorded_at,
        "stream_id": event.stream_id,
        "version": event.version,
        "topic": event.event.TOPIC,
        "event": event.event,
    }


def _as_line(event: Recorded) -> tuple[Text, str, Text, str]:
    facts = {
        name: value
        for name, value in msgspec.to_builtins(event.event).items()
        if name not in {"sealed", "fingerprint", "traits", "reason"} and value is not None
    }
    told = legible(" ".join(f"{name}={value}" for name, value in facts.items()))
    return (
        Text(f"{event.position:>8}", "bold"),
        f"{event.recorded_at:%Y-%m-%d %H:%M:%S} {event.stream_id} v{event.version:<4}",
        Text(event.event.TOPIC, "cyan"),
        told,
    )
