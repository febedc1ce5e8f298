"""Every event there is, by topic, and how each stream folds. The store, the docs and the tests ask
here; an event that is not listed can neither be written nor read.
"""

from domain import character, generation, ledger
from domain.character import Character
from domain.event import Event
from domain.generation import Generation
from domain.ledger import Account

EVENTS: tuple[type[Event], ...] = ledger.EVENTS + generation.EVENTS + character.EVENTS
TOPICS: dict[str, type[Event]] = {event.TOPIC: event for event in EVENTS}
assert len(TOPICS) == len(EVENTS), "two events share a topic"

State = Account | Generation | Character

_ACCOUNT = frozenset(ledger.EVENTS)
_GENERATION = frozenset(generation.EVENTS)


def evolve(state: State | None, event: Event) -> State:
    """One more event of a stream of any kind; the class of the event says which kind."""
    if type(event) in _ACCOUNT:
        assert state is None or isinstance(state, Account)
        return ledger.evolve(state, event)
    if type(event) in _GENERATION:
        assert state is None or isinstance(state, Generation)
        return generation.evolve(state, event)
    assert state is None or isinstance(state, Character)
    return character.evolve(state, event)
