"""Lines of CSV (RFC 4180), for spreadsheets: every cell stands for itself and is no formula."""

from collections.abc import Iterable

_FORMULA_SIGNS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\t", "\r", "\n")
"""The wide ones count as well where people write with them."""

_QUOTED_SIGNS = frozenset('",;\t\r\n')
"""Half of Europe's spreadsheets part cells at a semicolon, unless it is quoted."""


def csv_line(cells: Iterable[object]) -> str:
    """One line with its end. A str that a spreadsheet would compute gets an apostrophe in front, so
    numbers are handed in as numbers; None is an empty cell.
    """
    return ",".join(map(_cell, cells)) + "\r\n"


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    if isinstance(value, str) and text.startswith(_FORMULA_SIGNS):
        text = f"'{text}"
    if _QUOTED_SIGNS.isdisjoint(text):
        return text
    return '"' + text.replace('"', '""') + '"'
