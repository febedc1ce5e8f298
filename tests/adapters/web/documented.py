"""Whether an answer has only the headers that the document tells of it."""

import json
import re
from typing import Any

from adapters.web.app import openapi_json
from adapters.web.openapi.headers import HEADERS
from adapters.web.openapi.shared import answer_of
from tests.adapters.web.asgi import Reply

DOCUMENT: dict[str, Any] = json.loads(openapi_json())
NAMED = {name.lower(): name for name in HEADERS}


def _literal_first(path: str) -> int:
    return -len(re.sub(r"\{\w+\}", "", path))


PATTERNS = [
    (re.compile(re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(path))), DOCUMENT["paths"][path])
    for path in sorted(DOCUMENT["paths"], key=_literal_first)
]


def undocumented(method: str, path: str, reply: Reply) -> set[str]:
    """Headers of ours that came and are not told of; of an unknown route, method or status none."""
    came = {NAMED[name] for name, _ in reply.headers if name in NAMED}
    for pattern, operations in PATTERNS:
        if pattern.fullmatch(path) is not None:
            answers = operations.get(method.lower(), {"responses": {}})["responses"]
            answer = answers.get(str(reply.status))
            return came - answer_of(DOCUMENT, answer)["headers"].keys() if answer else set()
    return set()
