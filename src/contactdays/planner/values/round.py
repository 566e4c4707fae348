"""Round tables: everybody who attends a session sits at one of its tables."""

from dataclasses import dataclass

from .errors import InvalidProblem


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a round: at most ``capacity`` people, at least ``least``."""

    id: str
    capacity: int
    least: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.least <= self.capacity:
            raise InvalidProblem("bad_capacity", f"table {self.id}", least=self.least, capacity=self.capacity)


@dataclass(frozen=True, slots=True)
class Ranking:
    """The tables that ``participant`` would like, most wanted first; any other comes after all of these."""

    participant: str
    tables: tuple[str, ...]

    def __post_init__(self) -> None:
        if len(set(self.tables)) != len(self.tables):
            raise InvalidProblem("named_twice", f"ranking {self.participant}", field="tables")


@dataclass(frozen=True, slots=True)
class Round:
    """Parallel tables during one ``session``; each of its attendees gets one seat.

    ``most_of_region``: most people of one region at one table, None for no limit (people without a region are
    not counted).
    """

    session: str
    tables: tuple[Table, ...]
    rankings: tuple[Ranking, ...] = ()
    most_of_region: int | None = None

    def __post_init__(self) -> None:
        if self.most_of_region is not None and self.most_of_region < 1:
            raise InvalidProblem(
                "not_positive", f"round {self.session}", field="most_of_region", value=self.most_of_region
            )


@dataclass(frozen=True, slots=True, order=True)
class Seat:
    """``participant`` sits at ``table`` during ``session``."""

    session: str
    table: str
    participant: str
