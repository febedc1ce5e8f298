"""Per-account data keys: AES-256-GCM for free text, HMAC-SHA-256 for request fingerprints.

Data keys lie in a ground table, wrapped by the master key. Without an account's row everything that
was sealed for it is noise, in the log, in every projection and in every backup of them.
"""

import hashlib
import hmac
import os
import threading
from collections import OrderedDict
from typing import Any
from uuid import UUID

import psycopg
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from adapters.postgres.connections import connect
from domain.errors import TemporarilyUnavailable
from domain.ports import GroundRow

NONCE_BYTES = 12
DATA_KEY_BYTES = 32
CACHED_KEYS_MAX = 10_000


class MasterKey:
    """Wraps data keys and peppers API key hashes; one secret, separate keys for each purpose."""

    def __init__(self, secret: bytes) -> None:
        assert len(secret) == 32, "a master key has 32 bytes"
        self._wrap = AESGCM(self._derive(secret, b"wrap"))
        self.pepper = self._derive(secret, b"pepper")
        self.bus_key = self._derive(secret, b"bus")
        self.email_key = self._derive(secret, b"email")

    @staticmethod
    def _derive(secret: bytes, purpose: bytes) -> bytes:
        return hmac.digest(secret, b"xavira/" + purpose, hashlib.sha256)

    def wrap(self, account_id: UUID, data_key: bytes) -> bytes:
        return seal(self._wrap, data_key, account_id.bytes)

    def unwrap(self, account_id: UUID, wrapped: bytes) -> bytes:
        """Raises cryptography's InvalidTag when the master key is not the one that wrapped."""
        return unseal(self._wrap, wrapped, account_id.bytes)

    def new_data_key(self, account_id: UUID) -> GroundRow:
        """The ground row of a fresh data key, to be recorded with the account's first event."""
        wrapped = self.wrap(account_id, os.urandom(DATA_KEY_BYTES))
        return GroundRow(table="data_keys", values={"account_id": account_id, "wrapped": wrapped})

    def __repr__(self) -> str:
        return "MasterKey(***)"


def seal(cipher: AESGCM, text: bytes, context: bytes) -> bytes:
    """nonce + ciphertext + tag, bound to `context`."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + cipher.encrypt(nonce, text, context)


def unseal(cipher: AESGCM, sealed: bytes, context: bytes) -> bytes:
    """Raises InvalidTag for anything but what `seal` made with the same key and context."""
    if len(sealed) < NONCE_BYTES + 16:
        raise InvalidTag
    return cipher.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], context)


class PostgresVault:
    """The Vault port. Keys are read once and cached; `forget` drops one at once in this process."""

    def __init__(self, database_url: str, master_key: MasterKey, *, role: str) -> None:
        self._database_url = database_url
        self._master_key = master_key
        self._role = role
        self._keys: OrderedDict[UUID, bytes] = OrderedDict()
        self._lock = threading.Lock()
        self._connection: psycopg.Connection[Any] | None = None

    def seal(self, account_id: UUID, text: bytes) -> bytes:
        """Raises KeyError when the account has no key, TemporarilyUnavailable without database."""
        key = self._key(account_id)
        if key is None:
            raise KeyError(account_id)
        return seal(AESGCM(key), text, account_id.bytes)

    def open(self, account_id: UUID, sealed: bytes) -> bytes | None:
        key = self._key(account_id)
        return None if key is None else unseal(AESGCM(key), sealed, account_id.bytes)

    def fingerprint(self, account_id: UUID, request: bytes) -> bytes:
        key = self._key(account_id)
        if key is None:
            raise KeyError(account_id)
        return hmac.digest(key, request, hashlib.sha256)

    def forget(self, account_id: UUID) -> None:
        with self._lock:
            self._keys.pop(account_id, None)

    def close(self) -> None:
        with self._lock:
            if self._connection is not None:
                self._connection.close()

    def _key(self, account_id: UUID) -> bytes | None:
        with self._lock:
            key = self._keys.get(account_id)
            if key is None:
                key = self._read(account_id)
                if key is not None:
                    self._keys[account_id] = key
                    if len(self._keys) > CACHED_KEYS_MAX:
                        self._keys.popitem(last=False)
            return key

    def _read(self, account_id: UUID) -> bytes | None:
        for last in (False, True):
            try:
                if self._connection is None or self._connection.closed:
                    self._connection = connect(self._database_url, role=self._role)
                row = self._connection.execute(
                    "SELECT wrapped FROM data_keys WHERE account_id = %s", (account_id,)
                ).fetchone()
            except psycopg.OperationalError as error:
                if self._connection is not None:
                    self._connection.close()
                if last:
                    raise TemporarilyUnavailable from error
            else:
                return None if row is None else self._master_key.unwrap(account_id, row[0])
        raise AssertionError("unreachable")
