"""Answers that several operations have, told once.

Most errors are the same everywhere; told each time, with their headers, they were half of the
document.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from adapters.web.openapi.headers import RATE_LIMIT

RESPONSES = "#/components/responses/"


def share_errors(paths: Mapping[str, Mapping[str, dict[str, Any]]]) -> dict[str, Any]:
    """Put a reference where an error is that several operations answer alike; these errors by the
    name that refers to them: their codes, and whether they tell of a limit.
    """
    told = Counter(_written(error) for *_, error in _errors(paths))
    shared: dict[str, Any] = {}
    for responses, status, error in _errors(paths):
        name = _name(status, error)
        if told[_written(error)] > 1 and shared.setdefault(name, error) == error:
            responses[status] = {"$ref": RESPONSES + name}
    return dict(sorted(shared.items()))


def answer_of(document: Mapping[str, Any], answer: Mapping[str, Any]) -> Mapping[str, Any]:
    """An answer of an operation, looked up where it is a reference."""
    if "$ref" not in answer:
        return answer
    found: Mapping[str, Any] = document["components"]["responses"][
        answer["$ref"].removeprefix(RESPONSES)
    ]
    return found


def _errors(
    paths: Mapping[str, Mapping[str, dict[str, Any]]],
) -> Iterator[tuple[dict[str, Any], str, dict[str, Any]]]:
    """(the answers, status, error): what lists codes in its description."""
    for operations in paths.values():
        for operation in operations.values():
            responses = operation["responses"]
            for status, answer in list(responses.items()):
                if answer.get("description", "").startswith("`"):
                    yield responses, status, answer


def _name(status: str, error: Mapping[str, Any]) -> str:
    """Its codes, which have one status each; most are told with and without where a counted request
    stands.
    """
    counted = "-counted" if status != "429" and RATE_LIMIT[-1] in error["headers"] else ""
    return f"{error['description'].replace('`', '').replace(', ', '-')}{counted}"


def _written(answer: Mapping[str, Any]) -> bytes:
    return msgspec.json.encode(answer, order="sorted")
