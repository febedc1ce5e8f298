"""Pages and schemas that are generated from the code, so that they cannot tell another story."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click
import msgspec

from adapters.cli.app import WholeSentencesGroup, console
from adapters.cli.commands import complete_group
from adapters.docs.api import api_page
from adapters.docs.cli import cli_page
from adapters.docs.enhancement import enhancement_page
from adapters.docs.events import event_catalogue
from adapters.docs.metrics import metrics_page
from adapters.docs.promises import grown
from adapters.docs.sandbox import sandbox_page
from adapters.docs.settings import settings_page
from adapters.web.app import openapi_json
from adapters.web.openapi.catalogue import errors_page
from adapters.web.routes.public.llms import PLACEHOLDER, llms_text

REFERENCE = Path("docs/reference")
PROMISES = "promises.txt"


def register(group: click.Group) -> None:
    group.add_command(openapi)
    group.add_command(docs)


@click.command()
def openapi() -> None:
    """Print the OpenAPI 3.1 description of the API."""
    click.echo(openapi_json(), nl=False)


@click.group(cls=WholeSentencesGroup)
def docs() -> None:
    """The generated reference pages."""


@docs.command("write")
@click.option("--root", default=".", type=click.Path(path_type=Path), help="The checkout.")
def docs_write(root: Path) -> None:
    """Write docs/reference anew from the code; to the promises it only adds."""
    if not (root / REFERENCE).is_dir():
        raise click.BadParameter(f"{root} is no checkout: it has no folder {REFERENCE}.")
    for name, text in pages(complete_group()):
        path = root / REFERENCE / name
        path.write_text(text)
        console().print(str(path))
    path = root / REFERENCE / PROMISES
    promised = path.read_text().splitlines() if path.exists() else []
    path.write_text("".join(f"{line}\n" for line in grown(promised, _document())))
    console().print(str(path))


def pages(commands: click.Command) -> Iterator[tuple[str, str]]:
    """(file name, text) of every generated page; `commands` is the complete group."""
    assert isinstance(commands, click.Group)
    makers: dict[str, Callable[[], str]] = {
        "openapi.json": openapi_json,
        "api.md": lambda: api_page(_document()),
        "llms.txt": lambda: llms_text(_document(), PLACEHOLDER),
        "enhancement.md": enhancement_page,
        "metrics.md": metrics_page,
        "events.md": event_catalogue,
        "sandbox.md": sandbox_page,
        "settings.md": settings_page,
        "errors.md": errors_page,
        "cli.md": lambda: cli_page(commands),
    }
    for name, make in makers.items():
        yield name, make()


def _document() -> dict[str, Any]:
    found: dict[str, Any] = msgspec.json.decode(openapi_json())
    return found
