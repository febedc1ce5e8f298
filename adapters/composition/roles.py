"""What the processes have in common: their roles in the database, and the models they offer."""

import msgspec

from adapters.settings import Settings
from domain.ids import Book
from inference.catalogue import ModelEntry, load_catalogue

API_ROLE = "xavira_api"
WORK_ROLE = "xavira_work"


def models_of(settings: Settings, book: Book = "live") -> dict[str, ModelEntry]:
    """The catalogue as this deployment runs it. The test book is always sketched."""
    entries = load_catalogue(settings.models)
    if settings.engine == "catalogue" and book == "live":
        return entries
    return {name: msgspec.structs.replace(e, engine="sketch") for name, e in entries.items()}
