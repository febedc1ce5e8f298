"""Videos of pictures that were taken down before takedowns took them along."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from click.testing import CliRunner, Result

from adapters.cli import takedowns
from adapters.cli.commands import complete_group
from adapters.eventstore import PostgresLedger
from adapters.postgres.connections import connect
from adapters.vault import MasterKey, PostgresVault
from domain.enforcement.operating import remove_derived, take_down
from domain.enforcement.operator_act import OperatorActed
from domain.generation import Generation, GenerationCanceled, GenerationTakenDown
from domain.ids import AccountId, CharacterId, GenerationId
from domain.ledger import CreditsRefunded
from projections import runner
from projections.registry import PROJECTIONS
from tests.builders import completed, created, opened, requested
from tests.projections.driving import refuse

ACCOUNT, CHARACTER = AccountId(UUID(int=1)), CharacterId(UUID(int=2))


class Books:
    """A ledger with pictures and videos of one account, and the command on it."""

    def __init__(self, url: str, data: Path, ledger: PostgresLedger) -> None:
        self._env = {"XAVIRA_DATABASE_URL": url, "XAVIRA_DATA": str(data)}
        self._env["XAVIRA_MASTER_KEY"] = "17" * 32
        self._master_key = MasterKey(bytes([0x17]) * 32)
        self._url = url
        self.ledger = ledger
        key = self._master_key.new_data_key(ACCOUNT)
        for command in (opened(ACCOUNT, key.row), created(ACCOUNT, CHARACTER)):
            ledger.append(command).result()

    def made(self, source_id: GenerationId | None = None, *, done: bool = True) -> GenerationId:
        """A picture, or a video that was made of one."""
        made_id = GenerationId(uuid4())
        source: dict[str, Any] = {}
        if source_id is not None:
            key = f"{source_id}/{'0' * 64}.png"
            source = {"kind": "video", "format": "mp4", "seconds": 5}
            source |= {"source_generation_id": source_id, "source_key": key}
        self.ledger.append(requested(ACCOUNT, CHARACTER, made_id, **source)).result()
        if done:
            self.ledger.append(completed(made_id)).result()
        return made_id

    def removed(self, picture_id: GenerationId) -> None:
        """A takedown as it was: of the picture alone."""
        self.ledger.append(take_down(picture_id, actor="key:1")).result()

    def project(self) -> None:
        projections, head = list(PROJECTIONS.values()), self.ledger.head()
        with connect(self._url, role="xavira_work") as connection:
            after = runner.start(connection, projections, head=head)
            batches = [self.ledger.read(after, 1_000)]
            runner.run(
                projections,
                batches,
                connection,
                book="live",
                read=self.ledger.read,
                report=refuse,
            )

    def invoke(self, *words: str) -> Result:
        line = ["takedowns", "finish", *words]
        return CliRunner().invoke(complete_group(), line, env=self._env)

    def opened(self, sealed: bytes) -> bytes | None:
        vault = PostgresVault(self._url, self._master_key, role="xavira_work")
        try:
            return vault.open(ACCOUNT, sealed)
        finally:
            vault.close()

    def run(self, *words: str) -> Result:
        result = self.invoke(*words)
        assert result.exit_code == 0, result.output
        return result

    def state(self, generation_id: GenerationId) -> Generation:
        state = self.ledger.load([generation_id]).result()[generation_id].state
        assert isinstance(state, Generation)
        return state


def test_earlier_takedowns_are_finished(migrated: str, tmp_path: Path) -> None:
    """Listed first, then taken down, or canceled and refunded; what else was made stays."""
    with PostgresLedger(migrated, role="xavira_work") as ledger:
        books = Books(migrated, tmp_path, ledger)
        picture, other, earlier = books.made(), books.made(), books.made()
        public, waiting = books.made(picture), books.made(picture, done=False)
        kept, gone = books.made(other), books.made(earlier)
        books.removed(picture)
        books.removed(earlier)
        ledger.append(remove_derived(ACCOUNT, earlier, [gone], actor="key:1")).result()
        books.project()
        head = ledger.head()
        left = {(str(made), str(picture)) for made in (public, waiting)}
        for words in (("--dry-run",), ("--reason", "they were forgotten")):
            assert ledger.head() == head
            lines = books.run("--json", *words).stdout.splitlines()
            told = [json.loads(line) for line in lines]
            assert {(each["generation_id"], each["source_generation_id"]) for each in told} == left
        assert books.state(public).taken_down
        assert books.state(waiting).ending == GenerationCanceled(by="operator")
        assert not books.state(kept).taken_down
        last = [each.event for each in ledger.read(head, 10)]
        kinds = {OperatorActed, GenerationTakenDown, GenerationCanceled, CreditsRefunded}
        assert (len(last), {type(event) for event in last}) == (4, kinds)
        assert GenerationTakenDown(actor="operator") in last
        assert books.run("--reason", "again").output == "Nothing is left of what was taken down.\n"


def test_what_would_be_taken_down_is_told_in_words(
    migrated: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A line for each, and how many; in several transactions where there are many."""
    monkeypatch.setattr(takedowns, "DERIVED_TOGETHER_MAX", 2)
    with PostgresLedger(migrated, role="xavira_work") as ledger:
        books = Books(migrated, tmp_path, ledger)
        picture = books.made()
        videos = [books.made(picture) for _ in range(3)]
        books.removed(picture)
        books.project()
        told = books.run("--dry-run").output
        assert all(str(video) in told for video in videos)
        assert told.endswith("3 would be taken down, or canceled and refunded where open.\n")
        head = ledger.head()
        told = books.run("--reason", "they were forgotten").output
        assert all(str(video) in told for video in videos)
        assert told.endswith("3 taken down, or canceled and refunded where open.\n")
        assert all(books.state(video).taken_down for video in videos)
        assert len({each.recorded_at for each in ledger.read(head, 10)}) == 2
        acts = [each.event for each in ledger.read(head, 10)]
        told_of = [act.subject_id for act in acts if isinstance(act, OperatorActed)]
        assert told_of == [picture]


def test_a_takedown_that_is_finished_says_why(migrated: str, tmp_path: Path) -> None:
    """Sealed for the account; without a reason nothing is done, and a dry run has none."""
    with PostgresLedger(migrated, role="xavira_work") as ledger:
        books = Books(migrated, tmp_path, ledger)
        picture = books.made()
        video = books.made(picture)
        books.removed(picture)
        books.project()
        head = ledger.head()
        for words in ((), ("--dry-run", "--reason", "x")):
            refused = books.invoke(*words)
            assert (refused.exit_code, "Give a --reason" in refused.output) == (2, True)
        assert ledger.head() == head
        assert str(video) in books.run("--reason", "it was forgotten").output
        (act,) = [
            each.event for each in ledger.read(head, 10) if isinstance(each.event, OperatorActed)
        ]
        assert (act.act, act.subject_id, act.actor) == ("output_taken_down", picture, "operator")
        assert books.opened(act.reason) == b"it was forgotten"


def test_takedowns_of_an_erased_account_are_finished(migrated: str, tmp_path: Path) -> None:
    """There is no key to seal a reason with: the act has none."""
    with PostgresLedger(migrated, role="xavira_work") as ledger:
        books = Books(migrated, tmp_path, ledger)
        picture = books.made()
        video = books.made(picture)
        books.removed(picture)
        books.project()
        with psycopg.connect(migrated) as connection:
            query = "DELETE FROM xavira_ground.data_keys WHERE account_id = %s"
            connection.execute(query, (ACCOUNT,))
        head = ledger.head()
        books.run("--reason", "it was forgotten")
        assert books.state(video).taken_down
        acts = [each.event for each in ledger.read(head, 10)]
        assert [act.reason for act in acts if isinstance(act, OperatorActed)] == [b""]
