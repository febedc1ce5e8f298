"""Whether `serve` may listen where it is told to, found out before it begins.

Servers of one port share it on Linux where both ask to, and each gets some of the requests: a
second deployment would take part of the first one's without a word.
"""

import errno
import socket
from ipaddress import IPv6Address, ip_address

from adapters.settings import SettingInvalid


def check_address(host: str, port: int) -> None:
    """Raises SettingInvalid where nobody can listen there, or somebody does already."""
    try:
        address = ip_address(host)
    except ValueError as error:
        raise SettingInvalid(f"XAVIRA_HOST is an IP address, which {host!r} is not.") from error
    family = socket.AF_INET6 if isinstance(address, IPv6Address) else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
            probe.listen()
        except OSError as error:
            raise SettingInvalid(_said(error, host, port)) from error


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
