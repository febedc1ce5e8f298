"""What exists on the bus of one book, as data: streams, durable consumers and subjects.

Commands and results are work queues: a message is gone once it is acknowledged. Nobody relies on
them being durable; whatever is missing is made again and refilled from the ledger.
"""

import re
from uuid import UUID

import msgspec
from nats.js import JetStreamContext
from nats.js.api import (
    AckPolicy,
    ConsumerConfig,
    DiscardPolicy,
    RetentionPolicy,
    StorageType,
    StreamConfig,
)
from nats.js.errors import APIError

from domain.ids import Book

PAYLOAD_BYTES_MAX = 256 * 1024
ACK_WAIT_SECONDS = 10.0
"""Somebody waits for the work of a consumer that died; one that was only held up this long has its
work drawn twice, and the first result counts."""

BEATS_MISSED_MAX = 3
"""A held message is kept alive by beats; one that missed this many goes to somebody else."""

DUPLICATE_WINDOW_SECONDS = 600.0
DELIVERIES_MAX = 10
"""A command handed out this often and never answered is not seen again; the dispatcher notices the
silence and releases its work anew. One that ends its consumers is found out at its fifth delivery,
and what was held beside it each time has deliveries left then."""

COMMANDS_AGE_SECONDS_MAX = 24 * 3600.0
RESULTS_AGE_SECONDS_MAX = 7 * 24 * 3600.0
STREAM_BYTES_MAX = 256 * 1024 * 1024
STORE_BYTES_NEEDED = 4 * STREAM_BYTES_MAX
"""By the commands and the results of both books."""

ACK_PENDING_MAX = 1024
PULLS_WAITING_MAX = 512
POOL_DEFAULT = "default"
SETTLER = "settler"

NAME_IN_USE = 10058
"""JetStream's error for a stream that exists with another configuration."""

STORE_TOO_SMALL = 10047
"""JetStream's error for a stream that may take more than the server has left for streams."""

_POOL = re.compile(r"[a-z0-9][a-z0-9_-]{0,31}", re.ASCII)


class Topology(msgspec.Struct, frozen=True, kw_only=True):
    """Names of everything on the bus. `pools` are those that this process needs consumers of.

    Every process of one deployment must agree on `ack_wait_seconds`.
    """

    book: Book = "live"
    pools: tuple[str, ...] = (POOL_DEFAULT,)
    ack_wait_seconds: float = ACK_WAIT_SECONDS

    def __post_init__(self) -> None:
        for pool in self.pools:
            if _POOL.fullmatch(pool) is None:
                raise ValueError(f"not a name for a pool: {pool!r}")

    @property
    def beat_seconds(self) -> float:
        return self.ack_wait_seconds / BEATS_MISSED_MAX

    @property
    def commands_stream(self) -> str:
        return f"COMMANDS_{self.book.upper()}"

    @property
    def results_stream(self) -> str:
        return f"RESULTS_{self.book.upper()}"

    def pool_consumer(self, pool: str) -> str:
        return f"pool-{pool}"

    def command_subject(self, pool: str, work_id: UUID) -> str:
        return f"commands.{self.book}.{pool}.{work_id}"

    def result_subject(self, pool: str, work_id: UUID) -> str:
        return f"results.{self.book}.{pool}.{work_id}"

    def progress_subject(self, work_id: UUID | None = None) -> str:
        """Of one piece of work, or of all of them."""
        return f"progress.{self.book}.{'*' if work_id is None else work_id}"

    @property
    def cancel_subject(self) -> str:
        return f"cancel.{self.book}"

    def workers_subject(self, pool: str | None = None) -> str:
        """Where consumers of one pool announce themselves, or those of all pools."""
        return f"workers.{self.book}.{'*' if pool is None else pool}"


def streams(topology: Topology) -> list[StreamConfig]:
    """Both streams of the book."""
    return [
        _work_queue(
            topology.commands_stream, f"commands.{topology.book}.>", COMMANDS_AGE_SECONDS_MAX
        ),
        _work_queue(topology.results_stream, f"results.{topology.book}.>", RESULTS_AGE_SECONDS_MAX),
    ]


def _work_queue(name: str, subject: str, age_seconds_max: float) -> StreamConfig:
    return StreamConfig(
        name=name,
        subjects=[subject],
        retention=RetentionPolicy.WORK_QUEUE,
        storage=StorageType.FILE,
        discard=DiscardPolicy.NEW,
        max_age=age_seconds_max,
        max_bytes=STREAM_BYTES_MAX,
        max_msg_size=PAYLOAD_BYTES_MAX,
        duplicate_window=DUPLICATE_WINDOW_SECONDS,
        num_replicas=1,
    )


def consumers(topology: Topology) -> list[tuple[str, ConsumerConfig]]:
    """(stream, consumer) of every durable consumer.

    The settler's deliveries are not limited: a result waits for the ledger as long as the stream
    keeps it, and that is its limit.
    """
    pools = [
        (
            topology.commands_stream,
            _durable(
                topology,
                topology.pool_consumer(pool),
                f"commands.{topology.book}.{pool}.>",
                DELIVERIES_MAX,
            ),
        )
        for pool in topology.pools
    ]
    settler = _durable(topology, SETTLER, f"results.{topology.book}.>", -1)
    return [*pools, (topology.results_stream, settler)]


def _durable(topology: Topology, name: str, subject: str, deliveries_max: int) -> ConsumerConfig:
    return ConsumerConfig(
        name=name,
        durable_name=name,
        filter_subject=subject,
        ack_policy=AckPolicy.EXPLICIT,
        ack_wait=topology.ack_wait_seconds,
        max_deliver=deliveries_max,
        max_ack_pending=ACK_PENDING_MAX,
        max_waiting=PULLS_WAITING_MAX,
    )


async def ensure(jetstream: JetStreamContext, topology: Topology) -> None:
    """Makes what is missing and brings the rest up to date; harmless to repeat.

    Raises nats.errors.Error when the server does not answer or refuses.
    """
    for stream in streams(topology):
        try:
            await jetstream.add_stream(stream)
        except APIError as error:
            if error.err_code != NAME_IN_USE:
                raise
            await jetstream.update_stream(stream)
    for stream_name, consumer in consumers(topology):
        await jetstream.add_consumer(stream_name, consumer)
