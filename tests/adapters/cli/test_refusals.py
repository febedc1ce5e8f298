"""What a command that was refused says: one sentence, its code, status 1, and no traceback."""

from __future__ import annotations

import click
import pytest
from click.testing import CliRunner

from adapters.cli.app import OneSentenceGroup
from domain.errors import DomainError, NotFound, TemporarilyUnavailable


@pytest.mark.parametrize(
    ("refusal", "told"),
    [
        (
            TemporarilyUnavailable(),
            "The database did not answer in time; run the command again. (temporarily_unavailable)",
        ),
        (TemporarilyUnavailable("It rests."), "It rests. (temporarily_unavailable)"),
        (NotFound("No such lot."), "No such lot. (not_found)"),
    ],
)
def test_a_refusal_is_one_sentence_and_its_code(refusal: DomainError, told: str) -> None:
    """Nobody at a terminal is told to retry with an Idempotency-Key, which no command takes."""

    @click.group(cls=OneSentenceGroup)
    def group() -> None: ...

    @group.command()
    def refused() -> None:
        raise refusal

    result = CliRunner().invoke(group, ["refused"])

    assert result.exit_code == 1
    assert result.output == f"Error: {told}\n"
