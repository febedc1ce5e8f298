"""The roles, a process each: `serve` answers HTTP, `work` moves things on, `infer` draws.

`sandbox` does the latter two for the test book; `work` starts it. Each imports what it runs when it
is asked to: none of them needs what the others are made of.
"""

import asyncio
import faulthandler
import os
import signal
from collections.abc import Awaitable, Callable
from typing import Any

import click
import structlog
import uvloop

from adapters.cli.app import settings_with
from adapters.devstack.role import STOP_SECONDS
from adapters.settings import Settings
from adapters.telemetry.logs import set_up_logs
from adapters.telemetry.stacks import tell_all_when_asked
from inference.stuck import Stuck

EXIT_STUCK = 70

_log = structlog.get_logger(__name__)


def register(group: click.Group) -> None:
    for command in (serve, work, infer, sandbox):
        group.add_command(command)


@click.command()
@click.option("--host", default=None, help="Address to listen on [XAVIRA_HOST].")
@click.option("--port", default=None, type=click.IntRange(1, 65535), help="Port [XAVIRA_PORT].")
def serve(host: str | None, port: int | None) -> None:
    """Answer the HTTP API."""
    settings = settings_with(host=host, port=port)
    set_up_logs(level=settings.log_level, style=settings.log_format, role="serve")
    from adapters.composition.serve import run_serve

    run_serve(settings)


@click.command()
def work() -> None:
    """Dispatch work, settle results, run projections; one leader, any number of standbys."""
    settings = settings_with()
    set_up_logs(level=settings.log_level, style=settings.log_format, role="work")
    from adapters.composition.work import run_work

    run_until_told(settings, run_work)


@click.command()
def infer() -> None:
    """Draw what is dispatched to this machine's device."""
    settings = settings_with()
    set_up_logs(level=settings.log_level, style=settings.log_format, role="infer")
    from adapters.composition.infer import run_infer

    run_until_told(settings, run_infer)


@click.command()
def sandbox() -> None:
    """Do what `work` and `infer` do, for the test book; `work` starts it when it is needed."""
    settings = settings_with()
    set_up_logs(level=settings.log_level, style=settings.log_format, role="sandbox")
    from adapters.composition.sandbox import run_sandbox

    run_until_told(settings, run_sandbox)


def run_until_told(
    settings: Settings,
    role: Callable[[Settings, asyncio.Event], Awaitable[Any]],
    *,
    orphan_seconds: float = STOP_SECONDS,
) -> None:
    """SIGTERM and Ctrl-C ask the role to finish; it returns when it has.

    An orphan gets the time its supervisor would have given it, and then ends at any price: nobody
    is left to kill it, and it would stand in the next start's way. What every thread was doing
    then goes to standard error. One that is stuck is ended at once, whatever its threads wait for.
    """
    supervisor = os.getppid()

    async def run() -> None:
        stop = asyncio.Event()

        def finish() -> None:
            stop.set()
            if os.getppid() != supervisor:
                faulthandler.dump_traceback_later(orphan_seconds, exit=True)

        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, finish)
        tell_all_when_asked(loop)
        try:
            await role(settings, stop)
        except Stuck as error:
            _log.error("only a new process can go on", reason=str(error))
            os._exit(EXIT_STUCK)

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(run())
