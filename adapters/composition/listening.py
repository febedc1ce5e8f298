"""Whether `serve` may listen where it is told to, found out before it begins.

Servers of one port share it on Linux where both ask to, and each gets some of the requests: a
second deployment would take part of the first one's without a word.
"""

import errno
import socket
from ipaddress import IPv6Address, ip_address

from adapters.devstack.waiting import wait_until
from adapters.settings import SettingInvalid


class AddressTaken(SettingInvalid):
    """Somebody listens there, who may end."""


def check_address(host: str, port: int, *, patience_seconds: float = 0.0) -> None:
    """Raises SettingInvalid where nobody can listen there, or somebody does already and goes on to
    for so long: what a killed one left behind is about to end.
    """
    try:
        ip_address(host)
    except ValueError as error:
        raise SettingInvalid(f"XAVIRA_HOST is an IP address, which {host!r} is not.") from error
    wait_until(lambda: not _in_use(_refusal(host, port)), timeout_seconds=patience_seconds)
    refusal = _refusal(host, port)
    if refusal is not None:
        kind = AddressTaken if _in_use(refusal) else SettingInvalid
        raise kind(_said(refusal, host, port)) from refusal


def _in_use(refusal: OSError | None) -> bool:
    return refusal is not None and refusal.errno == errno.EADDRINUSE


def _refusal(host: str, port: int) -> OSError | None:
    """What the system says to somebody who wants to listen there alone."""
    is_ipv6 = isinstance(ip_address(host), IPv6Address)
    with socket.socket(socket.AF_INET6 if is_ipv6 else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
            probe.listen()
        except OSError as error:
            return error
    return None


def _said(error: OSError, host: str, port: int) -> str:
    match error.errno:
        case errno.EADDRINUSE:
            return (
                f"Port {port} of {host} is in use: end what listens there, or choose another port"
                " with --port or XAVIRA_PORT."
            )
        case errno.EADDRNOTAVAIL:
            return f"XAVIRA_HOST is an address of this machine, which {host} is not."
        case errno.EACCES:
            return f"Port {port} needs rights that this process does not have."
        case _:
            return f"Nobody can listen on port {port} of {host}: {error.strerror}."
