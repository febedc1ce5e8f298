"""The load of several processes, on a real log."""

import multiprocessing

import psycopg
import pytest

from adapters.bench.divided import divided, ranks_of


def test_every_account_belongs_to_one_process() -> None:
    """Dealt to and fro, so that no process has the busier one of each pair."""
    assert ranks_of(0, processes=2, accounts=10) == [1, 4, 5, 8, 9]
    assert ranks_of(1, processes=2, accounts=10) == [2, 3, 6, 7, 10]
    assert ranks_of(2, processes=3, accounts=7) == [3, 4]


@pytest.mark.processes
def test_what_was_answered_was_recorded(migrated: str) -> None:
    """Each request of either process is one claim and one debit, and nobody is left behind."""
    with divided(migrated, bytes(32), processes=2, accounts=6) as both:
        both.wait()
        speed = both.run(in_flight=4, seconds=2)
    assert multiprocessing.active_children() == []
    with psycopg.connect(migrated) as connection:
        rows = connection.execute(
            "SELECT topic, count(*) FROM xavira_live.stored_events GROUP BY topic"
        ).fetchall()
    counts = dict(rows)
    assert counts["account.opened.v1"] == 6
    assert counts["credits.debited.v1"] == counts["generation.requested.v1"]
    assert counts["credits.debited.v1"] >= speed.per_second * 2 > 0
