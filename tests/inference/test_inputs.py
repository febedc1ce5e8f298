"""What a command names and the store does not have."""

from adapters.memory.objects import MemoryStore
from domain.objects import StoredObject, checked_object, key_of
from tests.inference.bench import Bench, run, until
from tests.inference.flat_engine import FlatEngine
from tests.inference.memory_transport import render_command

JSON = "application/json"


class RottenStore(MemoryStore):
    """A store on a disk that changed a bit."""

    def get(self, key: str) -> StoredObject:
        return checked_object(key, b"another face")


async def drawn_without(bench: Bench, engine: FlatEngine) -> None:
    key = key_of(render_command().work_id, b'{"face": 1}', media_type=JSON)
    delivery = bench.transport.deliver(render_command(identity_key=key))
    await until(lambda: delivery.answer)
    assert bench.transport.kinds()[-1] == "WorkCompleted"
    assert engine.drawn[0][0].identity == b""


def test_a_face_that_is_nowhere_fails_nothing() -> None:
    """The engine hears that it is lost, and makes it anew."""
    engine = FlatEngine()
    run(engine, lambda bench: drawn_without(bench, engine))


def test_a_face_that_is_damaged_fails_nothing() -> None:
    """As one that is nowhere: nobody will ever read it again."""
    engine = FlatEngine()
    run(engine, lambda bench: drawn_without(bench, engine), store=RottenStore())


def test_a_face_that_is_found_again_is_drawn() -> None:
    """That it was lost is not remembered."""
    engine = FlatEngine()

    async def scenario(bench: Bench) -> None:
        await drawn_without(bench, engine)
        owner = render_command().work_id
        key = key_of(owner, b'{"face": 2}', media_type=JSON)
        for _ in range(2):
            delivery = bench.transport.deliver(render_command(identity_key=key))
            await until(lambda: delivery.answer)  # noqa: B023 - it is waited for here
            bench.store.put_quarantine(owner, b'{"face": 2}', media_type=JSON)
        assert [each.identity for [each] in engine.drawn[1:]] == [b"", b'{"face": 2}']

    run(engine, scenario)
