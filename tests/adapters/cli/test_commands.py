"""Which modules a command line needs."""

import subprocess
import sys

import click
import pytest

from adapters.cli.commands import MODULES, complete_group

_ASKED = """
import sys, click
from adapters.cli.commands import group_for
found = group_for(sys.argv[1]).commands[sys.argv[1]]
print(sorted(found.commands) if isinstance(found, click.Group) else [], "pyarrow" in sys.modules)
"""


def _names(command: click.Command) -> list[str]:
    return sorted(command.commands) if isinstance(command, click.Group) else []


def test_every_first_word_has_its_modules() -> None:
    """A command that registers itself without being listed would never be found."""
    assert sorted(MODULES) == sorted(complete_group().commands)


@pytest.mark.parametrize("word", ["serve", "accounts", "ledger"])
def test_a_word_alone_finds_all_of_its_commands(word: str) -> None:
    """Imported alone, a group is as complete as in the whole, and a role drags no reports in."""
    done = subprocess.run(
        [sys.executable, "-c", _ASKED, word], capture_output=True, text=True, check=True
    )

    names, _, arrow = done.stdout.strip().rpartition(" ")
    assert names == str(_names(complete_group().commands[word]))
    assert arrow == ("True" if word == "ledger" else "False")
