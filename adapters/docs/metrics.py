"""The page of metrics, out of the catalogue that makes them."""

from adapters.docs import markdown
from adapters.telemetry.catalogue import METRICS

TITLE = "# Metrics"

INTRODUCTION = """\
What each role tells at `/metrics`, in Prometheus' text format;
[observability](../operations/observability.md) says where to scrape and what to be woken for. No
label holds an account, a key or an id. Beside these a process tells the usual `process_` figures
(memory, processor time, open files), unless it is one of several HTTP workers."""


def metrics_page() -> str:
    """docs/reference/metrics.md as Markdown."""
    rows = [
        [
            f"`{metric.name}`",
            metric.kind,
            ", ".join(f"`{label}`" for label in metric.labels) or "none",
            ", ".join(metric.roles),
            metric.help,
        ]
        for metric in METRICS
    ]
    heads = ["metric", "kind", "labels", "roles", "meaning"]
    return markdown.page(TITLE, INTRODUCTION, markdown.table(heads, rows))
