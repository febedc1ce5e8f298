"""What msgspec leaves out of a schema: which texts are times, and of what type an enumeration is.

Without it a generated client has a string where a time is told, and for some generators nothing
where one of several words is.
"""

from collections.abc import Iterable
from typing import Any

from msgspec import inspect

Schema = dict[str, Any]

_TYPES = {str: "string", bool: "boolean", int: "integer"}


def tell_times(kinds: Iterable[type], schemas: dict[str, Schema]) -> None:
    """Says of each time in these types, and in those that they hold, that it is a `date-time`."""
    seen: set[type] = set()
    for kind in kinds:
        _tell_struct(inspect.type_info(kind), schemas, seen)


def tell_enums(told: Any) -> None:
    """Says of each enumeration in a document what its values are."""
    if isinstance(told, dict):
        values = told.get("enum")
        if isinstance(values, list) and "type" not in told:
            (told["type"],) = {_TYPES[type(value)] for value in values}
        for inner in told.values():
            tell_enums(inner)
    elif isinstance(told, list):
        for inner in told:
            tell_enums(inner)


def _tell_struct(info: inspect.Type, schemas: dict[str, Schema], seen: set[type]) -> None:
    if not isinstance(info, inspect.StructType) or info.cls in seen:
        return
    seen.add(info.cls)
    properties = schemas[info.cls.__name__]["properties"]
    for field in info.fields:
        _tell(field.type, properties[field.encode_name], schemas, seen)


def _tell(info: inspect.Type, schema: Schema, schemas: dict[str, Schema], seen: set[type]) -> None:
    """A time is the only text among the parts of its union: msgspec could not tell two apart."""
    match info:
        case inspect.Metadata():
            _tell(info.type, schema, schemas, seen)
        case inspect.DateTimeType():
            options = [schema, *schema.get("anyOf", ())]
            (text,) = (option for option in options if option.get("type") == "string")
            text["format"] = "date-time"
        case inspect.UnionType():
            for part in info.types:
                if isinstance(part, inspect.ListType | inspect.DictType):
                    continue
                _tell(part, schema, schemas, seen)
        case inspect.ListType():
            _tell(info.item_type, schema["items"], schemas, seen)
        case inspect.DictType():
            _tell(info.value_type, schema["additionalProperties"], schemas, seen)
        case _:
            _tell_struct(info, schemas, seen)
