"""The content policy: what is refused, as data under one version.

The modules here are lists and tables: terse terms, never a scene, and no decision about how words
are combined; `moderation` reads them. Changing any of them changes `POLICY_VERSION`, which
`tests/domain/test_policy_versions.py` holds against what was released under each version.
A block is text: its entries are separated by commas and folded before use, so an entry is written
the way a person writes it, or many at once as `moderation.notation` says.
"""

POLICY_VERSION = "policy-15"

CATEGORIES = (
    "minor",
    "real_person",
    "non_consent",
    "bestiality",
    "incest",
    "trafficking",
    "gore",
    "self_harm",
    "unreadable",
)
"""Most severe first: a text that meets several is reported under the first of them."""

ADULT_AGE_YEARS = 18

BIRTH_YEAR_REFUSED_MIN = 2009
"""Somebody born in this year or later is not reliably an adult while this policy is in force."""
