"""The direction of imports, as the contracts in pyproject.toml state it."""

from __future__ import annotations

import subprocess
import sys
import tomllib

import pytest

from tests.architecture.tree import ROOT

LINT_SECONDS = 300.0
LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def test_imports_point_inward() -> None:
    """No module imports against the layers, and adapter families meet only where they may."""
    outcome = subprocess.run(
        [sys.executable, "-c", LINT, "--no-cache", "--config", str(ROOT / "pyproject.toml")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=LINT_SECONDS,
        check=False,
    )
    if outcome.returncode != 0:
        pytest.fail(outcome.stdout + outcome.stderr, pytrace=False)
    assert "0 broken" in outcome.stdout


def test_every_family_of_adapters_is_named() -> None:
    """A new one is held apart from the others unless it is said here to be known by all of them,
    or to put them together.
    """
    known_by_all, put_together = {"postgres", "telemetry"}, {"bench", "cli", "composition", "docs"}
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    [apart] = [c["modules"] for c in contracts["contracts"] if c["type"] == "independence"]
    families = {path.parent.name for path in (ROOT / "adapters").glob("*/__init__.py")}
    named = {name.removeprefix("adapters.") for name in apart}
    assert named == families - known_by_all - put_together


def test_processes_load_what_they_need() -> None:
    """`work` and `infer` serve no HTTP and judge no prompt: they start without what that takes."""
    told = "import sys, adapters.composition.work, adapters.composition.infer; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", told],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=LINT_SECONDS,
        check=True,
    ).stdout.split()
    assert {"litestar", "domain.moderation.gate"} & set(loaded) == set()
    assert "adapters.relay.dispatcher" in loaded
