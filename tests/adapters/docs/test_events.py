"""The generated page of events."""

from pathlib import Path

from adapters.docs.events import event_catalogue
from domain.registry import EVENTS

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "events.md"


def test_the_page_is_what_the_code_says() -> None:
    """The committed page equals the generated one."""
    assert PAGE.read_text(encoding="utf-8") == event_catalogue()


def test_every_event_has_a_section() -> None:
    """Each topic heads exactly one section."""
    headings = [line for line in event_catalogue().splitlines() if line.startswith("## ")]
    assert headings == [f"## `{event.TOPIC}`" for event in EVENTS]


def test_fields_are_listed_with_their_types() -> None:
    """Ids, lists, literals, maps and optional fields are spelled in words."""
    page = event_catalogue()
    assert "| `generation_id` | GenerationId |" in page
    assert "| `draws` | list of Draw |" in page
    assert "| `cause` | `failed` or `expired` or `blocked` or `canceled` |" in page
    assert "| `traits` | map of str to str or int |" in page
    assert "| `expires_at` | datetime or null |" in page
