"""A small real log with everything that auditing needs: keys, a shelf, a sealer, projections."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg

from adapters.audit.export import export_log
from adapters.audit.keys import SigningKey
from adapters.audit.live_check import verify_live
from adapters.audit.origins import current_origin
from adapters.audit.row_check import check_rows
from adapters.audit.sealer import Sealer
from adapters.eventstore import PostgresLedger
from adapters.eventstore.log_reader import LogReader
from adapters.object_store.checkpoints import FolderCheckpoints
from adapters.postgres.connections import connect
from adapters.verifier.export_check import Inputs, verify_export
from adapters.verifier.faults import Faults
from adapters.verifier.replay import HELD_MAX
from adapters.verifier.verdict import Verdict
from domain.audit.signed_note import PublicKey, SignedCheckpoint, parse_note
from domain.ids import AccountId, CharacterId, GenerationId, LotId
from domain.ports import Command
from projections import runner
from projections.registry import PROJECTIONS
from tests import builders

SECRET = b"\x11" * 32
ACCOUNT = AccountId(UUID("7c0c5c52-0d53-4a86-9d6f-000000000001"))
CHARACTER = CharacterId(UUID("7c0c5c52-0d53-4a86-9d6f-000000000002"))


class Rig:
    """One migrated database and the folder of its shelf and exports."""

    def __init__(self, database_url: str, folder: Path) -> None:
        self.url = database_url
        self.folder = folder
        self.key = SigningKey(SECRET)
        self.shelf = FolderCheckpoints(folder / "objects")
        self.ledger = PostgresLedger(database_url, role="xavira_api").start()
        self.work = connect(database_url, role="xavira_work")
        self.sealer = Sealer(self.work, lambda: self.key, self.shelf)
        self.drawn = 0

    def reopen(self) -> None:
        """New connections, as after the server came back."""
        self.work.close()
        self.ledger = PostgresLedger(self.url, role="xavira_api").start()
        self.work = connect(self.url, role="xavira_work")
        self.restart()

    def close(self) -> None:
        self.work.close()
        self.ledger.close()

    def run(self, command: Command) -> int:
        """Appends and returns the last position."""
        return self.ledger.append(command).result(30).position

    def fill(self, images: int = 6) -> Rig:
        """An account, a character, and images of which every third fails."""
        self.run(builders.opened(ACCOUNT))
        self.run(builders.granted(ACCOUNT, 500, lot_id=LotId(UUID(int=500))))
        self.run(builders.created(ACCOUNT, CHARACTER))
        return self.draw(images)

    def draw(self, images: int) -> Rig:
        """Requests images together and ends them together: every third fails, others complete."""
        numbers = range(self.drawn + 1, self.drawn + images + 1)
        self.drawn += images
        ids = {number: GenerationId(UUID(int=number)) for number in numbers}
        self.run_all(builders.requested(ACCOUNT, CHARACTER, made) for made in ids.values())
        self.run_all(
            builders.completed(made) if number % 3 else builders.failed(ACCOUNT, made)
            for number, made in ids.items()
        )
        return self

    def run_all(self, commands: Iterable[Command]) -> None:
        """Appends in this order, in as few transactions as the ledger likes."""
        for future in [self.ledger.append(command) for command in commands]:
            future.result(30)

    def seal(self) -> SignedCheckpoint:
        """Seals what is new; the newest checkpoint."""
        self.sealer.seal()
        return self.newest()

    def restart(self) -> None:
        """Another process takes the sealing over."""
        self.sealer = Sealer(self.work, lambda: self.key, self.shelf)

    def newest(self) -> SignedCheckpoint:
        origin = current_origin(self.work)
        assert origin is not None
        assert origin.note is not None
        return parse_note(origin.note)

    def keys(self) -> list[PublicKey]:
        return [self.key.public(self.newest().checkpoint.origin)]

    def project(self) -> None:
        """Brings every projection to the end of the log."""
        every = list(PROJECTIONS.values())
        head = self.ledger.head()
        after = runner.start(self.work, every, head=head)
        if after < head:
            batch = self.ledger.read(after, 10_000)
            runner.step(every, batch, self.work, book="live", read=self.ledger.read, report=_refuse)

    def verify(self, *, held_max: int = HELD_MAX, **inputs: Any) -> Verdict:
        given = Inputs(**({"keys": self.keys()} | inputs))
        return verify_live(self.connect, given, held_max=held_max)

    def verify_rows(self) -> Verdict:
        """The same with every row of every projection made anew beside it."""
        options = "-c search_path=xavira_live -c timezone=UTC"
        with (
            psycopg.connect(self.url, autocommit=True, options=options) as owner,
            closing(LogReader(self.url, role="xavira_work")) as log,
        ):

            def rows(faults: Faults) -> None:
                check_rows(owner, log.read, faults, lambda position, target: None)

            return verify_live(self.connect, Inputs(keys=self.keys()), rows=rows)

    def connect(self) -> psycopg.Connection[Any]:
        """One more connection."""
        return connect(self.url, role="xavira_work")

    def owner(self) -> psycopg.Connection[Any]:
        """A connection of the log's owner, who alone may fork it."""
        return psycopg.connect(self.url, autocommit=True, options="-c search_path=xavira_live")

    def export(self, name: str = "export") -> Path:
        folder = self.folder / name
        export_log(self.work, folder, ("parquet", "jsonl"))
        return folder

    def verify_export(self, folder: Path, **inputs: Any) -> Verdict:
        return verify_export(folder, Inputs(**inputs))

    def tamper(self, statement: str, *params: object) -> None:
        """What someone with the server's disk or its superuser can do, triggers or not."""
        options = "-c search_path=xavira_live -c session_replication_role=replica"
        with psycopg.connect(self.url, autocommit=True, options=options) as connection:
            connection.execute(statement, params or None)


def codes(verdict: Verdict) -> set[str]:
    """The codes of the faults that were found."""
    return {fault.code for fault in verdict.faults}


def _refuse(stopped: object) -> None:
    raise AssertionError(stopped)
