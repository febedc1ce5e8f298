"""Answers as CSV (RFC 4180), for spreadsheets: every cell stands for itself and is no formula."""

from collections.abc import Iterable, Sequence

from adapters.web.answers.byte_answers import FileAnswer
from adapters.web.dependencies import Answer

ROWS_MAX = 10_000
"""Lines of one answer; the header Xavira-Next-Cursor says where the next one begins."""

MEDIA_TYPE = "text/csv; charset=utf-8"
_FORMULA_SIGNS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\t", "\r", "\n")
"""The wide ones count as well where people write with them."""

_QUOTED_SIGNS = frozenset('",;\t\r\n')
"""Half of Europe's spreadsheets part cells at a semicolon, unless it is quoted."""


def csv_answer(
    file_name: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    next_cursor: str | None,
) -> Answer:
    """A file to download. Texts that a spreadsheet would compute get an apostrophe in front."""
    lines = [",".join(map(_cell, row)) + "\r\n" for row in (columns, *rows)]
    headers = {} if next_cursor is None else {"Xavira-Next-Cursor": next_cursor}
    headers |= {"Content-Disposition": f'attachment; filename="{file_name}"'}
    return FileAnswer("".join(lines).encode(), media_type=MEDIA_TYPE, headers=headers)


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    if isinstance(value, str) and text.startswith(_FORMULA_SIGNS):
        text = f"'{text}"
    if _QUOTED_SIGNS.isdisjoint(text):
        return text
    return '"' + text.replace('"', '""') + '"'
