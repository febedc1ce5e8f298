"""Where tests keep the files of the servers that they start."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MEMORY = Path("/dev/shm")
MEMORY_BYTES_MIN = 8 << 30


@contextmanager
def server_folder(prefix: str) -> Iterator[Path]:
    """A folder that PostgreSQL's own user may enter, unlike pytest's, and that is removed.

    It is in memory where there is plenty: a server that is killed loses nothing there either, and
    no test cuts the power. Thousands of small files are made and removed in no time.
    """
    roomy = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free >= MEMORY_BYTES_MIN
    folder = Path(tempfile.mkdtemp(prefix=prefix, dir=MEMORY if roomy else None))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder)
