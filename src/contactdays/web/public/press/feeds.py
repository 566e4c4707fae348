"""The releases as feeds, of all themes or of one."""

from collections.abc import Callable, Iterable

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from contactdays.press.feeds import Address, FeedHead, to_atom, to_rss
from contactdays.press.queries.feeds import Told, told_in
from contactdays.web.parts.addresses import address_in
from contactdays.web.parts.requests import EditionRequest

ATOM = "application/atom+xml; charset=utf-8"
RSS = "application/rss+xml; charset=utf-8"


@require_safe
def atom(request: EditionRequest, theme: str = "") -> HttpResponse:
    """The latest releases as Atom; 404 for a theme of which nothing has appeared."""
    return HttpResponse(_feed(request, theme, to_atom), content_type=ATOM)


@require_safe
def rss(request: EditionRequest, theme: str = "") -> HttpResponse:
    """The latest releases as RSS; 404 for a theme of which nothing has appeared."""
    return HttpResponse(_feed(request, theme, to_rss), content_type=RSS)


def _feed(request: EditionRequest, theme: str, write: Callable[..., bytes]) -> bytes:
    told = told_in(request.language, theme)
    if theme and not told:
        raise Http404
    return write(_head(request, theme, told), told, page=_page(request), paper=_paper(request))


def _head(request: EditionRequest, theme: str, told: Iterable[Told]) -> FeedHead:
    edition, language = request.edition, request.language
    week = edition.title.get_in(language) or edition.code
    name = next((each.text.theme for each in told if each.text), "") if theme else ""
    return FeedHead(
        name="/".join(filter(None, (edition.conference.code, edition.code, language, theme))),
        title=" · ".join(filter(None, (week, _("Press releases"), name))),
        subtitle=edition.theme.get_in(language) or "",
        language=language,
        home=request.build_absolute_uri(address_in(request, "pressroom:home")),
        address=request.build_absolute_uri(),
        author=edition.issuer_name or week,
    )


def _page(request: EditionRequest) -> Address:
    return lambda code: request.build_absolute_uri(address_in(request, "pressroom:release", code=code))


def _paper(request: EditionRequest) -> Address:
    return lambda code: request.build_absolute_uri(address_in(request, "pressroom:release-pdf", code=code))
