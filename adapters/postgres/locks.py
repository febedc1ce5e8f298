"""Every advisory lock of a deployment but two: `append_call.py` has the log's, and a rebuild hashes
the name of its table.

Numbers stay what they are: during an upgrade the old release and the new one stand side by side,
and what one of them leads the other must leave alone.
"""

from typing import NamedTuple

import msgspec

from domain.ids import Book


class Place(NamedTuple):
    """Where `pg_locks` shows a lock."""

    classid: int
    objid: int
    objsubid: int


class Lock(msgspec.Struct, frozen=True):
    """One bigint, or a pair of ints: PostgreSQL keeps the two kinds apart, whatever the numbers."""

    numbers: tuple[int] | tuple[int, int]

    @property
    def place(self) -> Place:
        if len(self.numbers) == 2:
            return Place(*self.numbers, 2)
        key = self.numbers[0] % (1 << 64)
        return Place(key >> 32, key & 0xFFFFFFFF, 1)


MIGRATION = Lock((0x58415649,))
"""Two migrating processes take turns."""

ERASURE = Lock((0x58415645,))
"""Deletions of data keys are numbered in the order of their commits."""

SELFCHECK = Lock((0x58415643,))
SEALER = Lock((0x58415653,))
HOLDERS = Lock((0x58415657,))
TEST_BOOK = Lock((0x58415658,))
"""Of several `work` processes one runs the process of the test book."""

PROJECTIONS: dict[Book, Lock] = {"live": Lock((0x58415652,)), "test": Lock((0x58415654,))}
WEBHOOKS: dict[Book, Lock] = {"live": Lock((0x58415657, 1)), "test": Lock((0x58415657, 2))}
DISPATCHER: dict[Book, Lock] = {
    "live": Lock((5_776_566_069_002_935_907,)),
    "test": Lock((4_598_106_866_427_245_112,)),
}
"""`hashtextextended('xavira_dispatcher_live', 0)`, and the same of the test book."""

LOCKS = (
    MIGRATION,
    ERASURE,
    SELFCHECK,
    SEALER,
    HOLDERS,
    TEST_BOOK,
    *PROJECTIONS.values(),
    *WEBHOOKS.values(),
    *DISPATCHER.values(),
)
