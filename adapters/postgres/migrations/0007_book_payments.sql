-- Money that nobody has claimed yet: the operator's list of it is short, the table is not.

CREATE INDEX journal_payments_waiting ON journal_payments (unmatched_position)
    WHERE unmatched_position IS NOT NULL AND matched_position IS NULL
        AND charged_back_position IS NULL AND repaid_position IS NULL;
