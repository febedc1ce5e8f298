"""Values as PostgreSQL reads them from text: for rows that come by the thousand.

psycopg's own dumpers look at every value several times, which is most of what a rebuild would do.
"""

from collections.abc import Iterable
from uuid import UUID

_ESCAPED = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def id_array(ids: Iterable[UUID]) -> str:
    """A uuid[] as text."""
    return "{" + ",".join([one.hex for one in ids]) + "}"


def number_array(numbers: Iterable[int]) -> str:
    """An array of whole numbers as text."""
    return "{" + ",".join(map(str, numbers)) + "}"


def copied_text(text: str) -> str:
    """A text in a row of COPY."""
    return text.translate(_ESCAPED)
