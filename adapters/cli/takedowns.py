"""`xavira takedowns`: what takedowns left public before they took videos with them."""

from collections.abc import Iterator
from typing import NamedTuple
from uuid import UUID

import click
from rich.table import Table

from adapters import deployment
from adapters.cli.app import (
    WholeSentencesGroup,
    console,
    print_json,
    print_table,
    settings_with,
)
from adapters.eventstore import PostgresLedger
from adapters.postgres.connections import connect
from domain.enforcement.operating import DERIVED_TOGETHER_MAX, is_left, remove_derived
from domain.generation import Generation, GenerationTakenDown
from domain.ids import AccountId, GenerationId

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


@takedowns.command("finish")
@click.option("--dry-run", is_flag=True, help="List them, and change nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print generation_id and source of each.")
def finish(dry_run: bool, as_json: bool) -> None:
    """Take down the videos of pictures that were taken down before, as far as `work` has read.

    Those that are open are canceled and refunded. Asked again it finds nothing more.
    """
    url = deployment.database_url(settings_with())
    found: list[Left] = []
    with PostgresLedger(url, role=WORK_ROLE) as ledger:
        for left in _left(url, ledger):
            found.append(left)
            if not dry_run:
                _take_down(ledger, left)
    _print(found, dry_run=dry_run, as_json=as_json)


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


def _take_down(ledger: PostgresLedger, left: Left) -> None:
    for begin in range(0, len(left.made), DERIVED_TOGETHER_MAX):
        together = left.made[begin : begin + DERIVED_TOGETHER_MAX]
        command = remove_derived(left.account_id, left.source_id, together, actor=OPERATOR)
        ledger.append(command).result()


def _print(found: list[Left], *, dry_run: bool, as_json: bool) -> None:
    pairs = [(made_id, left.source_id) for left in found for made_id in left.made]
    if as_json:
        print_json([{"generation_id": made, "source_generation_id": of} for made, of in pairs])
        return
    if not pairs:
        console().print("Nothing is left of what was taken down.")
        return
    table = Table("video", "made from", box=None)
    for made_id, source_id in pairs:
        table.add_row(str(made_id), str(source_id))
    print_table(table)
    done = "would be taken down" if dry_run else "taken down"
    console().print(f"{len(pairs)} {done}, or canceled and refunded where open.")
