"""Whose fault it is that an engine fails: that of the work, or its own.

What an engine refuses for the sake of the request fails at once and is not judged here. Of other
failures one says nothing yet: the work is held, unanswered, until the engine is given the next one.
Succeeds that, the work was at fault and fails. Several that fail one after the other were not all
at fault: the engine is broken, as on a GPU after an error that stays. All of them are handed back
then, and only a new process can draw again. Where no answer comes in time, what has been drawn
before tells: an engine that has is taken for well, and one that never has hands back what it
failed. None comes back for ever: what was delivered too often fails at once.
"""

import asyncio
from collections.abc import Callable
from uuid import UUID

from inference.job import Job

FAILURES_IN_A_ROW_MAX = 3
"""Of so much work in a row, with nothing drawn in between, the engine is broken."""

DOUBT_SECONDS = 3.0
"""No failure is held longer, whatever the engine does then."""

FIRST_DELIVERIES_MAX = 3
"""Delivered so often, it fails at once if nothing else failed just before it."""

DELIVERIES_MAX = 5
"""Delivered so often, it fails at once, whatever failed before it."""

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
        self._held: list[Failure] = []
        self._has_drawn = False
        self._due: asyncio.TimerHandle | None = None

    @property
    def engine_broken(self) -> bool:
        """Whether too much different work failed in a row."""
        return len(self._failed) >= FAILURES_IN_A_ROW_MAX

    def hold(self, job: Job, error: BaseException) -> bool:
        """Counts a failure; whether the work is held now, or has to fail at once."""
        others_failed = self._failed - {job.work_id}
        deliveries_max = DELIVERIES_MAX if others_failed else FIRST_DELIVERIES_MAX
        self._failed.add(job.work_id)
        if job.deliveries[-1].number >= deliveries_max:
            return False
        self._held.append((job, error))
        if self._due is None:
            self._due = asyncio.get_running_loop().call_later(self._seconds, self._settle)
        return True

    def drawn(self) -> None:
        """Something was drawn: the engine is well, and what it failed before was at fault."""
        self._failed.clear()
        self._has_drawn = True
        self._settle()

    def take(self) -> list[Failure]:
        """What was held; it is held no longer, and the caller answers it."""
        if self._due is not None:
            self._due.cancel()
            self._due = None
        held, self._held = self._held, []
        return held

    def _settle(self) -> None:
        """An engine that ever drew is taken for well."""
        settle = self._fail if self._has_drawn else self._hand_back
        for job, error in self.take():
            settle(job, error)
