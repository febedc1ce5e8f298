"""The path a newcomer takes, on real parts: character, image, video, statement, restart."""

import contextlib
import io
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from PIL import Image
from standardwebhooks import Webhook

from adapters.devstack.ports import free_port
from tests.adapters.webhook_sender.receiver import receiving
from tests.afternoon import afternoon
from tests.books import assert_balanced
from tests.folders import server_folder
from tests.stack import Customer, Stack, running, wait_for

DOCS = Path(__file__).parents[2] / "docs"
CLIENT = DOCS / "examples" / "client.mjs"


@pytest.fixture(scope="module")
def stack() -> Iterator[Stack]:
    """Everything embedded, with the built-in catalogue; webhooks may go to this machine."""
    with running(webhook_allow_private=True) as stack:
        yield stack
        assert_balanced(stack)
        assert stack.stop() == 0


def _size(data: bytes) -> tuple[int, int]:
    with Image.open(io.BytesIO(data)) as image:
        return image.size


def _pixels(data: bytes) -> bytes:
    with Image.open(io.BytesIO(data)) as image:
        return image.tobytes()


def test_character_image_video(stack: Stack) -> None:
    """Two calls give a picture of the asked size, a third a clip; the statement tells all of it."""
    customer = stack.account()
    character_id = customer.character("realistic-sharp")

    answer = customer.image(
        character_id,
        prompt="half body, smiling, red dress, rooftop bar at night",
        resolution="896x1152",
    )

    assert answer.status_code == 201, answer.text
    image = answer.json()
    assert image["status"] == "completed"
    assert image["cost_credits"] == 1
    assert "26 year old Hispanic woman" in image["enhanced_prompt"]
    fetched = httpx2.get(image["output_url"])
    assert fetched.headers["content-type"] == "image/png"
    assert _size(fetched.content) == (896, 1152)

    accepted = customer.video(image["generation_id"])
    assert accepted.status_code == 202
    assert accepted.json()["output_url"] is None
    video = customer.ended(accepted.json()["generation_id"])
    assert video["status"] == "completed"
    clip = httpx2.get(video["output_url"])
    assert clip.headers["content-type"] == "video/mp4"
    assert clip.content[4:8] == b"ftyp"
    assert customer.balance() == 19
    assert customer.statement(min_position=video["ledger_position"]) == [
        ("granted", 25),
        ("debited", -1),
        ("debited", -5),
    ]


def test_a_webhook_tells_of_the_image(stack: Stack) -> None:
    """An endpoint hears of a finished image, signed, with the object that the API answers."""
    customer = stack.account()
    with receiving() as receiver:
        wish = {"url": receiver.url, "event_types": ["generation.completed"]}
        endpoint = customer.http.post("/v1/webhook_endpoints", json=wish).json()
        image = customer.image(customer.character()).json()
        wait_for(lambda: receiver.received)
    (received,) = receiver.received
    body = Webhook(endpoint["secret"]).verify(received.body, received.headers)
    assert body["data"] == image


@pytest.mark.parametrize("image_format", ["png", "webp", "jpeg"])
def test_every_format_comes_at_the_requested_size(stack: Stack, image_format: str) -> None:
    """Every format comes at exactly the requested size, under its own media type."""
    customer = stack.account()
    answer = customer.image(customer.character(), format=image_format, resolution="1024x1024")

    fetched = httpx2.get(answer.json()["output_url"])

    assert fetched.headers["content-type"] == f"image/{image_format}"
    assert _size(fetched.content) == (1024, 1024)


def test_a_seed_repeats_a_picture(stack: Stack) -> None:
    """The same character, prompt and seed give the same pixels, in a file signed anew."""
    customer = stack.account()
    character_id = customer.character("realistic-sharp")

    first = customer.image(character_id, seed=7).json()
    second = customer.image(character_id, seed=7).json()

    assert first["seed"] == second["seed"] == 7
    one, other = (httpx2.get(image["output_url"]).content for image in (first, second))
    assert _pixels(one) == _pixels(other)
    assert one != other
    assert b"c2pa.created" in one


def _blocks_run(page: str, stack: Stack) -> subprocess.CompletedProcess[str]:
    """The blocks of a page in one shell, with the key of a new account."""
    blocks = re.findall(r"^```bash\n(.*?)^```$", (DOCS / page).read_text(), re.M | re.S)
    return subprocess.run(
        ["bash", "-c", "\n".join(["set -euo pipefail", *blocks])],
        env=os.environ | {"XAVIRA_URL": stack.url, "XAVIRA_KEY": stack.account().key},
        capture_output=True,
        text=True,
        timeout=300,
    )


def test_the_page_of_characters(stack: Stack) -> None:
    """Its blocks make a character, draw it, list it and archive it; then it is refused."""
    done = _blocks_run("howto/characters.md", stack)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count('"status":"completed"') == 1
    assert '"status":"failed"' not in done.stdout
    assert done.stdout.count('"archived":true') == 1
    assert done.stdout.count('"code":"invalid_state"') == 1


def test_the_tutorial(stack: Stack) -> None:
    """Its blocks, run one after another in one shell, do what the text says."""
    done = _blocks_run("tutorial.md", stack)
    assert done.returncode == 0, done.stderr
    assert f"picture {stack.url}/o/" in done.stdout
    assert "the same picture, charged once" in done.stdout
    assert f"video completed {stack.url}/o/" in done.stdout
    assert "refused validation_failed: " in done.stdout
    assert '"available":19' in done.stdout


@pytest.mark.skipif(shutil.which("node") is None, reason="needs Node 18 or newer")
def test_the_afternoons_app(stack: Stack, tmp_path: Path) -> None:
    """An order becomes a picture on the page; killed and started again, it pays nothing twice."""
    customer = stack.account()
    with afternoon(stack.url, customer.key, tmp_path) as app:
        ordered = httpx2.post(app, data={"prompt": "half body, smiling, garden"}, timeout=300)
        assert ordered.status_code == 303, ordered.text
        assert httpx2.get(app).text.count(f'<img src="{stack.url}/o/') == 1
    orders = json.loads((tmp_path / "orders.json").read_text())
    del orders["orders"][0]["url"]
    (tmp_path / "orders.json").write_text(json.dumps(orders))

    with afternoon(stack.url, customer.key, tmp_path) as app:
        wait_for(lambda: f'<img src="{stack.url}/o/' in httpx2.get(app).text)

    assert customer.balance() == 24


@pytest.mark.skipif(shutil.which("node") is None, reason="needs Node 18 or newer")
def test_the_documented_client() -> None:
    """The Node client of the docs prints a URL that works after a restart on another port behind
    the same name, and one when rendering takes 3 seconds and the answer is a 202.
    """
    public_port = free_port()
    public_url = f"http://127.0.0.1:{public_port}"
    with running(public_url=public_url, wait_seconds=1) as stack:
        customer = stack.account()
        at_once = _printed_by_the_client(stack, customer)
        _restart_on(stack, public_port, sketch_delay_seconds=3)
        _assert_shown(at_once, public_url)

        _assert_shown(_printed_by_the_client(stack, customer), public_url)
        assert_balanced(stack)


def _printed_by_the_client(stack: Stack, customer: Customer) -> str:
    environment = os.environ | {"XAVIRA_URL": stack.url, "XAVIRA_KEY": customer.key}
    done = subprocess.run(
        ["node", str(CLIENT)], env=environment, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def _restart_on(stack: Stack, port: int, **settings: object) -> None:
    assert stack.stop() == 0
    stack.port, stack.url = port, f"http://127.0.0.1:{port}"
    stack.settings |= {name: str(value) for name, value in settings.items()}
    stack.start()


def _assert_shown(url: str, public_url: str) -> None:
    assert url.startswith(public_url)
    assert _size(httpx2.get(url).content) == (896, 1152)


def test_up_tells_the_key_once() -> None:
    """The first start shows the demo, however long the pictures take, and ends with a key that
    works and the command to try it with, while what the roles say is in files; the second prints no
    key, and what the roles say.
    """
    with server_folder("xavira-stack-") as folder, contextlib.ExitStack() as ending:
        stack = Stack(folder, wait_seconds=1, sketch_delay_seconds=2)
        ending.callback(stack.close)
        stack.start("--host", "127.0.0.1", "--no-logs")
        _until_said(stack, "curl -s ")
        first, last = "\n".join(stack.lines), "\n".join(stack.lines[-10:])
        tried = _said_by_a_shell("\n".join(stack.lines[-2:]))
        assert stack.stop() == 0
        kept = (stack.folder / "data" / "logs" / "serve.log").read_text()
        stack.lines.clear()
        stack.start("--host", "127.0.0.1")
        _until_said(stack, "Xavira is up")
        assert stack.stop() == 0
        second = "\n".join(stack.lines)

    assert "/o/" in first
    assert "sketch engine" in first
    assert "Xavira is up" in last
    assert json.loads(tried)["available"] == 19
    assert '"route":"/v1/images:generate"' in kept
    assert "serve │ {" not in first
    assert "serve │ {" in second
    assert "xav_live_" not in second


def _said_by_a_shell(commands: str) -> str:
    return subprocess.run(
        ["bash", "-c", commands], capture_output=True, text=True, timeout=300, check=True
    ).stdout


def _until_said(stack: Stack, words: str) -> None:
    wait_for(lambda: any(words in line for line in stack.lines))
