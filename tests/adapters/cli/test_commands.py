"""Which modules a command line needs."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

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


def _all(command: click.Command, name: str = "xavira") -> Iterator[tuple[str, click.Command]]:
    yield name, command
    if isinstance(command, click.Group):
        for word, inner in command.commands.items():
            yield from _all(inner, f"{name} {word}")


def test_lists_of_commands_cut_no_sentence_off() -> None:
    """In a terminal of 80 columns the help of every group says whole sentences."""
    groups = [(name, group) for name, group in _all(complete_group()) if _names(group)]
    shown = {
        name: CliRunner().invoke(complete_group(), [*name.split()[1:], "--help"]).output
        for name, _ in groups
    }
    assert [name for name, text in shown.items() if "..." in text.partition("Commands:")[2]] == []
    assert len(shown) == 12


def test_every_option_says_what_it_is_for() -> None:
    """No option leaves a reader with its name alone."""
    silent = [
        f"{name} {option.opts[0]}"
        for name, command in _all(complete_group())
        for option in command.params
        if isinstance(option, click.Option) and not option.help
    ]
    assert silent == []


def test_what_was_never_started_says_where_it_looked(tmp_path: Path) -> None:
    """A command in the wrong folder names the folder it looked in, and how to name another."""
    data = tmp_path / "elsewhere"
    result = CliRunner().invoke(
        complete_group(), ["ledger", "tail"], env={"XAVIRA_DATA": str(data)}
    )
    assert result.exit_code == 1
    assert result.output == (
        f"Error: Nothing has been started in {data} yet: run `xavira up` first, or this command"
        " where it runs (XAVIRA_DATA names its data folder).\n"
    )


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("keys issue --account 0190aaaa-0000-7000-8000-000000000000 --scope all", "generate, read"),
        ("docs write --root .git", "it has no folder docs/reference"),
    ],
)
def test_wrong_use_says_what_is_right(line: str, told: str) -> None:
    """What cannot be meant is refused with status 2 and what there is instead."""
    result = CliRunner().invoke(complete_group(), line.split())
    assert result.exit_code == 2
    assert told in result.output
