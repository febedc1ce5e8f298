"""Runs the market event by event and yields rows of the log, ready to be copied.

Time only moves forward; every transaction is one that a handler could have recorded. The same seed
and size give the same bytes, on any machine.
"""

from base64 import b64encode
from bisect import bisect
from collections.abc import Callable, Iterator
from heapq import heappop, heappush
from math import log
from random import Random

from adapters.simulation import market
from adapters.simulation.encoding import DAY, MICROSECONDS, copy_row, json, time_json
from adapters.simulation.purse import NEVER, SimulatedDraws, SimulatedLot
from adapters.simulation.shapes import (
    BLOCKED,
    CANCELED,
    CAUSE,
    COMPLETED,
    EXPIRED,
    FAILED,
    PROVIDER,
    Customer,
    Flight,
    Shape,
    Shapes,
    SimulatedCharacter,
    draws_json,
)
from domain.ids import PaymentId, payment_id, payment_lot_id

CHUNK_ROWS = 2_000
START = 9_132 * DAY
"""2025-01-01: long enough ago that a simulated year never ends in the future."""

SPAN = 365 * DAY
TRANSACTION_EVENTS_MAX = 24
"""No transaction is longer; that near to the end only single events follow."""

EVENTS_PER_REQUEST = 4.28
EVENTS_MIN = 100
EVENTS_MAX = 200_000_000

Act = Callable[[], None]


class Simulator:
    """One run. `chunks` may be called once."""

    def __init__(self, *, events: int, seed: int) -> None:
        assert EVENTS_MIN <= events <= EVENTS_MAX, events
        self.events = events
        self.position = 0
        self.now = START
        self._random = Random(seed)
        self._chance = self._random.random
        self._shapes = Shapes()
        self._pool = _base64_pool(self._random)
        self._rows: list[bytes] = []
        self._agenda: list[tuple[int, int, Act]] = []
        self._acts = 0
        self._requests = max(1, int(events / EVENTS_PER_REQUEST))
        accounts = min(market.ACCOUNTS_MAX, max(3, events // market.EVENTS_PER_ACCOUNT_MIN))
        self._ranks = market.rank_weights(accounts)
        self._customers: list[Customer | None] = [None] * accounts

    def chunks(self) -> Iterator[tuple[bytes, int]]:
        """Rows of the binary COPY, and the last position among them."""
        while self.position < self.events - TRANSACTION_EVENTS_MAX:
            self._turn()
            if len(self._rows) >= CHUNK_ROWS:
                yield self._taken()
        first = next(customer for customer in self._customers if customer is not None)
        while self.position < self.events:
            self._change_tier(first)
        yield self._taken()

    def _taken(self) -> tuple[bytes, int]:
        rows, self._rows = b"".join(self._rows), []
        return rows, self.position

    # --- time ---------------------------------------------------------------------------------

    def _turn(self) -> None:
        """What is due by the next moment at which somebody wants something, or that want."""
        due = self.now + self._gap()
        agenda = self._agenda
        limit = self.events - TRANSACTION_EVENTS_MAX
        while agenda and agenda[0][0] <= due and self.position < limit:
            at, _, act = heappop(agenda)
            self.now = max(self.now, at)
            act()
        if self.position < limit:
            self.now = max(self.now, due)
            self._want()

    def _gap(self) -> int:
        """Time to the next wish, such that the last event comes when the year is over.

        Business grows over the year: what is left of it is shared out among the wishes that are
        left, and a wish is given the less of it the later it comes.
        """
        done = min(_DONE_MAX, self.position / self.events)
        busy = 1 + (market.GROWTH - 1) * done
        left = max(MICROSECONDS, START + SPAN - self.now)
        wishes = max(1.0, (1 - done) * self._requests)
        later = log(market.GROWTH / busy) / ((market.GROWTH - 1) * (1 - done))
        hour = market.HOURS[self.now // 3_600_000_000 % 24] / market.HOUR_MEAN
        return int(-log(1 - self._chance()) * left / wishes / (busy * later * hour))

    def _later(self, seconds: float, act: Act) -> None:
        self._acts += 1
        heappush(self._agenda, (self.now + int(seconds * MICROSECONDS), self._acts, act))

    # --- writing ------------------------------------------------------------------------------

    def _write(self, stream: bytes, version: int, shape: Shape, state: bytes) -> None:
        self.position += 1
        self._rows.append(copy_row(stream, version, shape.topic, state, self.position, self.now))

    def _book(self, customer: Customer, shape: Shape, *values: bytes) -> None:
        customer.version += 1
        self._write(customer.stream, customer.version, shape, shape.state % values)

    def _id(self) -> tuple[bytes, bytes]:
        """A new id: its 16 bytes, and itself as JSON."""
        number = self._random.randbytes(16)
        text = number.hex()
        spelled = f'"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"'
        return number, spelled.encode()

    def _noise(self, characters: int) -> bytes:
        """Random bytes in base64, as JSON: whatever is sealed or a fingerprint looks like it."""
        start = int(self._chance() * _POOL_STARTS) * 4
        return b'"%b"' % self._pool[start : start + characters]

    # --- accounts -----------------------------------------------------------------------------

    def _want(self) -> None:
        """Somebody wants a picture; who is new opens an account first, who is broke buys."""
        rank = bisect(self._ranks, self._chance())
        customer = self._customers[rank] or self._open(rank)
        if self._chance() < market.PROMO_SHARE:
            self._promote(customer)
        if len(customer.characters) < market.CHARACTERS_MAX and (
            not customer.characters or self._chance() < market.CHARACTER_SHARE
        ):
            self._create_character(customer)
        self._request(customer)

    def _open(self, rank: int) -> Customer:
        share = self._ranks[rank] - (self._ranks[rank - 1] if rank else 0.0)
        stream, account = self._id()
        _, key = self._id()
        customer = Customer(
            rank=rank,
            stream=stream,
            account=account,
            key=key,
            pack=market.pack_for(share * self._requests * _CREDITS_PER_REQUEST),
            currency=json(market.CURRENCIES[int(self._chance() * len(market.CURRENCIES))]),
        )
        self._customers[rank] = customer
        shapes = self._shapes
        self._book(customer, shapes.opened)
        self._book(customer, shapes.attested)
        self._book(customer, shapes.key_issued, key)
        _, lot = self._id()
        customer.purse.open_lot(lot, amount=shapes.signup_credits, priority=100)
        self._book(customer, shapes.signup, lot)
        return customer

    def _change_tier(self, customer: Customer) -> None:
        customer.scaled = not customer.scaled
        tier = b'"scale"' if customer.scaled else b'"base"'
        self._book(customer, self._shapes.tier_set, tier)

    def _create_character(self, customer: Customer) -> None:
        stream, character_id = self._id()
        model = int(self._chance() ** 1.5 * len(market.MODELS))
        traits = json(market.TRAITS[int(self._chance() * len(market.TRAITS))])
        made = SimulatedCharacter(character_id, traits, model)
        shape = self._shapes.character_created[model]
        values = (customer.account, traits, self._noise(44), self._noise(64))
        self._write(stream, 1, shape, shape.state % values)
        customer.characters.append(made)

    # --- lots ---------------------------------------------------------------------------------

    def _promote(self, customer: Customer) -> None:
        amount = market.PROMO_CREDITS[int(self._chance() * len(market.PROMO_CREDITS))]
        days = market.PROMO_DAYS[int(self._chance() * len(market.PROMO_DAYS))]
        self._grant(customer, self._shapes.promo, amount=amount, priority=50, days=days)

    def _buy(self, customer: Customer) -> None:
        pack = customer.pack
        order = f"order-{customer.rank + 1}-{customer.purse.lots_opened}"
        payment = payment_id(PROVIDER, order)
        lot_key = json(payment_lot_id(payment))
        amount, price = b"%d" % pack.credits, b"%d" % pack.price_minor
        received = self._shapes.received
        values = (json(order), customer.account, price, customer.currency, lot_key, amount)
        self._write(payment.bytes, 1, received, received.state % values)
        lot = self._grant(
            customer,
            self._shapes.paid,
            price,
            customer.currency,
            json(f"{PROVIDER}/{order}"),
            key=lot_key,
            amount=pack.credits,
            priority=100,
            days=pack.life_days,
        )
        charged_back = self._chance() < market.CHARGEBACK_SHARE
        if charged_back and customer.rank >= market.CHARGEBACK_FREE_RANKS:
            days = 1 + self._chance() * market.CHARGEBACK_DAYS_MAX
            self._later(days * 86_400, lambda: self._revoke(customer, lot, payment, order))

    def _grant(
        self,
        customer: Customer,
        shape: Shape,
        *payment: bytes,
        key: bytes | None = None,
        amount: int,
        priority: int,
        days: int | None,
    ) -> SimulatedLot:
        expires_at = NEVER if days is None else self.now + days * DAY
        key = key or self._id()[1]
        lot = customer.purse.open_lot(key, amount=amount, priority=priority, expires_at=expires_at)
        expiry = time_json(None if days is None else expires_at)
        self._book(customer, shape, key, b"%d" % amount, expiry, *payment)
        if days is not None:
            self._later(days * 86_400, lambda: self._expire(customer, lot))
        return lot

    def _expire(self, customer: Customer, lot: SimulatedLot) -> None:
        if lot.remaining and lot.expires_at <= self.now:
            amount, lot.remaining = lot.remaining, 0
            self._book(customer, self._shapes.lot_expired, lot.key, b"%d" % amount)

    def _revoke(
        self, customer: Customer, lot: SimulatedLot, payment: PaymentId, order: str
    ) -> None:
        shape = self._shapes.payment_charged_back
        self._write(payment.bytes, 2, shape, shape.state % (json(order), lot.key))
        remaining, loss = customer.purse.revoke(lot)
        self._book(customer, self._shapes.charged_back, lot.key, b"%d" % remaining, b"%d" % loss)

    # --- generations --------------------------------------------------------------------------

    def _request(self, customer: Customer) -> None:
        character = customer.characters[int(self._chance() * len(customer.characters))]
        source = character.image if self._chance() < market.VIDEO_SHARE else None
        model = market.MODELS[character.model]
        price = model.image_credits if source is None else model.video_credits
        draws = customer.purse.draw(price, self.now)
        if draws is None:
            if self._chance() >= market.BUY_SHARE:
                return
            self._buy(customer)
            draws = customer.purse.draw(price, self.now)
            assert draws is not None, "every pack pays for anything"
        self._claim(customer, character, source, price, draws)

    def _claim(
        self,
        customer: Customer,
        character: SimulatedCharacter,
        source: tuple[bytes, bytes] | None,
        price: int,
        draws: SimulatedDraws,
    ) -> None:
        stream, generation_id = self._id()
        shapes = self._shapes
        drawn = draws_json(draws)
        cost = b"%d" % price
        period = shapes.clock.spell(self.now // DAY * 86_400)
        shape = shapes.requested[character.model][source is not None]
        width, height = market.SIZES[int(self._chance() * len(market.SIZES))]
        places = (b"null", b"null") if source is None else source
        state = shape.state % (
            customer.account,
            character.key,
            *places,
            character.traits,
            b"%d" % int(self._chance() * 4_294_967_295),
            b"%d" % width,
            b"%d" % height,
            cost,
            drawn,
            customer.key,
            self._noise(44),
            self._noise(128),
            shapes.clock.spell(self.now // MICROSECONDS + market.DEADLINE_SECONDS),
            customer.key,
            period,
        )
        self._write(stream, 1, shape, state)
        self._book(
            customer, shapes.debited, generation_id, cost, drawn, *(customer.key,) * 2, period
        )
        flight = Flight(
            customer, character, stream, generation_id, draws, period, source is not None
        )
        self._schedule(flight)

    def _schedule(self, flight: Flight) -> None:
        ending = self._chance()
        wait = 0.2 - log(1 - self._chance()) * 3
        if self._chance() < market.STUCK_SHARE:
            days = market.STUCK_DAYS_MAX * self._chance()
            self._later(days * 86_400, lambda: self._refund(flight, FAILED))
            return
        if market.FAILED_BELOW <= ending < market.BLOCKED_BELOW or ending >= market.EXPIRED_BELOW:
            ended = BLOCKED if ending < market.BLOCKED_BELOW else COMPLETED
        elif ending < market.FAILED_BELOW:
            ended = FAILED
        elif ending < market.CANCELED_BELOW:
            self._later(wait, lambda: self._refund(flight, CANCELED))
            return
        else:
            self._later(market.DEADLINE_SECONDS + wait, lambda: self._refund(flight, EXPIRED))
            return
        self._later(wait, lambda: self._start(flight, ended))

    def _start(self, flight: Flight, ended: int) -> None:
        flight.version += 1
        shape = self._shapes.started
        self._write(flight.stream, flight.version, shape, shape.state)
        model = market.MODELS[flight.character.model]
        mean = model.video_seconds if flight.video else model.image_seconds
        seconds = mean * (0.7 + 0.3 * -log(1 - self._chance()))
        if ended == COMPLETED:
            self._later(seconds, lambda: self._complete(flight, seconds))
        else:
            self._later(seconds, lambda: self._refund(flight, ended))

    def _complete(self, flight: Flight, seconds: float) -> None:
        flight.version += 1
        shape = self._shapes.completed[flight.video]
        stem = b'"%b/%b.' % (flight.generation_id[1:-1], self._output_name())
        key = stem + (b'mp4"' if flight.video else b'png"')
        keys = (key, stem + b'png"') if flight.video else (key,)
        self._write(flight.stream, flight.version, shape, shape.state % (*keys, b"%.3f" % seconds))
        if not flight.video:
            flight.character.image = flight.generation_id, key
            if self._chance() < market.DELETE_SHARE:
                self._later(3_600 * 24 * self._chance(), lambda: self._delete(flight))

    def _delete(self, flight: Flight) -> None:
        if flight.character.image is not None and flight.character.image[0] == flight.generation_id:
            flight.character.image = None
        flight.version += 1
        shape = self._shapes.output_deleted
        self._write(flight.stream, flight.version, shape, shape.state)

    def _output_name(self) -> bytes:
        """As long as the hash of bytes that are nowhere."""
        return b"%016x" % self._random.getrandbits(64) * 4

    def _refund(self, flight: Flight, ended: int) -> None:
        flight.version += 1
        customer, shapes = flight.customer, self._shapes
        shape = shapes.endings[ended]
        self._write(flight.stream, flight.version, shape, shape.state)
        expired, reopened, revoked = customer.purse.give_back(flight.draws, self.now)
        for lot, amount in expired:
            self._book(customer, shapes.lot_expired, lot.key, b"%d" % amount)
        lives = b",".join(b"[%b,%b]" % (lot.key, time_json(until)) for lot, until in reopened)
        self._book(
            customer,
            shapes.refunded,
            flight.generation_id,
            b"%d" % sum(amount for _, amount in flight.draws),
            draws_json(list(reversed(flight.draws))),
            b"[%b]" % lives,
            CAUSE[ended],
            customer.key,
            flight.period,
        )
        for lot, taken in revoked:
            self._book(customer, shapes.revoked_again, lot.key, b"%d" % taken, b"%d" % -taken)
        for lot, until in reopened:
            self._expire_later(customer, lot, until)
        if ended == FAILED and self._chance() < market.GOODWILL_SHARE:
            amount = market.GOODWILL_CREDITS
            self._grant(customer, shapes.goodwill, amount=amount, priority=50, days=None)

    def _expire_later(self, customer: Customer, lot: SimulatedLot, until: int) -> None:
        seconds = (until - self.now) / MICROSECONDS
        self._later(seconds, lambda: self._expire(customer, lot))


def _base64_pool(random: Random) -> bytes:
    return b64encode(random.randbytes(_POOL_BYTES))


_POOL_BYTES = 3 * 65_536
_POOL_STARTS = 65_000
_DONE_MAX = 0.999
_CREDITS_PER_REQUEST = 1.4
