"""The release as the world will see it, and its document, before anybody may."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from contactdays.core import clock
from contactdays.press.document import release_document
from contactdays.press.queries.office import correction_in
from contactdays.web.parts.requests import EditionRequest
from contactdays.web.press.fields import typed
from contactdays.web.press.finding import found, text_in
from contactdays.web.press.marks import own_name
from contactdays.web.press.rendering import rendered, rendered_text
from contactdays.web.press.shown_files import pictures_of


@require_safe
def preview(request: EditionRequest, token: str, text_language: str) -> HttpResponse:
    this = found(token)
    row = text_in(this, text_language)
    prepared = {
        "this": this,
        "row": row,
        "view": rendered_text(row.text),
        "language": text_language,
        "language_name": own_name(text_language),
        "note": this.version.note.get_in(text_language),
        "pictures": pictures_of(this.version, text_language),
    }
    return render(request, "press/preview.html", prepared)


@require_POST
def live(request: EditionRequest) -> HttpResponse:
    """What the form holds, as the page will show it; nothing is kept, and what does not fit yet is left out."""
    return render(request, "press/release_view.html", {"view": rendered(typed(request.POST))})


@require_safe
def document(request: EditionRequest, token: str, text_language: str) -> HttpResponse:
    """The document with its line of embargo, dated now; it is kept nowhere."""
    this = found(token)
    row = text_in(this, text_language)
    correction = correction_in(row, row.appears or clock.now())
    made = release_document(row.text, dated=clock.now(), with_embargo=True, correction=correction)
    name = f"{this.release.code}-{this.version.number}-{text_language}-draft.pdf"
    headers = {"Content-Disposition": f'inline; filename="{name}"', "Content-Language": text_language}
    return HttpResponse(made.pdf, content_type="application/pdf", headers=headers)
