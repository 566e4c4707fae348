"""A planner at work, shown on a terminal as a bar, elsewhere as a line for each stage."""

import sys
from dataclasses import dataclass, field
from typing import Protocol, TextIO

WIDTH = 30


class Step(Protocol):
    """What a planner tells of itself on its way."""

    @property
    def stage(self) -> str: ...
    @property
    def value(self) -> int | None: ...
    @property
    def bound(self) -> int | None: ...
    @property
    def gaps(self) -> int | None: ...
    @property
    def breaks(self) -> int | None: ...
    @property
    def fraction(self) -> float: ...


@dataclass
class ProgressBar:
    """Call it with each step; ``close`` ends the line."""

    stream: TextIO = field(default_factory=lambda: sys.stderr)
    _stage: str = ""

    def __call__(self, step: Step) -> None:
        if self.stream.isatty():
            self.stream.write(f"\r\x1b[K{line_of(step)}")
            self.stream.flush()
        elif step.stage != self._stage:
            self.stream.write(f"{line_of(step)}\n")
        self._stage = step.stage

    def close(self) -> None:
        if self.stream.isatty():
            self.stream.write("\n")


def line_of(step: Step) -> str:
    """``[########······]  40 %  rooms      value 3,838 of at most 3,838, gap 0, 4 breaks``."""
    done = round(WIDTH * min(max(step.fraction, 0.0), 1.0))
    bar = "#" * done + "·" * (WIDTH - done)
    words = [f"[{bar}] {round(100 * step.fraction):3} %  {step.stage:<8}"]
    if step.value is not None:
        words.append(f"value {step.value:,}" + (f" of at most {step.bound:,}" if step.bound is not None else ""))
    elif step.bound is not None:
        words.append(f"at most {step.bound:,}")
    if step.value is not None and step.bound is not None:
        words.append(f"gap {step.bound - step.value:,}")
    if step.breaks is not None:
        words.append(f"{step.breaks:,} {'break' if step.breaks == 1 else 'breaks'}")
    elif step.gaps is not None:
        words.append(f"{step.gaps:,} idle slots")
    return "  ".join(words)
