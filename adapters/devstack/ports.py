"""Loopback ports for servers that cannot take a socket from us.

A port found free may be taken before it is used; the server then refuses to start and says so.
Ports come from below the range that Linux gives to outgoing connections, any of which could
otherwise sit on a server's port while the server is away.
"""

from __future__ import annotations

import contextlib
import random
import socket

HOST = "127.0.0.1"
PORTS = range(20_000, 32_000)
TRIES_MAX = 1_000


class NoPort(OSError):
    """Every port that was tried is taken."""


def free_port() -> int:
    """A loopback TCP port that nobody listens on at this moment."""
    return free_ports(1)[0]


def free_ports(count: int) -> list[int]:
    """That many different ports, all held at once while they are chosen. Raises NoPort."""
    ports: list[int] = []
    with contextlib.ExitStack() as held:
        for port in random.sample(PORTS, TRIES_MAX):
            if len(ports) == count:
                return ports
            probe = held.enter_context(socket.socket())
            with contextlib.suppress(OSError):
                probe.bind((HOST, port))
                ports.append(port)
    raise NoPort(f"none of {TRIES_MAX} ports is free")


def is_free(port: int) -> bool:
    """Whether a server could listen on this loopback port now."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True
