"""All commands in one group. Commands register themselves, so that none needs to know another."""

import click

from adapters.cli import (
    audit,
    balance,
    bench,
    doctor,
    erasure,
    generated,
    keys,
    operator,
    payments,
    projections,
    report,
    roles,
    simulate,
    up,
)
from adapters.cli.app import xavira


def complete_group() -> click.Group:
    """The group with every command."""
    for module in (
        up,
        roles,
        operator,
        audit,
        payments,
        keys,
        erasure,
        balance,
        doctor,
        generated,
        bench,
        simulate,
        report,
        projections,
    ):
        module.register(xavira)
    return xavira


def main() -> None:
    """Entry point of the console script."""
    complete_group()()
