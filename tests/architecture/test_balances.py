"""Balances follow from the log: only projections write their tables, and nothing that decides about
money reads one.
"""

from __future__ import annotations

import re
from pathlib import Path

from projections.balances import BALANCES
from projections.statements import STATEMENTS
from tests.architecture.tree import PACKAGES, project_files, source

TABLES = "|".join((*BALANCES.tables, *STATEMENTS.tables))
WRITE = re.compile(
    r"\b(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM|MERGE\s+INTO|TRUNCATE(?:\s+TABLE)?|COPY)\s+"
    rf"(?:ONLY\s+)?(?:xavira_\w+\.)?(?:{TABLES})\b|\btable=\"(?:{TABLES})\""
)
NAMED = re.compile(rf"\b(?:FROM|JOIN|USING)\s+(?:xavira_\w+\.)?(?:{TABLES})\b")
GRANT = re.compile(r"\bGRANT\s+(.*?)\s+ON\s+(.*?)\s+TO\s+(.*?);", re.DOTALL)
WRITER = "xavira_work"
MIGRATIONS = Path("adapters/postgres/migrations")
DECIDING = ("domain", "adapters/eventstore", "adapters/memory", "adapters/payments")


def _code() -> list[Path]:
    """Python and SQL of the four packages, migrations left out."""
    return [
        path
        for path in project_files()
        if path.parts[0] in PACKAGES
        and path.suffix in {".py", ".sql"}
        and MIGRATIONS not in path.parents
    ]


def test_only_projections_write_balances() -> None:
    """Every statement that changes one of their tables stands under projections/."""
    found = {path for path in _code() if WRITE.search(source(path))}
    assert found == {Path("projections/sql/balances.sql"), Path("projections/sql/statements.sql")}


def test_migrations_let_nobody_but_work_write_balances() -> None:
    """The API, the consumer and the auditor may read at most: projections run in `work`."""
    grants: dict[str, set[str]] = {}
    for path in project_files():
        if MIGRATIONS not in path.parents or path.suffix != ".sql":
            continue
        assert "ALL TABLES" not in source(path), path
        for rights, on, to in GRANT.findall(source(path)):
            if re.search(rf"\b(?:{TABLES})\b", on):
                for role in re.split(r",\s*", to):
                    grants.setdefault(role, set()).update(re.findall(r"[A-Z]+", rights))
    assert grants.pop(WRITER) == {"SELECT", "INSERT", "UPDATE", "DELETE"}
    assert set(grants) >= {"xavira_api"}
    assert all(rights == {"SELECT"} for rights in grants.values()), grants


def test_what_decides_about_money_reads_no_balance() -> None:
    """The rules, the ledgers and the payments fold streams; they name no table of balances."""
    assert any(NAMED.search(source(path)) for path in _code())
    for path in _code():
        if path.as_posix().startswith(DECIDING):
            assert NAMED.search(source(path)) is None, path
