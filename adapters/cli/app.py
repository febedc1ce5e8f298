"""The command group and what every command shares: settings, console, one-sentence errors."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click
import msgspec
import psycopg
from rich.console import Console
from rich.table import Table

from adapters.audit.forks import WHAT_TO_DO
from adapters.composition.listening import AddressTaken
from adapters.composition.master_key import MasterKeyUnfit
from adapters.composition.schema import SchemaOutdated
from adapters.deployment import NotStarted
from adapters.devstack.supervisor import MISCONFIGURED_STATUS, START_FAILURES
from adapters.devstack.supervisor import Misconfigured as PartMisconfigured
from adapters.jetstream.bus import BusUnavailable
from adapters.postgres.migrate import MigrationFailed
from adapters.settings import SettingInvalid, Settings, load_settings
from adapters.verifier.unread import ending_when_unread
from domain.errors import AppendsRefused, DomainError, NotFound, TemporarilyUnavailable
from domain.objects import StoreUnavailable
from inference.catalogue import CatalogueInvalid
from inference.engine import LoadFailed

FAILURES = (
    SettingInvalid,
    NotStarted,
    MigrationFailed,
    SchemaOutdated,
    MasterKeyUnfit,
    CatalogueInvalid,
    LoadFailed,
    BusUnavailable,
    StoreUnavailable,
    *START_FAILURES,
)


TABLE_CHARACTERS_MAX = 1_000
SENTENCE_CHARACTERS_MAX = 200
"""A longer first sentence of a command's help would be cut off in lists."""
REASON_CHARACTERS_MAX = 1_000
"""As over HTTP."""

EXIT_UNREAD = 1
"""Of a command whose output nobody reads any more."""


class Reason(click.ParamType[str]):
    """Why an operator did something: never nothing, never a book."""

    name = "text"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        reason = str(value)
        if not reason.strip() or len(reason) > REASON_CHARACTERS_MAX:
            self.fail(f"A reason is 1 to {REASON_CHARACTERS_MAX:,} characters.")
        return reason


REASON = Reason()


ACCOUNT = "Id of the account, as `xavira accounts create` printed it."


class NamingCommand(click.Command):
    """Says which account it was that there is none of; over HTTP nobody may be told."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except NotFound as missing:
            account = ctx.params.get("account")
            if account is None:
                raise
            raise click.ClickException(f"There is no account {account}.") from missing


class WholeSentencesGroup(click.Group):
    """Its list of commands says of each a whole sentence, however narrow the terminal."""

    command_class = NamingCommand

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        shown = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        told = [
            (name, command.get_short_help_str(SENTENCE_CHARACTERS_MAX))
            for name, command in shown
            if command is not None and not command.hidden
        ]
        with formatter.section("Commands"):
            formatter.write_dl(told)


def told_to_operators(refusal: DomainError) -> str:
    """The refusal's sentence, without the advice that only a caller over HTTP can follow."""
    if isinstance(refusal, AppendsRefused):
        return f"Nothing is recorded: the log disagrees with a published checkpoint. {WHAT_TO_DO}"
    if str(refusal) == str(TemporarilyUnavailable()):
        return "The database did not answer in time; run the command again."
    return str(refusal)


class Misconfigured(click.ClickException):
    """A setting cannot be used, and will not become so by trying again: a status of its own."""

    exit_code = MISCONFIGURED_STATUS


@contextmanager
def one_sentence(*, unread: int = EXIT_UNREAD) -> Iterator[None]:
    """Raises ClickException, with what is to be said, for every known failure, and SystemExit with
    the status `unread` where nobody reads what is said.
    """
    try:
        with ending_when_unread(unread):
            yield
    except DomainError as refusal:
        raise click.ClickException(f"{told_to_operators(refusal)} ({refusal.code})") from refusal
    except psycopg.OperationalError as error:
        reason = str(error).strip().splitlines()[0]
        raise click.ClickException(f"PostgreSQL cannot be reached: {reason}") from error
    except psycopg.errors.InsufficientPrivilege as error:
        raise click.ClickException(
            f"This login may not do that ({error.diag.message_primary}): put the one that migrates"
            " the database into XAVIRA_DATABASE_OWNER_URL."
        ) from error
    except AddressTaken as taken:
        raise click.ClickException(str(taken)) from taken
    except (SettingInvalid, PartMisconfigured) as invalid:
        raise Misconfigured(str(invalid)) from invalid
    except FAILURES as failure:
        raise click.ClickException(str(failure)) from failure


class OneSentenceGroup(WholeSentencesGroup):
    """Known failures end with one sentence and status 1 (a setting that cannot be used: 78), never
    with a traceback.
    """

    def invoke(self, ctx: click.Context) -> Any:
        with one_sentence():
            return super().invoke(ctx)


@click.group(cls=OneSentenceGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="xavira", prog_name="xavira")
def xavira() -> None:
    """Prepaid images and videos of persistent characters, on an event-sourced ledger.

    Start with `xavira up`; `xavira doctor` says what is wrong. Commands look for the deployment in
    the folder `data` of where they are run, or where XAVIRA_DATA says.
    """


def settings_with(**changes: Any) -> Settings:
    """The environment's settings, with what was given on the command line instead."""
    given = {name: value for name, value in changes.items() if value is not None}
    return msgspec.structs.replace(load_settings(os.environ), **given)


def console() -> Console:
    """For people: on standard output, plain when it is not a terminal.

    Words are printed as they are: brackets and colons in them are data, styles are a Text's.
    """
    return Console(highlight=False, markup=False, emoji=False)


def print_table(table: Table) -> None:
    """Whole, however narrow the terminal: an id or an amount that is cut off is of no use."""
    wide = console()
    wide.width = TABLE_CHARACTERS_MAX
    wide.print(table)


def print_json(value: object) -> None:
    """For programs: one JSON document on standard output."""
    sys.stdout.buffer.write(msgspec.json.encode(value) + b"\n")
    sys.stdout.buffer.flush()
