"""What journalists put into their calendars and address books."""

from django.db.models import Q
from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from contactdays.agendas.ical import to_ical
from contactdays.agendas.public import public_agenda
from contactdays.press.queries.roster import spokesperson
from contactdays.press.vcards import to_vcard
from contactdays.programme.enums import PressAccess, SessionKind
from contactdays.web.parts.requests import EditionRequest

FOR_THE_PRESS = Q(session__kind=SessionKind.PRESS_POINT) | Q(
    session__press__in=[PressAccess.OPEN, PressAccess.PICTURES]
)


@require_safe
def points(request: EditionRequest) -> HttpResponse:
    """The public sessions that the press may attend, as iCalendar; not there before the first publication."""
    agenda = public_agenda(request.edition, request.language, name=_("Press points"), among=FOR_THE_PRESS)
    if agenda is None:
        raise Http404
    return HttpResponse(to_ical(agenda), content_type="text/calendar; charset=utf-8")


@require_safe
def card(request: EditionRequest, code: str) -> HttpResponse:
    """A spokesperson as a vCard; whoever is not named to the press has none."""
    shown = spokesperson(request.edition, code, request.language)
    if shown is None:
        raise Http404
    content = to_vcard(shown, organisation=request.edition.issuer_name)
    disposition = content_disposition_header(True, f"{shown.code.lower()}.vcf") or "attachment"
    return HttpResponse(content, content_type="text/vcard; charset=utf-8", headers={"Content-Disposition": disposition})
