"""The page of commands, out of the command group itself.

It does not use the command's own help text, which is wrapped to the width of a terminal.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import click

from adapters.docs import markdown

PROGRAM = "xavira"
TITLE = "# Commands"

INTRODUCTION = """\
Settings come from the environment; an option that names a variable in brackets wins over it. A
known failure ends with one sentence on standard error and status 1, wrong usage with status 2."""


def cli_page(group: click.Group) -> str:
    """docs/reference/cli.md as Markdown: every command with its arguments and options."""
    return markdown.page(TITLE, INTRODUCTION, *_sections(group, PROGRAM))


def command_names(group: click.Group, *, prefix: str = PROGRAM) -> Iterator[str]:
    """Every command that does something, as one types it, without options: groups only lead on."""
    for name, command in sorted(group.commands.items()):
        if isinstance(command, click.Group):
            yield from command_names(command, prefix=f"{prefix} {name}")
        else:
            yield f"{prefix} {name}"


def _sections(group: click.Group, prefix: str) -> Iterator[str]:
    for name, command in sorted(group.commands.items()):
        path = f"{prefix} {name}"
        if isinstance(command, click.Group):
            yield from _sections(command, path)
        else:
            yield _section(command, path)


def _section(command: click.Command, path: str) -> str:
    arguments = [param for param in command.params if isinstance(param, click.Argument)]
    options = [param for param in command.params if isinstance(param, click.Option)]
    words = [path, *(["[OPTIONS]"] if options else []), *map(_placeholder, arguments)]
    parts = [f"## `{path}`", inspect.cleandoc(command.help or ""), f"    {' '.join(words)}"]
    if options:
        rows = [[_spelling(option), _meaning(option)] for option in options]
        parts.append(markdown.table(["option", "meaning"], rows))
    return "\n\n".join(part for part in parts if part)


def _placeholder(argument: click.Argument) -> str:
    word = (argument.name or "").upper() + ("..." if argument.nargs != 1 else "")
    return word if argument.required else f"[{word}]"


def _spelling(option: click.Option) -> str:
    value = "" if option.is_flag else f" {_value(option)}"
    return ", ".join(f"`{name}{value}`" for name in (*option.opts, *option.secondary_opts))


def _value(option: click.Option) -> str:
    """What to put for the value, as `N`, `PATH` or `base|scale`."""
    match option.type:
        case click.Choice(choices=choices):
            return "|".join(str(choice) for choice in choices)
        case click.types.IntParamType():
            return "N"
        case _:
            return option.type.name.upper()


def _meaning(option: click.Option) -> str:
    sentences = [option.help or ""]
    if isinstance(option.type, click.IntRange):
        sentences.append(_range(option.type))
    if option.required:
        sentences.append("Required.")
    elif option.show_default:
        sentences.append(f"Default: `{option.default}`.")
    return " ".join(sentence for sentence in sentences if sentence)


def _range(kind: click.IntRange) -> str:
    low = "" if kind.min is None else f"from {kind.min}"
    high = "" if kind.max is None else f"to {kind.max}"
    return " ".join(part for part in (low, high) if part).capitalize() + "."
