"""The sheets and columns of a workbook, as docs/reference/workbook.md publishes them."""

from collections.abc import Iterator
from dataclasses import dataclass

from contactdays.intake.workbook.limits import ROWS

LANGUAGES = ("nl", "fr", "de", "en")


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its published name. A ``required`` one must be there, and filled in every row."""

    name: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """A sheet by its published name. Of each group in ``one_of`` at least one column must be there.

    ``most``: more rows than that no edition has, and checking them against each other would take too long.
    """

    name: str
    columns: tuple[Column, ...]
    most: int
    required: bool = False
    one_of: tuple[tuple[str, ...], ...] = ()

    def column(self, name: str) -> Column:
        """The column with this published name; KeyError when there is none."""
        return {column.name: column for column in self.columns}[name]


def _layout(
    name: str, columns: str, *, most: int = ROWS, required: bool = False, one_of: tuple[str, ...] = ()
) -> SheetLayout:
    """A sheet from a line of column names, those required marked with ``!``, those in four languages with ``*``."""
    return SheetLayout(
        name, tuple(_columns(columns)), most, required, tuple(tuple(group.split(" or ")) for group in one_of)
    )


def _columns(line: str) -> Iterator[Column]:
    for word in line.split(", "):
        name = word.rstrip("!*")
        if word.endswith("*"):
            yield from (Column(f"{name} {language}") for language in LANGUAGES)
        else:
            yield Column(name, required=word.endswith("!"))


SHEETS: tuple[SheetLayout, ...] = (
    _layout(
        "Edition",
        "conference!, code!, title*, theme*, introduction*, first day!, last day!, time zone!, default language!, "
        "required languages!, venue!, meeting length, meeting pitch, change-over, cap post, cap organisation, "
        "weight mutual, issuer name, issuer street, issuer city, issuer country, issuer phone, issuer site",
        required=True,
    ),
    _layout("Venues", "code!, name!, name*, address", most=100, required=True),
    _layout("Travel", "from!, to!, minutes!", most=10_000),
    _layout(
        "Rooms",
        "code!, name!, name*, venue!, kind!, capacity!, assumed, part of, bilaterals, booths",
        most=1_000,
        required=True,
    ),
    _layout("Windows", "date!, from!, to!", most=100),
    _layout(
        "Posts",
        "code!, kind!, city!, city*, country!, region!, accredited to, opens, closes, note",
        most=2_000,
        required=True,
    ),
    _layout(
        "People",
        "code!, given name, family name!, original name, original language, gender, language!, email",
        required=True,
    ),
    _layout("Incumbencies", "post!, person!, role!, from!, until", required=True),
    _layout("Organisations", "code!, name!, name*, kind!, sector, region, countries", most=5_000, required=True),
    _layout(
        "Participants",
        "person!, post, organisation, function*, spokesperson, listed",
        one_of=("post or organisation",),
    ),
    _layout(
        "Sessions",
        "code!, kind!, title*, short title*, date!, from!, to!, room!, destination, audience, optional audience, "
        "speakers, languages, marking, press",
        most=1_000,
    ),
    _layout(
        "Availability",
        "post, organisation, person, date!, from, to, kind!, reason",
        most=5_000,
        one_of=("post or organisation or person",),
    ),
    _layout(
        "Requests",
        "code!, from post, from organisation, to post, to organisation, purpose!, priority!, wish, length",
        one_of=("from post or from organisation", "to post or to organisation"),
    ),
)
BY_NAME = {layout.name: layout for layout in SHEETS}
ORDER = {layout.name: position for position, layout in enumerate(SHEETS)}
