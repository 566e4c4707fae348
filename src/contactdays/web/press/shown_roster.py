"""Spokespersons and duties, as the pages of the press office show them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.http import QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from contactdays.agendas.formats import clock_time, end_time
from contactdays.core import clock
from contactdays.core.text import LANGUAGES
from contactdays.editions.models import Edition
from contactdays.planning.moments import midnight
from contactdays.press.models import Duty, Spokesperson
from contactdays.press.queries.roster import duties_of, spokespersons
from contactdays.press.release_text import Contact
from contactdays.web.parts.requests import EditionRequest
from contactdays.web.press.marks import own_name

NUMBERS = ("landline", "mobile", "email")


@dataclass(frozen=True, slots=True)
class Reached:
    """One way to reach somebody; ``shown`` when they agreed that the world may see it."""

    name: str
    label: str
    type: str
    value: str
    shown: bool


@dataclass(frozen=True, slots=True)
class ShownPerson:
    """A spokesperson with the form of what is kept; ``known`` once it was kept; ``errors`` by field."""

    code: str
    name: str
    role: str
    languages: tuple[tuple[str, str, bool], ...]
    reached: tuple[Reached, ...]
    known: bool
    errors: dict[str, str]


@dataclass(frozen=True, slots=True)
class ShownDuty:
    pk: int
    name: str
    hours: str
    languages: str


@dataclass(frozen=True, slots=True)
class DutyDay:
    """A day with its duties; ``gaps`` are required languages in which nobody answers at any time of it."""

    day: date
    duties: tuple[ShownDuty, ...]
    gaps: str


def agreed_contacts(language: str, edition: Edition) -> tuple[Contact, ...]:
    """The block of each spokesperson for a release in ``language``, with what they agreed to show."""
    return tuple(
        Contact(each.name, each.role, each.landline, each.mobile, each.email)
        for each in spokespersons(edition, language)
    )


def on_duty_today(edition: Edition) -> tuple[ShownDuty, ...]:
    """Who answers today, by the edition's clock."""
    today = clock.now().astimezone(edition.zone).date()
    return next(iter(days_of(edition, (today,)))).duties


def people_of(request: EditionRequest, refused_code: str, errors: dict[str, str]) -> list[ShownPerson]:
    """Everybody named to the press; ``refused_code`` as it was sent, with its ``errors``."""
    records = {each.code: each for each in Spokesperson.objects.all()}
    shown = []
    for each in spokespersons(request.edition, get_language() or "en"):
        refused = each.code == refused_code
        record = _as_sent(request.POST, each.code) if refused else records.get(each.code)
        shown.append(_person(each.code, each.name, each.role, record, each.code in records, errors if refused else {}))
    return shown


def _as_sent(sent: QueryDict, code: str) -> Spokesperson:
    """What was typed, to be shown again; it is not kept."""
    told = {name: sent.get(name, "") for name in NUMBERS}
    ticks = {f"shows_{name}": f"shows_{name}" in sent for name in NUMBERS}
    return Spokesperson(code=code, languages=sent.getlist("languages"), **told, **ticks)


def _person(
    code: str, name: str, role: str, record: Spokesperson | None, known: bool, errors: dict[str, str]
) -> ShownPerson:
    record = record or Spokesperson(code=code, languages=[])
    return ShownPerson(
        code=code,
        name=name,
        role=role,
        languages=tuple((each, own_name(each), each in record.languages) for each in LANGUAGES),
        reached=tuple(_reached(record, way) for way in NUMBERS),
        known=known,
        errors=errors,
    )


def _reached(record: Spokesperson, way: str) -> Reached:
    labels = {"landline": _("Landline"), "mobile": _("Mobile"), "email": _("E-mail")}
    kind = "email" if way == "email" else "tel"
    return Reached(way, labels[way], kind, getattr(record, way), getattr(record, f"shows_{way}"))


def days_of(edition: Edition, days: Sequence[date], *, also_others: bool = False) -> tuple[DutyDay, ...]:
    """Each of ``days`` with the duties that touch it; with ``also_others`` the days of all other duties too."""
    names = {each.code: each.name for each in spokespersons(edition, get_language() or "en")}
    duties = [duty for duty in duties_of(edition) if duty.spokesperson.code in names]
    begun = {duty.start.astimezone(edition.zone).date() for duty in duties} if also_others else set()
    return tuple(_day(edition, day, duties, names) for day in sorted({*days, *begun}))


def _day(edition: Edition, day: date, duties: Sequence[Duty], names: dict[str, str]) -> DutyDay:
    begins, ends = midnight(edition, day), midnight(edition, day + timedelta(days=1))
    touching = [duty for duty in duties if duty.start < ends and duty.end > begins]
    spoken = {language for duty in touching for language in duty.languages}
    missing = [each for each in edition.required_languages if each not in spoken] if day in edition.days else []
    return DutyDay(
        day,
        tuple(_duty(duty, names[duty.spokesperson.code], edition) for duty in touching),
        ", ".join(map(own_name, missing)),
    )


def _duty(duty: Duty, name: str, edition: Edition) -> ShownDuty:
    start, end = duty.start.astimezone(edition.zone), duty.end.astimezone(edition.zone)
    return ShownDuty(
        duty.pk, name, f"{clock_time(start)}–{end_time(start, end)}", ", ".join(map(own_name, duty.languages))
    )
