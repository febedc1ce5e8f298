"""Bodies of webhook messages: the objects of the API themselves, made when they are needed."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import msgspec

from adapters.web.answers.api_objects import (
    character_object,
    ended_progress,
    generation_object,
    spoken,
)
from domain.characters.character import Character
from domain.generation import Generation
from domain.ids import Book
from domain.ports import Stream, Vault
from domain.texts import CharacterTexts
from domain.webhooks.messages import Body, Message, encoded, ordered_subject
from projections.characters import character_row
from projections.generations import generation_row


class WebhookBodies:
    """Called with a message and the streams of its subject; may block."""

    def __init__(self, *, base_url: str, vault: Vault, book: Book) -> None:
        self._base_url = base_url
        self._vault = vault
        self._livemode = book == "live"

    def __call__(self, message: Message, streams: Mapping[UUID, Stream]) -> bytes | None:
        """The bytes to sign and send; None once the account was erased."""
        data = self._data(message, streams)
        if data is None:
            return None
        body = Body(
            type=message.type,
            timestamp=message.occurred_at,
            livemode=self._livemode,
            subject_id=ordered_subject(message),
            sequence=message.sequence,
            data=data,
        )
        return encoded(body)

    def _data(self, message: Message, streams: Mapping[UUID, Stream]) -> Any:
        if message.facts is not None:
            return msgspec.Raw(message.facts)
        stream = streams[message.subject_id]
        match stream.state:
            case Generation():
                return self._generation(message, stream)
            case Character():
                return self._character(message, stream)
            case state:
                raise AssertionError((message.type, state))

    def _generation(self, message: Message, stream: Stream) -> Any:
        row = generation_row(message.subject_id, stream)
        texts = spoken(self._vault.open(message.account_id, row.sealed))
        if texts is None:
            return None
        return generation_object(row, texts, base_url=self._base_url, progress=ended_progress(row))

    def _character(self, message: Message, stream: Stream) -> Any:
        row = character_row(message.subject_id, stream)
        text = self._vault.open(message.account_id, row.sealed)
        if text is None:
            return None
        return character_object(row, msgspec.json.decode(text, type=CharacterTexts).name)
