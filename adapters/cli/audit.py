"""What an auditor asks an operator for: verification, keys and exports; and the fork of a log."""

import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO, Any

import click
import psycopg
from psycopg import Connection
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from adapters import deployment
from adapters.audit.export import ExportRefused, NothingSealed, alone_in, export_log
from adapters.audit.forks import NothingToFork, gate, read_shelf
from adapters.audit.forks import fork as start_fork
from adapters.audit.live_check import verify_live
from adapters.audit.origins import Origin, current_origin, known_origins, listed_keys
from adapters.audit.row_check import check_rows
from adapters.cli.app import REASON, NamingCommand, console, one_sentence, print_json, settings_with
from adapters.cli.projections import owner_of_tables
from adapters.eventstore.log_reader import LogReader
from adapters.postgres.connections import connect_patiently
from adapters.reports.plaintext_books import BooksFormat, write_books
from adapters.settings import Settings
from adapters.verifier.cli import EXIT_UNUSABLE, read_checkpoint, read_keys
from adapters.verifier.export_check import Inputs
from adapters.verifier.export_files import Format
from adapters.verifier.faults import Faults
from adapters.verifier.verdict import Verdict, as_json, as_text
from domain.audit.signed_note import NoteInvalid, PublicKey, SignedCheckpoint, parse_note
from projections.rebuild import RebuildRefused
from projections.rollups import JournalBehind, PeriodInvalid

EVENT_FORMATS: tuple[Format, ...] = ("parquet", "jsonl")
BOOK_FORMATS: tuple[BooksFormat, ...] = ("hledger", "beancount")
FIRST_DAY = "2000-01-01"
WORK_ROLE = "xavira_work"


def register(group: click.Group) -> None:
    """Adds the commands to `xavira ledger`, which must be registered before."""
    ledger = group.commands["ledger"]
    assert isinstance(ledger, click.Group)
    for command in (verify, public_key, export, fork, rotate_key):
        ledger.add_command(command)


class NoVerdict(click.ClickException):
    """Nothing can be said about the ledger; the message says why."""

    exit_code = EXIT_UNUSABLE

    def show(self, file: IO[Any] | None = None) -> None:
        """Where it cannot be written, the exit status says it alone."""
        with suppress(OSError):
            super().show(file)


class VerdictCommand(NamingCommand):
    """Whatever prevents a verdict has an exit status of its own: 1 says that there are faults."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            with one_sentence(unread=EXIT_UNUSABLE):
                return super().invoke(ctx)
        except (click.UsageError, click.exceptions.Exit, click.Abort):
            raise
        except click.ClickException as failure:
            raise NoVerdict(failure.message) from failure
        except (psycopg.Error, OSError) as error:
            raise NoVerdict(str(error).strip().splitlines()[0]) from error
        except Exception:  # noqa: BLE001 - a bug is shown, and is no fault of the books
            traceback.print_exc()
            ctx.exit(EXIT_UNUSABLE)


@click.command(cls=VerdictCommand)
@click.option(
    "--public-key",
    "key_file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Trust these keys instead of this deployment's own.",
)
@click.option(
    "--since",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="An older signed checkpoint; the newest published one when left out.",
)
@click.option(
    "--rows",
    is_flag=True,
    help="Also make every row of every projection anew and compare; takes as long as a rebuild.",
)
@click.option("--json", "as_document", is_flag=True, help="Print the verdict as one JSON document.")
def verify(key_file: Path | None, since: Path | None, rows: bool, as_document: bool) -> None:
    """Check every event, the tree, the checkpoints, the money and the credits in projections.

    Without --public-key it trusts this deployment's own key and those that the database lists, and
    says which of them signed: whoever can write the database can list a key there.

    Exit status: 0 verified, 1 faults found, 2 no verdict: something that it needs cannot be used
    or reached, 3 self-consistent but nothing was signed yet.
    """
    settings = settings_with()
    with _connected(settings) as connection, _progress("verify") as progress:
        origin = current_origin(connection)
        try:
            keys = read_keys(key_file) or _own_keys(settings, connection, origin)
            older = read_checkpoint(since) or _published(settings, origin)
        except (NoteInvalid, UnicodeDecodeError) as error:
            raise click.ClickException(str(error)) from error
        try:
            verdict = verify_live(
                lambda: _connect(settings),
                Inputs(keys=keys, since=older),
                progress,
                rows=(lambda faults: _check_rows(settings, faults, progress)) if rows else None,
            )
        except RebuildRefused as refusal:
            raise click.ClickException(str(refusal)) from refusal
    if as_document:
        sys.stdout.buffer.write(as_json(verdict))
        sys.stdout.buffer.flush()
    else:
        click.echo(as_text(verdict), nl=False)
        if key_file is None and origin is not None and verdict.authenticated:
            own = deployment.audit_key(settings).public(origin.origin)
            click.echo(_trusted(verdict, own))
    sys.exit(verdict.exit_status)


def _check_rows(settings: Settings, faults: Faults, progress: Callable[[int, int], None]) -> None:
    url = deployment.database_url(settings)
    with (
        owner_of_tables(settings, "live") as owner,
        closing(LogReader(url, role=WORK_ROLE)) as log,
    ):
        check_rows(owner, log.read, faults, progress)


def _trusted(verdict: Verdict, own: PublicKey) -> str:
    """Whose word the verdict rests on where nobody brought a key, and how to bring one."""
    whose = (
        "this deployment's own key"
        if verdict.signed_by == own.line()
        else "only listed in the database, where whoever can write it can list one"
    )
    return (
        f"trusted without --public-key: {verdict.signed_by} ({whose}); to pin it, keep the lines of"
        " `xavira ledger public-key` elsewhere and verify with `--public-key FILE`"
    )


def _own_keys(
    settings: Settings, connection: Connection[object], origin: Origin | None
) -> list[PublicKey]:
    """The keys that were listed, and the one that this deployment holds."""
    if origin is None:
        return []
    own = deployment.audit_key(settings).public(origin.origin)
    return [*listed_keys(connection), own]


def _published(settings: Settings, origin: Origin | None) -> SignedCheckpoint | None:
    """The newest checkpoint out of the database's reach, if it is of this history."""
    note = read_shelf(deployment.checkpoint_shelf(settings))
    signed = None if note is None else parse_note(note)
    if signed is None or origin is None or signed.checkpoint.origin != origin.origin:
        return None
    return signed


@click.command("public-key")
@click.option("--json", "as_document", is_flag=True, help="Print origin and keys as JSON.")
def public_key(as_document: bool) -> None:
    """Print the public keys that sign checkpoints, one a line, oldest first.

    Give them to your auditors on another way than the export; `xavira-verify --public-key` takes
    the lines as a file.
    """
    settings = settings_with()
    with _connected(settings) as connection:
        keys = listed_keys(connection)
        origin = current_origin(connection)
    if origin is not None:
        own = deployment.audit_key(settings).public(origin.origin)
        keys += [own] if own not in keys else []
    if not keys:
        raise click.ClickException("Nothing was signed yet: is `xavira work` running?")
    lines = [key.line() for key in keys]
    if as_document:
        print_json({"origin": None if origin is None else origin.origin, "keys": lines})
    else:
        click.echo("\n".join(lines))


@click.command()
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder; made when it is not there.",
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice([*EVENT_FORMATS, *BOOK_FORMATS]),
    help="Repeat it for several; parquet and jsonl when left out.",
)
@click.option(
    "--from",
    "start",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DAY",
    default=FIRST_DAY,
    help="First day of hledger and beancount journals.",
)
@click.option(
    "--to",
    "end",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DAY",
    default=None,
    help="Day behind their last one; tomorrow when left out.",
)
def export(out: Path, formats: tuple[str, ...], start: datetime, end: datetime | None) -> None:
    """Write the log up to its newest checkpoint into files that anybody can verify.

    An interrupted export goes on where it was, and a finished one is continued with what is new.
    hledger and beancount are journals of period totals, for those programs to check.
    """
    asked = formats or EVENT_FORMATS
    events = [kind for kind in EVENT_FORMATS if kind in asked]
    settings = settings_with()
    try:
        if events:
            with _connected(settings) as connection, _progress("export") as progress:
                manifest = export_log(connection, out, events, progress)
            console().print(f"{manifest.size:,} events of {manifest.origin} are in {out}.")
        for books in BOOK_FORMATS:
            if books in asked:
                _export_books(settings, out, books, start, end)
    except (NothingSealed, ExportRefused, JournalBehind, PeriodInvalid) as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise click.ClickException(f"{out} cannot be written: {error.strerror}.") from error


def _export_books(
    settings: Settings, out: Path, books: BooksFormat, start: datetime, end: datetime | None
) -> None:
    """Totals of a period of recorded time, in days of UTC."""
    tomorrow = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    tomorrow += timedelta(days=1)
    until = tomorrow if end is None else end.replace(tzinfo=UTC)
    with alone_in(out), _connected(settings) as connection:
        path = write_books(connection, out, books, start=start.replace(tzinfo=UTC), end=until)
    console().print(f"The books are in {path}.")


@click.command()
@click.option(
    "--reason", required=True, type=REASON, help="Why this log goes on under a new name; public."
)
def fork(reason: str) -> None:
    """Let appends in again after the log was found to differ from a published checkpoint.

    Use it after you restored an older backup, and only if the newer one is lost for good. From here
    on the log has a new origin; tell your auditors, and give them the new public key. It takes the
    login that migrates the database, XAVIRA_DATABASE_OWNER_URL: the processes' may not do it.
    """
    settings = settings_with()
    with owner_of_tables(settings, "live") as connection:
        cause = gate(connection)
        try:
            origin = start_fork(
                connection,
                deployment.checkpoint_shelf(settings),
                deployment.audit_key(settings),
                reason,
            )
        except NothingToFork as error:
            raise click.ClickException(str(error)) from error
        before = len(known_origins(connection)) - 1
    console().print(f"{cause}\nThe log goes on as {origin.origin}, after {before} other origins.")


@click.command("rotate-key")
def rotate_key() -> None:
    """Sign with a new key from now on; the old public keys stay listed, the old secret is gone."""
    settings = settings_with()
    with _connected(settings) as connection:
        origin = current_origin(connection)
    key = deployment.rotate_audit_key(settings)
    if origin is not None:
        click.echo(key.public(origin.origin).line())


@contextmanager
def _connected(settings: Settings) -> Iterator[Connection[object]]:
    with _connect(settings) as connection:
        yield connection


def _connect(settings: Settings) -> Connection[object]:
    """As the role that runs projections; a read of millions of rows may take its time."""
    return connect_patiently(deployment.database_url(settings), role=WORK_ROLE)


@contextmanager
def _progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on standard error for a person who watches; nothing for a program."""
    if not sys.stderr.isatty():
        yield lambda events, total: None
        return
    from rich.console import Console

    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what)
        yield lambda events, total: bar.update(task, completed=events, total=total)
