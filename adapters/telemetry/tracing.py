"""Traces by OpenTelemetry, from a request over the bus to the engine and back.

Off unless `set_up_tracing` was called, and then not even imported: a span costs a look at a
variable. Attributes come from us alone, never from a client: routes, codes, kinds, models, numbers.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any, Literal

Kind = Literal["internal", "server", "producer", "consumer"]
Value = str | int | float | bool

SPANS_WAITING_MAX = 4_096
"""Spans that wait to be sent; beyond this they are dropped, and nothing waits for them."""

EXPORT_SECONDS_MAX = 10
EXPORT_EVERY_SECONDS = 2.0

_NOTHING: AbstractContextManager[Any] = nullcontext()


class Tracing:
    """One process's tracer; `exporter` is a SpanExporter of OpenTelemetry's."""

    def __init__(self, role: str, exporter: Any, *, share: float, at_once: bool) -> None:
        from opentelemetry.sdk.resources import Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor, SimpleSpanProcessor
        from opentelemetry.sdk.trace.sampling import ParentBased, TraceIdRatioBased
        from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

        self._provider = TracerProvider(
            resource=Resource.create({"service.name": "xavira", "xavira.role": role}),
            sampler=ParentBased(TraceIdRatioBased(share)),
            shutdown_on_exit=False,
        )
        processor: Any = (
            SimpleSpanProcessor(exporter)
            if at_once
            else BatchSpanProcessor(
                exporter,
                max_queue_size=SPANS_WAITING_MAX,
                schedule_delay_millis=EXPORT_EVERY_SECONDS * 1000,
                export_timeout_millis=EXPORT_SECONDS_MAX * 1000,
            )
        )
        self._provider.add_span_processor(processor)
        self._tracer = self._provider.get_tracer("xavira")
        self._propagator = TraceContextTextMapPropagator()

    def begin(
        self,
        name: str,
        kind: Kind,
        parent: "str | Any | None",
        attributes: dict[str, Value],
        *,
        started_at: float | None = None,
    ) -> Any:
        """A span that its caller ends. `parent` is a span, a traceparent, or None for the current
        one; `started_at` is a Unix time.
        """
        from opentelemetry.trace import SpanKind, set_span_in_context

        context = None
        if isinstance(parent, str):
            context = self._propagator.extract({"traceparent": parent})
        elif parent is not None:
            context = set_span_in_context(parent)
        return self._tracer.start_span(
            name,
            context=context,
            kind=SpanKind[kind.upper()],
            attributes=attributes,
            start_time=None if started_at is None else nanoseconds(started_at),
        )

    def carried(self) -> dict[str, str]:
        headers: dict[str, str] = {}
        self._propagator.inject(headers)
        return {"traceparent": headers["traceparent"]} if "traceparent" in headers else {}

    def shut_down(self) -> None:
        self._provider.shutdown()


_tracing: Tracing | None = None


def set_up_tracing(
    role: str, exporter: Any, *, share: float = 1.0, at_once: bool = False
) -> Callable[[], None]:
    """From now on this process traces; returns what sends the last spans and ends it.

    `share` of the traces that begin here are kept; one that a client began is kept if it says so.
    """
    global _tracing
    _tracing = Tracing(role, exporter, share=share, at_once=at_once)
    return _end


def _end() -> None:
    global _tracing
    if _tracing is not None:
        _tracing.shut_down()
        _tracing = None


def otlp_exporter(endpoint: str) -> Any:
    """OTLP over HTTP to a collector's base URL."""
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter

    url = endpoint.rstrip("/") + "/v1/traces"
    return OTLPSpanExporter(endpoint=url, timeout=EXPORT_SECONDS_MAX)


def on() -> bool:
    """Whether this process traces."""
    return _tracing is not None


def span(
    name: str, kind: Kind = "internal", *, parent: str | None = None, **attributes: Value
) -> AbstractContextManager[Any]:
    """A span around what is done within; None and no work at all while tracing is off."""
    if _tracing is None:
        return _NOTHING
    return _within(_tracing.begin(name, kind, parent, attributes))


def begin(
    name: str,
    kind: Kind = "internal",
    *,
    parent: "str | Any | None" = None,
    started_at: float | None = None,
    **attributes: Value,
) -> Any:
    """A span that the caller ends with its `end`, or None while tracing is off."""
    if _tracing is None:
        return None
    return _tracing.begin(name, kind, parent, attributes, started_at=started_at)


def end(begun: Any, error: BaseException | None = None) -> None:
    """Ends a begun span; of an error only its type is kept."""
    if begun is None:
        return
    if error is not None:
        _note_error(begun, error)
    begun.end()


def within(begun: Any) -> AbstractContextManager[Any]:
    """Makes a begun span the current one, without ending it."""
    if _tracing is None or begun is None:
        return _NOTHING
    from opentelemetry.trace import use_span

    return use_span(begun, end_on_exit=False, record_exception=False)


def carried() -> dict[str, str]:
    """The W3C header of the current span, for a message or a note; nothing while tracing is off."""
    return {} if _tracing is None else _tracing.carried()


def trace_id(begun: Any) -> str | None:
    """32 hexadecimal digits."""
    return None if begun is None else f"{begun.get_span_context().trace_id:032x}"


def nanoseconds(unix_seconds: float) -> int:
    """As OpenTelemetry counts time."""
    return int(unix_seconds * 1_000_000_000)


def now() -> float:
    return time.time()


@contextmanager
def _within(begun: Any) -> Iterator[Any]:
    from opentelemetry.trace import use_span

    try:
        with use_span(begun, record_exception=False, set_status_on_exception=False):
            yield begun
    except BaseException as error:
        _note_error(begun, error)
        raise
    finally:
        begun.end()


def _note_error(begun: Any, error: BaseException) -> None:
    """An exception's text may quote what a client sent."""
    from opentelemetry.trace import Status, StatusCode

    begun.set_attribute("error.type", type(error).__name__)
    begun.set_status(Status(StatusCode.ERROR))
