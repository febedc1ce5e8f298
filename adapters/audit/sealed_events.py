"""Sealed events against the leaves that were sealed of them, some tiles at a time, for ever.

The sealer hashes an event once and never looks at it again. This looks again, newest first, and
goes over the whole log in the end. Whoever changes a tile beside the event is not found here but
by `xavira ledger verify`, which computes the roots that were signed.
"""

import secrets
from collections.abc import Iterator
from typing import Any

import msgspec
from psycopg import Connection

from adapters.audit import raw_log
from adapters.audit.origins import current_origin
from domain.audit.merkle import cut, leaf_hashes
from projections.audit_tree import TILE_HASHES, load_tree, stored_leaves
from projections.books import Finding, finding

TILES_PER_SPAN = 4
"""Re-hashed together: 1,024 events, some milliseconds."""

SPANS_PER_LOOK = 64
DIFFERING_MAX = 8
"""Spans with a difference that every look comes back to, so that it is told until it is mended."""


class Plan(msgspec.Struct, frozen=True):
    """What one look re-hashes: spans of the tree of one origin, which had this size."""

    number: int
    size: int
    spans: list[int]


class SealedEvents:
    """Where the re-hashing is. It begins anywhere, so that restarts leave no part out."""

    def __init__(
        self, *, tiles_per_span: int = TILES_PER_SPAN, spans_per_look: int = SPANS_PER_LOOK
    ) -> None:
        self._tiles = tiles_per_span
        self._spans_max = spans_per_look
        self._next: int | None = None
        self._differing: set[int] = set()

    def plan(self, connection: Connection[Any]) -> Plan:
        """The newest span, those that differed, then on from where the last look stopped."""
        origin = current_origin(connection)
        if origin is None:
            return Plan(0, 0, [])
        size = load_tree(connection, origin.number).size
        count = -(-size // (self._tiles * TILE_HASHES))
        if count == 0:
            return Plan(origin.number, 0, [])
        self._differing = {span for span in self._differing if span < count}
        spans = dict.fromkeys([count - 1, *sorted(self._differing)])
        self._next = secrets.randbelow(count) if self._next is None else min(self._next, count)
        for _ in range(count):
            if len(spans) >= self._spans_max:
                break
            self._next = (self._next or count) - 1
            spans[self._next] = None
        return Plan(origin.number, size, list(spans))

    def compare(self, connection: Connection[Any], plan: Plan, span: int) -> list[Finding]:
        """One span of the log, hashed again. Raises psycopg.OperationalError."""
        found = list(self._compare(connection, plan, span))
        if not found:
            self._differing.discard(span)
        elif len(self._differing) < DIFFERING_MAX:
            self._differing.add(span)
        return found

    def _compare(self, connection: Connection[Any], plan: Plan, span: int) -> Iterator[Finding]:
        """Tiles are read first: what is appended and sealed meanwhile does no harm."""
        first = span * self._tiles
        tiles = stored_leaves(connection, plan.number, first, first + self._tiles)
        sealed = {
            index * TILE_HASHES + place: leaf
            for index, hashes in tiles.items()
            for place, leaf in enumerate(cut(hashes), start=1)
        }
        after = first * TILE_HASHES
        to = min(after + self._tiles * TILE_HASHES, plan.size)
        rows = raw_log.read_rows(connection, after, to)
        leaves = dict(zip([row[0] for row in rows], leaf_hashes(rows), strict=True))
        for position in range(after + 1, to + 1):
            if position not in leaves:
                yield finding("position_gap", position, "the event that was sealed is gone")
            elif position not in sealed:
                yield finding("leaf_differs", position, "the sealed tree lacks the event")
            elif leaves[position] != sealed[position]:
                message = "the event is not the one that was sealed"
                yield finding("leaf_differs", position, message)
