"""Seals the log: hashes what is new, grows the stored tree, signs and publishes a checkpoint.

One process leads; a cycle runs several times in two seconds and does nothing when nothing is new.
Before it signs, it makes sure that the newest published checkpoint is a prefix of the log, and
closes the gate for appends when it is not. Until it has read once what is published, it signs
nothing: the log may be a restored backup. It reads the log and never writes to it, and no event
twice: whether sealed events are still what they were is the self-check's to find.
"""

import threading
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import structlog
from psycopg import Connection

from adapters.audit import raw_log
from adapters.audit.forks import close_gate, gate, published, read_shelf, shorter
from adapters.audit.keys import SigningKey
from adapters.audit.origins import (
    Origin,
    begin_origin,
    current_origin,
    list_key,
    listed_keys,
    store_checkpoint,
)
from adapters.postgres.leading import lead_until
from adapters.postgres.locks import SEALER
from domain.audit.merkle import leaf_hashes
from domain.audit.signed_note import Checkpoint
from domain.objects import CheckpointShelf, StoreUnavailable
from projections.audit_tree import TilesMissing, Tree, load_tree, root_at

SEAL_SECONDS = 0.75
"""From one look at the log to the next, the seal between them included."""

REST_SECONDS = 0.1
"""From a seal that took as long as that to the next look."""

_log = structlog.get_logger(__name__)


class Sealer:
    """The tree of the origin in force, on one connection as xavira_work."""

    def __init__(
        self,
        connection: Connection[Any],
        key: Callable[[], SigningKey],
        shelf: CheckpointShelf,
        *,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._connection = connection
        self._key = key
        self._shelf = shelf
        self._clock = clock
        self._kept: tuple[str, date] | None = None
        self._tree: Tree | None = None
        self._agreed: str | None = None
        self._looked = False
        self._told: str | None = None

    def seal(self) -> Checkpoint | None:
        """One cycle. Returns the checkpoint that was signed; None when nothing was, because
        nothing is new, the gate is closed, or what is published was never read yet.
        """
        if self._refused():
            return None
        origin = current_origin(self._connection)
        on_shelf = self._read_shelf()
        if origin is None:
            origin = self._begin(on_shelf) if self._looked else None
            if origin is None:
                return None
        if self._tree is None or self._tree.number != origin.number:
            self._tree = load_tree(self._connection, origin.number)
        tree = self._tree
        end = raw_log.head(self._connection)
        reason = self._find_fork(origin, tree, end, on_shelf)
        if reason is not None:
            close_gate(self._connection, reason)
        if self._refused():
            return None
        return self._seal(origin, tree, end)

    def _refused(self) -> bool:
        """Whether the gate is closed; the reason is told once, and again when it was open since."""
        reason = gate(self._connection)
        if reason is not None and reason != self._told:
            _log.error("appends are refused", reason=reason)
        self._told = reason
        return reason is not None

    def _begin(self, on_shelf: str | None) -> Origin | None:
        """The first origin, unless another log already published here."""
        if on_shelf is not None:
            reason = published(self._connection, None, on_shelf, [])
            assert isinstance(reason, str)
            close_gate(self._connection, reason)
            return None
        with self._connection.transaction():
            return begin_origin(self._connection, self._key())

    def _seal(self, origin: Origin, tree: Tree, end: int) -> Checkpoint | None:
        before = tree.size
        self._grow(tree, end)
        if not self._looked:
            return None
        if tree.size == before and not self._unsigned(origin, tree):
            if tree.size and origin.note is not None and origin.note != self._agreed:
                self._publish(origin.origin, tree.size, origin.note)
            return None
        checkpoint = Checkpoint(origin=origin.origin, size=tree.size, root=tree.root())
        key = self._key()
        note = key.sign(checkpoint)
        with self._connection.transaction():
            list_key(self._connection, origin.number, key.public(origin.origin))
            store_checkpoint(self._connection, origin.number, checkpoint, note)
        self._publish(origin.origin, tree.size, note)
        return checkpoint

    def _unsigned(self, origin: Origin, tree: Tree) -> bool:
        """A crash between growing and signing leaves a tree without its checkpoint."""
        return origin.note is None or f"\n{tree.size}\n" not in origin.note

    def _grow(self, tree: Tree, to: int) -> None:
        """Hashing comes before the transaction, so that none is held open while we compute."""
        for rows in raw_log.batches(self._connection, tree.size, to):
            leaves = leaf_hashes(rows)
            if len(rows) == 0 or rows[-1][0] != tree.size + len(rows):
                reason = f"The log has a gap after position {tree.size}."
                close_gate(self._connection, reason)
                _log.error("log has a gap", after=tree.size)
                return
            with self._connection.transaction():
                tree.grow(self._connection, leaves)

    def _publish(self, origin: str, size: int, note: str) -> None:
        """A store that goes away delays the publication, not the sealing: each cycle tries again.

        The first of a UTC day stays there for ever, the others until the next one: each holds this
        log to all that came before it, and the database keeps every one.
        """
        day = origin, self._clock().date()
        try:
            self._shelf.publish_checkpoint(origin, size, note.encode(), keep=day != self._kept)
        except StoreUnavailable as error:
            _log.warning("checkpoint is not published yet", error=str(error))
        else:
            self._agreed = note
            self._kept = day

    def _read_shelf(self) -> str | None:
        """The newest published note. None when there is none, or when the store is away: after
        one look that only delays the publication, before it nothing is signed.
        """
        try:
            on_shelf = read_shelf(self._shelf)
        except StoreUnavailable as error:
            if self._looked:
                _log.warning("published checkpoints are out of reach", error=str(error))
            else:
                message = "nothing is signed before published checkpoints are read"
                _log.warning(message, error=str(error))
            return None
        self._looked = True
        return on_shelf

    def _find_fork(self, origin: Origin, tree: Tree, end: int, on_shelf: str | None) -> str | None:
        """The reason why this log must not go on, if there is one."""
        if end < tree.size:
            return f"The log ends at {end}, but {tree.size} entries of it were sealed."
        for note in {origin.note, on_shelf} - {None, self._agreed}:
            assert note is not None
            keys = [*listed_keys(self._connection), self._key().public(origin.origin)]
            found = published(self._connection, origin, note, keys)
            if isinstance(found, Checkpoint):
                found = self._differs(found, tree, end)
            if isinstance(found, str):
                return found
        if on_shelf is not None:
            self._agreed = on_shelf
        return None

    def _differs(self, checkpoint: Checkpoint, tree: Tree, end: int) -> str | None:
        reason = shorter(checkpoint, end)
        if reason is not None:
            return reason
        self._grow(tree, checkpoint.size)
        try:
            root = root_at(self._connection, tree.number, checkpoint.size)
        except TilesMissing as error:
            return f"The stored tree is damaged: {error}."
        if root == checkpoint.root:
            return None
        return f"The first {checkpoint.size} entries are not those that were signed."


def run_sealer(
    connect: Callable[[], Connection[Any]],
    key: Callable[[], SigningKey],
    shelf: CheckpointShelf,
    halted: threading.Event,
) -> None:
    """Seals until `halted` is set; one process at a time, by an advisory lock."""

    def work(connection: Connection[Any]) -> None:
        sealer = Sealer(connection, key, shelf)
        while not halted.is_set():
            began = time.monotonic()
            sealer.seal()
            halted.wait(max(REST_SECONDS, SEAL_SECONDS - (time.monotonic() - began)))

    lead_until(halted, "sealer", SEALER, connect, work)
