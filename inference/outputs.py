"""Finished files on their way into quarantine: checked, then stored, off the loop's thread.

What is not to be accepted is not stored.
"""

import asyncio
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from domain.objects import ObjectStore, key_of
from inference.engine import EngineFailed, Rendered
from inference.job import Job
from inference.output_checks import OutputCheck, Verdict, likeness_of

POSTER_MEDIA_TYPE = "image/png"


class Drawn(NamedTuple):
    """A finished file, and how long the engine took for it."""

    job: Job
    rendered: Rendered
    engine_seconds: float


class Kept(msgspec.Struct, frozen=True):
    """A file that lies in quarantine, and what it looks like."""

    likeness: bytes
    output_key: str
    poster_key: str | None


class _Passed(NamedTuple):
    """A file that is to be stored: what is said of it then, and its bytes by key."""

    kept: Kept
    objects: dict[str, bytes]


Outcome = Kept | Verdict | Exception


class Outputs:
    """Judges and stores what was drawn."""

    def __init__(self, object_store: ObjectStore, checks: Sequence[OutputCheck]) -> None:
        self._store = object_store
        self._checks = checks

    async def keep(self, drawn: Sequence[Drawn]) -> list[Outcome]:
        """What became of each file; one that breaks says nothing of the others.

        On one thread and in one go, or each by itself where the store is far.
        """
        if not self._store.far:
            return await asyncio.to_thread(self._keep, drawn)
        alone = (asyncio.to_thread(self._keep, [each]) for each in drawn)
        return [outcome for [outcome] in await asyncio.gather(*alone)]

    def _keep(self, drawn: Sequence[Drawn]) -> list[Outcome]:
        judged = [self._judged(each) for each in drawn]
        passed = [each for each in judged if isinstance(each, _Passed)]
        objects = {key: data for each in passed for key, data in each.objects.items()}
        failure: Exception | None = None
        if objects:
            try:
                self._store.put_quarantine_all(objects)
            except Exception as error:  # noqa: BLE001 - the caller judges it
                failure = error
        return [failure or each.kept if isinstance(each, _Passed) else each for each in judged]

    def _judged(self, drawn: Drawn) -> _Passed | Verdict | Exception:
        try:
            return self._checked(drawn)
        except Exception as error:  # noqa: BLE001 - the caller judges it, file by file
            return error

    def _checked(self, drawn: Drawn) -> _Passed | Verdict:
        """Raises EngineFailed for a file that was not asked for, ObjectKeyInvalid for one that no
        store takes.

        A clip's size is the engine's to choose; an image has the size that was asked for.
        """
        rendered, request = drawn.rendered, drawn.job.request
        size = (rendered.width, rendered.height)
        assert request is not None
        if request.kind == "image" and size != (request.width, request.height):
            raise EngineFailed(f"{size} instead of {(request.width, request.height)}")
        for check in self._checks:
            verdict = check(rendered)
            if verdict is not None:
                return verdict
        seen, owner = likeness_of(rendered), drawn.job.work_id
        output_key = key_of(owner, rendered.data, media_type=rendered.media_type)
        objects = {output_key: rendered.data}
        if rendered.poster is None:
            return _Passed(Kept(seen, output_key, None), objects)
        poster_key = key_of(owner, rendered.poster, media_type=POSTER_MEDIA_TYPE)
        objects[poster_key] = rendered.poster
        return _Passed(Kept(seen, output_key, poster_key), objects)
