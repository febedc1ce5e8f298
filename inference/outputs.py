"""Finished files on their way into quarantine: checked, then stored, off the loop's thread.

What is not to be accepted is not stored.
"""

from collections.abc import Sequence
from functools import partial

import msgspec

from domain.objects import ObjectStore
from inference.engine import EngineFailed, Rendered
from inference.job import Job
from inference.off_loop import off_loop
from inference.output_checks import OutputCheck, Verdict, likeness_of

POSTER_MEDIA_TYPE = "image/png"

Drawn = tuple[Job, Rendered]


class Kept(msgspec.Struct, frozen=True):
    """A file that lies in quarantine, and what it looks like."""

    likeness: bytes
    output_key: str
    poster_key: str | None


class Outputs:
    """Judges and stores what was drawn."""

    def __init__(self, object_store: ObjectStore, checks: Sequence[OutputCheck]) -> None:
        self._store = object_store
        self._checks = checks

    async def keep(self, drawn: Sequence[Drawn]) -> list[Kept | Verdict | Exception]:
        """What became of each file."""
        return await off_loop(self._keep, drawn, at_once=self._store.far)

    def _keep(self, each: Drawn) -> Kept | Verdict:
        """Raises EngineFailed for a file that was not asked for, ObjectKeyInvalid for one that no
        store takes, StoreUnavailable.

        A clip's size is the engine's to choose; an image has the size that was asked for.
        """
        job, rendered = each
        request, size = job.request, (rendered.width, rendered.height)
        assert request is not None
        if request.kind == "image" and size != (request.width, request.height):
            raise EngineFailed(f"{size} instead of {(request.width, request.height)}")
        for check in self._checks:
            verdict = check(rendered)
            if verdict is not None:
                return verdict
        seen = likeness_of(rendered)
        put = partial(self._store.put_quarantine, job.work_id)
        output_key = put(rendered.data, media_type=rendered.media_type)
        if rendered.poster is None:
            return Kept(seen, output_key, None)
        return Kept(seen, output_key, put(rendered.poster, media_type=POSTER_MEDIA_TYPE))
