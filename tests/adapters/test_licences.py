"""Weights whose licence forbids to sell what they draw."""

from __future__ import annotations

import msgspec
import pytest

from adapters.composition.roles import check_licences
from adapters.settings import SettingInvalid, Settings
from inference.catalogue import DiffusionSettings, ModelEntry
from tests.inference.tiny_pipeline import drawn_by


def licensed(licence: str) -> ModelEntry:
    """A model with weights under a licence."""
    entry = drawn_by(DiffusionSettings(folder="weights"))
    return msgspec.structs.replace(entry, card=msgspec.structs.replace(entry.card, licence=licence))


@pytest.mark.parametrize(
    "licence", ["non_commercial", "Non-Commercial", "cc-by-nc-4.0", "CC-BY-NC-SA", "research_only"]
)
def test_weights_that_must_not_be_sold_are_refused(licence: str) -> None:
    """The operator hears which model it is, and how to try it all the same."""
    with pytest.raises(SettingInvalid, match=f"anime is licensed as {licence}.*NON_COMMERCIAL=1"):
        check_licences([licensed(licence)], Settings())


@pytest.mark.parametrize("licence", ["apache-2.0", "openrail++", "mit", "ncsa", "commercial"])
def test_other_licences_pass(licence: str) -> None:
    """A licence that merely looks like it forbids nothing."""
    check_licences([licensed(licence)], Settings())


def test_an_evaluation_may_draw_with_them() -> None:
    """Whoever says that nothing is sold may go on, and the sketch engine has no weights at all."""
    forbidden = licensed("non_commercial")
    check_licences([forbidden], Settings(non_commercial=True))
    check_licences([msgspec.structs.replace(forbidden, engine="sketch")], Settings())
