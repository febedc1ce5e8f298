"""Every metric there is. The code, docs/reference/metrics.md and the tests all read this list."""

from typing import Literal

import msgspec

Role = Literal["serve", "work", "infer", "sandbox"]
Kind = Literal["counter", "gauge", "histogram"]

SECONDS = (
    0.005,
    0.01,
    0.025,
    0.05,
    0.075,
    0.1,
    0.25,
    0.5,
    0.75,
    1.0,
    2.5,
    5.0,
    7.5,
    10.0,
    30.0,
    60.0,
)
"""Bounds of OpenTelemetry's convention for HTTP, and two more for requests that wait."""

RENDER_SECONDS = (0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 20.0, 40.0, 80.0, 160.0, 320.0, 640.0)
APPEND_SECONDS = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5)
BATCH = (1, 2, 4, 8, 16, 32, 64, 128, 200)


class Metric(msgspec.Struct, frozen=True, kw_only=True):
    """One metric, the roles that have it, and its labels, each of them of few values."""

    name: str
    kind: Kind
    help: str
    roles: tuple[Role, ...]
    labels: tuple[str, ...] = ()
    buckets: tuple[float, ...] = ()


METRICS: tuple[Metric, ...] = (
    Metric(
        name="xavira_http_requests_total",
        kind="counter",
        help="Requests answered, by the template of their route, method and status.",
        roles=("serve",),
        labels=("route", "method", "status"),
    ),
    Metric(
        name="xavira_http_request_seconds",
        kind="histogram",
        help="From the first byte of a request to the last of its answer, waiting included.",
        roles=("serve",),
        labels=("route", "method"),
        buckets=SECONDS,
    ),
    Metric(
        name="xavira_http_in_flight",
        kind="gauge",
        help="Requests being answered now.",
        roles=("serve",),
    ),
    Metric(
        name="xavira_http_streams",
        kind="gauge",
        help="Server-sent event streams that are open now.",
        roles=("serve",),
    ),
    Metric(
        name="xavira_rate_limit_local_total",
        kind="counter",
        help="Requests counted in this process alone, because the shared counter was away.",
        roles=("serve",),
    ),
    Metric(
        name="xavira_rate_limit_degraded",
        kind="gauge",
        help="1 while the shared counter is not asked because it failed just now.",
        roles=("serve",),
    ),
    Metric(
        name="xavira_pool_connections",
        kind="gauge",
        help="Database connections of the pool for lists, by state: idle or in use.",
        roles=("serve",),
        labels=("state",),
    ),
    Metric(
        name="xavira_pool_waiting",
        kind="gauge",
        help="Requests that wait for a connection of that pool now.",
        roles=("serve",),
    ),
    Metric(
        name="xavira_pool_wait_seconds_total",
        kind="counter",
        help="What requests have waited for a connection of that pool, together.",
        roles=("serve",),
    ),
    Metric(
        name="xavira_moderation_refusals_total",
        kind="counter",
        help="Refusals of the gate. Those of the stage `dry_run` are told to the client alone: many"
        " of them are somebody who looks for a way round.",
        roles=("serve",),
        labels=("stage", "category"),
    ),
    Metric(
        name="xavira_append_commands_total",
        kind="counter",
        help="Commands to the log by outcome: recorded, refused by the rules, or failed.",
        roles=("serve", "work", "sandbox"),
        labels=("outcome",),
    ),
    Metric(
        name="xavira_append_events_total",
        kind="counter",
        help="Events recorded.",
        roles=("serve", "work", "sandbox"),
    ),
    Metric(
        name="xavira_append_batch_commands",
        kind="histogram",
        help="Commands that were decided and recorded in one transaction.",
        roles=("serve", "work", "sandbox"),
        buckets=BATCH,
    ),
    Metric(
        name="xavira_append_seconds",
        kind="histogram",
        help="One such batch, from its decision to the answer of its COMMIT.",
        roles=("serve", "work", "sandbox"),
        buckets=APPEND_SECONDS,
    ),
    Metric(
        name="xavira_append_conflicts_total",
        kind="counter",
        help="Batches that were decided again because a stream had moved on.",
        roles=("serve", "work", "sandbox"),
    ),
    Metric(
        name="xavira_append_lost_replies_total",
        kind="counter",
        help="Batches whose COMMIT went unanswered and were looked up.",
        roles=("serve", "work", "sandbox"),
    ),
    Metric(
        name="xavira_queue_depth",
        kind="gauge",
        help="Open work by pool and state: queued, released or started.",
        roles=("work", "sandbox"),
        labels=("pool", "state"),
    ),
    Metric(
        name="xavira_queue_oldest_seconds",
        kind="gauge",
        help="Age of the oldest work of a pool that is not started.",
        roles=("work", "sandbox"),
        labels=("pool",),
    ),
    Metric(
        name="xavira_worker_slots",
        kind="gauge",
        help="What the live consumers of a pool can draw at once.",
        roles=("work", "sandbox"),
        labels=("pool",),
    ),
    Metric(
        name="xavira_log_position",
        kind="gauge",
        help="Position of the newest event.",
        roles=("work", "sandbox"),
    ),
    Metric(
        name="xavira_projection_lag_events",
        kind="gauge",
        help="Events that a projection has not applied yet.",
        roles=("work", "sandbox"),
        labels=("projection",),
    ),
    Metric(
        name="xavira_projection_lag_seconds",
        kind="gauge",
        help="Age of the oldest event that a projection has not applied yet; 0 when there is none.",
        roles=("work", "sandbox"),
        labels=("projection",),
    ),
    Metric(
        name="xavira_projection_stopped",
        kind="gauge",
        help="1 for a projection that stopped at an event it could not apply.",
        roles=("work", "sandbox"),
        labels=("projection",),
    ),
    Metric(
        name="xavira_checkpoint_age_seconds",
        kind="gauge",
        help="Age of the newest signed checkpoint.",
        roles=("work",),
    ),
    Metric(
        name="xavira_checkpoint_unsigned_events",
        kind="gauge",
        help="Events that no signed checkpoint covers yet.",
        roles=("work",),
    ),
    Metric(
        name="xavira_ledger_forks_open",
        kind="gauge",
        help="Disagreements between the log and what was published of it; appends are refused.",
        roles=("work",),
    ),
    Metric(
        name="xavira_selfcheck_findings",
        kind="gauge",
        help="What the newest look of the self-check found wrong in the books; must be 0.",
        roles=("work",),
    ),
    Metric(
        name="xavira_selfcheck_age_seconds",
        kind="gauge",
        help="Age of the newest look of the self-check.",
        roles=("work",),
    ),
    Metric(
        name="xavira_webhook_attempts_total",
        kind="counter",
        help="Attempts to deliver a webhook by outcome; every status that is no 2xx is `status`.",
        roles=("work", "sandbox"),
        labels=("outcome",),
    ),
    Metric(
        name="xavira_webhook_backlog",
        kind="gauge",
        help="Webhook deliveries that are not done, by state: waiting or sending.",
        roles=("work", "sandbox"),
        labels=("state",),
    ),
    Metric(
        name="xavira_webhook_oldest_seconds",
        kind="gauge",
        help="How long the most overdue webhook delivery has been due.",
        roles=("work", "sandbox"),
    ),
    Metric(
        name="xavira_bus_messages",
        kind="gauge",
        help="Messages in a JetStream stream that are not acknowledged; told by the leader.",
        roles=("work", "sandbox"),
        labels=("stream",),
    ),
    Metric(
        name="xavira_settled_total",
        kind="counter",
        help="Results taken from the bus by kind.",
        roles=("work", "sandbox"),
        labels=("kind",),
    ),
    Metric(
        name="xavira_part_breaks_total",
        kind="counter",
        help="What broke the work that one process at a time does (the dispatcher, the sweeper,"
        " the janitor, the projections, the sealer, the self-check, webhooks, holders) or how the"
        " log is read: a mistake of ours, or what the database refuses, as with a full disk. It is"
        " tried again.",
        roles=("serve", "work", "sandbox"),
        labels=("part",),
    ),
    Metric(
        name="xavira_scrape_failed",
        kind="gauge",
        help="1 when the database could not be asked for this scrape; its figures are missing.",
        roles=("work", "sandbox"),
    ),
    Metric(
        name="xavira_worker_commands",
        kind="gauge",
        help="Commands that a consumer holds, by state: waiting for the engine, or busy, which is"
        " made ready, drawn or stored.",
        roles=("infer", "sandbox"),
        labels=("state",),
    ),
    Metric(
        name="xavira_engine_seconds",
        kind="histogram",
        help="Engine time of one completed render.",
        roles=("infer", "sandbox"),
        labels=("model",),
        buckets=RENDER_SECONDS,
    ),
    Metric(
        name="xavira_provenance_seconds",
        kind="histogram",
        help="Time to write the source type and the signed manifest into one finished output.",
        roles=("infer", "sandbox"),
        buckets=APPEND_SECONDS,
    ),
    Metric(
        name="xavira_engine_results_total",
        kind="counter",
        help="Work by outcome: completed, identity, failed, timeout or blocked.",
        roles=("infer", "sandbox"),
        labels=("model", "outcome"),
    ),
)

BY_NAME = {metric.name: metric for metric in METRICS}
