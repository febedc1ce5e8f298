"""Outputs under their permanent URLs."""

import socket
from uuid import UUID

import httpx2
import pytest

from adapters.web.answers import byte_answers
from adapters.web.routes.generations.outputs import byte_range
from domain.ids import GenerationId
from tests import builders
from tests.adapters.web.asgi import Reply
from tests.adapters.web.customer import Customer
from tests.adapters.web.http_server import listening
from tests.adapters.web.site import Site
from tests.stack import wait_for

LARGE_BYTES = 32 * 1024 * 1024
"""More than a connection holds on its way."""


def _path(image: Reply) -> str:
    url: str = image.json["output_url"]
    return url.removeprefix("https://media.example")


def test_an_output_is_served_to_whoever_knows_the_url(site: Site, customer: Customer) -> None:
    """With its type, a strong ETag that is the hash of the bytes, and a short life in caches."""
    image = customer.image(customer.character())
    reply = site.send("GET", _path(image))
    assert reply.status == 200
    assert reply.body == f"picture of {image.json['generation_id']}".encode()
    assert reply.header("content-type") == "image/png"
    assert reply.header("cache-control") == "public, max-age=300"
    assert reply.header("content-length") == str(len(reply.body))
    sha256 = _path(image).rpartition("/")[2].removesuffix(".png")
    assert reply.header("etag") == f'"{sha256}"'
    assert reply.header("x-content-type-options") == "nosniff"


def test_a_head_has_the_headers_and_no_bytes(site: Site, customer: Customer) -> None:
    """The same ones as a GET."""
    path = _path(customer.image(customer.character()))
    got, head = site.send("GET", path), site.send("HEAD", path)
    assert (head.status, head.body) == (200, b"")
    for name in ("content-type", "content-length", "etag", "cache-control"):
        assert head.header(name) == got.header(name)


def test_an_output_that_a_client_has_is_not_sent_again(site: Site, customer: Customer) -> None:
    """304 with the ETag."""
    path = _path(customer.image(customer.character()))
    etag = site.send("GET", path).header("etag") or ""
    reply = site.send("GET", path, headers=[("If-None-Match", etag)])
    assert (reply.status, reply.body, reply.header("etag")) == (304, b"", etag)


def test_a_range_is_206_and_one_outside_416(site: Site, customer: Customer) -> None:
    """What cannot be understood is answered with the whole."""
    path = _path(customer.image(customer.character()))
    whole = site.send("GET", path).body
    part = site.send("GET", path, headers=[("Range", "bytes=2-5")])
    assert (part.status, part.body) == (206, whole[2:6])
    assert part.header("content-range") == f"bytes 2-5/{len(whole)}"
    outside = site.send("GET", path, headers=[("Range", f"bytes={len(whole)}-")])
    assert (outside.status, outside.error["code"]) == (416, "range_not_satisfiable")
    assert (outside.error["retry"], outside.header("content-type")) == ("never", "application/json")
    assert outside.header("cache-control") != "public, max-age=300"
    assert outside.header("content-range") == f"bytes */{len(whole)}"
    for value in ("bytes=0-1,3-4", "lines=1-2", "bytes=-", "bytes=5-2", "bytes=2", "bytes=a-b"):
        reply = site.send("GET", path, headers=[("Range", value)])
        assert (reply.status, reply.body) == (200, whole), value
    shouted = site.send("GET", path, headers=[("Range", "Bytes=2-5")])
    assert (shouted.status, shouted.body) == (206, whole[2:6])
    changed = site.send("GET", path, headers=[("Range", "bytes=2-5"), ("If-Range", '"old"')])
    assert (changed.status, changed.body) == (200, whole)


@pytest.mark.parametrize(
    ("first", "last", "bounds"),
    [
        ("0", "0", (0, 0)),
        ("3", "", (3, 9)),
        ("3", "99", (3, 9)),
        ("", "4", (6, 9)),
        ("", "99", (0, 9)),
        ("", "0", None),
        ("10", "", None),
        ("5", "4", None),
    ],
)
def test_ranges_of_ten_bytes(first: str, last: str, bounds: tuple[int, int] | None) -> None:
    """Both ends are included; a suffix counts from the end."""
    assert byte_range(first, last, 10) == bounds


def _large(site: Site, customer: Customer) -> tuple[str, bytes]:
    """The path and the bytes of an output that no socket takes unread."""
    character_id = customer.outcome("hold").character()
    image = customer.image(character_id, prefer="respond-async")
    generation_id = GenerationId(UUID(image.json["generation_id"]))
    data = bytes(LARGE_BYTES)
    key = site.objects.put_quarantine(generation_id, data, media_type="image/png")
    site.objects.publish(key)
    site.ledger.append(builders.completed(generation_id, output_key=key)).result(60)
    return f"/o/{key}", data


def test_who_reads_nothing_holds_memory_for_a_moment(
    site: Site, customer: Customer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While a client takes nothing of an output, the next one is asked to come again, and a HEAD is
    answered; then the client is cut off, and there is room.
    """
    monkeypatch.setattr(byte_answers, "SENT_BYTES_MAX", LARGE_BYTES * 3 // 2)
    monkeypatch.setattr(byte_answers, "PIECE_SECONDS_MAX", 5.0)
    monkeypatch.setattr(byte_answers, "PIECE_SECONDS_SURE", 5.0)
    path, data = _large(site, customer)
    with listening(site) as url, httpx2.Client(base_url=url, timeout=120) as client:
        host, _, port = url.removeprefix("http://").partition(":")
        with socket.create_connection((host, int(port)), timeout=120) as idle:
            idle.sendall(f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
            begun = idle.recv(64)
            refused = client.get(path)
            head = client.head(path)
            wait_for(lambda: client.get(path).content == data)
            taken = sum(map(len, iter(lambda: idle.recv(1 << 20), b"")))
    assert begun.startswith(b"HTTP/1.1 200")
    assert (refused.status_code, refused.json()["error"]["code"]) == (
        503,
        "temporarily_unavailable",
    )
    assert int(refused.headers["retry-after"]) >= 1
    assert (head.status_code, head.headers["content-length"]) == (200, str(LARGE_BYTES))
    assert taken < LARGE_BYTES


def test_who_reads_nothing_makes_room_for_who_reads(
    site: Site, customer: Customer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there is room for one output, the client that takes nothing is cut off for the next."""
    monkeypatch.setattr(byte_answers, "SENT_BYTES_MAX", LARGE_BYTES * 3 // 2)
    monkeypatch.setattr(byte_answers, "PIECE_SECONDS_SURE", 0.0)
    path, data = _large(site, customer)
    with listening(site) as url, httpx2.Client(base_url=url, timeout=30) as client:
        host, _, port = url.removeprefix("http://").partition(":")
        with socket.create_connection((host, int(port)), timeout=30) as idle:
            idle.sendall(f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
            begun = idle.recv(64)
            assert client.get(path).content == data
            taken = sum(map(len, iter(lambda: idle.recv(1 << 20), b"")))
    assert begun.startswith(b"HTTP/1.1 200")
    assert taken < LARGE_BYTES


def test_a_deleted_output_is_gone_and_the_generation_stays(site: Site, customer: Customer) -> None:
    """410 for GET and HEAD; deleting again is fine; the ledger does not move."""
    image = customer.image(customer.character())
    generation_id = image.json["generation_id"]
    for _ in range(2):
        reply = customer.send("DELETE", f"/v1/generations/{generation_id}/output")
        assert (reply.status, reply.json["status"]) == (200, "completed")
    gone = site.send("GET", _path(image))
    assert (gone.status, gone.error["code"]) == (410, "output_deleted")
    head = site.send("HEAD", _path(image))
    assert (head.status, head.body) == (410, b"")
    assert customer.send("GET", f"/v1/generations/{generation_id}").status == 200
    assert customer.available() == 24


def test_only_a_completed_generation_has_an_output_to_delete(customer: Customer) -> None:
    """409 invalid_state otherwise."""
    character_id = customer.outcome("hold").character()
    generation_id = customer.image(character_id, prefer="respond-async").json["generation_id"]
    reply = customer.send("DELETE", f"/v1/generations/{generation_id}/output")
    assert (reply.status, reply.error["code"]) == (409, "invalid_state")


def test_no_other_object_is_public(site: Site, customer: Customer) -> None:
    """A wrong hash, type or owner, something in quarantine, a path: all the same 404."""
    character_id = customer.character()
    image = customer.image(character_id)
    generation_id = image.json["generation_id"]
    name = _path(image).rpartition("/")[2]
    other = customer.image(character_id).json["generation_id"]
    unfinished = customer.outcome("hold").image(character_id, prefer="respond-async").json
    paths = [
        f"/o/{generation_id}/{'0' * 64}.png",
        f"/o/{generation_id}/{name.replace('.png', '.webp')}",
        f"/o/{other}/{name}",
        f"/o/{unfinished['generation_id']}/{name}",
        f"/o/{character_id}/{name}",
        f"/o/{customer.account_id}/{name}",
        f"/o/{generation_id.upper()}/{name}",
        "/o/x/y",
        "/o/../x",
    ]
    replies = [site.send("GET", path) for path in paths]
    assert {(reply.status, reply.error["code"]) for reply in replies} == {(404, "not_found")}


def test_bytes_that_cannot_be_read_are_worth_another_try(site: Site, customer: Customer) -> None:
    """503: accepted output never turns into a 404."""
    image = customer.image(customer.character())
    site.objects.delete(_path(image).removeprefix("/o/"))
    reply = site.send("GET", _path(image))
    assert (reply.status, reply.error["code"]) == (503, "temporarily_unavailable")
    assert int(reply.header("retry-after") or "0") >= 1
