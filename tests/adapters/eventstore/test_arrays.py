"""Arrays that we spell out ourselves arrive as what they were."""

from uuid import UUID

import psycopg

from adapters.eventstore.arrays import (
    bigint_array,
    bytea_array,
    register_arrays,
    text_array,
    uuid_array,
)


def test_arrays_arrive_as_they_were(migrated: str) -> None:
    """Empty texts, zero bytes, the largest number and umlauts come back, in order."""
    ids = [UUID(int=0), UUID(int=2**128 - 1)]
    with psycopg.connect(migrated) as connection:
        register_arrays(connection)
        row = connection.execute(
            "SELECT %b, %b, %b, %b",
            (
                uuid_array(ids),
                bigint_array([1, 2**63 - 1, -1]),
                text_array(["", "größe.v1", "a"]),
                bytea_array([b"", b"\x00\xff", b"x" * 3_000]),
            ),
        ).fetchone()

    assert row == (
        [
            UUID("00000000-0000-0000-0000-000000000000"),
            UUID("ffffffff-ffff-ffff-ffff-ffffffffffff"),
        ],
        [1, 9223372036854775807, -1],
        ["", "größe.v1", "a"],
        [b"", b"\x00\xff", b"x" * 3_000],
    )


def test_empty_arrays_arrive_empty(migrated: str) -> None:
    """A batch without rows is an empty array, not a null."""
    with psycopg.connect(migrated) as connection:
        register_arrays(connection)
        row = connection.execute("SELECT %b, %b", (uuid_array([]), text_array([]))).fetchone()

    assert row == ([], [])
