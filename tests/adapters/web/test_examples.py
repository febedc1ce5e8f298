"""The documented Node programs, over a connection on which things go wrong."""

import json
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, cast

import httpx2
import pytest

from tests.adapters.web.customer import Customer
from tests.adapters.web.http_server import listening
from tests.adapters.web.site import Site
from tests.afternoon import afternoon
from tests.stack import wait_for

CLIENT = Path(__file__).parents[3] / "docs" / "examples" / "client.mjs"
AWAY = b'{"error":{"code":"temporarily_unavailable","message":"Away.","retry":"same_key"}}'
FAULTS = ("unavailable", "a page", "nothing")

pytestmark = pytest.mark.skipif(shutil.which("node") is None, reason="needs Node 18 or newer")


class RoughRoad(ThreadingHTTPServer):
    """Passes requests on and has every image asked for without waiting; the first reads of a
    generation meet one fault each.
    """

    daemon_threads = True

    def __init__(self, url: str) -> None:
        super().__init__(("127.0.0.1", 0), _Passing)
        self.client = httpx2.Client(base_url=url, timeout=60)
        self.faults = list(FAULTS)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Passing(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        road = cast("RoughRoad", self.server)
        if self.path.startswith("/v1/generations/") and road.faults:
            match road.faults.pop(0):
                case "unavailable":
                    self.answer(503, AWAY)
                case "a page":
                    self.answer(502, b"<html>Bad Gateway</html>")
                case _:
                    self.close_connection = True
            return
        self.pass_on(b"")

    def do_POST(self) -> None:
        self.pass_on(self.rfile.read(int(self.headers["Content-Length"])))

    def pass_on(self, body: bytes) -> None:
        road = cast("RoughRoad", self.server)
        names = ("Authorization", "Content-Type", "Idempotency-Key")
        headers = {name: self.headers[name] for name in names if name in self.headers}
        headers["Prefer"] = "respond-async"
        answer = road.client.request(self.command, self.path, headers=headers, content=body)
        self.answer(answer.status_code, answer.content)

    def answer(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Says nothing about requests."""


@pytest.fixture
def road(site: Site) -> Iterator[RoughRoad]:
    with listening(site) as url, RoughRoad(url) as server:
        passing = threading.Thread(target=server.serve_forever, daemon=True)
        passing.start()
        yield server
        server.shutdown()
        passing.join()
        server.client.close()


def run_client(road: RoughRoad, key: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["node", str(CLIENT)],
        env=os.environ | {"XAVIRA_URL": road.url, "XAVIRA_KEY": key},
        capture_output=True,
        text=True,
        timeout=120,
    )


def orders(folder: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((folder / "orders.json").read_text())["orders"]
    return found


def unfunded(customer: Customer) -> str:
    """A key that may spend nothing."""
    wish = {"scopes": ["generate", "read"], "cap": {"credits": 0, "period": "lifetime"}}
    return str(customer.send("POST", "/v1/keys", json_body=wish).json["secret"])


def test_the_client_looks_again_after_a_failed_look(road: RoughRoad, customer: Customer) -> None:
    """An outage, a proxy's page and a broken connection while it polls lose it no picture."""
    done = run_client(road, customer.secret)
    assert (done.returncode, road.faults) == (0, []), done.stderr
    assert done.stdout.startswith("https://media.example/o/")
    assert customer.available() == 24


def test_the_client_says_that_credits_are_missing(road: RoughRoad, customer: Customer) -> None:
    """And waits for none: nobody would bring them."""
    done = run_client(road, unfunded(customer))
    assert done.returncode == 1
    assert "key_spend_limit_reached: " in done.stderr


def test_the_app_looks_again_after_a_failed_look(
    road: RoughRoad, customer: Customer, tmp_path: Path
) -> None:
    """What is paid for is shown, whatever the first looks met."""
    with afternoon(road.url, customer.secret, tmp_path) as page:
        assert "No pictures yet" in httpx2.get(page).text
        httpx2.post(page, data={"prompt": "smiling, garden"}, timeout=120)
        shown = httpx2.get(page).text
    assert "<img src=" in shown
    assert 'alt="Mia, smiling, garden"' in shown
    assert road.faults == []
    assert customer.available() == 24


def test_the_app_asks_again_once_there_are_credits(
    road: RoughRoad, customer: Customer, tmp_path: Path
) -> None:
    """The page says what is missing; started again it asks for what is open, with the same key."""
    with afternoon(road.url, unfunded(customer), tmp_path) as page:
        httpx2.post(page, data={"prompt": "smiling, garden"}, timeout=120)
        assert "spent its cap" in httpx2.get(page).text
    (order,) = orders(tmp_path)
    assert "url" not in order
    with afternoon(road.url, customer.secret, tmp_path) as page:
        wait_for(lambda: "<img src=" in httpx2.get(page).text)
    assert orders(tmp_path)[0]["key"] == order["key"]
    assert customer.available() == 24


def test_no_program_needs_a_global_that_node_18_hides() -> None:
    """There `crypto` is global only with a flag; `node:crypto` is always there."""
    programs = {path.name: path.read_text() for path in CLIENT.parent.glob("*.mjs")}
    assert [name for name, text in programs.items() if "globalThis.crypto" in text] == []
    uses = [text for text in programs.values() if "randomUUID()" in text]
    assert len(uses) == 2
    assert all('import { randomUUID } from "node:crypto";' in text for text in uses)
