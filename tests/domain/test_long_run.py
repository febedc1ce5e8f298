"""The command of the long run, played for so short a time that it can be in the suite."""

from click.testing import CliRunner

from tests.domain.long_run import main


def test_ten_thousand_operations_leave_the_books_in_order() -> None:
    """Episodes of 200 operations reach what the short ones of the suite do not: repaid lots that
    are charged back, for one.
    """
    played = CliRunner().invoke(main, ["--operations", "10000", "--seed", "77"])
    assert played.exit_code == 0, played.output
    assert "10000 operations, seed 77, 0 violations" in played.output
