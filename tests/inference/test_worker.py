"""The consumer: what it reports, what it stores, when it answers, and when it gives up."""

import asyncio
import io
import re
import threading
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import pytest
from PIL import Image

from adapters.devstack.role import STOP_SECONDS
from adapters.memory.objects import MemoryStore
from domain.messages import (
    IdentityComputed,
    Result,
    WorkBlocked,
    WorkCompleted,
    WorkFailed,
)
from domain.objects import StoredObject, StoreUnavailable, checked_object, key_of
from inference.engine import EngineFailed, IdentityRequest, LoadFailed, Rendered, RenderRequest
from inference.output_checks import Verdict, decodes_as_promised
from inference.stuck import EngineStuck
from inference.worker import STOP_GRACE_SECONDS, Worker
from tests.inference.bench import WAIT_SECONDS_MAX, Bench, run, shown_well, until
from tests.inference.flat_engine import FlatEngine, fail_on_seed
from tests.inference.memory_transport import (
    MODEL,
    MemoryTransport,
    identity_command,
    render_command,
)


def test_a_render_is_stored_reported_and_then_answered() -> None:
    """The file lies in quarantine, start and completion are reported, the command is acked."""

    async def scenario(bench: Bench) -> None:
        command = render_command()
        delivery = bench.transport.deliver(command)
        await until(lambda: delivery.answer)
        assert delivery.answer == "ack"
        assert bench.transport.ids == [
            f"{command.work_id}:1:3f08aace122ee2368432c1ca23a049bc:started-1",
            f"{command.work_id}:1:3f08aace122ee2368432c1ca23a049bc:completed",
        ]
        completed = bench.transport.results[1]
        assert isinstance(completed, WorkCompleted)
        assert completed.token == "token-1"
        stored = bench.store.get_quarantine(completed.output_key)
        assert Image.open(io.BytesIO(stored.data)).size == (64, 64)

    run(FlatEngine(), scenario)


def test_an_engine_that_cannot_be_loaded_is_named() -> None:
    """The sentence names the model of several whose file is missing, on one line."""

    class Incomplete(FlatEngine):
        def load(self) -> None:
            raise EngineFailed("weights/x cannot be loaded: no such folder.\nTry another one.")

    async def main() -> None:
        worker = Worker(
            transport=MemoryTransport(),
            engines={MODEL: FlatEngine(), "incomplete": Incomplete(), "next": FlatEngine()},
            object_store=MemoryStore(),
            slots=4,
            render_seconds_max=1.0,
        )
        told = "The model incomplete does not start: weights/x cannot be loaded: no such folder."
        with pytest.raises(LoadFailed, match=f"^{re.escape(told)}$"):
            await worker.load(asyncio.Event())

    asyncio.run(main())


def test_engines_are_loaded_once() -> None:
    """An engine that serves two models is loaded once, before anything is taken."""

    async def main() -> None:
        engine = FlatEngine()
        worker = Worker(
            transport=MemoryTransport(),
            engines={"one": engine, "two": engine},
            object_store=MemoryStore(),
            slots=1,
            render_seconds_max=1.0,
        )
        await worker.load(asyncio.Event())
        assert engine.loaded == 1

    asyncio.run(main())


def test_the_start_of_quick_work_is_no_news() -> None:
    """What is done before its start would be reported is reported as done, and only that."""

    async def main() -> None:
        bench = Bench(FlatEngine(), start_patience_seconds=WAIT_SECONDS_MAX)
        async with bench.running():
            delivery = bench.transport.deliver(render_command())
            await until(lambda: delivery.answer)
        assert delivery.answer == "ack"
        assert bench.transport.kinds() == ["WorkCompleted"]

    asyncio.run(main())


def test_a_failing_engine_is_a_failure() -> None:
    """EngineFailed is reported as a failure that is no timeout, and the command is answered."""

    async def scenario(bench: Bench) -> None:
        await shown_well(bench)
        command = render_command(seed=13)
        delivery = bench.transport.deliver(command)
        await until(lambda: delivery.answer)
        assert bench.transport.results[-1] == WorkFailed(
            work_id=command.work_id, attempt=1, token="token-1", timeout=False
        )

    run(FlatEngine(before=fail_on_seed(13)), scenario)


class Panic(BaseException):
    """As a library in another language raises it."""


@pytest.mark.parametrize("raised", [RuntimeError("out of paint"), StopIteration(), Panic()])
def test_a_crashing_engine_is_a_failure_too(raised: BaseException) -> None:
    """Whatever an engine raises fails its request and leaves the worker working."""

    def crash(requests: Sequence[RenderRequest]) -> None:
        if requests[0].seed == 13:
            raise raised

    async def scenario(bench: Bench) -> None:
        first = bench.transport.deliver(render_command(seed=13))
        second = bench.transport.deliver(render_command(seed=14))
        await until(lambda: first.answer and second.answer)
        assert sorted(bench.transport.kinds()) == [
            "WorkCompleted",
            "WorkFailed",
            "WorkStarted",
            "WorkStarted",
        ]

    run(FlatEngine(before=crash), scenario)


def test_an_unknown_model_is_handed_back_until_its_third_delivery() -> None:
    """Another consumer may have an engine for it; but it does not come back for ever."""

    async def scenario(bench: Bench) -> None:
        answers = []
        for number in (1, 2, 3):
            delivery = bench.transport.deliver(render_command(model_id="other"), number=number)
            await until(lambda delivery=delivery: delivery.answer)
            answers.append((delivery.answer, delivery.delay_seconds))
        assert answers == [("nak", 5.0), ("nak", 5.0), ("ack", 0.0)]
        assert bench.transport.kinds() == ["WorkFailed"]

    run(FlatEngine(), scenario)


def test_a_render_beyond_its_limit_is_a_timeout() -> None:
    """The progress callback stops a render that takes too long."""

    async def scenario(bench: Bench) -> None:
        delivery = bench.transport.deliver(render_command())
        await until(lambda: delivery.answer)
        failed = bench.transport.results[-1]
        assert isinstance(failed, WorkFailed)
        assert failed.timeout is True

    run(FlatEngine(gate=threading.Event()), scenario, render_seconds_max=0.1)


def test_an_engine_that_never_returns_ends_the_worker() -> None:
    """After the grace the work is failed as a timeout and the worker gives itself up."""
    hold = threading.Event()

    def hang(requests: Sequence[RenderRequest]) -> None:
        hold.wait(WAIT_SECONDS_MAX)

    async def main() -> None:
        bench = Bench(FlatEngine(before=hang), render_seconds_max=0.05, stuck_grace_seconds=0.1)
        await bench.worker.load(bench.stop)
        delivery = bench.transport.deliver(render_command())
        with pytest.raises(EngineStuck):
            await bench.worker.run(bench.stop)
        assert delivery.answer == "ack"
        assert bench.transport.kinds() == ["WorkStarted", "WorkFailed"]

    try:
        asyncio.run(main())
    finally:
        hold.set()


def test_canceled_work_is_stopped_and_reported_to_nobody() -> None:
    """A cancel stops the render within a step; nothing but the start is reported."""
    engine = FlatEngine(gate=threading.Event())

    async def scenario(bench: Bench) -> None:
        command = render_command()
        delivery = bench.transport.deliver(command)
        await asyncio.to_thread(engine.begun.wait, WAIT_SECONDS_MAX)
        bench.transport.cancel(command.work_id)
        await until(lambda: delivery.answer)
        assert delivery.answer == "ack"
        assert bench.transport.kinds() == ["WorkStarted"]
        assert engine.drawn == []

    run(engine, scenario)


def test_a_cancel_before_the_command_is_remembered() -> None:
    """A command that arrives after its cancel is answered without being drawn."""
    engine = FlatEngine()

    async def scenario(bench: Bench) -> None:
        command = render_command()
        await until(lambda: bench.transport._cancel)
        bench.transport.cancel(command.work_id)
        delivery = bench.transport.deliver(command)
        await until(lambda: delivery.answer)
        assert delivery.answer == "ack"
        assert engine.drawn == []

    run(engine, scenario)


def test_waiting_requests_of_one_kind_share_a_render() -> None:
    """While one render runs, three alike and one odd request wait: two more renders follow."""
    gate = threading.Event()
    engine = FlatEngine(batch_max=8, gate=gate)

    async def scenario(bench: Bench) -> None:
        deliveries = [bench.transport.deliver(render_command(width=32))]
        await asyncio.to_thread(engine.begun.wait, WAIT_SECONDS_MAX)
        widths = [64, 64, 96, 64]
        deliveries += [bench.transport.deliver(render_command(width=w)) for w in widths]
        await until(lambda: bench.worker.waiting == 4)
        gate.set()
        await until(lambda: all(delivery.answer for delivery in deliveries))
        drawn = [[request.width for request in batch] for batch in engine.drawn]
        assert drawn == [[32], [64, 64, 64], [96]]

    run(engine, scenario, slots=8)


def test_clips_are_drawn_by_themselves() -> None:
    """An engine draws one after the other, so none waits for others or shares their time limit."""
    gate = threading.Event()
    engine = FlatEngine(batch_max=8, gate=gate)

    async def scenario(bench: Bench) -> None:
        commands = [render_command(), *(render_command(kind="video", seed=n) for n in range(2))]
        deliveries = [bench.transport.deliver(command) for command in commands]
        await until(lambda: bench.worker.waiting == 2)
        gate.set()
        await until(lambda: all(delivery.answer for delivery in deliveries))
        assert [len(batch) for batch in engine.drawn] == [1, 1, 1]

    run(engine, scenario)


def test_a_redelivered_command_is_drawn_once() -> None:
    """The same attempt delivered twice is drawn once and acknowledged twice."""
    gate = threading.Event()
    engine = FlatEngine(gate=gate)

    async def scenario(bench: Bench) -> None:
        command = render_command()
        first = bench.transport.deliver(command)
        await asyncio.to_thread(engine.begun.wait, WAIT_SECONDS_MAX)
        second = bench.transport.deliver(command, number=2)
        await until(lambda: second.freed)
        gate.set()
        await until(lambda: first.answer and second.answer)
        third = bench.transport.deliver(command, number=3)
        await until(lambda: third.answer)
        assert (first.answer, second.answer, third.answer) == ("ack", "ack", "ack")
        assert len(engine.drawn) == 1

    run(engine, scenario)


def test_a_newer_attempt_is_answered_by_the_running_render() -> None:
    """When attempt 2 arrives during the render of attempt 1 the result speaks for attempt 2."""
    gate = threading.Event()
    engine = FlatEngine(gate=gate)

    async def scenario(bench: Bench) -> None:
        command = render_command()
        first = bench.transport.deliver(command)
        await asyncio.to_thread(engine.begun.wait, WAIT_SECONDS_MAX)
        newer = render_command(work_id=command.work_id, attempt=2, token="token-2")
        second = bench.transport.deliver(newer)
        await until(lambda: second.freed)
        gate.set()
        await until(lambda: first.answer and second.answer)
        completed = bench.transport.results[-1]
        assert isinstance(completed, WorkCompleted)
        assert (completed.attempt, completed.token) == (2, "token-2")
        assert len(engine.drawn) == 1

    run(engine, scenario)


class SlowBus(MemoryTransport):
    """The first report of a failure is under way until it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.reporting, self.let_go = asyncio.Event(), asyncio.Event()

    async def report(self, results: Mapping[str, Result]) -> None:
        if any(isinstance(result, WorkFailed) for result in results.values()):
            self.reporting.set()
            await self.let_go.wait()
        await super().report(results)


def test_a_failure_is_told_of_the_attempt_that_came_meanwhile_too() -> None:
    """Attempt 2, which comes while the failure of attempt 1 is stored, is failed and answered."""

    async def scenario(bench: Bench) -> None:
        assert isinstance(bench.transport, SlowBus)
        await shown_well(bench)
        command = render_command(seed=9)
        first = bench.transport.deliver(command)
        async with asyncio.timeout(WAIT_SECONDS_MAX):
            await bench.transport.reporting.wait()
        newer = render_command(work_id=command.work_id, seed=9, attempt=2, token="token-2")
        second = bench.transport.deliver(newer)
        await until(lambda: second.freed)
        bench.transport.let_go.set()
        await until(lambda: first.answer and second.answer)
        told = [r.attempt for r in bench.transport.results if isinstance(r, WorkFailed)]
        assert (told, second.answer) == ([1, 2], "ack")

    run(FlatEngine(before=fail_on_seed(9)), scenario, transport=SlowBus())


def test_a_lost_report_hands_the_command_back() -> None:
    """When the result cannot be stored the command is not acknowledged."""

    async def scenario(bench: Bench) -> None:
        delivery = bench.transport.deliver(render_command())
        await until(lambda: delivery.answer)
        assert delivery.answer == "nak"

    run(FlatEngine(), scenario, transport=MemoryTransport(lose_reports=1))


def test_a_stop_hands_back_what_waits_and_what_takes_too_long() -> None:
    """On stop nothing more is received, and unfinished work goes to somebody else."""
    engine = FlatEngine(gate=threading.Event())

    async def main() -> None:
        bench = Bench(engine)
        async with bench.running():
            drawn = bench.transport.deliver(render_command())
            await asyncio.to_thread(engine.begun.wait, WAIT_SECONDS_MAX)
            waiting = bench.transport.deliver(render_command())
            await until(lambda: bench.worker.waiting)
        assert bench.transport.receiving is False
        assert (drawn.answer, waiting.answer) == ("nak", "nak")

    asyncio.run(main())


def test_a_stop_does_not_hand_back_what_is_canceled() -> None:
    """It waited for the engine: its ending is recorded already."""
    engine = FlatEngine(gate=threading.Event())

    async def main() -> None:
        bench = Bench(engine)
        async with bench.running():
            drawn = bench.transport.deliver(render_command())
            await asyncio.to_thread(engine.begun.wait, WAIT_SECONDS_MAX)
            command = render_command()
            waiting = bench.transport.deliver(command)
            await until(lambda: bench.worker.waiting)
            bench.transport.cancel(command.work_id)
        assert (drawn.answer, waiting.answer) == ("nak", "ack")

    asyncio.run(main())


def test_a_stopped_worker_has_time_to_hand_back() -> None:
    """Its supervisor kills it some seconds after it has given up what it draws."""
    assert STOP_GRACE_SECONDS + 5 <= STOP_SECONDS


def test_a_stop_lets_a_short_render_finish() -> None:
    """Work that finishes within the grace is reported as usual."""
    gate = threading.Event()
    engine = FlatEngine(gate=gate)

    async def main() -> None:
        bench = Bench(engine, stop_grace_seconds=WAIT_SECONDS_MAX)
        async with bench.running():
            delivery = bench.transport.deliver(render_command())
            await asyncio.to_thread(engine.begun.wait, WAIT_SECONDS_MAX)
            bench.stop.set()
            await until(lambda: not bench.transport.receiving)
            gate.set()
        assert delivery.answer == "ack"
        assert bench.transport.kinds() == ["WorkStarted", "WorkCompleted"]

    asyncio.run(main())


def test_an_identity_is_stored_for_its_character() -> None:
    """An identity lies in quarantine under the character's id, with its encoder reported."""

    async def scenario(bench: Bench) -> None:
        command = identity_command()
        delivery = bench.transport.deliver(command)
        await until(lambda: delivery.answer)
        computed = bench.transport.results[-1]
        assert isinstance(computed, IdentityComputed)
        assert computed.encoder == "flat-1"
        assert computed.object_key is not None
        assert computed.object_key.startswith(str(command.work_id))
        assert bench.store.get_quarantine(computed.object_key).data == b'{"face": "flat"}'

    run(FlatEngine(), scenario)


class SlowFace(FlatEngine):
    """A face takes it until the gate is open."""

    def identify(self, request: IdentityRequest) -> bytes | None:
        self.begun.set()
        assert self._gate is not None
        self._gate.wait(WAIT_SECONDS_MAX)
        return super().identify(request)


def test_a_face_that_nobody_wants_any_more_is_not_stored() -> None:
    """Its work ended otherwise while it was computed."""
    gate = threading.Event()
    engine = SlowFace(gate=gate)

    async def scenario(bench: Bench) -> None:
        command = identity_command()
        delivery = bench.transport.deliver(command)
        await asyncio.to_thread(engine.begun.wait, WAIT_SECONDS_MAX)
        bench.transport.cancel(command.work_id)
        gate.set()
        await until(lambda: delivery.answer)
        assert (delivery.answer, bench.transport.kinds()) == ("ack", ["WorkStarted"])
        assert list(bench.store.list_quarantine(older_than_seconds=0)) == []

    run(engine, scenario)


def test_inputs_come_from_the_store() -> None:
    """The identity and the source that a command names reach the engine as bytes."""
    engine = FlatEngine()

    async def scenario(bench: Bench) -> None:
        keys = []
        for data, media_type in ((b'{"face": 1}', "application/json"), (b"image", "image/png")):
            owner = render_command().work_id
            keys.append(bench.store.put_quarantine(owner, data, media_type=media_type))
        bench.store.publish(keys[1])
        delivery = bench.transport.deliver(render_command(identity_key=keys[0], source_key=keys[1]))
        await until(lambda: delivery.answer)
        assert engine.drawn[0][0].identity == b'{"face": 1}'
        assert engine.drawn[0][0].source == b"image"

    run(engine, scenario)


def test_a_missing_input_is_a_failure() -> None:
    """A source that is in the store no more fails the work; waiting would not bring it back."""

    async def scenario(bench: Bench) -> None:
        gone = key_of(render_command().work_id, b"gone", media_type="image/png")
        delivery = bench.transport.deliver(render_command(source_key=gone))
        await until(lambda: delivery.answer)
        assert bench.transport.kinds() == ["WorkFailed"]

    run(FlatEngine(), scenario)


class RottenStore(MemoryStore):
    """A store on a disk that changed a bit."""

    def get(self, key: str) -> StoredObject:
        return checked_object(key, b"another image")


def test_a_damaged_input_is_a_failure() -> None:
    """No consumer would ever read another one; the customer is refunded at once."""

    async def scenario(bench: Bench) -> None:
        key = key_of(render_command().work_id, b"image", media_type="image/png")
        delivery = bench.transport.deliver(render_command(source_key=key))
        await until(lambda: delivery.answer)
        assert bench.transport.kinds() == ["WorkFailed"]

    run(FlatEngine(), scenario, store=RottenStore())


class DownStore(MemoryStore):
    """A store that is out of reach so many times."""

    def __init__(self, *, times: int) -> None:
        super().__init__()
        self._times = times

    def get(self, key: str) -> Any:
        self._times -= 1
        if self._times >= 0:
            raise StoreUnavailable("down")
        return super().get(key)


def test_an_unreachable_store_is_nobodys_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    """When inputs cannot be read the command goes back, for a while, instead of failing."""

    async def scenario(bench: Bench) -> None:
        key = key_of(render_command().work_id, b"image", media_type="image/png")
        delivery = bench.transport.deliver(render_command(source_key=key))
        await until(lambda: delivery.answer)
        assert (delivery.answer, bench.transport.results) == ("nak", [])
        assert delivery.delay_seconds == 5.0

    monkeypatch.setattr("inference.answers.STORE_RETRY_SECONDS", 0.01)
    run(FlatEngine(), scenario, store=DownStore(times=99))


def test_a_store_that_is_away_for_a_moment_is_waited_for() -> None:
    """A command is delivered a few times only, and an outage of a moment uses up none of them."""

    async def scenario(bench: Bench) -> None:
        key = bench.store.put_quarantine(UUID(int=1), b"image", media_type="image/png")
        delivery = bench.transport.deliver(render_command(source_key=key))
        await until(lambda: delivery.answer)
        assert delivery.answer == "ack"
        assert bench.transport.kinds()[-1] == "WorkCompleted"

    run(FlatEngine(), scenario, store=DownStore(times=1))


def test_a_verdict_blocks_the_output() -> None:
    """A check with a verdict: the block is reported and not one byte is stored."""

    def block(rendered: Rendered) -> Verdict:
        return Verdict(category="real_person", policy_version="policy-1")

    async def scenario(bench: Bench) -> None:
        delivery = bench.transport.deliver(render_command())
        await until(lambda: delivery.answer)
        blocked = bench.transport.results[-1]
        assert isinstance(blocked, WorkBlocked)
        assert blocked.category == "real_person"
        assert list(bench.store.list_quarantine(older_than_seconds=0)) == []

    run(FlatEngine(), scenario, checks=(decodes_as_promised, block))
