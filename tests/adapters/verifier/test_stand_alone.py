"""The verifier stands alone: what it imports, and that its command is installed."""

from __future__ import annotations

import subprocess
import sys
import tomllib

from tests.architecture.tree import ROOT

IMPORTS = """
import sys
before = set(sys.modules)
import adapters.verifier.cli
after = {name.partition(".")[0] for name in set(sys.modules) - before}
after -= set(sys.stdlib_module_names)
print(" ".join(sorted(after)))
print(" ".join(sorted(name for name in sys.modules if name.startswith("adapters."))))
"""


def test_it_imports_no_server_and_no_database() -> None:
    """Only msgspec, cryptography, pyarrow (and what they bring) beside our own pure modules."""
    outcome = subprocess.run(
        [sys.executable, "-c", IMPORTS], capture_output=True, text=True, timeout=300, check=True
    )
    tops, ours = (set(line.split()) for line in outcome.stdout.splitlines())
    assert tops & {"psycopg", "litestar", "nats", "eventsourcing", "boto3", "structlog"} == set()
    assert {name for name in ours if not name.startswith("adapters.verifier")} == set()


def test_its_command_is_declared() -> None:
    """`xavira-verify` is a console script of the distribution."""
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
    assert scripts["xavira-verify"] == "adapters.verifier.cli:main"
