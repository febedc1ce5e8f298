"""The spans of one consumer: a `render` from command to result, in it the engine's own time."""

from contextlib import AbstractContextManager
from typing import Any
from uuid import UUID

import msgspec

from adapters.telemetry import tracing
from domain.messages import Command, Result, WorkCompleted, WorkFailed, WorkStarted

OPEN_MAX = 1_024
"""Commands that were received and never answered; the oldest are forgotten."""


class _Rendering(msgspec.Struct):
    span: Any
    engine_began: float | None = None


class RenderTraces:
    """Does nothing while tracing is off."""

    def __init__(self) -> None:
        self._open: dict[tuple[UUID, int], _Rendering] = {}

    def received(self, command: Command, parent: str | None) -> None:
        """A command that comes again goes on in the span that it has."""
        place = (command.work_id, command.attempt)
        if not tracing.on() or place in self._open:
            return
        span = tracing.begin(
            "render",
            "consumer",
            parent=parent or "",
            model=command.model_id,
            attempt=command.attempt,
        )
        self._open[place] = _Rendering(span)
        while len(self._open) > OPEN_MAX:
            self._open.pop(next(iter(self._open))).span.end()

    def reporting(self, result: Result) -> AbstractContextManager[Any]:
        """Around the report of a result, so that the message carries the span."""
        rendering = self._open.get((result.work_id, result.attempt))
        if rendering is None:
            return tracing.within(None)
        if isinstance(result, WorkStarted):
            rendering.engine_began = tracing.now()
        elif rendering.engine_began is not None:
            self._engine_ended(rendering, result)
        return tracing.within(rendering.span)

    def _engine_ended(self, rendering: _Rendering, result: Result) -> None:
        began = rendering.engine_began
        assert began is not None
        rendering.engine_began = None
        span = tracing.begin("engine", parent=rendering.span, started_at=began)
        if isinstance(result, WorkCompleted):
            span.end(end_time=tracing.nanoseconds(began + result.engine_seconds))
            return
        if isinstance(result, WorkFailed):
            span.set_attribute("error.type", "timeout" if result.timeout else "engine_failed")
        span.end()

    def done(self, command: Command) -> None:
        """Acknowledged or handed back."""
        rendering = self._open.pop((command.work_id, command.attempt), None)
        if rendering is not None:
            rendering.span.end()
