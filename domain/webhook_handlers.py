"""The commands of webhook endpoints. Like every handler they do no I/O and may decide again."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from domain import ledger, webhook
from domain.errors import NotFound
from domain.event import Event
from domain.handlers import Claimed
from domain.ids import AccountId, EndpointId, KeyId, SecretId
from domain.ledger import Account
from domain.ports import Command, Decision, GroundRow, States
from domain.webhook import (
    DisabledBy,
    Endpoint,
    EndpointCreated,
    EndpointDeleted,
    EndpointUpdated,
)


def create_endpoint(
    endpoint_id: EndpointId, event: EndpointCreated, *, key_id: KeyId, rows: Sequence[GroundRow]
) -> Command:
    """Creates an endpoint and the row of its secret; a replay changes nothing and says so.

    Refuses with Unauthorized, AccountOnHold, IdempotencyKeyReused, NotFound.
    """

    def decide(states: States, now: datetime) -> Decision:
        account = states[event.account_id]
        if not isinstance(account, Account):
            raise NotFound
        ledger.check_key(account, key_id, now)
        existing = states[endpoint_id]
        if existing is not None:
            webhook.check_replay(existing, event.account_id, event.fingerprint)
            return Decision(answer=Claimed(replayed=True))
        return Decision(events={endpoint_id: [event]}, rows=rows, answer=Claimed(replayed=False))

    return Command(streams=(event.account_id, endpoint_id), decide=decide)


def update_endpoint(
    account_id: AccountId, endpoint_id: EndpointId, event: EndpointUpdated
) -> Command:
    """Changes address and filter. Refuses with NotFound."""
    return _on_endpoint(account_id, endpoint_id, lambda endpoint, now: [event])


def rotate_secret(
    account_id: AccountId,
    endpoint_id: EndpointId,
    secret_id: SecretId,
    *,
    overlap: timedelta,
    row: GroundRow,
) -> Command:
    """Adds a secret and its row, both or neither. Refuses with NotFound, ValidationFailed."""
    return _on_endpoint(
        account_id,
        endpoint_id,
        lambda endpoint, now: webhook.rotate(endpoint, secret_id, overlap=overlap, now=now),
        rows=(row,),
    )


def disable_endpoint(
    account_id: AccountId,
    endpoint_id: EndpointId,
    by: DisabledBy,
    *,
    rows: Sequence[GroundRow] = (),
) -> Command:
    """The answer is True when this disabled it; `rows` tell the owner. Refuses with NotFound."""
    return _on_endpoint(
        account_id, endpoint_id, lambda endpoint, now: webhook.disable(endpoint, by), rows=rows
    )


def enable_endpoint(account_id: AccountId, endpoint_id: EndpointId) -> Command:
    """Sends there again from now on. Refuses with NotFound."""
    return _on_endpoint(account_id, endpoint_id, lambda endpoint, now: webhook.enable(endpoint))


def delete_endpoint(account_id: AccountId, endpoint_id: EndpointId) -> Command:
    """Ends it for good, with everything that waits for it. Refuses with NotFound."""
    return _on_endpoint(account_id, endpoint_id, lambda endpoint, now: [EndpointDeleted()])


def _on_endpoint(
    account_id: AccountId,
    endpoint_id: EndpointId,
    change: Callable[[Endpoint, datetime], Sequence[Event]],
    *,
    rows: Sequence[GroundRow] = (),
) -> Command:
    def decide(states: States, now: datetime) -> Decision:
        endpoint = webhook.owned_endpoint(states[endpoint_id], account_id)
        events = change(endpoint, now)
        if not events:
            return Decision(answer=False)
        return Decision(events={endpoint_id: events}, rows=rows, answer=True)

    return Command(streams=(endpoint_id,), decide=decide)
