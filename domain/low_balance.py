"""When a balance has become low: at the event that takes it from a threshold to below it.

What an account may spend is counted here from its events alone, so that each crossing is found
exactly once, however late and in whatever batches the log is read.
"""

from domain.event import Event
from domain.ledger import (
    CreditsDebited,
    CreditsExpired,
    CreditsGranted,
    CreditsRefunded,
    CreditsRevoked,
)


def movement(event: Event) -> int:
    """Credits that an event adds to what its account may spend; negative when it takes some."""
    match event:
        case CreditsGranted() | CreditsRefunded():
            return event.amount
        case CreditsDebited() | CreditsExpired() | CreditsRevoked():
            return -event.amount
        case _:
            return 0


def crossed(before: int, after: int, threshold: int) -> bool:
    """From the threshold or above to below it."""
    return after < threshold <= before
