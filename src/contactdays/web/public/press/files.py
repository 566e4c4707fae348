"""Documents and files of releases: whatever is asked for is looked up anew, so that what was withdrawn is gone."""

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from contactdays.press.models import File, FileContent, LanguageVersion, Paper
from contactdays.press.queries.public import current_texts, public_file, public_texts
from contactdays.web.parts.requests import EditionRequest

PICTURES = {"image/jpeg", "image/png", "image/webp", "image/gif", "image/avif"}
"""What a browser may show in its place; anything else is to be saved."""
NOTHING_RUNS = "default-src 'none'; sandbox"


@require_safe
def release_pdf(request: EditionRequest, code: str) -> HttpResponse:
    """The document of the release as it stands."""
    texts = current_texts(request.language).filter(version__release__code=code)
    return _document(texts.first(), f"{code}-{request.language}.pdf")


@require_safe
def version_pdf(request: EditionRequest, code: str, number: int) -> HttpResponse:
    """The document of one version that has appeared, the latest or an earlier one."""
    texts = public_texts().filter(version__release__code=code, language=request.language, version__number=number)
    return _document(texts.first(), f"{code}-v{number}-{request.language}.pdf")


def _document(text: LanguageVersion | None, name: str) -> HttpResponse:
    paper = Paper.objects.filter(text=text).first() if text else None
    if paper is None:
        raise Http404
    return _answer(bytes(paper.pdf), "application/pdf", name, inline=True)


@require_safe
def whole(request: EditionRequest, token: str, name: str) -> HttpResponse:
    """A file of a release that the world may have: a picture shown, anything else to be saved."""
    file = _file(token, name)
    content = FileContent.objects.filter(file=file).only("whole").get()
    return _answer(bytes(content.whole), file.media_type, file.name, inline=file.media_type in PICTURES)


@require_safe
def small(request: EditionRequest, token: str, name: str) -> HttpResponse:
    """The smaller copy of a picture; 404 for what is no picture."""
    file = _file(token, name)
    content = FileContent.objects.filter(file=file, small__isnull=False).only("small").first()
    if content is None or file.media_type not in PICTURES:
        raise Http404
    return _answer(bytes(content.small), file.media_type, file.name, inline=True)


def _file(token: str, name: str) -> File:
    """The file with this token and this very name."""
    file = public_file(token)
    if file is None or file.name != name:
        raise Http404
    return file


def _answer(content: bytes, media_type: str, name: str, *, inline: bool) -> HttpResponse:
    disposition = content_disposition_header(not inline, name) or "inline"
    headers = {"Content-Disposition": disposition, "Content-Security-Policy": NOTHING_RUNS}
    return HttpResponse(content, content_type=media_type, headers=headers)
