"""Traces: where a request's goes on, what is noted for later, and what is never in one."""

from collections.abc import Iterator

import pytest
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from structlog.testing import capture_logs

from adapters.postgres.connections import connect
from adapters.telemetry import tracing
from tests.adapters.web.customer import Customer

TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"
PARENT = f"00-{TRACE}-00f067aa0ba902b7-01"


@pytest.fixture
def spans() -> Iterator[InMemorySpanExporter]:
    """This process traces for one test."""
    exporter = InMemorySpanExporter()
    end = tracing.set_up_tracing("serve", exporter, at_once=True)
    yield exporter
    end()


def _noted(customer: Customer, work_id: str) -> str | None:
    with connect(customer.site.database_url, role="xavira_work") as connection:
        row = connection.execute(
            "SELECT traceparent FROM trace_parents WHERE work_id = %s", (work_id,)
        ).fetchone()
    return None if row is None else str(row[0])


def test_a_request_goes_on_in_its_clients_trace(
    customer: Customer, spans: InMemorySpanExporter
) -> None:
    """The span, the log line and the note for the dispatcher have the client's trace."""
    character = customer.character()
    spans.clear()
    with capture_logs() as logs:
        reply = customer.site.send(
            "POST",
            "/v1/images:generate",
            json_body={"character_id": character, "prompt": "unmistakable words"},
            headers=[customer.authorization, ("traceparent", PARENT)],
        )
    (span,) = spans.get_finished_spans()
    assert span.name == "POST /v1/images:generate"
    assert f"{span.context.trace_id:032x}" == TRACE
    assert f"{span.parent.span_id:016x}" == "00f067aa0ba902b7"
    assert span.attributes["http.response.status_code"] == 201
    assert span.attributes["xavira.request_id"] == reply.header("x-request-id")
    (line,) = [line for line in logs if line["event"] == "request"]
    assert line["trace_id"] == TRACE
    noted = _noted(customer, reply.json["generation_id"])
    assert noted == f"00-{TRACE}-{span.context.span_id:016x}-01"
    said = f"{span.name} {dict(span.attributes)} {span.events} {span.status.description}"
    for planted in ("unmistakable", customer.secret, str(customer.account_id)):
        assert planted not in said


@pytest.mark.parametrize("sent", ["", "nonsense", "00-0-0-01", "\xff" * 300, PARENT + "x" * 99])
def test_a_parent_that_is_none_begins_a_trace(
    customer: Customer, spans: InMemorySpanExporter, sent: str
) -> None:
    """Never an error."""
    headers = [customer.authorization, ("traceparent", sent)]
    assert customer.site.send("GET", "/v1/balance", headers=headers).status == 200
    (span,) = spans.get_finished_spans()
    assert span.parent is None


def test_an_error_is_told_by_its_code(customer: Customer, spans: InMemorySpanExporter) -> None:
    """And not by its message, which may quote what was sent."""
    customer.send("GET", "/v1/generations/unmistakable")
    (span,) = spans.get_finished_spans()
    assert span.attributes["error.type"] == "not_found"
    assert "unmistakable" not in f"{span.name} {dict(span.attributes)}"


def test_without_tracing_nothing_is_noted(customer: Customer) -> None:
    """No row, no header on a message, and no trace in the log line."""
    with capture_logs() as logs:
        reply = customer.image(customer.character())
    assert _noted(customer, reply.json["generation_id"]) is None
    assert tracing.carried() == {}
    assert {line.get("trace_id") for line in logs if line["event"] == "request"} == {None}


def test_one_line_tells_all_of_a_request(customer: Customer) -> None:
    """Key, bytes both ways, position of the log and milliseconds by stage."""
    character = customer.character()
    with capture_logs() as logs:
        reply = customer.image(character)
    (line,) = [line for line in logs if line["event"] == "request"]
    assert line["key_id"] == str(customer.key_id)
    assert line["bytes_in"] > 0
    assert line["bytes_out"] == len(reply.body)
    assert str(line["position"]) == reply.header("xavira-position")
    assert {"admitted", "decided", "recorded"} <= set(line["stages"])
