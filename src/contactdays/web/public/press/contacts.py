"""Spokespersons as journalists reach them, and who of them is on duty."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from contactdays.agendas.formats import language_names
from contactdays.core import clock
from contactdays.editions.models import Edition
from contactdays.press.queries.roster import OnDuty, ShownSpokesperson, on_duty
from contactdays.press.release_text import Contact
from contactdays.web.parts.spoken import spoken_clock, spoken_moment


@dataclass(frozen=True, slots=True)
class Way:
    """A number or an address, and what a link to it is."""

    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Reached:
    """A spokesperson with every way to reach them that they agreed to; ``code`` is empty in a text."""

    name: str
    role: str
    ways: tuple[Way, ...]
    languages: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class DutyLine:
    """Who is on duty; ``until`` is a time of ``today``, else a day with its time."""

    name: str
    until: str
    today: bool
    languages: str


def of_text(contacts: Iterable[Contact]) -> tuple[Reached, ...]:
    """The spokespersons that a text names."""
    return tuple(Reached(each.name, each.role, _ways((each.phone, each.mobile), each.email)) for each in contacts)


def of_roster(shown: Iterable[ShownSpokesperson], language: str) -> tuple[Reached, ...]:
    """The spokespersons of the edition, told in ``language``."""
    return tuple(
        Reached(
            each.name,
            each.role,
            _ways((each.landline, each.mobile), each.email),
            language_names(each.languages, language),
            each.code,
        )
        for each in shown
    )


def duty_lines(edition: Edition, language: str) -> tuple[DutyLine, ...]:
    """Who answers now, until when, and in which languages."""
    now = clock.now().astimezone(edition.zone)
    return tuple(_duty_line(each, now, language) for each in on_duty(edition, now, language))


def _duty_line(duty: OnDuty, now: datetime, language: str) -> DutyLine:
    today = duty.end.date() == now.date()
    until = spoken_clock(duty.end) if today else spoken_moment(duty.end)
    return DutyLine(duty.spokesperson.name, until, today, language_names(duty.languages, language))


def _ways(numbers: Iterable[str], email: str) -> tuple[Way, ...]:
    called = [Way(number, f"tel:{_dialled(number)}") for number in numbers if number]
    return (*called, *([Way(email, f"mailto:{quote(email, safe='@')}")] if email else []))


def _dialled(number: str) -> str:
    """``number`` with nothing in it but figures and a leading plus."""
    figures = "".join(each for each in number if each in "0123456789")
    return f"+{figures}" if number.strip().startswith("+") else figures
