"""Where the API may listen: an address of this machine, and a port that nobody else has."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.composition.listening import check_address
from adapters.devstack.ports import HOST, free_port
from adapters.settings import SettingInvalid

REFUSAL_SECONDS_MAX = 60


@pytest.fixture
def taken() -> Iterator[int]:
    """The port of a server that would share it, as ours would."""
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        listener.bind((HOST, 0))
        listener.listen()
        yield listener.getsockname()[1]


@pytest.mark.parametrize("role", ["serve", "up"])
def test_a_port_in_use_is_one_sentence(role: str, taken: int, tmp_path: Path) -> None:
    """Nothing is started beside whoever has it, and nothing is left behind."""
    ended = subprocess.run(
        [sys.executable, "-m", "adapters", role, "--port", str(taken)],
        env=os.environ | {"PYTHONPATH": os.getcwd(), "XAVIRA_DATA": str(tmp_path / "data")},
        capture_output=True,
        text=True,
        timeout=REFUSAL_SECONDS_MAX,
    )
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert ended.stderr == (
        f"Error: Port {taken} of 127.0.0.1 is in use: end what listens there, or choose another"
        " port with --port or XAVIRA_PORT.\n"
    )
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("host", "told"),
    [
        ("999.1.1.1", "XAVIRA_HOST is an IP address, which '999.1.1.1' is not."),
        ("203.0.113.7", "XAVIRA_HOST is an address of this machine, which 203.0.113.7 is not."),
    ],
)
def test_an_address_is_one_of_this_machine(host: str, told: str) -> None:
    """Told by the name of the setting."""
    with pytest.raises(SettingInvalid, match=told):
        check_address(host, free_port())


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0"])
def test_a_port_that_was_left_is_free(host: str) -> None:
    """At once, though connections to it have just ended."""
    port = free_port()
    for _ in range(2):
        check_address(host, port)
        with socket.create_server((host, port)) as server:
            client = socket.create_connection((HOST, port))
            accepted, _ = server.accept()
            accepted.close()
            client.close()
