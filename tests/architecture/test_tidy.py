"""Sizes, names and words that no file of the project may have.

What ruff and mypy already refuse is not repeated here.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from adapters.settings import Settings
from domain import generation, ledger
from domain.characters import character
from domain.registry import TOPICS
from tests.architecture.tree import (
    PACKAGES,
    functions,
    imported_names,
    parsed,
    project_files,
    python_files,
    source,
)

FILE_LINES_MAX = 600
FUNCTION_LINES_MAX = 70
LONG_FUNCTIONS = {
    "inference/engines/sketching/extras.py:draw_hat": "a drawing: points of curves, one to a line",
    "inference/engines/sketching/outdoors.py:_city": "a drawing: points of curves, one to a line",
}
"""`path:function` -> why it may be longer."""

BANNED_WORDS = frozenset({"utils", "common", "base", "core", "manager", "helper", "service"})
UNFINISHED = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X)\b|NotImplemented" r"Error")
BARE_IGNORE = re.compile(r"type:\s*ignore(?!\[)")
IMPURE_MODULES = frozenset(
    {"asyncio", "http", "logging", "os", "pathlib", "random", "secrets", "select", "signal"}
    | {"socket", "sqlite3", "subprocess", "tempfile", "threading", "time", "urllib"}
)
IMPURE_CALLS = frozenset({"now", "utcnow", "today", "uuid1", "uuid4", "open", "print", "input"})
WAIT_WORDS = frozenset(
    {"TIMEOUT", "WAIT", "DEADLINE", "INTERVAL", "PATIENCE", "DELAY", "PAUSE", "LIFE"}
)
TIME_UNITS = frozenset({"MILLISECONDS", "SECONDS", "MINUTES", "HOURS", "DAYS"})

GIVEAWAYS = {
    "a home folder": re.compile(r"(?<![\w.:/])/(?:home|Users|root|work|workspace)/[\w.-]+"),
    "a temporary folder": re.compile(r"(?<![\w.])/(?:var/)?tmp/\w"),
    "a package index": re.compile(r"\b(?:pypi|pythonhosted|npmjs|artifactory|jfrog)\.\w+"),
    "an API key": re.compile(r"\bxav_(?:live|test)_[0-9A-Za-z]{36}\b"),
    "a private key": re.compile(r"-----BEGIN (?:\w+ )*PRIVATE KEY"),
    "a cloud key": re.compile(r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b"),
    "an access token": re.compile(r"\b(?:ghp|gho|glpat|xoxb)[_-][0-9A-Za-z]{16,}"),
}
TEXT_SUFFIXES = frozenset(
    {"", ".css", ".html", ".js", ".json", ".md", ".py", ".sql", ".toml", ".txt", ".yaml", ".yml"}
)

FILE_NAME = re.compile(r"(?:__)?[a-z][a-z0-9]*(?:_[a-z0-9]+)*(?:__)?\.py|[a-z0-9_]+\.sql")
MIGRATION_NAME = re.compile(r"\d{4}_(?:ground|book)_[a-z]+(?:_[a-z]+)*\.sql")
TOPIC = re.compile(r"[a-z]+\.[a-z]+(?:_[a-z]+)*\.v[1-9]\d*")
DECISION_NAME = re.compile(r"\d{4}-[a-z0-9]+(?:-[a-z0-9]+)*\.md")
BESIDE_DECISIONS = frozenset({"README.md", "template.md"})


def _text_files() -> list[Path]:
    return [path for path in project_files() if path.suffix in TEXT_SUFFIXES]


def _comments(path: Path) -> Iterator[tokenize.TokenInfo]:
    for token in tokenize.generate_tokens(io.StringIO(source(path)).readline):
        if token.type == tokenize.COMMENT:
            yield token


def _called_names(path: Path) -> Iterator[str]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute):
                yield node.func.attr
            elif isinstance(node.func, ast.Name):
                yield node.func.id


def test_no_file_is_too_long() -> None:
    """A Python file has at most 600 lines."""
    long = {
        str(path): lines
        for path in python_files()
        if (lines := len(source(path).splitlines())) > FILE_LINES_MAX
    }
    assert long == {}


def test_no_function_is_too_long() -> None:
    """A function has at most 70 lines, unless the exception is listed with its reason."""
    long = {
        f"{path}:{function.name}": lines
        for path in python_files()
        for function in functions(path)
        if (lines := (function.end_lineno or 0) - function.lineno + 1) > FUNCTION_LINES_MAX
    }
    assert {name: lines for name, lines in long.items() if name not in LONG_FUNCTIONS} == {}


def test_no_module_has_an_empty_name() -> None:
    """No file or folder is named after nothing in particular."""
    vague = [
        str(path)
        for path in python_files()
        for part in path.with_suffix("").parts
        if BANNED_WORDS & set(part.split("_"))
    ]
    assert vague == []


def test_files_have_one_shape_of_name() -> None:
    """Files are named in lower case with underscores; migrations say their number and scope."""
    odd = [
        str(path)
        for path in project_files()
        if path.parts[0] in {*PACKAGES, "tests"}
        and path.suffix in {".py", ".sql"}
        and not FILE_NAME.fullmatch(path.name)
    ]
    migrations = [path for path in project_files() if path.parent.name == "migrations"]
    odd += [str(path) for path in migrations if not MIGRATION_NAME.fullmatch(path.name)]
    assert odd == []
    assert migrations != []


def test_migrations_are_numbered() -> None:
    """Every migration has a number of its own; one that was given out and not used may be missing.

    Each is applied once by its name, so it does not matter which of two came first.
    """
    names = sorted(path.name for path in project_files() if path.parent.name == "migrations")
    numbers = [int(name[:4]) for name in names]
    assert sorted(set(numbers)) == numbers


def test_decisions_are_numbered() -> None:
    """Each decision has a number of its own and a name in words."""
    folder = Path("docs/decisions")
    names = {path.name for path in project_files() if path.parent == folder} - BESIDE_DECISIONS
    assert [name for name in names if not DECISION_NAME.fullmatch(name)] == []
    assert sorted(int(name[:4]) for name in names) == list(range(1, len(names) + 1))


def test_topics_have_one_shape() -> None:
    """A topic is a noun, a fact and a version."""
    assert [topic for topic in TOPICS if not TOPIC.fullmatch(topic)] == []


def test_spans_of_time_end_with_their_unit() -> None:
    """A number that says how long to wait says in its name in which unit."""
    unclear = []
    for path in python_files(*PACKAGES):
        for node in parsed(path).body:
            match node:
                case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=value)):
                    pass
                case _:
                    continue
            words = set(name.split("_"))
            if type(value) in {int, float} and words & WAIT_WORDS and not words & TIME_UNITS:
                unclear.append(f"{path}: {name}")
    assert unclear == []


def test_nothing_is_mocked() -> None:
    """No test imports a mocking library."""
    mocking = [
        str(path)
        for path in python_files()
        if any(name.split(".")[:2] == ["unittest", "mock"] for name in imported_names(path))
        or {"mock", "pytest_mock"} & imported_names(path)
    ]
    assert mocking == []


def test_nothing_waits_for_a_span_of_time() -> None:
    """Nothing sleeps for a fixed time: it waits for a condition, with a deadline."""
    sleeping = []
    for path in python_files():
        for node in ast.walk(parsed(path)):
            match node:
                case ast.Attribute(value=ast.Name(id="time"), attr="sleep"):
                    sleeping.append(f"{path}:{node.lineno}")
        if "time.sleep" in imported_names(path):
            sleeping.append(str(path))
    assert sleeping == []


def test_no_type_error_is_ignored_wholesale() -> None:
    """An ignored type error names which error it ignores."""
    bare = [
        f"{path}:{token.start[0]}"
        for path in python_files()
        for token in _comments(path)
        if BARE_IGNORE.search(token.string)
    ]
    assert bare == []


def test_nothing_is_left_for_later() -> None:
    """No file holds a mark of unfinished work."""
    unfinished = [
        f"{path}:{number}"
        for path in _text_files()
        for number, line in enumerate(source(path).splitlines(), 1)
        if UNFINISHED.search(line)
    ]
    assert unfinished == []


def test_every_module_says_what_it_is_for() -> None:
    """Every Python file with code in it has a docstring."""
    silent = [
        str(path)
        for path in python_files()
        if parsed(path).body and ast.get_docstring(parsed(path)) is None
    ]
    assert silent == []


def test_every_test_says_what_it_shows() -> None:
    """Every test has a docstring."""
    silent = [
        f"{path}:{function.name}"
        for path in python_files("tests")
        if path.name.startswith("test_")
        for function in functions(path)
        if function.name.startswith("test_") and ast.get_docstring(function) is None
    ]
    assert silent == []


def test_the_rules_are_pure() -> None:
    """Nothing in domain/ reads a clock, draws a random number, or reaches the outside."""
    impure = []
    for path in python_files("domain"):
        tops = {name.split(".")[0] for name in imported_names(path)}
        impure += [f"{path} imports {name}" for name in tops & IMPURE_MODULES]
        impure += [f"{path} calls {name}" for name in set(_called_names(path)) & IMPURE_CALLS]
    assert impure == []


@pytest.mark.parametrize(
    "type_", [*ledger.EVENTS, *generation.EVENTS, *character.EVENTS, ledger.Lot, ledger.Draw]
)
def test_amounts_are_whole_numbers(type_: type[msgspec.Struct]) -> None:
    """No number in an amount of credits can be a fraction."""
    amounts = {"amount", "price", "granted", "remaining", "loss", "price_minor", "cost_credits"}
    fractions = [
        field.name
        for field in msgspec.structs.fields(type_)
        if field.name in amounts and "float" in str(field.type)
    ]
    assert fractions == []


def test_the_ledger_does_not_divide() -> None:
    """No rule of the ledger uses true division or converts to a fraction."""
    dividing = [
        node.lineno
        for node in ast.walk(parsed(Path("domain/ledger.py")))
        if (isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.Div))
        or (isinstance(node, ast.Name) and node.id in {"Decimal", "Fraction", "round"})
    ]
    assert dividing == []


def test_settings_are_named_in_whole_words() -> None:
    """A setting's name is lower case, so that its variable is its name in upper case."""
    names = [field.name for field in msgspec.structs.fields(Settings)]
    assert [name for name in names if not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", name)] == []


@pytest.mark.parametrize("what", sorted(GIVEAWAYS))
def test_no_file_gives_a_place_or_a_secret_away(what: str) -> None:
    """No text file names a machine's folders, a package index, or anything that opens a door."""
    found = [
        f"{path}:{number}: {line.strip()[:100]}"
        for path in _text_files()
        for number, line in enumerate(source(path).splitlines(), 1)
        if GIVEAWAYS[what].search(line)
    ]
    assert found == []
