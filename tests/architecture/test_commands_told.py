"""What the pages tell a reader to type is understood: every command, option and value of a line."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from tests.architecture.tree import project_files, source

PAGES = sorted(
    path
    for path in project_files()
    if path.suffix == ".md" and path.parts[:2] not in {("docs", "decisions"), ("docs", "reference")}
)
FENCED = re.compile(r"^```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)
INDENTED = re.compile(r"^ {4}(.+)$", re.MULTILINE)
COMMAND = re.compile(r"(?<![\w./`-])xavira (?=[a-z])(.+)")
ENDS = frozenset({"|", "||", "&", "&&", ";", ">", ">>", "<", ")"})
"""Words of a shell that end a command, or lead its streams elsewhere."""

PLACEHOLDER = re.compile(r"[A-Z][A-Z_]*")
AN_ID = "00000000-0000-0000-0000-000000000001"
KEPT_BY_THE_READER = ("older-checkpoint", "books.dump", "keys.dump")
"""Files that a line reads, and that only its reader has."""


@pytest.fixture(scope="module")
def group() -> click.Group:
    """Every command, as it is declared."""
    from adapters.cli.commands import complete_group

    return complete_group()


def _lines(page: Path) -> Iterator[list[str]]:
    """The words behind `xavira` of each command in the page's blocks of code."""
    text = source(page).replace("\\\n", " ")
    blocks = [line for block in FENCED.findall(text) for line in block.splitlines()]
    for line in blocks + INDENTED.findall(FENCED.sub("", text)):
        for rest in COMMAND.findall(line):
            yield list(_words(rest))


def _words(rest: str) -> Iterator[str]:
    """The words of the command that this begins with, as a shell reads them."""
    shell = shlex.shlex(rest, posix=True, punctuation_chars=True)
    shell.whitespace_split = True
    for word in shell:
        if word in ENDS:
            return
        yield word


def _refusal(group: click.Group, words: list[str]) -> str | None:
    """Why these words are no command that can be run, if so. Nothing is run."""
    command: click.Command | None = group
    context = click.Context(group, info_name="xavira")
    rest = [AN_ID if PLACEHOLDER.fullmatch(word) else word for word in words]
    while isinstance(command, click.Group):
        name = rest.pop(0) if rest else ""
        command = command.get_command(context, name)
        if command is None:
            return f"there is no command {name!r}"
        context = click.Context(command, info_name=name, parent=context)
    assert command is not None
    try:
        command.make_context(context.info_name, rest, parent=context.parent)
    except click.ClickException as error:
        return error.format_message()
    return None


def test_every_command_line_of_a_page_is_whole(
    group: click.Group, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its options are there, what they ask for is given, and none that is required is missing."""
    monkeypatch.chdir(tmp_path)
    for name in KEPT_BY_THE_READER:
        (tmp_path / name).touch()
    told = [(str(page), words) for page in PAGES for words in _lines(page)]
    assert len(told) > 40
    refused = {
        f"{page}: xavira {' '.join(words)}": refusal
        for page, words in told
        if (refusal := _refusal(group, words)) is not None
    }
    assert refused == {}


@pytest.mark.parametrize(
    ("line", "refusal"),
    [
        ("ledger verify --json  # all of it", None),
        ('ledger fork --reason "a disk was lost"', None),
        ("keys whose < found.txt", None),
        ("keys revoke --account ACCOUNT_ID --key KEY_ID", None),
        ("ledger forge", "there is no command 'forge'"),
        ("ledger", "there is no command ''"),
        ("ledger verify --jsn", "No such option '--jsn'."),
        ("ledger fork", "Missing option '--reason'."),
        ("takedowns finish", "Give a --reason, or --dry-run alone."),
        ("takedowns finish --dry-run --reason why", "Give a --reason, or --dry-run alone."),
        ("keys revoke --account mine --key KEY_ID", "Invalid value for '--account': 'mine' is not"),
    ],
)
def test_what_is_wrong_with_a_line_is_told(
    group: click.Group, line: str, refusal: str | None
) -> None:
    """Also what a command asks for by a rule of its own, not by a required option."""
    told = _refusal(group, list(_words(line)))
    assert told == refusal or (told is not None and told.startswith(str(refusal)))
