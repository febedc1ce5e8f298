"""API keys: how they look, how they are checked before any look-up, and what is stored of them.

`xav_live_` or `xav_test_`, 30 random base62 characters (178 bits), 6 characters of CRC32 in base62.
A mistyped key fails its checksum and costs no query; only an HMAC of a key is ever stored, under a
pepper that lies outside the database and has a version. Secret scanners may look for `KEY_PATTERN`.
"""

import hashlib
import hmac
import secrets
import string
import zlib
from functools import cache

import msgspec

from domain.ids import AccountId, Book, KeyId
from domain.ports import GroundRow

KEY_PATTERN = r"xav_(live|test)_[0-9A-Za-z]{36}"
ALPHABET = string.digits + string.ascii_uppercase + string.ascii_lowercase
RANDOM_CHARACTERS = 30
CHECKSUM_CHARACTERS = 6
KEY_CHARACTERS = len("xav_live_") + RANDOM_CHARACTERS + CHECKSUM_CHARACTERS
PEPPER_BYTES = 32
PEPPER_VERSION_MAX = 32_767

DERIVED_PEPPER = 1
"""Version of the pepper that follows from the master key."""

_PREFIXES: dict[str, Book] = {"xav_live_": "live", "xav_test_": "test"}


class Pepper(msgspec.Struct, frozen=True):
    """What keys are hashed with; its version is stored beside each hash."""

    version: int
    secret: bytes

    def __repr__(self) -> str:
        return f"Pepper({self.version})"


class IssuedKey(msgspec.Struct, frozen=True, kw_only=True):
    """A fresh key. `secret` is shown once and stored nowhere; `pepper` is a version."""

    secret: str
    key_hash: bytes
    pepper: int
    prefix: str
    last4: str

    def __repr__(self) -> str:
        return f"IssuedKey({self.prefix}…{self.last4})"


class ParsedKey(msgspec.Struct, frozen=True, kw_only=True):
    """A key whose form and checksum are right; whether it exists is another question."""

    secret: str
    book: Book

    def __repr__(self) -> str:
        return f"ParsedKey({self.book})"


def parse_peppers(text: str, derived: bytes) -> tuple[Pepper, ...]:
    """Peppers as a setting lists them, newest first: `2:<64 hex digits>,1`.

    Version 1 alone is the one derived from the master key. Raises ValueError.
    """
    peppers = tuple(_pepper(part.strip(), derived) for part in text.split(","))
    if len({pepper.version for pepper in peppers}) != len(peppers):
        raise ValueError("a version is listed twice")
    return peppers


def _pepper(text: str, derived: bytes) -> Pepper:
    version, colon, digits = text.partition(":")
    if text == str(DERIVED_PEPPER):
        return Pepper(DERIVED_PEPPER, derived)
    if not (colon and version.isascii() and version.isdigit() and len(digits) == 2 * PEPPER_BYTES):
        raise ValueError("each is a version, a colon and 64 hexadecimal digits")
    if not DERIVED_PEPPER < int(version) <= PEPPER_VERSION_MAX:
        raise ValueError(f"a version is 2 to {PEPPER_VERSION_MAX}")
    return Pepper(int(version), bytes.fromhex(digits))


def issue_key(book: Book, *, pepper: Pepper) -> IssuedKey:
    """A new random key of the given book."""
    prefix = f"xav_{book}_"
    body = prefix + "".join(secrets.choice(ALPHABET) for _ in range(RANDOM_CHARACTERS))
    secret = body + _checksum(body)
    return IssuedKey(
        secret=secret,
        key_hash=hash_key(secret, pepper),
        pepper=pepper.version,
        prefix=secret[:13],
        last4=secret[-4:],
    )


def key_row(book: Book, account_id: AccountId, key_id: KeyId, key: IssuedKey) -> GroundRow:
    """What is stored of a key beside the log: enough to know it again, and whose it is."""
    values = {
        "key_hash": key.key_hash,
        "pepper": key.pepper,
        "key_id": key_id,
        "account_id": account_id,
        "book": book,
    }
    return GroundRow(table="key_hashes", values=values)


def parse_key(text: str) -> ParsedKey | None:
    """The key that `text` spells, or None when form or checksum are wrong."""
    if len(text) != KEY_CHARACTERS:
        return None
    book = _PREFIXES.get(text[:9])
    body, checksum = text[:-CHECKSUM_CHARACTERS], text[-CHECKSUM_CHARACTERS:]
    if book is None or not text.isascii() or not hmac.compare_digest(_checksum(body), checksum):
        return None
    return ParsedKey(secret=text, book=book)


def hash_key(secret: str, pepper: Pepper) -> bytes:
    """HMAC-SHA-256 of a key: keys have 178 random bits, so a slow hash would add nothing."""
    keyed = _keyed(pepper.secret).copy()
    keyed.update(secret.encode())
    return keyed.digest()


@cache
def _keyed(pepper: bytes) -> hmac.HMAC:
    """Made once for each pepper: every request hashes a key, and `hmac.digest` changes threads."""
    return hmac.new(pepper, digestmod=hashlib.sha256)


def _checksum(body: str) -> str:
    """CRC32 in base62, most significant digit first."""
    value = zlib.crc32(body.encode())
    digits = []
    for _ in range(CHECKSUM_CHARACTERS):
        value, digit = divmod(value, len(ALPHABET))
        digits.append(ALPHABET[digit])
    return "".join(reversed(digits))
