"""Objects as files under one folder: the store of an installation on one machine.

    partial/     files being written, invisible to readers
    quarantine/  one flat folder, so that its listing is the janitor's list of work
    public/      one folder for each owner

A file gets its name only when it is complete, and both are synced before a write returns; before
that, nobody knows the name. To publish is to move that name, which a crash of the machine leaves in
one of the two places; what it left in quarantine is still an accepted object, is served as one, and
is published when the janitor comes to it. It serves nothing itself, and it follows no name that is
not a valid key.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path
from uuid import UUID, uuid4

from adapters.durable import sync_folder
from domain.objects import (
    OBJECT_BYTES_MAX,
    NewObject,
    ObjectCorrupt,
    ObjectKeyInvalid,
    ObjectMissing,
    StoredObject,
    StoreUnavailable,
    check_storable,
    checked_object,
    parse_key,
)

PARTIAL_SECONDS_MAX = 3600.0
PUBLISH_ATTEMPTS_MAX = 3
FILE_MODE = 0o666
"""Less what the process's mask takes away."""

SYNCS_AT_ONCE = 8

SEPARATOR = "_"  # stands for the slash of a key in quarantine; no key contains it


class FolderStore:
    """The store under a root folder, which it makes."""

    far = False

    def __init__(self, root: Path) -> None:
        self._partial = root / "partial"
        self._quarantine = root / "quarantine"
        self._public = root / "public"
        self._syncing = ThreadPoolExecutor(SYNCS_AT_ONCE, thread_name_prefix="folder-sync")
        with _translated():
            for folder in (self._partial, self._quarantine, self._public):
                folder.mkdir(parents=True, exist_ok=True)
            sync_folder(root)
            self._remove_old_partials()

    def put_quarantine(self, owner: UUID, data: bytes, *, media_type: str) -> str:
        """See ObjectStore."""
        [key] = self.put_quarantine_all([NewObject(owner, data, media_type)])
        return key

    def put_quarantine_all(self, objects: Sequence[NewObject]) -> list[str]:
        """See ObjectStore.

        The disk begins to write each file at once, while its bytes are hashed, and is waited for at
        the end, so that what comes together costs it about one write of its journal. For the same
        reason a new name is given before the bytes are synced, and all is synced at once: one after
        the other, each would be such a write. A name that is there may stand for bytes that
        somebody was told are safe: those are replaced by synced ones only.
        """
        for new in objects:
            check_storable(new.data, media_type=new.media_type)
        if not objects:
            return []
        with _translated(), contextlib.ExitStack() as removed:
            written = [self._written(new, removed) for new in objects]
            self._sync([partial.descriptor for _, partial, _ in written])
            replaced = [(partial.path, wanted) for _, partial, wanted in written if wanted]
            for path, wanted in replaced:
                os.replace(path, wanted)
            if replaced:
                sync_folder(self._quarantine)
        return [key for key, _, _ in written]

    def _sync(self, descriptors: Sequence[int]) -> None:
        """The bytes of files and the names in quarantine; at the end nothing is under way."""
        first, *others = descriptors
        begun = [self._syncing.submit(sync_folder, self._quarantine)]
        begun += [self._syncing.submit(os.fsync, descriptor) for descriptor in others]
        try:
            os.fsync(first)
        finally:
            wait(begun)
        for sync in begun:
            sync.result()

    def _written(
        self, new: NewObject, removed: contextlib.ExitStack
    ) -> tuple[str, _Partial, str | None]:
        """A key, its file on the way to the disk, and the name that it is still to be given."""
        partial = _Partial(f"{self._partial}/{uuid4().hex}")
        removed.callback(partial.remove)
        partial.write(new.data)
        key = new.key
        target = f"{self._quarantine}/{key.replace('/', SEPARATOR)}"
        return key, partial, None if _linked(partial.path, target) else target

    def publish(self, key: str) -> None:
        """See ObjectStore.

        A move that a crash of the machine undoes is done again, so the disk need not be waited for.
        """
        source, target = self._quarantined(key), self._published(key)
        with _translated():
            # A deletion beside us may remove the owner's folder between the two steps.
            for _ in range(PUBLISH_ATTEMPTS_MAX):
                with contextlib.suppress(FileExistsError):
                    target.parent.mkdir()
                try:
                    source.replace(target)
                except FileNotFoundError:
                    if target.exists():
                        return
                    if not source.exists():
                        _remove_empty(target.parent)
                        raise ObjectMissing(key) from None
                else:
                    return
        raise StoreUnavailable(f"the folder of {key} is removed again and again")

    def get(self, key: str) -> StoredObject:
        """See ObjectStore."""
        return _read(key, self._published(key))

    def get_quarantine(self, key: str) -> StoredObject:
        """See ObjectStore."""
        return _read(key, self._quarantined(key))

    def delete(self, key: str) -> None:
        """See ObjectStore."""
        self.discard(key)
        path = self._published(key)
        with _translated():
            try:
                path.unlink()
            except FileNotFoundError:
                return
            with contextlib.suppress(FileNotFoundError):
                sync_folder(path.parent)
            _remove_empty(path.parent)

    def discard(self, key: str) -> None:
        """See ObjectStore."""
        path = self._quarantined(key)
        with _translated():
            path.unlink(missing_ok=True)
            sync_folder(self._quarantine)

    def list_quarantine(self, *, older_than_seconds: float) -> Iterator[str]:
        """See ObjectStore. Age is the file's modification time against this machine's clock.

        Whoever asks is about to clear up, so what crashed writers left goes as well: it may be a
        second name of an object that has been deleted since.
        """
        newest = time.time() - older_than_seconds
        with _translated():
            self._remove_old_partials()
            for entry in os.scandir(self._quarantine):
                key = entry.name.replace(SEPARATOR, "/", 1)
                with contextlib.suppress(FileNotFoundError, ObjectKeyInvalid):
                    parse_key(key)
                    if entry.stat().st_mtime <= newest:
                        yield key

    def _quarantined(self, key: str) -> Path:
        parse_key(key)
        return self._quarantine / key.replace("/", SEPARATOR)

    def _published(self, key: str) -> Path:
        parse_key(key)
        return self._public / key

    def _remove_old_partials(self) -> None:
        newest = time.time() - PARTIAL_SECONDS_MAX
        for entry in os.scandir(self._partial):
            with contextlib.suppress(FileNotFoundError):
                if entry.stat().st_mtime <= newest:
                    os.unlink(entry)


@contextlib.contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreUnavailable(f"the object folder failed: {error.strerror}") from error


def _read(key: str, path: Path) -> StoredObject:
    with _translated():
        try:
            with path.open("rb") as file:
                if os.fstat(file.fileno()).st_size > OBJECT_BYTES_MAX:
                    raise ObjectCorrupt(f"the file of {key} is larger than any object")
                data = file.read()
        except FileNotFoundError:
            raise ObjectMissing(key) from None
    return checked_object(key, data)


class _Partial:
    """A file that is being written."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE)

    def write(self, data: bytes) -> None:
        """Has the system write the bytes to the disk, without waiting for it; where it cannot do
        that, the wait for the disk is only longer.
        """
        left = memoryview(data)
        while left:
            left = left[os.write(self.descriptor, left) :]
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(self.descriptor, 0, 0, os.POSIX_FADV_DONTNEED)

    def remove(self) -> None:
        """Of a file that was named only this name goes."""
        os.close(self.descriptor)
        with contextlib.suppress(FileNotFoundError):
            os.unlink(self.path)


def _linked(path: str, target: str) -> bool:
    """Gives a file a second name that nothing has; False where that cannot be."""
    try:
        os.link(path, target)
    except OSError:  # there is such a name, or this file system has one name a file
        return False
    return True


def _remove_empty(folder: Path) -> None:
    with contextlib.suppress(OSError):
        folder.rmdir()
