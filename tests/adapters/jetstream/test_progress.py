"""How far renders are, as a process that serves hears it."""

import asyncio
import contextlib
from typing import Any
from uuid import UUID

import pytest

from adapters.jetstream import progress as progress_module
from adapters.jetstream.bus import Bus
from adapters.jetstream.codec import Codec
from adapters.jetstream.progress import ProgressBoard
from adapters.jetstream.topology import Topology
from domain.messages import Progress

pytestmark = pytest.mark.processes

KEY = bytes(range(32))
TOPOLOGY = Topology()
WORK = UUID(int=7)


class LostOnce(Bus):
    """The connection is gone between being made and being listened on, the first time."""

    losses = 0

    async def listen(self, *arguments: Any) -> Any:
        if self.losses == 0:
            self.losses = 1
            await self.client.close()
        return await super().listen(*arguments)


def test_a_connection_that_is_lost_at_once_is_made_again(
    nats_server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then progress is heard, as if nothing had been."""
    monkeypatch.setattr(progress_module, "RETRY_SECONDS", 0.01)

    async def scenario() -> None:
        bus, board = LostOnce(TOPOLOGY, Codec(KEY)), ProgressBoard()
        speaker = Bus(TOPOLOGY, Codec(KEY))
        await speaker.open(nats_server, name="speaker")
        listening = asyncio.ensure_future(board.listen(bus, nats_server))
        news = Progress(work_id=WORK, attempt=1, fraction=0.5)
        try:
            async with asyncio.timeout(120):
                while board.get(WORK) is None:
                    assert not listening.done()
                    await speaker.send(TOPOLOGY.progress_subject(), news)
                    await asyncio.sleep(0.01)
        finally:
            listening.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await listening
            await speaker.close()
        assert (board[WORK], bus.losses) == (0.5, 1)

    asyncio.run(scenario())
