"""Which methods a path has, as the document says: what `Allow` tells beside a 405.

The router cannot say it: it knows nothing of verbs behind a colon, and adds methods of its own.
"""

import re
from collections.abc import Iterable, Mapping

_PARAMETER = re.compile(r"\\\{\w+\\\}")


class Methods:
    """Methods by documented path; the template with the most text of its own wins."""

    def __init__(self, paths: Mapping[str, Iterable[str]]) -> None:
        self._patterns = [
            (re.compile(_PARAMETER.sub("[^/]+", re.escape(path))), sorted(map(str.upper, methods)))
            for path, methods in sorted(paths.items(), key=_literal_first)
        ]

    def of(self, path: str) -> list[str]:
        """Empty for a path that is not documented; a slash behind it changes nothing."""
        path = path.rstrip("/") or "/"
        for pattern, methods in self._patterns:
            if pattern.fullmatch(path) is not None:
                return methods
        return []

    def allowed(self, path: str) -> str:
        """The same as the header `Allow` tells it."""
        return ", ".join(self.of(path))


def _literal_first(item: tuple[str, Iterable[str]]) -> int:
    return -len(re.sub(r"\{\w+\}", "", item[0]))
