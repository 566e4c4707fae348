"""What a search tells on its way."""

from collections.abc import Callable
from dataclasses import replace

from .values import Progress

FRACTIONS = {"bound": 0.05, "select": 0.6, "polish": 0.9, "proof": 0.95, "rooms": 1.0}


class Told:
    """What has been reached so far; every stage is told to the caller and kept for the result."""

    def __init__(self, on_progress: Callable[[Progress], None] | None) -> None:
        self.on_progress = on_progress
        self.stages: list[Progress] = []

    def tell(self, progress: Progress) -> Progress:
        """Tell the caller."""
        if self.on_progress is not None:
            self.on_progress(progress)
        return progress

    def close(self, progress: Progress) -> None:
        """Tell the caller that a stage is over, and keep how, without the plan."""
        self.stages.append(replace(self.tell(progress), plan=None))
