"""What makes generated requests meet real things: keys, ids that exist, and values that fit.

Schemathesis loads this module in its own process. Of requests that are meant to be right, most get
ids and values that earlier answers and the driver's own account have shown. What is meant to be
wrong stays wrong, but a wrong body is sent to a thing that exists: Schemathesis itself also learns
ids that other accounts' keys have made, and a 404 would hide what becomes of the body. Every answer
is counted by operation for the driver's table.
"""

import atexit
import json
import os
import random
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any
from uuid import uuid4

import schemathesis
from schemathesis.core.parameters import ParameterLocation

CHANCE = 0.9
SAMPLE_CHANCE = 0.7
OTHERS_CHANCE = 0.8
POOL_MAX = 40
KNOWN: dict[str, Any] = json.loads(os.environ["FUZZ_KNOWN"])
COUNTED = Path(os.environ["FUZZ_COUNTED"])
"""Given by the driver: keys, and values to begin with by field name."""

chance = random.Random(int(os.environ["FUZZ_SEED"]))
pools: dict[str, list[Any]] = defaultdict(list)
counts: dict[str, Counter[str]] = defaultdict(Counter)
for field, values in KNOWN["values"].items():
    pools[field].extend(values)


@schemathesis.serializer("image/png", "image/jpeg", "image/webp", "video/mp4")
def as_file(context: Any, value: Any) -> bytes:
    """A body that is a file: each letter of a text is a byte where it can be, and other values are
    JSON.
    """
    text = value if isinstance(value, str) else json.dumps(value)
    return text.encode("latin-1" if all(ord(letter) < 256 for letter in text) else "utf-8")


@schemathesis.auth()
class Keys:
    """A customer's key, and an operator's for what an operator does; where a customer may ask
    only so often, mostly that of another one, whose ids are not learnt.
    """

    def get(self, case: Any, context: Any) -> str:
        """Chosen anew for each case in `set`."""
        return ""

    def set(self, case: Any, data: str, context: Any) -> None:
        key = KNOWN["keys"]["admin" if case.path.startswith("/admin") else "customer"]
        linked = _linked(case)
        others = KNOWN["seldom"].get(case.operation.label)
        if others and not linked and chance.random() < OTHERS_CHANCE:
            key = chance.choice(KNOWN["keys"][others])
        case.headers = {**(case.headers or {}), "Authorization": f"Bearer {key}"}


@schemathesis.hook
def before_call(context: Any, case: Any, kwargs: dict[str, Any]) -> None:
    meta = case.meta
    label = case.operation.label
    if meta is None or not meta.generation.mode.is_positive:
        path = None if meta is None else meta.components.get(ParameterLocation.PATH)
        if path is not None and path.mode.is_positive:
            _fit(label, case.path_parameters, as_text=True, but=_handed_on(case))
        _spare(case)
        return
    if "Idempotency-Key" in (case.headers or {}) and chance.random() < CHANCE:
        case.headers["Idempotency-Key"] = uuid4().hex  # a used one claims nothing more
    _fit(label, case.path_parameters, as_text=True, but=_handed_on(case))
    _spare(case)
    _fit(label, case.query)
    bodies = KNOWN["bodies"]
    samples = bodies.get(f"{label} {case.media_type}", bodies.get(label))
    if samples and chance.random() < SAMPLE_CHANCE:
        case.body = json.loads(json.dumps(chance.choice(samples)).replace("UNIQUE", uuid4().hex))
    if isinstance(case.body, dict):
        _fit(label, case.body)
        _spare(case)


@schemathesis.hook
def after_call(context: Any, case: Any, response: Any) -> None:
    counts[case.operation.label][str(response.status_code)] += 1
    others = case.operation.label in KNOWN["seldom"]
    if response.status_code in {200, 201, 202} and not others:
        _learn(response)
    if response.status_code == 200 and case.method.upper() == "DELETE":
        _forget(case.path_parameters)


def _linked(case: Any) -> bool:
    """Whether the case is part of a sequence, each step made from the answers before it."""
    return case.meta is not None and case.meta.phase.name.value == "stateful"


def _handed_on(case: Any) -> frozenset[str]:
    """Ids that a sequence took from its own earlier answers: asked for anything else, a check would
    blame this request for what another one deleted.
    """
    return frozenset(case._override.path_parameters if _linked(case) else ())


def _spare(case: Any) -> None:
    """The key and the account that all of this runs with must outlive it."""
    if case.method.upper() in {"GET", "HEAD"}:
        return
    for part, fields in ((case.path_parameters, None), (case.body, {"key_id", "account_id"})):
        for field, value in list(part.items()) if isinstance(part, dict) else ():
            if value in KNOWN["protected"] and (fields is None or field in fields):
                part[field] = str(uuid4())


def _fit(
    label: str, part: Any, *, as_text: bool = False, but: frozenset[str] = frozenset()
) -> None:
    """Replaces values of known fields where chance wills it, and what is not known already."""
    for field in [field for field in part or {} if field not in but]:
        name = KNOWN["aliases"].get(f"{label} {field}", KNOWN["aliases"].get(field, field))
        known = pools.get(name)
        if known and part[field] not in known and chance.random() < CHANCE:
            value = chance.choice(known)
            part[field] = str(value) if as_text else value


def _learn(response: Any) -> None:
    try:
        found = json.loads(response.content)
    except ValueError:
        return
    items = found.get("data", [found]) if isinstance(found, dict) else []
    for item in items if isinstance(items, list) else [items]:
        for field, value in item.items() if isinstance(item, dict) else ():
            if field in KNOWN["fixed"]:
                continue
            if field.endswith("_id") or field in {"next_cursor", "position", "receipt"}:
                name = "cursor" if field == "next_cursor" else field
                spared = value is None or value in KNOWN["protected"]
                if not spared and value not in pools[name]:
                    pools[name].append(value)
                    del pools[name][:-POOL_MAX]


def _forget(path_parameters: dict[str, Any]) -> None:
    """What was deleted is no use to anybody."""
    for field, value in path_parameters.items():
        pools[field] = [known for known in pools[field] if known != value]


def _write() -> None:
    COUNTED.write_text(json.dumps({label: dict(found) for label, found in counts.items()}))


atexit.register(_write)
