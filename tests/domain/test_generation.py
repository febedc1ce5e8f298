"""The generation stream: one claim, one debit, one ending, and who wins when two want to end it."""

from datetime import timedelta
from typing import Any

import pytest

from domain import handlers
from domain.credits import Credits
from domain.errors import (
    DomainError,
    IdempotencyKeyReused,
    InvalidState,
    NotFound,
    OutputDeleted,
    SourceOpen,
    ValidationFailed,
)
from domain.generation import (
    Ending,
    Generation,
    GenerationBlocked,
    GenerationCanceled,
    GenerationCompleted,
    GenerationExpired,
    GenerationFailed,
    GenerationStarted,
)
from domain.generation import OutputDeleted as OutputWasDeleted
from domain.handlers import Claimed
from domain.ledger import AccountSuspended, CreditsRefunded, KeyRevoked
from tests.domain.checking import (
    ACCOUNT,
    CHARACTER,
    DAY,
    GENERATION,
    GROUP,
    KEY,
    NOW,
    OTHER,
    SOURCE,
    check,
    claim,
    completed,
    created,
    debited,
    draws,
    fold,
    granted,
    opened,
)

RICH = [*opened(), granted(1, 9)]
SPENT = [*RICH, debited((1, 1))]
CLAIMED = [claim((1, 1))]
ENDINGS: list[tuple[Ending, Any]] = [
    (GenerationFailed(attempt=1, reason="timeout"), "failed"),
    (GenerationExpired(), "expired"),
    (GenerationBlocked(attempt=1, category="quality", policy_version="1"), "blocked"),
    (GenerationCanceled(by="customer"), "canceled"),
]
FAILED = ENDINGS[0][0]


def request(**options: Any) -> Any:
    return handlers.request_generation(GENERATION, claim(**options))


def refunded(cause: Any) -> CreditsRefunded:
    return CreditsRefunded(
        generation_id=GENERATION,
        amount=Credits(1),
        draws=draws((1, 1)),
        reopened=(),
        cause=cause,
        cap_group=GROUP,
        period_start=DAY,
    )


# --- the claim --------------------------------------------------------------------------------


def test_claim_and_debit_are_one_decision() -> None:
    """A request records its claim with the draws, and the debit that says the same."""
    check(
        {ACCOUNT: RICH, CHARACTER: [created()]},
        request(),
        {GENERATION: CLAIMED, ACCOUNT: [debited((1, 1))]},
        answer=Claimed(replayed=False),
    )


def test_a_retry_joins_the_claimed_work() -> None:
    """The same request under the same key records nothing and is told so."""
    given = {ACCOUNT: SPENT, GENERATION: CLAIMED, CHARACTER: [created()]}
    check(given, request(), {}, answer=Claimed(replayed=True))


@pytest.mark.parametrize("ended", [[completed()], [FAILED]])
def test_a_retry_after_the_end_charges_nothing(ended: list[Any]) -> None:
    """Neither a completion nor a refund frees the key."""
    given = {ACCOUNT: SPENT, GENERATION: [*CLAIMED, *ended], CHARACTER: [created()]}
    check(given, request(), {}, answer=Claimed(replayed=True))


@pytest.mark.parametrize(
    "later",
    [
        KeyRevoked(key_id=KEY, actor="customer"),
        AccountSuspended(suspended=True, actor="operator"),
    ],
)
def test_a_retry_does_not_meet_newer_rules(later: Any) -> None:
    """Work that was charged is joined even when the request would be refused today."""
    given = {ACCOUNT: [*SPENT, later], GENERATION: CLAIMED}
    check(given, request(), {}, answer=Claimed(replayed=True))


def test_another_body_under_the_same_key_is_refused() -> None:
    """A key stands for one request."""
    given = {ACCOUNT: SPENT, GENERATION: CLAIMED, CHARACTER: [created()]}
    check(given, request(fingerprint=b"another request"), IdempotencyKeyReused)


def test_a_key_that_made_a_character_makes_no_generation() -> None:
    """One key on two routes collides on one stream and is refused."""
    given = {ACCOUNT: RICH, GENERATION: [created()], CHARACTER: [created()]}
    check(given, request(), IdempotencyKeyReused)


def test_another_accounts_claim_is_never_joined() -> None:
    """Even an equal fingerprint does not open somebody else's work."""
    given = {ACCOUNT: RICH, GENERATION: [claim((1, 1), account_id=OTHER)], CHARACTER: [created()]}
    check(given, request(), IdempotencyKeyReused)


# --- what is drawn ----------------------------------------------------------------------------


@pytest.mark.parametrize("character", [[], [created(account_id=OTHER)], CLAIMED])
def test_an_unknown_or_foreign_character_is_not_found(character: list[Any]) -> None:
    """Missing, foreign and not a character at all are the same refusal."""
    check({ACCOUNT: RICH, CHARACTER: character}, request(), NotFound)


def test_an_archived_character_is_not_drawn() -> None:
    """It can be read, not generated."""
    archived = handlers.archive_character(ACCOUNT, CHARACTER).decide(
        {CHARACTER: fold([created()])}, NOW
    )
    character = [created(), *archived.events[CHARACTER]]
    check({ACCOUNT: RICH, CHARACTER: character}, request(), InvalidState)


@pytest.mark.parametrize(
    ("source", "refusal"),
    [
        ([], NotFound),
        ([claim((1, 1), account_id=OTHER), completed()], NotFound),
        ([claim((1, 1))], SourceOpen),
        ([claim((1, 1)), FAILED], InvalidState),
        ([claim((1, 5), price=5, kind="video"), completed()], ValidationFailed),
        ([claim((1, 1)), completed(), OutputWasDeleted()], OutputDeleted),
    ],
)
def test_a_video_needs_a_completed_image_of_the_same_account(
    source: list[Any], refusal: type[DomainError]
) -> None:
    """Each source that cannot be moved is refused by its own reason, and nothing is charged."""
    given = {ACCOUNT: RICH, CHARACTER: [created()], SOURCE: source}
    check(given, request(price=5, kind="video", source=SOURCE), refusal)


def test_a_video_of_a_completed_image_costs_five() -> None:
    """The price of the claim is what is debited."""
    check(
        {ACCOUNT: RICH, CHARACTER: [created()], SOURCE: [claim((1, 1)), completed()]},
        request(price=5, kind="video", source=SOURCE),
        {
            GENERATION: [claim((1, 5), price=5, kind="video", source=SOURCE)],
            ACCOUNT: [debited((1, 5))],
        },
        answer=Claimed(replayed=False),
    )


# --- the end ----------------------------------------------------------------------------------


def test_work_starts() -> None:
    """A start is noted once per attempt; a later attempt may start again."""
    first = GenerationStarted(attempt=1)
    check({GENERATION: CLAIMED}, handlers.start_generation(GENERATION, 1), {GENERATION: [first]})
    check({GENERATION: [*CLAIMED, first]}, handlers.start_generation(GENERATION, 1), {})
    check(
        {GENERATION: [*CLAIMED, first]},
        handlers.start_generation(GENERATION, 2),
        {GENERATION: [GenerationStarted(attempt=2)]},
    )


@pytest.mark.parametrize("ended", [completed(), FAILED])
def test_ended_work_does_not_start(ended: Any) -> None:
    """News of a start that comes after the end changes nothing."""
    check({GENERATION: [*CLAIMED, ended]}, handlers.start_generation(GENERATION, 3), {})


def test_a_completion_touches_no_account() -> None:
    """The credits were drawn at the claim; success only keeps them."""
    command = handlers.complete_generation(GENERATION, completed())
    check({GENERATION: CLAIMED}, command, {GENERATION: [completed()]}, answer=True)


def test_a_success_of_an_older_attempt_is_accepted_while_open() -> None:
    """Whichever attempt brings the picture first wins."""
    given = {GENERATION: [*CLAIMED, GenerationStarted(attempt=2)]}
    command = handlers.complete_generation(GENERATION, completed(attempt=1))
    check(given, command, {GENERATION: [completed(attempt=1)]}, answer=True)


@pytest.mark.parametrize(("ending", "cause"), ENDINGS)
def test_every_other_ending_refunds_at_once(ending: Ending, cause: Any) -> None:
    """Terminal event and refund are one decision, and the refund names its cause."""
    check(
        {ACCOUNT: SPENT, GENERATION: CLAIMED},
        handlers.end_generation(ACCOUNT, GENERATION, ending),
        {GENERATION: [ending], ACCOUNT: [refunded(cause)]},
        answer=True,
    )


@pytest.mark.parametrize(("ending", "cause"), ENDINGS)
def test_a_late_ending_neither_ends_nor_refunds(ending: Ending, cause: Any) -> None:
    """After a completion and after another ending alike, the loser changes nothing."""
    command = handlers.end_generation(ACCOUNT, GENERATION, ending)
    for first in (completed(), FAILED):
        check({ACCOUNT: SPENT, GENERATION: [*CLAIMED, first]}, command, {}, answer=False)


@pytest.mark.parametrize("first", [completed(), *[ending for ending, _ in ENDINGS]])
def test_a_late_or_repeated_completion_changes_nothing(first: Any) -> None:
    """A picture that comes after the end is not accepted."""
    command = handlers.complete_generation(GENERATION, completed(attempt=2))
    check({GENERATION: [*CLAIMED, first]}, command, {}, answer=False)


def test_a_fold_refuses_a_second_end() -> None:
    """A log that ends work twice is no log of ours."""
    with pytest.raises(AssertionError):
        fold([claim((1, 1)), completed(), GenerationCanceled(by="customer")])


def test_another_account_cannot_end_it() -> None:
    """A foreign generation is not found."""
    command = handlers.end_generation(OTHER, GENERATION, GenerationCanceled(by="customer"))
    check({OTHER: RICH, GENERATION: CLAIMED}, command, NotFound)


@pytest.mark.parametrize(
    "command",
    [
        handlers.start_generation(GENERATION, 1),
        handlers.complete_generation(GENERATION, completed()),
        handlers.end_generation(ACCOUNT, GENERATION, FAILED),
        handlers.delete_output(ACCOUNT, GENERATION),
    ],
)
def test_what_was_never_requested_is_not_found(command: Any) -> None:
    """A result for an id that nobody claimed is refused."""
    check({ACCOUNT: RICH}, command, NotFound)


# --- reading ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("events", "status", "given_back"),
    [
        ([], "queued", 0),
        ([GenerationStarted(attempt=1)], "processing", 0),
        ([completed()], "completed", 0),
        *[([ending], cause, 1) for ending, cause in ENDINGS],
    ],
)
def test_status_and_refund_follow_from_the_events(
    events: list[Any], status: str, given_back: int
) -> None:
    """Each status has its own event, and only refunding ones give credits back."""
    generation = fold([*CLAIMED, *events])
    assert isinstance(generation, Generation)
    assert (generation.status, generation.refunded_credits) == (status, given_back)
    assert generation.open is (status in ("queued", "processing"))


def test_an_output_is_deleted_once() -> None:
    """Deleting again changes nothing; the generation stays completed and charged."""
    command = handlers.delete_output(ACCOUNT, GENERATION)
    done = [*CLAIMED, completed()]
    check({GENERATION: done}, command, {GENERATION: [OutputWasDeleted()]})
    check({GENERATION: [*done, OutputWasDeleted()]}, command, {})
    generation = fold([*done, OutputWasDeleted()])
    assert isinstance(generation, Generation)
    assert isinstance(generation.ending, GenerationCompleted)


@pytest.mark.parametrize("events", [[], [FAILED], [GenerationStarted(attempt=1)]])
def test_without_an_output_there_is_nothing_to_delete(events: list[Any]) -> None:
    """Only a completed generation has an output."""
    command = handlers.delete_output(ACCOUNT, GENERATION)
    check({GENERATION: [*CLAIMED, *events]}, command, InvalidState)


def test_a_refund_long_after_still_goes_to_the_lot() -> None:
    """A lot that never expires takes its credits back at any time."""
    check(
        {ACCOUNT: SPENT, GENERATION: CLAIMED},
        handlers.end_generation(ACCOUNT, GENERATION, FAILED),
        {GENERATION: [FAILED], ACCOUNT: [refunded("failed")]},
        answer=True,
        now=NOW + timedelta(days=3_650),
    )
