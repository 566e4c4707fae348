"""Who answers the press: how each is reached, what they agreed to show, and who is on duty when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from contactdays.agendas.formats import clock_time, end_time
from contactdays.core import clock
from contactdays.core.text import LANGUAGES
from contactdays.editions.models import Edition
from contactdays.planning.moments import midnight
from contactdays.press.errors import NoSpokesperson
from contactdays.press.models import Duty, Spokesperson
from contactdays.press.queries.roster import duties_of, spokespersons
from contactdays.press.release_text import Contact
from contactdays.press.services.roster import add_duty, remove_duty, set_spokesperson
from contactdays.web.parts.addresses import address_in
from contactdays.web.parts.requests import EditionRequest
from contactdays.web.press.instants import NoSuchTime, instant_of
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
    return next(iter(_days(edition, (today,)))).duties


@require_safe
def roster(request: EditionRequest) -> HttpResponse:
    return _page(request)


@require_POST
def keep(request: EditionRequest, code: str) -> HttpResponse:
    """Keep how a spokesperson is reached; or the page again with what does not fit."""
    sent = request.POST
    try:
        set_spokesperson(
            code,
            languages=sent.getlist("languages"),
            landline=sent.get("landline", ""),
            mobile=sent.get("mobile", ""),
            email=sent.get("email", ""),
            shows_landline="shows_landline" in sent,
            shows_mobile="shows_mobile" in sent,
            shows_email="shows_email" in sent,
            edition=request.edition,
            actor=request.user,
        )
    except NoSpokesperson:
        raise Http404 from None
    except ValidationError as refused:
        return _page(request, refused_code=code, errors=_first_of_each(refused), status=422)
    messages.success(request, _("Kept. The press room shows what was agreed, and nothing more."))
    return redirect(address_in(request, "press:roster"))


@require_POST
def add(request: EditionRequest) -> HttpResponse:
    """One duty more; or the page again with what does not fit."""
    sent = request.POST
    start, end, errors = _stretch(sent, request.edition)
    if start is None or end is None:
        return _page(request, duty_errors=errors, status=422)
    languages, code = sent.getlist("languages"), sent.get("code", "")
    try:
        add_duty(code, start, end, languages=languages, edition=request.edition, actor=request.user)
    except NoSpokesperson:
        told = {"code": _("Keep first how this person is reached, and in which languages.")}
        return _page(request, duty_errors=told, status=422)
    except ValidationError as refused:
        return _page(request, duty_errors=_first_of_each(refused), status=422)
    messages.success(request, _("The duty is on the roster."))
    return redirect(address_in(request, "press:roster"))


@require_POST
def remove(request: EditionRequest, duty: int) -> HttpResponse:
    found = Duty.objects.select_related("spokesperson", "edition").filter(pk=duty).first()
    if found is None:
        raise Http404
    remove_duty(found, actor=request.user)
    messages.success(request, _("The duty is off the roster."))
    return redirect(address_in(request, "press:roster"))


def _stretch(sent: QueryDict, edition: Edition) -> tuple[datetime | None, datetime | None, dict[str, str]]:
    """Beginning and end of what was sent; an end at or before the beginning is on the day after."""
    day, errors = sent.get("day", ""), {}
    found: list[datetime | None] = []
    for name in ("begins", "ends"):
        try:
            found.append(instant_of(f"{day}T{sent.get(name, '')}", edition.time_zone))
        except NoSuchTime:
            errors[name] = _("That time does not exist there: the clock is put forward in that hour.")
            found.append(None)
        except ValueError:
            errors[name] = _("Give a day and a time, such as 14:30.")
            found.append(None)
    start, end = found
    if start is not None and end is not None and end <= start:
        end = instant_of(f"{start.date() + timedelta(days=1)}T{sent['ends']}", edition.time_zone)
    return start, end, errors


def _first_of_each(refused: ValidationError) -> dict[str, str]:
    return {field: told[0] for field, told in refused.message_dict.items()}


def _page(
    request: EditionRequest,
    *,
    refused_code: str = "",
    errors: dict[str, str] | None = None,
    duty_errors: dict[str, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    people = _people(request, refused_code, errors or {})
    days = _days(request.edition, request.edition.days, also_others=True)
    prepared = {
        "people": people,
        "refused": next((each for each in people if each.errors), None),
        "days": days,
        "open_days": [each for each in days if each.gaps],
        "choosable": request.edition.days,
        "duty_errors": duty_errors or {},
        "sent": request.POST,
        "sent_languages": request.POST.getlist("languages"),
        "languages": [(each, own_name(each)) for each in LANGUAGES],
    }
    return render(request, "press/roster.html", prepared, status=status)


def _people(request: EditionRequest, refused_code: str, errors: dict[str, str]) -> list[ShownPerson]:
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


def _days(edition: Edition, days: Sequence[date], *, also_others: bool = False) -> tuple[DutyDay, ...]:
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
