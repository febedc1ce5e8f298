"""A real `xavira serve` is told to stop while clients wait: each is answered, none is cut off."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import mkdtemp

import httpx2
import pytest

from tests.adapters.web.serve_process import ServeProcess, served
from tests.stack import wait_for


@pytest.fixture
def serve(migrated: str, servers_folder: Path) -> Iterator[ServeProcess]:
    folder = Path(mkdtemp(dir=servers_folder))
    with served(migrated, folder) as process:
        yield process


def test_a_process_that_stops_sends_everybody_away_in_good_order(serve: ServeProcess) -> None:
    """An event stream ends with a hint when to come back, a waiting request is answered 202, and
    neither has to be cut off; what came meanwhile is told to whoever comes back.
    """
    customer = serve.site.account().outcome("hold")
    character_id = customer.character()
    generation_id = customer.image(character_id, prefer="respond-async").json["generation_id"]
    headers = dict([customer.authorization])
    wish = {"character_id": character_id, "prompt": "smiling, garden"}
    with (
        httpx2.Client(base_url=serve.url, headers=headers, timeout=120) as client,
        ThreadPoolExecutor(1) as pool,
        client.stream("GET", f"/v1/generations/{generation_id}/events") as stream,
    ):
        lines = stream.iter_lines()
        assert next(lines) == "retry: 2000"
        known = next(line for line in lines if line.startswith("id: "))
        waiting = pool.submit(client.post, "/v1/images:generate", json=wish)
        wait_for(lambda: len(serve.site.rows(REQUESTED)) == 2)
        assert serve.process is not None
        serve.process.terminate()
        rest = [line for line in lines if line]
        answered = waiting.result(120)
    assert rest[-1].startswith("retry: ")
    assert 2_000 <= int(rest[-1].removeprefix("retry: ")) < 5_000
    assert (answered.status_code, answered.json()["status"]) == (202, "queued")
    assert serve.process.wait(120) == 0

    serve.site.settle(customer.account_id, generation_id, "complete")
    serve.start()
    back = headers | {"Last-Event-ID": known.removeprefix("id: ")}
    again = httpx2.get(f"{serve.url}/v1/generations/{generation_id}/events", headers=back)
    assert again.text.count("event: state") == 1
    assert '"status":"completed"' in again.text


def test_a_process_says_what_it_is_doing_to_whoever_asks_by_signal(serve: ServeProcess) -> None:
    """Where its threads are and what its requests wait for; then it goes on as before."""
    customer = serve.site.account().outcome("hold")
    character_id = customer.character()
    headers = dict([customer.authorization])
    wish = {"character_id": character_id, "prompt": "smiling, garden"}
    with (
        httpx2.Client(base_url=serve.url, headers=headers, timeout=120) as client,
        ThreadPoolExecutor(1) as pool,
    ):
        waiting = pool.submit(client.post, "/v1/images:generate", json=wish)
        wait_for(lambda: len(serve.site.rows(REQUESTED)) == 1)
        wait_for(lambda: "in woken_within" in serve.stacks())
        answered = waiting.result(120)
    assert 'File "' in serve.log().partition("Current thread")[2]
    assert (answered.status_code, answered.json()["status"]) == (202, "queued")
    assert httpx2.get(f"{serve.url}/readyz").status_code == 200
    assert serve.process is not None
    assert serve.process.poll() is None


REQUESTED = "SELECT 1 FROM xavira_live.stored_events WHERE topic = 'generation.requested.v1'"
