"""Whose address counts: only proxies of ours are believed, and only as far as they reach."""

import pytest

from adapters.settings import SettingInvalid
from adapters.web.transport.peers import client_host, parse_networks
from tests.adapters.web.site import Site

OURS = parse_networks("10.0.0.0/8, 192.0.2.1, 2001:db8::/32")


@pytest.mark.parametrize(
    ("peer", "hops", "client"),
    [
        ("203.0.113.7", [], "203.0.113.7"),
        ("203.0.113.7", ["198.51.100.1"], "203.0.113.7"),
        ("10.0.0.1", [], "10.0.0.1"),
        ("10.0.0.1", ["198.51.100.1"], "198.51.100.1"),
        ("10.0.0.1", ["6.6.6.6", "198.51.100.1"], "198.51.100.1"),
        ("10.0.0.1", ["198.51.100.1", "10.9.9.9"], "198.51.100.1"),
        ("10.0.0.1", ["127.0.0.1", "198.51.100.1", " 10.9.9.9"], "198.51.100.1"),
        ("10.0.0.1", ["10.2.2.2", "10.3.3.3"], "10.2.2.2"),
        ("10.0.0.1", ["198.51.100.1", "nonsense"], "10.0.0.1"),
        ("10.0.0.1", ["198.51.100.1", ""], "10.0.0.1"),
        ("10.0.0.1", ["198.51.100.1:4711"], "198.51.100.1"),
        ("2001:db8::1", ["[2001:0DB9:0::5]:4711"], "2001:db9::5"),
        ("::ffff:10.0.0.1", ["::ffff:198.51.100.1"], "198.51.100.1"),
        ("192.0.2.1", ["6.6.6.6"] * 50 + ["198.51.100.1"], "198.51.100.1"),
    ],
)
def test_the_right_most_hop_that_is_not_ours_is_the_client(
    peer: str, hops: list[str], client: str
) -> None:
    """What stands further left was written by the client and says nothing."""
    assert client_host(peer, hops, OURS) == client


def test_without_trusted_proxies_the_header_says_nothing() -> None:
    """The peer of the socket is the client."""
    assert client_host("10.0.0.1", ["198.51.100.1"], ()) == "10.0.0.1"


@pytest.mark.parametrize("text", ["10.0.0.0/33", "proxy.example", "10.0.0.1/8"])
def test_a_network_that_is_none_is_named(text: str) -> None:
    """The sentence has the variable's name."""
    with pytest.raises(SettingInvalid, match="XAVIRA_TRUSTED_PROXIES"):
        parse_networks(text)


def _sign_up(site: Site, app: object, number: int, forwarded: str) -> int:
    body = {
        "email": f"rotating{number}@{id(app)}.example",
        "password": "a long enough one",
        "accept_terms": True,
        "is_adult": True,
    }
    reply = site.send(
        "POST",
        "/v1/accounts",
        json_body=body,
        headers=[("X-Forwarded-For", forwarded)],
        client=("10.0.0.1", 4711),
        app=app,
    )
    return reply.status


def test_rotating_the_header_gains_nothing(site: Site) -> None:
    """The limit of sign-ups counts the hop that our own proxy saw, whatever was put before it."""
    app = site.serve(trusted_proxies=OURS)
    asked = [_sign_up(site, app, n, f"{n}.1.1.1, 198.51.100.9") for n in range(7)]
    assert asked == [201] * 5 + [429] * 2


def test_two_clients_of_one_proxy_are_two(site: Site) -> None:
    """Each has its own count."""
    app = site.serve(trusted_proxies=OURS)
    asked = [_sign_up(site, app, n, f"198.51.100.{n}") for n in range(7)]
    assert asked == [201] * 7


def test_a_proxy_on_this_machine_is_not_this_machine(site: Site) -> None:
    """Declarations may be left out only by who speaks to us directly, whatever the header says."""
    app = site.serve(trusted_proxies=parse_networks("127.0.0.1"))
    reply = site.send(
        "POST",
        "/v1/accounts",
        json_body={"email": "near@example.com", "password": "a long enough one"},
        headers=[("X-Forwarded-For", "127.0.0.1")],
        app=app,
    )
    assert (reply.status, reply.error["param"]) == (422, "accept_terms")
