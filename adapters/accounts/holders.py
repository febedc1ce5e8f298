"""What `work` does for the holders of accounts: mails, erasures that they asked for, tidying.

One process at a time does it. It follows the log for balances that become low, and looks every
second for what waits. Nothing here is done again by a rebuild.
"""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any, LiteralString
from uuid import UUID

import structlog
from psycopg import Connection

from adapters.accounts.erasure import asked_by_holder
from adapters.mail import outbox
from adapters.mail.low_balance import LowBalances
from adapters.mail.postman import Postman
from adapters.postgres.away import tell_waiting
from adapters.postgres.leading import lead_until
from adapters.postgres.locks import HOLDERS
from domain.errors import DomainError, TemporarilyUnavailable
from domain.event import Recorded
from domain.ids import AccountId
from domain.keys.key import in_force
from domain.ledger import Account
from domain.objects import StoreUnavailable
from domain.ports import Ledger

LOOK_SECONDS = 1.0
TIDY_SECONDS = 60.0
WINDOW_KEPT_SECONDS = 3_600

_TIDY_WINDOWS: tuple[LiteralString, ...] = tuple(
    f"DELETE FROM {schema}.rate_windows WHERE window_start < extract(epoch FROM now())::bigint - %s"
    for schema in ("xavira_live", "xavira_test")
)

_log = structlog.get_logger(__name__)


def keys_at_stake(ledger: Ledger, account_id: UUID) -> int | None:
    """How many live keys a new password ends; None where the address was confirmed: none.

    Raises TemporarilyUnavailable.
    """
    account = ledger.load([account_id]).result()[account_id].state
    if not isinstance(account, Account) or account.email_verified:
        return None
    return in_force(account.keys, datetime.now(UTC))


class HoldersRound:
    """`erase` does what `Eraser.erase` does."""

    def __init__(
        self, *, postman: Postman, balances: LowBalances, erase: Callable[[AccountId], object]
    ) -> None:
        self._postman = postman
        self._balances = balances
        self._erase = erase
        self._look_at = self._tidy_at = 0.0

    def run(
        self,
        connect: Callable[[], Connection[Any]],
        follow: Callable[[int], Iterator[Sequence[Recorded]]],
        head: Callable[[], int],
        halted: threading.Event,
    ) -> None:
        """Until `halted` is set."""

        def work(connection: Connection[Any]) -> None:
            after = self._balances.start(connection, head=head())
            for batch in follow(after):
                self.step(connection, batch, halted)

        lead_until(halted, "holders", HOLDERS, connect, work)

    def step(
        self, connection: Connection[Any], batch: Sequence[Recorded], halted: threading.Event
    ) -> None:
        """Counts a batch of the log, and looks at what waits when it is time to."""
        if batch:
            self._balances.note(connection, batch)
        now = time.monotonic()
        if now >= self._look_at:
            self._look_at = now + LOOK_SECONDS
            self.look(connection, halted)
        if now >= self._tidy_at:
            self._tidy_at = now + TIDY_SECONDS
            outbox.tidy(connection)
            for tidy in _TIDY_WINDOWS:
                connection.execute(tidy, (WINDOW_KEPT_SECONDS,))

    def look(self, connection: Connection[Any], halted: threading.Event) -> None:
        """Sends mails that are due, and erases who asked for it."""
        self._postman.deliver(connection, halted)
        for account_id in asked_by_holder(connection):
            try:
                self._erase(account_id)
            except (TemporarilyUnavailable, StoreUnavailable) as error:
                tell_waiting("holders", error, "erasure has to wait", account=str(account_id))
            except DomainError as error:
                _log.warning("erasure has to wait", account=str(account_id), error=repr(error))
