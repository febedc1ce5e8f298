"""Which tests are run where a machine stalls, and that they are there."""

from pathlib import Path, PurePath

import pytest

from tests import machine

TESTS = Path(machine.__file__).parent


@pytest.mark.parametrize("folder", machine.CORE)
def test_the_core_is_there(folder: str) -> None:
    """A folder that is renamed would leave the core without a word."""
    assert any((TESTS / folder).rglob("test_*.py"))


def test_what_leads_to_the_core_is_entered() -> None:
    """The folder of all tests and that of the adapters are, their other folders are not."""
    entered = ["", "domain/keys", "adapters", "adapters/verifier/test_cli.py"]
    assert all(machine.in_core(PurePath(path)) for path in entered)
    left_out = ["scenarios", "adapters/web", "adapters/test_licences.py", "domain_of_others"]
    assert not any(machine.in_core(PurePath(path)) for path in left_out)
