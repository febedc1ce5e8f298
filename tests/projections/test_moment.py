"""Reads of several tables see one moment, also while a rebuild swaps one of them."""

from typing import Any

import psycopg
import pytest

from projections.reconcile import projected
from projections.running_books import SLICES, read_slice
from tests.projections.driving import project
from tests.projections.histories import History
from tests.projections.swapping import read_during_a_swap

Database = psycopg.Connection[Any]


@pytest.mark.parametrize("name", ["balances", "statements", "journal"])
def test_a_comparison_that_meets_a_swap_reads_all_rows(
    name: str, worker: Database, migrated: str
) -> None:
    """Rows that were written just before the swap are seen: there is no difference to report."""
    project(worker, History(seed=43).grow(120))
    before = projected(worker)
    assert read_during_a_swap(migrated, name, lambda: projected(worker)) == before
    slices = [read_slice(worker, number) for number in range(SLICES)]
    full = max(slices, key=lambda found: len(found.journal)).number
    assert slices[full].journal
    assert read_during_a_swap(migrated, name, lambda: read_slice(worker, full)) == slices[full]
