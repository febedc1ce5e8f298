"""Every key of an account ends at once."""

from domain.credits import Credits
from domain.errors import NotFound, Unauthorized
from domain.ids import signup_lot_id
from domain.keys.key import KeyIssued, KeyRevoked
from domain.keys.revoking import revoke_keys
from domain.ledger import AccountEmailVerified, AccountErased, CreditsGranted
from tests.domain.checking import ACCOUNT, KEY, NOW, check, opened
from tests.domain.keys.test_issuing import NEW, SUCCESSOR

GONE = KeyIssued(key_id=NEW, prefix="xav_live_ef", last4="efgh", scopes=("read",), expires_at=NOW)
REVOKED = KeyIssued(key_id=SUCCESSOR, prefix="xav_live_gh", last4="ghij", scopes=("read",))
REVOCATION = KeyRevoked(key_id=SUCCESSOR, actor="holder")


def test_every_key_ends() -> None:
    """Those that ended by themselves too, and no key twice; told are those that were in force."""
    given = {ACCOUNT: [*opened(), GONE, REVOKED, REVOCATION]}
    ended = [KeyRevoked(key_id=key_id, actor="reset") for key_id in (KEY, NEW)]
    command = revoke_keys(ACCOUNT, actor="reset", confirms_address=False)
    check(given, command, {ACCOUNT: ended}, answer=1)
    check({ACCOUNT: [*given[ACCOUNT], *ended]}, command, {}, answer=0)


def test_the_address_is_confirmed_with_it() -> None:
    """Once, with the free credits that waited for it."""
    command = revoke_keys(ACCOUNT, actor="reset", confirms_address=True)
    free = CreditsGranted(
        lot_id=signup_lot_id(ACCOUNT),
        amount=Credits(25),
        kind="promo",
        priority=100,
        expires_at=None,
        price_minor=None,
        currency=None,
        payment_reference=None,
        actor="signup",
        reason=None,
    )
    then = [KeyRevoked(key_id=KEY, actor="reset"), AccountEmailVerified(), free]
    check({ACCOUNT: opened()}, command, {ACCOUNT: then}, answer=1)
    check({ACCOUNT: [*opened(), *then]}, command, {}, answer=0)


def test_of_an_account_that_is_gone_nothing_is_confirmed() -> None:
    """Refused, as for one that there never was."""
    command = revoke_keys(ACCOUNT, actor="reset", confirms_address=True)
    check({ACCOUNT: [*opened(), AccountErased(actor="op")]}, command, Unauthorized)
    check({}, command, NotFound)
