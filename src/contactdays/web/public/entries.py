"""The entries of the public programme, as markup: cut from ``public/entry.html`` and filled."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString
from django.utils.translation import get_language

from contactdays.agendas.formats import clock_time, end_time, language_names
from contactdays.editions.models import Edition
from contactdays.planning.public_programme import ProgrammeDay, ProgrammeItem
from contactdays.web.parts.addresses import address_of
from contactdays.web.parts.dates import machine_time
from contactdays.web.parts.markup import filled, joined
from contactdays.web.parts.stencils import stencil
from contactdays.web.parts.typography import set_in
from contactdays.web.public.now import OnNow

_BLANKS = ("address", "title", "start", "end", "instant", "place", "venue", "languages")


@dataclass(frozen=True, slots=True)
class EntryDay:
    """A day with its entries ready to be shown."""

    day: date
    entries: SafeString


@dataclass(frozen=True, slots=True)
class Setting:
    """What entries are shown against: the week's own building goes without saying, and time passes."""

    edition: Edition
    language: str
    on: OnNow | None

    @property
    def venue(self) -> str:
        return self.edition.main_venue.name_in(self.language) if self.edition.main_venue else ""

    @property
    def programme(self) -> str:
        return address_of("public:programme", language=self.language, edition=self.edition.code)


def entry_days(days: Iterable[ProgrammeDay], setting: Setting) -> tuple[EntryDay, ...]:
    """``days`` with their entries in the active language."""
    shown = Shown(setting)
    return tuple(EntryDay(day.day, shown.entries(day.items)) for day in days)


class Shown:
    """Entries in one setting; what is the same for many of them is looked up once."""

    def __init__(self, setting: Setting) -> None:
        self.on, self.venue, self.programme = setting.on, setting.venue, setting.programme
        self.language = get_language() or "en"
        self.languages: dict[tuple[str, ...], str] = {}

    def entries(self, items: Iterable[ProgrammeItem]) -> SafeString:
        return joined(map(self.entry, items), "\n")

    def entry(self, item: ProgrammeItem) -> SafeString:
        """One entry; its address leads to the session's page."""
        venue = item.venue if item.venue != self.venue else ""
        shape = (
            ("state", self.on.state_of(item) if self.on else ""),
            ("press", item.press),
            ("titled", bool(item.title)),
            ("elsewhere", bool(venue)),
            ("spoken", bool(item.languages)),
        )
        words = {
            "address": f"{self.programme}{item.code}/",
            "title": set_in(item.title, self.language) if item.title else "",
            "start": clock_time(item.start),
            "end": end_time(item.start, item.end),
            "instant": machine_time(item.start),
            "place": item.place,
            "venue": venue,
            "languages": self._languages(item.languages),
        }
        return filled(stencil("public/entry.html", shape, _BLANKS), words)

    def _languages(self, codes: tuple[str, ...]) -> str:
        if codes not in self.languages:
            self.languages[codes] = language_names(codes, self.language)
        return self.languages[codes]
