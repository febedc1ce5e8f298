"""Writes the log, exactly as it is stored, into files that anybody can verify without us.

The export ends at the newest signed checkpoint. It reads in short statements by position, keeps one
part in memory, and goes on where an interrupted one stopped; a later one adds what is new. It does
not judge what it writes: that is the verifier's work.
"""

import fcntl
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import msgspec
import pyarrow
from psycopg import Connection
from pyarrow import parquet

from adapters.audit.origins import current_origin
from adapters.audit.raw_log import batches
from adapters.verifier.export_files import (
    CHECKPOINT,
    MANIFEST,
    PART_EVENTS,
    ROWS_AT_ONCE,
    SCHEMA,
    ExportUnreadable,
    Format,
    Manifest,
    Part,
    part_path,
    read_manifest,
)
from adapters.verifier.spelling import spelled_line
from domain.audit.merkle import Row, leaf_hashes, subtree_root
from domain.audit.signed_note import parse_note

BESIDE = frozenset({CHECKPOINT, "books.journal", "books.beancount"})
"""Files of ours that may lie in a folder before its first part."""

ReadRows = Callable[[int, int], Iterable[list[Row]]]
"""`read(after, to)`: the events between two positions, batch by batch."""

Progress = Callable[[int, int], None]
"""`progress(events, total)`: called after every part."""


class NothingSealed(Exception):
    """No checkpoint was signed yet, so there is nothing that an export could prove."""


class ExportRefused(Exception):
    """The folder holds another log's export, or one of other formats, or is just being written; the
    message says which.
    """


def export_log(
    connection: Connection[Any],
    folder: Path,
    formats: Sequence[Format],
    progress: Progress | None = None,
) -> Manifest:
    """Exports up to the newest checkpoint. Raises NothingSealed, ExportRefused, OSError."""
    origin = current_origin(connection)
    if origin is None or origin.note is None:
        raise NothingSealed("No checkpoint was signed yet: is `xavira work` running?")
    return write_export(
        folder,
        origin.note,
        lambda after, to: batches(connection, after, to),
        formats,
        progress=progress or (lambda events, total: None),
    )


def write_export(
    folder: Path, note: str, read: ReadRows, formats: Sequence[Format], *, progress: Progress
) -> Manifest:
    """Writes or continues the export that ends at a signed checkpoint."""
    checkpoint = parse_note(note).checkpoint
    manifest = Manifest(
        origin=checkpoint.origin,
        size=checkpoint.size,
        root=checkpoint.root.hex(),
        formats=tuple(formats),
    )
    with alone_in(folder):
        return _write(folder, note, read, manifest, progress)


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Makes the folder, and keeps other exports out of it meanwhile: files have the same names
    before they are whole. Raises ExportRefused where one is at it, OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        with suppress(OSError):  # a file system without locks
            _lock(descriptor, folder)
        yield
    finally:
        os.close(descriptor)


def _lock(descriptor: int, folder: Path) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise ExportRefused(
            f"Another export is being written into {folder}: wait until it has ended."
        ) from error


def _write(
    folder: Path, note: str, read: ReadRows, manifest: Manifest, progress: Progress
) -> Manifest:
    parts, size = _kept_parts(folder, manifest), manifest.size
    _write_whole(folder / CHECKPOINT, note.encode())
    for first in range(len(parts) * PART_EVENTS, size, PART_EVENTS):
        manifest = msgspec.structs.replace(manifest, parts=tuple(parts))
        _write_whole(folder / MANIFEST, msgspec.json.encode(manifest))
        progress(first, size)
        last = min(first + PART_EVENTS, size)
        rows = [row for batch in read(first, last) for row in batch]
        for kind in manifest.formats:
            _write_part(part_path(folder, len(parts) + 1, kind), kind, rows)
        root = subtree_root(leaf_hashes(rows)).hex()
        parts.append(Part(first=first + 1, last=last, root=root))
    manifest = msgspec.structs.replace(manifest, parts=tuple(parts), complete=True)
    _write_whole(folder / MANIFEST, msgspec.json.encode(manifest))
    progress(size, size)
    return manifest


def _kept_parts(folder: Path, wanted: Manifest) -> list[Part]:
    """The full parts of an earlier run; the last, shorter one is written again."""
    if not (folder / MANIFEST).exists():
        strange = (path.name for path in folder.iterdir() if not path.name.endswith(".partial"))
        if any(name not in BESIDE for name in strange):
            raise ExportRefused(f"{folder} holds other files than an export.")
        return []
    try:
        found = read_manifest(folder)
    except ExportUnreadable as error:
        raise ExportRefused(str(error)) from error
    if (found.origin, found.formats) != (wanted.origin, wanted.formats):
        raise ExportRefused(f"{folder} holds the export of another log or of other formats.")
    kept: list[Part] = []
    for number, part in enumerate(found.parts, 1):
        full = part.last == number * PART_EVENTS and part.last <= wanted.size
        if not full or not all(part_path(folder, number, k).exists() for k in wanted.formats):
            break
        kept.append(part)
    return kept


def _write_part(path: Path, kind: Format, rows: Sequence[Row]) -> None:
    """Under another name first, so that a file with the right name is a whole one."""
    partial = path.with_name(f".{path.name}.partial")
    if kind == "parquet":
        parquet.write_table(
            _table(rows),
            partial,
            row_group_size=ROWS_AT_ONCE,
            compression="zstd",
            use_dictionary=["topic"],
        )
    else:
        with partial.open("wb") as file:
            file.writelines(map(spelled_line, rows))
    partial.replace(path)


def _table(rows: Sequence[Row]) -> pyarrow.Table:
    position, stream, version, recorded_at, topic, state = zip(*rows, strict=True)
    storage = pyarrow.array(stream, pyarrow.binary(16))
    columns = [
        pyarrow.array(position, pyarrow.int64()),
        pyarrow.ExtensionArray.from_storage(pyarrow.uuid(), storage),
        pyarrow.array(version, pyarrow.int64()),
        pyarrow.array(recorded_at, pyarrow.int64()).cast(SCHEMA.field("recorded_at").type),
        pyarrow.array(topic, pyarrow.binary()).cast(pyarrow.string()),
        pyarrow.array(state, pyarrow.binary()),
    ]
    return pyarrow.Table.from_arrays(columns, schema=SCHEMA)


def _write_whole(path: Path, data: bytes) -> None:
    partial = path.with_name(f".{path.name}.partial")
    with partial.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)
