"""What every projection is: a name, the tables it alone writes, and how a batch changes them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar, cast

import msgspec
from psycopg import Connection

from domain.event import Event, Recorded

Apply = Callable[[Sequence[Recorded], Connection[Any]], None]
Read = Callable[[int, int], Sequence[Recorded]]
"""`read(after, limit)`: events with a position greater than `after`, in order; `Ledger.read`."""

E = TypeVar("E", bound=Event)

Topics = Mapping[str, type[Event]]
"""Some topics, and as what the events of each are decoded; see `narrowed`."""

ReadTopics = Callable[[int, int, Topics | None], Sequence[Recorded]]
"""`read(after, limit, topics)`: those events of the `limit` positions behind `after` that have one
of the topics; None means all."""


class Projection(msgspec.Struct, frozen=True):
    """`apply` writes a batch in the caller's transaction and is told every event exactly once.

    The runner's checkpoint sees to the "once"; an event that cannot be applied makes `apply` raise.
    `topics` are those that `apply` looks at, so that a rebuild need not read the others. `growing`
    are tables that `apply` only adds rows to and never reads: a rebuild indexes them last.
    """

    name: str
    tables: tuple[str, ...]
    apply: Apply
    topics: Topics | None = None
    growing: frozenset[str] = frozenset()


def narrowed(event: type[E], *names: str) -> type[E]:
    """The event with only these of its fields, which takes less to decode; for reading in bulk.

    It is another class: who asks for the type of an event must know both. Fields that older events
    may lack cannot be among them.
    """
    known = {field.name: field for field in msgspec.structs.fields(event) if field.required}
    made = msgspec.defstruct(
        event.__name__,
        [(name, known[name].type) for name in names],
        bases=(Event,),
        namespace={"TOPIC": event.TOPIC},
        frozen=True,
        kw_only=True,
        gc=False,
    )
    return cast(type[E], made)


def as_they_are(*events: type[Event]) -> Topics:
    """The topics of these events, each decoded whole."""
    return {event.TOPIC: event for event in events}


class UnknownFact(ValueError):
    """An event refers to a row that no earlier event made: the log or the fold is wrong."""
