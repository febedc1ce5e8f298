SELECT lot_id, entries_agree FROM seen_journal WHERE NOT (entries_agree AND money_agrees)
