"""Whose fault a failure is: held until the next piece of work tells."""

import asyncio
import threading
from collections.abc import Sequence
from functools import partial
from uuid import UUID

import pytest

from adapters.memory.objects import MemoryStore
from domain.messages import WorkFailed
from domain.objects import NewObject, StoredObject
from inference.doubts import Doubts
from inference.engine import EngineFailed, RenderRequest, RequestRefused
from inference.job import Job
from inference.stuck import EngineStuck
from tests.inference.bench import WAIT_SECONDS_MAX, Bench, run, shown_well, until
from tests.inference.flat_engine import FlatEngine, fail_on_seed
from tests.inference.memory_transport import (
    MODEL,
    MemoryDelivery,
    identity_command,
    render_command,
)


def broken(requests: Sequence[RenderRequest]) -> None:
    """As a GPU is after an error that stays."""
    raise EngineFailed("CUDA error: an illegal memory access was encountered")


class Poisoned(FlatEngine):
    """Breaks for good as soon as it is given seed 13."""

    def __init__(self) -> None:
        self._broken = False
        super().__init__(before=self._break)

    def _break(self, requests: Sequence[RenderRequest]) -> None:
        self._broken = self._broken or requests[0].seed == 13
        if self._broken:
            broken(requests)


def test_an_engine_that_fails_everything_fails_no_work_and_ends_the_worker() -> None:
    """Three in a row are handed back for a while, and so is what waits behind them."""

    async def main() -> None:
        bench = Bench(FlatEngine(before=broken), doubt_seconds=WAIT_SECONDS_MAX, slots=8)
        await bench.worker.load(bench.stop)
        deliveries = [bench.transport.deliver(render_command(seed=seed)) for seed in range(5)]
        with pytest.raises(EngineStuck, match="flat fails whatever it is given"):
            await bench.worker.run(bench.stop)
        assert [delivery.answer for delivery in deliveries[:3]] == ["nak"] * 3
        assert [delivery.delay_seconds for delivery in deliveries[:3]] == [5.0] * 3
        assert "ack" not in [delivery.answer for delivery in deliveries]
        assert set(bench.transport.kinds()) == {"WorkStarted"}
        assert bench.transport.receiving is False

    asyncio.run(main())


def test_a_failure_between_two_pictures_is_that_of_the_work() -> None:
    """What is drawn next tells: the failure is reported then, however long it would be held."""

    async def scenario(bench: Bench) -> None:
        seeds = (13, 1, 13, 2, 13, 3)
        works = [bench.transport.deliver(render_command(seed=seed)) for seed in seeds]
        await until(lambda: all(work.answer == "ack" for work in works))
        assert bench.transport.kinds().count("WorkFailed") == 3
        assert bench.transport.kinds().count("WorkCompleted") == 3

    def fail(requests: Sequence[RenderRequest]) -> None:
        if requests[0].seed == 13:
            broken(requests)

    run(FlatEngine(before=fail), scenario, doubt_seconds=WAIT_SECONDS_MAX, slots=1)


def test_a_face_that_is_fixed_tells_that_the_engine_is_well() -> None:
    """It is drawn, as a picture is."""

    async def scenario(bench: Bench) -> None:
        failed = bench.transport.deliver(render_command())
        await until(lambda: failed.freed)
        face = bench.transport.deliver(identity_command())
        await until(lambda: failed.answer and face.answer)
        assert (failed.answer, face.answer) == ("ack", "ack")

    run(FlatEngine(before=broken), scenario, doubt_seconds=WAIT_SECONDS_MAX)


def test_a_face_that_there_is_none_of_tells_nothing() -> None:
    """Whoever answers so at once drew nothing, and may be broken."""

    async def scenario(bench: Bench) -> None:
        failed = bench.transport.deliver(render_command())
        await until(lambda: failed.freed)
        none = bench.transport.deliver(identity_command(traits={"gender": "non-binary"}))
        await until(lambda: none.answer)
        assert (failed.answer, none.answer) == (None, "ack")

    run(FlatEngine(before=broken), scenario, doubt_seconds=WAIT_SECONDS_MAX)


def test_an_engine_that_never_drew_hands_a_failure_back_until_its_third_delivery() -> None:
    """Nothing tells whose fault it is, so that somebody else may try; but not for ever."""
    work_id = UUID(int=7)

    async def scenario(bench: Bench) -> None:
        answers = []
        for number in (1, 2, 3):
            delivery = bench.transport.deliver(render_command(work_id=work_id), number=number)
            await until(lambda delivery=delivery: delivery.answer)
            answers.append((delivery.answer, delivery.delay_seconds))
        assert answers == [("nak", 5.0), ("nak", 5.0), ("ack", 0.0)]
        assert bench.transport.kinds().count("WorkFailed") == 1

    run(FlatEngine(before=broken), scenario, doubt_seconds=0.05)


def test_what_has_long_ended_does_not_speak_for_what_fails_alone_later() -> None:
    """Both are handed back twice; a third one ends a worker that has drawn nothing so far."""

    async def main() -> None:
        bench = Bench(FlatEngine(before=broken), doubt_seconds=0.05)
        await bench.worker.load(bench.stop)
        running = asyncio.create_task(bench.worker.run(bench.stop))
        for work_id in (UUID(int=7), UUID(int=8)):
            answers = []
            for number in (1, 2, 3):
                delivery = bench.transport.deliver(render_command(work_id=work_id), number=number)
                await until(lambda delivery=delivery: delivery.answer)
                answers.append(delivery.answer)
            assert answers == ["nak", "nak", "ack"]
        third = bench.transport.deliver(render_command())
        with pytest.raises(EngineStuck):
            await running
        assert third.answer == "nak"
        assert bench.transport.kinds().count("WorkFailed") == 2

    asyncio.run(main())


def test_an_engine_that_drew_before_fails_a_failure_when_nothing_else_comes() -> None:
    """It is taken for well: the work was at fault."""

    async def scenario(bench: Bench) -> None:
        await shown_well(bench)
        delivery = bench.transport.deliver(render_command(seed=13))
        await until(lambda: delivery.answer)
        assert delivery.answer == "ack"
        assert bench.transport.kinds()[-1] == "WorkFailed"

    run(Poisoned(), scenario, doubt_seconds=0.05)


@pytest.mark.parametrize("first_is", ["answered", "held"])
def test_what_was_drawn_before_speaks_for_one_failure_only(first_is: str) -> None:
    """A second one with nothing drawn in between is handed back, as by a fresh engine, also when it
    comes while the first is held: the engine may have broken for good. A third one ends the worker.
    """

    async def main() -> None:
        bench = Bench(Poisoned(), doubt_seconds=0.3)
        await bench.worker.load(bench.stop)
        running = asyncio.create_task(bench.worker.run(bench.stop))
        await shown_well(bench)
        first = bench.transport.deliver(render_command(seed=13))
        await until(lambda: first.answer if first_is == "answered" else first.freed)
        second = bench.transport.deliver(render_command(seed=1))
        await until(lambda: first.answer and second.answer)
        assert (first.answer, second.answer) == ("ack", "nak")
        last = bench.transport.deliver(render_command(seed=1))
        with pytest.raises(EngineStuck):
            await running
        assert last.answer == "nak"
        assert bench.transport.kinds().count("WorkFailed") == 1

    asyncio.run(main())


def test_of_failures_held_together_one_is_failed_for_what_was_drawn_before() -> None:
    """The first, when the time is up; once something is drawn all of them are."""

    async def settled(*, drawn_after: bool) -> list[tuple[int, str]]:
        told: list[tuple[int, str]] = []
        doubts = Doubts(
            seconds=WAIT_SECONDS_MAX if drawn_after else 0.01,
            fail=lambda job, error: told.append((job.work_id.int, "failed")),
            hand_back=lambda job, error: told.append((job.work_id.int, "handed back")),
        )
        doubts.drawn()
        for number in (1, 2):
            job = Job(MemoryDelivery(render_command(work_id=UUID(int=number))))
            assert doubts.hold(job, EngineFailed("broken"))
        if drawn_after:
            doubts.drawn()
        await until(lambda: len(told) == 2)
        return told

    assert asyncio.run(settled(drawn_after=False)) == [(1, "failed"), (2, "handed back")]
    assert asyncio.run(settled(drawn_after=True)) == [(1, "failed"), (2, "failed")]


def test_a_failure_at_the_third_delivery_is_such_a_one() -> None:
    """After work that failed at its third delivery the next failure is handed back."""

    async def scenario(bench: Bench) -> None:
        await shown_well(bench)
        poison = bench.transport.deliver(render_command(seed=13), number=3)
        await until(lambda: poison.answer)
        innocent = bench.transport.deliver(render_command(seed=1))
        await until(lambda: innocent.answer)
        assert (poison.answer, innocent.answer) == ("ack", "nak")

    run(Poisoned(), scenario, doubt_seconds=0.05)


def test_work_that_breaks_every_engine_fails_at_its_third_delivery_and_takes_nobody_along() -> None:
    """Beside two innocents, on three new processes: they come back, and it ends."""
    poison, innocents = UUID(int=13), [UUID(int=1), UUID(int=2)]

    async def process(number: int) -> list[str | None]:
        bench = Bench(Poisoned(), doubt_seconds=WAIT_SECONDS_MAX)
        await bench.worker.load(bench.stop)
        works = [(poison, 13), *((innocent, 1) for innocent in innocents)]
        deliveries = [
            bench.transport.deliver(render_command(work_id=work_id, seed=seed), number=number)
            for work_id, seed in works
        ]
        with pytest.raises(EngineStuck):
            await bench.worker.run(bench.stop)
        failed = [each.work_id for each in bench.transport.results if isinstance(each, WorkFailed)]
        assert failed == ([poison] if number == 3 else [])
        if number < 3:
            assert list(bench.store.list_quarantine(older_than_seconds=0)) == []
        return [delivery.answer for delivery in deliveries]

    assert asyncio.run(process(1)) == ["nak", "nak", "nak"]
    assert asyncio.run(process(2)) == ["nak", "nak", "nak"]
    assert asyncio.run(process(3)) == ["ack", "nak", "nak"]


def test_nothing_comes_back_for_ever() -> None:
    """At the fifth delivery work fails, also after others that failed."""

    async def main() -> None:
        bench = Bench(FlatEngine(before=broken), doubt_seconds=WAIT_SECONDS_MAX)
        await bench.worker.load(bench.stop)
        deliveries = [bench.transport.deliver(render_command(), number=n) for n in (1, 5, 4)]
        with pytest.raises(EngineStuck):
            await bench.worker.run(bench.stop)
        assert [delivery.answer for delivery in deliveries] == ["nak", "ack", "nak"]

    asyncio.run(main())


def test_work_that_is_canceled_while_its_failure_is_held_is_not_failed() -> None:
    """Its ending is recorded already: nothing is told of it."""

    async def scenario(bench: Bench) -> None:
        command = render_command(seed=13)
        failed = bench.transport.deliver(command)
        await until(lambda: failed.freed)
        bench.transport.cancel(command.work_id)
        drawn = bench.transport.deliver(render_command(seed=1))
        await until(lambda: failed.answer and drawn.answer)
        assert (failed.answer, drawn.answer) == ("ack", "ack")
        assert "WorkFailed" not in bench.transport.kinds()

    run(FlatEngine(before=fail_on_seed(13)), scenario, doubt_seconds=WAIT_SECONDS_MAX)


def test_work_that_is_canceled_while_its_failure_is_held_does_not_come_back() -> None:
    """Also where it would be handed back, because the engine never drew."""

    async def scenario(bench: Bench) -> None:
        command = render_command()
        delivery = bench.transport.deliver(command)
        delivery.when_freed = partial(bench.transport.cancel, command.work_id)
        await until(lambda: delivery.answer)
        assert delivery.answer == "ack"
        assert "WorkFailed" not in bench.transport.kinds()

    run(FlatEngine(before=broken), scenario, doubt_seconds=0.05)


def test_a_broken_engine_hands_back_nothing_that_is_canceled() -> None:
    """Neither what it failed nor what waited for it. The rest comes again after a while, so that
    no crash after crash uses its deliveries up.
    """
    gate = threading.Event()

    def broken_at_last(requests: Sequence[RenderRequest]) -> None:
        if requests[0].seed == 2:
            assert gate.wait(WAIT_SECONDS_MAX)
        broken(requests)

    async def main() -> None:
        bench = Bench(FlatEngine(before=broken_at_last), doubt_seconds=WAIT_SECONDS_MAX, slots=8)
        await bench.worker.load(bench.stop)
        commands = [render_command(seed=seed) for seed in range(5)]
        deliveries = [bench.transport.deliver(command) for command in commands]
        running = asyncio.create_task(bench.worker.run(bench.stop))
        await until(lambda: bench.worker.waiting == 2)
        bench.transport.cancel(commands[0].work_id)
        bench.transport.cancel(commands[3].work_id)
        gate.set()
        with pytest.raises(EngineStuck):
            await running
        answers = [delivery.answer for delivery in deliveries]
        assert answers == ["ack", "nak", "nak", "ack", "nak"]
        assert [deliveries[place].delay_seconds for place in (1, 2, 4)] == [5.0] * 3
        assert "WorkFailed" not in bench.transport.kinds()

    asyncio.run(main())


def test_what_a_broken_engine_drew_before_is_stored_and_told() -> None:
    """The process ends after that, however slow the store is."""
    gate = threading.Event()

    class ShutStore(MemoryStore):
        def put_quarantine_all(self, objects: Sequence[NewObject]) -> list[str]:
            assert gate.wait(WAIT_SECONDS_MAX)
            return super().put_quarantine_all(objects)

    def break_later(requests: Sequence[RenderRequest]) -> None:
        if requests[0].seed != 1:
            broken(requests)

    async def main() -> None:
        bench = Bench(
            FlatEngine(before=break_later),
            doubt_seconds=WAIT_SECONDS_MAX,
            stop_grace_seconds=WAIT_SECONDS_MAX,
            store=ShutStore(),
            slots=8,
        )
        await bench.worker.load(bench.stop)
        deliveries = [bench.transport.deliver(render_command(seed=seed)) for seed in range(1, 5)]
        running = asyncio.create_task(bench.worker.run(bench.stop))
        await until(lambda: not bench.transport.receiving)
        gate.set()
        with pytest.raises(EngineStuck):
            await running
        assert [delivery.answer for delivery in deliveries] == ["ack", "nak", "nak", "nak"]
        assert bench.transport.kinds()[-1] == "WorkCompleted"

    asyncio.run(main())


def test_an_engine_that_breaks_during_a_stop_loses_nothing_that_was_drawn() -> None:
    """It is stored and told within the grace, and the process says that its engine broke.

    That the grace goes on behind the break is seen by work whose face is read only then: it is
    handed back, and what is being stored is not.
    """
    drawing, reading, storing = threading.Event(), threading.Event(), threading.Event()

    class ShutStore(MemoryStore):
        def get(self, key: str) -> StoredObject:
            assert reading.wait(WAIT_SECONDS_MAX)
            return super().get(key)

        def put_quarantine_all(self, objects: Sequence[NewObject]) -> list[str]:
            assert storing.wait(WAIT_SECONDS_MAX)
            return super().put_quarantine_all(objects)

    def break_later(requests: Sequence[RenderRequest]) -> None:
        if requests[0].seed == 4:
            assert drawing.wait(WAIT_SECONDS_MAX)
        if requests[0].seed != 1:
            broken(requests)

    async def main() -> None:
        bench = Bench(
            FlatEngine(before=break_later),
            doubt_seconds=WAIT_SECONDS_MAX,
            stop_grace_seconds=WAIT_SECONDS_MAX,
            store=ShutStore(),
            slots=8,
        )
        await bench.worker.load(bench.stop)
        face = NewObject(UUID(int=2), b"face", "application/octet-stream").key
        late = bench.transport.deliver(render_command(seed=5, identity_key=face))
        deliveries = [bench.transport.deliver(render_command(seed=seed)) for seed in range(1, 5)]
        running = asyncio.create_task(bench.worker.run(bench.stop))
        await until(lambda: all(each.freed for each in deliveries[:3]))
        bench.stop.set()
        await until(lambda: not bench.transport.receiving)
        drawing.set()
        await until(lambda: all(each.answer for each in deliveries[1:]))
        reading.set()
        await until(lambda: late.answer)
        assert (late.answer, deliveries[0].answer) == ("nak", None)
        storing.set()
        with pytest.raises(EngineStuck):
            await running
        assert [delivery.answer for delivery in deliveries] == ["ack", "nak", "nak", "nak"]
        assert bench.transport.kinds()[-1] == "WorkCompleted"

    asyncio.run(main())


def test_an_engine_is_not_taken_for_well_because_another_one_draws() -> None:
    """Beside a healthy engine a broken one ends the worker, too, and fails no work."""

    async def main() -> None:
        bench = Bench(
            FlatEngine(),
            engines={MODEL: FlatEngine(), "broken": FlatEngine(before=broken)},
            doubt_seconds=WAIT_SECONDS_MAX,
            stop_grace_seconds=WAIT_SECONDS_MAX,
            slots=8,
        )
        await bench.worker.load(bench.stop)
        models = 3 * ["broken", MODEL]
        deliveries = [bench.transport.deliver(render_command(model_id=model)) for model in models]
        with pytest.raises(EngineStuck, match="broken fails whatever it is given"):
            await bench.worker.run(bench.stop)
        assert [each.answer for each in deliveries] == ["nak", "ack", "nak", "ack", "nak", "nak"]
        assert "WorkFailed" not in bench.transport.kinds()

    asyncio.run(main())


def test_an_engine_of_two_models_is_one_engine() -> None:
    """What it fails of both counts together."""

    async def main() -> None:
        engine = FlatEngine(before=broken)
        engines = {MODEL: engine, "other": engine}
        bench = Bench(engine, engines=engines, doubt_seconds=WAIT_SECONDS_MAX)
        await bench.worker.load(bench.stop)
        models = [MODEL, "other", MODEL]
        deliveries = [bench.transport.deliver(render_command(model_id=model)) for model in models]
        with pytest.raises(EngineStuck):
            await bench.worker.run(bench.stop)
        assert [each.answer for each in deliveries] == ["nak", "nak", "nak"]

    asyncio.run(main())


def test_what_an_engine_refuses_fails_at_once_and_says_nothing_about_the_engine() -> None:
    """However many requests one after the other bring a source that does not open."""

    def refuse(requests: Sequence[RenderRequest]) -> None:
        if requests[0].seed != 1:
            raise RequestRefused("the source of the video is not readable")

    async def scenario(bench: Bench) -> None:
        refused = [bench.transport.deliver(render_command(seed=seed)) for seed in range(2, 6)]
        await until(lambda: all(each.answer for each in refused))
        drawn = bench.transport.deliver(render_command(seed=1))
        await until(lambda: drawn.answer)
        assert {each.answer for each in (*refused, drawn)} == {"ack"}
        assert bench.transport.kinds().count("WorkFailed") == 4

    run(FlatEngine(before=refuse), scenario, doubt_seconds=WAIT_SECONDS_MAX)


@pytest.mark.parametrize(("drew_before", "answer"), [(True, "ack"), (False, "nak")])
def test_a_failure_is_not_held_until_a_long_drawing_ends(*, drew_before: bool, answer: str) -> None:
    """It is told, or handed back, while the next work is still drawn."""
    gate = threading.Event()

    def fail_or_draw_long(requests: Sequence[RenderRequest]) -> None:
        if requests[0].seed == 13:
            broken(requests)
        if requests[0].seed == 60:
            assert gate.wait(WAIT_SECONDS_MAX)

    async def scenario(bench: Bench) -> None:
        if drew_before:
            await shown_well(bench)
        failed = bench.transport.deliver(render_command(seed=13))
        long = bench.transport.deliver(render_command(seed=60))
        try:
            await until(lambda: failed.answer)
            assert (failed.answer, long.answer) == (answer, None)
            assert ("WorkFailed" in bench.transport.kinds()) is drew_before
        finally:
            gate.set()
        await until(lambda: long.answer)
        assert long.answer == "ack"

    run(FlatEngine(before=fail_or_draw_long), scenario, doubt_seconds=0.05)


def test_what_was_taken_is_not_answered_by_the_doubts() -> None:
    """Whoever took it answers it, also when the time is up for which it was to be held."""
    told: list[Job] = []

    async def main() -> None:
        loop = asyncio.get_running_loop()
        over = asyncio.Event()
        doubts = Doubts(
            seconds=0.01,
            fail=lambda job, error: told.append(job),
            hand_back=lambda job, error: told.append(job),
        )
        job = Job(MemoryDelivery(render_command()))
        error = EngineFailed("broken")
        assert doubts.hold(job, error) is True
        assert doubts.take() == [(job, error)]
        loop.call_later(0.02, over.set)
        await over.wait()
        assert told == []

    asyncio.run(main())
