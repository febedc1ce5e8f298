"""The size that a model draws for a requested one."""

import math


def drawn_size(
    width: int, height: int, *, native: tuple[int, int] | None, step: int
) -> tuple[int, int]:
    """The requested shape, with about as many pixels as `native` has, in multiples of `step`.

    Far from the size it was trained at a model repeats heads, so larger pictures are scaled.
    """
    factor = 1.0 if native is None else math.sqrt(native[0] * native[1] / (width * height))
    sides = [max(step, round(side * factor / step) * step) for side in (width, height)]
    return sides[0], sides[1]
