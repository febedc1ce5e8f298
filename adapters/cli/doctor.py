"""`xavira doctor`: can this machine run it, does what is configured answer? One line a check."""

import asyncio
import importlib
import importlib.metadata
import os
import secrets
import shutil
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar
from uuid import uuid4

import click
import msgspec
import psycopg
from rich.table import Table
from rich.text import Text

from adapters import deployment
from adapters.audit.forks import WHAT_TO_DO, why_refused
from adapters.audit.origins import current_origin, listed_keys
from adapters.cli.app import FAILURES, console, print_json, settings_with
from adapters.composition.master_key import opens_what_is_sealed
from adapters.composition.provenance import marks_of
from adapters.composition.roles import models_of
from adapters.composition.schema import SchemaOutdated
from adapters.deployment import MASTER_KEY_BYTES
from adapters.devstack import nats as embedded_nats
from adapters.devstack import postgres as embedded_postgres
from adapters.jetstream.bus import Bus, BusUnavailable
from adapters.jetstream.codec import Codec
from adapters.jetstream.topology import Topology
from adapters.moderation.configured import classifier_of
from adapters.payments.configured import payment_providers
from adapters.payments.packs import load_packs
from adapters.postgres.connections import connect
from adapters.postgres.migrate import pending
from adapters.provenance.certificates import validity_of
from adapters.settings import Settings
from adapters.telemetry.logs import set_up_logs
from domain.objects import StoreUnavailable
from inference.output_checks import CHECKED, MISSING
from projections.balances import due_accounts
from projections.checkpoints import lags
from projections.query import fetch_all

PACKAGES = ("domain", "projections", "inference", "adapters")
FREE_BYTES_MIN = 2 * 1024**3
CLOCK_SECONDS_MAX = 2.0
EXPIRES_SOON = timedelta(days=30)
BOOKED_WITHIN = timedelta(minutes=10)
UNBOOKED_ACCOUNTS_MAX = 1_000
LATE_SECONDS = 60.0
"""What waits longer for `work` or `infer` waits for one that is not there, or does not get on."""

_CLOCKS = """
SELECT clock_timestamp(),
    (SELECT recorded_at FROM stored_events ORDER BY notification_id DESC LIMIT 1)
"""

_KEYLESS = """
SELECT count(*) FROM accounts AS account
WHERE NOT EXISTS (SELECT FROM data_keys WHERE data_keys.account_id = account.account_id)
    AND NOT EXISTS (SELECT FROM erasures WHERE erasures.account_id = account.account_id)
"""
_BEAT = "SELECT extract(epoch FROM now() - beat_at)::float8 FROM dispatcher_beats"
_WAITING = """
SELECT coalesce(pool.pool, late.pool), coalesce(pool.consumers, 0), late.pool IS NOT NULL
FROM dispatch_pools AS pool FULL JOIN (
    SELECT DISTINCT pool FROM dispatch_queue
    WHERE state <> 'started' AND enqueued_at < now() - %(seconds)s * interval '1 second'
) AS late ON late.pool = pool.pool
ORDER BY 1
"""


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
@click.option(
    "--database-url",
    "only_url",
    is_flag=True,
    help="Only print how the database's owner connects, password included, for pg_dump and psql.",
)
def doctor(as_json: bool, only_url: bool) -> None:
    """Look at this machine and at everything that is configured; status 1 if anything is wrong.

    What was not made yet is made by those who use it, never by looking. Of the roles it sees
    what the database tells: when `work` was there last, and whether what waits has an `infer`.
    It asks none of them itself, and `serve` not at all.
    """
    if only_url:
        click.echo(deployment.owner_url(settings_with()))
        return
    settings = settings_with()
    set_up_logs(level="error", style=settings.log_format)
    checks = [_checked(name, look, settings) for name, look in LOOKS.items()]
    if as_json:
        print_json(checks)
    else:
        table = Table("", "check", "seen", box=None)
        before = ""
        for check in checks:
            told = "as above" if not check.ok and check.seen == before else check.seen
            well = Text("ok", "green") if check.ok else Text("no", "red")
            table.add_row(well, check.name, told)
            before = check.seen
        console().print(table)
    if not all(check.ok for check in checks):
        sys.exit(1)


def _with_a_key(settings: Settings) -> Settings:
    """Where no master key was made yet, one that is forgotten afterwards. Raises SettingInvalid."""
    if deployment.has_master_key(settings):
        return settings
    return msgspec.structs.replace(settings, master_key=secrets.token_hex(MASTER_KEY_BYTES))


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
        raise Unwell(
            f"Only {free / 1e9:.1f} GB are free beside {settings.data}, and PostgreSQL stops when"
            f" none are: make room until there are {FREE_BYTES_MIN / 1e9:.1f}."
        )
    return f"{free / 1e9:.0f} GB free"


def _database(settings: Settings) -> str:
    url = settings.database_owner_url or settings.database_url
    waiting = _asked(lambda: pending(deployment.owner_url(settings)), url)
    if waiting:
        raise Unwell(str(SchemaOutdated(waiting)))
    with _connected(settings) as connection:
        row = connection.execute("SELECT coalesce(max(notification_id), 0) FROM stored_events")
        (head,) = row.fetchone() or (0,)
    return f"answers; {head} events"


Asked = TypeVar("Asked")


def _asked(ask: Callable[[], Asked], url: str | None) -> Asked:
    """Raises Unwell where PostgreSQL does not answer. `url` is None for the embedded one."""
    try:
        return ask()
    except psycopg.OperationalError as error:
        reason = str(error).strip().splitlines()[0]
        what_to_do = _start("XAVIRA_DATABASE_URL", url)
        raise Unwell(f"PostgreSQL does not answer: {what_to_do} ({reason}).") from error


def _start(setting: str, url: str | None) -> str:
    """What to do about a server that is away: an embedded one is `xavira up`'s."""
    return "run `xavira up`" if url is None else f"start it, or correct {setting}"


def _connected(settings: Settings) -> psycopg.Connection[Any]:
    url = deployment.database_url(settings)
    return _asked(lambda: connect(url, role="xavira_api"), settings.database_url)


def _master_key(settings: Settings) -> str:
    """The key that opens what is stored, where something is. It may be needed and not be there."""
    with _connected(settings) as connection:
        sealed = opens_what_is_sealed(settings, connection)
        keyless = connection.execute(_KEYLESS).fetchone()
    assert keyless is not None
    if keyless[0]:
        raise Unwell(
            f"The key store lacks the keys of accounts ({keyless[0]}): no text of theirs opens and"
            " nothing can be drawn for them; restore keys.dump, as docs/operations/backup.md says."
        )
    return "opens what is sealed" if sealed else "nothing is sealed yet"


def _clock(settings: Settings) -> str:
    """Against PostgreSQL's, and both against what is recorded: credits expire by these clocks."""
    with _connected(settings) as connection:
        row = connection.execute(_CLOCKS).fetchone()
        here = datetime.now(UTC)
    assert row is not None
    there, newest = row
    if abs(ahead := (here - there).total_seconds()) > CLOCK_SECONDS_MAX:
        raise Unwell(
            f"This machine's clock is {abs(ahead):.0f} s {'ahead of' if ahead > 0 else 'behind'}"
            " PostgreSQL's: have both set by NTP."
        )
    if newest is not None and (newest - there).total_seconds() > CLOCK_SECONDS_MAX:
        raise Unwell(
            f"The newest event was recorded at {newest:%Y-%m-%d %H:%M:%S} UTC, which is still to"
            " come: PostgreSQL's clock was set back; have it set by NTP."
        )
    return f"{abs(ahead):.1f} s from PostgreSQL's"


def _expiries(settings: Settings) -> str:
    """Credits that expired leave the balance when `work` has booked them."""
    query = due_accounts(datetime.now(UTC) - BOOKED_WITHIN, limit=UNBOOKED_ACCOUNTS_MAX)
    with _connected(settings) as connection:
        unbooked = fetch_all(connection, query)
    if unbooked:
        raise Unwell(
            f"Credits that expired {BOOKED_WITHIN.seconds // 60} minutes ago or longer are not"
            f" booked (accounts: {len(unbooked)}): look whether `work` runs, and into its log."
        )
    return "all booked"


def _appends(settings: Settings) -> str:
    """Whether the log still goes on where it was published; the gate is left as it is."""
    with _connected(settings) as connection:
        reason = why_refused(connection, deployment.checkpoint_shelf(settings))
    if reason is not None:
        raise Unwell(f"Appends are refused. {reason} {WHAT_TO_DO}")
    return "the log goes on where it was published"


def _work(settings: Settings) -> str:
    """When it last said that it is there, and how far it is with the log."""
    with _connected(settings) as connection:
        row = connection.execute(_BEAT).fetchone()
        found = lags(connection)
    if stopped := [lag.name for lag in found if lag.stopped]:
        raise Unwell(
            f"Stopped at an event that they cannot apply: {', '.join(stopped)};"
            " `xavira projections list` says at which, the log of `work` why."
        )
    silent = 0.0 if row is None else row[0]
    late = max([silent, *(lag.lag_seconds for lag in found)])
    if late > LATE_SECONDS:
        what = "was there last" if late == silent else "has not read what was recorded"
        raise Unwell(f"It {what} {late:.0f} s ago: look whether `work` runs, and into its log.")
    behind = max((lag.lag for lag in found), default=0)
    return "was not there yet" if row is None else f"is there; {behind} events behind the log"


def _infer(settings: Settings) -> str:
    """Whether anybody draws what waits, as `work` last heard of its consumers."""
    with _connected(settings) as connection:
        rows = connection.execute(_WAITING, {"seconds": LATE_SECONDS}).fetchall()
    if alone := [pool for pool, consumers, late in rows if late and not consumers]:
        raise Unwell(
            f"Work waits and nobody draws it (pools: {', '.join(alone)}): look whether `infer`"
            " runs, and into its log."
        )
    return ", ".join(f"{consumers} for {pool}" for pool, consumers, _ in rows) or "none yet"


def _nats(settings: Settings) -> str:
    url = deployment.nats_url(settings)

    async def look() -> str:
        bus = Bus(Topology(), Codec(deployment.master_key(_with_a_key(settings)).bus_key))
        try:
            await bus.open(url, name="doctor")
        except BusUnavailable as error:
            what_to_do = _start("XAVIRA_NATS_URL", settings.nats_url)
            raise Unwell(f"NATS does not answer: {what_to_do} ({error}).") from error
        try:
            account = await bus.jetstream.account_info()
        finally:
            await bus.close()
        return f"answers; {account.streams} streams"

    return asyncio.run(look())


def _objects(settings: Settings) -> str:
    data = b'{"doctor":"was here"}'
    folder = settings.data / "objects"
    where = "the bucket" if settings.s3_bucket else f"the folder `objects` in {settings.data}"
    if settings.s3_bucket is None and not folder.exists():
        above = next(parent for parent in folder.resolve().parents if parent.exists())
        if not (above.is_dir() and os.access(above, os.W_OK | os.X_OK)):
            raise Unwell(f"Nothing can be written into {where}: let this user write into {above}.")
        return "made on first use"
    try:
        store = deployment.object_store(settings)
        key = store.put_quarantine(uuid4(), data, media_type="application/json")
    except (StoreUnavailable, OSError) as error:
        raise Unwell(
            f"Nothing can be written into {where}: let this user write there ({error})."
        ) from error
    try:
        if store.get_quarantine(key).data != data:
            raise Unwell("What was written came back changed.")
    finally:
        store.delete(key)
    return "writes and reads"


def _provenance(settings: Settings) -> str:
    """What signs manifests: does it load, sign, and last?"""
    settings = _with_a_key(settings)
    marks_of(settings)
    signers = deployment.provenance_signers(settings)
    validity = validity_of(deployment.provenance_credentials(settings))
    if validity.not_after - datetime.now(UTC) < EXPIRES_SOON:
        raise Unwell(
            f"The certificates of XAVIRA_PROVENANCE_CHAIN expire on {validity.not_after:%Y-%m-%d},"
            " and nothing is drawn after that: renew them, and keep the old ones in"
            " XAVIRA_PROVENANCE_EARLIER."
        )
    return f"{validity.subject} until {validity.not_after:%Y-%m-%d}; {len(signers)} known"


def _models(settings: Settings) -> str:
    entries = models_of(settings)
    return ", ".join(f"{name} ({entry.engine})" for name, entry in entries.items())


def _mail(settings: Settings) -> str:
    deployment.mailer(settings)
    return "files in the data folder" if settings.smtp_url is None else "an SMTP server"


def _packs(settings: Settings) -> str:
    return ", ".join(load_packs(settings.packs)) or "none"


def _payments(settings: Settings) -> str:
    return f"{settings.payment_provider}, of {', '.join(payment_providers(settings))}"


def _audit_key(settings: Settings) -> str:
    """One that has signed nothing yet is no fault: a rotation makes such a key."""
    if settings.audit_key is None and not deployment.audit_key_path(settings).exists():
        return "made on first use"
    key = deployment.audit_key(settings)
    try:
        with _connected(settings) as connection:
            origin, listed = current_origin(connection), listed_keys(connection)
    except (Unwell, deployment.NotStarted, psycopg.Error):
        return "can sign"
    if origin is None or key.public(origin.origin) in listed:
        return "can sign"
    return (
        "can sign, but no checkpoint of this log was signed with it: it was rotated since the"
        " newest one, or is another log's key"
    )


def _classifier(settings: Settings) -> str:
    classifier = classifier_of(settings)
    if classifier is None:
        return "none"
    asyncio.run(classifier.close())
    return "an HTTP service"


def _output_checks(_settings: Settings) -> str:
    """What is not checked is said, and is no fault: the operator decides whether to do without."""
    return f"{', '.join(CHECKED)}; missing: {', '.join(MISSING)}"


def _proxies(settings: Settings) -> str:
    from adapters.web.transport.peers import parse_networks

    return ", ".join(map(str, parse_networks(settings.trusted_proxies))) or "none trusted"


LOOKS: dict[str, Callable[[Settings], str]] = {
    "python": _python,
    "packages": _packages,
    "programs": _programs,
    "disk": _disk,
    "models": _models,
    "mail": _mail,
    "packs": _packs,
    "payments": _payments,
    "audit key": _audit_key,
    "classifier": _classifier,
    "output checks": _output_checks,
    "proxies": _proxies,
    "provenance": _provenance,
    "objects": _objects,
    "database": _database,
    "master key": _master_key,
    "clock": _clock,
    "appends": _appends,
    "work": _work,
    "infer": _infer,
    "expiries": _expiries,
    "nats": _nats,
}
