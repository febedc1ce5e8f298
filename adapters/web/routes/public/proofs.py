"""Proofs for outsiders: the newest signed checkpoint, that it continues an older one, and that an
entry of the caller is under it. What is answered can be checked without us; docs/howto/audit.md
says how.
"""

import base64
from collections.abc import Iterable
from typing import Annotated
from uuid import UUID

import msgspec
from litestar import Response, get
from msgspec import Meta

from adapters.web.answers import lists
from adapters.web.answers.problems import Problem
from adapters.web.dependencies import (
    Answer,
    WebDependencies,
    WebRequest,
    dependencies,
    json_answer,
    streams_of,
)
from adapters.web.guards.auth import admit
from adapters.web.openapi.operations import Media, documented
from adapters.web.requests.bodies import queried
from domain.audit.merkle import Range, consistency_ranges, inclusion_ranges, leaf_hashes
from domain.audit.signed_note import SignedCheckpoint, parse_note
from domain.errors import NotFound, TemporarilyUnavailable
from domain.generation import Generation
from domain.ids import AccountId
from projections.audit_tree import (
    PlaceRow,
    proof_from,
    query_newest,
    query_place,
    query_tiles,
    tiles_from,
    tiles_of,
)

POSITION_DIGITS_MAX = 18


class ConsistencyQuery(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """`since` is the size of an older checkpoint of the same origin."""

    since: Annotated[int, Meta(ge=1, le=lists.POSITION_MAX)]


class ProofAnswer(msgspec.Struct, kw_only=True):
    """An entry and the way from its leaf to the root of the checkpoint, as RFC 6962 builds it.

    The leaf is SHA-256 of a zero byte, position, stream id, version, recorded time in microseconds
    since 1970, length of the topic, topic and state: whole numbers with the most significant byte
    first, 8 bytes each and 4 for the length. `state`, `leaf_hash` and `hashes` are base64.
    """

    position: int
    stream_id: UUID
    version: int
    recorded_at_microseconds: int
    topic: str
    state: str
    leaf_index: int
    leaf_hash: str
    hashes: list[str]
    checkpoint: str


class ConsistencyAnswer(msgspec.Struct, kw_only=True):
    """That the first `since` entries under the checkpoint are those of the older one."""

    since: int
    hashes: list[str]
    checkpoint: str


@get(
    "/v1/ledger/entries/{position:str}/proof",
    opt=documented(
        "Prove that an entry of yours is under a signed checkpoint",
        name="proofs_prove_entry",
        answers={200: ProofAnswer},
        errors=("not_found",),
    ),
)
async def prove_entry(request: WebRequest) -> Answer:
    text: str = request.path_params["position"]
    admitted = await admit(request)
    web = dependencies(request)
    if not (text.isascii() and text.isdigit() and len(text) <= POSITION_DIGITS_MAX):
        raise NotFound
    position = int(text)
    place = await _own_entry(web, admitted.account_id, position)
    number, signed = await _newest(web)
    if signed.checkpoint.size < position:
        raise TemporarilyUnavailable
    ranges = inclusion_ranges(position - 1, signed.checkpoint.size)
    row = (
        position,
        place.originator_id.bytes,
        place.originator_version,
        place.recorded_at,
        place.topic.encode(),
        place.state,
    )
    return json_answer(
        ProofAnswer(
            position=position,
            stream_id=place.originator_id,
            version=place.originator_version,
            recorded_at_microseconds=place.recorded_at,
            topic=place.topic,
            state=_text(place.state),
            leaf_index=position - 1,
            leaf_hash=_text(leaf_hashes([row])[0]),
            hashes=await _hashes(web, number, ranges),
            checkpoint=signed.note,
        )
    )


@get(
    "/v1/checkpoint",
    opt=documented(
        "The newest signed checkpoint (C2SP tlog-checkpoint)",
        name="proofs_newest_checkpoint",
        answers={200: Media(("text/plain",))},
        errors=("not_found", "temporarily_unavailable"),
        key=False,
    ),
)
async def newest_checkpoint(request: WebRequest) -> Answer:
    _, signed = await _newest(dependencies(request))
    return Response(signed.note.encode(), media_type="text/plain")


@get(
    "/v1/checkpoint/consistency",
    opt=documented(
        "Prove that the newest checkpoint continues an older one",
        name="proofs_prove_consistency",
        query=ConsistencyQuery,
        answers={200: ConsistencyAnswer},
        errors=("not_found", "temporarily_unavailable"),
        key=False,
    ),
)
async def prove_consistency(request: WebRequest) -> Answer:
    asked = queried(request, ConsistencyQuery)
    web = dependencies(request)
    number, signed = await _newest(web)
    if asked.since > signed.checkpoint.size:
        message = "The newest checkpoint is smaller than that."
        raise Problem("validation_failed", message, param="since")
    ranges = consistency_ranges(asked.since, signed.checkpoint.size)
    return json_answer(
        ConsistencyAnswer(
            since=asked.since,
            hashes=await _hashes(web, number, ranges),
            checkpoint=signed.note,
        )
    )


async def _own_entry(web: WebDependencies, account_id: AccountId, position: int) -> PlaceRow:
    """An event of the account's stream or of one of its generations. Raises NotFound.

    The database is asked the same whether an entry is another account's or there is none.
    """
    rows = await lists.fetch(web, query_place(position))
    stream_id: UUID = rows[0].originator_id if rows else account_id
    state = (await streams_of(web, [stream_id]))[stream_id].state
    if isinstance(state, Generation):
        owner: UUID = state.requested.account_id
    else:
        owner = stream_id
    if not rows or owner != account_id:
        raise NotFound
    return rows[0]


async def _newest(web: WebDependencies) -> tuple[int, SignedCheckpoint]:
    """Raises NotFound before anything was signed."""
    rows = await lists.fetch(web, query_newest())
    if not rows or rows[0].note is None:
        raise NotFound
    return rows[0].number, parse_note(rows[0].note)


async def _hashes(web: WebDependencies, number: int, ranges: Iterable[Range]) -> list[str]:
    wanted = list(ranges)
    rows = await lists.fetch(web, query_tiles(number, tiles_of(wanted)))
    return [_text(hash_) for hash_ in proof_from(tiles_from(rows), wanted)]


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()
