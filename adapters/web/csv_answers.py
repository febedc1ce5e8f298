"""Answers as CSV (RFC 4180), for spreadsheets: every cell stands for itself and is no formula."""

import csv
import io
from collections.abc import Iterable, Sequence

from adapters.web.byte_answers import FileAnswer
from adapters.web.dependencies import Answer

ROWS_MAX = 10_000
"""Lines of one answer; the header Xavira-Next-Cursor says where the next one begins."""

MEDIA_TYPE = "text/csv; charset=utf-8"
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def csv_answer(
    file_name: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    next_cursor: str | None,
) -> Answer:
    """A file to download. Texts that a spreadsheet would compute get an apostrophe in front."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_plain(cell) for cell in row])
    headers = {} if next_cursor is None else {"Xavira-Next-Cursor": next_cursor}
    headers |= {"Content-Disposition": f'attachment; filename="{file_name}"'}
    return FileAnswer(text.getvalue().encode(), media_type=MEDIA_TYPE, headers=headers)


def _plain(cell: object) -> object:
    if isinstance(cell, str) and cell.startswith(_FORMULA_SIGNS):
        return f"'{cell}"
    return "" if cell is None else cell
