"""A settler that breaks by a mistake of ours: it is heard, and nothing of it is lost."""

import asyncio
from collections.abc import Sequence
from typing import Any

import pytest
from structlog.testing import capture_logs

from adapters.jetstream.puller import Puller
from adapters.postgres.connections import async_pool
from adapters.relay import settler
from adapters.relay.settler import Settler
from adapters.together import run_together
from domain.generation import GenerationCompleted
from domain.messages import Report, Result, Results
from tests.adapters.relay.rig import ROLE, Rig, until
from tests.adapters.relay.test_settler import attempts_of, completed, unsettled

pytestmark = pytest.mark.processes


class Stumbling(Settler):
    """One that stops taking results with an error."""

    async def _take(self, puller: Puller[Report]) -> None:
        raise OSError("nothing is taken")


def test_a_settler_that_takes_no_more_ends_the_relay(migrated: str, nats_server: str) -> None:
    """Its error ends all parts, so that the process is started again; it is not swallowed."""

    async def scenario() -> None:
        async with Rig(migrated, nats_server) as rig, async_pool(migrated, role=ROLE) as pool:
            parts = rig.settler_parts(rig.bus, pool)
            stop = asyncio.Event()
            both = (Stumbling(**parts), Settler(**parts))
            with pytest.raises(OSError, match="nothing is taken"):
                async with asyncio.timeout(120):
                    await run_together(stop, *(each.run(stop) for each in both))

    asyncio.run(scenario())


class Breaking(Settler):
    """One that breaks where nothing is expected to, once."""

    broke = False

    async def _decide_all(self, results: Sequence[Result]) -> Any:
        if not self.broke:
            self.broke = True
            raise AssertionError("a mistake of ours")
        return await super()._decide_all(results)


def test_what_a_mistake_of_ours_interrupts_comes_again(
    migrated: str, nats_server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is heard, and the result is not held for ever by a task that is gone."""
    monkeypatch.setattr(settler, "BROKEN_DELAY_SECONDS", 0.1)

    async def main() -> None:
        async with Rig(migrated, nats_server) as rig, async_pool(migrated, role=ROLE) as pool:
            account_id, character_id = await rig.customer()
            work_id = await rig.request(account_id, character_id)
            [(_, token)] = await attempts_of(rig, work_id, 1)
            subject = rig.topology.result_subject("default", work_id)
            result = completed(rig, work_id, 1, token)
            async with rig.running(Breaking(**rig.settler_parts(rig.bus, pool))):
                await rig.bus.store(subject, Results.of([result]), message_id="one")
                [ended] = await rig.ended(work_id)
                await until(lambda: unsettled(rig))
            assert type(ended.ending) is GenerationCompleted

    with capture_logs() as logs:
        asyncio.run(main())
    assert [line["event"] for line in logs if line["log_level"] == "error"] == [
        "results cannot be settled"
    ]
