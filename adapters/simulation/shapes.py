"""The bytes of every simulated event, and what the simulation remembers about its people.

Each shape is made from the real struct once; only its holes are filled for each event.
"""

from datetime import timedelta
from functools import cached_property
from uuid import UUID

import msgspec

from adapters.simulation import market
from adapters.simulation.encoding import template
from adapters.simulation.market import Pack
from adapters.simulation.purse import Purse, SimulatedDraws
from domain import generation as generations
from domain import ledger
from domain.characters.character import CharacterCreated
from domain.credits import SIGNUP_CREDITS, Credits
from domain.event import Event
from domain.generation import GenerationCompleted, GenerationKind, GenerationRequested
from domain.ids import AccountId, CapGroupId, CharacterId, GenerationId, KeyId, LotId
from domain.opening import open_account
from domain.payments.payment import PaymentChargedBack, PaymentReceived
from projections.copying import EPOCH, binary_text

ANY = UUID(int=7)
WHEN = EPOCH + timedelta(microseconds=1)
PLACE = UUID(int=8)
KEY = UUID(int=9)

PROVIDER = "simulated"

COMPLETED, FAILED, BLOCKED, CANCELED, EXPIRED = range(5)
CAUSE = (b"", b'"failed"', b'"blocked"', b'"canceled"', b'"expired"')


class Shape(msgspec.Struct, frozen=True):
    """A topic as a COPY column, and the state with its holes."""

    topic: bytes
    state: bytes


def shape(event: Event, *holes: str) -> Shape:
    """The shape of an event whose fields `holes` differ from one to the next."""
    state = template(event, *holes)
    return Shape(binary_text(event.TOPIC), state if holes else state.replace(b"%%", b"%"))


class SimulatedCharacter:
    """`image` is the newest picture: its generation and its key, both as JSON."""

    __slots__ = ("image", "key", "model", "traits")

    def __init__(self, key: bytes, traits: bytes, model: int) -> None:
        self.key = key
        self.traits = traits
        self.model = model
        self.image: tuple[bytes, bytes] | None = None


class Customer:
    """An account and its habits. `account`, `key` and `currency` are JSON."""

    __slots__ = (
        "account",
        "characters",
        "currency",
        "key",
        "pack",
        "purse",
        "rank",
        "scaled",
        "stream",
        "version",
    )

    def __init__(
        self, *, rank: int, stream: bytes, account: bytes, key: bytes, pack: Pack, currency: bytes
    ) -> None:
        self.rank = rank
        self.stream = stream
        self.account = account
        self.key = key
        self.pack = pack
        self.currency = currency
        self.version = 0
        self.scaled = False
        self.purse = Purse()
        self.characters: list[SimulatedCharacter] = []


class Flight:
    """A generation between its claim and its end."""

    __slots__ = (
        "character",
        "customer",
        "draws",
        "generation_id",
        "period",
        "stream",
        "version",
        "video",
    )

    def __init__(
        self,
        customer: Customer,
        character: SimulatedCharacter,
        stream: bytes,
        generation_id: bytes,
        draws: SimulatedDraws,
        period: bytes,
        video: bool,
    ) -> None:
        self.customer = customer
        self.character = character
        self.stream = stream
        self.generation_id = generation_id
        self.draws = draws
        self.period = period
        self.video = video
        self.version = 1


def draws_json(draws: SimulatedDraws) -> bytes:
    """Draws as they stand in an event."""
    return b"[%b]" % b",".join([b"[%b,%d]" % (lot.key, amount) for lot, amount in draws])


class Clock:
    """Spells whole seconds as JSON; every time of a day is spelled once."""

    def __init__(self) -> None:
        self._day = -1
        self._spelled = ""
        self._times = [
            f"T{second // 3_600:02}:{second // 60 % 60:02}:{second % 60:02}Z"
            for second in range(86_400)
        ]

    def spell(self, second: int) -> bytes:
        """`second` counts from EPOCH."""
        day, rest = divmod(second, 86_400)
        if day != self._day:
            self._day = day
            self._spelled = (EPOCH + timedelta(days=day)).date().isoformat()
        return f'"{self._spelled}{self._times[rest]}"'.encode()


def _grant(kind: ledger.LotKind, priority: int, actor: str) -> ledger.CreditsGranted:
    return ledger.CreditsGranted(
        lot_id=LotId(ANY),
        amount=Credits(7_000_001),
        kind=kind,
        priority=priority,
        expires_at=WHEN,
        price_minor=7_000_002 if kind == "paid" else None,
        currency="EUR" if kind == "paid" else None,
        payment_reference="order" if kind == "paid" else None,
        actor=actor,
        reason=None,
    )


class Shapes:
    """Every shape there is, made on first use."""

    signup_credits = int(SIGNUP_CREDITS)

    def __init__(self) -> None:
        self.clock = Clock()

    @cached_property
    def opened(self) -> Shape:
        return shape(ledger.AccountOpened(livemode=True, tier="base"))

    @cached_property
    def attested(self) -> Shape:
        return shape(ledger.AccountAttested(terms_version="2025-01", adult=True, source="request"))

    @cached_property
    def key_issued(self) -> Shape:
        event = ledger.KeyIssued(
            key_id=KeyId(ANY), prefix="xav_live_simu", last4="late", scopes=("generate", "read")
        )
        return shape(event, "key_id")

    @cached_property
    def tier_set(self) -> Shape:
        return shape(ledger.AccountTierSet(tier="base", actor="operator"), "tier")

    @cached_property
    def signup(self) -> Shape:
        opening = open_account(
            tier="base",
            attested=ledger.AccountAttested(terms_version="", adult=True, source="request"),
            key=ledger.KeyIssued(key_id=KeyId(ANY), prefix="", last4="", scopes=()),
            lot_id=LotId(ANY),
            livemode=True,
        )
        granted = next(e for e in opening if isinstance(e, ledger.CreditsGranted))
        return shape(granted, "lot_id")

    @cached_property
    def promo(self) -> Shape:
        return shape(_grant("promo", 50, "campaign"), "lot_id", "amount", "expires_at")

    @cached_property
    def goodwill(self) -> Shape:
        return shape(_grant("goodwill", 50, "support"), "lot_id", "amount", "expires_at")

    @cached_property
    def paid(self) -> Shape:
        holes = ("price_minor", "currency", "payment_reference")
        return shape(_grant("paid", 100, "payments"), "lot_id", "amount", "expires_at", *holes)

    @cached_property
    def received(self) -> Shape:
        event = PaymentReceived(
            provider=PROVIDER,
            reference="order",
            account_id=AccountId(ANY),
            checkout_id=None,
            pack=None,
            price_minor=7_000_001,
            currency="EUR",
            lot_id=LotId(PLACE),
            credits=Credits(7_000_002),
            actor=PROVIDER,
        )
        holes = ("reference", "account_id", "price_minor", "currency", "lot_id", "credits")
        return shape(event, *holes)

    @cached_property
    def payment_charged_back(self) -> Shape:
        event = PaymentChargedBack(
            provider=PROVIDER, reference="order", lot_id=LotId(PLACE), actor=PROVIDER
        )
        return shape(event, "reference", "lot_id")

    @cached_property
    def debited(self) -> Shape:
        event = ledger.CreditsDebited(
            generation_id=GenerationId(ANY),
            amount=Credits(7_000_001),
            draws=(),
            key_id=KeyId(PLACE),
            cap_group=CapGroupId(KEY),
            period_start=WHEN,
        )
        holes = ("generation_id", "amount", "draws", "key_id", "cap_group", "period_start")
        return shape(event, *holes)

    @cached_property
    def refunded(self) -> Shape:
        event = ledger.CreditsRefunded(
            generation_id=GenerationId(ANY),
            amount=Credits(7_000_001),
            draws=(),
            reopened=(),
            cause="failed",
            cap_group=CapGroupId(KEY),
            period_start=WHEN,
        )
        holes = ("generation_id", "amount", "draws", "reopened", "cause")
        return shape(event, *holes, "cap_group", "period_start")

    @cached_property
    def lot_expired(self) -> Shape:
        return shape(
            ledger.CreditsExpired(lot_id=LotId(ANY), amount=Credits(7_000_001)), "lot_id", "amount"
        )

    @cached_property
    def charged_back(self) -> Shape:
        return self._revoked("chargeback")

    @cached_property
    def revoked_again(self) -> Shape:
        return self._revoked("ledger")

    def _revoked(self, actor: str) -> Shape:
        event = ledger.CreditsRevoked(
            lot_id=LotId(ANY), amount=7_000_001, loss=7_000_002, actor=actor
        )
        return shape(event, "lot_id", "amount", "loss")

    @cached_property
    def character_created(self) -> list[Shape]:
        """By model."""
        holes = ("account_id", "traits", "fingerprint", "sealed")
        return [shape(_character(model.model_id), *holes) for model in market.MODELS]

    @cached_property
    def requested(self) -> list[tuple[Shape, Shape]]:
        """By model, then image and video."""
        holes = (
            *("account_id", "character_id", "source_generation_id", "source_key", "traits"),
            *("seed", "width", "height", "price", "draws", "key_id", "fingerprint", "sealed"),
            *("deadline_at", "cap_group", "period_start"),
        )
        return [
            (
                shape(_claim(model.model_id, "image"), *holes),
                shape(_claim(model.model_id, "video"), *holes),
            )
            for model in market.MODELS
        ]

    @cached_property
    def started(self) -> Shape:
        return shape(generations.GenerationStarted(attempt=1))

    @cached_property
    def completed(self) -> tuple[Shape, Shape]:
        """Image, then video."""
        image = shape(_done(video=False), "output_key", "engine_seconds")
        return image, shape(_done(video=True), "output_key", "poster_key", "engine_seconds")

    @cached_property
    def output_deleted(self) -> Shape:
        return shape(generations.OutputDeleted())

    @cached_property
    def endings(self) -> dict[int, Shape]:
        return {
            FAILED: shape(generations.GenerationFailed(attempt=1, reason="engine_failed")),
            BLOCKED: shape(
                generations.GenerationBlocked(
                    attempt=1, category="quality", policy_version="policy-1"
                )
            ),
            CANCELED: shape(generations.GenerationCanceled(by="customer")),
            EXPIRED: shape(generations.GenerationExpired()),
        }


def _character(model_id: str) -> CharacterCreated:
    return CharacterCreated(
        account_id=AccountId(ANY),
        livemode=True,
        model_id=model_id,
        traits={},
        conditioned=False,
        fingerprint=b"fingerprint",
        sealed=b"sealed",
        policy_version="policy-1",
    )


def _claim(model_id: str, kind: GenerationKind) -> GenerationRequested:
    return GenerationRequested(
        account_id=AccountId(ANY),
        livemode=True,
        kind=kind,
        character_id=CharacterId(PLACE),
        model_id=model_id,
        source_generation_id=GenerationId(ANY),
        source_key="source",
        traits={},
        seed=7_000_001,
        width=7_000_002,
        height=7_000_003,
        format="png",
        seconds=5 if kind == "video" else None,
        price=Credits(7_000_004),
        draws=(),
        key_id=KeyId(ANY),
        fingerprint=b"fingerprint",
        sealed=b"sealed",
        enhancement_version="enhancement-1",
        policy_version="policy-1",
        deadline_at=WHEN,
        cap_group=CapGroupId(KEY),
        period_start=WHEN,
    )


def _done(*, video: bool) -> GenerationCompleted:
    return GenerationCompleted(
        attempt=1,
        output_key="output",
        poster_key="poster" if video else None,
        media_type="video/mp4" if video else "image/png",
        width=896,
        height=1152,
        identity_score=None,
        engine_seconds=7.5,
    )
