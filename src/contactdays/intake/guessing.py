"""A guess at a heading that is almost one of the known ones."""

from collections.abc import Iterable, Mapping

SHORTEST = 5
LONG = 10


def guess(written: str, names: Mapping[str, str], taken: Iterable[str]) -> str | None:
    """The one published name whose folded spelling differs from ``written`` by a letter (two in a long word).

    None when there is no such name, when there are several, or when it is ``taken``. Short words are not guessed at,
    and a column in one of several languages only when the language's two letters stand.
    """
    if len(written) < SHORTEST:
        return None
    most = 2 if len(written) >= LONG else 1
    found = {
        name
        for spelling, name in names.items()
        if _same_language(written, spelling, name) and distance(written, spelling, most) <= most
    }
    return found.pop() if len(found) == 1 and not found & set(taken) else None


def _same_language(written: str, spelling: str, name: str) -> bool:
    return name[-3:] not in {" nl", " fr", " de", " en"} or written[-2:] == spelling[-2:]


def distance(one: str, other: str, most: int) -> int:
    """Letters to insert, delete, replace or swap with their neighbour; ``most + 1`` when there are more.

    The optimal string alignment distance (Damerau and Levenshtein, no part edited twice).
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    previous = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        current = [row]
        for column, against in enumerate(other, start=1):
            replaced = previous[column - 1] + (letter != against)
            current.append(min(previous[column] + 1, current[-1] + 1, replaced))
            if row > 1 and column > 1 and letter == other[column - 2] and against == one[row - 2]:
                current[-1] = min(current[-1], before[column - 2] + 1)
        before, previous = previous, current
    return min(previous[-1], most + 1)
