"""Where this deployment's parts are: embedded in the data folder unless settings say otherwise.

It knows addresses and secrets, and opens nothing but the secret files. The client of S3 is only
imported where S3 is used: it takes as long as everything else here.
"""

import hashlib
import hmac
import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import psycopg
from psycopg import sql

from adapters.audit.keys import SECRET_BYTES, SigningKey
from adapters.devstack.nats import EmbeddedNats
from adapters.devstack.postgres import EmbeddedPostgres
from adapters.mail.folder import FolderMailer
from adapters.mail.mail import Mailer
from adapters.mail.smtp import SmtpMailer
from adapters.object_store.checkpoints import FolderCheckpoints
from adapters.object_store.folder import FolderStore
from adapters.postgres.connections import ROLES
from adapters.postgres.migrate import migrate
from adapters.provenance.certificates import (
    credentials_of_files,
    own_credentials,
    signer_of,
    signers_of_file,
)
from adapters.settings import SettingInvalid, Settings
from adapters.vault import MasterKey
from domain.ids import Book
from domain.objects import CheckpointShelf, ObjectStore
from inference.provenance.manifests import Credentials, CredentialsUnusable, KnownSigner

MASTER_KEY_BYTES = 32
LOGIN = "xavira_login"


class NotStarted(Exception):
    """Nothing has been started in this data folder yet: run `xavira up` first."""


def embedded_nats(settings: Settings) -> EmbeddedNats:
    """The embedded server of this data folder, started or not."""
    return EmbeddedNats(settings.data / "nats")


class MigratedPostgres(EmbeddedPostgres):
    """The embedded server, with the newest schema and the processes' login once it has started."""

    def start(self, *, stopping: Event | None = None) -> bool:
        unchanged = super().start(stopping=stopping)
        migrate(self.dsn())
        self._let_login_in()
        return unchanged

    def login_dsn(self) -> str:
        """How the roles connect: a login that owns nothing and may only take the narrow roles."""
        return self.dsn(user=LOGIN, password=self._login_password())

    def _login_password(self) -> str:
        superuser = self.dsn().encode()
        return hmac.new(superuser, b"login", hashlib.sha256).hexdigest()

    def _let_login_in(self) -> None:
        create = "CREATE ROLE {} LOGIN"
        with psycopg.connect(self.dsn(), autocommit=True) as connection:
            known = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (LOGIN,))
            if known.fetchone() is None:
                connection.execute(sql.SQL(create).format(sql.Identifier(LOGIN)))
            connection.execute(
                sql.SQL("ALTER ROLE {} PASSWORD {}").format(
                    sql.Identifier(LOGIN), sql.Literal(self._login_password())
                )
            )
            for role in ROLES:
                connection.execute(
                    sql.SQL("GRANT {} TO {}").format(sql.Identifier(role), sql.Identifier(LOGIN))
                )


def database_url(settings: Settings) -> str:
    """How the roles reach PostgreSQL. Raises NotStarted."""
    if settings.database_url is not None:
        return settings.database_url
    server = MigratedPostgres(settings.data / "postgres")
    return _told_by(settings, lambda: server.login_dsn())


def owner_url(settings: Settings) -> str:
    """How migrations reach PostgreSQL. Raises NotStarted."""
    if settings.database_owner_url or settings.database_url:
        return settings.database_owner_url or settings.database_url or ""
    return _told_by(settings, lambda: MigratedPostgres(settings.data / "postgres").dsn())


def nats_url(settings: Settings) -> str:
    """Where NATS is, credentials included. Raises NotStarted."""
    if settings.nats_url is not None:
        return settings.nats_url
    return _told_by(settings, lambda: embedded_nats(settings).url())


def _told_by(settings: Settings, server: Callable[[], str]) -> str:
    """What an embedded server knows of itself once it has been started. Raises NotStarted."""
    try:
        return server()
    except OSError as error:
        raise NotStarted(
            f"Nothing has been started in {settings.data.absolute()} yet: run `xavira up` first,"
            " or this command where it runs (XAVIRA_DATA names its data folder)."
        ) from error


def object_store(settings: Settings, book: Book = "live") -> ObjectStore:
    """S3 when a bucket is set, a folder otherwise. Neither book sees the other's objects."""
    prefix = "" if book == "live" else f"{book}/"
    if settings.s3_bucket is None:
        return FolderStore(settings.data / "objects" / prefix)
    from adapters.object_store.s3 import S3Store

    return S3Store(
        settings.s3_bucket,
        endpoint_url=settings.s3_endpoint_url,
        region=settings.s3_region,
        access_key=settings.s3_access_key,
        secret_key=settings.s3_secret_key,
        prefix=prefix,
    )


def master_key(settings: Settings) -> MasterKey:
    """The master key of the settings, or that of the data folder, made on first use.

    Raises SettingInvalid when it is not 64 hexadecimal digits, or the peppers are no list of such,
    and where the data folder cannot be used.
    """
    text = settings.master_key or _kept_secret(master_key_path(settings))
    try:
        secret = bytes.fromhex(text)
    except ValueError:
        secret = b""
    if len(secret) != MASTER_KEY_BYTES:
        raise SettingInvalid("XAVIRA_MASTER_KEY must be 64 hexadecimal digits.")
    try:
        return MasterKey(secret, peppers=settings.key_peppers)
    except ValueError as error:
        raise SettingInvalid(f"XAVIRA_KEY_PEPPERS cannot be used: {error}.") from error


def has_master_key(settings: Settings) -> bool:
    """Whether there is one already; `master_key` makes it otherwise. Raises SettingInvalid."""
    if settings.master_key:
        return True
    with told_of_data(settings.data):
        return master_key_path(settings).exists()


def master_key_path(settings: Settings) -> Path:
    """The file of the master key when no setting gives one."""
    return settings.data / "master.key"


def mailer(settings: Settings) -> Mailer:
    """An SMTP server when one is set, files in the data folder otherwise. Raises SettingInvalid."""
    if settings.smtp_url is None:
        return FolderMailer(settings.data / "mail", sender=settings.mail_from)
    try:
        return SmtpMailer(settings.smtp_url, sender=settings.mail_from)
    except ValueError as error:
        raise SettingInvalid(f"XAVIRA_SMTP_URL cannot be used: {error}.") from error


def checkpoint_shelf(settings: Settings) -> CheckpointShelf:
    """Where checkpoints are published: beside the objects."""
    if settings.s3_bucket is None:
        return FolderCheckpoints(settings.data / "objects")
    from adapters.object_store.s3_checkpoints import S3Checkpoints

    return S3Checkpoints(
        settings.s3_bucket,
        endpoint_url=settings.s3_endpoint_url,
        region=settings.s3_region,
        access_key=settings.s3_access_key,
        secret_key=settings.s3_secret_key,
    )


def provenance_credentials(settings: Settings) -> Credentials:
    """What signs manifests: an operator's own files, or what follows from the master key.

    Raises SettingInvalid.
    """
    chain, key = settings.provenance_chain, settings.provenance_key
    if (chain is None) != (key is None):
        raise SettingInvalid("XAVIRA_PROVENANCE_CHAIN and XAVIRA_PROVENANCE_KEY go together.")
    if chain is None or key is None:
        return own_credentials(master_key(settings).provenance_key, settings.provenance_own)
    try:
        return credentials_of_files(chain, key)
    except CredentialsUnusable as error:
        raise SettingInvalid(f"XAVIRA_PROVENANCE_CHAIN cannot be used: {error}.") from error


def provenance_signers(settings: Settings) -> list[KnownSigner]:
    """Whose manifests are ours: the deployment's own, an operator's of now and those of earlier.

    The own ones that come next are known already, so that machines may take up a new number in any
    order. Needs no private key of an operator's. Raises SettingInvalid.
    """
    since, newest = settings.provenance_own_since, settings.provenance_own
    if since > newest:
        raise SettingInvalid("XAVIRA_PROVENANCE_OWN_SINCE is above XAVIRA_PROVENANCE_OWN.")
    secret = master_key(settings).provenance_key
    signers = [signer_of(own_credentials(secret, number)) for number in range(since, newest + 2)]
    for name in ("provenance_chain", "provenance_earlier"):
        path: Path | None = getattr(settings, name)
        try:
            signers += [] if path is None else signers_of_file(path)
        except CredentialsUnusable as error:
            raise SettingInvalid(f"XAVIRA_{name.upper()} cannot be used: {error}.") from error
    return list(dict.fromkeys(signers))


def audit_key(settings: Settings) -> SigningKey:
    """The key that signs checkpoints, made on first use. Read anew, so that a rotation is seen.

    Raises SettingInvalid when it is not 64 hexadecimal digits, and where the data folder cannot be
    used.
    """
    given = settings.audit_key
    text = _kept_secret(audit_key_path(settings)) if given is None else given
    if given is not None and len(given) != 2 * SECRET_BYTES:
        try:
            text = Path(given).read_text().strip()
        except OSError as error:
            told = f"XAVIRA_AUDIT_KEY names no readable file: {error.strerror}."
            raise SettingInvalid(told) from error
        except ValueError:
            text = ""
    try:
        secret = bytes.fromhex(text)
    except ValueError:
        secret = b""
    if len(secret) != SECRET_BYTES:
        raise SettingInvalid("XAVIRA_AUDIT_KEY must be 64 hexadecimal digits, or a file of them.")
    return SigningKey(secret)


def audit_key_path(settings: Settings) -> Path:
    """The file of the signing key when no setting gives one."""
    return settings.data / "audit.key"


def rotate_audit_key(settings: Settings) -> SigningKey:
    """Replaces the signing key in the data folder by a fresh one; the old secret is gone.

    Raises SettingInvalid when a setting gives the key: then rotating is changing the setting.
    """
    if settings.audit_key is not None:
        raise SettingInvalid("XAVIRA_AUDIT_KEY gives the key: rotate it by changing the setting.")
    path = audit_key_path(settings)
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    _kept_secret(fresh)
    fresh.replace(path)
    return audit_key(settings)


@contextmanager
def told_of_data(folder: Path) -> Iterator[None]:
    """What the system refuses in the data folder is said of its setting. Raises SettingInvalid."""
    try:
        yield
    except OSError as error:
        raise SettingInvalid(f"XAVIRA_DATA cannot be used: {folder}: {error.strerror}.") from error


def _kept_secret(path: Path) -> str:
    """Made whole under another name and linked into place, so that two makers agree on one.

    Raises SettingInvalid.
    """
    with told_of_data(path.parent):
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            _make_secret(path)
        return path.read_text(errors="replace").strip()


def _make_secret(path: Path) -> None:
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_hex(MASTER_KEY_BYTES))
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(fresh, path)
    except FileExistsError:
        pass
    finally:
        fresh.unlink()
