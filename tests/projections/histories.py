"""Random valid histories, made by running the real commands on the in-memory ledger."""

import random
from collections.abc import Iterator
from concurrent.futures import Future
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import msgspec

from adapters.memory.ledger import MemoryLedger
from domain import handlers
from domain.characters.character import CharacterCreated, IdentityFailed, IdentityStored
from domain.credits import Credits
from domain.enforcement.operating import take_down
from domain.errors import DomainError
from domain.event import Event
from domain.generation import (
    Ending,
    GenerationBlocked,
    GenerationCanceled,
    GenerationCompleted,
    GenerationExpired,
    GenerationFailed,
    GenerationLabeled,
    GenerationRequested,
)
from domain.ids import AccountId, CharacterId, GenerationId, KeyId, LotId
from domain.ledger import Account, AccountAttested, CreditsGranted, KeyIssued
from domain.ports import Appended, Command, Decision
from domain.registry import TOPICS

START = datetime(2026, 1, 1, 12, 0, 0, 123456, tzinfo=UTC)
ACCOUNTS = 5
GOLDEN = Path(__file__).parents[1] / "golden" / "events"
KEY = KeyId(UUID(int=7))


class Clock:
    """A clock that the test moves."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    def forward(self, by: timedelta) -> None:
        self.now += by


class History:
    """Accounts, characters and generations that random commands move."""

    def __init__(self, seed: int, accounts: int = ACCOUNTS) -> None:
        print(f"history of seed {seed}")  # noqa: T201 - a failing test shows it
        self.random = random.Random(seed)
        self.sorting = random.Random(seed)
        self.clock = Clock()
        self.ledger = MemoryLedger(clock=self.clock)
        self.accounts = [AccountId(self.uuid()) for _ in range(accounts)]
        self.characters: dict[AccountId, list[CharacterId]] = {}
        self.generations: list[tuple[AccountId, GenerationId]] = []
        self.labels: dict[GenerationId, tuple[bytes, ...]] = {}
        for account_id in self.accounts:
            self.run(opening(account_id, LotId(self.uuid())))
            self.characters[account_id] = []
            for _ in range(2):
                self.create_character(account_id)

    def uuid(self) -> UUID:
        return UUID(int=self.random.getrandbits(128))

    def run(self, command: Command) -> Appended | None:
        """The answer, or None where the rules refused."""
        future: Future[Appended] = self.ledger.append(command)
        error = future.exception()
        if error is None:
            return future.result()
        if isinstance(error, DomainError):
            return None
        raise error

    def grow(self, commands: int) -> "History":
        steps = [self.request] * 8 + [self.start] * 3 + [self.complete] * 5 + [self.end] * 3
        steps += [self.grant, self.expire, self.revoke, self.delete_output, self.touch_character]
        for _ in range(commands):
            self.clock.forward(timedelta(microseconds=self.random.randrange(20_000_000)))
            self.random.choice(steps)()
        return self

    def write(self, stream_id: UUID, *topics: str) -> None:
        """Records events as their golden files have them."""
        events = [golden(topic) for topic in topics]
        self.clock.forward(timedelta(seconds=1))
        decision = Decision(events={stream_id: events})
        command = Command(streams=(stream_id,), decide=lambda states, now: decision)
        self.ledger.append(command).result()

    def write_the_rest(self) -> "History":
        """What happens beside accounts and generations: to operators, payments, reports."""
        received = ("payment.received.v1", "payment.unmatched.v1")
        for topics in (
            ("operator.acted.v1",),
            ("report.received.v1",),
            ("report.received.v1", "report.closed.v1"),
            ("appeal.received.v1",),
            ("appeal.received.v1", "appeal.decided.v1"),
            received,
            (*received, "payment.matched.v1"),
            (*received, "payment.repaid.v1"),
            (*received, "payment.charged_back.v1"),
            ("payment.charged_back.v1",),
            ("account.opened.v1", "account.tier_set.v1", "account.suspended.v1"),
            ("account.opened.v1", "account.suspended.v1", "account.released.v1"),
            ("account.opened.v1", "account.erased.v1"),
        ):
            self.write(self.uuid(), *topics)
        for _, generation_id in self.generations:
            self.run(take_down(generation_id, actor="operator"))
        return self

    def grant(self) -> None:
        life = self.random.choice([None, timedelta(minutes=1), timedelta(hours=1)])
        expires_at = None if life is None else self.clock.now + life
        event = granted(LotId(self.uuid()), self.random.randrange(1, 60), expires_at)
        self.run(handlers.grant_credits(self.random.choice(self.accounts), event))

    def create_character(self, account_id: AccountId) -> None:
        character_id = CharacterId(self.uuid())
        event = character(account_id, conditioned=self.random.random() < 0.5)
        self.run(handlers.create_character(character_id, event, key_id=KEY))
        self.characters[account_id].append(character_id)

    def touch_character(self) -> None:
        character_id = self.random.choice(self.characters[self.random.choice(self.accounts)])
        if self.random.random() < 0.5:
            self.run(handlers.store_identity(character_id, IdentityFailed()))
        else:
            stored = IdentityStored(object_key="identities/a", encoder="sketch-1")
            self.run(handlers.store_identity(character_id, stored))
        account_id = self.random.choice(self.accounts)
        self.create_character(account_id)
        if self.random.random() < 0.2:
            archived = self.random.choice(self.characters[account_id])
            self.run(handlers.archive_character(account_id, archived))

    def request(self) -> None:
        account_id = self.random.choice(self.accounts)
        generation_id = GenerationId(self.uuid())
        character_id = self.random.choice(self.characters[account_id])
        kind_price = self.random.choice([("image", 1), ("image", 1), ("video", 5)])
        event = claim(account_id, character_id, price=kind_price[1], kind=kind_price[0])
        labels = self.some_labels(account_id)
        command = handlers.request_generation(generation_id, event, labels=labels)
        if self.run(command) is not None:
            self.generations.append((account_id, generation_id))
            if labels is not None:
                self.labels[generation_id] = labels.every

    def some_labels(self, account_id: AccountId) -> GenerationLabeled | None:
        """Half of the generations are sorted: by an end user, by tags, or by both."""
        if self.sorting.random() < 0.5:
            return None
        tags = self.sorting.sample(range(4), self.sorting.randrange(4))
        user = None if tags and self.sorting.random() < 0.3 else self.sorting.randrange(3)
        return GenerationLabeled(
            end_user=None if user is None else end_user(account_id, user),
            tags=tuple(tag(account_id, number) for number in tags),
        )

    def pick(self) -> tuple[AccountId, GenerationId] | None:
        """Mostly a recent one, sometimes one that ended long ago."""
        if not self.generations:
            return None
        recent = self.generations[-10:] if self.random.random() < 0.8 else self.generations
        return self.random.choice(recent)

    def start(self) -> None:
        if picked := self.pick():
            self.run(handlers.start_generation(picked[1], self.random.randrange(1, 4)))

    def complete(self) -> None:
        if picked := self.pick():
            self.run(handlers.complete_generation(picked[1], completed(picked[1])))

    def end(self) -> None:
        if picked := self.pick():
            endings: list[Ending] = [
                GenerationFailed(attempt=1, reason="engine_failed"),
                GenerationExpired(),
                GenerationBlocked(attempt=1, category="quality", policy_version="p1"),
                GenerationCanceled(by="customer"),
            ]
            self.run(handlers.end_generation(*picked, self.random.choice(endings)))

    def delete_output(self) -> None:
        if picked := self.pick():
            self.run(handlers.delete_output(*picked))

    def expire(self) -> None:
        self.run(handlers.expire_lots(self.random.choice(self.accounts)))

    def revoke(self) -> None:
        account_id = self.random.choice(self.accounts)
        stream = self.ledger.load([account_id]).result()[account_id]
        assert isinstance(stream.state, Account)
        lot_id = self.random.choice(list(stream.state.lots))
        if self.random.random() < 0.3:
            self.run(handlers.revoke_lot(account_id, lot_id, actor="operator"))

    def batches(self, size: int, after: int = 0) -> Iterator[list]:
        log = self.ledger.log
        for first in range(after, len(log), size):
            yield log[first : first + size]


def golden(topic: str) -> Event:
    """The event of a topic that its golden file holds."""
    event: Event = msgspec.json.decode((GOLDEN / f"{topic}.json").read_bytes(), type=TOPICS[topic])
    return event


def tag(account_id: AccountId, number: int) -> bytes:
    return b"tag %d of " % number + account_id.bytes


def end_user(account_id: AccountId, number: int) -> bytes:
    return b"end user %d of " % number + account_id.bytes


def opening(account_id: AccountId, lot_id: LotId) -> Command:
    return handlers.open_account(
        account_id,
        tier="base",
        attested=AccountAttested(terms_version="t1", adult=True, source="request"),
        key=KeyIssued(key_id=KEY, prefix="xav_live_ab", last4="wxyz", scopes=("all",)),
        lot_id=lot_id,
        rows=(),
    )


def granted(lot_id: LotId, amount: int, expires_at: datetime | None) -> CreditsGranted:
    return CreditsGranted(
        lot_id=lot_id,
        amount=Credits(amount),
        kind="paid",
        priority=100,
        expires_at=expires_at,
        price_minor=amount * 10,
        currency="EUR",
        payment_reference=f"manual/{lot_id}",
        actor="operator",
        reason=None,
    )


def character(account_id: AccountId, *, conditioned: bool = False) -> CharacterCreated:
    return CharacterCreated(
        account_id=account_id,
        livemode=True,
        model_id="sketch",
        traits={"age": 30, "hairColor": "brown"},
        conditioned=conditioned,
        fingerprint=b"f" * 32,
        sealed=b"sealed name",
        policy_version="p1",
    )


def claim(
    account_id: AccountId,
    character_id: CharacterId,
    *,
    price: int = 1,
    kind: str = "image",
    key_id: KeyId = KEY,
    fingerprint: bytes = b"f" * 32,
    source_generation_id: GenerationId | None = None,
) -> GenerationRequested:
    return GenerationRequested(
        account_id=account_id,
        livemode=True,
        kind=kind,
        character_id=character_id,
        model_id="sketch",
        source_generation_id=source_generation_id,
        source_key=None,
        traits={"age": 30, "hairColor": "brown"},
        seed=4_294_967_295,
        width=896,
        height=1152,
        format="png",
        seconds=5 if kind == "video" else None,
        price=Credits(price),
        draws=(),
        key_id=key_id,
        fingerprint=fingerprint,
        sealed=b"sealed prompt",
        enhancement_version="e1",
        policy_version="p1",
        deadline_at=START + timedelta(days=1),
    )


def completed(generation_id: GenerationId) -> GenerationCompleted:
    return GenerationCompleted(
        attempt=1,
        output_key=f"outputs/{generation_id}",
        poster_key=None,
        media_type="image/png",
        width=896,
        height=1152,
        identity_score=0.75,
        engine_seconds=1.5,
    )
