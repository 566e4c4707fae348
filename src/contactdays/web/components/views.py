"""The sheet of components: each once, with an invented week in it, from the templates that the pages use."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from contactdays.web.components.agendas import agenda_samples
from contactdays.web.components.boards import board_samples
from contactdays.web.components.programmes import programme_samples
from contactdays.web.parts.requests import EditionRequest

SHELLS = {
    "organiser": "organiser/base.html",
    "participant": "participant/base.html",
    "public": "public/base.html",
}
"""The first is shown when none is asked for: it alone is wide enough for a stave at working size."""

COLOURS = (
    *("ground", "wash", "deep", "hair", "rule", "edge", "ink-3", "ink-2", "ink"),
    *("baize", "baize-wash", "wax", "wax-wash", "brass", "brass-wash", "focus"),
)


@require_safe
def sheet(request: EditionRequest) -> HttpResponse:
    """Every component, in the shell that is asked for; not there outside a demo."""
    if not settings.DEMO:
        raise Http404
    shell = request.GET.get("shell", "organiser")
    if shell not in SHELLS:
        raise Http404
    prepared = {
        "shell": SHELLS[shell],
        "shells": tuple(SHELLS),
        "chosen": shell,
        "colours": COLOURS,
        "plans": ({"number": None}, {"number": 2, "current": True}, {"number": 1, "current": False}),
        "refusal": _("This is no Excel workbook. In your spreadsheet program choose “Save as”, type .xlsx."),
        "notices": (_("Edition %(edition)s is imported.") % {"edition": request.edition.code},),
        **agenda_samples(request),
        **board_samples(request),
        **programme_samples(request),
    }
    return render(request, "components/sheet.html", prepared)
