"""What makes one plan better than another."""

from dataclasses import dataclass
from enum import StrEnum

from .errors import InvalidProblem


class Aim(StrEnum):
    """The objectives by name; ``planner.check.objectives`` says what each counts."""

    VALUE = "value"
    EMPTY = "empty"
    FAIRNESS = "fairness"
    LEXIMIN = "leximin"
    BREAKS = "breaks"
    ROOM_MOVES = "room_moves"
    PREFERENCES = "preferences"
    STABILITY = "stability"


@dataclass(frozen=True, slots=True)
class Objective:
    """An aim and what one unit of it weighs against the other aims of its tier."""

    aim: Aim
    weight: int = 1

    def __post_init__(self) -> None:
        if self.weight < 1:
            raise InvalidProblem("not_positive", f"objective {self.aim}", field="weight", value=self.weight)


Tier = tuple[Objective, ...]

USUAL: tuple[Tier, ...] = ((Objective(Aim.VALUE),), (Objective(Aim.BREAKS),), (Objective(Aim.ROOM_MOVES),))
