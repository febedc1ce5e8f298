"""The page of all events: topic, meaning and fields, from the registry. Writes no file itself."""

import types
from collections.abc import Iterator
from typing import Any, Literal, NewType, Union, get_args, get_origin, get_type_hints

from domain.event import Event
from domain.registry import EVENTS

INTRODUCTION = """\
# Events

Everything that changes money, a character or a generation is one of these events, recorded once and
never edited. The log stores the topic and the fields as JSON; bytes are base64, times are UTC with
microseconds. A change of shape is a new class with the next version. This page is generated.

A Draw is `[lot_id, amount]`, a Reopened is `[lot_id, expires_at]`.
"""


def event_catalogue() -> str:
    """Markdown of every event, stream by stream, in the order of the registry."""
    return "\n".join((INTRODUCTION, *(_section(event) for event in EVENTS)))


def _section(event: type[Event]) -> str:
    lines = [f"## `{event.TOPIC}`", ""]
    if meaning := _meaning(event):
        lines += [meaning, ""]
    lines += list(_fields(event)) or ["No fields."]
    return "\n".join(lines) + "\n"


def _meaning(event: type[Event]) -> str:
    """The class's own docstring on one line; the inherited one says nothing about the event."""
    return " ".join((event.__dict__.get("__doc__") or "").split())


def _fields(event: type[Event]) -> Iterator[str]:
    hints = get_type_hints(event)
    for number, field in enumerate(event.__struct_fields__):
        if number == 0:
            yield "| field | type |"
            yield "| --- | --- |"
        yield f"| `{field}` | {_type_name(hints[field])} |"


def _type_name(annotation: Any) -> str:
    if isinstance(annotation, NewType):
        return str(annotation.__name__)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return " or ".join(f"`{value}`" for value in arguments)
    if origin in (Union, types.UnionType):
        return " or ".join(_type_name(argument) for argument in arguments)
    if origin is tuple:
        return f"list of {_type_name(arguments[0])}"
    if origin is dict:
        return f"map of {_type_name(arguments[0])} to {_type_name(arguments[1])}"
    return "null" if annotation is type(None) else str(annotation.__name__)
