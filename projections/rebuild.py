"""Rebuilds a projection from the log beside the live one, compares the two, and swaps them.

The shadow lives in a schema of its own under the same table names, so the projection's SQL runs
there unchanged. It follows the log in short transactions; then the live projector rests at one
position while both are compared and swapped, and reads go on. A rebuild that is cut off or canceled
goes on where it was. What is not a projection is refused: a reaction would do its work twice, a
ground table cannot be derived. Needs the connection of the tables' owner.
"""

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any, LiteralString

import msgspec
import psycopg
from psycopg import Connection, sql

from domain.event import Recorded
from projections.named_sql import named_sql
from projections.projection import Projection, Read, ReadTopics, Topics
from projections.registry import CACHE_TABLES, GROUND_TABLES, PROJECTIONS, REACTION_TABLES
from projections.runner import advance_checkpoint

BATCH_EVENTS = 20_000
"""Events of one transaction."""

FROZEN_EVENTS_MAX = 2_000
"""The live projector is only made to rest when the shadow is no further behind than this."""

SWAP_LOCK_MILLISECONDS = 50
SWAP_ATTEMPTS_MAX = 200
SWAP_PAUSE_SECONDS = 0.1

INDEXING_MEGABYTES = 256
"""What PostgreSQL may sort in while it indexes a whole table."""

_DIGEST: dict[str, LiteralString] = {
    "live": "SELECT count(*), sum(hash_numeric_extended("
    "hash_record_extended(one, 1)::numeric, 2)) FROM {live}.{table} AS one",
    "shadow": "SELECT count(*), sum(hash_numeric_extended("
    "hash_record_extended(one, 1)::numeric, 2)) FROM {shadow}.{table} AS one",
}
"""The hash of a row adds up those of its columns: a sum of them would not tell which value was in
which row. So it is hashed once more (as a numeric, of which all digits count) before it is added.
"""

_DIFFERING: LiteralString = (
    "SELECT count(DISTINCT ({key})) FROM ((TABLE {live}.{table} EXCEPT ALL TABLE {shadow}.{table})"
    " UNION ALL (TABLE {shadow}.{table} EXCEPT ALL TABLE {live}.{table})) AS differing"
)

_CREATE: LiteralString = (
    "CREATE TABLE IF NOT EXISTS {shadow}.{table} (LIKE {live}.{table} INCLUDING ALL)"
)
_CREATE_UNINDEXED: LiteralString = (
    "CREATE TABLE IF NOT EXISTS {shadow}.{table}"
    " (LIKE {live}.{table} INCLUDING ALL EXCLUDING INDEXES)"
)

Progress = Callable[[int, int], None]
"""`progress(position, target)`: called after every transaction."""


class RebuildRefused(ValueError):
    """This name is no projection, or it is being rebuilt already; the message says which."""


class SwapTimedOut(RuntimeError):
    """Readers held the live tables all the time; the shadow is kept, and a new try goes on."""


class Rebuilt(msgspec.Struct, frozen=True, kw_only=True):
    """`differences` counts rows that were not the same in both at `position`, each of them once.

    `swapped` is false after a cancel and when only a comparison was asked for.
    """

    name: str
    position: int
    differences: int
    swapped: bool


def projection_named(name: str) -> Projection:
    """The projection of this name. Raises RebuildRefused for everything else, saying why."""
    if name in PROJECTIONS:
        return PROJECTIONS[name]
    if name in REACTION_TABLES:
        raise RebuildRefused(f"{name} is a reaction: rebuilding it would do its work again.")
    if name in GROUND_TABLES:
        raise RebuildRefused(f"{name} is ground: no log can bring it back, only a backup.")
    if name in CACHE_TABLES:
        raise RebuildRefused(f"{name} is a cache: delete its rows and they come again.")
    raise RebuildRefused(f"There is no projection {name}; there are {', '.join(PROJECTIONS)}.")


def rebuild(
    name: str,
    connection: Connection[Any],
    read: Read,
    *,
    stop: threading.Event,
    progress: Progress,
    swap: bool = True,
    fresh: bool = False,
    batch_events: int = BATCH_EVENTS,
    read_topics: ReadTopics | None = None,
) -> Rebuilt:
    """Rebuilds one projection of the book whose schema leads the connection's search path.

    `read_topics`, where there is one, is used instead of `read`, from a thread of its own.
    `stop` cancels between two transactions; what was done is kept, and `fresh` throws away what an
    earlier one kept (needed when the code has changed since). With `swap` false the shadow is
    compared and dropped. Raises RebuildRefused, SwapTimedOut.
    """
    projection = projection_named(name)
    assert connection.autocommit, "a rebuild makes its own, short transactions"
    shadow = Shadow(connection, projection)
    with shadow.alone():
        shadow.prepare(fresh=fresh)
        ahead = ReadAhead(read_topics or _whole(read), projection.topics)
        with ahead:
            shadow.follow(ahead, stop=stop, progress=progress, batch_events=batch_events)
            if swap and not stop.is_set() and shadow.index():
                shadow.follow(ahead, stop=stop, progress=progress, batch_events=batch_events)
            return shadow.finish(ahead, stop=stop, swap=swap, batch_events=batch_events)


def _whole(read: Read) -> ReadTopics:
    """What reads everything may also be asked for some topics."""
    return lambda after, limit, topics: read(after, limit)


class ReadAhead:
    """Reads the next batch while this one is written; asked for another one, it reads that.

    A batch reaches exactly to `after + limit`, whatever of it the projection looks at.
    """

    def __init__(self, read: ReadTopics, topics: Topics | None) -> None:
        self._read = read
        self._topics = topics
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="read-ahead")
        self._next: tuple[tuple[int, int], Future[Sequence[Recorded]]] | None = None

    def __enter__(self) -> "ReadAhead":
        return self

    def __exit__(self, *_: object) -> None:
        self._thread.shutdown(cancel_futures=True)

    def batch(self, after: int, limit: int, *, then: int) -> Sequence[Recorded]:
        """The events behind `after`; `then` is how many positions to read next, perhaps none."""
        if self._next is not None and self._next[0] == (after, limit):
            _, reading = self._next
        else:
            reading = self._ask(after, limit)
        found = reading.result()
        assert found or self._topics is not None, "the log ends before a checkpoint"
        self._next = ((after + limit, then), self._ask(after + limit, then)) if then else None
        return found

    def _ask(self, after: int, limit: int) -> "Future[Sequence[Recorded]]":
        return self._thread.submit(self._read, after, limit, self._topics)


class Shadow:
    """The second set of tables of one projection, and what may be done with it."""

    def __init__(self, connection: Connection[Any], projection: Projection) -> None:
        self.connection = connection
        self.projection = projection
        row = connection.execute("SELECT current_schema()").fetchone()
        assert row is not None
        self.live: str = row[0]
        self.schema = f"{self.live}_rebuild"

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Holds off a second rebuild of the same projection. Raises RebuildRefused."""
        key = {"key": f"rebuild/{self.live}/{self.projection.name}"}
        row = self.connection.execute(named_sql("rebuild", "try_lock"), key).fetchone()
        if row is None or not row[0]:
            raise RebuildRefused(f"{self.projection.name} is being rebuilt already.")
        try:
            yield
        finally:
            if not self.connection.closed:
                self.connection.execute(named_sql("rebuild", "unlock"), key)

    def prepare(self, *, fresh: bool) -> None:
        """Makes empty tables, or keeps those that an earlier rebuild left behind.

        Only as long as they are like the live ones, which a migration may have changed since.
        """
        with self.connection.transaction():
            self._hold_schema()
            self._execute("CREATE SCHEMA IF NOT EXISTS {shadow}")
            self._create("projection_checkpoints")
            if fresh or not all(map(self._alike, self.projection.tables)):
                self.drop()
            for table in self.projection.tables:
                self._create(table)
                self._copy_storage(table)
            self._look_at_shadow()
            self.connection.execute(
                named_sql("rebuild", "begin_shadow"), {"name": self.projection.name}
            )

    def position(self, schema: str) -> int:
        """How far the live projection or the shadow is."""
        query = sql.SQL("SELECT position FROM {}.projection_checkpoints WHERE name = %s")
        row = self.connection.execute(
            query.format(sql.Identifier(schema)), (self.projection.name,)
        ).fetchone()
        return 0 if row is None else int(row[0])

    def follow(
        self, read: ReadAhead, *, stop: threading.Event, progress: Progress, batch_events: int
    ) -> None:
        """Brings the shadow near the live position, in one short transaction per batch."""
        while not stop.is_set():
            target, position = self.position(self.live), self.position(self.schema)
            progress(position, target)
            if target - position <= FROZEN_EVENTS_MAX:
                return
            limit = min(batch_events, target - position)
            then = min(batch_events, target - position - limit)
            self._apply(read, position, limit, then=then)

    def index(self) -> bool:
        """Makes what indexes of tables that only grow are missing; whether there were any.

        That takes seconds for millions of rows, so it comes before the live projector rests.
        """
        missing = [one for table in self.projection.growing for one in self._missing(table)]
        with self.connection.transaction():
            megabytes = sql.Literal(f"{INDEXING_MEGABYTES}MB")
            self.connection.execute(
                sql.SQL("SET LOCAL maintenance_work_mem = {}").format(megabytes)
            )
            for statement in missing:
                self.connection.execute(statement)
        return bool(missing)

    def finish(
        self, read: ReadAhead, *, stop: threading.Event, swap: bool, batch_events: int
    ) -> Rebuilt:
        """Rests the live projector, brings the shadow to its position, compares and swaps."""
        differences, swapped = 0, False
        frozen = self.position(self.schema)
        if stop.is_set():
            return self._rebuilt(frozen, differences, swapped)
        with self.connection.transaction():
            row = self.connection.execute(
                named_sql("rebuild", "freeze"), {"name": self.projection.name}
            ).fetchone()
            frozen = 0 if row is None else int(row[0])
            while (position := self.position(self.schema)) < frozen:
                self._apply(read, position, min(batch_events, frozen - position), then=0)
            differences = sum(self._differences(table) for table in self.projection.tables)
            if swap:
                swapped = self._swap(stop)
        if not swap:
            self.drop()
        if swapped or not swap:
            self._tidy()
        return self._rebuilt(frozen, differences, swapped)

    def drop(self) -> None:
        """Forgets the shadow and how far it was."""
        with self.connection.transaction():
            for table in self.projection.tables:
                self._execute("DROP TABLE IF EXISTS {shadow}.{table}", table)
            self._forget_position()

    def _tidy(self) -> None:
        """The schema goes when no other projection has a shadow in it, whoever is the last."""
        with self.connection.transaction():
            self._hold_schema()
            params = {"schema": self.schema}
            if not self.connection.execute(named_sql("rebuild", "schema"), params).rowcount:
                return
            query = sql.SQL("SELECT name FROM {}.projection_checkpoints")
            rows = self.connection.execute(query.format(sql.Identifier(self.schema)))
            if not {name for (name,) in rows} & set(PROJECTIONS):
                self._execute("DROP SCHEMA {shadow} CASCADE")

    def _hold_schema(self) -> None:
        """Until the transaction ends nobody else begins a shadow or takes the schema away."""
        key = {"key": f"rebuild/{self.live}"}
        self.connection.execute(named_sql("rebuild", "lock"), key)

    def _rebuilt(self, position: int, differences: int, swapped: bool) -> Rebuilt:
        return Rebuilt(
            name=self.projection.name,
            position=position,
            differences=differences,
            swapped=swapped,
        )

    def _apply(self, read: ReadAhead, after: int, limit: int, *, then: int) -> None:
        batch = read.batch(after, limit, then=then)
        with self.connection.transaction():
            self.connection.execute("SET LOCAL synchronous_commit = off")
            self._look_at_shadow()
            self.projection.apply(batch, self.connection)
            advance_checkpoint(self.connection, self.projection.name, after + limit)
            self._look_at_live()

    def _differences(self, table: str) -> int:
        """Rows that are not the same in both. Sums of hashes tell equal tables without sorting."""
        live, shadow = (self._one(_DIGEST[schema], table) for schema in ("live", "shadow"))
        if live == shadow:
            return 0
        if 0 in (live[0], shadow[0]):
            return int(live[0] + shadow[0])
        return int(self._one(_DIFFERING, table, key=self._key(table))[0])

    def _one(self, text: LiteralString, table: str, *, key: Sequence[str] = ()) -> tuple[Any, ...]:
        row: tuple[Any, ...] | None = self._execute(text, table, key=key).fetchone()
        assert row is not None
        return row

    def _swap(self, stop: threading.Event) -> bool:
        """Waits only briefly for each table, so that reads never queue behind us for long."""
        milliseconds = sql.Literal(SWAP_LOCK_MILLISECONDS)
        self.connection.execute(sql.SQL("SET LOCAL lock_timeout = {}").format(milliseconds))
        for _ in range(SWAP_ATTEMPTS_MAX):
            try:
                with self.connection.transaction():
                    self._exchange()
            except psycopg.errors.LockNotAvailable:
                if stop.wait(SWAP_PAUSE_SECONDS):
                    return False
            else:
                return True
        raise SwapTimedOut(f"{self.projection.name}: the live tables were never free.")

    def _exchange(self) -> None:
        for table in self.projection.tables:
            self._execute("LOCK TABLE {live}.{table} IN ACCESS EXCLUSIVE MODE", table)
        for table in self.projection.tables:
            self._copy_privileges(table)
            named = self._indexes(table)
            self._execute("DROP TABLE {live}.{table}", table)
            self._execute("ALTER TABLE {shadow}.{table} SET SCHEMA {live}", table)
            self._rename_indexes(table, named)
        self._forget_position()
        self.connection.execute(named_sql("checkpoints", "restart"), {"name": self.projection.name})

    def _create(self, table: str) -> None:
        later = table in self.projection.growing
        self._execute(_CREATE_UNINDEXED if later else _CREATE, table)

    def _alike(self, table: str) -> bool:
        """The shadow is as the live table is; indexes that come later may be missing."""
        (columns, indexes), (live_columns, live_indexes) = (
            self._shape(table, schema) for schema in (self.schema, self.live)
        )
        if table in self.projection.growing:
            return columns == live_columns and indexes <= live_indexes
        return columns == live_columns and indexes == live_indexes

    def _shape(self, table: str, schema: str) -> tuple[list[str], set[str]]:
        """Columns and indexes of a table; both are empty where there is none."""
        params = {"table": f"{schema}.{table}"}
        row = self.connection.execute(named_sql("rebuild", "shape"), params).fetchone()
        assert row is not None
        return row[0], set(row[1])

    def _missing(self, table: str) -> list[sql.SQL]:
        """Statements that make those indexes of a live table which its shadow has not."""
        params = {"live": f"{self.live}.{table}", "shadow": f"{self.schema}.{table}"}
        rows = self.connection.execute(named_sql("rebuild", "missing_indexes"), params)
        return [sql.SQL(statement) for (statement,) in rows.fetchall()]

    def _copy_storage(self, table: str) -> None:
        """What LIKE leaves out: how full pages are written, and how soon they are vacuumed."""
        params = {"table": f"{self.live}.{table}"}
        options = self.connection.execute(named_sql("rebuild", "storage"), params).fetchall()
        for name, value in options:
            self.connection.execute(
                sql.SQL("ALTER TABLE {} SET ({} = {})").format(
                    sql.Identifier(self.schema, table), sql.Identifier(name), sql.Literal(value)
                )
            )

    def _indexes(self, table: str) -> dict[str, str]:
        """The names of a live table's indexes, by what they are."""
        params = {"table": f"{self.live}.{table}"}
        return dict(self.connection.execute(named_sql("rebuild", "indexes"), params).fetchall())

    def _rename_indexes(self, table: str, named: dict[str, str]) -> None:
        """LIKE invents names, by which no migration would find the indexes again."""
        for index, name in self._indexes(table).items():
            if name != named[index]:
                self.connection.execute(
                    sql.SQL("ALTER INDEX {} RENAME TO {}").format(
                        sql.Identifier(self.live, name), sql.Identifier(named[index])
                    )
                )

    def _copy_privileges(self, table: str) -> None:
        params = {"table": f"{self.live}.{table}"}
        held = self.connection.execute(named_sql("rebuild", "privileges"), params).fetchall()
        for grantee, privilege in held:
            self.connection.execute(
                sql.SQL("GRANT {} ON {} TO {}").format(
                    sql.SQL(privilege), sql.Identifier(self.schema, table), sql.SQL(grantee)
                )
            )

    def _forget_position(self) -> None:
        query = sql.SQL("DELETE FROM {}.projection_checkpoints WHERE name = %s")
        self.connection.execute(query.format(sql.Identifier(self.schema)), (self.projection.name,))

    def _look_at_shadow(self) -> None:
        path = f"{self.schema},{self.live}"
        self.connection.execute("SELECT set_config('search_path', %s, true)", (path,))

    def _look_at_live(self) -> None:
        self.connection.execute("SELECT set_config('search_path', %s, true)", (self.live,))

    def _key(self, table: str) -> list[str]:
        """The columns that tell the rows of a table apart, which every projection has."""
        params = {"table": f"{self.live}.{table}"}
        key = [name for (name,) in self.connection.execute(named_sql("rebuild", "key"), params)]
        assert key, f"{table} has no primary key"
        return key

    def _execute(
        self, text: LiteralString, table: str = "", *, key: Sequence[str] = ()
    ) -> psycopg.Cursor[Any]:
        composed = sql.SQL(text).format(
            live=sql.Identifier(self.live),
            shadow=sql.Identifier(self.schema),
            table=sql.Identifier(table or "-"),
            key=sql.SQL(", ").join(map(sql.Identifier, key)),
        )
        return self.connection.execute(composed)
