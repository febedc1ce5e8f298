"""Mails through an SMTP server: TLS where the server offers it, and always where it must have it.

A password and the address of a stranger never travel in the clear: without TLS only a server on
this machine is spoken to.
"""

import smtplib
import ssl
from urllib.parse import unquote, urlsplit
from uuid import UUID

from adapters.mail.mail import Mail, MailUnavailable, message_of

SMTP_SECONDS_MAX = 15.0
PORTS = {"smtp": 587, "smtps": 465}
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


class SmtpMailer:
    """`url` is `smtp://user:password@host:587` or `smtps://...:465`. Raises ValueError."""

    def __init__(self, url: str, *, sender: str, tls: ssl.SSLContext | None = None) -> None:
        parts = urlsplit(url)
        if parts.scheme not in PORTS or not parts.hostname:
            raise ValueError("an SMTP URL is smtp://host or smtps://host")
        self._host = parts.hostname
        self._port = parts.port or PORTS[parts.scheme]
        self._wrapped = parts.scheme == "smtps"
        self._user = unquote(parts.username or "")
        self._password = unquote(parts.password or "")
        self._sender = sender
        self._tls = tls or ssl.create_default_context()

    def send(self, mail: Mail) -> None:
        """See Mailer."""
        try:
            message = message_of(mail, sender=self._sender)
            with self._connected() as server:
                self._secure(server)
                if self._user:
                    server.login(self._user, self._password)
                server.send_message(message)
        except (OSError, smtplib.SMTPException, ValueError) as error:
            raise MailUnavailable(type(error).__name__) from error

    def _connected(self) -> smtplib.SMTP:
        if self._wrapped:
            return smtplib.SMTP_SSL(
                self._host, self._port, timeout=SMTP_SECONDS_MAX, context=self._tls
            )
        return smtplib.SMTP(self._host, self._port, timeout=SMTP_SECONDS_MAX)

    def _secure(self, server: smtplib.SMTP) -> None:
        if self._wrapped:
            return
        server.ehlo()
        if server.has_extn("starttls"):
            server.starttls(context=self._tls)
            server.ehlo()
        elif self._host not in LOOPBACK:
            raise smtplib.SMTPNotSupportedError("the server offers no TLS")

    def forget(self, account_id: UUID) -> None:
        """See Mailer: nothing is kept here."""
