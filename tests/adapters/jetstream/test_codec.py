"""Messages on the wire: sealed, bound to their subject, refused when they are not ours."""

from uuid import UUID

import pytest
from msgspec.structs import replace

from adapters.jetstream.codec import Codec, MessageUndecodable
from domain.messages import (
    Command,
    IdentityCommand,
    Progress,
    Result,
    WorkBlocked,
    WorkCompleted,
    WorkStarted,
)

KEY = bytes(range(32))
SUBJECT = "commands.live.default.1"
COMMAND = IdentityCommand(
    work_id=UUID(int=1), attempt=1, token="token-1", model_id="anime", traits={"age": 26}
)


def test_a_message_comes_back() -> None:
    """What was sealed for a subject opens there, as the struct it was."""
    codec = Codec(KEY)
    sealed = codec.seal(SUBJECT, COMMAND)
    assert codec.open(SUBJECT, sealed, Command) == COMMAND


def test_nothing_of_a_message_is_readable() -> None:
    """No word of the message shows in its payload, and no two payloads are alike."""
    codec = Codec(KEY)
    one, two = codec.seal(SUBJECT, COMMAND), codec.seal(SUBJECT, COMMAND)
    assert b"anime" not in one
    assert one != two


@pytest.mark.parametrize(
    ("key", "subject", "kind"),
    [
        (KEY, "commands.live.other.1", Command),
        (bytes(32), SUBJECT, Command),
        (KEY, SUBJECT, Result),
        (KEY, SUBJECT, WorkStarted),
    ],
    ids=["moved", "another key", "another union", "another message"],
)
def test_foreign_messages_do_not_open(key: bytes, subject: str, kind: type) -> None:
    """Moved to another subject, sealed with another key or of another kind: undecodable."""
    sealed = Codec(KEY).seal(SUBJECT, COMMAND)
    with pytest.raises(MessageUndecodable):
        Codec(key).open(subject, sealed, kind)


@pytest.mark.parametrize("payload", [b"", b"\x01", b"{}", b"\x02" + bytes(64), b"\x01" + bytes(64)])
def test_noise_does_not_open(payload: bytes) -> None:
    """Whatever is not sealed by us is undecodable, and raises nothing else."""
    with pytest.raises(MessageUndecodable):
        Codec(KEY).open(SUBJECT, payload, Command)


COMPLETED = WorkCompleted(
    work_id=UUID(int=1),
    attempt=1,
    token="token-1",
    output_key="key",
    poster_key=None,
    media_type="image/png",
    width=64,
    height=64,
    identity_score=None,
    engine_seconds=0.5,
)
BLOCKED = WorkBlocked(
    work_id=UUID(int=1), attempt=1, token="token-1", category="gore", policy_version="policy-1"
)


@pytest.mark.parametrize("seconds", [-1.0, 1e300])
def test_a_time_that_no_engine_takes_does_not_open(seconds: float) -> None:
    """It would be recorded for ever, and the books could not be kept any more."""
    sealed = Codec(KEY).seal(SUBJECT, replace(COMPLETED, engine_seconds=seconds))
    with pytest.raises(MessageUndecodable):
        Codec(KEY).open(SUBJECT, sealed, Result)


@pytest.mark.parametrize(
    "result",
    [
        replace(COMPLETED, attempt=2**31),
        replace(COMPLETED, attempt=0),
        replace(COMPLETED, token="to\0ken"),
        replace(COMPLETED, width=2**70),
        replace(BLOCKED, category="go\0re"),
        replace(BLOCKED, policy_version="\0"),
        replace(BLOCKED, category="x" * 1_001),
    ],
)
def test_a_result_that_no_table_can_keep_does_not_open(result: Result) -> None:
    """It would hold up the results that came with it, or stop a list for everybody."""
    sealed = Codec(KEY).seal(SUBJECT, result)
    with pytest.raises(MessageUndecodable):
        Codec(KEY).open(SUBJECT, sealed, Result)


@pytest.mark.parametrize("fraction", [-0.5, 1.5])
def test_progress_beyond_its_ends_does_not_open(fraction: float) -> None:
    """The API tells it as it came, and promises 0 to 1."""
    progress = Progress(work_id=UUID(int=1), attempt=1, fraction=fraction)
    sealed = Codec(KEY).seal(SUBJECT, progress)
    with pytest.raises(MessageUndecodable):
        Codec(KEY).open(SUBJECT, sealed, Progress)


def test_a_key_has_32_bytes() -> None:
    """A shorter key is refused."""
    with pytest.raises(ValueError):
        Codec(b"short")
