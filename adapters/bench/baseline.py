"""The hand-written SQL that the ledger is measured against, under pgbench, as the API's role.

One statement takes the price from a balance and inserts the entry, with as many bytes of request as
our two events hold. It knows no lots, keys, claims or replays: it is the least that a debit can be.
"""

import math
import os
import statistics
import subprocess
import time
from pathlib import Path

import msgspec
import psycopg
from psycopg.conninfo import conninfo_to_dict

from adapters.bench.server import Server
from adapters.devstack.postgres import binaries_folder
from adapters.fresh_ids import fresh_id
from adapters.postgres.connections import connect

SCHEMA = """
    CREATE SCHEMA baseline;
    CREATE TABLE baseline.balances (
        account integer PRIMARY KEY, balance bigint NOT NULL CHECK (balance >= 0)
    ) WITH (fillfactor = 50);
    CREATE TABLE baseline.entries (
        entry uuid NOT NULL, account integer NOT NULL, amount bigint NOT NULL,
        balance bigint NOT NULL, request bytea NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT clock_timestamp()
    );
    GRANT USAGE ON SCHEMA baseline TO xavira_api;
    GRANT SELECT, INSERT, UPDATE ON baseline.balances TO xavira_api;
    GRANT SELECT, INSERT ON baseline.entries TO xavira_api;
"""
FILL = (
    b"INSERT INTO baseline.balances"
    b" SELECT n, 1000000000000 FROM generate_series(1, %(accounts)s) n",
    b"INSERT INTO baseline.entries SELECT uuidv7(), 1 + n %% %(accounts)s, -1, 1,"
    b" %(request)s::bytea FROM generate_series(1, %(entries)s) n",
    b"ALTER TABLE baseline.entries ADD PRIMARY KEY (entry)",
)
DEBIT = """\\set a {account}
WITH moved AS (
    UPDATE baseline.balances SET balance = balance - 1 WHERE account = :a AND balance >= 1
    RETURNING account, balance
)
INSERT INTO baseline.entries (entry, account, amount, balance, request)
SELECT uuidv7(), account, -1, balance, '\\x{request}'::bytea FROM moved;
"""
BARE = """INSERT INTO baseline.entries (entry, account, amount, balance, request)
VALUES (uuidv7(), 1, -1, 1, '\\x{request}'::bytea);
"""
WARM_UP_SHARE = 0.2
"""So much of a run goes before it and does not count, on both sides alike."""

ZIPF_EXPONENT = 1.001
"""pgbench draws no flatter tail than this."""

THREADS = 2
MICROSECONDS = 1_000_000


class Speed(msgspec.Struct, frozen=True, kw_only=True):
    """Of one run: done per second, and milliseconds that one of them took."""

    per_second: float
    p50: float
    p99: float


def median_of(speeds: list[Speed]) -> Speed:
    """The run in the middle, by throughput; of an even number the slower one."""
    return sorted(speeds, key=lambda speed: speed.per_second)[(len(speeds) - 1) // 2]


class Baseline:
    """The tables and the two scripts; `request_bytes` is what our events of one request hold."""

    def __init__(self, server: Server, *, accounts: int, entries: int, request_bytes: int) -> None:
        self._server = server
        self._accounts = accounts
        self._request = bytes(i % 251 for i in range(request_bytes)).hex()
        values = {"accounts": accounts, "entries": entries, "request": f"\\x{self._request}"}
        with psycopg.connect(server.owner, autocommit=True) as connection:
            connection.execute("DROP SCHEMA IF EXISTS baseline CASCADE")
            connection.execute(SCHEMA)
            for statement in FILL:
                connection.execute(statement, values if b"%" in statement else None)

    def debits(self, *, spread: bool, clients: int, seconds: float) -> Speed:
        """Durable debits by so many clients at once, on one account or on all of them."""
        drawn = f"random_zipfian(1, {self._accounts}, {ZIPF_EXPONENT})" if spread else "1"
        script = DEBIT.format(account=drawn, request=self._request)
        return self._run(script, clients=clients, seconds=seconds)

    def bare_commits(self, *, seconds: float) -> Speed:
        """One caller who inserts one row and commits."""
        return self._run(BARE.format(request=self._request), clients=1, seconds=seconds)

    def bare_commits_in_python(self, *, seconds: float) -> Speed:
        """The same through the client library that we use: what is ours begins above this."""
        insert = (
            "INSERT INTO baseline.entries (entry, account, amount, balance, request)"
            " VALUES (%b, 1, -1, 1, %b)"
        )
        request, milliseconds = bytes.fromhex(self._request), []
        with connect(self._server.login, role="xavira_api") as connection:
            counted = time.perf_counter() + seconds * WARM_UP_SHARE
            while (asked := time.perf_counter()) < counted + seconds:
                connection.execute(insert, (fresh_id(), request), prepare=True)
                if asked >= counted:
                    milliseconds.append((time.perf_counter() - asked) * 1000)
        return speed_of(milliseconds, seconds=seconds)

    def _run(self, script: str, *, clients: int, seconds: float) -> Speed:
        folder = self._server.folder / "pgbench"
        folder.mkdir()
        try:
            (folder / "script.sql").write_text(script)
            self._pgbench(folder, clients, seconds)
            return _speed(folder, seconds)
        finally:
            for file in folder.iterdir():
                file.unlink()
            folder.rmdir()

    def _pgbench(self, folder: Path, clients: int, seconds: float) -> None:
        info = conninfo_to_dict(self._server.login)
        environment = os.environ | {
            "PGHOST": str(info["host"]),
            "PGPORT": str(info["port"]),
            "PGUSER": str(info["user"]),
            "PGPASSWORD": str(info["password"]),
            "PGDATABASE": str(info["dbname"]),
            "PGOPTIONS": "-c role=xavira_api",
        }
        command = [str(binaries_folder() / "pgbench"), "--no-vacuum", "--protocol=prepared"]
        command += [f"--client={clients}", f"--jobs={min(clients, THREADS)}"]
        whole = math.ceil(seconds * (1 + WARM_UP_SHARE))
        command += [f"--time={whole}", "--log", f"--file={folder}/script.sql"]
        subprocess.run(
            command, cwd=folder, env=environment, check=True, capture_output=True, text=True
        )


def _speed(folder: Path, seconds: float) -> Speed:
    """From pgbench's log of every transaction: microseconds it took, and when it was done."""
    ended = []
    for log in folder.glob("pgbench_log.*"):
        for line in log.read_text().splitlines():
            _, _, took, _, second, microsecond = line.split(" ")[:6]
            ended.append((int(second) * MICROSECONDS + int(microsecond), int(took)))
    counted = min(at - took for at, took in ended) + round(seconds * WARM_UP_SHARE * MICROSECONDS)
    until = counted + round(seconds * MICROSECONDS)
    milliseconds = [took / 1000 for at, took in ended if counted <= at < until]
    return speed_of(milliseconds, seconds=seconds)


def speed_of(milliseconds: list[float], *, seconds: float) -> Speed:
    """A run of so many seconds in which each of these was done."""
    cuts = statistics.quantiles(milliseconds, n=100, method="inclusive")
    return Speed(per_second=len(milliseconds) / seconds, p50=cuts[49], p99=cuts[98])
