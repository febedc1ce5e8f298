"""A line of an export says its event in one way only: other programs read what was hashed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest

from adapters.verifier.export_check import Inputs, verify_export
from adapters.verifier.export_files import CHUNK_BYTES
from adapters.verifier.faults import CODES
from domain.audit.merkle import Row
from tests.adapters.verifier.logs import ORIGIN, OWN, exported, signed

KEYS = [OWN.public(ORIGIN)]
LINES = 2_000
STATE = b'{"state_hex":"","note":"paid"}'


def _first_last(line: bytes) -> bytes:
    """The topic before everything else."""
    before, topic, after = line[1:].partition(b',"topic":"character.archived.v1"')
    return b"{" + topic[1:] + b"," + before + after


RESPELLED: dict[str, Callable[[bytes], bytes]] = {
    "unknown member": lambda line: line[:-1] + b',"note":"in cash"}',
    "state told before": lambda line: b'{"state":{"amount":1000000},' + line[1:],
    "version told behind": lambda line: line[:-1] + b',"version":1}',
    "state and its bytes": lambda line: line[:-1] + b',"state_hex":"7b7d"}',
    "no bytes beside the state": lambda line: line[:-1] + b',"state_hex":""}',
    "bytes of what is text": lambda line: line.replace(
        b'"state":' + STATE, b'"state_hex":"%b"' % STATE.hex().encode()
    ),
    "space": lambda line: line.replace(b'"state":{', b'"state": {'),
    "escaped member": lambda line: line.replace(b'"topic"', b'"\\u0074opic"'),
    "escaped topic": lambda line: line.replace(b'"character.', b'"\\u0063haracter.'),
    "capitals": lambda line: line.replace(b"-0000abc0", b"-0000ABC0"),
    "no dashes": lambda line: line.replace(b"00000000-0000-0000-0000-", b"0" * 20),
    "another order": _first_last,
    "blank line": lambda line: line + b"\n",
    "carriage return": lambda line: line + b"\r",
}
"""The same event in other bytes."""


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    """Events that move no money; one state is no line of JSON."""
    first, topic = 0xABC00000, b"character.archived.v1"
    streams = [UUID(int=first + number).bytes for number in range(LINES)]
    states = [STATE] * (LINES - 2) + [b"", b"{\n}"]
    return [
        (position, stream, 1, position, topic, state)
        for position, (stream, state) in enumerate(zip(streams, states, strict=True), 1)
    ]


@pytest.mark.parametrize("number", [1, LINES - 2])
@pytest.mark.parametrize("kind", RESPELLED)
def test_a_line_has_one_spelling(kind: str, number: int, rows: list[Row], tmp_path: Path) -> None:
    """Another one of the same event is a fault of content that names the file and the line."""
    folder = exported(tmp_path / "export", rows, signed(rows))
    path = folder / "events-000001.jsonl"
    lines = path.read_bytes().split(b"\n")
    assert len(path.read_bytes()) > CHUNK_BYTES
    respelled = RESPELLED[kind](lines[number - 1])
    assert respelled != lines[number - 1]
    lines[number - 1] = respelled
    path.write_bytes(b"\n".join(lines))
    verdict = verify_export(folder, Inputs(keys=KEYS))
    told = [(fault.code, fault.kind, fault.subject, fault.message) for fault in verdict.faults]
    line = number + (kind == "blank line")
    message = f"line {line} is not spelled as an export spells its event"
    assert told == [("line_respelled", "content", path.name, message)]
    assert CODES["line_respelled"] == ("content", ())


@pytest.mark.parametrize("state", [b'{"a":1,"b":\n{"position":9}\n}', b"[1]", b'"text"'])
def test_bytes_are_not_spelled_as_text(state: bytes, rows: list[Row], tmp_path: Path) -> None:
    """A reader that goes line by line would see another event, or none."""
    odd = [*rows[:-2], (*rows[-2][:5], state)]
    folder = exported(tmp_path / "export", odd, signed(odd))
    path = folder / "events-000001.jsonl"
    told = path.read_bytes()
    respelled = told.replace(b'"state_hex":"%b"' % state.hex().encode(), b'"state":' + state)
    assert respelled != told
    path.write_bytes(respelled)
    verdict = verify_export(folder, Inputs(keys=KEYS))
    assert verdict.exit_status == 1
    assert {fault.code for fault in verdict.faults} >= {"line_respelled"}


def test_every_respelled_line_is_counted(rows: list[Row], tmp_path: Path) -> None:
    """Lines keep their numbers behind blank ones, and the last one has its end."""
    folder = exported(tmp_path / "export", rows, signed(rows))
    path = folder / "events-000001.jsonl"
    lines = path.read_bytes().split(b"\n")
    lines[9] += b"\n\n"
    lines[LINES - 6] += b" "
    path.write_bytes(b"\n".join(lines).removesuffix(b"\n"))
    verdict = verify_export(folder, Inputs(keys=KEYS))
    told = [fault.message.split()[1] for fault in verdict.faults]
    assert told == ["11", "12", f"{LINES - 5 + 2}", f"{LINES + 2}"]
    assert verdict.exit_status == 1


def test_what_an_export_writes_is_spelled_right(rows: list[Row], tmp_path: Path) -> None:
    """Topics with signs that JSON escapes, and states as bytes, are the exporter's own."""
    odd = [*rows[:3], (4, b"\x07" * 16, 1, 4, 't"\u00f6.v1'.encode(), b"[1]"), *rows[4:]]
    folder = exported(tmp_path / "export", odd, signed(odd))
    verdict = verify_export(folder, Inputs(keys=KEYS))
    assert [fault.code for fault in verdict.faults] == ["unknown_topic"]
