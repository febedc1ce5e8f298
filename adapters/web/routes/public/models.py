"""The models on offer, for everybody."""

from litestar import get

from adapters.web.answers import lists
from adapters.web.dependencies import Answer, WebDependencies, WebRequest, dependencies, json_answer
from adapters.web.openapi.operations import documented
from adapters.web.openapi.shapes import AgeRange, ModelAnswer, ModelList
from adapters.web.requests.bodies import queried
from domain.characters.traits import AGE_YEARS_MAX, AGE_YEARS_MIN, TRAITS
from domain.models import ModelCard


@get(
    "/v1/models",
    opt=documented(
        "The models on offer",
        name="models_list_models",
        query=lists.ShortPage,
        answers={200: ModelList},
        key=False,
    ),
)
async def list_models(request: WebRequest) -> Answer:
    web = dependencies(request)
    cards, next_cursor = lists.page_of(list(web.models.values()), queried(request, lists.ShortPage))
    offers = [await _offer(web, card) for card in cards]
    return json_answer(ModelList(data=offers, next_cursor=next_cursor))


async def _offer(web: WebDependencies, card: ModelCard) -> ModelAnswer:
    ages = AgeRange(minimum=AGE_YEARS_MIN, maximum=AGE_YEARS_MAX)
    traits: dict[str, AgeRange | list[str]] = {"age": ages}
    traits |= {name: list(values) for name, values in TRAITS.items()}
    return ModelAnswer(
        id=card.id,
        style=card.style,
        face_conditioning=card.face_conditioning,
        engine=web.engines[card.id],
        kinds=list(card.kinds),
        resolutions=list(card.resolutions),
        default_resolution=card.default_resolution,
        formats=list(card.formats),
        video_seconds=list(card.video_seconds),
        traits=traits,
        price_credits=card.price_credits,
        latency=card.latency,
        queue_depth=await web.queue_depth(card.id),
        licence=card.licence,
    )
