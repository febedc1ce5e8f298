"""Settings that cannot be used: told once, by the name of the variable, and nothing goes on."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from adapters.devstack.ports import free_port
from tests.folders import server_folder

ENDED_SECONDS_MAX = 120


def _up(data: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    given = {f"XAVIRA_{name.upper()}": value for name, value in settings.items()}
    return subprocess.run(
        [sys.executable, "-m", "adapters", "up", "--port", str(free_port())],
        env=os.environ | {"PYTHONPATH": os.getcwd(), "XAVIRA_DATA": str(data)} | given,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=ENDED_SECONDS_MAX,
        check=False,
    )


@pytest.mark.parametrize(
    ("setting", "value", "told"),
    [
        (
            "models",
            "/nope.toml",
            "XAVIRA_MODELS cannot be used: /nope.toml cannot be read: No such file or directory.",
        ),
        ("pool", "nope", "XAVIRA_POOL: no model of the catalogue is in nope."),
        (
            "packs",
            "/nope.toml",
            "XAVIRA_PACKS cannot be used: /nope.toml cannot be read: No such file or directory.",
        ),
        (
            "smtp_url",
            "zzz",
            "XAVIRA_SMTP_URL cannot be used: an SMTP URL is smtp://host or smtps://host.",
        ),
        (
            "audit_key",
            "/nope",
            "XAVIRA_AUDIT_KEY names no readable file: No such file or directory.",
        ),
        ("classifier_url", "zzz", "XAVIRA_CLASSIFIER_URL is an http(s) address."),
        (
            "trusted_proxies",
            "zzz",
            "XAVIRA_TRUSTED_PROXIES: 'zzz' does not appear to be an IPv4 or IPv6 network.",
        ),
        (
            "btcpay_url",
            "https://pay.example.org",
            "Some of XAVIRA_BTCPAY_* are set, but not all of them.",
        ),
        (
            "provenance_key",
            "/nope",
            "XAVIRA_PROVENANCE_CHAIN and XAVIRA_PROVENANCE_KEY go together.",
        ),
        ("master_key", "zzz", "XAVIRA_MASTER_KEY must be 64 hexadecimal digits."),
    ],
)
def test_up_starts_nothing_with_settings_that_a_role_refuses(
    setting: str, value: str, told: str, tmp_path: Path
) -> None:
    """Whichever role reads it: one sentence is all that is said, and no folder is made."""
    ended = _up(tmp_path / "data", **{setting: value})
    assert (ended.stdout, ended.returncode) == (f"Error: {told}\n", 78)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.processes
def test_up_ends_where_only_a_role_finds_out() -> None:
    """A watermark is looked at by who loads it; no credit is taken for what nobody will draw."""
    with server_folder("xavira-misconfigured-") as folder:
        ended = _up(folder / "data", watermark="no:no")
    assert ended.returncode == 78
    assert "Error: XAVIRA_WATERMARK cannot be used: no:no cannot be loaded" in ended.stdout
    assert "cannot run with these settings; it says above why." in ended.stdout.splitlines()[-1]
    assert "Traceback" not in ended.stdout
    assert "balance" not in ended.stdout


@pytest.mark.parametrize(
    ("role", "setting", "value"),
    [
        ("serve", "models", "/nope.toml"),
        ("work", "models", "/nope.toml"),
        ("infer", "models", "/nope.toml"),
        ("serve", "packs", "/nope.toml"),
        ("work", "nats_url", "foo"),
        ("infer", "nats_url", "foo"),
        ("infer", "data", "/dev/null"),
        ("infer", "data", "/" + "x" * 256),
    ],
)
def test_a_role_names_the_variable(role: str, setting: str, value: str, tmp_path: Path) -> None:
    """With a status of its own, so that whoever starts it need not try again."""
    environment = os.environ | {
        "PYTHONPATH": os.getcwd(),
        "XAVIRA_DATA": str(tmp_path / "data"),
        "XAVIRA_DATABASE_URL": f"postgresql://nobody@127.0.0.1:{free_port()}/none",
        "XAVIRA_PORT": str(free_port()),
        f"XAVIRA_{setting.upper()}": value,
    }
    ended = subprocess.run(
        [sys.executable, "-m", "adapters", role],
        env=environment,
        capture_output=True,
        text=True,
        timeout=ENDED_SECONDS_MAX,
        check=False,
    )
    assert ended.returncode == 78
    assert ended.stderr.startswith(f"Error: XAVIRA_{setting.upper()}")
    assert "[Errno" not in ended.stderr
    assert len(ended.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "told"), [("file", "File exists"), ("x" * 256, "File name too long")]
)
def test_a_data_folder_that_is_none_is_one_sentence(name: str, told: str, tmp_path: Path) -> None:
    """It names the variable and the folder, as long as its name may be."""
    (tmp_path / "file").touch()
    ended = _up(tmp_path / name)
    assert ended.returncode == 78
    assert ended.stdout == f"Error: XAVIRA_DATA cannot be used: {tmp_path / name}: {told}.\n"


def test_dumps_cannot_be_put_back_into_a_file(tmp_path: Path) -> None:
    """One sentence, as of any other command that starts the embedded server."""
    (tmp_path / "file").touch()
    ended = subprocess.run(
        [sys.executable, "-m", "adapters", "restore", "--books", str(tmp_path / "file")],
        env=os.environ | {"PYTHONPATH": os.getcwd(), "XAVIRA_DATA": str(tmp_path / "file")},
        capture_output=True,
        text=True,
        timeout=ENDED_SECONDS_MAX,
        check=False,
    )
    assert ended.returncode == 78
    told = f"Error: XAVIRA_DATA cannot be used: {tmp_path / 'file'}: Not a directory.\n"
    assert ended.stderr == told


def test_a_file_of_a_master_key_that_is_no_text_is_one_sentence(tmp_path: Path) -> None:
    """As one that holds too few digits."""
    (tmp_path / "master.key").write_bytes(b"\xff" * 32)
    ended = _up(tmp_path)
    assert ended.returncode == 78
    assert ended.stdout == "Error: XAVIRA_MASTER_KEY must be 64 hexadecimal digits.\n"
