"""What stands in the form of a release, as it was typed: nothing is lost because something else is wrong."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace

from django.http import QueryDict

from contactdays.editions.models import Edition
from contactdays.press.release_text import Contact, Issuer, Quote, ReleaseText
from contactdays.web.press.instants import local_input, zone_of

SINGLE = ("code", "lang", "title", "date", "place", "theme", "site", "embargo", "embargo_zone", "body")
ISSUER = ("name", "street", "postal_city", "country", "phone", "url")
QUOTE = ("after_paragraph", "text", "speaker")
PERSON = ("name", "role", "phone", "mobile", "email")
Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Fields:
    """Every answer as a string; ``began_from`` is the digest of the text that the writer began from, or empty."""

    code: str = ""
    lang: str = ""
    title: str = ""
    date: str = ""
    place: str = ""
    theme: str = ""
    site: str = ""
    embargo: str = ""
    embargo_zone: str = ""
    body: str = ""
    issuer: Row = field(default_factory=dict)
    quotes: tuple[Row, ...] = ()
    people: tuple[Row, ...] = ()
    began_from: str = ""

    def with_room(self, quotes: int = 0, people: int = 0) -> "Fields":
        """With one empty row of each kind at the end, and so many more."""
        return replace(
            self, quotes=(*self.quotes, *_blank(QUOTE, quotes + 1)), people=(*self.people, *_blank(PERSON, people + 1))
        )


def _blank(names: Iterable[str], count: int) -> tuple[Row, ...]:
    return tuple(dict.fromkeys(names, "") for _ in range(count))


def typed(posted: QueryDict) -> Fields:
    """What was sent; rows without a word are left out."""
    return Fields(
        **{name: _lines(posted.get(name, "")) for name in SINGLE},
        issuer={name: _lines(posted.get(f"issuer_{name}", "")) for name in ISSUER},
        quotes=_rows(posted, "quote", QUOTE, counts=("text", "speaker")),
        people=_rows(posted, "person", PERSON, counts=PERSON),
        began_from=posted.get("began_from", ""),
    )


def _lines(sent: str) -> str:
    """Browsers end lines with CR LF; a release with LF."""
    return sent.replace("\r\n", "\n").replace("\r", "\n")


def _rows(posted: QueryDict, kind: str, names: Iterable[str], *, counts: Iterable[str]) -> tuple[Row, ...]:
    columns = {name: posted.getlist(f"{kind}_{name}") for name in names}
    length = min(map(len, columns.values()))
    rows = ({name: _lines(column[at]) for name, column in columns.items()} for at in range(length))
    return tuple(row for row in rows if any(row[name].strip() for name in counts))


def fields_of(text: ReleaseText, edition: Edition) -> Fields:
    """The form filled with ``text``; its embargo by the edition's clock where that agrees with its offset."""
    zone = zone_of(text.embargo, edition) if text.embargo else edition.time_zone
    return Fields(
        code=text.code,
        lang=text.lang,
        title=text.title,
        date=text.date.isoformat(),
        place=text.place,
        theme=text.theme,
        site=text.site,
        embargo=local_input(text.embargo, zone) if text.embargo else "",
        embargo_zone=zone,
        body=text.body,
        issuer=asdict(text.issuer),
        quotes=tuple(_quote_row(each) for each in text.quotes),
        people=tuple(asdict(each) for each in text.spokespersons),
        began_from=text.digest(),
    )


def _quote_row(quote: Quote) -> Row:
    return {"after_paragraph": str(quote.after_paragraph), "text": quote.text, "speaker": quote.speaker}


def first_fields(edition: Edition, language: str, people: Iterable[Contact]) -> Fields:
    """The form of a new release: what the edition and its roster know already."""
    issuer = Issuer(
        edition.issuer_name,
        edition.issuer_street,
        edition.issuer_city,
        edition.issuer_country,
        edition.issuer_phone,
        edition.issuer_site,
    )
    return Fields(
        lang=language,
        site=edition.issuer_site,
        embargo_zone=edition.time_zone,
        issuer=asdict(issuer),
        people=tuple(asdict(each) for each in people),
    )


def translation_fields(
    source: ReleaseText, language: str, edition: Edition, theme: str, roles: Mapping[str, str]
) -> Fields:
    """The form of a new language: what does not depend on the language is taken over from ``source``.

    ``roles`` are those of the roster in ``language``, by name; who is not on it has an empty one.
    """
    taken = fields_of(source, edition)
    return replace(
        taken,
        lang=language,
        title="",
        place="",
        theme=theme,
        body="",
        quotes=tuple({**row, "text": ""} for row in taken.quotes),
        people=tuple({**row, "role": roles.get(row["name"], "")} for row in taken.people),
        began_from="",
    )
