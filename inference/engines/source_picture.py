"""The finished image that a video starts from, as a request brings it."""

import io

from PIL import Image

from inference.engine import RenderRequest, RequestRefused


def source_picture(request: RenderRequest) -> Image.Image:
    """The decoded source in RGB. Raises RequestRefused where there is none, or none that opens."""
    if request.source is None:
        raise RequestRefused("a video needs the image it starts from")
    try:
        return Image.open(io.BytesIO(request.source)).convert("RGB")
    except (OSError, ValueError, Image.DecompressionBombError) as error:
        raise RequestRefused(f"the source of the video is not readable: {error}") from error
