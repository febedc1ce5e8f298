"""How the end of a route is announced, before it comes."""

from datetime import date

from litestar import get
from litestar.datastructures import State

from adapters.web.answers.problems import Problem, error_response
from adapters.web.dependencies import Answer, WebRequest, json_answer
from adapters.web.guards.auth import require_key
from adapters.web.openapi.document import document
from adapters.web.openapi.methods import Methods
from adapters.web.openapi.operations import Farewell, documented
from adapters.web.openapi.shapes import Health
from adapters.web.transport.edge import Edge
from tests.adapters.web.site import Site


@get(
    "/v1/old",
    opt=documented(
        "Old",
        name="old",
        answers={200: Health},
        key=False,
        farewell=Farewell(deprecated_on=date(2027, 1, 1), gone_on=date(2027, 7, 1)),
    ),
)
async def old(request: WebRequest) -> Answer:
    if request.query_params:
        raise Problem("invalid_request")
    return json_answer(Health(status="ok"))


def test_every_answer_of_a_route_that_ends_says_so(site: Site) -> None:
    """RFC 9745 and RFC 8594, errors included; the document marks the route."""
    described = document([old])
    app = Edge(
        route_handlers=[old],
        before_request=require_key,
        exception_handlers={Exception: error_response},
        openapi_config=None,
        state=State({"methods": Methods(described["paths"]), "base_url": "https://media.example"}),
    )
    for path, status in (("/v1/old", 200), ("/v1/old?a=b", 400)):
        reply = site.send("GET", path, app=app)
        assert reply.status == status
        assert reply.header("deprecation") == "@1798761600"
        assert reply.header("sunset") == "Thu, 01 Jul 2027 00:00:00 GMT"
    assert described["paths"]["/v1/old"]["get"]["deprecated"] is True


def test_no_other_route_says_so(site: Site) -> None:
    """What is not to end has neither header."""
    reply = site.send("GET", "/v1/models")
    assert (reply.header("deprecation"), reply.header("sunset")) == (None, None)
