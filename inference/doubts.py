"""Whose fault it is that an engine fails: that of the work, or its own.

What an engine refuses for the sake of the request fails at once and is not judged here. Of other
failures one says nothing yet: the work is held, unanswered, until the engine is given the next one.
Succeeds that, the work was at fault and fails. Several that fail one after the other were not all
at fault: the engine is broken, as on a GPU after an error that stays. All of them are handed back
then, and only a new process can draw again. Where no other work comes, what has been drawn before
tells: an engine that has is taken for well, and one that never has hands back what it failed. None
comes back for ever: what was delivered too often fails at once.
"""

from uuid import UUID

from inference.job import Job

FAILURES_IN_A_ROW_MAX = 3
"""Of so much work in a row, with nothing drawn in between, the engine is broken."""

DOUBT_SECONDS = 3.0
"""How long a failure is held when no other work comes."""

FIRST_DELIVERIES_MAX = 3
"""Delivered so often, it fails at once if nothing else failed just before it."""

DELIVERIES_MAX = 5
"""Delivered so often, it fails at once, whatever failed before it."""

Failure = tuple[Job, BaseException]


class Doubts:
    """About one engine: what has failed since it drew anything, and what of it is held."""

    def __init__(self) -> None:
        self._failed: set[UUID] = set()
        self._held: list[Failure] = []
        self._has_drawn = False

    @property
    def any_held(self) -> bool:
        return bool(self._held)

    @property
    def engine_broken(self) -> bool:
        """Whether too much different work failed in a row."""
        return len(self._failed) >= FAILURES_IN_A_ROW_MAX

    @property
    def has_drawn(self) -> bool:
        """Whether the engine ever drew anything, so that it can."""
        return self._has_drawn

    def hold(self, job: Job, error: BaseException) -> bool:
        """Counts a failure; whether the work is held now, or has to fail at once."""
        others_failed = self._failed - {job.work_id}
        deliveries_max = DELIVERIES_MAX if others_failed else FIRST_DELIVERIES_MAX
        self._failed.add(job.work_id)
        if job.deliveries[-1].number >= deliveries_max:
            return False
        self._held.append((job, error))
        return True

    def drawn(self) -> None:
        """Something was drawn: the engine is well."""
        self._failed.clear()
        self._has_drawn = True

    def take(self) -> list[Failure]:
        """What was held; it is held no longer."""
        held, self._held = self._held, []
        return held
