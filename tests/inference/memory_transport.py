"""The worker's transport in memory: commands are put in, results, progress and answers kept."""

import asyncio
from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID, uuid4

from domain.messages import Command, IdentityCommand, Progress, RenderCommand, Result
from inference.job import ReportLost

MODEL = "flat"


class MemoryDelivery:
    """A delivered command; `answer` becomes "ack" or "nak". Freeing it calls `when_freed`."""

    def __init__(self, command: Command, number: int = 1) -> None:
        self.command = command
        self.number = number
        self.answer: str | None = None
        self.delay_seconds = 0.0
        self.freed = False
        self.when_freed: Callable[[], object] = lambda: None

    def free(self) -> None:
        self.freed = True
        self.when_freed()

    async def ack(self) -> None:
        assert self.answer is None, "answered twice"
        self.answer = "ack"

    async def nak(self, *, delay_seconds: float = 0.0) -> None:
        assert self.answer is None, "answered twice"
        self.answer = "nak"
        self.delay_seconds = delay_seconds


class MemoryTransport:
    """`lose_reports` makes that many reports fail first."""

    def __init__(self, *, lose_reports: int = 0) -> None:
        self.results: list[Result] = []
        self.ids: list[str] = []
        self.reports = 0
        self.told: list[Progress] = []
        self.receiving = True
        self._lose_reports = lose_reports
        self._waiting: asyncio.Queue[MemoryDelivery] = asyncio.Queue()
        self._cancel: Callable[[UUID], None] | None = None

    def deliver(self, command: Command, number: int = 1) -> MemoryDelivery:
        delivery = MemoryDelivery(command, number)
        self._waiting.put_nowait(delivery)
        return delivery

    def cancel(self, work_id: UUID) -> None:
        assert self._cancel is not None
        self._cancel(work_id)

    def kinds(self) -> list[str]:
        return [type(result).__name__ for result in self.results]

    async def receive(self) -> MemoryDelivery:
        return await self._waiting.get()

    async def stop_receiving(self) -> None:
        self.receiving = False

    async def report(self, results: Mapping[str, Result]) -> None:
        if self._lose_reports > 0 and not all(each.endswith("started-1") for each in results):
            self._lose_reports -= 1
            raise ReportLost("lost")
        self.reports += 1
        for message_id, result in results.items():
            if message_id not in self.ids:
                self.ids.append(message_id)
                self.results.append(result)

    async def progress(self, progress: Progress) -> None:
        self.told.append(progress)

    async def on_cancel(self, callback: Callable[[UUID], None]) -> None:
        self._cancel = callback


def render_command(**changes: Any) -> RenderCommand:
    """A small image."""
    facts: dict[str, Any] = {
        "work_id": uuid4(),
        "attempt": 1,
        "token": "token-1",
        "kind": "image",
        "model_id": MODEL,
        "character_id": UUID(int=2),
        "traits": {"age": 26},
        "prompt": "a garden",
        "negative_prompt": "",
        "seed": 7,
        "width": 64,
        "height": 64,
        "format": "png",
        "seconds": None,
        "source_key": None,
        "identity_key": None,
    }
    return RenderCommand(**(facts | changes))


def identity_command(**changes: Any) -> IdentityCommand:
    facts: dict[str, Any] = {
        "work_id": uuid4(),
        "attempt": 1,
        "token": "token-1",
        "model_id": MODEL,
        "traits": {"age": 26},
    }
    return IdentityCommand(**(facts | changes))
