"""The post of a served application: what `work` would send, sent to a folder by a test."""

import email
import threading
from email.message import EmailMessage
from email.policy import SMTP
from functools import partial
from pathlib import Path
from typing import cast
from uuid import UUID

from adapters.accounts.holders import keys_at_stake
from adapters.mail.folder import FolderMailer
from adapters.mail.postman import Postman
from adapters.postgres.connections import connect
from tests.adapters.web.site import Site


class Post:
    """Delivers to a folder, and reads what is in it."""

    def __init__(self, site: Site, folder: Path) -> None:
        self._site = site
        self._folder = folder
        self.mailer = FolderMailer(folder, sender="Xavira <hello@xavira.example>")

    def deliver(self, *, page: str | None = None) -> int:
        """How many mails were sent."""
        postman = Postman(
            mailer=self.mailer,
            vault=self._site.vault,
            page=page,
            keys_at_stake=partial(keys_at_stake, self._site.ledger),
        )
        with connect(self._site.database_url, role="xavira_work") as connection:
            return postman.deliver(connection, threading.Event())

    def to(self, account_id: object) -> list[EmailMessage]:
        """The mails to one account, oldest first."""
        folder = self._folder / str(UUID(str(account_id)))
        files = sorted(folder.glob("*.eml"), key=lambda file: int(file.name.split(".")[0]))
        read = [email.message_from_bytes(file.read_bytes(), policy=SMTP) for file in files]
        return cast(list[EmailMessage], read)

    def token(self, account_id: object) -> str:
        """What the newest mail to an account carries."""
        lines = self.to(account_id)[-1].get_content().splitlines()
        (token,) = [line for line in lines if len(line) == 43 and " " not in line]
        return str(token)
