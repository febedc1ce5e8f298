"""What every projection is: a name, the tables it alone writes, and how a batch changes them."""

from collections.abc import Callable, Collection, Sequence
from typing import Any

import msgspec
from psycopg import Connection

from domain.event import Recorded

Apply = Callable[[Sequence[Recorded], Connection[Any]], None]
Read = Callable[[int, int], Sequence[Recorded]]
"""`read(after, limit)`: events with a position greater than `after`, in order; `Ledger.read`."""

ReadTopics = Callable[[int, int, Collection[str] | None], Sequence[Recorded]]
"""`read(after, limit, topics)`: those events of the `limit` positions behind `after` that have one
of the topics; None means all."""


class Projection(msgspec.Struct, frozen=True):
    """`apply` writes a batch in the caller's transaction and is told every event exactly once.

    The runner's checkpoint sees to the "once"; an event that cannot be applied makes `apply` raise.
    `topics` are those that `apply` looks at, so that a rebuild need not read the others. `growing`
    are tables that `apply` only adds rows to and never reads: a rebuild indexes them last.
    """

    name: str
    tables: tuple[str, ...]
    apply: Apply
    topics: frozenset[str] | None = None
    growing: frozenset[str] = frozenset()


class UnknownFact(ValueError):
    """An event refers to a row that no earlier event made: the log or the fold is wrong."""
