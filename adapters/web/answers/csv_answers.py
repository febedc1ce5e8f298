"""Answers as CSV, to download."""

from collections.abc import Iterable, Sequence

from adapters.csv_lines import csv_line
from adapters.web.answers.byte_answers import FileAnswer
from adapters.web.dependencies import Answer

ROWS_MAX = 10_000
"""Lines of one answer; the header Xavira-Next-Cursor says where the next one begins."""

MEDIA_TYPE = "text/csv; charset=utf-8"


def csv_answer(
    file_name: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    next_cursor: str | None,
) -> Answer:
    """A file with a line of column names, then the rows."""
    lines = [csv_line(row) for row in (columns, *rows)]
    headers = {} if next_cursor is None else {"Xavira-Next-Cursor": next_cursor}
    headers |= {"Content-Disposition": f'attachment; filename="{file_name}"'}
    return FileAnswer("".join(lines).encode(), media_type=MEDIA_TYPE, headers=headers)
