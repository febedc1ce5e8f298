"""The process of the test book: what `work` and `infer` are for the live one, at low priority.

`work` starts it while the test book has something to do. Every model is drawn by the sketch engine,
and what drills do to the live one is left out.
"""

import asyncio
import os

from adapters import deployment
from adapters.composition.master_key import fitting_master_key
from adapters.composition.provenance import marks_of
from adapters.composition.roles import WORK_ROLE, models_of
from adapters.composition.schema import has_newest_schema
from adapters.composition.work import run_projections, run_relay_of, run_webhooks
from adapters.eventstore import PostgresLedger
from adapters.eventstore.feed import LogFeed
from adapters.jetstream.consumer import run_consumer
from adapters.postgres.connections import connect
from adapters.sandbox.outputs import OldOutputs
from adapters.sandbox.watch import stop_when_idle
from adapters.settings import Settings
from adapters.telemetry.process import add_backlogs, observed
from adapters.together import run_together
from adapters.vault import PostgresVault
from inference.engines.sketch import SketchEngine

NICENESS = 10
SLOTS = 32
"""Commands at once; most of a test run's are answered without drawing, or only wait."""


async def run_sandbox(settings: Settings, stop: asyncio.Event) -> None:
    """Until `stop` is set or there was nothing to do for long; raises what a part died of, and
    SchemaOutdated and MasterKeyUnfit before any begins.
    """
    os.nice(NICENESS)
    url = deployment.database_url(settings)
    if not await has_newest_schema(url, stop):
        return
    master_key = await asyncio.to_thread(fitting_master_key, settings)
    vault = PostgresVault(url, master_key, role=WORK_ROLE)
    sketch = SketchEngine(instant=settings.sketch_instant)
    with (
        observed("sandbox", settings) as meter,
        PostgresLedger(url, role=WORK_ROLE, book="test") as ledger,
        LogFeed(url, role=WORK_ROLE, book="test", heard=ledger.heard) as feed,
    ):
        add_backlogs(meter, lambda **limits: connect(url, role=WORK_ROLE, book="test", **limits))
        vault.start()
        consumer = run_consumer(
            nats_url=deployment.nats_url(settings),
            bus_key=master_key.bus_key,
            engines=dict.fromkeys(models_of(settings, "test"), sketch),
            object_store=deployment.object_store(settings, "test"),
            marks=marks_of(settings),
            stop=stop,
            slots=SLOTS,
            render_seconds_max=settings.render_seconds_max,
            ack_wait_seconds=settings.ack_wait_seconds,
            book="test",
        )
        try:
            await run_together(
                stop,
                run_relay_of(settings, ledger, vault, feed, stop, pools={}),
                run_projections(url, ledger, feed, stop, book="test"),
                run_webhooks(settings, ledger, vault, feed, stop, book="test"),
                consumer,
                OldOutputs(url, ledger).run(stop),
                stop_when_idle(url, stop),
            )
        finally:
            vault.close()
