"""The fork rule: the log must continue the newest published checkpoint, or nothing is appended.

A restored backup is a shorter log with an honest past. Without this rule it would grow a second
history under the same name, and two signed checkpoints would contradict each other for ever. The
gate is a row that every append looks at; only an operator's `fork` opens it again, with the login
of the log's owner: the roles of the processes may close it and no more.
"""

from collections.abc import Sequence
from typing import Any

from psycopg import Connection

from adapters.audit.keys import SigningKey
from adapters.audit.origins import (
    Origin,
    current_origin,
    known_origins,
    listed_keys,
    start_origin,
)
from adapters.audit.raw_log import head
from adapters.audit.statements import statement
from adapters.verifier.signatures import is_signed_by
from domain.audit.signed_note import Checkpoint, NoteInvalid, PublicKey, parse_note
from domain.objects import CheckpointShelf, StoreUnavailable

WHAT_TO_DO = (
    "Restore the newer state if there is any; only if it is lost for good, run"
    " `xavira ledger fork`."
)


class NothingToFork(Exception):
    """The log and its checkpoints agree, so there is no reason for a second history."""


def gate(connection: Connection[Any]) -> str | None:
    """Why appends are refused, or None while they are not."""
    row = connection.execute(statement("gate")).fetchone()
    return None if row is None else str(row[0])


def close_gate(connection: Connection[Any], message: str) -> None:
    """Refuses every append from now on; the first reason stays."""
    connection.execute(statement("close_gate"), {"message": message})


def fork(
    connection: Connection[Any], shelf: CheckpointShelf, key: SigningKey, reason: str
) -> Origin:
    """Starts a new origin and lets appends in again, as the log's owner. Raises NothingToFork,
    StoreUnavailable, and psycopg.errors.InsufficientPrivilege of any other login.

    The empty checkpoint of the new origin is published before anything is appended under it.
    """
    with connection.transaction():
        if gate(connection) is None:
            raise NothingToFork("The log continues its newest checkpoint: nothing to fork.")
        origin = start_origin(connection, key, reason)
        connection.execute(statement("open_gate"))
        assert origin.note is not None
        shelf.publish_checkpoint(origin.origin, 0, origin.note.encode(), keep=True)
    return origin


def published(
    connection: Connection[Any], origin: Origin | None, note: str, keys: Sequence[PublicKey]
) -> Checkpoint | str | None:
    """What a published note obliges this log to: a checkpoint of the origin in force, nothing
    (None) when it belongs to a history that was given up, or a reason not to go on.
    """
    try:
        signed = parse_note(note)
    except NoteInvalid as error:
        return f"The newest published checkpoint cannot be read: {error}"
    checkpoint = signed.checkpoint
    if origin is None or checkpoint.origin != origin.origin:
        if checkpoint.origin in known_origins(connection):
            return None
        return f"The newest published checkpoint is of {checkpoint.origin}, unknown to this log."
    if not is_signed_by(signed, keys):
        return "The newest published checkpoint is not signed by a key of this log."
    return checkpoint


def read_shelf(shelf: CheckpointShelf) -> str | None:
    """The newest published note, if there is one. Raises StoreUnavailable."""
    note = shelf.newest_checkpoint()
    return None if note is None else note.decode(errors="replace")


def check_at_start(connection: Connection[Any], shelf: CheckpointShelf) -> str | None:
    """Closes the gate at once when the log is shorter than what was published of it.

    For processes that append: the sealer looks closer, but it may not be there yet. Returns why the
    gate is closed, if it is. A store that is away decides nothing.
    """
    found = why_refused(connection, shelf)
    if found is not None:
        close_gate(connection, found)
    return found


def why_refused(connection: Connection[Any], shelf: CheckpointShelf) -> str | None:
    """Why appends are refused, or will be by whoever may close the gate. Changes nothing."""
    if (closed := gate(connection)) is not None:
        return closed
    try:
        on_shelf = read_shelf(shelf)
    except StoreUnavailable:
        on_shelf = None
    origin = current_origin(connection)
    keys = listed_keys(connection)
    end = head(connection)
    for note in (on_shelf, None if origin is None else origin.note):
        found = None if note is None else published(connection, origin, note, keys)
        if isinstance(found, Checkpoint):
            found = shorter(found, end)
        if found is not None:
            return found
    return None


def shorter(checkpoint: Checkpoint, end: int) -> str | None:
    """The reason not to go on when the log ends before a checkpoint of it."""
    if checkpoint.size <= end:
        return None
    return (
        f"A checkpoint over {checkpoint.size} entries of {checkpoint.origin} was published, but the"
        f" log ends at {end}: this is an older state of it."
    )
