"""All commands in one group, each module of them imported when its first word is asked for.

A role that is started pays for its own imports only. Modules register their commands themselves,
so that none needs to know another; where several share a group, the one that makes it comes first.
"""

import sys
from collections.abc import Iterable
from importlib import import_module

import click

from adapters.cli.app import xavira

MODULES: dict[str, tuple[str, ...]] = {
    "up": ("up",),
    "serve": ("roles",),
    "work": ("roles",),
    "infer": ("roles",),
    "sandbox": ("roles",),
    "migrate": ("operator",),
    "restore": ("restore",),
    "accounts": ("operator", "erasure"),
    "credits": ("operator", "payments"),
    "ledger": ("operator", "audit", "balance", "simulate"),
    "keys": ("keys", "key_finding"),
    "abuse-reports": ("abuse_reports",),
    "takedowns": ("takedowns",),
    "doctor": ("doctor",),
    "openapi": ("generated",),
    "docs": ("generated",),
    "bench": ("bench",),
    "report": ("report",),
    "projections": ("projections",),
    "models": ("models",),
}
"""By first word, the modules of `adapters.cli` that hold its commands."""


def complete_group() -> click.Group:
    """The group with every command, in the order of MODULES."""
    _group(module for modules in MODULES.values() for module in modules)
    xavira.commands = {word: xavira.commands[word] for word in MODULES}
    return xavira


def group_for(word: str | None) -> click.Group:
    """The group with what a command line that starts with `word` needs; all of it when unknown."""
    modules = MODULES.get(word or "")
    return complete_group() if modules is None else _group(modules)


def _group(modules: Iterable[str]) -> click.Group:
    for module in dict.fromkeys(modules):
        import_module(f"adapters.cli.{module}").register(xavira)
    return xavira


def main() -> None:
    """Entry point of the console script."""
    group_for(sys.argv[1] if len(sys.argv) > 1 else None)()
