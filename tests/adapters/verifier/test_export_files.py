"""Files of an export that are missing, cut or changed, and exports that go on."""

from __future__ import annotations

import json
from pathlib import Path
from uuid import UUID

import pyarrow
import pytest
from pyarrow import parquet

from adapters.audit.export import ExportRefused, write_export
from adapters.verifier.export_check import Inputs, verify_export
from adapters.verifier.export_files import CHUNK_BYTES, ExportUnreadable, Format, read_part
from domain.audit.merkle import Row
from tests.adapters.verifier.logs import ORIGIN, OWN, codes, exported, honest_rows, signed

NAME = "00000000-0000-0000-0000-00000000abcd"
KEYS = [OWN.public(ORIGIN)]


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    """An honest log."""
    return honest_rows(commands=40)


def _many(count: int) -> list[Row]:
    """Events that move no money, in streams of their own."""
    at = 1_760_000_000_000_000
    topic, state = b"character.archived.v1", b"{}"
    return [(n, UUID(int=n).bytes, 1, at + n, topic, state) for n in range(1, count + 1)]


def _read(path: Path, kind: Format) -> list[Row]:
    """All events of a file, with their states copied out of what was read."""
    return [(*row[:5], bytes(row[5])) for batch in read_part(path, kind) for row in batch]


def _line(stream_id: str, end: str = "\n", note: str = "") -> str:
    return (
        f'{{"position":1,"stream_id":"{stream_id}","version":1,"recorded_at":1,"topic":"t"'
        f',"state":{{"note":"{note}"}}}}{end}'
    )


def test_both_formats_hold_the_stored_bytes(rows: list[Row], tmp_path: Path) -> None:
    """Parquet and JSONL give back what was exported, byte for byte, odd states included."""
    odd = [*rows, (len(rows) + 1, b"\x01" * 16, 1, rows[-1][3], b"odd.v1", b'{"a":1}\n\xff')]
    folder = exported(tmp_path / "export", odd, signed(odd))
    for kind in ("parquet", "jsonl"):
        assert _read(folder / f"events-000001.{kind}", kind) == odd


def test_a_line_is_plain_json(rows: list[Row], tmp_path: Path) -> None:
    """Each line is one event with its state as JSON, for people with a text editor."""
    folder = exported(tmp_path / "export", rows, signed(rows))
    line = json.loads((folder / "events-000001.jsonl").read_text().splitlines()[0])
    assert (line["position"], line["topic"]) == (1, "account.opened.v1")
    assert line["state"] == {"livemode": True, "tier": "base"}


def test_a_line_is_spelled_as_other_programs_spell_it(tmp_path: Path) -> None:
    """Compact JSON; a topic is escaped, and a state that is no line of JSON is hexadecimal."""
    stream = UUID(int=7).bytes
    written = [
        (1, stream, 1, 5, b"a.v1", b'{"amount":1}'),
        (2, stream, 2, 6, 't"\u00f6.v1'.encode(), b"{\n}"),
    ]
    folder = exported(tmp_path / "export", written, signed(written), ("jsonl",))
    stream_id = "00000000-0000-0000-0000-000000000007"
    assert (folder / "events-000001.jsonl").read_text().splitlines() == [
        f'{{"position":1,"stream_id":"{stream_id}","version":1,"recorded_at":5,"topic":"a.v1"'
        ',"state":{"amount":1}}',
        f'{{"position":2,"stream_id":"{stream_id}","version":2,"recorded_at":6'
        ',"topic":"t\\"\u00f6.v1","state_hex":"7b0a7d"}',
    ]


def test_a_file_longer_than_one_read_comes_back_whole(tmp_path: Path) -> None:
    """Rows beyond the first read keep their order and their topics, in both formats."""
    written = [
        (n, UUID(int=n).bytes, 1, n, f"topic{n % 7}.v1".encode(), b'{"n":%d}' % n)
        for n in range(1, 20_001)
    ]
    folder = exported(tmp_path / "export", written, signed(written))
    for kind in ("parquet", "jsonl"):
        batches = list(read_part(folder / f"events-000001.{kind}", kind))
        assert len(batches) > 1
        assert _read(folder / f"events-000001.{kind}", kind) == written


@pytest.mark.parametrize(
    "names",
    [
        [NAME],
        [NAME, "00000000-0000-0000-0000-00000000ABCD"],
        [NAME, "0000000000000000000000000000abcd", NAME],
        ["0000-0000000000000000-00000000abcd", NAME],
    ],
)
def test_every_spelling_of_an_id_is_one_stream(names: list[str], tmp_path: Path) -> None:
    """Capitals, no dashes, and dashes elsewhere are read like the spelling that we write."""
    path = tmp_path / "events-000001.jsonl"
    path.write_text("".join(_line(name) for name in names))
    assert [row[1] for row in _read(path, "jsonl")] == [b"\0" * 14 + b"\xab\xcd"] * len(names)


@pytest.mark.parametrize(
    "names",
    [
        [NAME[:-1], "d" + NAME],
        [NAME + "0", NAME[1:]],
        [NAME, "-".join(NAME)[:36]],
        [NAME, NAME[:-2] + "  "],
        [NAME, NAME[:-1] + "\u0664"],
        [NAME, NAME[:-1] + "g"],
    ],
)
def test_an_id_is_never_made_of_its_neighbours_digits(names: list[str], tmp_path: Path) -> None:
    """Wrong lengths and other signs are refused, even where they add up to whole ids."""
    path = tmp_path / "events-000001.jsonl"
    path.write_text("".join(_line(name) for name in names))
    with pytest.raises(ExportUnreadable):
        _read(path, "jsonl")


def test_a_line_may_be_longer_than_a_read_and_the_last_one_without_an_end(tmp_path: Path) -> None:
    """Where a read ends is nowhere to be seen in what was read."""
    path = tmp_path / "events-000001.jsonl"
    notes = ["", "a" * (CHUNK_BYTES - 200), "b", "c" * (3 * CHUNK_BYTES), "d", "e" * 999]
    lines = [_line(NAME, note=note) for note in notes[:-1]] + [_line(NAME, "", notes[-1])]
    path.write_text("".join(lines))
    states = [row[5] for row in _read(path, "jsonl")]
    assert states == [f'{{"note":"{note}"}}'.encode() for note in notes]


def test_a_topic_that_is_no_text_is_a_fault(rows: list[Row], tmp_path: Path) -> None:
    """Bytes that no event can have are told as they are, and break nothing."""
    folder = exported(tmp_path / "export", rows, signed(rows), ("parquet",))
    path = folder / "events-000001.parquet"
    found = parquet.read_table(path)
    topics = [b"\xff.v1", *(topic.encode() for topic in found["topic"].to_pylist()[1:])]
    text = pyarrow.array(topics, pyarrow.binary()).view(pyarrow.string())
    parquet.write_table(found.set_column(4, found.schema.field("topic"), text), path)
    verdict = verify_export(folder, Inputs(keys=KEYS))
    assert {"part_differs", "unknown_topic"} <= codes(verdict)


@pytest.mark.parametrize("kind", ["parquet", "jsonl"])
def test_a_changed_file_is_named(kind: str, rows: list[Row], tmp_path: Path) -> None:
    """One flipped bit in either format is found in its part."""
    folder = exported(tmp_path / "export", rows, signed(rows))
    path = folder / f"events-000001.{kind}"
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    verdict = verify_export(folder, Inputs(keys=KEYS))
    assert {"part_differs", "file_unreadable"} & codes(verdict)
    assert {fault.subject for fault in verdict.faults if fault.code == "part_differs"} == {
        f"events-000001.{kind}"
    }


def test_a_file_that_is_gone_is_named(rows: list[Row], tmp_path: Path) -> None:
    """A missing part is a fault of linkage."""
    folder = exported(tmp_path / "export", rows, signed(rows))
    (folder / "events-000001.jsonl").unlink()
    verdict = verify_export(folder, Inputs(keys=KEYS))
    assert {"file_missing", "part_differs"} <= codes(verdict)


@pytest.mark.parametrize("text", ["", "nothing\n", "a\n-1\nAA==\n\n— a AA==\n"])
def test_a_checkpoint_that_is_none_is_named(text: str, rows: list[Row], tmp_path: Path) -> None:
    """An unreadable checkpoint never counts as a signed one."""
    folder = exported(tmp_path / "export", rows, signed(rows))
    (folder / "checkpoint").write_text(text)
    verdict = verify_export(folder, Inputs(keys=KEYS))
    assert codes(verdict) == {"checkpoint_unreadable"}
    (folder / "checkpoint").unlink()
    assert codes(verify_export(folder, Inputs(keys=KEYS))) == {"checkpoint_missing"}


def test_a_folder_without_manifest_is_no_export(tmp_path: Path) -> None:
    """The verifier says that it cannot judge, instead of passing an empty folder."""
    with pytest.raises(ExportUnreadable):
        verify_export(tmp_path, Inputs(keys=KEYS))


def test_an_interrupted_export_goes_on_where_it_was(tmp_path: Path) -> None:
    """Full parts are kept, the verdict on the cut one is a fault, and the whole one is clean."""
    rows = _many(65_536 * 2 + 10)
    note = signed(rows)
    asked: list[int] = []

    def cut(after: int, to: int) -> list[list[Row]]:
        asked.append(after)
        if after == 65_536 and asked.count(after) == 1:
            raise KeyboardInterrupt
        return [rows[after:to]]

    folder = tmp_path / "export"
    with pytest.raises(KeyboardInterrupt):
        write_export(folder, note, cut, ("parquet",), progress=lambda events, total: None)
    verdict = verify_export(folder, Inputs(keys=KEYS))
    assert {"export_incomplete", "size_differs"} <= codes(verdict)
    write_export(folder, note, cut, ("parquet",), progress=lambda events, total: None)
    assert asked == [0, 65_536, 65_536, 131_072]
    whole = verify_export(folder, Inputs(keys=KEYS))
    assert (whole.faults, whole.events) == ((), 131_082)
    write_export(folder, note, cut, ("parquet",), progress=lambda events, total: None)
    assert asked[4:] == [131_072]


def test_an_export_of_another_log_is_not_continued(rows: list[Row], tmp_path: Path) -> None:
    """Neither another origin's export nor a stranger's folder is written into."""
    folder = exported(tmp_path / "export", rows, signed(rows))
    with pytest.raises(ExportRefused):
        exported(folder, rows, signed(rows, OWN, "xavira-ledger/other"))
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "letter.txt").write_text("dear auditor")
    with pytest.raises(ExportRefused):
        exported(tmp_path / "notes", rows, signed(rows))


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"[]\n",
        b'{"position":1}\n',
        b'{"position":1,"stream_id":"x","version":1,"recorded_at":1,"topic":"t","state":{}}\n',
        b'{"position":99999999999999999999,"stream_id":"00000000-0000-0000-0000-000000000001",'
        b'"version":1,"recorded_at":1,"topic":"t","state":{}}\n',
        b'{"position":-1,"stream_id":"00000000-0000-0000-0000-000000000001",'
        b'"version":-1,"recorded_at":-1,"topic":"credits.granted.v1","state":{"lot_id":"x"}}\n',
        b'{"position":1,"stream_id":"00000000-0000-0000-0000-000000000001",'
        b'"version":1,"recorded_at":1,"topic":"t","state_hex":"zz"}\n',
        bytes(range(256)),
    ],
)
def test_hostile_lines_are_faults_and_never_a_crash(
    line: bytes, rows: list[Row], tmp_path: Path
) -> None:
    """Whatever lies in a file, the verdict is a list of faults."""
    folder = exported(tmp_path / "export", rows, signed(rows), ("jsonl",))
    (folder / "events-000001.jsonl").write_bytes(line)
    verdict = verify_export(folder, Inputs(keys=KEYS))
    assert "part_differs" in codes(verdict)
    assert verdict.exit_status == 1
