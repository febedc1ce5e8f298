"""The three roles, a process each: `serve` answers HTTP, `work` moves things on, `infer` draws."""

import asyncio
import signal
from collections.abc import Awaitable, Callable
from typing import Any

import click

from adapters import composition
from adapters.cli.app import settings_with
from adapters.logs import set_up_logs
from adapters.settings import Settings


def register(group: click.Group) -> None:
    for command in (serve, work, infer):
        group.add_command(command)


@click.command()
@click.option("--host", default=None, help="Address to listen on [XAVIRA_HOST].")
@click.option("--port", default=None, type=click.IntRange(1, 65535), help="Port [XAVIRA_PORT].")
def serve(host: str | None, port: int | None) -> None:
    """Answer the HTTP API."""
    settings = settings_with(host=host, port=port)
    set_up_logs(level=settings.log_level, style=settings.log_format, role="serve")
    composition.run_serve(settings)


@click.command()
def work() -> None:
    """Dispatch work, settle results, run projections; one leader, any number of standbys."""
    settings = settings_with()
    set_up_logs(level=settings.log_level, style=settings.log_format, role="work")
    _run_until_told(settings, composition.run_work)


@click.command()
def infer() -> None:
    """Draw what is dispatched to this machine's device."""
    settings = settings_with()
    set_up_logs(level=settings.log_level, style=settings.log_format, role="infer")
    _run_until_told(settings, composition.run_infer)


def _run_until_told(
    settings: Settings, role: Callable[[Settings, asyncio.Event], Awaitable[Any]]
) -> None:
    """SIGTERM and Ctrl-C ask the role to finish; it returns when it has."""

    async def run() -> None:
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, stop.set)
        await role(settings, stop)

    asyncio.run(run())
