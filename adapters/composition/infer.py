"""`infer`: a consumer with the engines of its pool."""

import asyncio

from adapters import deployment
from adapters.composition.provenance import marks_of
from adapters.composition.roles import drawn_here
from adapters.jetstream.consumer import run_consumer
from adapters.settings import Settings
from adapters.telemetry.process import observed
from inference.catalogue import ModelEntry
from inference.engine import Engine
from inference.engines.built import build_engine


async def run_infer(settings: Settings, stop: asyncio.Event) -> None:
    """One consumer of the setting's pool until `stop` is set.

    Raises BusUnavailable, Stuck when only a new process can go on, and SettingInvalid for a pool
    that no model names, for weights that must not be sold, or where outputs cannot be marked.
    """
    engines = {name: _engine(entry, settings) for name, entry in drawn_here(settings).items()}
    marks = marks_of(settings)
    with observed("infer", settings):
        await run_consumer(
            nats_url=deployment.nats_url(settings),
            bus_key=deployment.master_key(settings).bus_key,
            engines=engines,
            object_store=deployment.object_store(settings),
            marks=marks,
            stop=stop,
            pool=settings.pool,
            slots=settings.worker_slots,
            render_seconds_max=settings.render_seconds_max,
            ack_wait_seconds=settings.ack_wait_seconds,
        )


def _engine(entry: ModelEntry, settings: Settings) -> Engine:
    return build_engine(
        entry,
        sketch_instant=settings.sketch_instant,
        sketch_fault=settings.sketch_fault,
        sketch_delay_seconds=settings.sketch_delay_seconds,
    )
