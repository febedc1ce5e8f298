"""One image as traces and metrics see it: a whole deployment and a real OTLP receiver."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx2
import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from adapters.devstack.ports import free_port
from adapters.telemetry.catalogue import METRICS
from tests.stack import Customer, Stack, running, wait_for

TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"
PARENT = f"00-{TRACE}-00f067aa0ba902b7-01"
STEPS = {"POST /v1/images:generate", "dispatch", "render", "engine", "settle"}


class Receiver:
    """Takes OTLP over HTTP and keeps every span with the role it came from."""

    def __init__(self) -> None:
        self.spans: list[tuple[str, Any]] = []
        self.bytes = b""
        kept = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                kept.take(self.path, body)
                self.send_response(200)
                self.end_headers()

            def log_message(self, *_: Any) -> None:
                """Says nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(
            target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
        )
        self.thread.start()
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    def take(self, path: str, body: bytes) -> None:
        assert path == "/v1/traces"
        self.bytes += body
        for resource in ExportTraceServiceRequest.FromString(body).resource_spans:
            told = {each.key: each.value.string_value for each in resource.resource.attributes}
            for scope in resource.scope_spans:
                self.spans += [(told["xavira.role"], span) for span in scope.spans]

    def of_trace(self) -> dict[str, tuple[str, Any]]:
        """(role, span) by name, of the one trace."""
        return {s.name: (role, s) for role, s in list(self.spans) if s.trace_id.hex() == TRACE}

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


@pytest.fixture(scope="module")
def receiver() -> Iterator[Receiver]:
    """Where the deployment sends its spans."""
    receiver = Receiver()
    yield receiver
    receiver.close()


@pytest.fixture(scope="module")
def stack(receiver: Receiver) -> Iterator[Stack]:
    """A deployment that traces and tells metrics."""
    port = free_port()
    with running(
        engine="sketch",
        sketch_instant="true",
        otlp_endpoint=receiver.url,
        metrics_port=port,
        log_format="json",
    ) as stack:
        yield stack


@pytest.fixture(scope="module")
def customer(stack: Stack) -> Customer:
    """Who has drawn one image, in a trace of its own."""
    customer = stack.account()
    asked = {"character_id": customer.character(), "prompt": "unmistakable words"}
    drawn = customer.http.post("/v1/images:generate", json=asked, headers={"traceparent": PARENT})
    assert drawn.status_code == 201, drawn.text
    return customer


def test_one_trace_goes_from_the_request_to_the_engine_and_back(
    receiver: Receiver, customer: Customer
) -> None:
    """Request, dispatch, render with the engine in it, settle: each the child of the one before."""
    wait_for(lambda: receiver.of_trace().keys() >= STEPS)
    found = receiver.of_trace()
    roles = {name: role for name, (role, _) in found.items() if name in STEPS}
    assert roles == {
        "POST /v1/images:generate": "serve",
        "dispatch": "work",
        "render": "infer",
        "engine": "infer",
        "settle": "work",
    }

    def parent_of(name: str) -> bytes:
        return bytes(found[name][1].parent_span_id)

    def id_of(name: str) -> bytes:
        return bytes(found[name][1].span_id)

    assert parent_of("POST /v1/images:generate").hex() == "00f067aa0ba902b7"
    assert parent_of("dispatch") == id_of("POST /v1/images:generate")
    assert parent_of("render") == id_of("dispatch")
    assert parent_of("engine") == id_of("render")
    assert parent_of("settle") == id_of("render")


def test_no_span_holds_a_prompt_a_key_or_an_account(receiver: Receiver, customer: Customer) -> None:
    """In all bytes that were sent."""
    wait_for(lambda: receiver.of_trace().keys() >= STEPS)
    for planted in ("unmistakable", customer.key, customer.account_id):
        assert planted.encode() not in receiver.bytes


def _scraped(url: str) -> str:
    answer = httpx2.get(f"{url}/metrics", timeout=60)
    assert answer.status_code == 200
    return answer.text


def test_every_role_tells_its_metrics(stack: Stack, customer: Customer) -> None:
    """Each name of the catalogue at the role's own address, and what one image of each book did."""
    port = int(stack.settings["metrics_port"])
    urls = {
        "serve": stack.url,
        "work": f"http://127.0.0.1:{port}",
        "infer": f"http://127.0.0.1:{port + 1}",
        "sandbox": f"http://127.0.0.1:{port + 2}",
    }
    test_key = customer.http.post("/v1/test_keys").json()["api_key"]
    tester = Customer(stack.url, customer.account_id, test_key)
    assert tester.image(tester.character()).status_code == 201
    wait_for(lambda: 'outcome="completed"' in _scraped(urls["infer"]))
    wait_for(lambda: 'kind="WorkCompleted"' in _scraped(urls["work"]))
    wait_for(lambda: 'kind="WorkCompleted"' in _scraped(urls["sandbox"]))
    for role, url in urls.items():
        told = _scraped(url)
        missing = {m.name for m in METRICS if role in m.roles and f"# TYPE {m.name}" not in told}
        assert missing <= {"xavira_webhook_backlog", "xavira_webhook_oldest_seconds"}
    for role in ("work", "sandbox"):
        assert 'xavira_projection_stopped{projection="balances"} 0.0' in _scraped(urls[role])
    assert 'outcome="completed"' in _scraped(urls["sandbox"])
    assert (
        'xavira_http_requests_total{method="POST",route="/v1/images:generate",status="201"} 2.0'
        in _scraped(urls["serve"])
    )
