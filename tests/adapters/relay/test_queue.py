"""The dispatch queue: who is next, who waits, and where one piece of work stands."""

import asyncio
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import psycopg
import pytest

from adapters.jetstream.announcements import Live
from adapters.postgres.connections import async_pool, connect
from adapters.queue_places import PoolState
from adapters.relay import queue
from adapters.relay.places import QueueReader, Seconds
from domain.ids import AccountId, LotId
from domain.reactions import Change, Dequeue, Enqueue, LotBooked, LotDue, Weigh

pytestmark = pytest.mark.processes

BIG, SMALL, LATE = (AccountId(UUID(int=number)) for number in (1, 2, 3))
CHARACTER = UUID(int=77)

Session = psycopg.Connection[Any]


@pytest.fixture
def session(migrated: str) -> Iterator[Session]:
    """A dispatcher's session on an empty queue."""
    with connect(migrated, role="xavira_work") as connection:
        yield connection


def enqueue(account_id: AccountId, position: int, **changes: Any) -> Enqueue:
    facts: dict[str, Any] = {
        "work_id": UUID(int=1000 + position),
        "account_id": account_id,
        "kind": "image",
        "model_id": "anime",
        "position": position,
        "character_id": None,
        "patience": timedelta(hours=1),
    }
    return Enqueue(**(facts | changes))


def given(session: Session, *changes: Change, position: int = 1000) -> list[queue.Removed]:
    pools = {"realistic-sharp": "big"}
    return queue.step(session, changes, position=position, pools=pools).removed


def released(session: Session, window: int) -> list[int]:
    """Positions of what is released when `window` may be in flight, in order."""
    releases = queue.step(session, windows={"default": window}).released
    return [release.work_id.int - 1000 for release in releases]


def finish(session: Session, *positions: int) -> None:
    given(session, *(Dequeue(work_id=UUID(int=1000 + at), attempt=1) for at in positions))


def test_accounts_take_turns(session: Session) -> None:
    """An account that asked first and for more gets every second turn once another one asks."""
    given(session, *(enqueue(BIG, position) for position in range(1, 7)))
    given(session, *(enqueue(SMALL, position) for position in range(7, 10)))
    assert released(session, 9) == [1, 7, 2, 8, 3, 9, 4, 5, 6]


def test_turns_are_remembered_between_releases(session: Session) -> None:
    """With one release at a time three busy accounts still go round, whoever asked first."""
    for start, account_id in ((1, BIG), (11, SMALL), (21, LATE)):
        given(session, *(enqueue(account_id, start + number) for number in range(3)))
    order = []
    for _ in range(9):
        (position,) = released(session, 1)
        order.append(position)
        finish(session, position)
    assert order == [1, 11, 21, 2, 12, 22, 3, 13, 23]


def test_a_newcomer_is_next(session: Session) -> None:
    """An account that asks while another's long queue is served does not wait for that queue."""
    given(session, *(enqueue(BIG, position) for position in range(1, 41)))
    assert released(session, 4) == [1, 2, 3, 4]
    given(session, enqueue(LATE, 50))
    finish(session, 1, 2)
    assert released(session, 4) == [50, 5]


def test_an_idle_account_saves_nothing_up(session: Session) -> None:
    """Whoever was away while others worked shares evenly afterwards, and no more."""
    given(session, *(enqueue(BIG, position) for position in range(1, 21)))
    assert len(released(session, 10)) == 10
    finish(session, *range(1, 11))
    given(session, *(enqueue(LATE, position) for position in range(30, 36)))
    assert released(session, 6) in ([30, 11, 31, 12, 32, 13], [30, 31, 11, 32, 12, 33])


def test_a_weight_of_two_gets_two_turns(session: Session) -> None:
    """An account of weight 2 gets two releases for each one of an account of weight 1."""
    given(session, Weigh(account_id=SMALL, weight=2))
    given(session, *(enqueue(BIG, position) for position in range(1, 5)))
    given(session, *(enqueue(SMALL, position) for position in range(11, 19)))
    assert released(session, 9) == [1, 11, 12, 2, 13, 14, 3, 15, 16]


def test_weights_can_be_taken_back(session: Session) -> None:
    """Weight 1 is everybody's: its row is gone again."""
    given(session, Weigh(account_id=SMALL, weight=4))
    given(session, Weigh(account_id=SMALL, weight=1))
    assert session.execute("SELECT count(*) FROM account_weights").fetchone() == (0,)


def test_the_window_bounds_what_is_in_flight(session: Session) -> None:
    """No more than the window is in flight, and an ending makes room for exactly one more."""
    given(session, *(enqueue(BIG, position) for position in range(1, 6)))
    assert released(session, 2) == [1, 2]
    assert released(session, 2) == []
    finish(session, 1)
    assert released(session, 2) == [3]


def coming(session: Session, window: int, *changes: Change) -> list[int]:
    """Positions of what is released at once when changes come, in order."""
    releases = queue.step(session, changes, windows={"default": window}).released
    return [release.work_id.int - 1000 for release in releases]


def turns(session: Session) -> dict[int, float]:
    rows = session.execute("SELECT account_id, turn FROM dispatch_turns")
    return {account_id.int: turn for account_id, turn in rows}


def test_what_comes_where_nothing_waits_is_released_as_it_comes(session: Session) -> None:
    """In the order in which it would be released from the queue, with the turns of then."""
    given(session, Weigh(account_id=SMALL, weight=2))
    works = [enqueue(BIG if position < 4 else SMALL, position) for position in range(1, 7)]
    assert coming(session, 6, *works) == [1, 4, 5, 2, 6, 3]
    assert turns(session) == {BIG.int: 3.0, SMALL.int: 1.5}
    assert released(session, 9) == []


def test_what_comes_has_to_queue_behind_what_waits(session: Session) -> None:
    """Work for which there is not enough room, and all that comes after it, takes its turn."""
    assert coming(session, 2, *(enqueue(BIG, position) for position in range(1, 4))) == [1, 2]
    assert coming(session, 2, enqueue(LATE, 4)) == []
    finish(session, 1)
    assert coming(session, 2, enqueue(LATE, 5)) == [4]


def test_what_comes_twice_is_released_once(session: Session) -> None:
    """Work that is in the queue already stays as it is."""
    assert coming(session, 9, enqueue(BIG, 1)) == [1]
    assert coming(session, 9, enqueue(BIG, 1), enqueue(BIG, 2)) == [2]
    assert session.execute("SELECT count(*) FROM attempts").fetchone() == (2,)


def test_what_comes_waits_for_the_identity_of_its_character(session: Session) -> None:
    """Whether the identity came before or with it."""
    identity = enqueue(BIG, 1, work_id=CHARACTER, kind="identity", patience=None)
    portrait = enqueue(BIG, 2, character_id=CHARACTER)
    assert coming(session, 9, identity, portrait, enqueue(BIG, 3)) == [CHARACTER.int - 1000, 3]
    assert coming(session, 9, enqueue(BIG, 4, character_id=CHARACTER)) == []
    assert coming(session, 9, Dequeue(work_id=CHARACTER, attempt=1)) == [2, 4]


def _fair_order(waiting: dict[int, list[int]], weights: dict[int, int], room: int) -> list[int]:
    """What start-time fair queueing releases first, of accounts that all begin at time 0."""
    starts = [
        (place / weights[account], position)
        for account, positions in waiting.items()
        for place, position in enumerate(sorted(positions))
    ]
    return [position for _, position in sorted(starts)[:room]]


def test_the_order_is_fair_over_many_accounts(session: Session) -> None:
    """Of forty accounts with weights and queues at random the earliest starts go first."""
    dice = random.Random(2612)
    waiting: dict[int, list[int]] = {number: [] for number in range(1, 41)}
    weights = {number: dice.choice([1, 1, 1, 2, 4, 8]) for number in waiting}
    works = []
    for position in range(1, 301):
        number = dice.choice(list(waiting))
        waiting[number].append(position)
        works.append(enqueue(AccountId(UUID(int=number)), position))
    accounts = {number: AccountId(UUID(int=number)) for number in waiting}
    given(session, *(Weigh(account_id=accounts[n], weight=w) for n, w in weights.items()), *works)
    assert released(session, 25) == _fair_order(waiting, weights, 25)


def test_pools_have_windows_of_their_own(session: Session) -> None:
    """Work for a model of another pool neither waits for this one's window nor uses it up."""
    given(session, enqueue(BIG, 1), enqueue(BIG, 2, model_id="realistic-sharp"))
    assert [r.pool for r in queue.step(session, windows={"big": 1}).released] == ["big"]
    assert released(session, 1) == [1]


def test_work_of_a_pool_that_is_no_more_is_adopted(session: Session) -> None:
    """A catalogue that names its pool no longer leaves no work behind that nobody would draw."""
    given(session, enqueue(BIG, 1, model_id="realistic-sharp"), enqueue(BIG, 2))
    queue.adopt(session, pools=["default", "big"], pool_default="default")
    assert released(session, 1) == [2]
    queue.adopt(session, pools=["default"], pool_default="default")
    assert released(session, 2) == [1]


def test_work_waits_for_the_identity_of_its_character(session: Session) -> None:
    """A generation stays queued while its character's identity is, others overtake it."""
    identity = enqueue(BIG, 1, work_id=CHARACTER, kind="identity", patience=None)
    given(session, identity, enqueue(BIG, 2, character_id=CHARACTER), enqueue(BIG, 3))
    assert [r.kind for r in queue.step(session, windows={"default": 9}).released] == [
        "identity",
        "image",
    ]
    given(session, Dequeue(work_id=CHARACTER, attempt=None))
    assert released(session, 9) == [2]


def test_nobody_waits_for_ever_for_an_identity(session: Session) -> None:
    """After a minute of waiting the generation is released without it."""
    identity = enqueue(BIG, 1, work_id=CHARACTER, kind="identity", patience=None)
    given(session, identity, enqueue(BIG, 2, character_id=CHARACTER))
    session.execute("UPDATE dispatch_queue SET enqueued_at = now() - interval '61 seconds'")
    assert released(session, 9)[1:] == [2]


def test_every_release_is_a_new_attempt_with_a_token(session: Session) -> None:
    """Releasing again counts the attempt up, and both tokens stay known."""
    given(session, enqueue(BIG, 1))
    (first,) = queue.step(session, windows={"default": 1}).released
    (second,) = queue.release_again(session, None, silent=False)
    assert (first.attempt, second.attempt) == (1, 2)
    assert first.token != second.token
    rows = session.execute("SELECT attempt, token FROM attempts ORDER BY attempt").fetchall()
    assert rows == [(1, first.token), (2, second.token)]


def test_work_is_queued_once(session: Session) -> None:
    """The same request again, after it was released, changes nothing."""
    given(session, enqueue(BIG, 1))
    assert released(session, 1) == [1]
    given(session, enqueue(BIG, 1))
    assert released(session, 2) == []


def test_the_checkpoint_only_goes_forward(session: Session) -> None:
    """An older position does not move the checkpoint back."""
    given(session, position=7)
    given(session, position=5)
    assert queue.checkpoint(session) == 7


def test_what_ended_tells_whether_somebody_draws_it(session: Session) -> None:
    """A removed row says in which state and attempt the work was."""
    given(session, enqueue(BIG, 1), enqueue(BIG, 2))
    queue.step(session, windows={"default": 1})
    removed = given(
        session,
        Dequeue(work_id=UUID(int=1001), attempt=None),
        Dequeue(work_id=UUID(int=1002), attempt=None),
    )
    assert sorted((row.work_id.int, row.state, row.attempt) for row in removed) == [
        (1001, "released", 1),
        (1002, "queued", 0),
    ]


def test_a_place_counts_everybody_ahead(session: Session) -> None:
    """The third work of a big account stands behind the only one of a small account."""
    given(session, *(enqueue(BIG, position) for position in range(1, 5)))
    given(session, enqueue(SMALL, 9))
    assert released(session, 1) == [1]
    places = {}
    for position in (1, 2, 3, 9):
        place = queue.queue_places(session, UUID(int=1000 + position))
        assert place is not None
        places[position] = (place.state, place.position, place.in_flight)
    assert places == {
        1: ("released", 0, 1),
        9: ("queued", 1, 1),
        2: ("queued", 2, 1),
        3: ("queued", 3, 1),
    }


def test_places_of_several_are_those_of_each(session: Session, migrated: str) -> None:
    """Whatever their pools and however far they are; what is not queued is left out."""
    given(session, *(enqueue(BIG, position) for position in range(1, 5)))
    given(session, *(enqueue(SMALL, n, kind="video", model_id="realistic-sharp") for n in (8, 9)))
    assert released(session, 1) == [1]
    queue.note_slots(session, {"default": Live(consumers=2, slots=3)})
    works = [UUID(int=1000 + n) for n in (1, 2, 3, 4, 8, 9, 77)]

    async def places() -> dict[UUID, queue.QueuePlace]:
        async with async_pool(migrated, role="xavira_api") as pool, pool.connection() as connection:
            return await queue.places_async(connection, works)

    found = asyncio.run(places())
    assert found == {work: queue.queue_places(session, work) for work in works[:-1]}
    assert [found[work].position for work in works[:-1]] == [0, 1, 2, 3, 1, 2]


def test_a_place_is_told_before_the_work_is_queued(session: Session) -> None:
    """The expected place is the one that the work has once it is enqueued."""
    given(session, *(enqueue(BIG, position) for position in range(1, 5)))
    given(session, enqueue(SMALL, 9))
    assert released(session, 1) == [1]
    for account, position in ((BIG, 20), (SMALL, 21), (AccountId(UUID(int=77)), 22)):
        expected = queue.expected_place(session, account, pool="default", kind="image")
        given(session, enqueue(account, position))
        assert queue.queue_places(session, UUID(int=1000 + position)) == expected


def test_work_that_is_not_queued_has_no_place(session: Session) -> None:
    """There is no place for unknown or ended work."""
    assert queue.queue_places(session, UUID(int=5)) is None


def test_an_estimate_follows_from_place_and_slots() -> None:
    """Three in flight and two before it on two slots of 4 s each: three rounds."""
    place = queue.QueuePlace("queued", "image", 3, 3, 2)
    assert place.estimate_seconds(4.0) == 12.0


def test_time_without_a_dispatcher_does_not_count(session: Session) -> None:
    """After an outage of ten minutes every deadline and start is ten minutes later."""
    given(session, enqueue(BIG, 1), enqueue(BIG, 2))
    queue.step(session, windows={"default": 1})
    session.execute(
        "UPDATE dispatch_queue SET state = 'started', started_at = now() WHERE attempt = 1"
    )
    queue.beat(session)
    times = "SELECT deadline_at, started_at FROM dispatch_queue ORDER BY position"
    old = session.execute(times).fetchall()
    with session.transaction():  # within one no time passes
        session.execute("UPDATE dispatcher_beats SET beat_at = now() - interval '10 minutes'")
        queue.take_over(session, grace=timedelta(seconds=5))
        new = session.execute(times).fetchall()
        queue.take_over(session, grace=timedelta(seconds=5))
        again = session.execute(times).fetchall()
    shifts = [new[0][0] - old[0][0], new[0][1] - old[0][1], new[1][0] - old[1][0]]
    assert shifts == [timedelta(minutes=10)] * 3
    assert again == new


def test_silence_counts_only_where_somebody_could_speak(session: Session) -> None:
    """Work in flight falls silent in a pool with live consumers, and never in one without."""
    given(session, enqueue(BIG, 1))
    queue.step(session, windows={"default": 1})
    old = "UPDATE dispatch_queue SET seen_at = now() - interval '3 minutes'"
    session.execute(old)
    silence = timedelta(minutes=2)
    assert queue.silent(session, silence=silence, live_pools=[]) == []
    session.execute(old)
    (row,) = queue.silent(session, silence=silence, live_pools=["default"])
    assert (row.work_id.int, row.silences) == (1001, 0)
    queue.release_again(session, [row.work_id], silent=True)
    session.execute(old)
    (row,) = queue.silent(session, silence=silence, live_pools=["default"])
    assert (row.attempt, row.silences) == (2, 1)
    queue.note_seen(session, [row.work_id])
    assert queue.silent(session, silence=silence, live_pools=["default"]) == []


def test_lots_are_remembered_until_booked(session: Session) -> None:
    """A due lot has one row, the newest time counts, and booking removes it."""
    lot = LotId(UUID(int=9))
    noon = datetime(2026, 5, 1, 12, tzinfo=UTC)
    given(session, LotDue(account_id=BIG, lot_id=lot, expires_at=noon))
    given(session, LotDue(account_id=BIG, lot_id=lot, expires_at=noon + timedelta(days=7)))
    rows = session.execute("SELECT expires_at FROM lot_expiries").fetchall()
    assert rows == [(datetime(2026, 5, 8, 12, tzinfo=UTC),)]
    given(session, LotBooked(account_id=BIG, lot_id=lot))
    assert session.execute("SELECT count(*) FROM lot_expiries").fetchone() == (0,)


def test_the_api_may_read_places_and_nothing_else(migrated: str) -> None:
    """The API's role reads where work stands; attempts and their tokens are not for it."""
    with connect(migrated, role="xavira_api") as connection:
        assert queue.queue_places(connection, UUID(int=5)) is None
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("SELECT token FROM attempts")


def test_every_pool_is_told(session: Session, migrated: str) -> None:
    """What waits and is under way, who is live, and how many consumers all of it would want."""
    given(session, *(enqueue(BIG, n) for n in range(1, 8)))
    given(session, enqueue(SMALL, 20, kind="video", model_id="realistic-sharp"))
    assert released(session, window=2) == [1, 2]
    queue.note_slots(session, {"default": Live(consumers=2, slots=3), "idle": Live()})

    seconds = {"image": Seconds(9, 9), "video": Seconds(31, 60), "identity": Seconds(1, 1)}

    async def states() -> list[PoolState]:
        async with async_pool(migrated, role="xavira_api") as pool:
            return await QueueReader(pool, seconds).pools()

    found = {state.pool: state for state in asyncio.run(states())}
    assert list(found) == ["big", "default", "idle"]
    default = found["default"]
    assert (default.queued, default.released, default.started) == (5, 2, 0)
    assert (default.consumers, default.slots, default.wanted_consumers) == (2, 3, 3)
    assert default.oldest_seconds >= 0
    assert (found["big"].queued, found["big"].consumers, found["big"].wanted_consumers) == (1, 0, 2)
    assert (found["idle"].queued, found["idle"].wanted_consumers) == (0, 0)
