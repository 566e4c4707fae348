"""Why a command on plans did nothing, in words for whoever typed it."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from contactdays.core.errors import DomainError

MOST_NAMED = 10


def sentence(error: DomainError) -> str:
    """What is wrong and what to do; for an error without words of its own, its code and data."""
    words = SENTENCES.get(error.code)
    return words(error.data) if words else str(error)


def _nothing(data: dict[str, Any]) -> str:
    edition = data["edition"]
    return (
        f"The edition {edition} has no draft that holds anything. Import a workbook, or begin a new draft with "
        f"“contactdays manage plan {edition}”."
    )


def _refused(data: dict[str, Any]) -> str:
    counted = Counter(violation.rule for violation in data["violations"])
    rules = ", ".join(f"{rule} ({count})" for rule, count in sorted(counted.items()))
    return f"The checker refuses the draft: {rules}. The organiser's board names each; plan again once it is mended."


def _impossible(data: dict[str, Any]) -> str:
    return (
        f"No plan keeps every rule. These conflict: {_named(data['activities'])}, by {_named(data['rules'])}. "
        "Give way in one of them in the workbook and import it again."
    )


def _named(names: Iterable[str]) -> str:
    listed = list(names)
    more = len(listed) - MOST_NAMED
    return ", ".join(listed[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


SENTENCES: dict[str, Callable[[dict[str, Any]], str]] = {
    "nothing_to_publish": _nothing,
    "plan_refused": _refused,
    "cannot_be_planned": _impossible,
    "draft_changed": lambda data: "The draft changed while the planner ran; its result was left unused. Plan again.",
}
