"""What `work` needs to look after the holders of accounts, put together from the settings."""

import threading
from functools import partial

from adapters import deployment
from adapters.accounts.erasure import ErasedBook, Eraser
from adapters.accounts.holders import HoldersRound, keys_at_stake
from adapters.composition.roles import WORK_ROLE
from adapters.eventstore import PostgresLedger
from adapters.following import Follow
from adapters.mail.low_balance import LowBalances
from adapters.mail.postman import Postman
from adapters.postgres.connections import connect
from adapters.settings import Settings
from domain.ids import AccountId
from domain.ports import Ledger, Vault

ACTOR = "customer"


def look_after_holders(
    settings: Settings, ledger: Ledger, vault: Vault, follow: Follow, halted: threading.Event
) -> None:
    """Until `halted` is set. Raises SettingInvalid."""
    url, mailer = deployment.database_url(settings), deployment.mailer(settings)

    def erase(account_id: AccountId) -> object:
        objects = partial(deployment.object_store, settings)
        with PostgresLedger(url, role=WORK_ROLE, book="test") as test_ledger:
            test = ErasedBook(book="test", ledger=test_ledger, object_store=objects("test"))
            eraser = Eraser(
                database_url=url,
                ledger=ledger,
                object_store=objects(),
                actor=ACTOR,
                forget_mails=mailer.forget,
                test=test,
            )
            return eraser.erase(account_id)

    looking = HoldersRound(
        postman=Postman(
            mailer=mailer,
            vault=vault,
            page=settings.mail_page_url,
            keys_at_stake=partial(keys_at_stake, ledger),
        ),
        balances=LowBalances(threshold=settings.low_credits),
        erase=erase,
    )
    looking.run(
        lambda: connect(url, role=WORK_ROLE),
        lambda after: follow(after, halted),
        ledger.head,
        halted,
    )
