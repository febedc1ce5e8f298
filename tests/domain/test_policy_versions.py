"""A version that is recorded with a verdict or a prompt stands for one set of data, for ever."""

import tomllib
from pathlib import Path

from domain.enhancement.enhancing import ENHANCEMENT_VERSION
from domain.enhancement.lexicon import lexicon_digest
from domain.policy import CATEGORIES, POLICY_VERSION, acts, unspaced
from domain.policy.digest import policy_digest

RELEASED = tomllib.loads(
    (Path(__file__).parents[1] / "golden" / "versions.toml").read_text(encoding="utf-8")
)


def test_the_policy_is_what_its_version_says() -> None:
    """Whoever changes a list gives it a new version and adds its digest."""
    assert RELEASED["policy"][POLICY_VERSION] == policy_digest()


def test_the_lexicon_is_what_its_version_says() -> None:
    """Whoever changes a label gives enhancement a new version and adds the digest."""
    assert RELEASED["enhancement"][ENHANCEMENT_VERSION] == lexicon_digest()


def test_every_list_belongs_to_a_category() -> None:
    """Each list of terms belongs to a category that a verdict may carry."""
    assert set(acts.CATEGORY_PHRASES) < set(CATEGORIES)
    assert set(unspaced.CATEGORY_UNSPACED) < set(CATEGORIES)
