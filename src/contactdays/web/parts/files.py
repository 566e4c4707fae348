"""Files a page hands out."""

from django.http import HttpResponse

from contactdays.agendas.entries import Agenda
from contactdays.agendas.pdf import to_pdf


def agenda_pdf(agenda: Agenda, code: str) -> HttpResponse:
    """``agenda`` as a PDF to save, named after the participant's ``code`` and the plan."""
    name = f"agenda-{code.lower()}-{agenda.plan_number}.pdf"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Content-Language": agenda.language}
    return HttpResponse(to_pdf(agenda).pdf, content_type="application/pdf", headers=headers)
