"""`xavira takedowns`: what takedowns left public before they took videos with them."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple
from uuid import UUID, uuid4

import click

from adapters import deployment
from adapters.cli.app import (
    REASON,
    WholeSentencesGroup,
    console,
    print_json,
    settings_with,
)
from adapters.composition.master_key import check_master_key, fitting_master_key
from adapters.eventstore import PostgresLedger
from adapters.postgres.connections import connect
from adapters.settings import Settings
from adapters.vault import PostgresVault
from domain.enforcement.operating import DERIVED_TOGETHER_MAX, acting, is_left, remove_derived
from domain.enforcement.operator_act import OperatorActed
from domain.errors import Unauthorized
from domain.generation import Generation, GenerationTakenDown
from domain.ids import AccountId, ActId, GenerationId

WORK_ROLE = "xavira_work"
OPERATOR = "operator"

_MADE = """
SELECT
    made.account_id, made.source_generation_id,
    array_agg(made.generation_id ORDER BY made.position)
FROM generations AS made
WHERE EXISTS (
    SELECT FROM stored_events
    WHERE originator_id = made.source_generation_id AND topic = %(topic)s
)
GROUP BY made.account_id, made.source_generation_id
ORDER BY min(made.position)
"""


class Left(NamedTuple):
    """Videos that are open or public, of a picture that was taken down."""

    account_id: AccountId
    source_id: GenerationId
    made: list[GenerationId]


def register(group: click.Group) -> None:
    group.add_command(takedowns)


@click.group("takedowns", cls=WholeSentencesGroup)
def takedowns() -> None:
    """Look after pictures that were taken down; taking one down is for the admin API."""


def _reason_or_dry_run(
    context: click.Context, _option: click.Parameter, reason: str | None
) -> str | None:
    """As an option's own rule, it holds before anything is looked at."""
    if context.params["dry_run"] == (reason is not None):
        raise click.UsageError("Give a --reason, or --dry-run alone.", context)
    return reason


@takedowns.command("finish")
@click.option(
    "--reason",
    type=REASON,
    callback=_reason_or_dry_run,
    help="Why; kept encrypted in the log. For all but a dry run.",
)
@click.option("--dry-run", is_flag=True, is_eager=True, help="List them, and change nothing.")
@click.option(
    "--json", "as_json", is_flag=True, help="Print generation_id and source of each, a line each."
)
def finish(reason: str | None, dry_run: bool, as_json: bool) -> None:
    """Take down the videos of pictures that were taken down before, as far as `work` has read.

    Those that are open are canceled and refunded. Each picture is an act of its own, printed as
    soon as it is recorded. Asked again it finds nothing more.
    """
    settings = settings_with()
    url, count = deployment.database_url(settings), 0
    with (
        PostgresLedger(url, role=WORK_ROLE) as ledger,
        _vault(settings, wanted=not dry_run) as vault,
    ):
        for left in _left(url, ledger):
            for made in _together(left):
                if reason is not None and vault is not None:
                    first = made[0] == left.made[0]
                    sealed = _sealed(vault, left.account_id, reason) if first else None
                    _take_down(ledger, left, made, sealed)
                _print(left, made, as_json=as_json)
                count += len(made)
    if not as_json:
        _print_count(count, dry_run=dry_run)


@contextmanager
def _vault(settings: Settings, *, wanted: bool) -> Iterator[PostgresVault | None]:
    """None for a dry run, which needs no master key, but tells whether the right one is here."""
    if not wanted:
        check_master_key(settings)
        yield None
        return
    vault = PostgresVault(
        deployment.database_url(settings), fitting_master_key(settings), role=WORK_ROLE
    )
    try:
        yield vault
    finally:
        vault.close()


def _sealed(vault: PostgresVault, account_id: AccountId, reason: str) -> bytes:
    """The reason under the account's key; nothing of it where that was erased, as all its texts."""
    try:
        return vault.seal(account_id, reason.encode())
    except Unauthorized:
        return b""


def _left(url: str, ledger: PostgresLedger) -> Iterator[Left]:
    with connect(url, role=WORK_ROLE) as connection:
        rows: list[tuple[UUID, UUID, list[UUID]]] = connection.execute(
            _MADE, {"topic": GenerationTakenDown.TOPIC}
        ).fetchall()
    for account_id, source_id, made_ids in rows:
        streams = ledger.load(made_ids).result()
        made = [
            GenerationId(made_id)
            for made_id in made_ids
            if isinstance(state := streams[made_id].state, Generation) and is_left(state)
        ]
        if made:
            yield Left(AccountId(account_id), GenerationId(source_id), made)


def _together(left: Left) -> Iterator[list[GenerationId]]:
    for begin in range(0, len(left.made), DERIVED_TOGETHER_MAX):
        yield left.made[begin : begin + DERIVED_TOGETHER_MAX]


def _take_down(
    ledger: PostgresLedger, left: Left, made: list[GenerationId], reason: bytes | None
) -> None:
    """In one transaction; with the `reason`, sealed, goes the act, which is the picture's first."""
    command = remove_derived(left.account_id, left.source_id, made, actor=OPERATOR)
    if reason is not None:
        acted = OperatorActed(
            act="output_taken_down",
            subject_id=left.source_id,
            sealed_for=left.account_id,
            actor=OPERATOR,
            reason=reason,
            fingerprint=b"",
        )
        command = acting(ActId(uuid4()), acted, command)
    ledger.append(command).result()


def _print(left: Left, made: list[GenerationId], *, as_json: bool) -> None:
    for made_id in made:
        if as_json:
            print_json({"generation_id": made_id, "source_generation_id": left.source_id})
        else:
            console().print(f"{made_id} made from {left.source_id}", soft_wrap=True)


def _print_count(count: int, *, dry_run: bool) -> None:
    if not count:
        console().print("Nothing is left of what was taken down.")
        return
    done = "would be taken down" if dry_run else "taken down"
    console().print(f"{count} {done}, or canceled and refunded where open.")
