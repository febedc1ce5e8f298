"""Reads files that anybody may send: each in a process of its own, which has little and soon ends.

A library that parses four formats is never trusted with the process that answers everybody: what
crashes it, fills its memory or keeps it busy ends that one process. It gets no environment but the
way to its modules, so no secret of ours is there to be read.
"""

import os
import subprocess
import sys
from collections.abc import Sequence

import msgspec
import structlog

from inference.provenance.manifests import NOTHING, Finding, KnownSigner

READ_SECONDS_MAX = 10.0
"""Of the clock; `reading_process` has a limit of its own for the processor, and for memory."""

MANIFEST_MARK = b"c2pa"
"""Every manifest store has this label in clear, so what lacks it needs no reading."""

PASSED_ON = ("PATH", "PYTHONPATH", "LD_LIBRARY_PATH")
PROGRAM = (sys.executable, "-m", "adapters.provenance.reading_process")

_log = structlog.get_logger(__name__)


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked of a file: the process gets this as a line of JSON, and then the file."""

    media_type: str
    signers: list[KnownSigner]
    watermark: str | None


class FileReader:
    """Answers whose a file is by what is in it. May be called from several threads."""

    def __init__(
        self,
        signers: Sequence[KnownSigner],
        *,
        watermark: str | None,
        seconds_max: float = READ_SECONDS_MAX,
    ) -> None:
        self._signers = list(signers)
        self._watermark = watermark
        self._seconds_max = seconds_max

    def find(self, data: bytes, media_type: str) -> Finding | None:
        """None where the file could not be read within the limits. Blocks for as long as that."""
        if self._watermark is None and MANIFEST_MARK not in data:
            return NOTHING
        question = Question(media_type=media_type, signers=self._signers, watermark=self._watermark)
        try:
            done = subprocess.run(
                PROGRAM,
                input=msgspec.json.encode(question) + b"\n" + data,
                env={name: os.environ[name] for name in PASSED_ON if name in os.environ},
                capture_output=True,
                timeout=self._seconds_max,
                check=True,
            )
            return msgspec.json.decode(done.stdout, type=Finding)
        except (subprocess.SubprocessError, OSError, msgspec.DecodeError) as error:
            _log.warning("a file was not read", media_type=media_type, error=type(error).__name__)
            return None
