"""Who is at the other end: the address that a request came from, proxies of ours seen through.

X-Forwarded-For is believed only from a peer in the trusted networks, and only as far as those
reach: the right-most hop that is not one of ours is the client. Whatever a client writes into the
header itself stands further left and gains nothing. No other header of the kind is read.
"""

import ipaddress
from collections.abc import Iterable

import msgspec

from adapters.settings import SettingInvalid
from adapters.web.dependencies import Network, WebRequest, dependencies

FORWARDED_HOPS_MAX = 20
"""Hops looked at, from the right: nobody has so many proxies of his own."""

FORWARDING_HEADERS = ("x-forwarded-for", "x-real-ip", "forwarded")

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class Peer(msgspec.Struct, frozen=True, kw_only=True):
    """The client's address; `direct` says that nothing hints at a proxy in between."""

    host: str
    direct: bool

    @property
    def local(self) -> bool:
        """A program on this machine that speaks to us without a proxy."""
        return self.direct and is_loopback(self.host)


def parse_networks(text: str) -> tuple[Network, ...]:
    """XAVIRA_TRUSTED_PROXIES: addresses or networks, separated by commas. Raises SettingInvalid."""
    try:
        return tuple(ipaddress.ip_network(part.strip()) for part in text.split(",") if part.strip())
    except ValueError as error:
        raise SettingInvalid(f"XAVIRA_TRUSTED_PROXIES: {error}.") from error


def peer_of(request: WebRequest) -> Peer:
    """Who sent this request."""
    host = "" if request.client is None else request.client.host
    hops = [
        hop
        for value in request.headers.getall("x-forwarded-for", [])
        for hop in value.rsplit(",", FORWARDED_HOPS_MAX)
    ]
    forwarded = any(name in request.headers for name in FORWARDING_HEADERS)
    trusted = dependencies(request).trusted_proxies
    return Peer(host=client_host(host, hops, trusted), direct=not forwarded)


def client_host(peer: str, hops: list[str], trusted: Iterable[Network]) -> str:
    """The first address from the right that is none of ours; `hops` are as in X-Forwarded-For.

    A hop that is no address ends the search at the proxy that passed it on.
    """
    networks = tuple(trusted)
    found = peer
    for hop in reversed(hops[-FORWARDED_HOPS_MAX:]):
        address = parsed(found)
        if address is None or not any(address in network for network in networks):
            break
        named = parsed(hop)
        if named is None:
            break
        found = str(named)
    return found


def parsed(text: str) -> Address | None:
    """An address as proxies write it, with or without a port; an IPv4 in IPv6 is the IPv4."""
    text = text.strip()
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return mapped or address


def is_loopback(host: str) -> bool:
    """A peer on this machine; a name that is no address is not."""
    address = parsed(host)
    return address is not None and address.is_loopback
