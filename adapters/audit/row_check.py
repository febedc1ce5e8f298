"""Every row of every projection against the log: each is made anew beside the live one by the code
that keeps it, and the two are compared. It takes as long as a rebuild, and changes no live row.
"""

import threading
from typing import Any

from psycopg import Connection

from adapters.verifier.export_check import Progress
from adapters.verifier.faults import Faults
from projections.projection import ReadTopics
from projections.rebuild import rebuild
from projections.registry import PROJECTIONS


def check_rows(
    owner: Connection[Any], read: ReadTopics, faults: Faults, progress: Progress
) -> None:
    """Finds each projection with rows that do not follow from the log, as of its own position.

    `owner` is a connection of the tables' owner, which makes the tables beside. What an interrupted
    rebuild left behind is not trusted, and thrown away. Raises RebuildRefused while one runs.
    """
    for name in PROJECTIONS:
        done = rebuild(
            name,
            owner,
            lambda after, limit: read(after, limit, None),
            stop=threading.Event(),
            progress=progress,
            swap=False,
            fresh=True,
            read_topics=read,
        )
        if done.differences:
            rows = "1 row is" if done.differences == 1 else f"{done.differences:,} rows are"
            message = f"{rows} not what the log up to {done.position:,} says"
            faults.find("rows_differ", name, message)
