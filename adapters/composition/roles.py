"""What the processes have in common: their roles in the database, and the models they offer."""

import re
from collections.abc import Iterable

import msgspec

from adapters.settings import SettingInvalid, Settings
from domain.ids import Book
from inference.catalogue import CatalogueInvalid, ModelEntry, load_catalogue

API_ROLE = "xavira_api"
WORK_ROLE = "xavira_work"

_NON_COMMERCIAL = re.compile(r"\b(nc|non.?commercial|research.?only)\b", re.ASCII | re.IGNORECASE)
"""As licences are tagged: cc-by-nc-4.0, non_commercial, research-only."""


def models_of(settings: Settings, book: Book = "live") -> dict[str, ModelEntry]:
    """The catalogue as this deployment runs it. The test book is always sketched.

    Raises SettingInvalid.
    """
    try:
        entries = load_catalogue(settings.models)
    except CatalogueInvalid as error:
        raise SettingInvalid(f"XAVIRA_MODELS cannot be used: {error}") from error
    if settings.engine == "catalogue" and book == "live":
        return entries
    return {name: msgspec.structs.replace(e, engine="sketch") for name, e in entries.items()}


def drawn_here(settings: Settings) -> dict[str, ModelEntry]:
    """What `infer` of this machine draws: the models of its pool.

    Raises SettingInvalid for a pool that no model names, and for weights that must not be sold.
    """
    models = models_of(settings)
    entries = {name: entry for name, entry in models.items() if entry.pool == settings.pool}
    if not entries:
        raise SettingInvalid(f"XAVIRA_POOL: no model of the catalogue is in {settings.pool}.")
    check_licences(models.values(), settings)
    return entries


def check_licences(entries: Iterable[ModelEntry], settings: Settings) -> None:
    """Credits are sold, so weights that forbid it draw only where somebody says it is no business.

    Raises SettingInvalid.
    """
    for entry in entries:
        forbidden = _NON_COMMERCIAL.search(entry.card.licence.replace("_", "-")) is not None
        if forbidden and entry.engine != "sketch" and not settings.non_commercial:
            raise SettingInvalid(
                f"{entry.card.id} is licensed as {entry.card.licence}, which forbids to sell its"
                " pictures; XAVIRA_NON_COMMERCIAL=1 draws with it for evaluation."
            )
