"""`xavira keys list` and `xavira keys whose`: which key is meant, before it is ended.

A secret is read from standard input and nowhere else: arguments of a process are for everybody to
see. Nothing of it is printed.
"""

import sys
from datetime import UTC, datetime
from uuid import UUID

import click
import msgspec
from rich.table import Table

from adapters import deployment
from adapters.cli.app import ACCOUNT, console, print_json, print_table, settings_with
from adapters.cli.keys import keys
from adapters.composition.master_key import fitting_master_key
from adapters.eventstore import PostgresLedger
from adapters.keys import KEY_CHARACTERS, hash_key, parse_key
from adapters.legible import legible
from adapters.postgres.connections import connect
from adapters.settings import Settings
from adapters.vault import PostgresVault
from domain.ids import AccountId, Book
from domain.keys.key import Key
from domain.ledger import Account

WORK_ROLE = "xavira_work"
LINE_CHARACTERS_MAX = 4 * KEY_CHARACTERS
"""Of what is read: a key, and whatever blanks came with it."""

_NOTES = """
SELECT key_id, hashes.created_at, notes.sealed_name, notes.last_used_at
FROM key_hashes AS hashes LEFT JOIN key_notes AS notes USING (key_id)
WHERE key_id = ANY(%s)
"""
_WHOSE = "SELECT account_id, key_id, book FROM key_hashes WHERE key_hash = ANY(%s)"


class ListedKey(msgspec.Struct, frozen=True, kw_only=True):
    """A key as it is now; `prefix` and `last4` are how its secret begins and ends."""

    key_id: UUID
    name: str | None
    prefix: str
    last4: str
    scopes: tuple[str, ...]
    status: str
    rotated: bool
    created_at: datetime | None
    last_used_at: datetime | None
    expires_at: datetime | None


def register(group: click.Group) -> None:
    """The commands join the group `keys`, which `group` holds already."""
    assert keys.name in group.commands
    for command in (list_keys, whose):
        keys.add_command(command)


@click.command("list")
@click.option("--account", required=True, type=click.UUID, help=ACCOUNT)
@click.option("--test", is_flag=True, help="Keys of the test book (xav_test_).")
@click.option("--json", "as_json", is_flag=True, help="Print the keys as JSON.")
def list_keys(account: UUID, test: bool, as_json: bool) -> None:
    """List the keys of an account, newest first, ended ones too."""
    found = _listed(settings_with(), account, "test" if test else "live")
    if as_json:
        print_json(found)
        return
    table = Table("key", "looks like", "name", "status", "scopes", "last used", box=None)
    for key in found:
        used = "" if key.last_used_at is None else f"{key.last_used_at:%Y-%m-%d %H:%M}"
        looks = f"{key.prefix}...{key.last4}"
        name = legible(key.name or "")
        table.add_row(str(key.key_id), looks, name, key.status, ", ".join(key.scopes), used)
    print_table(table)


def _listed(settings: Settings, account: UUID, book: Book) -> list[ListedKey]:
    """An account has a bounded number of keys. Raises click.ClickException."""
    url = deployment.database_url(settings)
    with PostgresLedger(url, role=WORK_ROLE, book=book) as ledger:
        state = ledger.load([account]).result()[account].state
    if not isinstance(state, Account):
        told = " with test keys" if book == "test" else ""
        raise click.ClickException(f"There is no account {account}{told}.")
    newest_first = list(reversed(state.keys.values()))
    with connect(url, role=WORK_ROLE) as connection:
        rows = connection.execute(_NOTES, ([key.key_id for key in newest_first],)).fetchall()
    notes = {key_id: (created, sealed, used) for key_id, created, sealed, used in rows}
    vault = PostgresVault(url, fitting_master_key(settings), role=WORK_ROLE)
    try:
        return [
            _told(key, AccountId(account), vault, *notes.get(key.key_id, (None, None, None)))
            for key in newest_first
        ]
    finally:
        vault.close()


def _told(
    key: Key,
    account_id: AccountId,
    vault: PostgresVault,
    created_at: datetime | None,
    sealed_name: bytes | None,
    last_used_at: datetime | None,
) -> ListedKey:
    name = None if sealed_name is None else vault.open(account_id, sealed_name)
    ended = "revoked" if key.revoked else "expired"
    return ListedKey(
        key_id=key.key_id,
        name=None if name is None else name.decode(),
        prefix=key.prefix,
        last4=key.last4,
        scopes=tuple(key.scopes),
        status="active" if key.active(datetime.now(UTC)) else ended,
        rotated=key.rotated,
        created_at=created_at,
        last_used_at=last_used_at,
        expires_at=key.expires_at,
    )


@click.command("whose")
@click.option("--json", "as_json", is_flag=True, help="Print account_id, key_id and book as JSON.")
def whose(as_json: bool) -> None:
    """Tell account and id of a key whose secret is on standard input.

    For a key that was found somewhere: `xavira keys whose < FILE`; without a file it is asked for,
    and is not shown. Keys that ended are found too, those of erased accounts are not.
    """
    settings = settings_with()
    if sys.stdin.isatty():
        text = click.prompt("Key", hide_input=True, err=True)
    else:
        text = sys.stdin.readline(LINE_CHARACTERS_MAX)
    key = parse_key(text.strip())
    if key is None:
        raise click.ClickException("This is no key: its form or its checksum is wrong.")
    master_key = fitting_master_key(settings)
    peppers = (master_key.pepper, *master_key.old_peppers)
    hashes = [hash_key(key.secret, pepper) for pepper in peppers]
    with connect(deployment.database_url(settings), role=WORK_ROLE) as connection:
        row = connection.execute(_WHOSE, (hashes,)).fetchone()
    if row is None:
        raise click.ClickException("No account has this key.")
    account_id, key_id, book = row
    if as_json:
        print_json({"account_id": account_id, "key_id": key_id, "book": book})
    else:
        table = Table(show_header=False, box=None)
        for name, value in (("account_id", account_id), ("key_id", key_id), ("book", book)):
            table.add_row(name, str(value))
        console().print(table)
