"""What a verification came to: the faults, what was looked at, and the exit status of a command."""

import msgspec

from adapters.verifier.faults import Fault

EXIT_VERIFIED = 0
EXIT_FAULTY = 1
EXIT_NOT_AUTHENTICATED = 3

CONCLUSIONS = {
    EXIT_VERIFIED: "verified",
    EXIT_FAULTY: "faults found",
    EXIT_NOT_AUTHENTICATED: "self-consistent, not authenticated",
}


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """`events` were read, `sealed` of them are under the checkpoint of `origin` with `root`.

    `authenticated` says that a key the reader trusts signed it, which is the line `signed_by`, and
    `consistent_with` is the size of
    the older checkpoint it was compared with. `faults_total` may exceed the faults listed. Of an
    export, `files` of these `formats` were read to their end; of a live log there are none.
    """

    origin: str | None
    events: int
    sealed: int
    root: str | None
    authenticated: bool
    consistent_with: int | None
    faults_total: int
    faults: tuple[Fault, ...]
    seconds: float
    signed_by: str | None = None
    formats: tuple[str, ...] | None = None
    files: int | None = None

    @property
    def exit_status(self) -> int:
        """0 verified, 1 faulty, 3 self-consistent but not authenticated."""
        if self.faults_total:
            return EXIT_FAULTY
        return EXIT_VERIFIED if self.authenticated else EXIT_NOT_AUTHENTICATED

    @property
    def conclusion(self) -> str:
        """The exit status in words."""
        return CONCLUSIONS[self.exit_status]


def as_json(verdict: Verdict) -> bytes:
    """One JSON document for programs, with the conclusion and the exit status."""
    document = {"conclusion": verdict.conclusion, "exit_status": verdict.exit_status}
    return msgspec.json.encode(document | msgspec.to_builtins(verdict)) + b"\n"


def as_text(verdict: Verdict) -> str:
    """A few lines for people."""
    speed = verdict.events / verdict.seconds if verdict.seconds else 0.0
    lines = [
        f"{verdict.conclusion}: {verdict.events:,} events in {verdict.seconds:.1f} s"
        f" ({speed:,.0f}/s)",
        f"origin {verdict.origin}, {verdict.sealed:,} entries under the checkpoint,"
        f" root {verdict.root}",
    ]
    if verdict.formats is not None:
        files = "1 file" if verdict.files == 1 else f"{verdict.files:,} files"
        lines.append(f"{files} read: {', '.join(verdict.formats) or 'no format'}")
    if verdict.consistent_with is not None and not verdict.faults_total:
        lines.append(f"continues the checkpoint of {verdict.consistent_with:,} entries")
    for fault in verdict.faults:
        place = "" if fault.position is None else f" at position {fault.position}"
        needs = f" (found with: {', '.join(fault.needs)})" if fault.needs else ""
        lines.append(f"{fault.kind} {fault.code}{place}: {fault.subject}: {fault.message}{needs}")
    hidden = verdict.faults_total - len(verdict.faults)
    if hidden:
        lines.append(f"and {hidden:,} more")
    return "\n".join(lines) + "\n"
