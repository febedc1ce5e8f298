"""Judges an export: its tree against its checkpoint, the checkpoint against the reader's keys and
an older checkpoint, and the money by replay. Reads files only, and a part at a time.
"""

import gc
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import msgspec

from adapters.verifier.export_files import (
    CHECKPOINT,
    PART_EVENTS,
    PART_LEVEL,
    PART_PREFIX,
    Batch,
    ExportUnreadable,
    Format,
    Manifest,
    part_path,
    read_manifest,
    read_part,
)
from adapters.verifier.faults import Faults
from adapters.verifier.replay import HELD_MAX, Replay, Share
from adapters.verifier.signatures import is_signed_by, signer
from adapters.verifier.verdict import Verdict
from domain.audit.merkle import Frontier, subtree_root
from domain.audit.signed_note import (
    NOTE_BYTES_MAX,
    Checkpoint,
    NoteInvalid,
    PublicKey,
    SignedCheckpoint,
    parse_note,
)

Progress = Callable[[int, int], None]
"""`progress(events, total)`: called now and then."""


class Inputs(msgspec.Struct, frozen=True, kw_only=True):
    """What the reader trusts: public keys, and an older signed checkpoint."""

    keys: Sequence[PublicKey] = ()
    since: SignedCheckpoint | None = None


def verify_export(
    folder: Path,
    inputs: Inputs,
    progress: Progress | None = None,
    *,
    held_max: int = HELD_MAX,
) -> Verdict:
    """The verdict on an export; `held_max` is the replay's. Raises ExportUnreadable when it is none
    at all.
    """
    started = time.perf_counter()
    faults = Faults()
    manifest = read_manifest(folder)
    signed = _checkpoint(folder, faults)
    _check_manifest(manifest, signed, faults)
    _check_strays(folder, manifest, faults)
    check = _Check(folder, manifest, inputs, faults, progress or (lambda events, total: None))
    with without_collector():
        check.run(held_max)
    _check_claims(manifest, check.frontier, faults)
    key = check_checkpoint(
        signed, inputs, events=check.frontier.size, root=check.frontier.root(), faults=faults
    )
    check_since(inputs, manifest.origin, check.frontier.size, check.root_then, faults)
    return Verdict(
        origin=manifest.origin,
        events=check.frontier.size,
        sealed=signed.checkpoint.size if signed is not None else 0,
        root=check.frontier.root().hex(),
        authenticated=key is not None,
        signed_by=None if key is None else key.line(),
        consistent_with=None if inputs.since is None else inputs.since.checkpoint.size,
        faults_total=faults.total,
        faults=tuple(faults.listed),
        seconds=time.perf_counter() - started,
        formats=manifest.formats,
        files=len(check.files),
    )


def check_checkpoint(
    signed: SignedCheckpoint | None, inputs: Inputs, *, events: int, root: bytes, faults: Faults
) -> PublicKey | None:
    """Does the checkpoint say what the events say? Returns the trusted key that signed it."""
    if signed is None:
        return None
    checkpoint = signed.checkpoint
    if checkpoint.size != events:
        message = f"the checkpoint is over {checkpoint.size} entries, there are {events}"
        faults.find("size_differs", CHECKPOINT, message)
    elif checkpoint.root != root:
        message = f"signed {checkpoint.root.hex()}, computed {root.hex()}"
        faults.find("root_differs", CHECKPOINT, message)
    if not inputs.keys:
        return None
    key = signer(signed, inputs.keys)
    if key is None:
        message = "no trusted key signed the checkpoint"
        faults.find("signature_invalid", CHECKPOINT, message)
    return key


def check_since(
    inputs: Inputs, origin: str, size: int, root_then: bytes | None, faults: Faults
) -> None:
    """Does the log continue the older checkpoint? `root_then` is its own root at that size."""
    if inputs.since is None:
        return
    older: Checkpoint = inputs.since.checkpoint
    if inputs.keys and not is_signed_by(inputs.since, inputs.keys):
        faults.find("signature_invalid", "since", "no trusted key signed the older checkpoint")
    if older.origin != origin:
        message = f"the older checkpoint is of {older.origin}, this log is {origin}"
        faults.find("origin_differs", "since", message)
    elif older.size > size:
        message = f"the older checkpoint is over {older.size} entries, there are only {size}"
        faults.find("log_shorter_than_checkpoint", "since", message)
    elif root_then != older.root:
        message = f"the first {older.size} entries are not those that were signed then"
        faults.find("history_rewritten", "since", message)


def _checkpoint(folder: Path, faults: Faults) -> SignedCheckpoint | None:
    path = folder / CHECKPOINT
    try:
        with path.open("rb") as file:
            return parse_note(file.read(NOTE_BYTES_MAX + 1).decode())
    except FileNotFoundError:
        faults.find("checkpoint_missing", CHECKPOINT, "there is no such file")
    except (OSError, UnicodeDecodeError, NoteInvalid) as error:
        faults.find("checkpoint_unreadable", CHECKPOINT, str(error))
    return None


def _check_manifest(manifest: Manifest, signed: SignedCheckpoint | None, faults: Faults) -> None:
    if not manifest.complete:
        faults.find("export_incomplete", "manifest", "the export was cut off before its end")
    if not manifest.formats:
        faults.find("file_missing", "manifest", "the export holds no events in any format")
    if signed is not None and signed.checkpoint.origin != manifest.origin:
        faults.find("root_differs", "manifest", "the manifest names another origin")
    position = 0
    for part in manifest.parts:
        full = part.last - position == PART_EVENTS or part is manifest.parts[-1]
        if part.first != position + 1 or part.last < part.first or not full:
            faults.find("file_missing", "manifest", f"no part follows position {position}")
        position = part.last


def _check_strays(folder: Path, manifest: Manifest, faults: Faults) -> None:
    """Whoever is handed a file with the name of a part takes it for checked."""
    parts = range(1, len(manifest.parts) + 1)
    covered = {part_path(folder, part, kind).name for part in parts for kind in manifest.formats}
    for path in sorted(folder.glob(f"{PART_PREFIX}*")):
        if path.name not in covered:
            faults.find("file_stray", path.name, "the manifest does not name this file")


def _check_claims(manifest: Manifest, found: Frontier, faults: Faults) -> None:
    """What the manifest says of the whole, against the files."""
    if manifest.size != found.size:
        message = f"the manifest says {manifest.size} entries, there are {found.size}"
        faults.find("size_differs", "manifest", message)
    elif manifest.root != found.root().hex():
        message = f"the manifest says {manifest.root}, computed {found.root().hex()}"
        faults.find("root_differs", "manifest", message)


class _Check:
    """One walk over every format, and one more replay of the first for what a replay left."""

    def __init__(
        self,
        folder: Path,
        manifest: Manifest,
        inputs: Inputs,
        faults: Faults,
        progress: Progress,
    ) -> None:
        self.frontier = Frontier()
        self.root_then: bytes | None = None
        self.files: set[str] = set()
        self._folder = folder
        self._manifest = manifest
        self._since = None if inputs.since is None else inputs.since.checkpoint.size
        self._faults = faults
        self._progress = progress

    def run(self, held_max: int) -> None:
        left: list[Share] = []
        replay: Replay | None = None
        for number, kind in enumerate(self._manifest.formats):
            self.frontier = Frontier()
            replay = Replay(self._faults, held_max=held_max) if number == 0 else None
            if self._since == 0:
                self.root_then = self.frontier.root()
            for index in range(len(self._manifest.parts)):
                self._walk(index, kind, replay)
            if replay is not None:
                replay.finish()
                left += replay.left
        replay = None
        while left:
            left += self._replay_again(Replay(self._faults, left.pop(), held_max=held_max))

    def _walk(self, index: int, kind: Format, replay: Replay | None) -> None:
        part = self._manifest.parts[index]
        name = part_path(self._folder, index + 1, kind).name
        leaves: list[bytes] = []
        for rows in self._rows(index, kind, self._faults):
            for line in rows.respelled:
                message = f"line {line} is not spelled as an export spells its event"
                self._faults.find("line_respelled", name, message)
            leaves += rows.leaf_hashes()
            if replay is not None:
                replay.post(rows)
            self._progress(self.frontier.size + len(leaves), self._manifest.size)
        root = subtree_root(leaves)
        if len(leaves) != part.last - part.first + 1 or root.hex() != part.root:
            message = f"positions {part.first} to {part.last} are not those that were exported"
            self._faults.find("part_differs", name, message, part.first)
        self._note_since(leaves)
        if len(leaves) == PART_EVENTS and self.frontier.size % PART_EVENTS == 0:
            self.frontier.add_subtree(PART_LEVEL, root)
        else:
            self.frontier.extend(leaves)

    def _note_since(self, leaves: Sequence[bytes]) -> None:
        """The root at the older checkpoint's size, when it lies in this part."""
        if self._since is None:
            return
        ahead = self._since - self.frontier.size
        if 0 < ahead <= len(leaves):
            then = self.frontier.copy()
            then.extend(leaves[:ahead])
            self.root_then = then.root()

    def _rows(self, index: int, kind: Format, faults: Faults) -> Iterator[Batch]:
        path = part_path(self._folder, index + 1, kind)
        if not path.exists():
            faults.find("file_missing", path.name, "there is no such file")
            return
        try:
            yield from read_part(path, kind)
            self.files.add(path.name)
        except ExportUnreadable as error:
            faults.find("file_unreadable", path.name, str(error))

    def _replay_again(self, replay: Replay) -> list[Share]:
        """What is wrong with the files themselves is told already."""
        for index in range(len(self._manifest.parts)):
            for rows in self._rows(index, self._manifest.formats[0], Faults()):
                replay.post(rows)
        replay.finish()
        return replay.left


@contextmanager
def without_collector() -> Iterator[None]:
    """A replay holds millions of objects and no cycles: collecting would only walk them."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
