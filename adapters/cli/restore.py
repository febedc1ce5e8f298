"""Dumps come back into an empty database, with PostgreSQL's own program, wholly or not at all."""

import contextlib
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import click
import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from rich.console import Console

from adapters import deployment
from adapters.cli.app import console, settings_with
from adapters.devstack.postgres import EmbeddedPostgres, binaries_folder
from adapters.postgres.migrate import GROUND_SCHEMA, create_roles
from adapters.postgres.migrate import migrate as run_migrations
from adapters.settings import Settings

DUMP = click.Path(exists=True, dir_okay=False, path_type=Path)
PROGRAM = "pg_restore"


def register(group: click.Group) -> None:
    group.add_command(restore)


@click.command()
@click.option("--books", type=DUMP, help="The dump of the books, for an empty database.")
@click.option("--keys", type=DUMP, help="The dump of the key store, for the books' database.")
def restore(books: Path | None, keys: Path | None) -> None:
    """Put dumps back as docs/operations/backup.md makes them.

    The embedded server is started for it and stopped again, so `xavira up` must not run. Another
    one is reached by XAVIRA_DATABASE_OWNER_URL. Each dump comes back wholly or not at all.
    """
    if books is None and keys is None:
        raise click.UsageError("Give --books, --keys or both.")
    settings = settings_with()
    out = console()
    with _server(settings) as url:
        _check(url, has_books=books is None)
        if books is not None:
            _put_back(url, books, out)
        if keys is not None:
            with _told_of_books(books):
                _put_back(url, keys, out)
        run_migrations(url)
        events, key_count = _counts(url)
    out.print(f"{events:,} events are in the log; {key_count:,} keys open texts.")
    out.print(
        "Now start everything, and then `xavira ledger verify`: if a newer checkpoint was"
        " published, appends are refused until you have read what to do.",
        soft_wrap=True,
    )


@contextlib.contextmanager
def _server(settings: Settings) -> Iterator[str]:
    """How the owner reaches PostgreSQL while the block runs. Raises what its start raises."""
    if settings.database_url is not None or settings.database_owner_url is not None:
        yield deployment.owner_url(settings)
        return
    folder = settings.data / "postgres"
    with deployment.told_of_data(settings.data):
        folder.mkdir(parents=True, exist_ok=True)
    server = EmbeddedPostgres(folder)
    server.start()
    try:
        yield server.dsn()
    finally:
        server.stop()


def _check(url: str, *, has_books: bool) -> None:
    """Raises ClickException where dumps would meet what is there already, or miss what is not."""
    with psycopg.connect(url, autocommit=True) as connection:
        create_roles(connection)
        found = connection.execute("SELECT to_regnamespace(%s) IS NOT NULL", [GROUND_SCHEMA])
        row = found.fetchone()
        is_used = row is not None and row[0]
    if is_used and not has_books:
        raise click.ClickException(
            "The books are put back into an empty database only, and in this one is a log already:"
            " move the embedded server's folder `postgres/cluster` away, or make another database."
        )
    if has_books and not is_used:
        raise click.ClickException("The books come first: this database is empty.")


@contextlib.contextmanager
def _told_of_books(books: Path | None) -> Iterator[None]:
    """Whoever is told that the keys failed is told as well what to do with books that did not."""
    try:
        yield
    except click.ClickException as failure:
        if books is None:
            raise
        done = "The books are back: run this again with --keys alone."
        raise click.ClickException(f"{failure.message} {done}") from failure


def _put_back(url: str, dump: Path, out: Console) -> None:
    """In one transaction. Raises ClickException with the reason of PostgreSQL's program."""
    known = conninfo_to_dict(url)
    password = known.pop("password", None)
    environment = dict(os.environ)
    if password is not None:  # not where everybody can read it, among the arguments
        environment["PGPASSWORD"] = str(password)
    with out.status(f"{dump} …"):
        ended = subprocess.run(
            [
                *(str(binaries_folder() / PROGRAM), "--exit-on-error", "--single-transaction"),
                *("--dbname", make_conninfo("", **known), str(dump)),
            ],
            env=environment,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
    if ended.returncode != 0:
        reason = next(iter(ended.stderr.strip().splitlines()), f"status {ended.returncode}")
        raise click.ClickException(f"{dump} cannot be put back: {reason}")
    out.print(f"{dump} is back.", soft_wrap=True)


def _counts(url: str) -> tuple[int, int]:
    """How many events the live log holds, and how many keys there are."""
    with psycopg.connect(url, autocommit=True) as connection:
        row = connection.execute(
            "SELECT (SELECT count(*) FROM xavira_live.stored_events),"
            " (SELECT count(*) FROM xavira_ground.data_keys)"
        ).fetchone()
    assert row is not None
    return row[0], row[1]
