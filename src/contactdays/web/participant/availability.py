"""When one is not free: listed, added, taken back."""

from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from contactdays.agendas.away import be_away
from contactdays.agendas.errors import AlreadyExpected
from contactdays.agendas.formats import clock_time, end_time
from contactdays.agendas.queries import agenda_of
from contactdays.people.enums import AvailabilityKind
from contactdays.people.models import Availability
from contactdays.people.queries import availabilities_of
from contactdays.people.services import remove_availability
from contactdays.web.participant.availability_form import AvailabilityForm
from contactdays.web.parts.addresses import address_in
from contactdays.web.parts.requests import EditionRequest


@dataclass(frozen=True, slots=True)
class ShownStretch:
    """A stretch by the edition's clock; ``own`` was given by the reader, who can take it back."""

    pk: int
    day: date
    start: str
    end: str
    kind: str
    reason: str
    own: bool


def show(request: EditionRequest) -> HttpResponse:
    """What is known (GET); one stretch more (POST), or the form again with what is wrong."""
    if request.method != "POST":
        return _page(request, AvailabilityForm(request.edition))
    form = AvailabilityForm(request.edition, request.POST)
    if not form.is_valid() or not _added(request, form):
        return _page(request, form, status=422)
    messages.success(request, _("Noted. The organisers plan around it from now on."))
    return redirect(address_in(request, "participant:availability"))


def _added(request: EditionRequest, form: AvailabilityForm) -> bool:
    """Whether the stretch of a valid ``form`` could be added; else the form says what stands against it."""
    kind, reason = AvailabilityKind(form.cleaned_data["kind"]), form.cleaned_data["reason"]
    try:
        be_away(request.participant, kind, form.start, form.end, reason=reason, actor=request.user)
    except AlreadyExpected as refused:
        form.add_error("begins", _expected(request, refused))
        return False
    return True


def _expected(request: EditionRequest, refused: AlreadyExpected) -> str:
    agenda = agenda_of(request.participant, request.language)
    codes = set(map(str, refused.data["codes"]))  # type: ignore[call-overload]
    titles = [entry.title for entry in (agenda.entries if agenda else ()) if entry.code in codes]
    told = _("You are expected then: %(titles)s.") % {"titles": "; ".join(titles)}
    phone = request.edition.issuer_phone
    whom = _("To be excused, call the organisers: %(phone)s.") if phone else _("To be excused, ask the organisers.")
    return f"{told} {whom % {'phone': phone}}"


@require_POST
def remove(request: EditionRequest, stretch: int) -> HttpResponse:
    """Take back a stretch of one's own; anybody else's is not there."""
    found = Availability.objects.filter(participant=request.participant, pk=stretch).first()
    if found is None:
        raise Http404
    remove_availability(found, actor=request.user)
    messages.success(request, _("Taken back."))
    return redirect(address_in(request, "participant:availability"))


def _page(request: EditionRequest, form: AvailabilityForm, status: int = 200) -> HttpResponse:
    stretches = [_shown(request, each) for each in availabilities_of(request.participant)]
    prepared = {"stretches": stretches, "form": form, "faulty": [each for each in form if each.errors]}
    return render(request, "participant/availability.html", prepared, status=status)


def _shown(request: EditionRequest, stretch: Availability) -> ShownStretch:
    start, end = (moment.astimezone(request.edition.zone) for moment in (stretch.start, stretch.end))
    return ShownStretch(
        pk=stretch.pk,
        day=start.date(),
        start=clock_time(start),
        end=end_time(start, end),
        kind=_kind(AvailabilityKind(stretch.kind)),
        reason=stretch.reason,
        own=stretch.participant_id == request.participant.pk,
    )


def _kind(kind: AvailabilityKind) -> str:
    return {
        AvailabilityKind.PRIVATE: _("Private block"),
        AvailabilityKind.UNAVAILABLE: _("Not there"),
        AvailabilityKind.ONLY: _("There only then"),
    }[kind]
