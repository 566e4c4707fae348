"""Importing a workbook: tried first, its report read, then confirmed."""

from dataclasses import dataclass
from pathlib import Path

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST

from contactdays.accounts.errors import NotAllowed
from contactdays.intake import wording
from contactdays.intake.findings import Severity
from contactdays.intake.report import Outcome, Report
from contactdays.intake.services import import_workbook
from contactdays.web.organiser.uploads import keep, kept, limit_uploads
from contactdays.web.parts.requests import EditionRequest
from contactdays.web.parts.uploads import SizeLimit


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding in the reader's language; ``refuses`` when nothing is imported while it stands."""

    where: str
    sentence: str
    refuses: bool


@dataclass(frozen=True, slots=True)
class ShownReport:
    """A report in the reader's language; ``counts`` are rows read by sheet."""

    conclusion: str
    fits: bool
    written: bool
    counts: tuple[tuple[str, int], ...]
    findings: tuple[FindingRow, ...]
    more: int


@csrf_exempt  # the limit must stand before the body is read; the form itself is protected just below
def import_page(request: EditionRequest) -> HttpResponse:
    """The form (GET), or what trying a workbook found (POST); trying changes nothing."""
    return _form_or_trial(request, limit_uploads(request))


@csrf_protect
def _form_or_trial(request: EditionRequest, limit: SizeLimit) -> HttpResponse:
    if request.method != "POST":
        return _page(request)
    upload = request.FILES.get("workbook")
    if limit.exceeded:
        return _page(request, refusal=_too_large())
    if upload is None:
        return _page(request, refusal=_("Choose the workbook first."))
    path, ticket = keep(upload, user=request.user.pk, edition=request.edition.pk)
    report = _imported(request, path, dry_run=True)
    if report is None or report.outcome is not Outcome.FIT:
        path.unlink()
        ticket = ""
    return _answer(request, report, ticket)


def _too_large() -> str:
    return _("The file is larger than 10 MB. Leave out what the import does not read, such as pictures, and try again.")


@require_POST
def confirm(request: EditionRequest) -> HttpResponse:
    """Import the workbook that was tried."""
    path = kept(request.POST.get("ticket", ""), user=request.user.pk, edition=request.edition.pk)
    if path is None:
        return _page(
            request, refusal=_("The tried workbook is no longer here. Try it again; an hour is the longest it is kept.")
        )
    report = _imported(request, path, dry_run=False)
    path.unlink()
    return _answer(request, report)


def _imported(request: EditionRequest, path: Path, *, dry_run: bool) -> Report | None:
    """The report; None when the workbook is for an edition that is not this organiser's."""
    try:
        return import_workbook(path, actor=request.user, dry_run=dry_run)
    except NotAllowed:
        return None


def _answer(request: EditionRequest, report: Report | None, ticket: str = "") -> HttpResponse:
    if report is None:
        return _page(request, refusal=_("This workbook is for another week, which you do not organise."))
    return _page(request, report=_shown(report), ticket=ticket)


def _page(request: EditionRequest, **prepared: object) -> HttpResponse:
    return render(request, "organiser/import.html", prepared)


def _shown(report: Report) -> ShownReport:
    return ShownReport(
        conclusion=wording.conclusion(report),
        fits=report.outcome is Outcome.FIT,
        written=report.written,
        counts=tuple(report.counts.items()),
        findings=tuple(
            FindingRow(wording.place(each), wording.sentence(each), each.severity is Severity.REFUSE)
            for each in report.findings
        ),
        more=report.more,
    )
