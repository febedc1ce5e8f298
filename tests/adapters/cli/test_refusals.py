"""What a command that was refused says: one sentence, its code, status 1, and no traceback."""

from __future__ import annotations

import click
import pytest
from click.testing import CliRunner, Result

from adapters.cli.app import OneSentenceGroup
from domain.errors import AppendsRefused, DomainError, NotFound, TemporarilyUnavailable
from inference.engine import LoadFailed


@pytest.mark.parametrize(
    ("refusal", "told"),
    [
        (
            TemporarilyUnavailable(),
            "The database did not answer in time; run the command again. (temporarily_unavailable)",
        ),
        (
            AppendsRefused(),
            "Nothing is recorded: the log disagrees with a published checkpoint. Restore the newer"
            " state if there is any; only if it is lost for good, run `xavira ledger fork`."
            " (temporarily_unavailable)",
        ),
        (TemporarilyUnavailable("It rests."), "It rests. (temporarily_unavailable)"),
        (NotFound("No such lot."), "No such lot. (not_found)"),
    ],
)
def test_a_refusal_is_one_sentence_and_its_code(refusal: DomainError, told: str) -> None:
    """Nobody at a terminal is told to retry with an Idempotency-Key, which no command takes."""

    result = _ended_by(refusal)

    assert result.exit_code == 1
    assert result.output == f"Error: {told}\n"


def test_a_model_whose_file_is_missing_is_one_sentence() -> None:
    """What `infer` ends with, without a traceback."""
    result = _ended_by(LoadFailed("The model x does not start: y cannot be loaded."))

    assert (result.exit_code, result.output) == (
        1,
        "Error: The model x does not start: y cannot be loaded.\n",
    )


def _ended_by(failure: Exception) -> Result:
    @click.group(cls=OneSentenceGroup)
    def group() -> None: ...

    @group.command()
    def refused() -> None:
        raise failure

    return CliRunner().invoke(group, ["refused"])
