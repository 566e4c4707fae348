"""The files of a version: taken in, described in every language, put in order, taken away."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST, require_safe

from contactdays.core.errors import DomainError
from contactdays.core.text import LANGUAGES, as_text
from contactdays.press.models import Attachment, FileContent
from contactdays.press.services.attachments import MOST_BYTES, attach, describe, detach, reorder
from contactdays.web.parts.addresses import address_in
from contactdays.web.parts.requests import EditionRequest
from contactdays.web.parts.uploads import SizeLimit, limit_to
from contactdays.web.press.finding import Found, found
from contactdays.web.press.refusals import Obstacle, obstacles
from contactdays.web.press.release_page import release_page

FORM_BYTES = 20_000  # what the form sends around the file


def _answer(request: EditionRequest, token: str, act: Callable[[Found], str], described: str = "") -> HttpResponse:
    this = found(token)
    try:
        told = act(this)
    except ValidationError as refused:
        told_of = tuple(Obstacle(sentence) for sentence in refused.messages)
        return release_page(request, found(token), told_of, status=422, described=described)
    except DomainError as refused:
        told_of = obstacles(refused, request.edition)
        return release_page(request, found(token), told_of, status=409, described=described)
    messages.success(request, told)
    return redirect(f"{address_in(request, 'press:release', token=token)}#files")


@csrf_exempt  # the limit must stand before the body is read; the form itself is protected just below
def add(request: EditionRequest, token: str) -> HttpResponse:
    """Take a picture or a PDF in."""
    return _add(request, token, limit_to(MOST_BYTES + FORM_BYTES, request))


@csrf_protect
@require_POST
def _add(request: EditionRequest, token: str, limit: SizeLimit) -> HttpResponse:
    upload = request.FILES.get("file")
    if limit.exceeded or upload is None:
        told = _("The file is larger than 10 MB.") if limit.exceeded else _("Choose a file first.")
        return release_page(request, found(token), (Obstacle(told),), status=422)
    content, name = upload.read(), upload.name or ""

    def act(this: Found) -> str:
        attach(this.version, content, name, language=_language(request), actor=request.user)
        return _("The file is attached. Say below what it shows and whose it is.")

    return _answer(request, token, act)


def _language(request: EditionRequest) -> str:
    asked = request.POST.get("language", "")
    return asked if asked in LANGUAGES else ""


def _attached(this: Found, file: str) -> Attachment:
    attachment: Attachment | None = (
        Attachment.objects.filter(version=this.version, file__token=file).select_related("file", "edition").first()
    )
    if attachment is None:
        raise Http404
    attachment.version = this.version
    return attachment


@require_POST
def describe_file(request: EditionRequest, token: str, file: str) -> HttpResponse:
    def act(this: Found) -> str:
        sent = request.POST
        describe(
            _attached(this, file),
            alternative=as_text({each: sent.get(f"alternative_{each}", "") for each in LANGUAGES}),
            caption=as_text({each: sent.get(f"caption_{each}", "") for each in LANGUAGES}),
            rights=sent.get("rights", ""),
            language=_language(request),
            actor=request.user,
        )
        return _("What is said of the file is kept.")

    return _answer(request, token, act, described=file)


@require_POST
def move(request: EditionRequest, token: str, file: str) -> HttpResponse:
    """One place up."""

    def act(this: Found) -> str:
        moved = _attached(this, file).pk
        order = list(Attachment.objects.filter(version=this.version).values_list("pk", flat=True))
        at = order.index(moved)
        order.insert(max(at - 1, 0), order.pop(at))
        reorder(this.version, order, actor=request.user)
        return _("The files are in the new order.")

    return _answer(request, token, act)


@require_POST
def remove(request: EditionRequest, token: str, file: str) -> HttpResponse:
    def act(this: Found) -> str:
        detach(_attached(this, file), actor=request.user)
        return _("The file is removed.")

    return _answer(request, token, act)


@require_safe
def show(request: EditionRequest, token: str, file: str) -> HttpResponse:
    """The file itself, for the press office, before the world may have it: a picture to see, a document to save."""
    attached = _attached(found(token), file).file
    content = FileContent.objects.get(file=attached)
    held = content.small if content.small is not None else content.whole
    shown = "inline" if content.small is not None else "attachment"
    headers = {"Content-Disposition": f'{shown}; filename="{attached.name}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(bytes(held), content_type=attached.media_type, headers=headers)
