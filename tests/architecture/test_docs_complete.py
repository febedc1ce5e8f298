"""The documentation names everything there is, and nothing that there is not."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from adapters.settings import CLIENT_VARIABLES, PREFIX, Settings
from domain.registry import EVENTS
from tests.architecture.tree import PACKAGES, ROOT, project_files, source

REFERENCE = Path("docs/reference")
ARCHITECTURE = Path("docs/ARCHITECTURE.md")
DECISIONS = Path("docs/decisions/README.md")

PAGES = (
    "api.md",
    "cli.md",
    "enhancement.md",
    "metrics.md",
    "errors.md",
    "events.md",
    "llms.txt",
    "openapi.json",
    "sandbox.md",
    "settings.md",
)
FOLDER_ROW = re.compile(r"^\| `([\w/]+/)` \| (\S.*) \|$", re.MULTILINE)
QUOTED = re.compile(r"`([^`\s]+)`")
COMMAND = re.compile(r"(?<![\w./-])xavira ([a-z][a-z-]*(?: [a-z][a-z-]*)?)")
"""A command as a page tells it: a word, or a group and a word of it, also in running text."""
LINK = re.compile(r"\[[^\]]*\]\(([^)\s#]+)(?:#[^)\s]*)?\)")


def _quoted(page: str) -> set[str]:
    return set(QUOTED.findall(source(REFERENCE / page)))


def _folders_of_code() -> set[str]:
    return {
        f"{folder}/"
        for path in project_files()
        if path.parts[0] in PACKAGES
        for folder in path.parents
        if folder != Path()
    }


def test_a_word_is_defined_once() -> None:
    """One word for one thing: no second row of the glossary begins with the same one."""
    rows = [line.split("|") for line in source(Path("docs/GLOSSARY.md")).splitlines()]
    words = [row[1].strip() for row in rows if len(row) == 5 and "---" not in row[1]]
    assert len(words) > 100
    assert {word for word in words if words.count(word) > 1} == {"word"}


@pytest.fixture(scope="module")
def generated() -> dict[str, str]:
    """Every generated page as the code would write it now."""
    from adapters.cli.commands import complete_group
    from adapters.cli.generated import pages

    return dict(pages(complete_group()))


@pytest.mark.parametrize("name", PAGES)
def test_a_generated_page_is_what_the_code_says(generated: dict[str, str], name: str) -> None:
    """Each generated page equals what its generator writes now: run `xavira docs write`."""
    assert source(REFERENCE / name) == generated[name]


def test_every_generated_page_is_checked(generated: dict[str, str]) -> None:
    """No generated page is left out of these tests."""
    assert sorted(generated) == sorted(PAGES)


def test_every_event_is_documented() -> None:
    """Every topic of the registry stands in the page of events."""
    assert {event.TOPIC for event in EVENTS} - _quoted("events.md") == set()


def test_every_setting_is_documented() -> None:
    """Every setting's variable stands in the page of settings; of others only a client's do."""
    variables = {f"{PREFIX}{field.name.upper()}" for field in msgspec.structs.fields(Settings)}
    documented = {word for word in _quoted("settings.md") if word.startswith(PREFIX)}
    assert documented == variables | CLIENT_VARIABLES


def test_every_error_is_documented() -> None:
    """Every error code of the catalogue stands in the page of errors."""
    from adapters.web.openapi.catalogue import KINDS

    assert {kind.code for kind in KINDS} - _quoted("errors.md") == set()


def test_every_metric_is_documented_and_counted() -> None:
    """Every metric stands in the page of metrics, and its name in the code that counts it."""
    from adapters.telemetry.catalogue import METRICS

    names = {metric.name for metric in METRICS}
    assert names - _quoted("metrics.md") == set()
    counted = "".join(
        source(path)
        for path in project_files()
        if path.parts[0] in PACKAGES and path.suffix == ".py" and path.name != "catalogue.py"
    )
    assert {name for name in names if f'"{name}"' not in counted} == set()


def test_every_command_is_documented() -> None:
    """Every command has its heading in the page of commands, and there is no other heading."""
    from adapters.cli.commands import complete_group
    from adapters.docs.cli import command_names

    headings = re.findall(r"^## `(.+)`$", source(REFERENCE / "cli.md"), re.MULTILINE)
    assert headings == list(command_names(complete_group()))


def test_every_command_that_a_page_tells_exists() -> None:
    """What a reader is told to type is a command, or a group of them; prose may follow it."""
    headings = set(re.findall(r"^## `xavira (.+)`$", source(REFERENCE / "cli.md"), re.MULTILINE))
    groups = {name.split()[0] for name in headings if " " in name}
    told = {
        (str(page), *words.split())
        for page in project_files()
        if page.suffix == ".md" and page.parts[:2] != ("docs", "decisions")
        for quoted in _code_of(source(page))
        for words in COMMAND.findall(quoted)
    }
    unknown = {
        (page, word, *rest)
        for page, word, *rest in told
        if word not in headings
        and (word not in groups or (rest and f"{word} {rest[0]}" not in headings))
    }
    assert unknown == set()
    assert len(told) > 20


def _code_of(page: str) -> list[str]:
    """Lines of code of a page, and what it quotes; words of running text are none."""
    fenced = re.findall(r"^```\w*\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    indented = re.findall(r"^ {4}.+$", page, re.MULTILINE)
    return [*fenced, *indented, *re.findall(r"`([^`\n]+)`", page)]


def test_every_folder_of_code_has_its_line() -> None:
    """The table of folders names every folder of the four packages once, and says what it holds."""
    folders = [folder for folder, _ in FOLDER_ROW.findall(source(ARCHITECTURE))]
    assert sorted(set(folders)) == sorted(folders)
    assert _folders_of_code() - set(folders) == set()


def test_every_place_that_is_named_exists() -> None:
    """Each path that ARCHITECTURE quotes is there: a folder, a file, or a module."""
    tops = {*PACKAGES, "tests", "docs"}
    paths = {text for text in QUOTED.findall(source(ARCHITECTURE)) if text.split("/")[0] in tops}
    places = {text for text in paths if "/" in text}
    missing = {
        place
        for place in places
        if not (ROOT / place).exists() and not (ROOT / f"{place}.py").exists()
    }
    assert missing == set()
    assert places != set()


def test_every_decision_is_listed() -> None:
    """The list of decisions links each decision, in order."""
    numbered = [path.name for path in project_files() if path.parent == DECISIONS.parent]
    listed = re.findall(r"^\| \[\d{4}\]\((.+?)\)", source(DECISIONS), re.MULTILINE)
    assert listed == [name for name in numbered if name[:1].isdigit()]


def test_decisions_that_are_named_exist() -> None:
    """Where a file names a decision by its number, there is one."""
    named = {
        number
        for path in project_files()
        if path.suffix in {".md", ".py", ".sql", ".toml"}
        for number in re.findall(r"\bdecisions/(\d{4})", source(path))
    }
    folder = {path.name[:4] for path in project_files() if path.parent == DECISIONS.parent}
    assert named - folder == set()


def test_links_between_pages_lead_somewhere() -> None:
    """A relative link in the README or in docs/ leads to a file or folder that exists."""
    pages = [path for path in project_files() if path.suffix == ".md"]
    broken = [
        f"{page}: {target}"
        for page in pages
        for target in LINK.findall(source(page))
        if "://" not in target
        and not target.startswith(("mailto:", "/"))
        and not (ROOT / page.parent / target).exists()
    ]
    assert broken == []
