"""Every projection there is, by name; and what is not one and must never be rebuilt."""

from projections.balances import BALANCES
from projections.characters import CHARACTERS
from projections.generations import GENERATIONS
from projections.projection import Projection
from projections.statements import STATEMENTS

PROJECTIONS: dict[str, Projection] = {
    projection.name: projection for projection in (BALANCES, STATEMENTS, GENERATIONS, CHARACTERS)
}

REACTION_TABLES = frozenset(
    {
        "account_weights",
        "dispatch_pools",
        "dispatch_queue",
        "dispatch_turns",
        "lot_expiries",
        "reaction_checkpoints",
    }
)
"""They turn events into work exactly once: rebuilding one would do its work again."""

GROUND_TABLES = frozenset(
    {
        "accounts",
        "attempts",
        "bus_streams",
        "data_keys",
        "dispatcher_beats",
        "key_hashes",
        "migrations",
        "projection_checkpoints",
        "rate_windows",
        "stored_events",
    }
)
"""No log can bring them back: they are backed up, or worth nothing after a crash."""
