"""Finished files on their way into quarantine: checked, marked, then stored, off the loop's thread.

What is not to be accepted is not stored, and what cannot be marked is not handed out.
"""

import asyncio
from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

import msgspec

from domain.objects import NewObject, ObjectStore, check_storable
from inference.engine import EngineFailed, Rendered
from inference.job import Job
from inference.one_thread import OneThread
from inference.output_checks import OutputCheck, Verdict, likeness_of
from inference.provenance.marking import Marks
from inference.stuck import answer_of_store

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
    poster_key: str | None = None


class _Passed(NamedTuple):
    """A file that is to be stored, with its poster if it has one, and what it looks like."""

    likeness: bytes
    objects: list[NewObject]


Outcome = Kept | Verdict | Exception


class Outputs:
    """Judges, marks and stores what was drawn."""

    def __init__(
        self,
        object_store: ObjectStore,
        storing: OneThread,
        checks: Sequence[OutputCheck],
        marks: Marks,
        seconds_max: float,
    ) -> None:
        self._store = object_store
        self._storing = storing
        self._checks = checks
        self._marks = marks
        self._seconds_max = seconds_max

    async def keep(self, drawn: Sequence[Drawn]) -> list[Outcome]:
        """What became of each file; one that breaks says nothing of the others.

        On one thread and in one go, or each by itself where the store is far. Raises StoreStuck.
        """
        return await answer_of_store(self._kept(drawn), seconds=self._seconds_max)

    async def _kept(self, drawn: Sequence[Drawn]) -> list[Outcome]:
        if not self._store.far:
            return await self._storing.run(partial(self._keep, drawn))
        alone = (asyncio.to_thread(self._keep, [each]) for each in drawn)
        return [outcome for [outcome] in await asyncio.gather(*alone)]

    def _keep(self, drawn: Sequence[Drawn]) -> list[Outcome]:
        judged = [self._judged(each) for each in drawn]
        passed = [each for each in judged if isinstance(each, _Passed)]
        try:
            stored = iter(self._stored(passed))
        except Exception as error:  # noqa: BLE001 - the caller judges it
            return [error if isinstance(each, _Passed) else each for each in judged]
        return [next(stored) if isinstance(each, _Passed) else each for each in judged]

    def _stored(self, passed: Sequence[_Passed]) -> list[Kept]:
        if not passed:
            return []
        objects = [each for file in passed for each in file.objects]
        keys = iter(self._store.put_quarantine_all(objects))
        own = [[next(keys) for _ in file.objects] for file in passed]
        return [Kept(file.likeness, *each) for file, each in zip(passed, own, strict=True)]

    def _judged(self, drawn: Drawn) -> _Passed | Verdict | Exception:
        try:
            return self._checked(drawn)
        except Exception as error:  # noqa: BLE001 - the caller judges it, file by file
            return error

    def _checked(self, drawn: Drawn) -> _Passed | Verdict:
        """Raises EngineFailed for a file that was not asked for or cannot be marked,
        ObjectKeyInvalid for one that no store takes.

        A clip's size is the engine's to choose; an image has the size that was asked for.
        """
        job = drawn.job
        rendered, request = self._marks.watermark(drawn.rendered), job.request
        size = (rendered.width, rendered.height)
        assert request is not None
        if request.kind == "image" and size != (request.width, request.height):
            raise EngineFailed(f"{size} instead of {(request.width, request.height)}")
        for check in self._checks:
            verdict = check(rendered)
            if verdict is not None:
                return verdict
        seen, owner = likeness_of(rendered), job.work_id
        job.mark("checked")
        rendered = self._marks.manifest(rendered)
        job.mark("marked")
        objects = [NewObject(owner, rendered.data, rendered.media_type)]
        if rendered.poster is not None:
            objects.append(NewObject(owner, rendered.poster, POSTER_MEDIA_TYPE))
        for each in objects:
            check_storable(each.data, media_type=each.media_type)
        return _Passed(seen, objects)
