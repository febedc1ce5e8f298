"""Every event there is, by topic, and how each stream folds. The store, the docs and the tests ask
here; an event that is not listed can neither be written nor read.
"""

from domain import (
    appeal,
    character,
    checkout,
    endpoint_directory,
    generation,
    key_claim,
    ledger,
    moderation_stream,
    operator_act,
    payment,
    report,
    webhook,
)
from domain.appeal import Appeal
from domain.character import Character
from domain.checkout import Checkout
from domain.endpoint_directory import EndpointDirectory
from domain.event import Event
from domain.generation import Generation
from domain.key_claim import KeyClaim
from domain.ledger import Account
from domain.moderation_stream import Moderation
from domain.operator_act import OperatorAct
from domain.payment import Payment
from domain.report import AbuseReport
from domain.webhook import Endpoint

EVENTS: tuple[type[Event], ...] = (
    ledger.EVENTS
    + generation.EVENTS
    + character.EVENTS
    + payment.EVENTS
    + checkout.EVENTS
    + webhook.EVENTS
    + endpoint_directory.EVENTS
    + moderation_stream.EVENTS
    + key_claim.EVENTS
    + operator_act.EVENTS
    + report.EVENTS
    + appeal.EVENTS
)
TOPICS: dict[str, type[Event]] = {event.TOPIC: event for event in EVENTS}
assert len(TOPICS) == len(EVENTS), "two events share a topic"

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

_ACCOUNT = frozenset(ledger.EVENTS)
_GENERATION = frozenset(generation.EVENTS)
_PAYMENT = frozenset(payment.EVENTS)
_CHECKOUT = frozenset(checkout.EVENTS)
_ENDPOINT = frozenset(webhook.EVENTS)
_DIRECTORY = frozenset(endpoint_directory.EVENTS)
_MODERATION = frozenset(moderation_stream.EVENTS)
_KEY_CLAIM = frozenset(key_claim.EVENTS)
_OPERATOR = frozenset(operator_act.EVENTS)
_REPORT = frozenset(report.EVENTS)
_APPEAL = frozenset(appeal.EVENTS)


def evolve(state: State | None, event: Event) -> State:
    """One more event of a stream of any kind; the class of the event says which kind."""
    if type(event) in _ACCOUNT:
        assert state is None or isinstance(state, Account)
        return ledger.evolve(state, event)
    if type(event) in _GENERATION:
        assert state is None or isinstance(state, Generation)
        return generation.evolve(state, event)
    if type(event) in _PAYMENT:
        assert state is None or isinstance(state, Payment)
        return payment.evolve(state, event)
    if type(event) in _CHECKOUT:
        assert state is None or isinstance(state, Checkout)
        return checkout.evolve(state, event)
    if type(event) in _ENDPOINT:
        assert state is None or isinstance(state, Endpoint)
        return webhook.evolve(state, event)
    if type(event) in _DIRECTORY:
        assert state is None or isinstance(state, EndpointDirectory)
        return endpoint_directory.evolve(state, event)
    if type(event) in _MODERATION:
        assert state is None or isinstance(state, Moderation)
        return moderation_stream.evolve(state, event)
    if type(event) in _KEY_CLAIM:
        assert state is None or isinstance(state, KeyClaim)
        return key_claim.evolve(state, event)
    if type(event) in _OPERATOR:
        assert state is None or isinstance(state, OperatorAct)
        return operator_act.evolve(state, event)
    if type(event) in _REPORT:
        assert state is None or isinstance(state, AbuseReport)
        return report.evolve(state, event)
    if type(event) in _APPEAL:
        assert state is None or isinstance(state, Appeal)
        return appeal.evolve(state, event)
    assert state is None or isinstance(state, Character)
    return character.evolve(state, event)
