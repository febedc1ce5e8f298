"""What is told of a render while it runs."""

from inference.job import Job, RenderGuard
from tests.inference.memory_transport import MemoryDelivery, render_command


def test_work_that_is_done_at_once_is_not_spoken_of() -> None:
    """The first progress is told a tenth of a second after the begin, then two a second."""
    now, told = [0.0], list[float]()
    guard = RenderGuard(
        [Job(MemoryDelivery(render_command(), 1))],
        seconds_max=30.0,
        told=lambda _: told.append(now[0]),
        clock=lambda: now[0],
    )
    for now[0] in (0.0, 0.05, 0.1, 0.3, 0.6, 1.0, 1.1):
        guard(0, 0.5)
    assert told == [0.1, 0.6, 1.1]


def test_that_a_render_is_done_is_told_by_its_result_alone() -> None:
    """However long nothing was told: a report would only go before the result."""
    now, told = [0.0], list[float]()
    job = Job(MemoryDelivery(render_command(), 1))
    guard = RenderGuard(
        [job], seconds_max=30.0, told=lambda _: told.append(job.fraction), clock=lambda: now[0]
    )
    for now[0], fraction in ((0.0, 0.0), (5.0, 0.9), (9.0, 1.0)):
        guard(0, fraction)
    assert told == [0.9]
    assert job.fraction == 1.0
