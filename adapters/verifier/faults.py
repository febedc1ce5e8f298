"""What can be wrong with a log, as stable codes: is it the linkage or the content, and what must an
auditor hold in his hand to find it?
"""

from typing import Literal

import msgspec

Kind = Literal["linkage", "content"]
Trust = Literal["public_key", "older_checkpoint", "database"]

FAULTS_MAX = 1_000
"""More faults than this are counted, not listed."""

MESSAGE_CHARACTERS_MAX = 300

CODES: dict[str, tuple[Kind, tuple[Trust, ...]]] = {
    # The tree, its checkpoint and the order of the log.
    "export_incomplete": ("linkage", ()),
    "file_missing": ("linkage", ()),
    "file_unreadable": ("linkage", ()),
    "file_stray": ("linkage", ()),
    "checkpoint_missing": ("linkage", ()),
    "checkpoint_unreadable": ("linkage", ()),
    "signature_invalid": ("linkage", ("public_key",)),
    "origin_differs": ("linkage", ("older_checkpoint",)),
    "size_differs": ("linkage", ()),
    "leaf_differs": ("linkage", ()),
    "part_differs": ("linkage", ()),
    "root_differs": ("linkage", ()),
    "history_rewritten": ("linkage", ("older_checkpoint",)),
    "log_shorter_than_checkpoint": ("linkage", ("older_checkpoint",)),
    "position_gap": ("linkage", ()),
    "version_gap": ("linkage", ()),
    "time_decreased": ("linkage", ()),
    # What the events say.
    "line_respelled": ("content", ()),
    "unknown_topic": ("content", ()),
    "state_unreadable": ("content", ()),
    "account_not_opened": ("content", ()),
    "account_opened_twice": ("content", ()),
    "granted_after_erasure": ("content", ()),
    "lot_granted_twice": ("content", ()),
    "lot_on_two_accounts": ("content", ()),
    "payment_on_two_accounts": ("content", ()),
    "unknown_lot": ("content", ()),
    "amount_invalid": ("content", ()),
    "draws_unequal": ("content", ()),
    "lot_not_spendable": ("content", ()),
    "lot_overdrawn": ("content", ()),
    "lot_overfilled": ("content", ()),
    "burn_order": ("content", ()),
    "expiry_unequal": ("content", ()),
    "reopening_unequal": ("content", ()),
    "loss_unequal": ("content", ()),
    "revoked_lot_holds_credits": ("content", ()),
    "debited_twice": ("content", ()),
    "debit_without_claim": ("content", ()),
    "claim_without_debit": ("content", ()),
    "ending_without_debit": ("content", ()),
    "ended_twice": ("content", ()),
    "refund_without_debit": ("content", ()),
    "refund_unequal": ("content", ()),
    "refund_and_ending_differ": ("content", ()),
    "balance_differs": ("content", ("database",)),
    "lot_differs": ("content", ("database",)),
    "statement_differs": ("content", ("database",)),
    "journal_lot_differs": ("content", ("database",)),
    "journal_entries_differ": ("content", ("database",)),
    "journal_money_differs": ("content", ("database",)),
    "journal_days_differ": ("content", ("database",)),
    "rows_differ": ("content", ("database",)),
}
"""Each code with its kind and the trusted inputs without which nobody can find it. An empty list
means that the log contradicts itself: the export alone shows it."""


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """One fault. `subject` is the position, lot, generation, account or file it concerns."""

    kind: Kind
    code: str
    subject: str
    message: str
    needs: tuple[Trust, ...]
    position: int | None = None


class Faults:
    """Collects faults; keeps the first FAULTS_MAX and counts all."""

    def __init__(self) -> None:
        self.listed: list[Fault] = []
        self.total = 0

    def find(self, code: str, subject: object, message: str, position: int | None = None) -> None:
        """Notes one fault by its code."""
        kind, needs = CODES[code]
        self.total += 1
        if len(self.listed) < FAULTS_MAX:
            self.listed.append(
                Fault(
                    kind=kind,
                    code=code,
                    subject=str(subject),
                    message=message[:MESSAGE_CHARACTERS_MAX],
                    needs=needs,
                    position=position,
                )
            )

    def codes(self) -> set[str]:
        """Which kinds of faults there are."""
        return {fault.code for fault in self.listed}
