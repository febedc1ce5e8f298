"""What the API promised once, a line each: the list only grows, and whoever breaks a line is told.

A client relies on the routes, on what they take and answer, headers included, and on what they do
not ask for. Values that an answer may have, bounds and error codes are not listed: the first may
grow, and the codes have a test of their own.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

Document = Mapping[str, Any]
Schema = Mapping[str, Any]

NEEDS = " needs "
NOTHING = "nothing"


def promises(document: Document) -> list[str]:
    """Every promise that the document makes, in order."""
    lines = {
        line
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
        for line in _of_operation(f"{method.upper()} {path}", operation, document)
    }
    return sorted(lines)


def broken(promised: Iterable[str], document: Document) -> list[str]:
    """The promises that the document does not keep. To need less than promised keeps it."""
    kept = set(promises(document))
    needs = dict(line.split(NEEDS) for line in kept if NEEDS in line)
    return [line for line in promised if not _is_kept(line, kept, needs)]


def grown(promised: Iterable[str], document: Document) -> list[str]:
    """The list with what the document adds; what is broken stays, to be seen."""
    stays = broken(promised, document)
    unkept = tuple(line.split(NEEDS)[0] + NEEDS for line in stays if NEEDS in line)
    return sorted({*stays, *(line for line in promises(document) if not line.startswith(unkept))})


def _is_kept(line: str, kept: set[str], needs: Mapping[str, str]) -> bool:
    if NEEDS not in line:
        return line in kept
    operation, names = line.split(NEEDS)
    return operation in needs and set(needs[operation].split(", ")) <= {*names.split(", "), NOTHING}


def _of_operation(name: str, operation: Document, document: Document) -> Iterator[str]:
    needed = []
    yield name
    for parameter in operation["parameters"]:
        place = f"{parameter['in']}.{parameter['name']}"
        needed += [place] if parameter.get("required") else []
        yield from _taken(name, place, parameter["schema"], document)
    for schema in _json(operation.get("requestBody", {})):
        needed += list(_required("body", schema, document))
        yield from _taken(name, "body", schema, document)
    for status, answer in operation["responses"].items():
        if not status.startswith("2"):
            continue
        for header in answer["headers"]:
            yield f"{name} answers {status} with {header}"
        for schema in _json(answer):
            for place, kind, _ in _fields(status, schema, document):
                yield f"{name} answers {place}: {kind}"
    yield f"{name}{NEEDS}{', '.join(sorted(needed)) or NOTHING}"


def _taken(name: str, place: str, schema: Schema, document: Document) -> Iterator[str]:
    for field, kind, values in _fields(place, schema, document):
        yield f"{name} takes {field}: {kind}"
        for value in values:
            yield f"{name} takes {field}={value}"


def _json(content: Document) -> Iterator[Schema]:
    for media in content.get("content", {}).values():
        if "schema" in media:
            yield media["schema"]


def _fields(place: str, schema: Schema, document: Document) -> Iterator[tuple[str, str, list[Any]]]:
    """(where, types, values) of everything in a schema, the whole of it first."""
    kinds: set[str] = set()
    values: list[Any] = []
    inner: list[tuple[str, Schema]] = []
    for option in _options(schema, document):
        values += option.get("enum", [])
        kinds.add(option.get("type", "string" if "enum" in option else "anything"))
        inner += [(f"{place}.{name}", of) for name, of in option.get("properties", {}).items()]
        inner += [(f"{place}[]", option["items"])] if isinstance(option.get("items"), dict) else []
        more = option.get("additionalProperties")
        inner += [(f"{place}.*", more)] if isinstance(more, dict) else []
    yield place, "|".join(sorted(kinds)), [value for value in values if value is not None]
    for name, of in inner:
        yield from _fields(name, of, document)


def _required(place: str, schema: Schema, document: Document) -> Iterator[str]:
    for option in _options(schema, document):
        for name, of in option.get("properties", {}).items():
            if name in option.get("required", []):
                yield f"{place}.{name}"
            yield from _required(f"{place}.{name}", of, document)
        if isinstance(option.get("items"), dict):
            yield from _required(f"{place}[]", option["items"], document)


def _options(schema: Schema, document: Document) -> Iterator[Schema]:
    """What a value may be, without references."""
    if "$ref" in schema:
        schema = document["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    if "anyOf" in schema:
        for option in schema["anyOf"]:
            yield from _options(option, document)
    else:
        yield schema
