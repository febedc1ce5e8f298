"""What strangers wrote, as text that does nothing to a terminal or a page that shows it."""

import json


def legible(text: str, *, lines: bool = False) -> str:
    """What does not print, controls and signs that turn the writing among it, is spelled out; line
    breaks too, unless `lines` are wanted.
    """
    return "".join(c if c.isprintable() or (lines and c == "\n") else _spelled(c) for c in text)


def _spelled(character: str) -> str:
    return json.dumps(character)[1:-1]
