"""The process that reads one file (`adapters.provenance.reading`) and says what it found."""

import math
import os
import resource
import sys
import time

import msgspec

from adapters.provenance.reading import Question
from inference.provenance.manifests import Finding, read_manifest
from inference.provenance.marking import NoWatermark, watermark_named

PROCESSOR_SECONDS_MAX = 5
"""Of the file's own: what it took to start, which is much on a busy machine, is not counted."""

MEMORY_BYTES_MAX = 2 * 1024**3
NICENESS = 10


def main() -> None:
    """Exits with an error, or is ended, where the file is too much for it."""
    _give_up_early()
    question = msgspec.json.decode(sys.stdin.buffer.readline(), type=Question)
    sys.stdout.buffer.write(msgspec.json.encode(found_in(sys.stdin.buffer.read(), question)))


def _give_up_early() -> None:
    os.nice(NICENESS)
    started = math.ceil(time.process_time())
    for what, limit in (
        (resource.RLIMIT_CPU, started + PROCESSOR_SECONDS_MAX),
        (resource.RLIMIT_AS, MEMORY_BYTES_MAX),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    ):
        resource.setrlimit(what, (limit, limit))


def found_in(data: bytes, question: Question) -> Finding:
    """What still holds of the manifest, or else the watermark, or else what the manifest was."""
    finding = read_manifest(data, question.media_type, question.signers)
    if finding.found_by == "manifest":
        return finding
    watermark = watermark_named(question.watermark)
    if not isinstance(watermark, NoWatermark) and watermark.found_in(data, question.media_type):
        return Finding(found_by="watermark")
    return finding


if __name__ == "__main__":
    main()
