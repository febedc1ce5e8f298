"""What the consumer asks of an engine, and nothing about how it draws.

An engine turns requests into finished files. It never sees a web request, an account or a ledger:
whoever calls it has already decided that the work is paid for and allowed.
"""

from collections.abc import Callable, Sequence
from typing import Literal, Protocol

import msgspec

Kind = Literal["image", "video"]
Format = Literal["png", "webp", "jpeg", "mp4"]
Progress = Callable[[int, float], None]
"""Called with (index of the request in the batch, fraction done from 0 to 1, never falling)."""


class EngineFailed(Exception):
    """The engine could not finish a request; the message is for operators, never for customers."""


class RequestRefused(EngineFailed):
    """The reason lies in the request, for every consumer, so that it fails at once and nothing is
    said about the engine. Lack of memory is none of these: the device may be at fault. Nor is what
    only this consumer cannot draw: its catalogue may be.
    """


class LoadFailed(EngineFailed):
    """An engine cannot be made ready: a file is missing or not what it should be; one sentence."""


class RenderCanceled(Exception):
    """Raised out of a progress callback to stop a render within one step."""


class RenderRequest(msgspec.Struct, frozen=True, kw_only=True):
    """One picture or clip to draw.

    `width` and `height` are pixels of the finished file. `seed` is 0 to 2**32 - 1 and, with
    everything else equal, decides every pixel. `traits` are canonical camelCase traits, `age` in
    years. `identity` is what the same engine's `identify` returned for the character, or None;
    it is empty where that is lost, and the engine makes it anew from id and traits.
    `source` holds the bytes of the image that a video starts from, None for images.
    """

    kind: Kind
    model_id: str
    character_id: str
    traits: dict[str, str | int]
    prompt: str
    negative_prompt: str
    seed: int
    width: int
    height: int
    format: Format
    seconds: int | None = None
    identity: bytes | None = None
    source: bytes | None = None


class IdentityRequest(msgspec.Struct, frozen=True, kw_only=True):
    """The character whose face is to be fixed once, from its traits and its id alone."""

    model_id: str
    character_id: str
    traits: dict[str, str | int]


class Rendered(msgspec.Struct, frozen=True, kw_only=True):
    """A finished file: its bytes, what they are, and for a video the poster frame as a PNG.

    `identity_score` is the cosine, -1 to 1, between what the engine's image encoder sees in the
    picture and in the character's reference portrait; None where the engine cannot tell.
    `likeness` saves whoever has the pixels at hand anyway from being asked to decode the file.
    `repeated` is true of a file that is answered for many requests, as load tests have it: what is
    made of it once may be kept.
    """

    data: bytes
    media_type: str
    width: int
    height: int
    poster: bytes | None = None
    identity_score: float | None = None
    likeness: bytes | None = None
    repeated: bool = False


class Engine(Protocol):
    """One loaded model. Not thread-safe: one thread per engine.

    `batch_max` is how many images of the same model, size and format may share a `render`.
    `encoder` names and versions what `identify` computes ("" when the engine fixes no identity).
    """

    name: str
    batch_max: int

    @property
    def encoder(self) -> str: ...

    def load(self) -> None:
        """Makes the engine ready; may take minutes. Heavy imports happen here, nowhere earlier."""

    def render(self, requests: Sequence[RenderRequest], progress: Progress) -> list[Rendered]:
        """Draws the batch, in order. Raises RequestRefused where the reason lies in what is asked
        for (a source that does not open, a size or format that is not drawn), EngineFailed for
        all else; lets RenderCanceled pass.
        """

    def identify(self, request: IdentityRequest) -> bytes | None:
        """The identity to store for this character, or None when the engine has none. Raises as
        `render` does.
        """

    def unload(self) -> None:
        """Gives memory back; the engine can be loaded again."""
