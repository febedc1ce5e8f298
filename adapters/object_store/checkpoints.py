"""Published checkpoints beside the objects: files under `checkpoints/`.

They are not objects: their names say origin and size instead of a hash, and the newest is replaced.
"""

import os
from pathlib import Path
from uuid import uuid4

from domain.objects import (
    CHECKPOINT_BYTES_MAX,
    NEWEST_CHECKPOINT,
    StoreUnavailable,
    checkpoint_key,
)


class FolderCheckpoints:
    """The shelf of an installation on one machine, in the folder of its objects."""

    def __init__(self, root: Path) -> None:
        self._folder = root / "checkpoints"

    def publish_checkpoint(self, origin: str, size: int, note: bytes, *, keep: bool) -> None:
        """See CheckpointShelf."""
        try:
            if keep:
                self._write(self._folder / checkpoint_key(origin, size), note)
            self._write(self._folder / NEWEST_CHECKPOINT, note)
        except OSError as error:
            raise StoreUnavailable(f"the checkpoint folder failed: {error.strerror}") from error

    def newest_checkpoint(self) -> bytes | None:
        """See CheckpointShelf."""
        try:
            with (self._folder / NEWEST_CHECKPOINT).open("rb") as file:
                return file.read(CHECKPOINT_BYTES_MAX)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise StoreUnavailable(f"the checkpoint folder failed: {error.strerror}") from error

    def _write(self, path: Path, note: bytes) -> None:
        """Whole and synced under another name first, so that no reader sees half of it."""
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_name(f".{uuid4().hex}")
        try:
            with partial.open("xb") as file:
                file.write(note)
                file.flush()
                os.fsync(file.fileno())
            partial.replace(path)
        finally:
            partial.unlink(missing_ok=True)
        descriptor = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
