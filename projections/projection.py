"""What every projection is: a name, the tables it alone writes, and how a batch changes them."""

from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from psycopg import Connection

from domain.event import Recorded

Apply = Callable[[Sequence[Recorded], Connection[Any]], None]
Read = Callable[[int, int], Sequence[Recorded]]
"""`read(after, limit)`: events with a position greater than `after`, in order; `Ledger.read`."""


class Projection(msgspec.Struct, frozen=True):
    """`apply` writes a batch in the caller's transaction and is told every event exactly once.

    The runner's checkpoint sees to the "once"; an event that cannot be applied makes `apply` raise.
    """

    name: str
    tables: tuple[str, ...]
    apply: Apply


class UnknownFact(ValueError):
    """An event refers to a row that no earlier event made: the log or the fold is wrong."""
