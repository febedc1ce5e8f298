"""How many generations of an account are open, counted from the generations themselves.

A projection and the account's newest debits name those that may be open; their own streams say
which are. That is asked only when the debits made since the last count could fill the limit, so a
request below it costs nothing. What a count knows is never less than what is open.
"""

from uuid import UUID

import psycopg

from adapters.web.dependencies import WebDependencies, streams_of
from adapters.web.guards.auth import Admitted
from domain.errors import TemporarilyUnavailable
from domain.generation import Generation
from domain.ids import AccountId
from domain.in_flight import NOTHING_COUNTED, InFlight, check, full
from domain.ledger import Account, CreditsDebited
from domain.ports import Stream

ACCOUNTS_MAX = 50_000
"""Counts that one process keeps; when there are more, it counts again."""

PROJECTED = """
SELECT
    coalesce((SELECT position FROM projection_checkpoints WHERE name = 'balances'), 0),
    array(
        SELECT generation_id FROM open_debits
        WHERE account_id = %(account_id)s AND position <= %(until)s
    )
"""

NEWER = """
SELECT (convert_from(state, 'UTF8')::json ->> 'generation_id')::uuid FROM stored_events
WHERE originator_id = %(account_id)s AND topic = %(topic)s AND originator_version <= %(version)s
AND originator_version > coalesce((
    SELECT originator_version FROM stored_events
    WHERE originator_id = %(account_id)s AND notification_id <= %(position)s
    ORDER BY originator_version DESC LIMIT 1
), 0)
"""
"""From the end of the account's stream back to the position: neither the rest of the stream nor
what others recorded is read.
"""


class OpenWork:
    """The counts of one process."""

    def __init__(self, web: WebDependencies) -> None:
        self._web = web
        self._counts: dict[AccountId, InFlight] = {}

    async def admit(self, admitted: Admitted) -> InFlight:
        """A count that leaves room for one more; the decision checks it again.

        Raises ConcurrencyLimited, TemporarilyUnavailable.
        """
        counted = self._counts.get(admitted.account_id, NOTHING_COUNTED)
        if not full(admitted.account, counted):
            return counted
        return await self.recount(admitted.account_id)

    async def recount(self, account_id: AccountId) -> InFlight:
        """Counts anew. Raises ConcurrencyLimited, TemporarilyUnavailable."""
        account, counted = await self.count(account_id)
        check(account, counted)
        return counted

    async def count(self, account_id: AccountId) -> tuple[Account, InFlight]:
        """The account, and its open generations at that moment. Raises TemporarilyUnavailable."""
        loaded = (await streams_of(self._web, [account_id]))[account_id]
        account = loaded.state
        assert isinstance(account, Account), account_id
        streams = await streams_of(self._web, await self._perhaps_open(account_id, loaded))
        states = [stream.state for stream in streams.values()]
        still_open = sum(isinstance(state, Generation) and state.open for state in states)
        counted = InFlight(open=still_open, debits=account.debits)
        if len(self._counts) >= ACCOUNTS_MAX:
            self._counts.clear()
        self._counts[account_id] = counted
        return account, counted

    async def _perhaps_open(self, account_id: AccountId, loaded: Stream) -> set[UUID]:
        """All that are open and were debited when the account was loaded are among these. What is
        debited while we look is for the decision to add, and would count twice.

        Raises TemporarilyUnavailable.
        """
        params = {
            "account_id": account_id,
            "topic": CreditsDebited.TOPIC,
            "until": loaded.position,
            "version": loaded.version,
        }
        try:
            async with self._web.lists.connection() as connection:
                cursor = await connection.execute(PROJECTED, params)
                found = await cursor.fetchone()
                assert found is not None
                position, projected = found
                cursor = await connection.execute(NEWER, params | {"position": position})
                newer = await cursor.fetchall()
        except psycopg.OperationalError as error:
            raise TemporarilyUnavailable from error
        return {*projected, *(row[0] for row in newer)}
