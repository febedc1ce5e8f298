"""Sends the mails that wait. A crash between sending and noting it sends a mail twice, under the
same Message-ID; a mail that is never accepted is given up after ten attempts.
"""

import threading
from collections.abc import Callable
from typing import Any, LiteralString
from urllib.parse import urlsplit, urlunsplit
from uuid import UUID

import psycopg
import structlog
from psycopg import Connection

from adapters.mail import outbox
from adapters.mail.mail import Mail, Mailer, MailUnavailable
from adapters.mail.outbox import Waiting
from adapters.mail.texts import TOKEN_HOURS, Facts, text_of
from adapters.postgres.away import tell_waiting
from adapters.tokens import fresh_token, hash_token
from domain.errors import TemporarilyUnavailable
from domain.ports import Vault

TOGETHER_MAX = 20

_FORGET_TOKENS: LiteralString = "DELETE FROM mail_tokens WHERE account_id = %s AND purpose = %s"
_KEEP_TOKEN: LiteralString = """
    INSERT INTO mail_tokens (token_hash, account_id, purpose, expires_at)
    VALUES (%s, %s, %s, now() + %s * interval '1 hour')
"""

_log = structlog.get_logger(__name__)


class Postman:
    """`page` is where links lead, with `?verify_email=` or `?reset_password=` and the token.

    `keys_at_stake` is how many live keys of an account a new password ends, or None for none.
    """

    def __init__(
        self,
        *,
        mailer: Mailer,
        vault: Vault,
        page: str | None,
        keys_at_stake: Callable[[UUID], int | None],
    ) -> None:
        self._mailer = mailer
        self._vault = vault
        self._page = page
        self._keys_at_stake = keys_at_stake

    def deliver(self, connection: Connection[Any], halted: threading.Event) -> int:
        """Sends what is due now; returns how many mails were handed over."""
        sent = 0
        for waiting in outbox.take(connection, TOGETHER_MAX):
            if halted.is_set():
                break
            sent += self._deliver(connection, waiting)
        return sent

    def _deliver(self, connection: Connection[Any], waiting: Waiting) -> bool:
        """False as well for a mail that nobody is there to get. What the database refuses, and
        whatever else breaks, holds up no other; only a connection that is gone does.
        """
        try:
            mail = self._written(connection, waiting)
            if mail is not None:
                self._mailer.send(mail)
            outbox.finish(connection, waiting.mail_id)
        except psycopg.OperationalError as error:
            if connection.closed:
                raise  # the connection broke, and not the mail
            tell_waiting("holders", error, "mail has to wait", mail=_name(waiting))
            return False
        except Exception as error:  # noqa: BLE001 - whatever it is, the others go on
            given_up = waiting.attempts >= outbox.ATTEMPTS_MAX
            told = {"mail": _name(waiting), "error": str(error), "given_up": given_up}
            if isinstance(error, MailUnavailable | TemporarilyUnavailable):
                _log.warning("mail not sent", **told)
            else:
                _log.exception("mail broke", **told)
            if given_up:
                outbox.finish(connection, waiting.mail_id)
            return False
        return mail is not None

    def _written(self, connection: Connection[Any], waiting: Waiting) -> Mail | None:
        """None when there is nobody to send it to. The link comes last, as it ends those before."""
        sealed = outbox.sealed_address(connection, waiting.account_id)
        address = None if sealed is None else self._vault.open(waiting.account_id, sealed)
        if address is None:
            return None
        facts = waiting.facts
        if waiting.kind == "reset_password":
            facts = Facts(keys=self._keys_at_stake(waiting.account_id))
        subject, text = text_of(waiting.kind, facts, link=self._link(connection, waiting))
        return Mail(
            account_id=waiting.account_id,
            name=_name(waiting),
            to=address.decode(),
            subject=subject,
            text=text,
        )

    def _link(self, connection: Connection[Any], waiting: Waiting) -> str:
        """A fresh token, where the mail carries one; the ones before it are good no more."""
        hours = TOKEN_HOURS.get(waiting.kind)
        if hours is None:
            return ""
        token = fresh_token()
        with connection.transaction():
            connection.execute(_FORGET_TOKENS, (waiting.account_id, waiting.kind))
            row = (hash_token(token), waiting.account_id, waiting.kind, hours)
            connection.execute(_KEEP_TOKEN, row)
        return token if self._page is None else _link_to(self._page, waiting.kind, token)


def _name(waiting: Waiting) -> str:
    return f"{waiting.mail_id}.{waiting.kind}"


def _link_to(page: str, kind: str, token: str) -> str:
    """The page with one parameter more, in front of its fragment if it has one."""
    parts = urlsplit(page)
    query = "&".join(filter(None, (parts.query, f"{kind}={token}")))
    return urlunsplit(parts._replace(query=query))
