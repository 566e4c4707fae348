"""Importing a release from a file: read whole or not at all."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from contactdays.core.errors import DomainError
from contactdays.press.models import LanguageVersion
from contactdays.press.release_file import UnreadableRelease, read_release
from contactdays.press.services.writing import write_text
from contactdays.press.wording import sentence
from contactdays.web.parts.addresses import address_in
from contactdays.web.parts.requests import EditionRequest
from contactdays.web.parts.uploads import SizeLimit, limit_to
from contactdays.web.press.marks import own_name
from contactdays.web.press.refusals import obstacles

LARGEST = 1_000_000
FORM_BYTES = 20_000  # what the form sends around the file


@dataclass(frozen=True, slots=True)
class FindingRow:
    """What is wrong in a ``line`` of the file, at its part ``key``."""

    line: int
    key: str
    sentence: str


@csrf_exempt  # the limit must stand before the body is read; the form itself is protected just below
def import_page(request: EditionRequest) -> HttpResponse:
    """The form (GET), or what became of the file (POST)."""
    return _form_or_import(request, limit_to(LARGEST + FORM_BYTES, request))


@csrf_protect
def _form_or_import(request: EditionRequest, limit: SizeLimit) -> HttpResponse:
    if request.method != "POST":
        return _page(request)
    upload = request.FILES.get("release")
    if limit.exceeded:
        return _page(request, 422, refusal=_("The file is larger than 1 MB. A release is text alone."))
    if upload is None:
        return _page(request, 422, refusal=_("Choose a file first."))
    name = upload.name or ""
    try:
        row = _imported(request, upload.read(), name)
    except UnreadableRelease as refused:
        rows = [FindingRow(each.line, each.key, sentence(each)) for each in refused.findings]
        return _page(request, 422, findings=rows, more=refused.more, name=name)
    except DomainError as refused:
        told = " ".join(each.sentence for each in obstacles(refused, request.edition))
        return _page(request, 409, refusal=told)
    messages.success(request, _("%(language)s is imported as a draft.") % {"language": own_name(row.language)})
    return redirect(address_in(request, "press:release", token=row.version.release.token))


def _imported(request: EditionRequest, content: bytes, name: str) -> LanguageVersion:
    return write_text(read_release(content, name=name), edition=request.edition, actor=request.user)


def _page(request: EditionRequest, status: int = 200, **prepared: object) -> HttpResponse:
    return render(request, "press/import.html", prepared, status=status)
