"""`xavira doctor`: can this machine run it, does what is configured answer? One line a check."""

import asyncio
import importlib
import importlib.metadata
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import click
import msgspec
import psycopg
from rich.table import Table

from adapters import deployment
from adapters.cli.app import FAILURES, console, print_json, settings_with
from adapters.devstack import nats as embedded_nats
from adapters.devstack import postgres as embedded_postgres
from adapters.jetstream.bus import Bus
from adapters.jetstream.codec import Codec
from adapters.jetstream.topology import Topology
from adapters.logs import set_up_logs
from adapters.postgres.connections import connect
from adapters.postgres.migrate import pending
from adapters.settings import Settings
from inference.catalogue import load_catalogue

PACKAGES = ("domain", "projections", "inference", "adapters")
FREE_BYTES_MIN = 2 * 1024**3


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """What was looked at, whether it is well, and what was seen."""

    name: str
    ok: bool
    seen: str


class Unwell(Exception):
    """A check found something; the message says what."""


def register(group: click.Group) -> None:
    group.add_command(doctor)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the checks as JSON.")
def doctor(as_json: bool) -> None:
    """Look at this machine and at everything that is configured; status 1 if anything is wrong."""
    settings = settings_with()
    set_up_logs(level="error", style=settings.log_format)
    checks = [_checked(name, look, settings) for name, look in LOOKS.items()]
    if as_json:
        print_json(checks)
    else:
        table = Table("", "check", "seen", box=None)
        for check in checks:
            table.add_row("[green]ok[/]" if check.ok else "[red]no[/]", check.name, check.seen)
        console().print(table)
    if not all(check.ok for check in checks):
        sys.exit(1)


def _checked(name: str, look: Callable[[Settings], str], settings: Settings) -> Check:
    try:
        return Check(name=name, ok=True, seen=look(settings))
    except (Unwell, psycopg.Error, OSError, *FAILURES) as trouble:
        return Check(name=name, ok=False, seen=str(trouble).strip().splitlines()[0])


def _python(_settings: Settings) -> str:
    return sys.version.split()[0]


def _packages(_settings: Settings) -> str:
    """The four flat packages are ours: another distribution with such a name would replace them."""
    owners = importlib.metadata.packages_distributions()
    foreign = {name: set(owners.get(name, [])) - {"xavira"} for name in PACKAGES}
    if any(foreign.values()):
        raise Unwell(f"Another distribution owns {[n for n, o in foreign.items() if o]}.")
    files = [importlib.import_module(name).__file__ for name in PACKAGES]
    homes = {Path(file).parent.parent for file in files if file is not None}
    if len(homes) != 1:
        raise Unwell(f"The packages come from different places: {sorted(map(str, homes))}.")
    return str(homes.pop())


def _programs(settings: Settings) -> str:
    found = []
    if settings.database_url is None:
        found.append(str(embedded_postgres.binaries_folder() / "postgres"))
    if settings.nats_url is None:
        found.append(str(embedded_nats.program()))
    for program in found:
        if not Path(program).exists():
            raise Unwell(f"{program} is missing.")
    return ", ".join(Path(program).name for program in found) or "none needed"


def _disk(settings: Settings) -> str:
    existing = next(p for p in (settings.data, *settings.data.resolve().parents) if p.exists())
    free = shutil.disk_usage(existing).free
    if free < FREE_BYTES_MIN:
        raise Unwell(f"Only {free / 1e9:.1f} GB free beside {settings.data}.")
    return f"{free / 1e9:.0f} GB free"


def _database(settings: Settings) -> str:
    waiting = pending(deployment.owner_url(settings))
    if waiting:
        raise Unwell(f"{len(waiting)} migrations are not applied: run `xavira migrate`.")
    with connect(deployment.database_url(settings), role="xavira_api") as connection:
        row = connection.execute("SELECT coalesce(max(notification_id), 0) FROM stored_events")
        (head,) = row.fetchone() or (0,)
    return f"answers; {head} events"


def _nats(settings: Settings) -> str:
    url = deployment.nats_url(settings)

    async def look() -> str:
        bus = Bus(Topology(), Codec(deployment.master_key(settings).bus_key))
        await bus.open(url, name="doctor")
        try:
            account = await bus.jetstream.account_info()
        finally:
            await bus.close()
        return f"answers; {account.streams} streams"

    return asyncio.run(look())


def _objects(settings: Settings) -> str:
    store = deployment.object_store(settings)
    data = b'{"doctor":"was here"}'
    key = store.put_quarantine(uuid4(), data, media_type="application/json")
    try:
        if store.get_quarantine(key).data != data:
            raise Unwell("What was written came back changed.")
    finally:
        store.delete(key)
    return "writes and reads"


def _models(settings: Settings) -> str:
    entries = load_catalogue(settings.models)
    return ", ".join(f"{name} ({entry.engine})" for name, entry in entries.items())


LOOKS: dict[str, Callable[[Settings], str]] = {
    "python": _python,
    "packages": _packages,
    "programs": _programs,
    "disk": _disk,
    "models": _models,
    "objects": _objects,
    "database": _database,
    "nats": _nats,
}
