"""Whose fault it is that an engine fails: that of the work, or its own.

What an engine refuses for the sake of the request fails at once and is not judged here. Of other
failures one says nothing yet: the work is held, unanswered, until the engine is given the next one.
Succeeds that, the work was at fault and fails. Several that fail one after the other were not all
at fault: the engine is broken, as on a GPU after an error that stays. All of them are handed back
then, and only a new process can draw again. Where no answer comes in time, what has been drawn
before tells, of one failure: an engine that has is taken for well when it failed the first, and
hands back those after it, as one does that has drawn nothing since its start or since it last
failed work so. None comes back for ever: what was delivered too often fails at once.
"""

import asyncio
from collections.abc import Callable
from uuid import UUID

from inference.job import Job

FAILURES_IN_A_ROW_MAX = 3
"""Of so much work in a row, with nothing drawn in between, the engine is broken. What was failed
for good counts, too, so that an engine that never draws does not fail one after the other.
"""

DOUBT_SECONDS = 3.0
"""No failure is held longer, whatever the engine does then."""

FIRST_DELIVERIES_MAX = 3
"""Delivered so often, it fails at once, unless other work failed since anything was drawn that is
to come back, or ended less than DOUBT_SECONDS ago.
"""

DELIVERIES_MAX = 5
"""Delivered so often, it fails at once, whatever else failed."""

Failure = tuple[Job, BaseException]


class Doubts:
    """About one engine: what has failed since it drew anything, and what of it is held.

    `fail` or `hand_back` is called with work that is held no longer, in the loop of `hold`.
    """

    def __init__(
        self,
        *,
        seconds: float,
        fail: Callable[[Job, BaseException], None],
        hand_back: Callable[[Job, BaseException], None],
    ) -> None:
        self._seconds = seconds
        self._fail = fail
        self._hand_back = hand_back
        self._failed: set[UUID] = set()
        self._ended_at: dict[UUID, float] = {}
        self._held: list[Failure] = []
        self._has_drawn = False
        self._due: asyncio.TimerHandle | None = None

    @property
    def engine_broken(self) -> bool:
        """Whether too much different work failed in a row."""
        return len(self._failed) >= FAILURES_IN_A_ROW_MAX

    def hold(self, job: Job, error: BaseException) -> bool:
        """Counts a failure; whether the work is held now, or has to fail at once."""
        loop = asyncio.get_running_loop()
        self._ended_at.pop(job.work_id, None)
        deliveries_max = DELIVERIES_MAX if self._others_failed(job) else FIRST_DELIVERIES_MAX
        self._failed.add(job.work_id)
        if job.deliveries[-1].number >= deliveries_max:
            self._ended_at[job.work_id] = loop.time()
            self._has_drawn = False
            return False
        self._held.append((job, error))
        if self._due is None:
            self._due = loop.call_later(self._seconds, self._time_is_up)
        return True

    def _others_failed(self, job: Job) -> bool:
        """Whether the engine may be to blame rather than the work. What ended a while ago, alone,
        tells nothing about what fails now.
        """
        now = asyncio.get_running_loop().time()
        return any(
            now - self._ended_at.get(work_id, now) < self._seconds
            for work_id in self._failed - {job.work_id}
        )

    def drawn(self) -> None:
        """Something was drawn: the engine is well, and what it failed before was at fault."""
        self._failed.clear()
        self._ended_at.clear()
        for failure in self.take():
            self._settle(failure, well=True)
        self._has_drawn = True

    def take(self) -> list[Failure]:
        """What was held; it is held no longer, and the caller answers it."""
        if self._due is not None:
            self._due.cancel()
            self._due = None
        held, self._held = self._held, []
        return held

    def _time_is_up(self) -> None:
        """What was drawn before says nothing about failures after the first."""
        for failure in self.take():
            well, self._has_drawn = self._has_drawn, False
            self._settle(failure, well=well)

    def _settle(self, failure: Failure, *, well: bool) -> None:
        job, error = failure
        if well or job.canceled.is_set():
            self._ended_at[job.work_id] = asyncio.get_running_loop().time()
            self._fail(job, error)
        else:
            self._hand_back(job, error)
