"""How far renders are, heard on core NATS and remembered for as long as it is news."""

import asyncio
import contextlib
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from uuid import UUID

import structlog
from nats.errors import Error

from adapters.jetstream.bus import Bus, BusUnavailable
from domain.messages import Progress

WORKS_MAX = 10_000
RETRY_SECONDS = 2.0

_log = structlog.get_logger(__name__)


class ProgressBoard(Mapping[UUID, float]):
    """The newest fraction of each work heard of; the oldest are forgotten beyond WORKS_MAX.

    Without NATS it is empty, and nothing else is missing.
    """

    def __init__(self) -> None:
        self._fractions: OrderedDict[UUID, float] = OrderedDict()

    def __getitem__(self, work_id: UUID) -> float:
        return self._fractions[work_id]

    def __iter__(self) -> Iterator[UUID]:
        return iter(self._fractions)

    def __len__(self) -> int:
        return len(self._fractions)

    def heard(self, progress: Progress) -> None:
        self._fractions[progress.work_id] = progress.fraction
        self._fractions.move_to_end(progress.work_id)
        while len(self._fractions) > WORKS_MAX:
            self._fractions.popitem(last=False)

    async def listen(self, bus: Bus, url: str) -> None:
        """Listens until cancelled; NATS may come later than this process, and go while it comes."""
        try:
            while True:
                await self._listening(bus, url)
        finally:
            await _closed(bus)

    async def _listening(self, bus: Bus, url: str) -> None:
        """Once it listens, the bus connects again by itself; returns a while after it cannot."""
        try:
            await bus.open(url, name="xavira-serve")
            await bus.listen(bus.topology.progress_subject(), Progress, self.heard)
            await bus.lost()
        except (BusUnavailable, Error) as error:
            _log.warning("no progress without NATS", error=str(error))
            await _closed(bus)
            await asyncio.sleep(RETRY_SECONDS)


async def _closed(bus: Bus) -> None:
    with contextlib.suppress(Error):
        await bus.close()
