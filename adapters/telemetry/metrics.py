"""Counting and timing. A process that was not told to does neither, and its calls cost a look.

The library is imported when a meter is made and not before; nothing exists at import.
"""

import os
from pathlib import Path
from typing import Any

from adapters.telemetry.catalogue import Role
from adapters.telemetry.meter import SHARED_FOLDER, Meter

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"

_meter: Meter | None = None


def set_up_metrics(role: Role) -> Meter:
    """From now on this process counts. Called once, by the composition root."""
    global _meter
    _meter = Meter(role)
    return _meter


def share_metrics(folder: Path) -> None:
    """For the parent of several workers: those that start from now on keep their values there."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.glob("*.db"):
        path.unlink()
    os.environ[SHARED_FOLDER] = str(folder)


def exposition() -> bytes | None:
    """What Prometheus reads of this process, or None when it does not count."""
    return None if _meter is None else _meter.exposition()


def add(collector: Any) -> None:
    """One that is asked at each scrape."""
    if _meter is not None:
        _meter.add(collector)


def count(name: str, *labels: str, by: float = 1) -> None:
    if _meter is not None and _meter.has(name):
        _meter.of(name, labels).inc(by)


def observe(name: str, value: float, *labels: str) -> None:
    if _meter is not None and _meter.has(name):
        _meter.of(name, labels).observe(value)


def gauge(name: str, value: float, *labels: str) -> None:
    if _meter is not None and _meter.has(name):
        _meter.of(name, labels).set(value)


def more(name: str, by: float, *labels: str) -> None:
    """Moves a gauge up or down."""
    count(name, *labels, by=by)
