"""The master key that fits: the one that this database was sealed with, or a first one.

A key is made where nothing follows from one yet, and nowhere else: what a new key seals, and whom
it knows, would be lost again once the right one is found.
"""

from typing import Any

from cryptography.exceptions import InvalidTag
from psycopg import Connection

from adapters import deployment
from adapters.composition.roles import WORK_ROLE
from adapters.postgres.connections import connect
from adapters.settings import Settings
from adapters.vault import MasterKey

_SEALED = "SELECT account_id, wrapped FROM data_keys ORDER BY created_at LIMIT 1"
"""The oldest: whatever a wrong key has sealed since, this is the one that all began with."""

_HASHED = "SELECT FROM key_hashes LIMIT 1"


class MasterKeyUnfit(Exception):
    """The master key is missing, or another one than this database was sealed with."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(
            "The master key is not the one that this database was sealed with: put the right one"
            f" into XAVIRA_MASTER_KEY or {deployment.master_key_path(settings)}, and never a new"
            " one."
        )


def opens_what_is_sealed(settings: Settings, connection: Connection[Any]) -> bool:
    """Whether anything is sealed; then the master key opens it. No key is made.

    Raises MasterKeyUnfit, also where one is missing whose API keys are hashed under it, and
    SettingInvalid.
    """
    row = connection.execute(_SEALED).fetchone()
    if not deployment.has_master_key(settings):
        if row is not None or connection.execute(_HASHED).fetchone() is not None:
            raise MasterKeyUnfit(settings)
        return False
    master_key = deployment.master_key(settings)
    if row is None:
        return False
    try:
        master_key.unwrap(*row)
    except InvalidTag as error:
        raise MasterKeyUnfit(settings) from error
    return True


def check_master_key(settings: Settings, database_url: str | None = None) -> None:
    """Looks with the login of the roles, or with another one.

    Raises MasterKeyUnfit, NotStarted, SettingInvalid, psycopg.Error.
    """
    url = deployment.database_url(settings) if database_url is None else database_url
    with connect(url, role=WORK_ROLE) as connection:
        opens_what_is_sealed(settings, connection)


def fitting_master_key(settings: Settings, database_url: str | None = None) -> MasterKey:
    """The master key, made on first use where nothing needs an earlier one.

    Raises MasterKeyUnfit, NotStarted, SettingInvalid, psycopg.Error.
    """
    check_master_key(settings, database_url)
    return deployment.master_key(settings)
