"""The files of this checkout, as the tests of its shape see them.

Only what belongs to the project counts: what git knows or would take, or, where there is no git,
everything outside hidden and generated folders.
"""

from __future__ import annotations

import ast
import os
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("domain", "projections", "inference", "adapters")
GENERATED_TOPS = frozenset({"data", "build", "dist"})
GENERATED_FOLDERS = frozenset({"node_modules", "__pycache__"})
GIT_SECONDS = 120.0

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def project_files() -> tuple[Path, ...]:
    """Every file of the project, relative to the root, in order."""
    known = _files_of_git() if (ROOT / ".git").exists() else _files_of_disk()
    return tuple(sorted(path for path in known if (ROOT / path).is_file()))


def _files_of_git() -> Iterator[Path]:
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        timeout=GIT_SECONDS,
        check=True,
    )
    return (Path(name) for name in set(listing.stdout.decode().split("\0")) if name)


def _files_of_disk() -> Iterator[Path]:
    for folder, folders, names in os.walk(ROOT):
        here = Path(folder).relative_to(ROOT)
        generated = GENERATED_FOLDERS | (GENERATED_TOPS if here == Path() else frozenset())
        folders[:] = [
            name
            for name in folders
            if not name.startswith(".") and not name.endswith(".egg-info") and name not in generated
        ]
        yield from (here / name for name in names)


def python_files(*tops: str) -> list[Path]:
    """Python files below the given top folders, or below the four packages and the tests."""
    wanted = tops or (*PACKAGES, "tests")
    return [path for path in project_files() if path.suffix == ".py" and path.parts[0] in wanted]


@cache
def source(path: Path) -> str:
    """The text of a file of the project."""
    return (ROOT / path).read_text("utf-8")


@cache
def parsed(path: Path) -> ast.Module:
    """The syntax tree of a Python file of the project."""
    return ast.parse(source(path), filename=str(path))


def functions(path: Path) -> list[Function]:
    """Every function of a file, methods and nested ones included."""
    return [
        node
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def imported_names(path: Path) -> set[str]:
    """Dotted names that a file imports, wherever it does."""
    names: set[str] = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def module_name(path: Path) -> str:
    """The name under which a file of a package is imported."""
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
