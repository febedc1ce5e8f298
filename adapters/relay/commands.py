"""Turns released work into the command that a consumer understands.

It reads streams and opens sealed texts; it decides nothing. What a request, and a character whose
face is fixed, say can never change, so both are kept for a while.
"""

import asyncio
from collections import OrderedDict
from typing import Generic, TypeVar
from uuid import UUID

import msgspec

from adapters.answered import answered
from adapters.relay.queue import Release
from domain.characters.character import Character, CharacterCreated
from domain.event import Recorded
from domain.generation import Generation, GenerationRequested
from domain.ids import Book
from domain.messages import Command, IdentityCommand, RenderCommand
from domain.ports import Ledger, QuickVault, Vault
from domain.sandbox import fault_of
from domain.texts import CharacterTexts, GenerationTexts

REQUESTS_CACHED_MAX = 4096
CHARACTERS_CACHED_MAX = 4096

Value = TypeVar("Value")


class TextsErased(Exception):
    """The account's data key is gone, so nobody can know any more what was asked for."""


class Recent(Generic[Value]):
    """A mapping of bounded size; the oldest entry goes first."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._values: OrderedDict[UUID, Value] = OrderedDict()

    def put(self, key: UUID, value: Value) -> None:
        self._values[key] = value
        if len(self._values) > self._limit:
            self._values.popitem(last=False)

    def get(self, key: UUID) -> Value | None:
        return self._values.get(key)

    def pop(self, key: UUID) -> None:
        self._values.pop(key, None)


class Commands:
    """Builds commands; `note` spares reading a request that just went by in the log."""

    def __init__(self, *, ledger: Ledger, vault: QuickVault, book: Book = "live") -> None:
        self._magic = book == "test"
        self._ledger = ledger
        self._vault = vault
        self._requests: Recent[GenerationRequested] = Recent(REQUESTS_CACHED_MAX)
        self._characters: Recent[Character] = Recent(CHARACTERS_CACHED_MAX)

    def note(self, recorded: Recorded) -> None:
        """Remembers a request. Called from the following thread."""
        if isinstance(recorded.event, GenerationRequested):
            self._requests.put(recorded.stream_id, recorded.event)

    async def build(self, release: Release) -> Command:
        """Raises TextsErased, TemporarilyUnavailable."""
        if release.kind == "identity":
            return await self._identity(release)
        requested = await self._request(release.work_id)
        at_hand = self._vault.at_hand(requested.account_id)
        if at_hand is None:
            texts = await asyncio.to_thread(_texts, self._vault, requested)
        else:
            texts = _texts(at_hand, requested)
        if texts is None:
            raise TextsErased(requested.account_id)
        character = await self._character(requested.character_id)
        identity = character.identity
        return RenderCommand(
            work_id=release.work_id,
            attempt=release.attempt,
            token=release.token,
            kind=requested.kind,
            model_id=requested.model_id,
            character_id=requested.character_id,
            traits=requested.traits,
            prompt=texts.enhanced_prompt,
            negative_prompt=texts.enhanced_negative_prompt,
            seed=requested.seed,
            width=requested.width,
            height=requested.height,
            format=requested.format,
            seconds=requested.seconds,
            source_key=requested.source_key,
            identity_key=None if identity is None else identity.object_key,
            fault=fault_of(texts.prompt, "render") if self._magic else None,
        )

    async def _identity(self, release: Release) -> IdentityCommand:
        created: CharacterCreated = (await self._character(release.work_id)).created
        return IdentityCommand(
            work_id=release.work_id,
            attempt=release.attempt,
            token=release.token,
            model_id=created.model_id,
            traits=created.traits,
            fault=await asyncio.to_thread(self._fault, created) if self._magic else None,
        )

    def _fault(self, created: CharacterCreated) -> str | None:
        """What the name of a test character asks for; nothing once it is erased."""
        plain = self._vault.open(created.account_id, created.sealed)
        if plain is None:
            return None
        name = msgspec.json.decode(plain, type=CharacterTexts).name
        return fault_of(name or "", "character")

    async def _request(self, work_id: UUID) -> GenerationRequested:
        noted = self._requests.get(work_id)
        if noted is not None:
            return noted
        state = await self._load(work_id)
        assert isinstance(state, Generation), work_id
        self._requests.put(work_id, state.requested)
        return state.requested

    async def _character(self, character_id: UUID) -> Character:
        kept = self._characters.get(character_id)
        if kept is not None:
            return kept
        state = await self._load(character_id)
        assert isinstance(state, Character), character_id
        if state.status == "ready":
            self._characters.put(character_id, state)
        return state

    async def _load(self, stream_id: UUID) -> object:
        streams = await answered(self._ledger.load([stream_id]))
        return streams[stream_id].state


def _texts(vault: Vault, requested: GenerationRequested) -> GenerationTexts | None:
    """None where the account's key is gone."""
    plain = vault.open(requested.account_id, requested.sealed)
    return None if plain is None else msgspec.json.decode(plain, type=GenerationTexts)
