"""Where the bytes of outputs and identities lie, as a port, and how such an object is named.

A key names its owner (a generation or a character), the SHA-256 of its content and its kind, so an
object cannot change under its name. New objects are in quarantine, where nobody outside sees them,
until somebody publishes them. This module stores nothing and decides nothing about who may look.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol
from uuid import UUID

import msgspec

OBJECT_BYTES_MAX = 256 * 1024 * 1024

MEDIA_TYPES = {
    "png": "image/png",
    "webp": "image/webp",
    "jpg": "image/jpeg",
    "mp4": "video/mp4",
    "json": "application/json",
    "bin": "application/octet-stream",
}

_EXTENSIONS = {kind: extension for extension, kind in MEDIA_TYPES.items()}

_KEY = re.compile(
    r"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"
    r"/([0-9a-f]{64})\.(" + "|".join(MEDIA_TYPES) + ")",
    re.ASCII,
)


class ObjectKeyInvalid(ValueError):
    """This is no object key, or there is none for such an object."""


class ObjectMissing(LookupError):
    """There is no such object where it was looked for."""


class ObjectCorrupt(Exception):
    """The stored bytes are not those that the key names."""


class StoreUnavailable(Exception):
    """The store did not answer, or refused for a reason that is not the object's; try again."""


class StoredObject(msgspec.Struct, frozen=True, kw_only=True):
    """An object as read: its bytes, media type, and ETag (the SHA-256 of the bytes in hex)."""

    data: bytes
    media_type: str
    etag: str


class NewObject(NamedTuple):
    """An object that is to be stored: whose it is, its bytes, and what they are."""

    owner: UUID
    data: bytes
    media_type: str

    @property
    def key(self) -> str:
        """See `key_of`; reads all of the bytes."""
        return key_of(self.owner, self.data, media_type=self.media_type)


class ObjectKey(msgspec.Struct, frozen=True, kw_only=True):
    """The three parts of a key."""

    owner: UUID
    sha256: str
    extension: str

    @property
    def media_type(self) -> str:
        """What the extension stands for."""
        return MEDIA_TYPES[self.extension]


class ObjectStore(Protocol):
    """Every method raises ObjectKeyInvalid for a malformed key, StoreUnavailable for a failure.

    Methods may be called from several threads and processes at once. `far` is true of a store on
    another machine: several calls at once take about as long as one.
    """

    @property
    def far(self) -> bool: ...

    def put_quarantine(self, owner: UUID, data: bytes, *, media_type: str) -> str:
        """Store durably, visible only when complete; returns the key. The same twice is fine.

        Raises ObjectKeyInvalid as `key_of` does.
        """

    def put_quarantine_all(self, objects: Sequence[NewObject]) -> list[str]:
        """Store several as `put_quarantine` does each; the keys in order.

        Where it raises, some may be stored.
        """

    def publish(self, key: str) -> None:
        """Move from quarantine to the public; idempotent. ObjectMissing when it is in neither."""

    def get(self, key: str) -> StoredObject:
        """A public object. Raises ObjectMissing or, when the hash is wrong, ObjectCorrupt."""

    def get_quarantine(self, key: str) -> StoredObject:
        """An object in quarantine. Raises ObjectMissing or ObjectCorrupt."""

    def delete(self, key: str) -> None:
        """Remove it from the public and from quarantine; idempotent."""

    def discard(self, key: str) -> None:
        """Remove it from quarantine only; idempotent."""

    def list_quarantine(self, *, older_than_seconds: float) -> Iterator[str]:
        """Keys that have been in quarantine for at least that long, in no order."""


def key_of(owner: UUID, data: bytes, *, media_type: str) -> str:
    """The one key under which these bytes of this owner belong.

    Raises what `check_storable` does.
    """
    check_storable(data, media_type=media_type)
    return f"{owner}/{hashlib.sha256(data).hexdigest()}.{_EXTENSIONS[media_type]}"


def check_storable(data: bytes, *, media_type: str) -> None:
    """Raises ObjectKeyInvalid for a media type that is not stored, and for more than
    OBJECT_BYTES_MAX.
    """
    if len(data) > OBJECT_BYTES_MAX:
        raise ObjectKeyInvalid(f"an object has at most {OBJECT_BYTES_MAX} bytes")
    if media_type not in _EXTENSIONS:
        raise ObjectKeyInvalid(f"{media_type} is not a media type that is stored")


def output_url(base_url: str, key: str, *, livemode: bool) -> str:
    """The permanent URL of an accepted object; its path says which book it belongs to."""
    return f"{base_url}/o/{key}" if livemode else f"{base_url}/o/test/{key}"


def parse_key(key: str) -> ObjectKey:
    """The parts of a key; raises ObjectKeyInvalid, so a parsed key is safe as a relative path."""
    match = _KEY.fullmatch(key)
    if match is None:
        raise ObjectKeyInvalid("not of the form <uuid>/<sha256>.<extension>")
    return ObjectKey(owner=UUID(match[1]), sha256=match[2], extension=match[3])


def checked_object(key: str, data: bytes) -> StoredObject:
    """The object read under a key; raises ObjectCorrupt when the bytes are not the named ones."""
    parts = parse_key(key)
    if hashlib.sha256(data).hexdigest() != parts.sha256:
        raise ObjectCorrupt(f"the bytes stored under {key} are damaged")
    return StoredObject(data=data, media_type=parts.media_type, etag=parts.sha256)


class CheckpointShelf(Protocol):
    """Where signed checkpoints are published, out of the database's reach.

    Both methods raise StoreUnavailable. The newest one has a fixed name; one that is to be kept is
    named by its origin and size as well. Publishing the same one twice is fine.
    """

    def publish_checkpoint(self, origin: str, size: int, note: bytes, *, keep: bool) -> None:
        """Store durably under its own name if it is to be kept, then make it the newest."""

    def newest_checkpoint(self) -> bytes | None:
        """The one that was published last, or None before the first."""


def checkpoint_key(origin: str, size: int) -> str:
    """The key of a checkpoint under `checkpoints/`: a folder for each origin, sizes in order."""
    folder = hashlib.sha256(origin.encode()).hexdigest()[:16]
    return f"{folder}/{size:019d}"


NEWEST_CHECKPOINT = "newest"
CHECKPOINT_BYTES_MAX = 64 * 1024
