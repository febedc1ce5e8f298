"""What Prometheus scrapes. It is nobody else's business, so others find nothing here."""

import hmac

from litestar import Response, get

from adapters.telemetry import metrics
from adapters.web.dependencies import Answer, WebRequest, dependencies
from adapters.web.openapi.operations import Media, documented
from adapters.web.transport.peers import peer_of
from domain.errors import NotFound


@get(
    "/metrics",
    opt=documented(
        "Metrics of this process, for this machine itself or whoever has the token",
        name="metrics_read_metrics",
        answers={200: Media(("text/plain",))},
        errors=("not_found",),
        key=False,
    ),
)
async def read_metrics(request: WebRequest) -> Answer:
    exposition = metrics.exposition()
    if exposition is None or not _may_read(request):
        raise NotFound
    return Response(exposition, headers={"Content-Type": metrics.CONTENT_TYPE})


def _may_read(request: WebRequest) -> bool:
    """With a token set, the token and nothing else opens; without, only this machine itself."""
    token = dependencies(request).metrics_token
    if token is None:
        return peer_of(request).local
    given = request.headers.get("authorization", "").encode()
    return hmac.compare_digest(given, f"Bearer {token}".encode())
