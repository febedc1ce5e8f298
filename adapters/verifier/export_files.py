"""How an export lies in its folder: a manifest, the signed checkpoint, and parts of the log.

A part holds 65,536 events (the last one what is left), so its root is one node of the tree and a
changed byte is found in its part. The state in a part is, byte for byte, what the database holds.
"""

import struct
from binascii import unhexlify
from collections.abc import Iterator, Sequence
from contextlib import suppress
from io import BytesIO
from itertools import pairwise
from os import SEEK_CUR
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
import numpy
import pyarrow
from msgspec import Meta
from pyarrow import parquet

from adapters.verifier.spelling import spelled_line
from domain.audit.merkle import LEAF_HEAD, Row, headed_leaf_hashes, leaf_hashes

MANIFEST = "manifest.json"
CHECKPOINT = "checkpoint"
PART_PREFIX = "events-"
PART_LEVEL = 16
PART_EVENTS = 1 << PART_LEVEL
ROWS_AT_ONCE = 16_384
LINE_BYTES_MAX = 16 * 1024 * 1024
CHUNK_BYTES = 256 * 1024
READ_ROWS = 4_096
"""What is read at once is hashed and posted while it is still near the processor."""

ID_BYTES = 16
NAME_CHARACTERS = 36
NAME_DASHES = (8, 13, 18, 23)
"""A name is an id as text: its length, and where its dashes stand."""

NOT_IN_NAMES = b"-ABCDEF"
"""What a name has beside its digits, and digits that it is not spelled with."""


OBJECT_BEGIN = ord("{")
"""What an export does not spell as text begins with something else, or has line breaks."""

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

_TYPES = [*SCHEMA.types]
_TYPES[SCHEMA.get_field_index("topic")] = pyarrow.dictionary(pyarrow.int32(), pyarrow.string())
"""Topics come as one list of them and an index into it for each event."""


_HEAD = numpy.dtype(
    [
        ("position", ">i8"),
        ("stream", "V16"),
        ("version", ">i8"),
        ("recorded_at", ">i8"),
        ("topic_bytes", ">u4"),
    ]
)
"""`LEAF_HEAD`, as columns."""


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


class Line(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One event as nearly every line is. `recorded_at` is microseconds since 1970, `state` the
    stored text itself.
    """

    position: Whole
    stream_id: str
    version: Whole
    recorded_at: Whole
    topic: str
    state: msgspec.Raw


class AnyLine(Line, frozen=True, kw_only=True, gc=False):
    """`state_hex` are the bytes of a state that would not come back out of a line of JSON as it is,
    instead of it.
    """

    state: msgspec.Raw = msgspec.Raw(b"")
    state_hex: str = ""


_decode_lines = msgspec.json.Decoder(Line).decode_lines
_decode_any_lines = msgspec.json.Decoder(AnyLine).decode_lines
_decode_any_line = msgspec.json.Decoder(AnyLine).decode
_encode_lines = msgspec.json.Encoder().encode_lines


class Batch:
    """Some thousand events of a file, column by column; it may be gone through more than once.

    `heads` are the events' leaves up to their topic, where the file has them together at once.
    `respelled` are numbers of lines that are not spelled as an export spells what they say.
    """

    def __init__(
        self,
        *columns: Sequence[Any],
        heads: Sequence[bytes] | None = None,
        respelled: Sequence[int] = (),
    ) -> None:
        self.respelled = respelled
        self._columns = columns
        self._heads = heads

    def __iter__(self) -> Iterator[Row]:
        return zip(*self._columns, strict=True)

    def __len__(self) -> int:
        return len(self._columns[0])

    def leaf_hashes(self) -> list[bytes]:
        """The leaf of each event."""
        if self._heads is None:
            return leaf_hashes(self)
        return headed_leaf_hashes(self._heads, *self._columns[-2:])


def part_path(folder: Path, number: int, kind: Format) -> Path:
    """The file of the part `number`, counted from 1."""
    return folder / f"{PART_PREFIX}{number:06d}.{kind}"


def read_manifest(folder: Path) -> Manifest:
    """Raises ExportUnreadable."""
    path = folder / MANIFEST
    try:
        if path.stat().st_size > MANIFEST_BYTES_MAX:
            raise ExportUnreadable(f"{MANIFEST} is larger than any manifest.")
        manifest = msgspec.json.decode(path.read_bytes(), type=Manifest)
    except OSError as error:
        unread = path if folder.is_dir() else folder
        raise ExportUnreadable(f"{unread} cannot be read: {error.strerror}.") from error
    except msgspec.DecodeError as error:
        raise ExportUnreadable(f"{MANIFEST}: {error}") from error
    if len({*manifest.formats}) < len(manifest.formats):
        raise ExportUnreadable(f"{MANIFEST} names a format twice.")
    return manifest


def read_part(path: Path, kind: Format) -> Iterator[Batch]:
    """The events of one file, some thousands at a time. Raises ExportUnreadable."""
    try:
        yield from _read_parquet(path) if kind == "parquet" else _read_lines(path)
    except (OSError, ValueError, IndexError, RecursionError, pyarrow.ArrowException) as error:
        raise ExportUnreadable(f"{path.name}: {error}") from error


def _read_parquet(path: Path) -> Iterator[Batch]:
    with parquet.ParquetFile(path, memory_map=True, read_dictionary=["topic"]) as file:
        found = file.schema_arrow
        if found.names != SCHEMA.names or found.types != _TYPES:
            raise ExportUnreadable(f"{path.name} has other columns than an export.")
        for batch in file.iter_batches(READ_ROWS, use_threads=False):
            if batch.num_rows:
                yield _batch_of(batch)


def _batch_of(batch: pyarrow.RecordBatch) -> Batch:
    """The columns' buffers, taken apart directly where Arrow's own values are slower."""
    if any(column.null_count for column in batch.columns):
        raise ValueError("a value is missing")
    position, stream, version, recorded_at, topic, state = batch.columns
    positions, versions = _values(position, "i8"), _values(version, "i8")
    times, streams = _values(recorded_at, "i8"), _values(stream.storage, f"V{ID_BYTES}")
    topics = _topics(topic)
    return Batch(
        positions.tolist(),
        _ids(streams.tobytes()),
        versions.tolist(),
        times.tolist(),
        topics,
        state.to_pylist(),
        heads=_heads(streams, positions, versions, times, topics),
    )


def _values(column: Any, kind: str) -> Any:
    size = numpy.dtype(kind).itemsize
    return numpy.frombuffer(column.buffers()[1], kind, len(column), size * column.offset)


def _heads(
    streams: Any, positions: Any, versions: Any, times: Any, topics: Sequence[bytes]
) -> Sequence[bytes]:
    """All at once, which takes half the time of packing one after the other."""
    heads = numpy.empty(len(topics), _HEAD)
    heads["stream"], heads["position"] = streams, positions
    heads["version"], heads["recorded_at"] = versions, times
    heads["topic_bytes"] = [*map(len, topics)]
    return struct.unpack(f"{LEAF_HEAD.size}s" * len(topics), heads.tobytes())


def _ids(data: bytes) -> Sequence[bytes]:
    return struct.unpack(f"{ID_BYTES}s" * (len(data) // ID_BYTES), data)


def _topics(column: Any) -> list[bytes]:
    """One object for each topic, whatever bytes it is made of, and not one for each event."""
    _, ends, values = column.dictionary.buffers()
    offsets = memoryview(ends).cast("i")[: len(column.dictionary) + 1].tolist()
    data = b"" if values is None else values.to_pybytes()
    topics = [data[first:end] for first, end in pairwise(offsets)]
    return [topics[index] for index in column.indices.to_numpy().tolist()]


def _read_lines(path: Path) -> Iterator[Batch]:
    """The states are views of what was read, not copies: hash and decode them, do not keep them."""
    before = 0
    for chunk in _whole_lines(path):
        batch = _batch_as_spelled(chunk)
        if batch is None:
            texts = BytesIO(chunk).readlines()
            wrong = (n for n, text in enumerate(texts, before + 1) if not _is_as_spelled(text))
            batch = _batch_of_any(chunk, list(wrong))
            before += len(texts) - len(batch)
        before += len(batch)
        yield batch


def _batch_as_spelled(chunk: bytes) -> Batch | None:
    """Lines that an export spells so, which many together tell in a twentieth of the time that
    their verification takes; nothing where it spells one of them otherwise.
    """
    try:
        lines = _decode_lines(chunk)
    except msgspec.ValidationError:
        return None
    streams = _streams_of(lines)
    if streams is None or _encode_lines(lines) != chunk or chunk.count(b"\n") != len(lines):
        return None
    if any(memoryview(line.state)[0] != OBJECT_BEGIN for line in lines):
        return None
    return _batch_of_lines(lines, streams, [line.state for line in lines])


def _batch_of_any(chunk: bytes, respelled: Sequence[int]) -> Batch:
    lines = _decode_any_lines(chunk)
    streams = [_stream_of(line) for line in lines]
    states = [line.state or bytes.fromhex(line.state_hex) for line in lines]
    return _batch_of_lines(lines, streams, states, respelled)


def _batch_of_lines(
    lines: Sequence[Line],
    streams: Sequence[bytes],
    states: Sequence[Any],
    respelled: Sequence[int] = (),
) -> Batch:
    topics = _Topics()
    return Batch(
        [line.position for line in lines],
        streams,
        [line.version for line in lines],
        [line.recorded_at for line in lines],
        [topics[line.topic] for line in lines],
        states,
        respelled=respelled,
    )


def _is_as_spelled(text: bytes) -> bool:
    """One line by itself, which takes longer than many together."""
    try:
        line = _decode_any_line(text)
        state = bytes(line.state) or bytes.fromhex(line.state_hex)
        place = (line.position, _stream_of(line), line.version, line.recorded_at)
        return spelled_line((*place, line.topic.encode(), state)) == text
    except (ValueError, RecursionError):
        return False


def _whole_lines(path: Path) -> Iterator[bytes]:
    """The file in chunks that end with a line, so that many lines are decoded in one go.

    A line that the end of a chunk cuts is read again, which copies less than carrying it over.
    """
    with path.open("rb") as file:
        while chunk := file.read(CHUNK_BYTES):
            end = chunk.rfind(b"\n") + 1
            if not end:
                chunk += file.readline(LINE_BYTES_MAX)
                end = len(chunk)
            file.seek(end - len(chunk), SEEK_CUR)
            yield chunk[:end]


def _streams_of(lines: Sequence[Line]) -> Sequence[bytes] | None:
    """All at once, which is many times faster, where every name is spelled as an export does."""
    names = [line.stream_id for line in lines]
    text, dashes = "".join(names), "-" * len(names)
    if {*map(len, names)} == {NAME_CHARACTERS} and all(
        text[at::NAME_CHARACTERS] == dashes for at in NAME_DASHES
    ):
        with suppress(ValueError):
            ids = unhexlify(text.encode().translate(None, NOT_IN_NAMES))
            if len(ids) == ID_BYTES * len(names):
                return _ids(ids)
    return None


def _stream_of(line: Line) -> bytes:
    stream = bytes.fromhex(line.stream_id.replace("-", ""))
    if len(stream) != ID_BYTES:
        raise ValueError(f"line of position {line.position} names no stream")
    return stream


class _Topics(dict[str, bytes]):
    """One object for each topic, not one for each event."""

    def __missing__(self, topic: str) -> bytes:
        self[topic] = topic.encode()
        return self[topic]
