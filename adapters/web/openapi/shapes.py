"""The JSON that crosses HTTP, one struct each. Requests refuse unknown fields.

Bounds written here as types are in the OpenAPI document as well; what depends on a model or on
another field is checked where it is used.
"""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

from adapters.web.openapi.catalogue import Retry
from domain.characters.traits import AGE_YEARS_MAX, AGE_YEARS_MIN, TRAITS
from domain.enhancement.enhancing import Layer
from domain.generation import GenerationKind, Status
from domain.ledger import LotKind
from domain.models import Kind, Latency, Style
from projections.usage import UsageBy

PROMPT_CHARACTERS_MAX = 4000
NAME_CHARACTERS_MAX = 64
TAGS_MAX = 10
TAG_CHARACTERS_MAX = 64
END_USER_REF_CHARACTERS_MAX = 128
SEED_MAX = 2**32 - 1
DEADLINE_SECONDS_MAX = 86_400

Prompt = Annotated[str, Meta(max_length=PROMPT_CHARACTERS_MAX)]
Tags = Annotated[
    list[Annotated[str, Meta(min_length=1, max_length=TAG_CHARACTERS_MAX)]],
    Meta(max_length=TAGS_MAX),
]
EndUserRef = Annotated[str, Meta(max_length=END_USER_REF_CHARACTERS_MAX)]
Seed = Annotated[int, Meta(ge=0, le=SEED_MAX)]
Traits = Annotated[
    dict[str, str | int],
    Meta(
        extra_json_schema={
            "properties": {
                "age": {"type": "integer", "minimum": AGE_YEARS_MIN, "maximum": AGE_YEARS_MAX},
                **{name: {"enum": list(values)} for name, values in TRAITS.items()},
            },
            "propertyNames": {"enum": ["age", *TRAITS]},
            "required": ["age"],
        }
    ),
]
"""Values are matched without case; the document has the canonical ones."""

ModelId = Annotated[str, Meta(examples=["anime", "realistic-sharp"])]
DeadlineSeconds = Annotated[int, Meta(ge=1, le=DEADLINE_SECONDS_MAX)]

DATE_TIME = Meta(extra_json_schema={"format": "date-time"})
"""Of a text that is a time already."""


class SignUpRequest(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Both declarations must be true; they may be left out on this machine itself only."""

    email: Annotated[str, Meta(max_length=1024)]
    password: Annotated[str, Meta(max_length=1024)]
    accept_terms: bool | None = None
    is_adult: bool | None = None


class SignUpAnswer(msgspec.Struct, kw_only=True):
    """`api_key` is shown this once; `balance` is in credits."""

    account_id: UUID
    api_key: str
    balance: int


class LotAnswer(msgspec.Struct, kw_only=True):
    """Credits that were granted together and may still be spent."""

    lot_id: UUID
    kind: LotKind
    remaining: int
    expires_at: datetime | None


class BalanceAnswer(msgspec.Struct, kw_only=True):
    """Credits: those that may be spent, and those of work that has not ended."""

    available: int
    in_flight: int
    lots: list[LotAnswer]


class EntryAnswer(msgspec.Struct, kw_only=True):
    """One line of the statement: signed credits and the balance after it.

    `generation_id` is that of a debit or refund; `lot_id` of a grant, an expiry or a revocation;
    `lot_kind` and `payment_reference` of a grant; `cause` of a refund or revocation. Else null.
    """

    position: int
    recorded_at: datetime
    kind: Literal["granted", "debited", "refunded", "expired", "revoked"]
    amount: int
    balance: int
    generation_id: UUID | None
    lot_id: UUID | None
    lot_kind: LotKind | None
    payment_reference: str | None
    cause: str | None


class EntryList(msgspec.Struct, kw_only=True):
    data: list[EntryAnswer]
    next_cursor: str | None


class AgeRange(msgspec.Struct, kw_only=True):
    """Years, both ends included."""

    minimum: int
    maximum: int


class ModelAnswer(msgspec.Struct, kw_only=True):
    """A model and what may be asked of it. Prices are credits a request."""

    id: str
    style: Style
    face_conditioning: bool
    engine: str
    kinds: list[Kind]
    resolutions: list[str]
    default_resolution: str
    formats: list[str]
    video_seconds: list[int]
    traits: dict[str, AgeRange | list[str]]
    price_credits: dict[Kind, int]
    latency: dict[Kind, Latency]
    queue_depth: int
    licence: str


class ModelList(msgspec.Struct, kw_only=True):
    data: list[ModelAnswer]
    next_cursor: str | None


class CharacterRequest(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """`traits.age` is required; the names and values of the others are those of the models.

    A refusal counts for `end_user_ref`; it is kept with nothing else.
    """

    model_id: ModelId
    traits: Traits
    name: Annotated[str, Meta(max_length=NAME_CHARACTERS_MAX)] | None = None
    end_user_ref: EndUserRef | None = None


class CharacterAnswer(msgspec.Struct, kw_only=True):
    """A character. An archived one can be read but not drawn."""

    character_id: UUID
    model_id: str
    name: str | None
    traits: dict[str, str | int]
    status: Literal["preparing", "ready", "failed"]
    archived: bool
    livemode: bool
    created_at: datetime


class CharacterList(msgspec.Struct, kw_only=True):
    data: list[CharacterAnswer]
    next_cursor: str | None


class ImageRequest(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """`resolution` and `format` are the model's; a seed is chosen when there is none.

    An empty `prompt` draws the character as it is; with `raw_prompt` there must be words.
    `dry_run` answers what it would cost and draw, and asks for nothing.
    """

    character_id: str
    prompt: Prompt
    negative_prompt: Prompt = ""
    raw_prompt: bool = False
    resolution: str | None = None
    format: str | None = None
    seed: Seed | None = None
    tags: Tags = []
    end_user_ref: EndUserRef | None = None
    deadline_seconds: DeadlineSeconds | None = None
    dry_run: bool = False


class VideoRequest(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Starts from a completed image of the same account; `seconds` is one of the model's."""

    source_generation_id: str
    prompt: Prompt
    negative_prompt: Prompt = ""
    raw_prompt: bool = False
    seconds: int | None = None
    seed: Seed | None = None
    tags: Tags = []
    end_user_ref: EndUserRef | None = None
    deadline_seconds: DeadlineSeconds | None = None
    dry_run: bool = False


class EnhancementAnswer(msgspec.Struct, kw_only=True, gc=False):
    """Which layers made the enhanced prompt, in order."""

    version: str
    layers: list[Layer]


class GenerationError(msgspec.Struct, kw_only=True):
    """Why a generation ended without output, as the errors of the API tell it: `retry` is
    `new_key`, for it was refunded; `stage` is `output` where moderation refused what was drawn.
    """

    code: str
    message: str
    category: str | None = None
    retry: Retry = "new_key"
    stage: str | None = None


class Eta(msgspec.Struct, kw_only=True):
    """Seconds until it is finished: median, and what 95 in 100 stay below."""

    p50_seconds: float
    p95_seconds: float


class GenerationAnswer(msgspec.Struct, kw_only=True, gc=False):
    """The one shape of a generation. `cost_credits` stays after a refund, beside it.

    `queue_position` counts from 1 and is null once it was handed out, also while it is `queued`.
    Free text is null once the account was erased.
    """

    generation_id: UUID
    kind: GenerationKind
    status: Status
    livemode: bool
    character_id: UUID
    model_id: str
    source_generation_id: UUID | None
    prompt: str | None
    enhanced_prompt: str | None
    enhancement: EnhancementAnswer | None
    negative_prompt: str | None
    seed: int
    resolution: str
    format: str
    seconds: int | None
    output_url: str | None
    poster_url: str | None
    cost_credits: int
    refunded_credits: int
    error: GenerationError | None
    progress: float | None
    queue_position: int | None
    eta: Eta | None
    identity_score: float | None
    tags: list[str] | None
    end_user_ref: str | None
    ledger_position: int
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None


class UsageAnswer(msgspec.Struct, kw_only=True):
    """Generations that were asked for, and what became of them. `value` is a day, an id, a model or
    a text; null where the text is not known (yet).
    """

    value: str | None
    images: int
    videos: int
    completed: int
    refunded: int
    credits_charged: int
    credits_refunded: int
    credits_used: int


class UsageList(msgspec.Struct, kw_only=True):
    """Both days are included."""

    by: UsageBy
    since: date = msgspec.field(name="from")
    until: date = msgspec.field(name="to")
    data: list[UsageAnswer]
    next_cursor: str | None


class ProgressAnswer(msgspec.Struct, kw_only=True):
    """How far a render is, from 0 to 1."""

    generation_id: UUID
    progress: float


class VerdictAnswer(msgspec.Struct, kw_only=True):
    """What moderation says to a request; `stage` and `category` are those of a refusal."""

    allowed: bool
    stage: str | None
    category: str | None
    policy_version: str


class DryRunAnswer(msgspec.Struct, kw_only=True):
    """What a request would cost and draw. Without the verdict's consent there is no prompt.

    `sufficient_credits` says that balance and the key's cap cover the price now.
    """

    dry_run: Literal[True]
    kind: GenerationKind
    character_id: UUID
    model_id: str
    source_generation_id: UUID | None
    resolution: str
    format: str
    seconds: int | None
    cost_credits: int
    available_credits: int
    sufficient_credits: bool
    verdict: VerdictAnswer
    enhanced_prompt: str | None
    enhancement: EnhancementAnswer | None
    queue_position: int | None
    eta: Eta | None


class GenerationList(msgspec.Struct, kw_only=True):
    data: list[GenerationAnswer]
    next_cursor: str | None


class Health(msgspec.Struct, kw_only=True):
    status: Literal["ok"]


class ErrorBody(msgspec.Struct, frozen=True, kw_only=True):
    """What went wrong and what to do; `doc_url` is what the code means, in JSON. Fields that do not
    apply are left out, `param` is null.
    """

    code: str
    message: str
    retry: Retry
    request_id: str
    doc_url: str
    param: str | None = None
    generation_id: str | msgspec.UnsetType = msgspec.UNSET
    refunded_credits: int | msgspec.UnsetType = msgspec.UNSET
    allowed: list[str | int | bool] | msgspec.UnsetType = msgspec.UNSET
    stage: str | msgspec.UnsetType = msgspec.UNSET
    category: str | msgspec.UnsetType = msgspec.UNSET
    policy_version: str | msgspec.UnsetType = msgspec.UNSET
    required: int | msgspec.UnsetType = msgspec.UNSET
    available: int | msgspec.UnsetType = msgspec.UNSET
    resets_at: Annotated[str, DATE_TIME] | msgspec.UnsetType = msgspec.UNSET


class ErrorAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """Every answer with a status of 400 and above."""

    error: ErrorBody
