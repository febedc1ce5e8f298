"""Per-account data keys: AES-256-GCM for free text, HMAC-SHA-256 for request fingerprints.

Data keys lie in a ground table, wrapped by the master key. Without an account's row everything that
was sealed for it is noise, in the log, in every projection and in every backup of them.
"""

import contextlib
import hashlib
import hmac
import os
import threading
import time
from collections import OrderedDict
from typing import Any, LiteralString, NamedTuple
from uuid import UUID

import psycopg
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC

from adapters.keys import DERIVED_PEPPER, parse_peppers
from adapters.postgres.connections import connect
from domain.errors import TemporarilyUnavailable, TextsKeyless
from domain.ports import GroundRow

NONCE_BYTES = 12
DATA_KEY_BYTES = 32
CACHED_KEYS_MAX = 10_000
ERASURE_CHECK_SECONDS = 1.0
"""How long a process may still know the key of an account that was erased."""


class MasterKey:
    """Wraps data keys and peppers API key hashes; one secret, separate keys for each purpose.

    `peppers` lists those that a setting adds or takes away, newest first. Raises ValueError.
    """

    def __init__(self, secret: bytes, *, peppers: str = str(DERIVED_PEPPER)) -> None:
        assert len(secret) == 32, "a master key has 32 bytes"
        self._wrap = AESGCM(self._derive(secret, b"wrap"))
        derived = self._derive(secret, b"pepper")
        self.pepper, *self.old_peppers = parse_peppers(peppers, derived)
        self.bus_key = self._derive(secret, b"bus")
        self.email_key = self._derive(secret, b"email")
        self.provenance_key = self._derive(secret, b"provenance")
        self._receipt_key = self._derive(secret, b"receipt")

    @staticmethod
    def _derive(secret: bytes, purpose: bytes) -> bytes:
        return hmac.digest(secret, b"xavira/" + purpose, hashlib.sha256)

    def wrap(self, account_id: UUID, data_key: bytes) -> bytes:
        return seal(self._wrap, data_key, account_id.bytes)

    def unwrap(self, account_id: UUID, wrapped: bytes) -> bytes:
        """Raises cryptography's InvalidTag when the master key is not the one that wrapped."""
        return unseal(self._wrap, wrapped, account_id.bytes)

    def new_data_key(self, account_id: UUID) -> "NewDataKey":
        """A fresh data key; its row is to be recorded with the account's first event."""
        return NewDataKey(self, account_id)

    def receipt_of(self, asked: bytes) -> UUID:
        """The id of what somebody without an account asked for: always the same, and out of reach
        for everybody who does not know all that was asked.
        """
        digest = hmac.digest(self._receipt_key, asked, hashlib.sha256)
        return UUID(bytes=digest[:16], version=5)

    def __repr__(self) -> str:
        return "MasterKey(***)"


class NewDataKey:
    """A data key before it is stored, to seal what is recorded together with it."""

    def __init__(self, master_key: MasterKey, account_id: UUID) -> None:
        data_key = os.urandom(DATA_KEY_BYTES)
        self._account_id = account_id
        self._cipher = AESGCM(data_key)
        wrapped = master_key.wrap(account_id, data_key)
        self.row = GroundRow(
            table="data_keys", values={"account_id": account_id, "wrapped": wrapped}
        )

    def seal(self, text: bytes) -> bytes:
        """What the account's vault will open."""
        return seal(self._cipher, text, self._account_id.bytes)


def seal(cipher: AESGCM, text: bytes, context: bytes) -> bytes:
    """nonce + ciphertext + tag, bound to `context`."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + cipher.encrypt(nonce, text, context)


def unseal(cipher: AESGCM, sealed: bytes, context: bytes) -> bytes:
    """Raises InvalidTag for anything but what `seal` made with the same key and context."""
    if len(sealed) < NONCE_BYTES + 16:
        raise InvalidTag
    return cipher.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], context)


class DataKey(NamedTuple):
    """One account's data key in memory, with its cipher: a vault of this account alone.

    It asks nobody, so it never blocks, and hears of no erasure: it is not to be kept.
    """

    account_id: UUID
    cipher: AESGCM
    mac: HMAC
    """Keyed and empty: to copy it costs a third of making one."""

    def seal(self, account_id: UUID, text: bytes) -> bytes:
        assert account_id == self.account_id, "the key of another account"
        return seal(self.cipher, text, account_id.bytes)

    def open(self, account_id: UUID, sealed: bytes) -> bytes | None:
        assert account_id == self.account_id, "the key of another account"
        return unseal(self.cipher, sealed, account_id.bytes)

    def fingerprint(self, account_id: UUID, request: bytes) -> bytes:
        assert account_id == self.account_id, "the key of another account"
        mac = self.mac.copy()
        mac.update(request)
        return mac.finalize()

    def __repr__(self) -> str:
        return "DataKey(***)"


class PostgresVault:
    """The Vault port. Keys are read once and cached for as long as their account is not erased.

    Erasures are committed with a sequence number; what is new of them is read once in
    `check_seconds`, whatever the number of accounts, so that this long after an erasure no process
    can open or seal any more. Between `start` and `close` a thread looks in good time, so that no
    request has to; without it whoever comes when a look is due does it. A new connection may lead
    to another database: it starts without keys.
    """

    def __init__(
        self,
        database_url: str,
        master_key: MasterKey,
        *,
        role: str,
        check_seconds: float = ERASURE_CHECK_SECONDS,
    ) -> None:
        self._database_url = database_url
        self._master_key = master_key
        self._role = role
        self._check_seconds = check_seconds
        self._keys: OrderedDict[UUID, DataKey] = OrderedDict()
        self._sequence = 0
        self._check_at = 0.0
        self._failed_at = 0.0
        self._lock = threading.Lock()
        self._connection: psycopg.Connection[Any] | None = None
        self._closing = threading.Event()
        self._looking = threading.Thread(target=self._look_ahead, name="vault", daemon=True)

    def start(self) -> None:
        """Looks for erasures before they are asked for, until `close`."""
        self._looking.start()

    def seal(self, account_id: UUID, text: bytes) -> bytes:
        """Raises TextsKeyless when the account has no key, TemporarilyUnavailable."""
        return self._existing(account_id).seal(account_id, text)

    def open(self, account_id: UUID, sealed: bytes) -> bytes | None:
        """Raises TemporarilyUnavailable when the database cannot be asked."""
        key = self._key(account_id)
        return None if key is None else key.open(account_id, sealed)

    def fingerprint(self, account_id: UUID, request: bytes) -> bytes:
        """Raises what `seal` raises."""
        return self._existing(account_id).fingerprint(account_id, request)

    def at_hand(self, account_id: UUID) -> DataKey | None:
        """The account's key, where it is cached and no look for erasures is due; never blocks."""
        if self._connection is None or time.monotonic() >= self._check_at:
            return None
        return self._keys.get(account_id)

    def forget(self, account_id: UUID) -> None:
        """Drops a cached key of this process at once."""
        with self._lock:
            self._keys.pop(account_id, None)

    def close(self) -> None:
        self._closing.set()
        if self._looking.is_alive():
            self._looking.join()
        with self._lock:
            if self._connection is not None:
                self._connection.close()

    def _look_ahead(self) -> None:
        """The thread. While the database is away it is whoever asks that says so."""
        while not self._closing.wait(self._check_seconds / 2):
            with self._lock, contextlib.suppress(TemporarilyUnavailable):
                if self._keys:
                    self._drop_erased()

    def _existing(self, account_id: UUID) -> DataKey:
        key = self._key(account_id)
        if key is None:
            raise TextsKeyless
        return key

    def _key(self, account_id: UUID) -> DataKey | None:
        """What the database did not answer to somebody else meanwhile is not asked again."""
        asked_at = time.monotonic()
        with self._lock:
            if self._failed_at > asked_at:
                raise TemporarilyUnavailable
            if self._connection is None or time.monotonic() >= self._check_at:
                self._drop_erased()
            key = self._keys.get(account_id)
            if key is None:
                key = self._read(account_id)
                if key is not None:
                    self._keys[account_id] = key
                    if len(self._keys) > CACHED_KEYS_MAX:
                        self._keys.popitem(last=False)
            return key

    def _drop_erased(self) -> None:
        """Forgets the keys of accounts whose erasure was committed since the last look."""
        now = time.monotonic()
        for account_id, sequence in self._ask(
            "SELECT account_id, sequence FROM erasures WHERE sequence > %(sequence)s"
        ):
            self._keys.pop(account_id, None)
            self._sequence = max(self._sequence, sequence)
        self._check_at = now + self._check_seconds

    def _read(self, account_id: UUID) -> DataKey | None:
        rows = self._ask(
            "SELECT wrapped FROM data_keys WHERE account_id = %(account_id)s", account_id=account_id
        )
        if not rows:
            return None
        secret = self._master_key.unwrap(account_id, rows[0][0])
        return DataKey(account_id, AESGCM(secret), HMAC(secret, SHA256()))

    def _ask(self, query: LiteralString, **values: object) -> list[Any]:
        """Asks once more on a new connection. Raises TemporarilyUnavailable."""
        for last in (False, True):
            try:
                connection = self._connected()
                return connection.execute(query, {"sequence": self._sequence, **values}).fetchall()
            except psycopg.OperationalError as error:
                if self._connection is not None:
                    self._connection.close()
                if last:
                    self._failed_at = time.monotonic()
                    raise TemporarilyUnavailable from error
        raise AssertionError("unreachable")

    def _connected(self) -> psycopg.Connection[Any]:
        if self._connection is None or self._connection.closed:
            self._connection = connect(self._database_url, role=self._role)
            self._keys.clear()
            row = self._connection.execute("SELECT max(sequence) FROM erasures").fetchone()
            self._sequence = 0 if row is None or row[0] is None else row[0]
        return self._connection
