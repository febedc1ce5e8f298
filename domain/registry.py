"""Every event there is, by topic, and how each stream folds. The store, the docs and the tests ask
here; an event that is not listed can neither be written nor read.
"""

from collections.abc import Callable
from typing import Any

from domain import generation, key_claim, ledger
from domain.characters import character
from domain.characters.character import Character
from domain.enforcement import appeal, operator_act, refusals, report
from domain.enforcement.appeal import Appeal
from domain.enforcement.operator_act import OperatorAct
from domain.enforcement.refusals import Moderation
from domain.enforcement.report import AbuseReport
from domain.event import Event
from domain.generation import Generation
from domain.key_claim import KeyClaim
from domain.ledger import Account
from domain.payments import checkout, payment
from domain.payments.checkout import Checkout
from domain.payments.payment import Payment
from domain.webhooks import directory
from domain.webhooks import endpoint as endpoints
from domain.webhooks.directory import EndpointDirectory
from domain.webhooks.endpoint import Endpoint

State = (
    Account
    | Generation
    | Character
    | Payment
    | Checkout
    | Endpoint
    | EndpointDirectory
    | Moderation
    | KeyClaim
    | OperatorAct
    | AbuseReport
    | Appeal
)

_KINDS: dict[type[State], tuple[tuple[type[Event], ...], Callable[[Any, Event], State]]] = {
    Account: (ledger.EVENTS, ledger.evolve),
    Generation: (generation.EVENTS, generation.evolve),
    Character: (character.EVENTS, character.evolve),
    Payment: (payment.EVENTS, payment.evolve),
    Checkout: (checkout.EVENTS, checkout.evolve),
    Endpoint: (endpoints.EVENTS, endpoints.evolve),
    EndpointDirectory: (directory.EVENTS, directory.evolve),
    Moderation: (refusals.EVENTS, refusals.evolve),
    KeyClaim: (key_claim.EVENTS, key_claim.evolve),
    OperatorAct: (operator_act.EVENTS, operator_act.evolve),
    AbuseReport: (report.EVENTS, report.evolve),
    Appeal: (appeal.EVENTS, appeal.evolve),
}
EVENTS: tuple[type[Event], ...] = tuple(event for events, _ in _KINDS.values() for event in events)
TOPICS: dict[str, type[Event]] = {event.TOPIC: event for event in EVENTS}
assert len(TOPICS) == len(EVENTS), "two events share a topic"

_FOLDS = {event: (kind, fold) for kind, (events, fold) in _KINDS.items() for event in events}


def evolve(state: State | None, event: Event) -> State:
    """One more event of a stream of any kind; the class of the event says which kind."""
    kind, fold = _FOLDS[type(event)]
    assert state is None or type(state) is kind, (state, event)
    return fold(state, event)
