"""The projections' rows against a replay, compared by PostgreSQL in temporary tables.

What was there at one moment is copied first, in one snapshot, while the log is replayed; the
replay's own result for the position of each projection is copied beside it, and only rows that
differ come back. So neither side has to fit into memory, and the rows may move on meanwhile.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from itertools import islice
from typing import Any

from psycopg import Connection

from adapters.audit.statements import statement
from adapters.verifier.faults import Faults
from adapters.verifier.replay import Replay, Share, is_id
from projections.moment import one_moment

COMPARED = ("balances", "statements", "journal")
ROWS_SENT_TOGETHER = 5_000

_COMPARISONS = (
    ("balances", "differing_balances", "balance_differs"),
    ("balances", "differing_lots", "lot_differs"),
    ("statements", "differing_statements", "statement_differs"),
    ("journal", "differing_journal_lots", "journal_lot_differs"),
)


@contextmanager
def comparing(
    connect: Callable[[], Connection[Any]], faults: Faults
) -> Iterator["ProjectionCheck"]:
    """A check with a connection and a thread of its own; its copies are gone afterwards."""
    with connect() as connection, ThreadPoolExecutor(1) as beside:
        check = ProjectionCheck(connection, beside, faults)
        try:
            yield check
        finally:
            check.stop()


class ProjectionCheck:
    """`see`, then `take` at every mark and in every replay, then `compare`."""

    def __init__(
        self, connection: Connection[Any], beside: ThreadPoolExecutor, faults: Faults
    ) -> None:
        self._connection = connection
        self._beside = beside
        self._faults = faults
        self._copied: Future[None] | None = None
        self._taken: dict[int, list[Share]] = defaultdict(list)
        self.marks: dict[str, int] = {}

    def see(self) -> None:
        """Begins to copy what the projections hold now, and tells where each of them stands."""
        connection = self._connection
        with ExitStack() as moment:
            tables = ("balances", "statement_entries", "journal_lots")
            moment.enter_context(one_moment(connection, *tables))
            known = dict(connection.execute(statement("checkpoints_seen")).fetchall())
            self.marks = {name: known.get(name, 0) for name in COMPARED}
            self._copied = self._beside.submit(self._copy_seen, moment.pop_all())

    def _copy_seen(self, moment: ExitStack) -> None:
        with moment:
            self._connection.execute(statement("see_projections"))
            self._connection.execute(statement("see_journal"))

    def _wait_for_copies(self) -> None:
        assert self._copied is not None, "nothing was seen yet"
        self._copied.result()

    def stop(self) -> None:
        """Ends a copying that nobody waits for any more."""
        if self._copied is not None and not self._copied.done():
            self._connection.cancel_safe()

    def take(self, mark: int, replay: Replay) -> None:
        """What the replay says at a position, for streams of which none said so before."""
        if any(share.holds(replay.share) for share in self._taken[mark]):
            return
        self._taken[mark].append(replay.share)
        self._wait_for_copies()
        self._copy("take_lots", _lots(mark, replay))
        self._copy("take_draws", _draws(mark, replay))
        flying = replay.flying().items()
        self._copy("take_flights", (f"{mark}\t{a.hex()}\t{n}\n" for a, n in flying))

    def compare(self) -> None:
        """Finds every row that differs, and what the journal contradicts of itself."""
        self._wait_for_copies()
        for name, comparison, code in _COMPARISONS:
            rows = self._connection.execute(statement(comparison), {"mark": self.marks[name]})
            for subject, seen, replayed in rows:
                self._faults.find(code, subject, f"projection {seen}, replay {replayed}")
        for lot_id, entries_agree in self._connection.execute(statement("journal_unequal")):
            if entries_agree:
                message = "the money of its entries is not what was paid for it"
                self._faults.find("journal_money_differs", lot_id, message)
            else:
                message = "its entries do not add up to its row"
                self._faults.find("journal_entries_differ", lot_id, message)
        row = self._connection.execute(statement("journal_days_unequal")).fetchone()
        if row is not None and row[0]:
            message = f"{row[0]} rows are not the sums of their entries"
            self._faults.find("journal_days_differ", "journal_days", message)

    def _copy(self, name: str, lines: Iterable[str]) -> None:
        rest = iter(lines)
        with self._connection.cursor() as cursor, cursor.copy(statement(name)) as copy:
            while some := "".join(islice(rest, ROWS_SENT_TOGETHER)):
                copy.write(some)


def _lots(mark: int, replay: Replay) -> Iterable[str]:
    for account in replay.accounts.values():
        head = f"{mark}\t{account.stream.hex()}\t"
        for lot_id, lot in account.lots.items():
            yield (
                f"{head}{lot_id}\t{lot.granted}\t{lot.remaining}\t{lot.drawn}\t{lot.lapsed}"
                f"\t{lot.taken}\t{lot.revoked}\n"
            )


def _draws(mark: int, replay: Replay) -> Iterable[str]:
    """Credits in flight by lot; a lot whose id is none was told about already."""
    flying: dict[tuple[bytes, str], int] = defaultdict(int)
    for account, lot_id, amount in replay.drawn_in_flight():
        flying[account, lot_id] += amount
    for (account, lot_id), amount in flying.items():
        if is_id(lot_id):
            yield f"{mark}\t{account.hex()}\t{lot_id}\t{amount}\n"
