"""Custom verbs: `POST /v1/things/{id}:verb`. The router knows whole path segments only."""

from adapters.web.answers.problems import Problem
from adapters.web.dependencies import WebRequest
from adapters.web.openapi.methods import Methods


def id_before_verb(request: WebRequest, parameter: str, verb: str) -> str:
    """The id in front of `:verb`. Any other segment is a POST to the thing itself, or to nothing.

    Raises Problem(method_not_allowed).
    """
    return id_and_verb(request, parameter, (verb,))[0]


def id_and_verb(request: WebRequest, parameter: str, verbs: tuple[str, ...]) -> tuple[str, str]:
    """The id and the verb behind it, one of `verbs`.

    Raises Problem(method_not_allowed).
    """
    segment: str = request.path_params[parameter]
    text, separator, asked = segment.rpartition(":")
    if not separator or asked not in verbs:
        methods: Methods = request.app.state["methods"]
        raise Problem(
            "method_not_allowed", headers={"Allow": methods.allowed(request.scope["path"])}
        )
    return text, asked
