"""Reads the named statements of `projections/sql`: parameters only, never composed from input.

A file holds statements that each begin with a line `-- name: <name>`. Files are read on first use.
"""

from functools import cache
from importlib.resources import files

MARK = "-- name: "


def named_sql(file: str, name: str) -> str:
    """The statement `name` of `projections/sql/<file>.sql`. Raises KeyError for an unknown one."""
    return _statements(file)[name]


@cache
def _statements(file: str) -> dict[str, str]:
    text = files("projections").joinpath("sql", f"{file}.sql").read_text(encoding="utf-8")
    statements = {}
    for part in text.split(MARK)[1:]:
        name, _, body = part.partition("\n")
        assert name.strip() not in statements, (file, name)
        statements[name.strip()] = body.strip().removesuffix(";")
    return statements
