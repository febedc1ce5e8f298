"""How an export lies in its folder: a manifest, the signed checkpoint, and parts of the log.

A part holds 65,536 events (the last one what is left), so its root is one node of the tree and a
changed byte is found in its part. The state in a part is, byte for byte, what the database holds.
"""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
import pyarrow
from msgspec import Meta
from pyarrow import parquet

from domain.merkle import Row

MANIFEST = "manifest.json"
CHECKPOINT = "checkpoint"
PART_LEVEL = 16
PART_EVENTS = 1 << PART_LEVEL
ROWS_AT_ONCE = 16_384
LINE_BYTES_MAX = 16 * 1024 * 1024
CHUNK_BYTES = 4 * 1024 * 1024
MANIFEST_BYTES_MAX = 64 * 1024 * 1024

Format = Literal["parquet", "jsonl"]
Whole = Annotated[int, Meta(ge=-(2**63), le=2**63 - 1)]

SCHEMA = pyarrow.schema(
    [
        pyarrow.field("position", pyarrow.int64(), nullable=False),
        pyarrow.field("stream_id", pyarrow.uuid(), nullable=False),
        pyarrow.field("version", pyarrow.int64(), nullable=False),
        pyarrow.field("recorded_at", pyarrow.timestamp("us", tz="UTC"), nullable=False),
        pyarrow.field("topic", pyarrow.string(), nullable=False),
        pyarrow.field("state", pyarrow.binary(), nullable=False),
    ]
)


class ExportUnreadable(Exception):
    """A file of the export is not what its name promises; the message says which and why."""


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """Events `first` to `last`, and the root of the tree over them alone, in hexadecimal."""

    first: int
    last: int
    root: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What an export holds. `complete` is written last, so a cut export is known as one."""

    origin: str
    size: int
    root: str
    formats: tuple[Format, ...]
    parts: tuple[Part, ...] = ()
    complete: bool = False
    layout: Literal[1] = 1


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One event as a line. `recorded_at` is microseconds since 1970, `state` the stored text,
    and `state_hex` its bytes where it would not come back out of a line of JSON as it is.
    """

    position: Whole
    stream_id: str
    version: Whole
    recorded_at: Whole
    topic: str
    state: msgspec.Raw = msgspec.Raw(b"")
    state_hex: str = ""


def part_path(folder: Path, number: int, kind: Format) -> Path:
    """The file of the part `number`, counted from 1."""
    return folder / f"events-{number:06d}.{kind}"


def read_manifest(folder: Path) -> Manifest:
    """Raises ExportUnreadable."""
    path = folder / MANIFEST
    try:
        if path.stat().st_size > MANIFEST_BYTES_MAX:
            raise ExportUnreadable(f"{MANIFEST} is larger than any manifest.")
        return msgspec.json.decode(path.read_bytes(), type=Manifest)
    except (OSError, msgspec.DecodeError) as error:
        raise ExportUnreadable(f"{MANIFEST}: {error}") from error


def read_part(path: Path, kind: Format) -> Iterator[list[Row]]:
    """The events of one file, some thousands at a time. Raises ExportUnreadable."""
    try:
        yield from _read_parquet(path) if kind == "parquet" else _read_lines(path)
    except (OSError, ValueError, pyarrow.ArrowException) as error:
        raise ExportUnreadable(f"{path.name}: {error}") from error


def _read_parquet(path: Path) -> Iterator[list[Row]]:
    with parquet.ParquetFile(path, memory_map=True) as file:
        found = file.schema_arrow
        if found.names != SCHEMA.names or found.types != SCHEMA.types:
            raise ExportUnreadable(f"{path.name} has other columns than an export.")
        for batch in file.iter_batches(ROWS_AT_ONCE, use_threads=False):
            yield rows_of(batch)


def rows_of(batch: pyarrow.RecordBatch) -> list[Row]:
    """The columns' buffers, taken apart directly: Arrow's own values are ten times slower."""
    if batch.num_rows == 0:
        return []
    if any(column.null_count for column in batch.columns):
        raise ValueError("a value is missing")
    position, stream, version, recorded_at, topic, state = batch.columns
    return list(
        zip(
            _integers(position),
            _streams(stream.storage),
            _integers(version),
            _integers(recorded_at),
            _binaries(topic),
            _binaries(state),
            strict=True,
        )
    )


def _integers(column: Any) -> list[int]:
    values = memoryview(column.buffers()[1]).cast("q")
    return values[column.offset : column.offset + len(column)].tolist()


def _streams(column: Any) -> list[bytes]:
    data = column.buffers()[1].to_pybytes()
    first = column.offset * 16
    return [data[at : at + 16] for at in range(first, first + len(column) * 16, 16)]


def _binaries(column: Any) -> list[bytes]:
    _, ends, values = column.buffers()
    offsets = memoryview(ends).cast("i")[column.offset : column.offset + len(column) + 1].tolist()
    data = b"" if values is None else values.to_pybytes()
    return [data[first:end] for first, end in pairwise(offsets)]


def _read_lines(path: Path) -> Iterator[list[Row]]:
    decoder = msgspec.json.Decoder(Line)
    rows: list[Row] = []
    for chunk in _whole_lines(path):
        rows += map(_row_of, decoder.decode_lines(chunk))
        while len(rows) >= ROWS_AT_ONCE:
            yield rows[:ROWS_AT_ONCE]
            rows = rows[ROWS_AT_ONCE:]
    if rows:
        yield rows


def _whole_lines(path: Path) -> Iterator[bytes]:
    """The file in chunks that end with a line, so that many lines are decoded in one go."""
    with path.open("rb") as file:
        while chunk := file.read(CHUNK_BYTES):
            if not chunk.endswith(b"\n"):
                chunk += file.readline(LINE_BYTES_MAX)
            yield chunk


def _row_of(line: Line) -> Row:
    stream = bytes.fromhex(line.stream_id.replace("-", ""))
    if len(stream) != 16:
        raise ValueError(f"line of position {line.position} names no stream")
    state = bytes(line.state) or bytes.fromhex(line.state_hex)
    return line.position, stream, line.version, line.recorded_at, line.topic.encode(), state
