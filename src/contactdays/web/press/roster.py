"""Who answers the press: how each is reached, what they agreed to show, and who is on duty when."""

from datetime import datetime, timedelta

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from contactdays.core.text import LANGUAGES
from contactdays.editions.models import Edition
from contactdays.press.errors import NoSpokesperson
from contactdays.press.models import Duty
from contactdays.press.services.roster import add_duty, remove_duty, set_spokesperson
from contactdays.web.parts.addresses import address_in
from contactdays.web.parts.requests import EditionRequest
from contactdays.web.press.instants import NoSuchTime, instant_of
from contactdays.web.press.marks import own_name
from contactdays.web.press.shown_roster import days_of, people_of


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
    people = people_of(request, refused_code, errors or {})
    days = days_of(request.edition, request.edition.days, also_others=True)
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
