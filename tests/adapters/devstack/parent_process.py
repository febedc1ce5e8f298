"""A parent with both embedded servers, to be killed by a test.

It prints one JSON line with its children's process ids, then waits. On SIGINT it checks that both
servers still run, stops them, prints `stopped`, and ends.
"""

from __future__ import annotations

import json
import signal
import sys
from pathlib import Path
from threading import Event

import psycopg

from adapters.devstack.nats import EmbeddedNats
from adapters.devstack.postgres import EmbeddedPostgres

LIFE_SECONDS_MAX = 240.0


def main(folder: Path) -> int:
    interrupted = Event()
    signal.signal(signal.SIGINT, lambda *_: interrupted.set())
    postgres, nats = (
        EmbeddedPostgres(folder / "postgres", fsync=False),
        EmbeddedNats(folder / "nats"),
    )
    postgres.start()
    nats.start()
    with psycopg.connect(postgres.dsn()) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS note (text text)")
        connection.execute("INSERT INTO note VALUES ('kept')")
    print(json.dumps({"postgres": postgres.pid, "nats": nats.pid}), flush=True)  # noqa: T201
    if not interrupted.wait(LIFE_SECONDS_MAX) or postgres.poll() is not None:
        return 1
    with psycopg.connect(postgres.dsn()) as connection:
        connection.execute("SELECT text FROM note")
    if nats.poll() is not None:
        return 1
    nats.stop()
    postgres.stop()
    print("stopped", flush=True)  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
