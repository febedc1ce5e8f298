"""Roles without the deployment's master key: they end with one sentence, and make none."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from uuid import UUID

import psycopg
import pytest

from adapters import deployment
from adapters.cli.up import OwnPostgres
from adapters.composition.master_key import MasterKeyUnfit, opens_what_is_sealed
from adapters.settings import Settings
from adapters.vault import MasterKey
from tests.adapters.audit.rig import ACCOUNT
from tests.adapters.composition.test_schema import (
    END_SECONDS_MAX,
    environment_of_a_role,
    last_line_once_it_answers,
)
from tests.folders import server_folder

SEALING_KEY, OTHER_KEY = MasterKey(b"\x11" * 32), "22" * 32
SENTENCE = "The master key is not the one that this database was sealed with: put the right one"


def seal_something(owner_url: str) -> None:
    with psycopg.connect(owner_url, autocommit=True) as owner:
        owner.execute(
            "INSERT INTO xavira_ground.data_keys (account_id, wrapped) VALUES (%s, %s)",
            (ACCOUNT, SEALING_KEY.wrap(ACCOUNT, b"k" * 32)),
        )


@pytest.mark.parametrize("key", [None, OTHER_KEY], ids=["missing", "wrong"])
@pytest.mark.parametrize("role", ["serve", "work", "sandbox", "up"])
def test_a_role_does_not_start_with_a_key_that_does_not_fit(
    role: str, key: str | None, migrated: str, tmp_path: Path
) -> None:
    """It ends with status 1 and the doctor's sentence before it does anything."""
    seal_something(migrated)
    given = {} if key is None else {"XAVIRA_MASTER_KEY": key}
    ended = subprocess.run(
        [sys.executable, "-m", "adapters", role],
        env=environment_of_a_role(migrated, tmp_path) | given,
        capture_output=True,
        text=True,
        timeout=END_SECONDS_MAX,
    )
    assert ended.returncode == 1, ended.stderr
    assert ended.stderr.splitlines()[-1].startswith(f"Error: {SENTENCE}")
    assert not (tmp_path / "master.key").exists()


@pytest.mark.parametrize("key", [None, OTHER_KEY], ids=["missing", "wrong"])
@pytest.mark.parametrize("role", ["serve", "work"])
def test_a_key_is_looked_at_when_the_database_answers(
    role: str, key: str | None, migrated: str, tmp_path: Path
) -> None:
    """Where it was away at the start, the role ends soon after, and made none meanwhile."""
    seal_something(migrated)
    given = {} if key is None else {"XAVIRA_MASTER_KEY": key}
    last = last_line_once_it_answers(role, migrated, tmp_path, **given)
    assert last.startswith(f"Error: {SENTENCE}")
    assert not list(tmp_path.rglob("master.key"))


def test_the_oldest_that_is_sealed_tells_the_key(migrated: str, tmp_path: Path) -> None:
    """Not what a wrong key has sealed since, wherever it lies."""
    newer = MasterKey(bytes.fromhex(OTHER_KEY))
    with psycopg.connect(migrated, autocommit=True) as owner:
        owner.execute("SET search_path TO xavira_ground")
        for number, (key, days) in enumerate([(newer, 1), (SEALING_KEY, 2), (newer, 0)], 1):
            account = UUID(int=number)
            owner.execute(
                "INSERT INTO data_keys (account_id, wrapped, created_at)"
                " VALUES (%s, %s, now() - %s * interval '1 day')",
                (account, key.wrap(account, b"k" * 32), days),
            )
        assert opens_what_is_sealed(Settings(data=tmp_path, master_key="11" * 32), owner)
        with pytest.raises(MasterKeyUnfit):
            opens_what_is_sealed(Settings(data=tmp_path, master_key=OTHER_KEY), owner)


def test_the_embedded_server_starts_for_no_other_key() -> None:
    """The first start makes the key; where it is lost later, another is not made, and no role
    follows.
    """
    with server_folder("xavira-key-") as data:
        settings = Settings(data=data)
        server = OwnPostgres(settings)
        try:
            server.start()
            assert deployment.has_master_key(settings)
            seal_something(server.dsn())
        finally:
            server.stop()
        deployment.master_key_path(settings).unlink()
        again = OwnPostgres(settings)
        try:
            with pytest.raises(MasterKeyUnfit, match=SENTENCE):
                again.start()
        finally:
            again.stop()
        assert not deployment.has_master_key(settings)
