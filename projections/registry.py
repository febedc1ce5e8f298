"""Every projection there is, by name; and what is not one and must never be rebuilt."""

from projections.abuse_reports import ABUSE_REPORTS
from projections.appeals import APPEALS
from projections.balances import BALANCES
from projections.characters import CHARACTERS
from projections.generations import GENERATIONS
from projections.journal import JOURNAL
from projections.operator_acts import OPERATOR_ACTS
from projections.projection import Projection
from projections.standings import STANDINGS
from projections.statements import STATEMENTS
from projections.usage import USAGE

PROJECTIONS: dict[str, Projection] = {
    projection.name: projection
    for projection in (
        BALANCES,
        STATEMENTS,
        GENERATIONS,
        CHARACTERS,
        JOURNAL,
        USAGE,
        STANDINGS,
        OPERATOR_ACTS,
        ABUSE_REPORTS,
        APPEALS,
    )
}

REACTION_TABLES = frozenset(
    {
        "account_holds",
        "account_weights",
        "dispatch_pools",
        "dispatch_queue",
        "dispatch_turns",
        "lot_expiries",
        "reaction_checkpoints",
        "removals",
        "watched_balances",
        "webhook_deliveries",
        "webhook_levels",
        "webhook_routes",
    }
)
"""They turn events into work exactly once: rebuilding one would do its work again."""

GROUND_TABLES = frozenset(
    {
        "accounts",
        "attempts",
        "audit_checkpoints",
        "audit_keys",
        "audit_origins",
        "audit_tiles",
        "blocked_pictures",
        "bus_streams",
        "data_keys",
        "dispatcher_beats",
        "erasures",
        "key_hashes",
        "key_notes",
        "ledger_forks",
        "mail_tokens",
        "mails",
        "migrations",
        "moderation_overflow",
        "projection_checkpoints",
        "rate_windows",
        "selfcheck_books",
        "selfcheck_results",
        "sessions",
        "stored_events",
        "webhook_attempts",
        "webhook_secrets",
    }
)
"""No log can bring them back: they are backed up, or worth nothing after a crash."""

CACHE_TABLES = frozenset({"snapshots", "trace_parents"})
"""They change no answer: rows may be deleted at any time and come again by themselves."""
