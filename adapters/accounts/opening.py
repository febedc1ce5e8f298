"""Opening an account: the one place where e-mail, password, key and ledger come together.

Web sign-up and the command line both call this; neither knows how the parts are stored.
"""

import hashlib
import hmac
import unicodedata
from concurrent.futures import Future
from datetime import datetime
from functools import cache
from typing import Literal
from uuid import UUID, uuid4

import idna
import msgspec
from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

from adapters.keys import IssuedKey, issue_key, key_row
from adapters.mail.outbox import mail_row
from adapters.vault import MasterKey
from domain import handlers
from domain.credits import SIGNUP_CREDITS
from domain.errors import ValidationFailed
from domain.handlers import Standing
from domain.ids import AccountId, KeyId, signup_lot_id
from domain.key_claim import KeyClaimed
from domain.ledger import AccountAttested, KeyIssued, Tier
from domain.ports import Appended, Command, GroundRow, Ledger

EMAIL_CHARACTERS_MAX = 254
SPECIALS = frozenset('()<>[]:;@\\,"')
"""What means something in the header of a mail (RFC 5322), the dot aside."""
PASSWORD_CHARACTERS_MIN = 10
PASSWORD_CHARACTERS_MAX = 256
TERMS_VERSION = "2026-11"
SCOPES_ALL = ("generate", "read", "account")


class NewAccount(msgspec.Struct, frozen=True, kw_only=True):
    """An account or key that is being made: ids, the key, and the future of its recording."""

    account_id: AccountId
    key_id: KeyId
    key: IssuedKey
    appended: "Future[Appended]"


def normalize_email(email: str) -> str:
    """Case and surrounding space do not tell people apart, nor does how a sign is spelt in bytes
    or a domain in letters; but no letter becomes another. Raises ValidationFailed.

    An address is one of the forms that a header of a mail reads back as just this address.
    """
    local, at, domain = email.strip().rpartition("@")
    local, domain = unicodedata.normalize("NFC", local.lower()), _one_spelling(domain)
    email = f"{local}{at}{domain}"
    plausible = (
        len(email) <= EMAIL_CHARACTERS_MAX
        and bool(at)
        and email.isprintable()
        and not any(character.isspace() for character in email)
        and _is_local_part(local)
        and _is_domain(domain)
    )
    if not plausible:
        raise ValidationFailed("This is not an e-mail address.", param="email")
    return email


def _is_local_part(local: str) -> bool:
    """Atoms with dots between them (RFC 5322), none of which a header would decode (RFC 2047)."""
    return all(local.split(".")) and not SPECIALS & set(local) and "=?" not in local


def _is_domain(domain: str) -> bool:
    """At least two labels of letters, digits and hyphens, of any script."""
    labels = domain.split(".")
    return len(labels) > 1 and all(
        label.strip("-") == label != ""
        and all(sign.isalnum() or sign == "-" or not sign.isascii() for sign in label)
        for label in labels
    )


def _one_spelling(domain: str) -> str:
    """Of a domain's spellings (width, case, Punycode) the one in its own script (RFC 5891, UTS 46).

    Raises ValidationFailed for what is none in any.
    """
    domain = domain.lower()
    if domain.isascii() and "xn--" not in domain:
        return domain
    try:
        return idna.decode(idna.encode(domain, uts46=True))
    except UnicodeError as error:
        raise ValidationFailed("This is not an e-mail address.", param="email") from error


def account_id_for(email: str, master_key: MasterKey) -> AccountId:
    """The id that an e-mail address always gets, so that a second sign-up meets the first one.

    Keyed, because an unkeyed hash of an address can be found by guessing addresses.
    """
    digest = hmac.digest(master_key.email_key, normalize_email(email).encode(), hashlib.sha256)
    return AccountId(UUID(bytes=digest[:16], version=5))


@cache
def _nobodys_password_hash() -> str:
    """What a password is held against where there is none, so that it takes as long."""
    return PasswordHasher().hash("nobody has this password")


def check_password(password: str, password_hash: str | None) -> bool:
    """Takes tens of milliseconds whether or not there is a password to hold it against."""
    try:
        PasswordHasher().verify(password_hash or _nobodys_password_hash(), password)
    except VerificationError:
        return False
    return password_hash is not None


def hash_password(password: str) -> str:
    """Argon2id; takes tens of milliseconds, so never on an event loop. Raises ValidationFailed."""
    if not PASSWORD_CHARACTERS_MIN <= len(password) <= PASSWORD_CHARACTERS_MAX:
        raise ValidationFailed(
            f"A password has {PASSWORD_CHARACTERS_MIN} to {PASSWORD_CHARACTERS_MAX} characters.",
            param="password",
        )
    return PasswordHasher().hash(password)


def open_account(
    ledger: Ledger,
    master_key: MasterKey,
    *,
    email: str,
    password_hash: str | None,
    attestation: Literal["request", "loopback_default", "operator"],
    tier: Tier = "base",
    verify_email: bool = False,
) -> NewAccount:
    """Starts recording a new live account with 25 free credits and its first key.

    With `verify_email` the credits wait until the address is confirmed, which a mail asks for. The
    future refuses with InvalidState when the e-mail already has an account.
    """
    email = normalize_email(email)
    account_id = account_id_for(email, master_key)
    key = issue_key("live", pepper=master_key.pepper)
    key_id = KeyId(uuid4())
    issued = KeyIssued(key_id=key_id, prefix=key.prefix, last4=key.last4, scopes=SCOPES_ALL)
    command = handlers.open_account(
        account_id,
        tier=tier,
        attested=AccountAttested(terms_version=TERMS_VERSION, adult=True, source=attestation),
        key=issued,
        lot_id=signup_lot_id(account_id),
        rows=(
            *_rows(account_id, key_id, key, email, password_hash, master_key),
            *([mail_row(account_id, "verify_email")] if verify_email else []),
        ),
        free_credits=None if verify_email else SIGNUP_CREDITS,
    )
    return NewAccount(
        account_id=account_id, key_id=key_id, key=key, appended=ledger.append(command)
    )


def issue_test_key(
    test_ledger: Ledger,
    master_key: MasterKey,
    account_id: AccountId,
    *,
    scopes: tuple[str, ...] = SCOPES_ALL,
    expires_at: datetime | None = None,
) -> NewAccount:
    """Starts recording a test key of an account that exists in the live book.

    Its first one opens the account in the test book, and each fills the test credits up again.
    The future refuses with InvalidState for an erased account, ValidationFailed for scope admin.
    """
    key = issue_key("test", pepper=master_key.pepper)
    key_id = KeyId(uuid4())
    command = command_for_test_key(account_id, key_id, key, scopes=scopes, expires_at=expires_at)
    return NewAccount(
        account_id=account_id, key_id=key_id, key=key, appended=test_ledger.append(command)
    )


def command_for_test_key(
    account_id: AccountId,
    key_id: KeyId,
    key: IssuedKey,
    *,
    scopes: tuple[str, ...],
    expires_at: datetime | None = None,
    claimed: KeyClaimed | None = None,
    standing: Standing | None = None,
) -> Command:
    """What records a test key, for the ledger of the test book; see `handlers.issue_test_key`."""
    event = KeyIssued(
        key_id=key_id, prefix=key.prefix, last4=key.last4, scopes=scopes, expires_at=expires_at
    )
    return handlers.issue_test_key(
        account_id,
        event,
        attested=AccountAttested(terms_version=TERMS_VERSION, adult=True, source="operator"),
        rows=(key_row("test", account_id, key_id, key),),
        claimed=claimed,
        standing=standing,
    )


def _rows(
    account_id: AccountId,
    key_id: KeyId,
    key: IssuedKey,
    email: str,
    password_hash: str | None,
    master_key: MasterKey,
) -> tuple[GroundRow, ...]:
    data_key = master_key.new_data_key(account_id)
    account = {
        "account_id": account_id,
        "sealed_email": data_key.seal(email.encode()),
        "sealed_password_hash": None
        if password_hash is None
        else data_key.seal(password_hash.encode()),
    }
    return (
        GroundRow(table="accounts", values=account),
        key_row("live", account_id, key_id, key),
        data_key.row,
    )
