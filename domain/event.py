"""An event: a frozen fact with an explicit topic and, once recorded, a place in the log."""

from datetime import datetime
from typing import ClassVar

import msgspec

from domain.ids import StreamId


class Event(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=False, gc=False):
    """A fact. Past tense, never edited; a change of shape is a new class with the next version.

    A fact cannot refer to itself, so the garbage collector need not look at the thousands of them.
    `TOPIC` is what the log stores instead of a class name, so that code can move and rename freely.
    """

    TOPIC: ClassVar[str] = ""


class Recorded(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An event with its place: `position` in the whole log (from 1, gap-free), `version` in its
    stream (from 1, contiguous), and the time the log recorded it (never decreases with position).
    """

    position: int
    stream_id: StreamId
    version: int
    recorded_at: datetime
    event: Event


class Passed(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """That the log has come to a position, and the event there where it is of use to the reader."""

    position: int
    recorded: Recorded | None = None
