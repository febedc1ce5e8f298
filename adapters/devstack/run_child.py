"""Turns a freshly forked interpreter into the wanted program, and ties it to its parent.

Started by file path as `python -I -S run_child.py PARENT UID GID SIGNAL PROGRAM [ARGUMENT...]`.
A wrapper rather than a function run between fork and exec, because the latter is unsafe once the
parent has threads. The order matters: Linux forgets the death signal on a change of user, so the
user comes first. It refuses to run the program when the parent is already gone.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1  # linux/prctl.h
EXIT_CANNOT_EXECUTE = 127
EXIT_PARENT_GONE = 125
KEEP_USER = -1


def main(arguments: list[str]) -> int:
    """Never returns when it succeeds: the process becomes the program."""
    parent, uid, gid, death_signal = (int(argument) for argument in arguments[:4])
    program = arguments[4:]
    libc = ctypes.CDLL(None, use_errno=True)
    if uid != KEEP_USER:
        os.setgroups([])
        os.setgid(gid)
        os.setuid(uid)
    if libc.prctl(PR_SET_PDEATHSIG, death_signal, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "prctl(PR_SET_PDEATHSIG) failed")
    if os.getppid() != parent:
        return EXIT_PARENT_GONE
    # The interpreter ignores SIGPIPE, and ignored signals survive exec.
    for number in (signal.SIGPIPE, signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_SETMASK, [])
    try:
        os.execvp(program[0], program)
    except OSError as error:
        sys.stderr.write(f"cannot execute {program[0]}: {error.strerror}\n")
        return EXIT_CANNOT_EXECUTE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
