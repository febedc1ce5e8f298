"""The in-memory twin of the object stores, for tests and drills. It forgets at exit."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from threading import Lock
from uuid import UUID

from domain.objects import NewObject, ObjectMissing, StoredObject, checked_object, parse_key


class MemoryStore:
    """Objects in two dictionaries. `clock` gives seconds and orders quarantine by age."""

    far = False

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._public: dict[str, bytes] = {}
        self._quarantine: dict[str, tuple[float, bytes]] = {}

    def put_quarantine(self, owner: UUID, data: bytes, *, media_type: str) -> str:
        """See ObjectStore."""
        [key] = self.put_quarantine_all([NewObject(owner, data, media_type)])
        return key

    def put_quarantine_all(self, objects: Sequence[NewObject]) -> list[str]:
        """See ObjectStore."""
        keys = [new.key for new in objects]
        with self._lock:
            for key, new in zip(keys, objects, strict=True):
                self._quarantine[key] = (self._clock(), new.data)
        return keys

    def publish(self, key: str) -> None:
        """See ObjectStore."""
        parse_key(key)
        with self._lock:
            held = self._quarantine.pop(key, None)
            if held is not None:
                self._public[key] = held[1]
            elif key not in self._public:
                raise ObjectMissing(key)

    def get(self, key: str) -> StoredObject:
        """See ObjectStore."""
        parse_key(key)
        with self._lock:
            data = self._public.get(key)
        if data is None:
            raise ObjectMissing(key)
        return checked_object(key, data)

    def get_quarantine(self, key: str) -> StoredObject:
        """See ObjectStore."""
        parse_key(key)
        with self._lock:
            held = self._quarantine.get(key)
        if held is None:
            raise ObjectMissing(key)
        return checked_object(key, held[1])

    def delete(self, key: str) -> None:
        """See ObjectStore."""
        self.discard(key)
        with self._lock:
            self._public.pop(key, None)

    def discard(self, key: str) -> None:
        """See ObjectStore."""
        parse_key(key)
        with self._lock:
            self._quarantine.pop(key, None)

    def list_quarantine(self, *, older_than_seconds: float) -> Iterator[str]:
        """See ObjectStore."""
        newest = self._clock() - older_than_seconds
        with self._lock:
            keys = [key for key, (since, _) in self._quarantine.items() if since <= newest]
        yield from keys
