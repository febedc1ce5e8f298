"""The page of settings, out of the class that reads them."""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec import inspect

from adapters.docs import markdown
from adapters.settings import PREFIX, SECRET_SETTINGS, Settings

TITLE = "# Settings"

INTRODUCTION = """\
Every setting is an environment variable, read once when a process starts. An empty value counts as
unset. A name that is unknown, or a value that cannot be used, stops the process with one sentence
that names the variable; what the guides have a client set (`XAVIRA_URL`, `XAVIRA_KEY`,
`XAVIRA_TEST_KEY`, `XAVIRA_WEBHOOK_SECRET`) may stand beside them. Secrets appear in no log line."""

KINDS: dict[type[inspect.Type], str] = {
    inspect.StrType: "text",
    inspect.IntType: "integer",
    inspect.FloatType: "number",
    inspect.BoolType: "true or false",
}


def settings_page() -> str:
    """docs/reference/settings.md as Markdown."""
    described = inspect.type_info(Settings)
    assert isinstance(described, inspect.StructType)
    rows = [_row(field) for field in described.fields]
    heads = ["variable", "value", "default", "meaning"]
    return markdown.page(TITLE, INTRODUCTION, markdown.table(heads, rows))


def _row(field: inspect.Field) -> list[str]:
    secret = " A secret." if field.name in SECRET_SETTINGS else ""
    return [
        f"`{PREFIX}{field.name.upper()}`",
        _kind(field.type),
        _default(field.default),
        _description(field.type) + secret,
    ]


def _kind(described: inspect.Type) -> str:
    match described:
        case inspect.Metadata():
            return _kind(described.type)
        case inspect.UnionType():
            given = [kind for kind in described.types if not isinstance(kind, inspect.NoneType)]
            return " or ".join(_kind(kind) for kind in given)
        case inspect.LiteralType():
            return ", ".join(f"`{value}`" for value in described.values)
        case inspect.CustomType(cls) if cls is Path:
            return "path"
        case inspect.IntType() | inspect.FloatType():
            return KINDS[type(described)] + _range(described)
        case _:
            return KINDS[type(described)]


def _range(number: inspect.IntType | inspect.FloatType) -> str:
    """As `1 to 64` or `above 0, at most 120`, both bounds being optional."""
    if number.ge is not None and number.le is not None:
        return f", {number.ge} to {number.le}"
    bounds = [
        (number.ge, "at least"),
        (number.gt, "above"),
        (number.le, "at most"),
        (number.lt, "below"),
    ]
    return "".join(f", {word} {bound}" for bound, word in bounds if bound is not None)


def _description(described: inspect.Type) -> str:
    """The innermost description wins; a setting without one breaks the page, on purpose."""
    assert isinstance(described, inspect.Metadata), described
    schema = described.extra_json_schema
    if schema is None or "description" not in schema:
        return _description(described.type)
    return str(schema["description"])


def _default(value: object) -> str:
    match value:
        case msgspec.UNSET | None:
            return "unset"
        case bool():
            return f"`{str(value).lower()}`"
        case _:
            return f"`{value}`"
