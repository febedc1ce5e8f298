"""Turns a freshly forked interpreter into the wanted program, and ties it to its parent.

Started by file path as
`python -I -S run_child.py PARENT UID GID SIGNAL CAPABILITY PROGRAM [ARGUMENT...]`.
A wrapper rather than a function run between fork and exec, because the latter is unsafe once the
parent has threads. The order matters: Linux forgets the death signal on a change of user or of
capabilities, so these come first. It refuses to run the program when the parent is already gone.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1  # linux/prctl.h
PR_SET_SECUREBITS = 28
PR_CAP_AMBIENT = 47
PR_CAP_AMBIENT_RAISE = 2
SECBIT_NO_SETUID_FIXUP = 1 << 2  # linux/securebits.h
CAP_DAC_READ_SEARCH = 2  # linux/capability.h: enter every folder and read every file
CAP_SETPCAP = 8
CAPABILITY_VERSION = 0x20080522
EXIT_CANNOT_EXECUTE = 127
EXIT_PARENT_GONE = 125
KEEP_USER = -1
NO_CAPABILITY = -1


def main(arguments: list[str]) -> int:
    """Never returns when it succeeds: the process becomes the program."""
    parent, uid, gid, death_signal, capability = (int(argument) for argument in arguments[:5])
    program = arguments[5:]
    libc = ctypes.CDLL(None, use_errno=True)
    if capability != NO_CAPABILITY:
        # Capabilities outlive the change of user, and count in access(2), which otherwise judges by
        # the real user alone: PostgreSQL asks it about its own programs.
        _call(libc, "prctl", PR_SET_SECUREBITS, SECBIT_NO_SETUID_FIXUP, 0, 0, 0)
    if uid != KEEP_USER:
        os.setgroups([])
        os.setgid(gid)
        os.setuid(uid)
    if capability != NO_CAPABILITY:
        _keep_only(libc, capability)
    _call(libc, "prctl", PR_SET_PDEATHSIG, death_signal, 0, 0, 0)
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


def _keep_only(libc: ctypes.CDLL, capability: int) -> None:
    """Hold exactly this capability, and hand it on to the program."""
    header = (ctypes.c_uint32 * 2)(CAPABILITY_VERSION, 0)
    bits, none = 1 << capability, (0, 0, 0)
    sets = (ctypes.c_uint32 * 6)(bits, bits, bits, *none)  # effective, permitted, inheritable
    _call(libc, "capset", header, sets)
    _call(libc, "prctl", PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, capability, 0, 0)


def _call(libc: ctypes.CDLL, name: str, *arguments: object) -> None:
    if getattr(libc, name)(*arguments) != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{name} failed: {os.strerror(number)}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
