"""What a log line may never hold, in whatever corner of it: secrets, and values of variables."""

import json
import os
import subprocess
import sys
from datetime import datetime, timedelta

import pytest

from adapters.keys import Pepper, issue_key

KEY = issue_key("live", pepper=Pepper(1, b"pepper")).secret
PLANTED = (KEY, "whsec_MfKQ", "sesame", "unmistakable")


def _said(style: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "tests.adapters.telemetry.speaking_process", KEY, style],
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    return done.stderr


@pytest.mark.parametrize("style", ["json", "console"])
def test_no_line_holds_a_secret(style: str) -> None:
    """At any depth, in the message, in an exception, and never the value of a variable."""
    said = _said(style)
    assert "cannot use xav_***" in said
    assert "library says xav_***" in said
    assert [planted for planted in PLANTED if planted in said] == []


def test_a_line_cannot_be_forged() -> None:
    """A line break in a value stays inside its line."""
    events = [json.loads(line)["event"] for line in _said("json").splitlines()]
    assert len(events) == 8
    assert "forged" not in events


@pytest.mark.parametrize("style", ["json", "console"])
def test_a_log_that_nobody_takes_stops_nothing(style: str) -> None:
    """Whoever read the lines is gone; what was at work when a line was due goes on."""
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "tests.adapters.telemetry.speaking_process", KEY, style],
            stdout=subprocess.PIPE,
            stderr=writer,
            text=True,
            timeout=300,
        )
    finally:
        os.close(writer)
    assert done.stdout == "all was said\n"


_THREAD_SPEAKS = """
import threading, structlog
from adapters.telemetry.logs import set_up_logs
set_up_logs(level="info", style="json", role="work")
said = threading.Thread(target=lambda: structlog.get_logger().info("from a thread"))
said.start()
said.join()
"""


def test_every_line_says_who_and_when() -> None:
    """Role, level and time in UTC, whichever thread of the process the line is from."""
    done = subprocess.run(
        [sys.executable, "-c", _THREAD_SPEAKS],
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    line = json.loads(done.stderr)
    assert datetime.fromisoformat(line.pop("timestamp")).utcoffset() == timedelta(0)
    assert line == {"event": "from a thread", "level": "info", "role": "work"}
