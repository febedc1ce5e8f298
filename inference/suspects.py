"""Work that may end whoever draws it: it was delivered before, and nobody answered.

Each time such work is begun, alone, a note is laid beside its files first, where every consumer
finds it. Notes are taken back where a consumer gives the work up itself, and are gone soon after
the work has ended, as everything in quarantine that nobody accepts.
"""

from uuid import UUID

from domain.objects import ObjectMissing, ObjectStore, key_of, parse_key
from inference.engine import EngineFailed

ALONE_MAX = 3
"""Begun alone so often and never answered: it was not somebody else's fault."""

NOTE_MEDIA_TYPE = "application/json"


class EndsConsumers(EngineFailed):
    """The work has ended too many consumers."""


def is_note(key: str) -> bool:
    """Whether this object is a note, which no result ever names."""
    owner = parse_key(key).owner
    times = range(1, ALONE_MAX + 1)
    return key in {key_of(owner, _note(time), media_type=NOTE_MEDIA_TYPE) for time in times}


def _note(time: int) -> bytes:
    return b'{"begun_alone":%d}' % time


class Suspects:
    """Counts in the object store, which outlives consumers."""

    def __init__(self, object_store: ObjectStore) -> None:
        self._store = object_store

    def begin(self, work_id: UUID) -> str:
        """The key of the note that this work is begun once more. Raises EndsConsumers instead of
        noting one too many; StoreUnavailable.
        """
        for time in range(1, ALONE_MAX + 1):
            note = _note(time)
            if not self._lies_there(key_of(work_id, note, media_type=NOTE_MEDIA_TYPE)):
                return self._store.put_quarantine(work_id, note, media_type=NOTE_MEDIA_TYPE)
        raise EndsConsumers(f"begun alone {ALONE_MAX} times and never answered")

    def _lies_there(self, key: str) -> bool:
        try:
            self._store.get_quarantine(key)
        except ObjectMissing:
            return False
        return True
