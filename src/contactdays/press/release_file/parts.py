"""The parts of a file: the keys of each table, what each may hold, and which may be left out."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from contactdays.press.release_file import values
from contactdays.press.release_file.values import Check


@dataclass(frozen=True, slots=True)
class Table:
    """A table's ``checks`` by key, in the order of the format; those in ``optional`` may be absent or empty."""

    checks: Mapping[str, Check]
    optional: frozenset[str] = frozenset()


def _table(optional: str = "", **checks: Check) -> Table:
    return Table(MappingProxyType(checks), frozenset(optional.split()))


RELEASE = _table(
    optional="embargo",
    code=values.code,
    lang=values.language,
    title=values.line(values.LONGEST_TITLE),
    date=values.day,
    place=values.line(),
    theme=values.line(),
    embargo=values.instant,
    site=values.address,
)
ISSUER = _table(
    name=values.line(),
    street=values.line(),
    postal_city=values.line(),
    country=values.line(),
    phone=values.phone,
    url=values.address,
)
SPOKESPERSON = _table(
    optional="phone mobile email",
    name=values.line(),
    role=values.line(),
    phone=values.phone,
    mobile=values.phone,
    email=values.email,
)
QUOTE = _table(after_paragraph=values.number, text=values.prose(values.LONGEST_QUOTE), speaker=values.line())

TABLES = ("issuer", "spokespersons", "quotes")
WAYS = ("phone", "mobile", "email")
MOST_MEMBERS = 50
