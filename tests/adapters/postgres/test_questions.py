"""Small statements that share a connection: each gets its own rows or its own error."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import msgspec
import psycopg
import pytest

from adapters.postgres.connections import async_pool, conninfo
from adapters.postgres.questions import AskedPool, Questions
from tests.stack import wait_for

DEADLINE_SECONDS = 120.0
LOCK = 4711
"""Key of an advisory lock that makes a statement wait."""


class Kinds(msgspec.Struct, frozen=True):
    name: str
    id: UUID
    number: int
    ratio: float
    at: datetime
    sealed: bytes
    missing: str | None
    several: list[int]


async def _ask(pool: AskedPool, statement: str, **params: Any) -> list[Any]:
    async with asyncio.timeout(DEADLINE_SECONDS):
        return await pool.ask(statement, params, tuple)


async def _until(condition: Callable[[], Awaitable[bool] | bool]) -> None:
    async with asyncio.timeout(DEADLINE_SECONDS):
        while True:
            found = condition()
            if found if isinstance(found, bool) else await found:
                return
            await asyncio.sleep(0.005)


@asynccontextmanager
async def _locked(database_url: str) -> AsyncIterator[None]:
    """Somebody else holds LOCK."""
    async with await psycopg.AsyncConnection.connect(database_url, autocommit=True) as holder:
        await holder.execute("SELECT pg_advisory_lock(%s)", (LOCK,))
        yield


def _scenario(database_url: str, told: Callable[[AskedPool], Awaitable[Any]]) -> Any:
    async def scenario() -> Any:
        async with async_pool(database_url, role="xavira_api", size_max=3) as pool:
            return await told(pool)

    return asyncio.run(scenario())


TAKE = """
    INSERT INTO rate_windows (account_id, policy, window_start, used)
    VALUES (%(owner)s, 'test', 1, 1) RETURNING used
"""


@pytest.mark.parametrize("statement", [TAKE, "DELETE FROM rate_windows", "CREATE TABLE t ()"])
def test_what_is_asked_together_changes_nothing(migrated_for_module: str, statement: str) -> None:
    """The server refuses it, also on the second connection, and answers those beside it."""

    async def told(pool: AskedPool) -> list[Any]:
        asked = [_ask(pool, statement, owner=UUID(int=7)), _ask(pool, "SELECT 1")]
        found = await asyncio.gather(*asked, return_exceptions=True)
        for questions in pool._reads:
            with pytest.raises(psycopg.errors.ReadOnlySqlTransaction):
                await questions.ask(statement, {"owner": UUID(int=7)}, tuple)
        return found

    refused, beside = _scenario(migrated_for_module, told)
    assert isinstance(refused, psycopg.errors.ReadOnlySqlTransaction)
    assert beside == [(1,)]


def test_who_asks_alone_may_write(migrated_for_module: str) -> None:
    """On a connection that is meant for it, and what is written is there."""

    async def told(pool: AskedPool) -> list[Any]:
        taken = await pool.writing_questions().ask(TAKE, {"owner": UUID(int=8)}, tuple)
        return [*taken, *await _ask(pool, "SELECT used FROM rate_windows WHERE policy = 'test'")]

    assert _scenario(migrated_for_module, told) == [(1,), (1,)]


def test_rows_have_the_types_of_a_cursor(migrated_for_module: str) -> None:
    """By name of column, binary: an id, numbers, a time, bytes, nothing, a list, a percent sign."""
    statement = (
        "SELECT %(several)s::int[] AS several, %(id)s::uuid AS id, '100 %%' AS name,"
        " 7::bigint AS number, 0.5::float8 AS ratio, %(at)s::timestamptz AS at,"
        " %(sealed)s::bytea AS sealed, %(missing)s::text AS missing WHERE %(id)s IS NOT NULL"
    )
    at = datetime(2030, 5, 5, 12, 0, tzinfo=UTC)
    params = {
        "id": UUID(int=5),
        "several": [3, 4],
        "at": at,
        "sealed": b"\x00\xff",
        "missing": None,
        "unused": 1,
    }
    rows = _scenario(migrated_for_module, lambda pool: pool.ask(statement, params, Kinds))
    assert rows == [Kinds("100 %", UUID(int=5), 7, 0.5, at, b"\x00\xff", None, [3, 4])]
    inner = statement.replace(" 7::bigint", " null AS more, 7::bigint")
    in_order = f"SELECT name, id, number, ratio, at, sealed, missing, several FROM ({inner}) AS row"
    assert rows == _scenario(migrated_for_module, lambda pool: pool.ask(in_order, params, Kinds))


def test_what_is_asked_together_is_answered_each_for_itself(migrated_for_module: str) -> None:
    """Two hundred at once, on one connection, some of them long, none of them mixed up."""

    async def told(pool: AskedPool) -> list[Any]:
        text = (
            "SELECT %(n)s::int, repeat('x', %(n)s::int * 1000), length(%(sent)s::text),"
            " pg_backend_pid()"
        )
        asked = [_ask(pool, text, n=n, sent="y" * n * 1000) for n in range(200)]
        return [row for rows in await asyncio.gather(*asked) for row in rows]

    rows = _scenario(migrated_for_module, told)
    assert [(n, len(x), y) for n, x, y, _ in rows] == [(n, n * 1000, n * 1000) for n in range(200)]
    assert len({backend for _, _, _, backend in rows}) == 1


def test_an_error_is_only_that_of_its_statement(migrated_for_module: str) -> None:
    """Those before and after it, prepared with it for the first time or known, get their rows."""

    async def told(pool: AskedPool) -> list[Any]:
        await _ask(pool, "SELECT 1")
        asked = [
            _ask(pool, "SELECT 1"),
            _ask(pool, "SELECT 1 / %(zero)s::int", zero=0),
            _ask(pool, "SELECT 2"),
            _ask(pool, "SELECT nothing FROM nowhere"),
            _ask(pool, "SELECT 1"),
            _ask(pool, "SELECT %(what)s::int", what=object()),
            _ask(pool, "SELECT 3"),
            *(_ask(pool, "SELECT 1 / %(zero)s::int", zero=0) for _ in range(5)),
            _ask(pool, "SELECT 4"),
        ]
        found = await asyncio.gather(*asked, return_exceptions=True)
        again = await asyncio.gather(
            _ask(pool, "SELECT 1 / %(zero)s::int", zero=1),
            _ask(pool, "SELECT 2"),
        )
        return [*found, *again]

    found = _scenario(migrated_for_module, told)
    kinds = [each if isinstance(each, list) else type(each) for each in found]
    assert kinds == [
        [(1,)],
        psycopg.errors.DivisionByZero,
        [(2,)],
        psycopg.errors.UndefinedTable,
        [(1,)],
        psycopg.ProgrammingError,
        [(3,)],
        *[psycopg.errors.DivisionByZero] * 5,
        [(4,)],
        [(1,)],
        [(2,)],
    ]


def test_a_value_without_a_spelling_moves_no_answer(migrated_for_module: str) -> None:
    """Half a surrogate pair, a parameter that is not there: an error for whoever asked so, and for
    everybody else, then and later, the own rows.
    """

    async def told(pool: AskedPool) -> list[Any]:
        asked = [
            _ask(pool, "SELECT 'first'"),
            _ask(pool, "SELECT %(what)s::text", what="\ud800"),
            _ask(pool, "SELECT %(there)s::int"),
            _ask(pool, "SELECT 'second'"),
        ]
        found = await asyncio.gather(*asked, return_exceptions=True)
        return [*found, *await asyncio.gather(_ask(pool, "SELECT 'third'"), _ask(pool, "SELECT 4"))]

    found = _scenario(migrated_for_module, told)
    kinds = [each if isinstance(each, list) else type(each) for each in found]
    assert kinds == [
        [("first",)],
        UnicodeEncodeError,
        KeyError,
        [("second",)],
        [("third",)],
        [(4,)],
    ]


def test_what_is_answered_is_committed(migrated_for_module: str) -> None:
    """Three writes together, of which the second fails: the first is done again, not only said."""
    count = (
        "INSERT INTO rate_windows AS held VALUES (%(owner)s, 'x', 0, %(used)s::text::bigint)"
        " ON CONFLICT (account_id, policy, window_start) DO UPDATE SET used = held.used + 1"
        " RETURNING used"
    )

    async def told(pool: AskedPool) -> tuple[list[Any], list[Any]]:
        alone = pool.writing_questions()
        asked = [
            alone.ask(count, {"owner": UUID(int=7), "used": u}, tuple) for u in ("1", "x", "1")
        ]
        found = await asyncio.gather(*asked, return_exceptions=True)
        stored = "SELECT used FROM rate_windows WHERE account_id = %(owner)s"
        return found, await _ask(pool, stored, owner=UUID(int=7))

    (first, wrong, third), stored = _scenario(migrated_for_module, told)
    assert (first, type(wrong), third) == (
        [(1,)],
        psycopg.errors.InvalidTextRepresentation,
        [(2,)],
    )
    assert stored == [(2,)]


def test_a_server_that_says_nothing_is_given_up(migrated_for_module: str) -> None:
    """Who waits longer than any statement may take is told; the next one is served."""

    async def scenario() -> list[Any]:
        where = conninfo(migrated_for_module, role="xavira_api")
        impatient = Questions(where, patience_seconds=2)
        async with _locked(migrated_for_module):
            with pytest.raises(psycopg.OperationalError, match="does not answer"):
                await impatient.ask("SELECT pg_advisory_xact_lock(%(lock)s)", {"lock": LOCK}, tuple)
        found = await impatient.ask("SELECT 5", {}, tuple)
        await impatient.close()
        return found

    assert asyncio.run(scenario()) == [(5,)]


def test_questions_have_the_patience_of_their_pool(migrated_for_module: str) -> None:
    """Those that only read and those that write alike."""

    async def scenario() -> None:
        async with async_pool(migrated_for_module, role="xavira_api", patience_seconds=0.3) as pool:
            alone, wait = pool.writing_questions(), "SELECT pg_advisory_xact_lock(%(lock)s)"
            async with _locked(migrated_for_module):
                for asked in (pool.put, alone.put):
                    async with asyncio.timeout(DEADLINE_SECONDS):
                        with pytest.raises(psycopg.OperationalError, match="does not answer"):
                            await asked(wait, {"lock": LOCK}, tuple)

    asyncio.run(scenario())


def test_no_more_than_so_many_wait_for_an_answer(migrated_for_module: str) -> None:
    """Those who went away count as well: what they asked lies in memory until it is answered."""

    async def told(pool: AskedPool) -> tuple[bool, list[Any]]:
        alone = pool.writing_questions()
        async with _locked(migrated_for_module):
            first = alone.put("SELECT 1 FROM pg_advisory_xact_lock(4711)", {}, tuple)
            await _until(lambda: _waits(migrated_for_module))
            others = [alone.put("SELECT 2", {}, tuple) for _ in range(9_999)]
            for gone in others[1:]:
                gone.cancel()
            await asyncio.sleep(0)
            refused = alone.put("SELECT 3", {}, tuple)
            was_refused = isinstance(refused.exception(), psycopg.OperationalError)
        return was_refused, [
            *await first,
            *await others[0],
            *await alone.ask("SELECT 4", {}, tuple),
        ]

    assert _scenario(migrated_for_module, told) == (True, [(1,), (2,), (4,)])


def test_a_connection_that_errs_for_ever_is_replaced(migrated_for_module: str) -> None:
    """Prepared statements that nobody uses any more do not pile up in the server."""

    async def told(pool: AskedPool) -> list[int]:
        backends = []
        for _ in range(2):
            ((backend,),) = await _ask(pool, "SELECT pg_backend_pid()")
            backends.append(backend)
            for _ in range(100):
                with pytest.raises(psycopg.errors.DivisionByZero):
                    await _ask(pool, "SELECT 1 / %(zero)s::int", zero=0)
        return backends

    first, second = _scenario(migrated_for_module, told)
    assert first != second


def test_a_server_that_ends_the_connection_is_asked_on_another(migrated_for_module: str) -> None:
    """Who was asking is told; who asks later hears nothing of it."""

    async def told(pool: AskedPool) -> tuple[type[BaseException], bool, bool]:
        ((first,),) = await _ask(pool, "SELECT pg_backend_pid()")
        await _ended(migrated_for_module, first)
        ((second,),) = await _ask(pool, "SELECT pg_backend_pid()")
        async with _locked(migrated_for_module):
            waiting = asyncio.ensure_future(
                _ask(pool, "SELECT pg_advisory_xact_lock(%(lock)s)", lock=LOCK)
            )
            await _until(lambda: _waits(migrated_for_module))
            await _ended(migrated_for_module, second)
            with pytest.raises(psycopg.OperationalError) as told:
                await waiting
        ((third,),) = await _ask(pool, "SELECT pg_backend_pid()")
        return told.type, first == second, second == third

    kind, same, same_again = _scenario(migrated_for_module, told)
    assert issubclass(kind, psycopg.OperationalError)
    assert (same, same_again) == (False, False)


async def _ended(database_url: str, backend: int) -> None:
    async with await psycopg.AsyncConnection.connect(database_url, autocommit=True) as superuser:
        await superuser.execute("SELECT pg_terminate_backend(%s, 5000)", (backend,))


async def _waits(database_url: str) -> bool:
    """Whether a statement waits for LOCK."""
    async with await psycopg.AsyncConnection.connect(database_url, autocommit=True) as looking:
        cursor = await looking.execute(
            "SELECT count(*) FROM pg_locks WHERE NOT granted AND objid = %s", (LOCK,)
        )
        return (await cursor.fetchone()) == (1,)


def test_nobody_waits_behind_a_slow_statement(migrated_for_module: str) -> None:
    """What is asked once an answer is overdue is answered before it."""

    async def told(pool: AskedPool) -> tuple[list[Any], bool, list[Any]]:
        await _ask(pool, "SELECT 1")
        async with _locked(migrated_for_module):
            slow = asyncio.ensure_future(
                _ask(pool, "SELECT 2 FROM pg_advisory_xact_lock(%(lock)s)", lock=LOCK)
            )
            await _until(lambda: pool.overdue)
            quick = await _ask(pool, "SELECT 1")
            was_done = slow.done()
        return quick, was_done, await slow

    assert _scenario(migrated_for_module, told) == ([(1,)], False, [(2,)])


def test_who_goes_away_disturbs_nobody(migrated_for_module: str) -> None:
    """The answer that nobody wants is read and dropped; the next one is its own."""

    async def told(pool: AskedPool) -> list[Any]:
        async with _locked(migrated_for_module):
            gone = asyncio.ensure_future(
                _ask(pool, "SELECT 2 FROM pg_advisory_xact_lock(%(lock)s)", lock=LOCK)
            )
            await _until(lambda: _waits(migrated_for_module))
            gone.cancel()
            next_one = asyncio.ensure_future(_ask(pool, "SELECT 3"))
            await asyncio.gather(gone, return_exceptions=True)
        return await next_one

    assert _scenario(migrated_for_module, told) == [(3,)]


def test_what_is_cancelled_ends_in_the_server(migrated_for_module: str) -> None:
    """No statement is left that would be done later, and the next question is answered."""

    async def told(pool: AskedPool) -> tuple[bool, list[Any]]:
        alone = pool.writing_questions()
        async with _locked(migrated_for_module):
            waiting = asyncio.ensure_future(
                alone.ask("SELECT pg_advisory_xact_lock(%(lock)s)", {"lock": LOCK}, tuple)
            )
            await _until(lambda: _waits(migrated_for_module))
            await alone.cancel(psycopg.OperationalError("enough"))
            with pytest.raises(psycopg.OperationalError):
                await waiting
            await _until(lambda: _nobody_waits(migrated_for_module))
        return waiting.done(), await alone.ask("SELECT 4", {}, tuple)

    assert _scenario(migrated_for_module, told) == (True, [(4,)])


async def _nobody_waits(database_url: str) -> bool:
    return not await _waits(database_url)


def test_the_end_of_the_pool_is_the_end_of_its_questions(migrated_for_module: str) -> None:
    """Who still waits is told."""

    async def told(pool: AskedPool) -> None:
        async with _locked(migrated_for_module):
            waiting = asyncio.ensure_future(
                _ask(pool, "SELECT pg_advisory_xact_lock(%(lock)s)", lock=LOCK)
            )
            await _until(lambda: _waits(migrated_for_module))
            await pool.close()
            with pytest.raises(psycopg.OperationalError):
                await waiting
            with pytest.raises(psycopg.OperationalError):
                await _ask(pool, "SELECT 1")

    _scenario(migrated_for_module, told)


def test_a_quiet_end_leaves_no_connection_and_no_warning(
    migrated_for_module: str, caplog: pytest.LogCaptureFixture
) -> None:
    """The server is told, and so its side ends as well."""

    async def told(pool: AskedPool) -> int:
        ((backend,),) = await _ask(pool, "SELECT pg_backend_pid()")
        return int(backend)

    backend = _scenario(migrated_for_module, told)
    with psycopg.connect(migrated_for_module) as looking:
        query = "SELECT count(*) FROM pg_stat_activity WHERE pid = %s"
        wait_for(lambda: looking.execute(query, (backend,)).fetchone() == (0,))
    assert caplog.records == []


def test_a_database_out_of_reach_is_an_operational_error() -> None:
    """As with a connection of the pool."""

    async def scenario() -> None:
        async with async_pool("host=127.0.0.1 port=1", role="xavira_api") as pool:
            pool.timeout = 0.2
            with pytest.raises(psycopg.OperationalError):
                await _ask(pool, "SELECT 1")

    asyncio.run(scenario())


def test_whatever_keeps_a_connection_from_being_made_is_told() -> None:
    """Each question hears of it: the first, and those that come later."""

    async def told() -> list[type[BaseException]]:
        asked = Questions("host=\ud800")
        kinds = []
        for _ in range(2):
            async with asyncio.timeout(30):
                with pytest.raises(UnicodeEncodeError) as raised:
                    await asked.ask("SELECT 1", {}, tuple)
            kinds.append(raised.type)
        await asked.close()
        return kinds

    assert asyncio.run(told()) == [UnicodeEncodeError] * 2
