"""Mails as files, for development: whoever can read the folder can read the mails."""

import os
import shutil
from pathlib import Path
from uuid import UUID

from adapters.mail.mail import Mail, MailUnavailable, message_of


class FolderMailer:
    """One folder for each account, one `.eml` file for each mail; a mail sent twice is one file."""

    def __init__(self, folder: Path, *, sender: str) -> None:
        self._folder = folder
        self._sender = sender

    def send(self, mail: Mail) -> None:
        """See Mailer."""
        folder = self._folder / str(mail.account_id)
        partial = folder / f".{mail.name}.partial"
        try:
            text = message_of(mail, sender=self._sender).as_bytes()
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(text)
            partial.replace(folder / f"{mail.name}.eml")
        except (OSError, ValueError) as error:
            raise MailUnavailable(str(error)) from error

    def forget(self, account_id: UUID) -> None:
        """See Mailer."""
        shutil.rmtree(self._folder / str(account_id), ignore_errors=True)
