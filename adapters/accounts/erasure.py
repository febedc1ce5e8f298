"""Erasing an account: nobody can read its texts, open its outputs or act in its name any more.

The log stays as it is, and with it every balance and every proof. What goes is the data key, with
which every free text was sealed, the ground rows of the person, and the stored outputs. Each step
may be repeated, so an erasure that was cut off anywhere goes on when it is asked for again:

1. a note that it was asked for, in the table `erasures`;
2. the event `account.erased`: from then on no request is admitted;
3. data key, e-mail, password, key hashes, sessions and mails, deleted in one transaction that
   every process sees;
4. every open generation canceled and refunded, every output deleted;
5. the mark that it is finished.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

import msgspec
from psycopg import Connection
from psycopg.rows import class_row

from adapters.postgres.connections import connect
from adapters.postgres.locks import ERASURE
from domain import handlers
from domain.characters.character import Character, CharacterCreated
from domain.enforcement.report import AbuseReport
from domain.errors import NotFound
from domain.generation import (
    Generation,
    GenerationCanceled,
    GenerationCompleted,
    GenerationRequested,
)
from domain.ids import AccountId, Book, GenerationId, ReportId
from domain.ledger import Account
from domain.objects import ObjectStore, parse_key
from domain.ports import Ledger

STREAMS_TOGETHER_MAX = 100
READ_EVENTS = 5_000

_ASK: LiteralString = """
    INSERT INTO erasures (account_id) VALUES (%s)
    ON CONFLICT (account_id) DO UPDATE SET finished_at = NULL
"""
_NOTE_DELETION: LiteralString = """
    UPDATE erasures
    SET sequence = (SELECT coalesce(max(sequence), 0) + 1 FROM erasures), erased_at = now()
    WHERE account_id = %s
"""
_DELETIONS: tuple[LiteralString, ...] = (
    "DELETE FROM data_keys WHERE account_id = %s",
    "DELETE FROM key_hashes WHERE account_id = %s",
    "DELETE FROM key_notes WHERE account_id = %s",
    "DELETE FROM sessions WHERE account_id = %s",
    "DELETE FROM mail_tokens WHERE account_id = %s",
    "DELETE FROM mails WHERE account_id = %s",
    "DELETE FROM watched_balances WHERE account_id = %s",
    "DELETE FROM accounts WHERE account_id = %s",
    _NOTE_DELETION,
)
_FINISH: LiteralString = "UPDATE erasures SET finished_at = now() WHERE account_id = %s"
_LIST: LiteralString = """
    SELECT account_id, asked_at, erased_at, finished_at FROM erasures ORDER BY asked_at, account_id
"""
_UNFINISHED: LiteralString = """
    SELECT account_id FROM erasures
    WHERE finished_at IS NULL OR account_id IN (SELECT account_id FROM data_keys)
    ORDER BY asked_at, account_id
"""
_ASKED_BY_HOLDER: LiteralString = """
    SELECT account_id FROM erasures WHERE by_holder AND finished_at IS NULL
    ORDER BY asked_at, account_id
"""
_WORKS: LiteralString = """
    SELECT generation_id FROM generations WHERE account_id = %(account_id)s
    UNION ALL
    SELECT character_id FROM characters WHERE account_id = %(account_id)s
"""
_PROJECTED_TO: LiteralString = """
    SELECT coalesce(min(position), 0) FROM projection_checkpoints
    WHERE name IN ('generations', 'characters')
"""

Forget = Callable[[UUID], None]
"""Removes what somebody else keeps of an account; may be called again."""

Progress = Callable[[int, int], None]
"""`progress(done, total)`: generations and characters that have been looked after."""


class Erasure(msgspec.Struct, frozen=True, kw_only=True):
    """How far the erasure of an account is; times in UTC, None where it is not there yet."""

    account_id: UUID
    asked_at: datetime
    erased_at: datetime | None
    finished_at: datetime | None


class Erased(msgspec.Struct, frozen=True, kw_only=True):
    """What this run did: generations canceled, and outputs and identities deleted."""

    account_id: UUID
    canceled: int
    deleted: int


class ErasedBook(msgspec.Struct, frozen=True, kw_only=True):
    """A book to erase from: its log, and the bytes that belong to it."""

    book: Book
    ledger: Ledger
    object_store: ObjectStore


class Eraser:
    """Erases from the live book, and from the `test` one where the account has tested.

    `progress` is told about step 4, the only long one; `forget_mails` belongs to step 3.
    """

    def __init__(
        self,
        *,
        database_url: str,
        ledger: Ledger,
        object_store: ObjectStore,
        actor: str,
        progress: Progress = lambda done, total: None,
        test: ErasedBook | None = None,
        forget_mails: Forget = lambda account_id: None,
    ) -> None:
        self._database_url = database_url
        self._ledger = ledger
        live = ErasedBook(book="live", ledger=ledger, object_store=object_store)
        self._books = [live] if test is None else [live, test]
        self._actor = actor
        self._progress = progress
        self._forget_mails = forget_mails

    def erase(self, account_id: AccountId) -> Erased:
        """Erases from wherever an earlier run ended; erasing again finds nothing left.

        The id of a report, whose erasure was cut off or undone by a backup, is understood as well.
        Raises NotFound, TemporarilyUnavailable, StoreUnavailable, psycopg.OperationalError.
        """
        state = self._ledger.load([account_id]).result()[account_id].state
        if isinstance(state, AbuseReport):
            erase_report(self._database_url, ReportId(account_id))
            return Erased(account_id=account_id, canceled=0, deleted=0)
        if not isinstance(state, Account):
            raise NotFound
        with connect(self._database_url, role="xavira_vault") as vault:
            vault.execute(_ASK, (account_id,))
            self._close(account_id)
            forget(vault, account_id)
            self._forget_mails(account_id)
            cleared = [self._clear(account_id, within) for within in self._books]
            vault.execute(_FINISH, (account_id,))
        canceled, deleted = (sum(counts) for counts in zip(*cleared, strict=True))
        return Erased(account_id=account_id, canceled=canceled, deleted=deleted)

    def _close(self, account_id: AccountId) -> None:
        """Step 2, in each book that the account has a stream in."""
        command = handlers.erase_account(account_id, actor=self._actor)
        for within in self._books:
            loaded = within.ledger.load([account_id]).result()
            if isinstance(loaded[account_id].state, Account):
                within.ledger.append(command).result()

    def _clear(self, account_id: AccountId, within: ErasedBook) -> tuple[int, int]:
        """Step 4: no stream of the account is left open or with bytes."""
        with connect(self._database_url, role="xavira_work", book=within.book) as connection:
            streams = list(works(connection, within.ledger, account_id))
        canceled = deleted = 0
        for first in range(0, len(streams), STREAMS_TOGETHER_MAX):
            self._progress(first, len(streams))
            some = streams[first : first + STREAMS_TOGETHER_MAX]
            canceled += _cancel(within, account_id, some)
            deleted += _delete(within, account_id, some)
        _discard(within, set(streams))
        self._progress(len(streams), len(streams))
        return canceled, deleted


def _cancel(within: ErasedBook, account_id: AccountId, streams: Sequence[UUID]) -> int:
    loaded = within.ledger.load(streams).result()
    ending = GenerationCanceled(by="operator")
    ended = [
        within.ledger.append(handlers.end_generation(account_id, GenerationId(stream_id), ending))
        for stream_id in streams
        if isinstance(state := loaded[stream_id].state, Generation) and state.open
    ]
    return sum(bool(future.result().answer) for future in ended)


def _delete(within: ErasedBook, account_id: AccountId, streams: Sequence[UUID]) -> int:
    """The event comes before the bytes go, so that nobody is promised what is not there."""
    deleted = 0
    loaded = within.ledger.load(streams).result()
    for stream_id in streams:
        keys: list[str | None] = []
        match loaded[stream_id].state:
            case Generation(ending=GenerationCompleted() as ending):
                command = handlers.delete_output(account_id, GenerationId(stream_id))
                within.ledger.append(command).result()
                keys = [ending.output_key, ending.poster_key]
            case Character(identity=identity) if identity is not None:
                keys = [identity.object_key]
        for key in keys:
            if key is not None:
                within.object_store.delete(key)
                deleted += 1
    return deleted


def _discard(within: ErasedBook, streams: set[UUID]) -> None:
    """Bytes that no result was accepted for, which the janitor would remove a little later."""
    for key in list(within.object_store.list_quarantine(older_than_seconds=0)):
        if parse_key(key).owner in streams:
            within.object_store.discard(key)


def forget(connection: Connection[Any], account_id: UUID) -> None:
    """Deletes the data key and the ground rows; needs the role xavira_vault.

    VACUUM takes the deleted rows out of their pages where the role may; where it may not,
    PostgreSQL only warns, and autovacuum does it later.
    """
    with connection.transaction():
        connection.execute("SELECT pg_advisory_xact_lock(%s)", ERASURE.numbers)
        for deletion in _DELETIONS:
            connection.execute(deletion, (account_id,))
    connection.execute("VACUUM (SKIP_LOCKED) data_keys, key_hashes, key_notes, accounts")


def erase_report(database_url: str, report_id: ReportId) -> None:
    """Makes what a reporter wrote unreadable; the report itself and its outcome stay.

    It is noted like an account's erasure, so a restored backup is told of it again.
    Raises psycopg.OperationalError.
    """
    with connect(database_url, role="xavira_vault") as vault:
        vault.execute(_ASK, (report_id,))
        forget(vault, report_id)
        vault.execute(_FINISH, (report_id,))


def works(connection: Connection[Any], ledger: Ledger, account_id: AccountId) -> Iterator[UUID]:
    """Every generation and character of an account: rows of the projections, then the log's tail.

    Needs no process that follows the log: what the projections have not seen is read from it.
    """
    position = _projected_to(connection)
    rows = connection.execute(_WORKS, {"account_id": account_id})
    known = {row[0] for row in rows}
    yield from known
    while batch := ledger.read(position, READ_EVENTS):
        position = batch[-1].position
        for recorded in batch:
            match recorded.event:
                case GenerationRequested() | CharacterCreated() as event:
                    if event.account_id == account_id and recorded.stream_id not in known:
                        yield recorded.stream_id


def _projected_to(connection: Connection[Any]) -> int:
    row = connection.execute(_PROJECTED_TO).fetchone()
    return 0 if row is None else int(row[0])


def erasures(connection: Connection[Any]) -> list[Erasure]:
    """Every erasure that was ever asked for, oldest first."""
    with connection.cursor(row_factory=class_row(Erasure)) as cursor:
        return cursor.execute(_LIST).fetchall()


def asked_by_holder(connection: Connection[Any]) -> list[AccountId]:
    """Accounts whose holders asked for an erasure that is not finished."""
    return [AccountId(row[0]) for row in connection.execute(_ASKED_BY_HOLDER)]


def unfinished(database_url: str) -> list[UUID]:
    """Accounts whose erasure was cut off, or whose deleted data key came back from a backup.

    Raises psycopg.OperationalError.
    """
    with connect(database_url, role="xavira_vault") as connection:
        return [row[0] for row in connection.execute(_UNFINISHED)]
