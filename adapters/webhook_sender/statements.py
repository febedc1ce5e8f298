"""The sender's SQL, one named file a statement, read once."""

from functools import cache
from importlib import resources
from typing import LiteralString

from adapters.postgres.connections import literal


@cache
def statement(name: str) -> LiteralString:
    """The text of `sql/<name>.sql`."""
    return literal((resources.files("adapters.webhook_sender") / "sql" / f"{name}.sql").read_text())
