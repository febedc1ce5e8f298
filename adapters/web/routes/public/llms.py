"""`/llms.txt`: how to call this API, in one plain page for programs that write programs.

It is made of the OpenAPI document, so it names every route there is and none that there is not.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from litestar import Response, get

from adapters.web.dependencies import Answer, WebRequest, dependencies
from adapters.web.openapi.operations import Media, documented

PLACEHOLDER = "https://api.example.com"
"""Stands for the address in the committed copy."""

_GUIDE = """\
# Xavira

> Images and videos of persistent characters for adults-only apps, over HTTP. Create a character
> once, generate images and videos of it, show a permanent URL. Prepaid credits: an image costs 1,
> a video 5, a new account has 25. Adults only: a character's age is 18 to 80 and no prompt
> changes it.

Base URL: {base}
Send `Authorization: Bearer xav_live_...` and `Content-Type: application/json`.
Send a fresh `Idempotency-Key` (a UUID) with every POST that creates, and the same one when you
repeat it: the same key joins the same work and never charges twice.

## The two calls

1. `POST {base}/v1/characters` with `{{"model_id":"realistic-sharp","name":"Mia","traits":
   {{"age":26,"ethnicity":"Hispanic","hairLength":"long","hairColor":"brown"}}}}` answers 201 with
   `character_id`. `model_id` and `traits.age` are required; `GET {base}/v1/models` lists the rest.
2. `POST {base}/v1/images:generate` with `{{"character_id":"...","prompt":"half body, smiling,
   garden","resolution":"896x1152"}}` answers 201 with `output_url`, or 202 when it takes longer:
   then `GET {base}/v1/generations/{{generation_id}}` after `Retry-After` seconds until `status` is
   `completed`, `failed`, `expired`, `blocked` or `canceled`.

A video: `POST {base}/v1/videos:generate` with `{{"source_generation_id":"<a completed image>",
"prompt":"turns and smiles"}}` answers 202; read it the same way, or take the webhook. What no
webhook told is found once an hour: `GET {base}/v1/generations` with `limit=100`, `created_from=`
the time of your oldest open order, and no `status`, to the last page.

## Errors

`{{"error":{{"code":"...","message":"...","retry":"same_key|new_key|never","request_id":"..."}}}}`.
`same_key`: nothing was charged, repeat with the same key after `Retry-After`. `new_key`: it ended
and was refunded, repeat with a fresh key. `never`: change the request. A blocked prompt (422
`moderation_blocked`) is never charged; 402 `insufficient_credits` says `required` and `available`.

## Routes

{routes}

## More

- [OpenAPI 3.1]({base}/schema): every route, type and error code
"""


def llms_text(document: Mapping[str, Any], base: str) -> str:
    """The page for an API at `base`."""
    return _GUIDE.format(base=base, routes="\n".join(_routes(document)))


def _routes(document: Mapping[str, Any]) -> Iterable[str]:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            if method != "head":
                yield f"- `{method.upper()} {path}`: {operation['summary']}"


@get(
    "/llms.txt",
    opt=documented(
        "How to call this API, for programs that write programs",
        name="llms_llms",
        answers={200: Media(("text/plain",))},
        key=False,
    ),
)
async def llms(request: WebRequest) -> Answer:
    text = llms_text(request.app.state["document"], dependencies(request).base_url)
    return Response(
        text.encode(), media_type="text/plain", headers={"Cache-Control": "max-age=300"}
    )
