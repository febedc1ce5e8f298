SELECT unequal FROM seen_days
