"""What a command does when nobody reads its output any more, as under `| head -1`: it ends without
a word, and the end of a pipe is no failure that a sentence could help with.
"""

import os
import select
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def ending_when_unread(status: int) -> Iterator[None]:
    """Ends the process with this exit status, also where output was kept back until now. Another
    pipe that broke is an error like any other. Raises SystemExit, BrokenPipeError.
    """
    try:
        try:
            yield
        finally:
            if sys.stdout:  # there is none where whoever started us closed it
                sys.stdout.flush()
    except BrokenPipeError:
        if not _is_unread():
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # takes what is left
        sys.exit(status)


def _is_unread() -> bool:
    """Is it standard output that broke?"""
    if not sys.stdout:
        return False
    poll = select.poll()
    try:
        poll.register(sys.stdout, 0)
    except (OSError, ValueError):
        return False
    return any(event & (select.POLLERR | select.POLLHUP) for _, event in poll.poll(0))
