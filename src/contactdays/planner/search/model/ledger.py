"""Which options are chosen, and how full that makes each row of the model."""

from collections.abc import Iterable

from .model import Model


class Ledger:
    """Rows kept in step with the options chosen, so that a change is judged by the rows it touches."""

    def __init__(self, model: Model, chosen: Iterable[int] = ()) -> None:
        rows = model.rows
        self._upper = rows.upper
        self._full = [0] * len(rows.upper)
        self._touches: list[list[tuple[int, int]]] = [[] for _ in model.weights]
        for number in range(len(rows.upper)):
            for entry in rows.row(number):
                self._touches[rows.columns[entry]].append((number, rows.factors[entry]))
        for column in chosen:
            self.add(column)

    def add(self, column: int) -> None:
        """Choose an option."""
        for row, factor in self._touches[column]:
            self._full[row] += factor

    def remove(self, column: int) -> None:
        """Choose it no more."""
        for row, factor in self._touches[column]:
            self._full[row] -= factor

    def keeps(self, columns: Iterable[int]) -> bool:
        """Whether no row that ``columns``, chosen now or until now, touch is over its limit."""
        return all(self._full[row] <= self._upper[row] for column in columns for row, _ in self._touches[column])

    def takes(self, column: int) -> bool:
        """Whether ``column`` could be chosen as well."""
        return all(self._full[row] + factor <= self._upper[row] for row, factor in self._touches[column])
