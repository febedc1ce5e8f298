"""The `xavira-verify` command: checks an export against keys and checkpoints that the reader has.

Exit status: 0 verified; 1 faults found; 2 the arguments or files cannot be used; 3 the export
agrees with itself, but no trusted key says whose it is.
"""

import argparse
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from adapters.verifier.export_check import Inputs, Progress, verify_export
from adapters.verifier.export_files import ExportUnreadable
from adapters.verifier.unread import ending_when_unread
from adapters.verifier.verdict import as_json, as_text
from domain.audit.signed_note import (
    NOTE_BYTES_MAX,
    NoteInvalid,
    PublicKey,
    SignedCheckpoint,
    parse_note,
    parse_public_keys,
)

EXIT_UNUSABLE = 2


def main(arguments: Sequence[str] | None = None) -> None:
    """Entry point of the console script; ends the process with its exit status."""
    if not sys.stdout:
        sys.exit(_unusable("The verdict cannot be written: there is no output."))
    try:
        with ending_when_unread(EXIT_UNUSABLE):
            status = run(arguments)
    except OSError as error:
        status = _unusable(f"The verdict cannot be written: {error.strerror}.")
    sys.exit(status)


def run(arguments: Sequence[str] | None = None) -> int:
    """Verifies and writes the verdict to standard output. Returns the exit status."""
    given = _parser().parse_args(arguments)
    try:
        inputs = Inputs(keys=read_keys(given.public_key), since=read_checkpoint(given.since))
        verdict = verify_export(given.folder, inputs, _progress(quiet=given.json))
    except OSError as error:
        return _unusable(f"{error.filename} cannot be read: {error.strerror}.")
    except (NoteInvalid, ExportUnreadable) as error:
        return _unusable(str(error))
    if given.json:
        sys.stdout.write(as_json(verdict).decode())
    else:
        sys.stdout.write(as_text(verdict))
    return verdict.exit_status


def _unusable(sentence: str) -> int:
    if sys.stderr:
        with suppress(OSError):  # the exit status says it too
            sys.stderr.write(f"xavira-verify: {sentence}\n")
    return EXIT_UNUSABLE


def read_keys(path: Path | None) -> list[PublicKey]:
    """The trusted keys of a file; none without a file. Raises OSError, NoteInvalid."""
    return [] if path is None else parse_public_keys(_text(path))


def read_checkpoint(path: Path | None) -> SignedCheckpoint | None:
    """The signed checkpoint of a file, if one is given. Raises OSError, NoteInvalid."""
    return None if path is None else parse_note(_text(path))


def _text(path: Path) -> str:
    with path.open("rb") as file:
        text = file.read(NOTE_BYTES_MAX + 1)
    try:
        return text.decode()
    except UnicodeDecodeError as error:
        raise NoteInvalid(f"{path} is no text.") from error


def _progress(*, quiet: bool) -> Progress | None:
    """A line that rewrites itself, for a person who watches."""
    if quiet or not sys.stderr or not sys.stderr.isatty():
        return None

    def progress(events: int, total: int) -> None:
        end = "\n" if events >= total else ""
        sys.stderr.write(f"\r{events:,} of {total:,} events{end}")
        sys.stderr.flush()

    return progress


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="xavira-verify",
        description="Check an export of the ledger: entries, tree, signature and money.",
        epilog="Exit status: 0 verified, 1 faults, 2 unusable, 3 not authenticated.",
    )
    parser.add_argument("folder", type=Path, metavar="DIR", help="what `ledger export` wrote")
    parser.add_argument(
        "--public-key",
        type=Path,
        metavar="FILE",
        help="the log's public keys, got from its operator before; without it the log is at best"
        " self-consistent",
    )
    parser.add_argument(
        "--since",
        type=Path,
        metavar="CHECKPOINT",
        help="an older signed checkpoint that this log must continue",
    )
    parser.add_argument("--json", action="store_true", help="one JSON document")
    return parser
