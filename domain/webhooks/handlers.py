"""The commands of webhook endpoints. Like every handler they do no I/O and may decide again."""

import contextlib
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from domain import key_claim, ledger
from domain.errors import NotFound
from domain.event import Event
from domain.handlers import Claimed, Standing, account_of
from domain.ids import AccountId, EndpointId, KeyId, SecretId, StreamId, directory_id
from domain.key_claim import KeyClaimed
from domain.ledger import Account
from domain.ports import Command, Decision, GroundRow, States
from domain.webhooks import directory as directories
from domain.webhooks import endpoint as endpoints
from domain.webhooks.directory import EndpointAdded, EndpointRemoved
from domain.webhooks.endpoint import (
    DisabledBy,
    Endpoint,
    EndpointCreated,
    EndpointDeleted,
    EndpointUpdated,
)


def create_endpoint(
    endpoint_id: EndpointId,
    event: EndpointCreated,
    *,
    key_id: KeyId,
    rows: Sequence[GroundRow],
    uncounted: Sequence[EndpointId] = (),
) -> Command:
    """Creates an endpoint and the row of its secret; a replay changes nothing and says so.

    `uncounted` are endpoints of the account from before there was a directory, as far as somebody
    knows; those that are still there and in no directory are counted from now on.
    Refuses with Unauthorized, AccountOnHold, IdempotencyKeyReused, NotFound, InvalidState.
    """
    directory = directory_id(event.account_id)

    def decide(states: States, now: datetime) -> Decision:
        account = states[event.account_id]
        if not isinstance(account, Account):
            raise NotFound
        ledger.check_key(account, key_id, now)
        existing = states[endpoint_id]
        if existing is not None:
            endpoints.check_replay(existing, event.account_id, event.fingerprint)
            return Decision(answer=Claimed(replayed=True))
        counted = directories.counted(states[directory])
        older = [e for e in uncounted if e not in counted and _is_there(states[e])]
        directories.check_room(len(counted) + len(older))
        added = [
            EndpointAdded(account_id=event.account_id, endpoint_id=each)
            for each in (*older, endpoint_id)
        ]
        events: dict[StreamId, Sequence[Event]] = {endpoint_id: [event], directory: added}
        return Decision(events=events, rows=rows, answer=Claimed(replayed=False))

    return Command(streams=(event.account_id, endpoint_id, directory, *uncounted), decide=decide)


def _is_there(state: object) -> bool:
    return isinstance(state, Endpoint) and not state.deleted


def update_endpoint(
    account_id: AccountId,
    endpoint_id: EndpointId,
    event: EndpointUpdated,
    *,
    seen: Endpoint,
    standing: Standing,
) -> Command:
    """Changes address and filter of the endpoint that was `seen`. Refuses with NotFound, and what
    `standing` raises.

    The answer is False where another change came in between: look again, or it would be undone.
    """

    def change(endpoint: Endpoint, now: datetime) -> Sequence[Event]:
        known = (endpoint.sealed, endpoint.event_types) == (seen.sealed, seen.event_types)
        return [event] if known else []

    return _on_endpoint(account_id, endpoint_id, change, standing=standing)


def rotate_secret(
    claimed: KeyClaimed,
    endpoint_id: EndpointId,
    secret_id: SecretId,
    *,
    overlap: timedelta,
    row: GroundRow,
    standing: Standing,
) -> Command:
    """Adds a secret and its row, both or neither. The answer is False for a replay.

    Refuses with NotFound, ValidationFailed, InvalidState, IdempotencyKeyReused, and what `standing`
    raises.
    """

    def change(endpoint: Endpoint, now: datetime) -> Sequence[Event]:
        return endpoints.rotate(endpoint, secret_id, overlap=overlap, now=now)

    return _claiming(claimed, endpoint_id, secret_id, change, rows=(row,), standing=standing)


def claim_test(
    claimed: KeyClaimed, endpoint_id: EndpointId, message_id: StreamId, *, standing: Standing
) -> Command:
    """Claims a test message. The answer is False for a replay.

    Refuses with NotFound, IdempotencyKeyReused, and what `standing` raises.
    """
    return _claiming(
        claimed, endpoint_id, message_id, lambda endpoint, now: [], rows=(), standing=standing
    )


def _claiming(
    claimed: KeyClaimed,
    endpoint_id: EndpointId,
    claim_id: StreamId,
    change: Callable[[Endpoint, datetime], Sequence[Event]],
    *,
    rows: Sequence[GroundRow],
    standing: Standing,
) -> Command:
    account_id = claimed.account_id

    def decide(states: States, now: datetime) -> Decision:
        standing(account_of(states, account_id), now)
        endpoint = endpoints.owned_endpoint(states[endpoint_id], account_id)
        existing = states[claim_id]
        if existing is not None:
            key_claim.check_replay(existing, claimed)
            return Decision(answer=False)
        changed = change(endpoint, now)
        if rows and not changed:  # a rotation from before there were claims
            return Decision(answer=False)
        events: dict[StreamId, Sequence[Event]] = {claim_id: [claimed]}
        if changed:
            events[endpoint_id] = changed
        return Decision(events=events, rows=rows, answer=True)

    return Command(streams=(account_id, endpoint_id, claim_id), decide=decide, claim=claim_id)


def disable_endpoint(
    account_id: AccountId,
    endpoint_id: EndpointId,
    by: DisabledBy,
    *,
    rows: Sequence[GroundRow] = (),
    standing: Standing | None = None,
) -> Command:
    """The answer is True when this disabled it; `rows` tell the owner. Refuses with NotFound, and
    what the `standing` of a customer who asks for it raises.
    """
    return _on_endpoint(
        account_id,
        endpoint_id,
        lambda endpoint, now: endpoints.disable(endpoint, by),
        rows=rows,
        standing=standing,
    )


def disable_endpoints(
    account_id: AccountId, endpoint_ids: Sequence[EndpointId], by: DisabledBy
) -> Command:
    """Disables those that are there. The answer is how many are disabled by this, also before."""

    def decide(states: States, now: datetime) -> Decision:
        found: dict[EndpointId, Endpoint] = {}
        for each in endpoint_ids:
            with contextlib.suppress(NotFound):
                found[each] = endpoints.owned_endpoint(states[each], account_id)
        changed = {each: endpoints.disable(endpoint, by) for each, endpoint in found.items()}
        before = sum(endpoint.disabled == by for endpoint in found.values())
        events: dict[StreamId, Sequence[Event]] = {e: new for e, new in changed.items() if new}
        return Decision(events=events, answer=before + len(events))

    return Command(streams=tuple(endpoint_ids), decide=decide)


def enable_endpoint(
    account_id: AccountId, endpoint_id: EndpointId, *, standing: Standing
) -> Command:
    """Sends there again from now on. Refuses with NotFound, and what `standing` raises: what a
    reset disabled is for the holder to enable.
    """
    return _on_endpoint(
        account_id,
        endpoint_id,
        lambda endpoint, now: endpoints.enable(endpoint),
        standing=standing,
    )


def delete_endpoint(
    account_id: AccountId, endpoint_id: EndpointId, *, standing: Standing
) -> Command:
    """Ends it for good, with everything that waits for it. Refuses with NotFound, and what
    `standing` raises.
    """
    directory = directory_id(account_id)

    def decide(states: States, now: datetime) -> Decision:
        standing(account_of(states, account_id), now)
        endpoints.owned_endpoint(states[endpoint_id], account_id)
        removed = EndpointRemoved(account_id=account_id, endpoint_id=endpoint_id)
        return Decision(
            events={endpoint_id: [EndpointDeleted()], directory: [removed]}, answer=True
        )

    return Command(streams=(account_id, endpoint_id, directory), decide=decide)


def _on_endpoint(
    account_id: AccountId,
    endpoint_id: EndpointId,
    change: Callable[[Endpoint, datetime], Sequence[Event]],
    *,
    rows: Sequence[GroundRow] = (),
    standing: Standing | None = None,
) -> Command:
    """`standing` is asked within the decision: a reset may have ended the key that asks, after its
    request was let in, and what it disabled must not be sent elsewhere by that request.
    """

    def decide(states: States, now: datetime) -> Decision:
        if standing is not None:
            standing(account_of(states, account_id), now)
        endpoint = endpoints.owned_endpoint(states[endpoint_id], account_id)
        events = change(endpoint, now)
        if not events:
            return Decision(answer=False)
        return Decision(events={endpoint_id: events}, rows=rows, answer=True)

    asked = () if standing is None else (account_id,)
    return Command(streams=(*asked, endpoint_id), decide=decide)
