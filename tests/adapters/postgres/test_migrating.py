"""Bringing a database to the newest schema, where that cannot be done."""

from collections.abc import Iterator

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from adapters.postgres.migrate import MigrationFailed, migrate

NOBODY = "a_login_without_rights"


@pytest.fixture
def powerless(migrated: str) -> Iterator[str]:
    """The database as a login sees it that may do nothing."""
    with psycopg.connect(migrated, autocommit=True) as owner:
        owner.execute(f"CREATE ROLE {NOBODY} LOGIN PASSWORD 'x'")
        yield make_conninfo(migrated, user=NOBODY, password="x")
        owner.execute(f"DROP ROLE {NOBODY}")


def test_a_login_that_may_not_make_roles_is_told_so(powerless: str) -> None:
    """With the setting that takes another login."""
    with pytest.raises(MigrationFailed, match="XAVIRA_DATABASE_OWNER_URL"):
        migrate(powerless)
