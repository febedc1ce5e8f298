"""Real outputs of the sketch engine in every format, and credentials to sign them with."""

from functools import cache

from adapters.provenance.certificates import own_credentials, signer_of
from inference.engine import Format, Rendered, RenderRequest
from inference.engines.sketch import SketchEngine
from inference.provenance.manifests import ManifestSigner

SECRET = b"\x07" * 32
CREDENTIALS = own_credentials(SECRET)
OURS = [signer_of(CREDENTIALS)]
FORMATS: tuple[Format, ...] = ("png", "webp", "jpeg", "mp4")


@cache
def drawn(form: Format) -> Rendered:
    """A picture, or a clip of one second made of one."""
    video = form == "mp4"
    request = RenderRequest(
        kind="video" if video else "image",
        model_id="anime",
        character_id="mia",
        traits={"gender": "female", "age": 26},
        prompt="half body, smiling, garden",
        negative_prompt="",
        seed=7,
        width=256,
        height=320,
        format=form,
        seconds=1 if video else None,
        source=drawn("png").data if video else None,
    )
    (rendered,) = SketchEngine().render([request], lambda index, fraction: None)
    return rendered


@cache
def marked(form: Format) -> Rendered:
    """The same with its manifest."""
    return ManifestSigner(CREDENTIALS)(drawn(form))
