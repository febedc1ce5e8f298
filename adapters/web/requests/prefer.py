"""The Prefer header (RFC 7240): how long a client wants to wait. What it cannot mean is ignored."""

import re

import msgspec

from adapters.web.dependencies import WebRequest, add_headers, header_values

WAIT_SECONDS_MAX = 120
PREFER_CHARACTERS_MAX = 1024

_WAIT = re.compile(r'wait\s*=\s*"?(\d{1,9})"?', re.ASCII)


class Preference(msgspec.Struct, frozen=True, kw_only=True):
    """Seconds to wait, and what was honoured of the header, to be answered."""

    seconds: float
    applied: str | None


def preference(header: str, default_seconds: float) -> Preference:
    """`wait` wins over `respond-async`, which then says what happens when the time is up."""
    respond_async, wait = False, None
    for part in header[:PREFER_CHARACTERS_MAX].lower().split(","):
        name = part.split(";")[0].strip()
        match = _WAIT.fullmatch(name)
        if match is not None and wait is None:
            wait = min(int(match[1]), WAIT_SECONDS_MAX)
        respond_async = respond_async or name == "respond-async"
    applied = ["respond-async"] if respond_async else []
    if wait is not None:
        return Preference(seconds=wait, applied=", ".join([*applied, f"wait={wait}"]))
    if respond_async:
        return Preference(seconds=0, applied="respond-async")
    return Preference(seconds=default_seconds, applied=None)


def preferred(request: WebRequest, default_seconds: float) -> Preference:
    """The preference of a request; the answer will say what was applied."""
    header = ",".join(header_values(request, b"prefer"))
    wanted = preference(header, default_seconds)
    if wanted.applied is not None:
        add_headers(request, {"Preference-Applied": wanted.applied, "Vary": "Prefer"})
    return wanted
