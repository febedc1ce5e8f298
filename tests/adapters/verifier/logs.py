"""Logs and exports without a database: random honest histories, and what a forger makes of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

from adapters.audit.export import write_export
from adapters.audit.keys import SigningKey
from adapters.verifier.export_files import Format
from adapters.verifier.verdict import Verdict
from domain.audit.merkle import Row, leaf_hashes, subtree_root
from domain.audit.signed_note import Checkpoint
from tests.projections.histories import History

ORIGIN = "xavira-ledger/0123456789ab"
OWN = SigningKey(b"\x01" * 32)
FORGED = SigningKey(b"\x66" * 32)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

Tamper = Callable[[list[Row]], list[Row]]


def honest_rows(seed: int = 5, commands: int = 120) -> list[Row]:
    """The stored form of a random history that the real rules made."""
    return [
        (
            recorded.position,
            recorded.stream_id.bytes,
            recorded.version,
            (recorded.recorded_at - EPOCH) // timedelta(microseconds=1),
            recorded.event.TOPIC.encode(),
            msgspec.json.encode(recorded.event),
        )
        for recorded in History(seed).grow(commands).ledger.log
    ]


def signed(rows: Sequence[Row], key: SigningKey = OWN, origin: str = ORIGIN) -> str:
    """A checkpoint over exactly these rows."""
    root = subtree_root(leaf_hashes(rows))
    return key.sign(Checkpoint(origin=origin, size=len(rows), root=root))


def exported(
    folder: Path,
    rows: Sequence[Row],
    note: str,
    formats: Sequence[Format] = ("parquet", "jsonl"),
) -> Path:
    """An export of these rows that claims to end at this checkpoint."""
    write_export(
        folder,
        note,
        lambda after, to: [list(rows[after:to])],
        formats,
        progress=lambda events, total: None,
    )
    return folder


def codes(verdict: Verdict) -> set[str]:
    """The codes of the faults that were found."""
    return {fault.code for fault in verdict.faults}


def edited(rows: list[Row], index: int, **changes: object) -> list[Row]:
    """The rows with some columns of one of them changed."""
    names = ("position", "stream", "version", "at", "topic", "state")
    row = dict(zip(names, rows[index], strict=True)) | changes
    return [*rows[:index], tuple(row.values()), *rows[index + 1 :]]


def renumbered(rows: Sequence[Row]) -> list[Row]:
    """Positions and versions made contiguous again, as a careful forger would."""
    versions: dict[bytes, int] = {}
    result: list[Row] = []
    for position, (_, stream, _, at, topic, state) in enumerate(rows, 1):
        versions[stream] = versions.get(stream, 0) + 1
        result.append((position, stream, versions[stream], at, topic, state))
    return result


def index_of(rows: Sequence[Row], topic: str) -> int:
    """Where the last event of a topic is."""
    return max(index for index, row in enumerate(rows) if row[4] == topic.encode())
