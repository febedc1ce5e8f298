"""`xavira up`: everything on one machine, from nothing to a picture, and then until Ctrl-C.

On a terminal the last thing that is printed is what a person goes on with: where the API is, the
key, the next command. What the roles say goes to files there; elsewhere it is printed as it comes.

PostgreSQL, NATS and the three roles run as children of this process and die with it. What ends by
itself is started again; what is kept in the data folder survives any kill.
"""

import contextlib
import os
import secrets
import signal
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryFile

import click
import httpx2
from rich.text import Text

from adapters import deployment
from adapters.accounts.opening import hash_password, open_account
from adapters.cli.app import console as make_console
from adapters.cli.app import settings_with, told_to_operators
from adapters.cli.demo import Demo
from adapters.composition.checked_settings import check_settings
from adapters.composition.listening import check_address
from adapters.composition.master_key import fitting_master_key
from adapters.deployment import MigratedPostgres
from adapters.devstack.child import LOG_TAIL_LINES
from adapters.devstack.line_file import LineFile
from adapters.devstack.role import Role
from adapters.devstack.supervisor import Part, Supervisor
from adapters.eventstore import PostgresLedger
from adapters.postgres.migrate import migrate
from adapters.settings import Settings, environment_of
from adapters.telemetry.logs import set_up_logs
from domain.errors import DomainError, InvalidState
from inference.catalogue import load_catalogue

OWNER_EMAIL = "owner@xavira.invalid"
"""Holder of the account that the first start opens; `.invalid` can never be anybody's address."""

LEFTOVER_SECONDS = 3.0
"""How long what a killed `up` left behind may go on listening."""

READY_SECONDS_MAX = 60.0
READY_LOOK_SECONDS = 0.1
ROLES = ("work", "serve", "infer")
STOP_ORDER = ("serve", "infer", "work", "nats", "postgres")


def register(group: click.Group) -> None:
    group.add_command(up)


@click.command()
@click.option("--data", type=click.Path(path_type=Path), help="Data folder [XAVIRA_DATA].")
@click.option("--host", help="Address the API listens on [XAVIRA_HOST].")
@click.option("--port", type=click.IntRange(1, 65535), help="Port of the API [XAVIRA_PORT].")
@click.option("--no-demo", is_flag=True, help="Do not draw the first character and image.")
@click.option("--empty", is_flag=True, help="Open no account, for `xavira ledger simulate`.")
@click.option(
    "--logs/--no-logs",
    default=None,
    help="Print what the roles say, or keep it in files of the data folder, as on a terminal.",
)
def up(
    data: Path | None,
    host: str | None,
    port: int | None,
    no_demo: bool,
    empty: bool,
    logs: bool | None,
) -> None:
    """Run everything on this machine; the first start opens an account and shows a demo."""
    settings = settings_with(data=data, host=host, port=port)
    settings = settings_with(data=settings.data.resolve(), host=host, port=port)
    set_up_logs(level=settings.log_level, style=settings.log_format, role="up")
    Everything(settings, demo=not no_demo, empty=empty, logs=logs).run()


def _make_folder(folder: Path) -> None:
    """Raises SettingInvalid where nothing can be kept."""
    with deployment.told_of_data(folder):
        folder.mkdir(parents=True, exist_ok=True)
        TemporaryFile(dir=folder).close()


class OwnPostgres(MigratedPostgres):
    """The embedded server of the data folder, and the master key that goes with what is in it.

    At its first start the key is made, or looked at: roles only follow where it fits.
    """

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings.data / "postgres")
        self._settings = settings
        self._fits = False

    def start(self, *, stopping: threading.Event | None = None) -> bool:
        """Raises MasterKeyUnfit, too."""
        unchanged = super().start(stopping=stopping)
        if not self._fits:
            fitting_master_key(self._settings, self.dsn())
            self._fits = True
        return unchanged


class Everything:
    """One `xavira up`. Children are spawned on the main thread, the demo runs beside it.

    `empty` leaves the log as it is: no first account is opened, so there is no demo either.
    `logs` says whether the lines of roles are printed; None: unless this is a terminal.
    """

    def __init__(
        self, settings: Settings, *, demo: bool, empty: bool = False, logs: bool | None = None
    ) -> None:
        self._settings = settings
        self._demo = demo
        self._empty = empty
        self._console = make_console()
        self._logs = not self._console.is_terminal if logs is None else logs
        self._log_folder = settings.data / "logs"
        self._files = {name: LineFile(self._log_folder / f"{name}.log") for name in ROLES}
        self._stopping = threading.Event()
        self._margins = {name: self._margin(name) for name in STOP_ORDER}

    def run(self) -> None:
        """Returns after Ctrl-C or SIGTERM, with every child ended. Raises what start raises."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: self._stopping.set())
        check_settings(self._settings)
        address = self._settings.host, self._settings.port
        check_address(*address, patience_seconds=LEFTOVER_SECONDS)
        _make_folder(self._settings.data)
        self._console.print(Text("Xavira", "bold"), f"starts in {self._settings.data} …")
        if self._settings.database_url is not None:
            owner_url = deployment.owner_url(self._settings)
            migrate(owner_url)
            fitting_master_key(self._settings, owner_url)
        parts = self._parts()
        names = [part.name for part in parts]
        supervisor = Supervisor(
            parts,
            stop_order=[name for name in STOP_ORDER if name in names],
            on_line=self._print_line,
        )
        supervisor.start_all(self._stopping)
        first_steps = threading.Thread(target=self._first_steps, name="first-steps")
        first_steps.start()
        try:
            supervisor.run(self._stopping)
        finally:
            self._stopping.set()
            with contextlib.suppress(OSError):
                self._console.print("Stopping …")
            supervisor.stop_all()
            first_steps.join()
            for file in self._files.values():
                file.close()
        self._console.print("Everything has stopped; the data is kept.")

    def _parts(self) -> list[Part]:
        parts: list[Part] = []
        if self._settings.database_url is None:
            parts.append(OwnPostgres(self._settings))
        if self._settings.nats_url is None:
            parts.append(deployment.embedded_nats(self._settings))
        for name in ROLES:
            role = Role(
                name,
                [sys.executable, "-m", "adapters", name],
                environment=self._environment,
                working_folder=Path.cwd(),
                on_line=self._print_line if self._logs else self._keep_line,
                tail_lines=0 if self._logs else LOG_TAIL_LINES,
            )
            parts.append(role)
        return parts

    def _environment(self) -> Mapping[str, str]:
        style = self._settings.log_format
        if style == "auto" and self._logs and self._console.is_terminal:
            style = "console"
        own = environment_of(self._settings)
        return {**os.environ, **own, "XAVIRA_LOG_FORMAT": style, "PYTHONUNBUFFERED": "1"}

    def _print_line(self, name: str, line: str) -> None:
        """As it came, in one piece: lines of several roles arrive at once, and there are many.

        One that cannot be written is lost: its reader is gone, or the disk is full.
        """
        out = self._console.file
        with contextlib.suppress(OSError):
            out.write(f"{self._margins[name]}{line}\n")
            out.flush()

    def _keep_line(self, name: str, line: str) -> None:
        self._files[name].write(line)

    def _margin(self, name: str) -> str:
        with self._console.capture() as captured:
            self._console.print(Text(f"{name:>8} │", "dim"), end=" ")
        return captured.get()

    def _say(self, title: str, *lines: str) -> None:
        """A titled block whose lines are never broken, so that they can be copied."""
        self._console.rule(Text(title, "bold"), align="left")
        for line in lines:
            self._console.print(line, soft_wrap=True)

    def _first_steps(self) -> None:
        """Waits for the API, opens the first account, shows the demo; all of it only once."""
        try:
            if not self._wait_until_ready():
                return
            key = None if self._empty else self._open_first_account()
            try:
                if key is not None and self._demo:
                    Demo(self._local_url(), key, self._console, self._stopping).run()
            finally:
                if not self._stopping.is_set():
                    self._print_where(key)
        except (DomainError, httpx2.HTTPError, OSError) as error:
            told = told_to_operators(error) if isinstance(error, DomainError) else error
            self._console.print(Text("The first steps failed:", "red"), str(told))

    def _local_url(self) -> str:
        """Where this machine reaches the API, whatever its public name is."""
        host = self._settings.host
        loopback = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, host)
        return f"http://{loopback}:{self._settings.port}"

    def _wait_until_ready(self) -> bool:
        """One client takes all looks: to make one costs what the roles need to start."""
        with httpx2.Client(base_url=self._local_url(), timeout=2) as client:
            for _ in range(int(READY_SECONDS_MAX / READY_LOOK_SECONDS)):
                try:
                    if client.get("/readyz").status_code == 200:
                        return True
                except httpx2.HTTPError:
                    pass
                if self._stopping.wait(READY_LOOK_SECONDS):
                    return False
        where = "its lines above say" if self._logs else f"{self._files['serve'].path} says"
        self._console.print(Text(f"The API did not become ready; {where} why.", "red"))
        return False

    def _print_where(self, key: str | None) -> None:
        """What a person goes on with; the key of an account that was opened just now is in it."""
        url = self._settings.base_url
        self._say(
            "Xavira is up",
            f"Base URL {url}/v1",
            f"Schema   {url}/schema",
            *([] if self._logs else [f"Logs     {self._log_folder}"]),
            *self._sketched(),
            "Stop with Ctrl-C; start again and everything is still there.",
            *([] if key is None else ["", "To go on, in another shell:", *self._next_steps(key)]),
        )

    def _next_steps(self, key: str) -> list[str]:
        return [
            f"export XAVIRA_KEY={key}",
            f'curl -s {self._settings.base_url}/v1/balance -H "Authorization: Bearer $XAVIRA_KEY"',
        ]

    def _sketched(self) -> list[str]:
        """The models that are drawn without weights, lest anybody takes a drawing for a model's."""
        entries = load_catalogue(self._settings.models)
        everything = self._settings.engine == "sketch"
        sketched = [name for name, e in entries.items() if everything or e.engine == "sketch"]
        if not sketched:
            return []
        whose = (
            "Pictures" if len(sketched) == len(entries) else f"Pictures of {', '.join(sketched)}"
        )
        return [f"{whose} come from the sketch engine: drawn, exact and quick, without a model."]

    def _open_first_account(self) -> str | None:
        """The key of a fresh account, printed once; None when the account is there already."""
        settings = self._settings
        password = secrets.token_urlsafe(12)
        url = deployment.database_url(settings)
        with PostgresLedger(url, role="xavira_api") as ledger:
            account = open_account(
                ledger,
                deployment.master_key(settings),
                email=OWNER_EMAIL,
                password_hash=hash_password(password),
                attestation="operator",
            )
            try:
                account.appended.result()
            except InvalidState:
                return None
        self._say(
            "Your account: shown this once",
            f"account   {account.account_id}",
            f"api key   {account.key.secret}",
            f"sign in   {OWNER_EMAIL}",
            f"password  {password}",
        )
        return account.key.secret
