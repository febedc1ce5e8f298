"""Moves a finished picture: a slow camera, the person a little nearer than the scene, a blink."""

from collections.abc import Iterator

import numpy as np
from PIL import Image

from inference.engine import RenderRequest
from inference.engines.sketching.blink import close_eyes, find_eyes
from inference.engines.sketching.identity import Identity
from inference.engines.sketching.person import person

CLIP_SIDE_PIXELS_MAX = 576
GRID = 8
BLINK_EVERY_FRAMES = 37
BLINK = (0.45, 1.0, 1.0, 0.55)
"""How far the lids are down in each frame of a blink."""


def clip_size(width: int, height: int) -> tuple[int, int]:
    """The size of the clip: the longer side at most CLIP_SIDE_PIXELS_MAX, both even, in pixels."""
    factor = min(1.0, CLIP_SIDE_PIXELS_MAX / max(width, height))
    return max(2, round(width * factor / 2) * 2), max(2, round(height * factor / 2) * 2)


def clip_frames(
    source: Image.Image, request: RenderRequest, face: Identity, count: int, *, anime: bool
) -> Iterator[Image.Image]:
    """`count` frames of the source under a slowly moving camera; the seed picks its direction."""
    size = clip_size(request.width, request.height)
    base = _fitted(source, size)
    toward = 1.0 if request.seed % 2 else -1.0
    lids = _lids(base, request, face, anime=anime)
    first_blink = 18 + request.seed % 11
    for number in range(count):
        share = number / max(1, count - 1)
        eased = share * share * (3 - 2 * share)
        phase = (number - first_blink) % BLINK_EVERY_FRAMES
        blinking = number >= first_blink and phase < len(BLINK)
        still = lids.get(BLINK[phase], base) if blinking else base
        yield _moved(still, size, eased, toward)


def _lids(
    base: Image.Image, request: RenderRequest, face: Identity, *, anime: bool
) -> dict[float, Image.Image]:
    """The picture with lids half and fully closed; empty when its eyes are not found."""
    who = person(request.traits, face, anime=anime)
    eyes = find_eyes(base, who)
    if eyes is None:
        return {}
    return {closure: close_eyes(base, eyes, who, closure) for closure in set(BLINK)}


def _fitted(source: Image.Image, size: tuple[int, int]) -> Image.Image:
    """The source cut to the shape of the clip and scaled to its size."""
    width, height = source.size
    factor = max(size[0] / width, size[1] / height)
    wide, high = size[0] / factor, size[1] / factor
    left, top = (width - wide) / 2, (height - high) / 2
    box = (left, top, left + wide, top + high)
    return source.resize(size, Image.Resampling.LANCZOS, box=box)


def _moved(base: Image.Image, size: tuple[int, int], share: float, toward: float) -> Image.Image:
    """One frame: zoomed by a grid whose middle, where the person is, is nearer than its rim."""
    width, height = size
    steps = np.linspace(0, 1, GRID + 1)
    x, y = np.meshgrid(steps, steps)
    near = np.exp(-((x - 0.5) ** 2) / 0.09) * np.clip(0.45 + y, 0, 1)
    zoom = 1 - (0.045 + 0.035 * near) * share
    drift = toward * (share - 0.5) * (0.010 + 0.012 * near) * share
    columns = [round(step * width) for step in steps]
    rows = [round(step * height) for step in steps]
    from_x = (((x - 0.5) * zoom + 0.5 + drift) * width).tolist()
    from_y = (((y - 0.42) * zoom + 0.42) * height).tolist()
    mesh = []
    for row in range(GRID):
        for column in range(GRID):
            box = (columns[column], rows[row], columns[column + 1], rows[row + 1])
            corners = ((row, column), (row + 1, column), (row + 1, column + 1), (row, column + 1))
            quad = tuple(value for r, c in corners for value in (from_x[r][c], from_y[r][c]))
            mesh.append((box, quad))
    return base.transform(size, Image.Transform.MESH, mesh, Image.Resampling.BICUBIC)
