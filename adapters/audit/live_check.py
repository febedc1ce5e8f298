"""Judges the live database: the log against the sealed tree and every signed checkpoint, the money
by replay, and the projections against that replay. Reads in short statements; changes nothing.

PostgreSQL reads the log ahead and copies the projections while this process hashes and replays: on
two processors the verification takes about as long as its own work.
"""

import time
from collections.abc import Callable, Sequence
from typing import Any

from psycopg import Connection

from adapters.audit import raw_log
from adapters.audit.origins import Origin, current_origin
from adapters.audit.projection_check import ProjectionCheck, comparing
from adapters.audit.statements import statement
from adapters.verifier.export_check import (
    Inputs,
    Progress,
    check_checkpoint,
    check_since,
    without_collector,
)
from adapters.verifier.faults import Faults
from adapters.verifier.replay import HELD_MAX, Replay, Share
from adapters.verifier.verdict import Verdict
from domain.audit.merkle import HASH_BYTES, Frontier, leaf_hashes
from domain.audit.signed_note import NoteInvalid, PublicKey, SignedCheckpoint, parse_note
from projections.audit_tree import TILE_HASHES, stored_leaves

NEVER = -1


def verify_live(
    connect: Callable[[], Connection[Any]],
    inputs: Inputs,
    progress: Progress | None = None,
    *,
    held_max: int = HELD_MAX,
    rows: Callable[[Faults], None] | None = None,
) -> Verdict:
    """The verdict on the live book. It makes three connections, in autocommit mode as xavira_work:
    one for the log, one for the projections, one for everything else. `held_max` is the replay's;
    `rows` looks at what the replay does not know, as `row_check` does.
    """
    started = time.perf_counter()
    faults = Faults()
    with connect() as connection, connect() as log, comparing(connect, faults) as projections:
        projections.see()
        origin = current_origin(connection)
        end = raw_log.head(connection)
        check = LiveCheck(connection, log, origin, inputs, projections, faults)
        with without_collector():
            check.run(end, progress or (lambda events, total: None), held_max)
            projections.compare()
    if rows is not None:
        rows(faults)
    signed = _newest(origin, faults)
    sealed = 0 if signed is None else signed.checkpoint.size
    key = _check_newest(signed, inputs, check, end, faults)
    name = "" if origin is None else origin.origin
    check_since(inputs, name, end, check.roots.get(_since_size(inputs)), faults)
    return Verdict(
        origin=name or None,
        events=end,
        sealed=sealed,
        root=None if signed is None else signed.checkpoint.root.hex(),
        authenticated=key is not None,
        signed_by=None if key is None else key.line(),
        consistent_with=None if inputs.since is None else inputs.since.checkpoint.size,
        faults_total=faults.total,
        faults=tuple(faults.listed),
        seconds=time.perf_counter() - started,
    )


def _newest(origin: Origin | None, faults: Faults) -> SignedCheckpoint | None:
    if origin is None or origin.note is None:
        return None
    try:
        return parse_note(origin.note)
    except NoteInvalid as error:
        faults.find("checkpoint_unreadable", "newest", str(error))
        return None


def _check_newest(
    signed: SignedCheckpoint | None, inputs: Inputs, check: "LiveCheck", end: int, faults: Faults
) -> PublicKey | None:
    """The newest checkpoint may be a little behind the log, but never ahead of it."""
    if signed is None:
        return None
    size = signed.checkpoint.size
    root = check.roots.get(size, b"")
    return check_checkpoint(signed, inputs, events=min(size, end), root=root, faults=faults)


def _since_size(inputs: Inputs) -> int:
    return NEVER if inputs.since is None else inputs.since.checkpoint.size


class LiveCheck:
    """One walk over the log, and one more for every share of it that a replay left."""

    def __init__(
        self,
        connection: Connection[Any],
        log: Connection[Any],
        origin: Origin | None,
        inputs: Inputs,
        projections: ProjectionCheck,
        faults: Faults,
    ) -> None:
        self.roots: dict[int, bytes] = {}
        self._connection = connection
        self._log = log
        self._origin = origin
        self._since = _since_size(inputs)
        self._projections = projections
        self._faults = faults
        self._frontier = Frontier()

    def run(self, end: int, progress: Progress, held_max: int) -> None:
        """Reads the log up to `end`: once, unless that takes too much memory."""
        self.roots[0] = self._frontier.root()
        left, linked = [Share()], True
        while left:
            replay = Replay(self._faults, left.pop(), held_max=held_max)
            self._walk(replay, end, progress, linked=linked)
            replay.finish()
            left += replay.left
            linked = False

    def _walk(self, replay: Replay, end: int, progress: Progress, *, linked: bool) -> None:
        """The log in spans that end where a projection stands, so that it can be compared."""
        marks = set(self._projections.marks.values())
        after = 0
        for to in sorted({*marks, end}):
            if to > end:
                if linked:
                    message = f"a projection stands at {to}, the log ends at {end}"
                    self._faults.find("size_differs", "projection", message)
                return
            for first, last in raw_log.spans(after, to):
                self._post(replay, first, last, linked=linked)
                progress(replay.position, end)
            after = to
            if to in marks:
                self._projections.take(to, replay)

    def _post(self, replay: Replay, after: int, to: int, *, linked: bool) -> None:
        """One span, hashed and replayed while it is still near the processor."""
        positions: list[int] = []
        leaves: list[bytes] = []
        for rows in raw_log.stream(self._log, after, to):
            if linked:
                positions += [row[0] for row in rows]
                leaves += leaf_hashes(rows)
            replay.post(rows)
        if linked:
            self._link(positions, leaves)

    # --- linkage ----------------------------------------------------------------------------

    def _link(self, positions: Sequence[int], leaves: Sequence[bytes]) -> None:
        if self._origin is not None:
            self._compare_leaves(positions, leaves, self._origin.number)
        sizes = self._signed_sizes(len(leaves))
        start, size = 0, self._frontier.size
        for at, root in sizes:
            self._frontier.extend(leaves[start : at - size])
            start = at - size
            self.roots[at] = self._frontier.root()
            if root is not None and root != self.roots[at]:
                message = f"signed {root.hex()}, computed {self.roots[at].hex()}"
                self._faults.find("root_differs", f"checkpoint {at}", message)
        self._frontier.extend(leaves[start:])

    def _signed_sizes(self, leaves: int) -> list[tuple[int, bytes | None]]:
        """Sizes of checkpoints that end in this batch, with their signed root."""
        first, last = self._frontier.size, self._frontier.size + leaves
        sizes: dict[int, bytes | None] = {}
        if first < self._since <= last:
            sizes[self._since] = None
        if self._origin is not None:
            params = {"number": self._origin.number, "after": first, "to": last}
            sizes |= self._connection.execute(statement("checkpoints"), params).fetchall()
        return sorted(sizes.items())

    def _compare_leaves(
        self, positions: Sequence[int], leaves: Sequence[bytes], number: int
    ) -> None:
        """Against the stored tree, which names the very event that was changed."""
        if not positions:
            return
        first, last = positions[0] - 1, positions[-1]
        tile = first // TILE_HASHES
        tiles = stored_leaves(self._connection, number, tile, -(-last // TILE_HASHES))
        stored = b"".join(tiles[index] for index in sorted(tiles))
        stored = stored[(first - tile * TILE_HASHES) * HASH_BYTES :]
        whole = b"".join(leaves)
        if last - first == len(positions) and whole[: len(stored)] == stored[: len(whole)]:
            return
        for position, leaf in zip(positions, leaves, strict=True):
            start = (position - 1 - first) * HASH_BYTES
            sealed = stored[start : start + HASH_BYTES]
            if sealed and leaf != sealed:
                message = "the event is not the one that was sealed"
                self._faults.find("leaf_differs", position, message, position)
