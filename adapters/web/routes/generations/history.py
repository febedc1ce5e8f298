"""A generation as each of its state changes left it, read from its own stream in the log."""

import asyncio
from uuid import UUID

from adapters.web.dependencies import WebDependencies
from domain.generation import Generation
from domain.ports import EMPTY, Stream, followed

EVENTS_MAX = 1000
"""Far more than a generation has: a claim, one start for each attempt, an ending."""


async def state_changes(web: WebDependencies, generation_id: UUID) -> list[Stream]:
    """The stream after its claim, after each start and after its ending, in order.

    Raises psycopg.OperationalError.
    """
    history = await asyncio.to_thread(web.ledger.history, generation_id, EVENTS_MAX)
    stream, changes = EMPTY, []
    for recorded in history:
        before, stream = stream.state, followed(stream, recorded)
        if not isinstance(before, Generation) or _state(before) != _state(stream.state):
            changes.append(stream)
    return changes


def _state(state: object) -> tuple[object, ...]:
    """What a change of the state shows in; deleting an output does not."""
    return (state.attempt, state.ending) if isinstance(state, Generation) else ()
