"""How often Python's garbage collector looks, in processes that remember many streams.

Its oldest generation holds every cached fold, and looking through all of them takes a tenth of a
second in which nothing else runs. Folds and events hold no cycles, so it may look seldom.
"""

import gc

YOUNG_MAX = 20_000
"""New objects between two looks at the young ones; Python's own default is 700."""

OLDER_EVERY = 20
OLDEST_EVERY = 50


def tune_garbage_collector() -> None:
    """For the start of a process: everything so far stays, and what follows is looked at seldom."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG_MAX, OLDER_EVERY, OLDEST_EVERY)
