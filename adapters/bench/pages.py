"""Figures as a table on the screen and as a page in docs/benchmarks: what, how, and where."""

from collections.abc import Sequence
from pathlib import Path

import msgspec
from rich.table import Table

from adapters.bench.api import ACCOUNTS, Round
from adapters.bench.baseline import Speed
from adapters.bench.booking import Booking
from adapters.bench.ledger import PROCESSES, WritePath
from adapters.bench.machine import this_machine
from adapters.bench.sealing import Sealing
from adapters.bench.webhooks import WebhookRound
from adapters.bench.whole_log import Line

FOLDER = Path("docs/benchmarks")


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """A title, what was done, columns and rows, and what to know about them."""

    name: str
    title: str
    told: Sequence[str]
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]

    def table(self) -> Table:
        table = Table(*self.columns, title=self.title)
        for row in self.rows:
            table.add_row(*row)
        return table

    def write(self, command: str) -> Path:
        """Writes the page and returns where it is."""
        lines = [f"# {self.title}", "", *self.told, "", *this_machine().lines()]
        lines += [f"- `{command}`", "", _row(self.columns), _row(["---"] * len(self.columns))]
        lines += [_row(row) for row in self.rows]
        FOLDER.mkdir(parents=True, exist_ok=True)
        path = FOLDER / f"{self.name}.md"
        path.write_text("\n".join(lines) + "\n")
        return path


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def write_path_sheet(figures: WritePath) -> Sheet:
    """Throughput of both, latencies, and the ratios that count."""
    rows = [
        ["bare one-row commit, pgbench", "1", *_speed(figures.bare), ""],
        ["bare one-row commit, Python", "1", *_speed(figures.plain), ""],
        [
            "debit + request, Xavira, one caller",
            "1",
            *_speed(figures.single),
            f"**{figures.single.p50 / figures.bare.p50:.2f} x** the latency in pgbench,"
            f" {figures.single.p50 / figures.plain.p50:.2f} x in Python (at most 2)",
        ],
    ]
    targets = {64: "at least 1.0", 256: "at least 1.5"}
    for contest in figures.contests:
        for clients, speed in contest.baseline.items():
            rows.append(
                [f"debit, hand-written SQL ({contest.accounts})", str(clients), *_speed(speed), ""]
            )
        for how, speeds in (
            ("", contest.ledger),
            (f", {PROCESSES} processes", contest.divided),
        ):
            for in_flight, speed in speeds.items():
                ratio = f"**{contest.ratio(speed):.2f} x** ({targets[in_flight]})"
                title = f"debit + request, Xavira{how} ({contest.accounts})"
                rows.append([title, str(in_flight), *_speed(speed), ratio])
    return Sheet(
        name="ledger",
        title="Durable debits: Xavira beside hand-written SQL",
        told=[
            "Ours is the real handler as the API's role, on one event loop as in the API:",
            "fingerprint, sealed text, key and cap, lots, replay check, two events, append-only",
            "log, fsync on; whoever asks and whoever records are one process, or each of two that",
            "have accounts of their own, as behind a balancer that sends a key's requests to one",
            "process (dealt out by rank; as many requests wait in each). The baseline is one",
            "statement under pgbench, prepared: take from a balance, insert an entry with as many",
            "bytes. New ids begin with the time on both sides (UUIDv7).",
            f"{figures.preloaded:,} events preloaded, and a quarter as many entries in the",
            "baseline's table; both vacuumed, analysed and written out alike. Same server, runs of",
            "the two in turn, every second round backwards, a checkpoint before each contest, the",
            f"first sixth of a run not counted; medians of {figures.rounds} rounds of",
            f"{figures.seconds:g} s. The bare commit in Python: our driver and role.",
            "The ratio is to the baseline's best client count of the same accounts. Absolute",
            "figures depend on the disk; only ratios compare.",
        ],
        columns=("what", "in flight", "per second", "p50 ms", "p99 ms", "ratio"),
        rows=rows,
    )


def sealing_sheet(figures: Sealing) -> Sheet:
    """What the tree costs beside the append, and how soon an event is under a checkpoint."""
    ratio = figures.beside.per_second / figures.without.per_second
    at_once = figures.at_once
    p50, p99, longest = figures.waits
    return Sheet(
        name="sealing",
        title="The tree and its checkpoints beside the append",
        told=[
            "The same requests, 64 in flight on 10,000 accounts, with and without a sealer in a",
            "process of its own, in turn; medians of the rounds. Waits are from the recording of",
            "an event to the signing of the first checkpoint over it, by the database's clock, of",
            "the round with the longest 99th percentile.",
        ],
        columns=("what", "figure", "target"),
        rows=[
            [
                "seal the whole log at once",
                f"{at_once.events:,} events in {at_once.seconds:.1f} s,"
                f" {at_once.events / at_once.seconds:,.0f}/s, {at_once.peak_megabytes:,.0f} MB",
                "",
            ],
            ["append without the sealer", f"{figures.without.per_second:,.0f}/s", ""],
            [
                "append beside the sealer",
                f"{figures.beside.per_second:,.0f}/s, **{1 - ratio:.1%}** less",
                "at most 10 %",
            ],
            [
                "the sealer's processor time",
                f"{figures.sealer_microseconds:.1f} microseconds an event",
                "",
            ],
            [
                "event to signed checkpoint",
                f"p50 {p50:.2f} s, **p99 {p99:.2f} s**, longest {longest:.2f} s",
                "p99 at most 2 s",
            ],
        ],
    )


def booking_sheet(figures: Booking) -> Sheet:
    """How fast a backlog of expired lots is booked, and what that takes from the append."""
    alone, beside = figures.alone, figures.beside
    taken = 1 - figures.meanwhile.per_second / figures.before.per_second
    return Sheet(
        name="booking",
        title="Booking lots that have expired",
        told=[
            "One lot of each of 10,000 customers is over at once, and a process like `work` books",
            "them in pages of 500 accounts: once alone, once while 64 requests are in flight. The",
            "process starts within the measured time and has never met the customers.",
        ],
        columns=("what", "figure", "target"),
        rows=[
            [
                "booked, alone",
                f"{alone.events:,} in {alone.seconds:.1f} s,"
                f" **{alone.events / alone.seconds:,.0f}/s**, {alone.peak_megabytes:,.0f} MB",
                "at least 2,000/s",
            ],
            [
                "booked, beside the append",
                f"{beside.events:,} in {beside.seconds:.1f} s,"
                f" {beside.events / beside.seconds:,.0f}/s",
                "",
            ],
            ["requests, alone", f"{figures.before.per_second:,.0f}/s", ""],
            [
                "requests, beside the booking",
                f"{figures.meanwhile.per_second:,.0f}/s, **{taken:.0%}** less",
                "at most 25 %",
            ],
        ],
    )


def _speed(speed: Speed) -> list[str]:
    return [f"{speed.per_second:,.0f}", f"{speed.p50:.2f}", f"{speed.p99:.2f}"]


def api_sheet(rounds: Sequence[Round], seconds: float) -> Sheet:
    """Requests per second, latency, and what one request costs each process."""
    processes = ("serve", "work", "infer", "postgres", "nats")
    rows = [
        [
            each.kind,
            str(each.clients),
            f"{each.load.per_second:,.0f}",
            *(f"{each.percentile(percent):.1f}" for percent in (50, 95, 99)),
            str(each.refused),
            *(f"{each.processor.get(name, 0):.1f}" for name in processes),
        ]
        for each in rounds
    ]
    return Sheet(
        name="api",
        title="The API under load",
        told=[
            f"{ACCOUNTS} accounts, everything on one machine, the load's client included. Keys,",
            "limits, moderation, idempotency, object store and fsync are on; the engine answers a",
            "cached picture. An image is counted from its request to its 201 with the stored file.",
            f"Rounds of {seconds:g} s after a warm-up. The last columns are the processor time",
            "that one request takes in each process.",
        ],
        columns=(
            "request",
            "clients",
            "per second",
            "p50 ms",
            "p95 ms",
            "p99 ms",
            "not 2xx",
            *(f"{name} ms" for name in processes),
        ),
        rows=rows,
    )


def webhook_sheet(rounds: Sequence[WebhookRound], seconds: float) -> Sheet:
    """Deliveries a second, how long a message takes, and memory, with and without bad receivers."""
    rows = [
        [
            str(each.receivers),
            str(each.dripping),
            f"{each.per_second:,.0f}",
            *(f"{each.milliseconds(percent):.0f}" for percent in (50, 95, 99)),
            f"{each.mib_before} to {each.mib_after}",
        ]
        for each in rounds
    ]
    return Sheet(
        name="webhooks",
        title="Webhooks under load",
        told=[
            f"A backlog of {rounds[0].backlog:,} messages to the prompt receivers, then",
            f"{rounds[0].rate:g} events a second for {seconds:g} s. Latency is from the recorded",
            "time of an event to its arrival at a prompt receiver. Dripping receivers answer one",
            "byte of a header every half second, for ever, and get the same share of the events.",
            "Sender and reaction in one process, receivers in another, PostgreSQL with fsync;",
            "plain HTTP, a connection for each message.",
        ],
        columns=(
            "receivers",
            "of them dripping",
            "deliveries a second",
            "p50 ms",
            "p95 ms",
            "p99 ms",
            "MiB",
        ),
        rows=rows,
    )


def whole_log_sheet(name: str, title: str, told: Sequence[str], lines: Sequence[Line]) -> Sheet:
    """One row for each task: seconds, events (or journal rows) per second, processor, memory."""
    return Sheet(
        name=name,
        title=title,
        told=told,
        columns=("task", "rows", "seconds", "rows per second", "processor s", "peak MB", "found"),
        rows=[
            [
                line.title,
                f"{line.done.events:,}",
                f"{line.done.seconds:.2f}",
                f"{line.per_second:,.0f}",
                f"{line.done.processor_seconds:.2f}",
                f"{line.done.peak_megabytes:,.0f}",
                line.done.detail,
            ]
            for line in lines
        ],
    )
