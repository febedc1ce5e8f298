"""The command that ends every API key of an account at once, for a holder who made none of them."""

from datetime import datetime

from domain import opening
from domain.errors import NotFound
from domain.ids import AccountId, signup_lot_id
from domain.keys import key as keys
from domain.ledger import Account
from domain.ports import Command, Decision, States


def revoke_keys(account_id: AccountId, *, actor: str, confirms_address: bool) -> Command:
    """Ends the keys of one book; in the live one it may note the address as the holder's as well.

    The answer is how many keys were in force. Refuses with NotFound or Unauthorized.
    """

    def decide(states: States, now: datetime) -> Decision:
        account = states[account_id]
        if not isinstance(account, Account):
            raise NotFound
        events = keys.revoke_all(account.keys, actor=actor)
        if confirms_address:
            events += opening.verify_email(account, signup_lot_id(account_id))
        ended = keys.in_force(account.keys, now)
        return Decision(events={account_id: events} if events else {}, answer=ended)

    return Command(streams=(account_id,), decide=decide)
