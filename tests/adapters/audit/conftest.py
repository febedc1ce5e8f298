"""One rig for each test: a fresh copy of the migrated database, a fresh folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.adapters.audit.rig import Rig


@pytest.fixture
def rig(migrated: str, tmp_path: Path) -> Iterator[Rig]:
    """A rig on an empty log."""
    made = Rig(migrated, tmp_path)
    yield made
    made.close()
