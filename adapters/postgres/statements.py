"""SQL in files of its own, one statement each, read once."""

from functools import cache
from importlib import resources
from typing import LiteralString

from adapters.postgres.connections import literal


@cache
def statement_of(package: str, name: str) -> LiteralString:
    """The text of `sql/<name>.sql` in the folder of a package."""
    return literal((resources.files(package) / "sql" / f"{name}.sql").read_text())
