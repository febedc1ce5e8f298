"""The few shapes of Markdown that every generated page is made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

GENERATED = "<!-- Written by `xavira docs write` from the code; edit the code instead. -->"


def page(*parts: str) -> str:
    """The parts with the mark of a generated file behind the title, one blank line between them."""
    title, *rest = parts
    return "\n\n".join([title, GENERATED, *rest]) + "\n"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; a bar or a line break inside a cell does not end it."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
