"""A mail, and the port that sends it. What can be sent is plain text to one address."""

import contextlib
from email.message import EmailMessage
from email.policy import SMTP
from typing import Protocol
from uuid import UUID

import idna
import msgspec


class MailUnavailable(Exception):
    """The mail could not be handed over; it may be tried again."""


class Mail(msgspec.Struct, frozen=True, kw_only=True):
    """`name` tells this mail from every other, and the same mail sent twice as the same."""

    account_id: UUID
    name: str
    to: str
    subject: str
    text: str

    def __repr__(self) -> str:
        return f"Mail({self.name})"


class Mailer(Protocol):
    """Who sends mails: an SMTP server, or a folder in development."""

    def send(self, mail: Mail) -> None:
        """Hands a mail over, or raises MailUnavailable."""

    def forget(self, account_id: UUID) -> None:
        """Removes what is kept of the mails to an account that is erased."""


def message_of(mail: Mail, *, sender: str) -> EmailMessage:
    """The mail as it travels. Raises ValueError for an address that would break a header, or that
    a header would not read as this one address.
    """
    message = EmailMessage(policy=SMTP)
    message["From"] = sender
    message["To"] = _receiver(mail.to)
    message["Subject"] = mail.subject
    message["Message-ID"] = f"<{mail.name}@{sender.rpartition('@')[2].rstrip('>')}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(mail.text)
    return message


def _receiver(address: str) -> str:
    header = EmailMessage(policy=SMTP)
    try:
        header["To"] = address
        read = [each.addr_spec for each in header["To"].addresses]
    except (AttributeError, IndexError) as error:  # what Python's parser raises on odd ones
        raise ValueError("the address cannot be read") from error
    if read != [address]:
        raise ValueError("a header would not read the address as it is")
    return _deliverable(address)


def _deliverable(address: str) -> str:
    """With its domain in ASCII, which every server takes, where it can be said so."""
    local, _, domain = address.rpartition("@")
    with contextlib.suppress(UnicodeError):
        return f"{local}@{idna.encode(domain).decode()}"
    return address
