"""What each error code means, for whoever meets one: the catalogue, served by the API itself."""

import msgspec
from litestar import get

from adapters.web.answers import lists
from adapters.web.dependencies import Answer, WebRequest, json_answer
from adapters.web.openapi.catalogue import BY_CODE, KINDS, ErrorKind, Retry
from adapters.web.openapi.operations import documented
from adapters.web.requests.bodies import queried
from domain.errors import NotFound


class ErrorKindAnswer(msgspec.Struct, kw_only=True):
    """`when` it is answered. `retry` and `retry_after_seconds` are the usual ones; where
    an error says otherwise, the error is right.
    """

    code: str
    status: int
    retry: Retry
    message: str
    when: str
    retry_after_seconds: int | None


class ErrorKindList(msgspec.Struct, kw_only=True):
    data: list[ErrorKindAnswer]
    next_cursor: str | None


@get(
    "/v1/errors",
    opt=documented(
        "Every error code there is",
        name="error_kinds_list_all",
        query=lists.ShortPage,
        answers={200: ErrorKindList},
        key=False,
    ),
)
async def list_all(request: WebRequest) -> Answer:
    shown, next_cursor = lists.page_of(KINDS, queried(request, lists.ShortPage))
    return json_answer(ErrorKindList(data=list(map(_told, shown)), next_cursor=next_cursor))


@get(
    "/v1/errors/{code:str}",
    opt=documented(
        "What an error code means; the `doc_url` of each error leads here",
        name="error_kinds_read_one",
        answers={200: ErrorKindAnswer},
        errors=("not_found",),
        key=False,
    ),
)
async def read_one(request: WebRequest) -> Answer:
    kind = BY_CODE.get(request.path_params["code"])
    if kind is None:
        raise NotFound
    return json_answer(_told(kind))


def _told(kind: ErrorKind) -> ErrorKindAnswer:
    return ErrorKindAnswer(
        code=kind.code,
        status=kind.status,
        retry=kind.retry,
        message=kind.message,
        when=kind.when,
        retry_after_seconds=kind.retry_after_seconds,
    )
