"""`xavira models`: what the catalogue offers, and whether each model draws on this machine."""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click
import msgspec
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Column, Table
from rich.text import Text

from adapters.cli.app import WholeSentencesGroup, console, print_json, settings_with
from adapters.cli.demo import CHARACTER, IMAGE_PROMPT, VIDEO_PROMPT
from adapters.composition.roles import models_of
from domain.enhancement.enhancing import EnhancementRequest, enhance
from domain.models import pixels
from inference.catalogue import AdapterSettings, DiffusionSettings, ModelEntry, VideoSettings
from inference.engine import (
    Engine,
    EngineFailed,
    IdentityRequest,
    Kind,
    Rendered,
    RenderRequest,
)
from inference.engines.built import build_engine
from inference.output_checks import decodes_as_promised

SEED = 7
CHARACTER_ID = "00000000-0000-4000-8000-000000000000"

Made = TypeVar("Made")


class Offer(msgspec.Struct, frozen=True, kw_only=True):
    """One model, and where its weights lie; nothing where it is drawn without."""

    model: str
    engine: str
    kinds: tuple[str, ...]
    face_conditioning: bool
    licence: str
    weights: tuple[str, ...]


class Trial(msgspec.Struct, kw_only=True):
    """What came of one model. Seconds are wall-clock; None is what was not tried or failed."""

    model: str
    load_seconds: float | None = None
    face_seconds: float | None = None
    image_seconds: float | None = None
    identity_score: float | None = None
    clip_seconds: float | None = None
    error: str | None = None


def register(group: click.Group) -> None:
    group.add_command(models)


@click.group(cls=WholeSentencesGroup)
def models() -> None:
    """Models of the catalogue (`XAVIRA_MODELS`)."""


@models.command("list")
@click.option("--json", "as_document", is_flag=True, help="Print one JSON document.")
def list_models(as_document: bool) -> None:
    """What is offered, by which engine it is drawn, and where its weights lie."""
    offers = [_offer(entry) for entry in models_of(settings_with()).values()]
    if as_document:
        print_json(offers)
        return
    name = Column("model", no_wrap=True)
    table = Table(name, "engine", "draws", "one face", "licence", "weights")
    for offer in offers:
        face = "yes" if offer.face_conditioning else "no"
        weights = "\n".join(offer.weights) or "none needed"
        row = (offer.model, offer.engine, ", ".join(offer.kinds), face, offer.licence, weights)
        table.add_row(*row)
    console().print(table)


@models.command("check")
@click.argument("names", nargs=-1, metavar="[MODEL]...")
@click.option("--out", type=click.Path(path_type=Path), help="Folder for what was drawn.")
@click.option("--json", "as_document", is_flag=True, help="Print one JSON document.")
def check_models(names: tuple[str, ...], out: Path | None, as_document: bool) -> None:
    """Loads each model, fixes a face and draws what it offers, here and now.

    Needs no database and no running service. Ends with status 1 when a model does not draw.
    """
    settings = settings_with()
    entries = models_of(settings)
    unknown = sorted({*names} - {*entries})
    if unknown:
        raise click.UsageError(f"The catalogue has no {', '.join(unknown)}.")
    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
    trials = []
    with _spinner() as progress:
        for name in names or entries:
            task = progress.add_task(name)
            trials.append(_tried(entries[name], out))
            progress.stop_task(task)
    if as_document:
        print_json(trials)
    else:
        _print(trials)
    if any(trial.error is not None for trial in trials):
        sys.exit(1)


def _spinner() -> Progress:
    """On standard error: what is printed for programs stays whole."""
    from rich.console import Console

    return Progress(
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        TimeElapsedColumn(),
        console=Console(stderr=True),
    )


def _print(trials: list[Trial]) -> None:
    table = Table("model", "load s", "face s", "image s", "score", "clip s", "")
    for trial in trials:
        numbers = (
            trial.load_seconds,
            trial.face_seconds,
            trial.image_seconds,
            trial.identity_score,
            trial.clip_seconds,
        )
        shown = ["" if number is None else f"{number:.2f}" for number in numbers]
        end = Text("ok", "green") if trial.error is None else Text(trial.error)
        table.add_row(trial.model, *shown, end)
    console().print(table)


def _offer(entry: ModelEntry) -> Offer:
    diffusion = entry.diffusion if entry.engine == "diffusion" else None
    parts = [] if diffusion is None else [diffusion, diffusion.adapter, diffusion.video]
    return Offer(
        model=entry.card.id,
        engine=entry.engine,
        kinds=entry.card.kinds,
        face_conditioning=entry.card.face_conditioning,
        licence=entry.card.licence,
        weights=tuple(_place(part) for part in parts if part is not None),
    )


def _place(part: DiffusionSettings | AdapterSettings | VideoSettings) -> str:
    return part.folder or f"{part.repository}@{part.revision}"


def _tried(entry: ModelEntry, out: Path | None) -> Trial:
    """The outermost loop's body: a model that fails says so, and the others are tried as well."""
    trial = Trial(model=entry.card.id)
    engine = build_engine(entry, sketch_instant=False, sketch_fault="none", sketch_delay_seconds=0)
    try:
        trial.load_seconds, _ = _timed(engine.load)
        _draw(entry, engine, trial, out)
    except (EngineFailed, OSError) as error:
        trial.error = str(error)
    finally:
        engine.unload()
    return trial


def _draw(entry: ModelEntry, engine: Engine, trial: Trial, out: Path | None) -> None:
    """Raises EngineFailed, and OSError where `out` cannot be written."""
    identity = None
    if entry.card.face_conditioning:
        wanted = IdentityRequest(
            model_id=entry.card.id, character_id=CHARACTER_ID, traits=CHARACTER["traits"]
        )
        trial.face_seconds, identity = _timed(lambda: engine.identify(wanted))
    request = _request(entry, "image", identity=identity)
    trial.image_seconds, image = _timed(lambda: _rendered(engine, request))
    trial.identity_score = image.identity_score
    _keep(image, out, f"{entry.card.id}.{request.format}")
    if "video" in entry.card.kinds:
        clip_request = _request(entry, "video", identity=identity, source=image.data)
        trial.clip_seconds, clip = _timed(lambda: _rendered(engine, clip_request))
        _keep(clip, out, f"{entry.card.id}.mp4")


def _request(
    entry: ModelEntry, kind: Kind, *, identity: bytes | None, source: bytes | None = None
) -> RenderRequest:
    """What a customer's first request would be."""
    card, is_image = entry.card, kind == "image"
    words = enhance(
        EnhancementRequest(
            traits=CHARACTER["traits"],
            prompt=IMAGE_PROMPT if is_image else VIDEO_PROMPT,
            negative_prompt="",
            raw_prompt=False,
            quality_prefix=card.quality_prefix,
            model_negative_prompt=card.negative_prompt,
            style=card.style,
        )
    )
    width, height = pixels(card.default_resolution)
    return RenderRequest(
        kind=kind,
        model_id=card.id,
        character_id=CHARACTER_ID,
        traits=CHARACTER["traits"],
        prompt=words.prompt,
        negative_prompt=words.negative_prompt,
        seed=SEED,
        width=width,
        height=height,
        format="png" if is_image else "mp4",
        seconds=None if is_image else card.video_seconds[0],
        identity=identity,
        source=source,
    )


def _rendered(engine: Engine, request: RenderRequest) -> Rendered:
    (rendered,) = engine.render([request], lambda place, share: None)
    decodes_as_promised(rendered)
    return rendered


def _keep(rendered: Rendered, out: Path | None, name: str) -> None:
    if out is not None:
        (out / name).write_bytes(rendered.data)


def _timed(work: Callable[[], Made]) -> tuple[float, Made]:
    """How long it took in seconds, rounded, and what it made."""
    began = time.perf_counter()
    made = work()
    return round(time.perf_counter() - began, 3), made
