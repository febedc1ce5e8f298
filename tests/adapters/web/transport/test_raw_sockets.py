"""Bytes over TCP to a real `xavira serve`: whatever they are, no error of ours and no debit."""

import json
import random
import select
import socket
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from tests.adapters.web.customer import Customer
from tests.adapters.web.raw_corpus import APPLICATION, BODY, PARSER, Raw, get, post
from tests.adapters.web.serve_process import ServeProcess, served
from tests.stack import wait_for

ANSWER_SECONDS_MAX = 120.0
MUTATIONS = 400
IDLE_CONNECTIONS = 2_000
SLOW_BODIES = 400
PLANTED = ("xav_live_", "correct-horse-battery", "unmistakable words", "hidden.person@example.com")


class Answer(msgspec.Struct, frozen=True):
    """What came back until the server closed the connection; a status of 0 is no answer at all."""

    status: int
    head: bytes
    body: bytes

    @property
    def request_id(self) -> str | None:
        for line in self.head.split(b"\r\n"):
            name, _, value = line.partition(b": ")
            if name.lower() == b"x-request-id":
                return value.decode()
        return None


@pytest.fixture(scope="module")
def serve(migrated_for_module: str, servers_folder: Path) -> Iterator[ServeProcess]:
    """One process for all tests of this file."""
    folder = servers_folder / "raw"
    folder.mkdir()
    with served(migrated_for_module, folder) as process:
        yield process


@pytest.fixture(scope="module")
def customer(serve: ServeProcess) -> Customer:
    return serve.site.account()


def ask(serve: ServeProcess, sent: bytes) -> Answer:
    """Sends bytes and reads until the server closes, which it does within its time limits."""
    received = bytearray()
    with socket.create_connection(("127.0.0.1", serve.port), ANSWER_SECONDS_MAX) as connection:
        try:
            connection.sendall(sent)
            while piece := connection.recv(65_536):
                received += piece
        except ConnectionError:
            pass  # what it had to say it said before
    head, _, body = bytes(received).partition(b"\r\n\r\n")
    words = head.split(b" ", 2)
    status = int(words[1]) if len(words) > 1 and words[1].isdigit() else 0
    return Answer(status, head, body)


@pytest.mark.parametrize("raw", PARSER, ids=lambda raw: raw.name)
def test_the_parser_refuses_by_itself(serve: ServeProcess, customer: Customer, raw: Raw) -> None:
    """An empty 4xx without a request id: the application never saw it."""
    answer = ask(serve, raw.sent.replace(b"{key}", customer.secret.encode()))
    assert (answer.status, answer.body, answer.request_id) == (raw.status, b"", None)


@pytest.mark.parametrize("raw", APPLICATION, ids=lambda raw: raw.name)
def test_the_application_refuses_in_its_one_shape(
    serve: ServeProcess, customer: Customer, raw: Raw
) -> None:
    """Its code, a request id that header and body agree on, and nothing charged."""
    answer = ask(serve, raw.sent.replace(b"{key}", customer.secret.encode()))
    assert answer.status == raw.status, answer
    error = json.loads(answer.body)["error"]
    assert (error["code"], error["request_id"]) == (raw.code, answer.request_id)
    assert customer.available() == 25


def test_mutated_requests_are_never_our_error(
    serve: ServeProcess, customer: Customer, seed: int
) -> None:
    """Bytes flipped, dropped, doubled and inserted: a 4xx or no answer, and nothing charged."""
    chance = random.Random(seed)
    whole = post(BODY, more=b"Idempotency-Key: mutated\r\n")
    whole = whole.replace(b"{key}", customer.secret.encode())
    for _ in range(MUTATIONS):
        sent = mutated(whole, chance)
        answer = ask_and_shut(serve, sent)
        assert answer.status == 0 or 400 <= answer.status < 500, (seed, sent, answer)
    assert customer.available() == 25
    assert serve.process is not None
    assert serve.process.poll() is None


def mutated(whole: bytes, chance: random.Random) -> bytes:
    made = bytearray(whole)
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(made))
        match chance.randrange(4):
            case 0:
                made[place] = chance.randrange(256)
            case 1:
                del made[place : place + chance.randint(1, 20)]
            case 2:
                made[place:place] = made[place : place + chance.randint(1, 20)]
            case _:
                made[place:place] = chance.randbytes(chance.randint(1, 5))
    return bytes(made)


def ask_and_shut(serve: ServeProcess, sent: bytes) -> Answer:
    received = bytearray()
    with socket.create_connection(("127.0.0.1", serve.port), ANSWER_SECONDS_MAX) as connection:
        try:
            connection.sendall(sent)
            connection.shutdown(socket.SHUT_WR)
            while piece := connection.recv(65_536):
                received += piece
        except OSError:
            pass
    words = bytes(received).split(b" ", 2)
    status = int(words[1]) if len(words) > 1 and words[1].isdigit() else 0
    return Answer(status, bytes(received), b"")


def test_idle_connections_starve_nobody_and_are_cut(serve: ServeProcess) -> None:
    """2,000 that say nothing or half of a header: others are served, and these are closed."""
    idle = [
        socket.create_connection(("127.0.0.1", serve.port), ANSWER_SECONDS_MAX)
        for _ in range(IDLE_CONNECTIONS)
    ]
    try:
        for connection in idle[::2]:
            connection.sendall(b"GET /livez HTTP/1.1\r\nHo")
        assert [ask(serve, get(b"/livez")).status for _ in range(20)] == [200] * 20
        for connection in idle:
            assert connection.recv(1) == b""
    finally:
        for connection in idle:
            connection.close()


def test_slow_bodies_starve_nobody(serve: ServeProcess, customer: Customer) -> None:
    """Others are answered before a single one of 400 unfinished requests is, or is given up."""
    whole = post(BODY).replace(b"{key}", customer.secret.encode())
    healthy = get(b"/v1/balance", key=True).replace(b"{key}", serve.site.account().secret.encode())
    slow = [
        socket.create_connection(("127.0.0.1", serve.port), ANSWER_SECONDS_MAX)
        for _ in range(SLOW_BODIES)
    ]
    try:
        for connection in slow:
            connection.sendall(whole[:-10])
        assert [ask(serve, healthy).status for _ in range(20)] == [200] * 20
        answered = select.poll()
        for connection in slow:
            answered.register(connection, select.POLLIN)
        assert answered.poll(0) == []
        for connection in slow[:20]:
            connection.sendall(whole[-10:])
            assert connection.recv(64).startswith(b"HTTP/1.1 404")
    finally:
        for connection in slow:
            connection.close()


UNREAD = {
    "no such key": (b"/v1/images:generate", b"{}", b"xav_live_x", b"401"),
    "no such route": (b"/v1/nowhere", b"{}", b"{key}", b"404"),
    "no such method": (b"/v1/balance", b"{}", b"{key}", b"405"),
    "no such provider": (b"/payments/nobody/webhook", b"{}", b"{key}", b"404"),
    "too large": (b"/v1/characters", b" " * 5_000_000, b"{key}", b"413"),
}
"""Requests that are answered before their bodies are read."""


@pytest.mark.parametrize("chunked", [False, True])
@pytest.mark.parametrize("name", UNREAD)
def test_an_answer_before_the_body_leaves_the_connection(
    serve: ServeProcess, customer: Customer, name: str, *, chunked: bool
) -> None:
    """A body that comes later is taken, and the next request on the connection is answered."""
    target, body, bearer, status = UNREAD[name]
    key = bearer.replace(b"{key}", customer.secret.encode())
    size = b"Transfer-Encoding: chunked" if chunked else b"Content-Length: %d" % len(body)
    sent = b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body) if chunked else body
    head = b"POST %b HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %b\r\n%b\r\n"
    head += b"Content-Type: application/json\r\n\r\n"
    with socket.create_connection(("127.0.0.1", serve.port), ANSWER_SECONDS_MAX) as connection:
        connection.sendall(head % (target, key, size))
        if not (chunked and name == "too large"):  # which is seen only once it has come
            assert connection.recv(65_536).startswith(b"HTTP/1.1 " + status)
        connection.sendall(sent)
        connection.sendall(get(b"/livez"))
        received = b"".join(iter(lambda: connection.recv(65_536), b""))
    assert b"HTTP/1.1 200 OK" in received
    assert b"connection: close" in received.lower()


def test_an_answer_instead_of_leave_to_send_ends_the_connection(serve: ServeProcess) -> None:
    """Nobody can tell whether the body will follow, so the answer says that nothing else does."""
    sent = (
        b"POST /v1/images:generate HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n"
        b"Content-Length: 2\r\n\r\n"
    )
    answer = ask(serve, sent)
    assert answer.status == 401
    assert b"connection: close" in answer.head.lower()


def test_a_second_request_behind_an_ambiguous_one_is_not_answered(serve: ServeProcess) -> None:
    """Length and coding together: the connection ends, whatever was smuggled behind them."""
    sent = (
        b"POST /v1/accounts HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n"
        b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /livez HTTP/1.1\r\nHost: x\r\n\r\n"
    )
    answer = ask(serve, sent)
    assert answer.status in {400, 415}
    assert b"HTTP/1.1 200" not in answer.body


def test_no_secret_and_no_prompt_is_in_any_line_of_the_log(
    serve: ServeProcess, customer: Customer
) -> None:
    """Keys in odd places, a password, an address, a prompt: the log has none of the words."""
    key = customer.secret.encode()
    person = (
        b'{"email":"hidden.person@example.com","password":"correct-horse-battery",'
        b'"accept_terms":true,"is_adult":true}'
    )
    sign_up = (
        b"POST /v1/accounts HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        b"Content-Length: %d\r\nConnection: close\r\n\r\n" % len(person)
    )
    prompt = b'{"character_id":"x","prompt":"unmistakable words","seed":"no"}'
    marked = ask(serve, get(b"/v1/unmistakable%20words?q=unmistakable%20words"))
    assert marked.status == 404
    assert ask(serve, get(b"/v1/unmistakable%20words/" + key)).status == 400
    assert ask(serve, get(b"/v1/balance?key=" + key)).status == 400
    assert (
        ask(serve, get(b"/v1/balance", more=b"Authorization: Basic " + key + b"\r\n")).status == 401
    )
    assert ask(serve, sign_up + person).status == 201
    assert ask(serve, sign_up + person).status == 409
    assert ask(serve, post(prompt).replace(b"{key}", key)).status == 400
    last = ask(serve, get(b"/v1/balance", key=True).replace(b"{key}", key))
    assert last.status == 200
    log = wait_for(lambda: serve.log() if str(last.request_id) in serve.log() else None)
    assert {word for word in PLANTED if word in log} == set()
