"""The `xavira` command: everything an operator does, from starting it to reading the log."""

from adapters.cli.commands import main

__all__ = ["main"]
