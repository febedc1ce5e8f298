"""Events are for ever: every version decodes, re-encodes as it was, and knows its stream."""

import importlib
import pkgutil
import re
from pathlib import Path

import msgspec
import pytest

import domain
from domain import generation, ledger
from domain.characters import character
from domain.event import Event
from domain.registry import EVENTS, TOPICS, evolve

GOLDEN = Path(__file__).parents[1] / "golden" / "events"
FILES = sorted(GOLDEN.glob("*.json"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_golden_event_decodes_and_encodes_as_it_was(file: Path) -> None:
    """What was once written is read back field by field and would be written the same today."""
    text = file.read_bytes()
    event = msgspec.json.decode(text, type=TOPICS[file.stem])
    assert msgspec.json.format(msgspec.json.encode(event), indent=2) + b"\n" == text


def test_every_event_has_a_golden_file() -> None:
    """No version of an event is without a file, and no file without an event that reads it."""
    assert [file.stem for file in FILES] == sorted(TOPICS)


def test_topics_are_explicit_and_versioned() -> None:
    """A topic is a stream's noun, a past tense and a version; no two events share one."""
    topics = [event.TOPIC for event in EVENTS]
    assert [topic for topic in topics if not re.fullmatch(r"[a-z]+\.[a-z_]+\.v[1-9]", topic)] == []
    assert len(set(topics)) == len(EVENTS) == len(TOPICS)


def test_every_event_class_is_registered() -> None:
    """An event that any module of the rules defines is in the registry."""
    for module in pkgutil.iter_modules(domain.__path__, "domain."):
        importlib.import_module(module.name)
    defined = {event for event in Event.__subclasses__() if event.__module__.startswith("domain.")}
    assert defined == set(EVENTS)


def test_events_are_frozen() -> None:
    """A fact cannot be changed once it exists."""
    event = ledger.AccountOpened(livemode=True, tier="base")
    with pytest.raises(AttributeError):
        event.tier = "scale"  # type: ignore[misc]


def test_a_stream_is_folded_by_its_own_rules() -> None:
    """The registry folds an event of each kind into the state of that kind."""

    def golden(topic: str) -> object:
        text = (GOLDEN / f"{topic}.json").read_bytes()
        return evolve(None, msgspec.json.decode(text, type=TOPICS[topic]))

    assert isinstance(golden("account.opened.v1"), ledger.Account)
    assert isinstance(golden("generation.requested.v1"), generation.Generation)
    assert isinstance(golden("character.created.v1"), character.Character)


def test_an_event_of_another_kind_is_refused() -> None:
    """A character's event in an account's stream is a programmer's mistake."""
    account = evolve(None, ledger.AccountOpened(livemode=True, tier="base"))
    with pytest.raises(AssertionError):
        evolve(account, character.CharacterArchived())
