"""The stream of which webhook endpoints an account has: one for each account, so that their number
is decided where they are created, however many are created at once.

The endpoints' own streams say what they are; this one only counts.
"""

from typing import ClassVar

import msgspec

from domain.errors import InvalidState
from domain.event import Event
from domain.ids import AccountId, EndpointId

ENDPOINTS_MAX = 16
"""Endpoints of one account, disabled ones included."""


class EndpointAdded(Event, frozen=True, kw_only=True):
    """The account has one more endpoint."""

    TOPIC: ClassVar[str] = "endpoints.added.v1"
    account_id: AccountId
    endpoint_id: EndpointId


class EndpointRemoved(Event, frozen=True, kw_only=True):
    """The account has that endpoint no more."""

    TOPIC: ClassVar[str] = "endpoints.removed.v1"
    account_id: AccountId
    endpoint_id: EndpointId


class EndpointDirectory(msgspec.Struct, frozen=True):
    """The folded stream."""

    endpoint_ids: frozenset[EndpointId] = frozenset()


def evolve(directory: EndpointDirectory | None, event: Event) -> EndpointDirectory:
    """The directory after one more event of its stream."""
    known = frozenset[EndpointId]() if directory is None else directory.endpoint_ids
    match event:
        case EndpointAdded():
            return EndpointDirectory(known | {event.endpoint_id})
        case EndpointRemoved():
            return EndpointDirectory(known - {event.endpoint_id})
        case _:
            raise AssertionError(event)


def counted(directory: object) -> frozenset[EndpointId]:
    """The endpoints that a folded stream knows of, if there is one."""
    return directory.endpoint_ids if isinstance(directory, EndpointDirectory) else frozenset()


def check_room(endpoints: int) -> None:
    """Raises InvalidState when an account of so many endpoints may have no more."""
    if endpoints >= ENDPOINTS_MAX:
        raise InvalidState(f"An account has at most {ENDPOINTS_MAX} webhook endpoints.")


EVENTS: tuple[type[Event], ...] = (EndpointAdded, EndpointRemoved)
