"""Builds the engine that an entry of the catalogue names; what is not built is not imported."""

from inference.catalogue import ModelEntry
from inference.engine import Engine


def build_engine(
    entry: ModelEntry, *, sketch_instant: bool, sketch_fault: str, sketch_delay_seconds: float
) -> Engine:
    """The engine for an entry, not yet loaded. The three `sketch_` settings are for tests."""
    if entry.engine == "diffusion":
        from inference.engines.diffusion import DiffusionEngine

        return DiffusionEngine(entry)
    from inference.engines.sketch import SketchEngine

    return SketchEngine(
        instant=sketch_instant, fault=sketch_fault, delay_seconds=sketch_delay_seconds
    )
