"""The receivers of the documentation, run as they are written, against the real sender."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest
from standardwebhooks import Webhook

from domain.webhooks.messages import signature
from tests.adapters.web.customer import Customer
from tests.adapters.webhook_sender.post_office import PostOffice
from tests.adapters.webhook_sender.receiver import Receiver

EXAMPLES = Path(__file__).parents[3] / "docs" / "examples"
LIBRARY = "standardwebhooks@1.1.1"
INSTALL_SECONDS_MAX = 300
SECRET = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="


@pytest.fixture(scope="module")
def node_command(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The Node receiver, beside the library that npm fetched for it."""
    folder = tmp_path_factory.mktemp("node")
    shutil.copy(EXAMPLES / "receive_webhook.mjs", folder)
    subprocess.run(
        [
            "npm",
            "install",
            "--no-package-lock",
            "--no-audit",
            "--no-fund",
            "--prefer-offline",
            LIBRARY,
        ],
        cwd=folder,
        check=True,
        capture_output=True,
        timeout=INSTALL_SECONDS_MAX,
    )
    return ["node", str(folder / "receive_webhook.mjs")]


@pytest.fixture(scope="module", params=["node", "python"])
def command(request: pytest.FixtureRequest) -> list[str]:
    """How each receiver is started."""
    if request.param == "python":
        return [sys.executable, str(EXAMPLES / "receive_webhook.py")]
    node: list[str] = request.getfixturevalue("node_command")
    return node


class Running:
    """A started receiver: where it listens, and the lines that it prints."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        self.url = f"http://127.0.0.1:{self.line().split()[1]}/"

    def line(self) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "the receiver has ended"
        return line.strip()


@contextmanager
def started(command: list[str], secret: str) -> Iterator[Running]:
    environment = os.environ | {"XAVIRA_WEBHOOK_SECRET": secret, "PORT": "0"}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield Running(process)
        finally:
            process.kill()


def test_a_documented_receiver_verifies_what_is_sent(
    office: PostOffice, customer: Customer, command: list[str]
) -> None:
    """It accepts a message of the real sender and knows what was generated; a replay is no news."""
    endpoint = office.endpoint(
        customer, "http://127.0.0.1:1/", event_types=["generation.completed"]
    )
    with started(command, endpoint["secret"]) as receiver:
        path = f"/v1/webhook_endpoints/{endpoint['endpoint_id']}"
        customer.send("PATCH", path, json_body={"url": receiver.url})
        office.caught_up()
        character_id = customer.character()
        image = customer.image(character_id).json
        assert receiver.line() == f"generation.completed {image['generation_id']}"
        (delivery,) = office.ended(customer, 1)
        assert delivery["state"] == "delivered"
        customer.send("POST", f"/v1/webhook_deliveries/{delivery['delivery_id']}:replay")
        office.until(lambda: office.deliveries(customer)[0]["attempts"] == 2)
        second = customer.image(character_id).json
        assert receiver.line() == f"generation.completed {second['generation_id']}"


def test_a_refund_hides_no_ending_from_a_documented_receiver(
    office: PostOffice, customer: Customer, receiver: Receiver, command: list[str]
) -> None:
    """The account has had more events than the generation; its refund may still come first."""
    types = ["credits.refunded", "generation.failed"]
    endpoint = office.endpoint(customer, receiver.url, event_types=types)
    generation_id = customer.outcome("fail").image(customer.character()).error["generation_id"]
    office.until(lambda: all(map(receiver.of, types)))
    with started(command, endpoint["secret"]) as documented:
        for kind in types:
            (sent,) = receiver.of(kind)
            assert post(documented, sent.body, sent.headers) == 204
            assert documented.line() == f"{kind} {generation_id}"


def test_a_documented_receiver_hears_every_test(command: list[str]) -> None:
    """That of an endpoint which was enabled has its number, one that was asked for has none."""
    with started(command, SECRET) as receiver:
        for number, sequence in enumerate((2, 0, 0)):
            tell(receiver, number, "webhook.test", sequence=sequence)
            assert receiver.line() == "webhook.test"


def test_a_documented_receiver_keeps_the_books_apart(command: list[str]) -> None:
    """An account has the same id in both, and counts in each for itself; within one book what comes
    behind something newer of the same is left out.
    """
    with started(command, SECRET) as receiver:
        tell(receiver, 1, "credits.low", sequence=90, livemode=False)
        assert receiver.line() == "credits.low"
        tell(receiver, 2, "credits.depleted", sequence=7)
        assert receiver.line() == "credits.depleted"
        tell(receiver, 3, "credits.low", sequence=6)
        tell(receiver, 4, "credits.low", sequence=89, livemode=False)
        tell(receiver, 5, "key.spend_limit_reached", sequence=1, subject="cap")
        assert receiver.line() == "key.spend_limit_reached"


def tell(
    receiver: Running,
    number: int,
    kind: str,
    *,
    sequence: int,
    subject: str = "a",
    livemode: bool = True,
) -> None:
    """Posts a message of ours, under an id of its own."""
    message = {"type": kind, "livemode": livemode, "subject_id": subject}
    body = json.dumps(message | {"sequence": sequence, "data": {}}).encode()
    headers = headers_of(Webhook(SECRET), body, int(time.time()), f"msg_{number}")
    assert post(receiver, body, headers) == 204


def test_a_documented_receiver_refuses_forgeries(command: list[str]) -> None:
    """Another body, a stale time, a foreign secret, nonsense and nothing: each is a 400."""
    body = b'{"type":"webhook.test","data":{}}'
    now = int(time.time())
    good = headers_of(Webhook(SECRET), body, now)
    with started(command, SECRET) as receiver:
        assert post(receiver, body, good) == 204
        assert receiver.line() == "webhook.test"
        assert post(receiver, body + b" ", good) == 400
        assert post(receiver, body, headers_of(Webhook(SECRET), body, now - 301)) == 400
        assert post(receiver, body, headers_of(Webhook(bytes(32)), body, now)) == 400
        for nonsense in ("garbage", "v1,a,b", "", "v2,AAAA"):
            assert post(receiver, body, good | {"webhook-signature": nonsense}) == 400
        assert post(receiver, body, {}) == 400


def headers_of(
    webhook: Webhook, body: bytes, timestamp: int, message_id: str = "msg"
) -> dict[str, str]:
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": signature([webhook._whsecret], message_id, timestamp, body),
    }


def post(receiver: Running, body: bytes, headers: dict[str, str]) -> int:
    return httpx2.post(receiver.url, content=body, headers=headers).status_code


def test_the_shell_recipe_of_the_documentation(tmp_path: Path) -> None:
    """The commands of the page compute the signature that is sent."""
    page = (EXAMPLES.parent / "howto" / "webhooks.md").read_text()
    recipe = page.split("<!-- shell recipe -->\n```sh\n")[1].split("```")[0]
    body = b'{"type":"webhook.test","data":{}}'
    (tmp_path / "body.json").write_bytes(body)
    environment = os.environ | {
        "SECRET": SECRET,
        "WEBHOOK_ID": "msg",
        "WEBHOOK_TIMESTAMP": "1700000000",
    }
    done = subprocess.run(
        ["bash", "-euc", recipe], cwd=tmp_path, env=environment, capture_output=True, text=True
    )
    secret = bytes(range(32))
    assert done.stdout.strip() == signature([secret], "msg", 1_700_000_000, body), done.stderr
