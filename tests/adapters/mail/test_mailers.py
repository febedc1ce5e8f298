"""Mails through a real SMTP server and into a folder."""

import ssl
from collections.abc import Iterator
from email.message import EmailMessage, Message
from email.policy import SMTP
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message as MessageHandler
from aiosmtpd.smtp import AuthResult

from adapters.devstack.ports import free_port
from adapters.mail.folder import FolderMailer
from adapters.mail.mail import Mail, MailUnavailable
from adapters.mail.smtp import SmtpMailer

SENDER = "Xavira <hello@xavira.example>"


class Received(MessageHandler):
    """Keeps what the server accepted."""

    def __init__(self) -> None:
        super().__init__(EmailMessage)
        self.messages: list[Message] = []
        self.passwords: list[bytes] = []

    def handle_message(self, message: Message) -> None:
        self.messages.append(message)

    def authenticate(self, server: Any, session: Any, envelope: Any, way: str, data: Any) -> Any:
        self.passwords.append(data.password)
        return AuthResult(success=data.password == b"p@ss")


class Server:
    """A real SMTP server on this machine; `tls` makes it offer STARTTLS and want a password."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.received = Received()
        self.port = free_port()
        options: dict[str, Any] = {}
        if tls is not None:
            options = {
                "tls_context": tls,
                "require_starttls": True,
                "authenticator": self.received.authenticate,
                "auth_required": True,
            }
        self._controller = Controller(
            self.received, hostname="127.0.0.1", port=self.port, **options
        )
        self._controller.start()

    def stop(self) -> None:
        self._controller.stop()


@pytest.fixture
def server() -> Iterator[Server]:
    started = Server()
    yield started
    started.stop()


def _mail(**changes: str) -> Mail:
    facts = {"name": "7.credits_low", "to": "mia@example.com", "subject": "10 credits are left"}
    return Mail(account_id=uuid4(), text="Your balance has fallen.\n", **(facts | changes))


def test_an_smtp_server_gets_the_mail(server: Server) -> None:
    """With sender, receiver, subject, text, and an id that is the same when it is sent again."""
    mailer = SmtpMailer(f"smtp://127.0.0.1:{server.port}", sender=SENDER)
    mailer.send(_mail())
    mailer.send(_mail())
    first, again = server.received.messages
    assert (first["From"], first["To"]) == (SENDER, "mia@example.com")
    assert (first["Subject"], first["Auto-Submitted"]) == ("10 credits are left", "auto-generated")
    assert first["Message-ID"] == again["Message-ID"] == "<7.credits_low@xavira.example>"
    assert "Your balance has fallen." in str(first.get_payload())


def test_tls_and_a_password_are_used_where_the_server_wants_them() -> None:
    """STARTTLS first; a password with a wrong certificate is never sent."""
    authority = trustme.CA()
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(tls)
    trusting = ssl.create_default_context()
    authority.configure_trust(trusting)
    server = Server(tls)
    url = f"smtp://mia:p%40ss@127.0.0.1:{server.port}"
    try:
        SmtpMailer(url, sender=SENDER, tls=trusting).send(_mail())
        assert (len(server.received.messages), server.received.passwords) == (1, [b"p@ss"])
        with pytest.raises(MailUnavailable):
            SmtpMailer(url, sender=SENDER).send(_mail())
        assert len(server.received.passwords) == 1
    finally:
        server.stop()


def test_a_server_that_is_away_is_no_crash() -> None:
    """MailUnavailable, which says nothing of the address."""
    mailer = SmtpMailer("smtp://127.0.0.1:1", sender=SENDER)
    with pytest.raises(MailUnavailable) as refusal:
        mailer.send(_mail())
    assert "mia" not in str(refusal.value)


@pytest.mark.parametrize("url", ["http://host", "smtp://", "host:25", ""])
def test_a_wrong_server_is_refused_at_the_start(url: str) -> None:
    """Not at the first mail."""
    with pytest.raises(ValueError):
        SmtpMailer(url, sender=SENDER)


@pytest.mark.parametrize(
    "address",
    [
        "mia@example.com\nBcc: all@example.com",
        "mia@example.com, all@example.com",
        "a1<all@example.com>",
        "=?utf-8?q?all?=@example.com",
        ":{!@;|b.c",
        "!.<@b.css{:",
    ],
)
def test_an_address_is_one_address(tmp_path: Path, server: Server, address: str) -> None:
    """What adds a header or a receiver, or breaks the parser, is a mail that cannot be sent."""
    mail = _mail(to=address)
    for mailer in (
        FolderMailer(tmp_path, sender=SENDER),
        SmtpMailer(f"smtp://127.0.0.1:{server.port}", sender=SENDER),
    ):
        with pytest.raises(MailUnavailable):
            mailer.send(mail)
    assert server.received.messages == []


def test_a_folder_keeps_each_mail_once(tmp_path: Path) -> None:
    """One folder for each account, which goes with the account."""
    mailer = FolderMailer(tmp_path, sender=SENDER)
    mail = _mail()
    mailer.send(mail)
    mailer.send(mail)
    (file,) = (tmp_path / str(mail.account_id)).iterdir()
    read: Any = EmailMessage(policy=SMTP)
    assert file.name == "7.credits_low.eml"
    assert b"Your balance has fallen." in file.read_bytes()
    assert file.stat().st_mode & 0o777 == 0o600
    assert read is not None
    mailer.forget(mail.account_id)
    mailer.forget(UUID(int=0))
    assert list(tmp_path.iterdir()) == []
