"""The archive of the press room, and searching it."""

from typing import Any

from django.core.paginator import InvalidPage, Page, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from contactdays.press.models import LanguageVersion
from contactdays.web.parts.requests import EditionRequest
from contactdays.web.public.press.archive import is_known_theme, texts_of_theme, texts_of_year, themes, years
from contactdays.web.public.press.headlines import headlines
from contactdays.web.public.press.searching import asked_words, found_texts, snippet

A_PAGE = 20


@require_safe
def archive(request: EditionRequest) -> HttpResponse:
    """The years and themes in which something has appeared in this language."""
    prepared = {"years": years(request.edition, request.language), "themes": themes(request.language)}
    return render(request, "pressroom/archive.html", prepared)


@require_safe
@cache_control(no_cache=True)
def year(request: EditionRequest, year: int) -> HttpResponse:
    """What appeared in one year."""
    if not 1 < year < 9999:
        raise Http404
    page = _page(request, texts_of_year(year, request.edition, request.language))
    return _list(request, "pressroom/year.html", page, year=year)


@require_safe
@cache_control(no_cache=True)
def theme(request: EditionRequest, theme: str) -> HttpResponse:
    """What appeared with one theme; 404 for a theme that nothing has appeared with."""
    page = _page(request, texts_of_theme(theme, request.language))
    if not page.object_list and not is_known_theme(theme):
        raise Http404
    return _list(request, "pressroom/theme.html", page, code=theme)


@require_safe
@cache_control(no_cache=True)
def search(request: EditionRequest) -> HttpResponse:
    """What has appeared in this language and holds all the words of ``?q=``."""
    question = request.GET.get("q", "").strip()
    words = asked_words(question)
    page = _page(request, found_texts(words, request.language) if words else LanguageVersion.objects.none())
    rows = list(page.object_list)
    found = [
        (headline, snippet(row.text, words))
        for headline, row in zip(headlines(rows, request.edition), rows, strict=True)
    ]
    return render(
        request, "pressroom/search.html", {"question": question, "words": words, "found": found, "pager": page}
    )


def _page(request: EditionRequest, texts: "QuerySet[LanguageVersion]") -> Page:
    """The page of ``texts`` that ``?page=`` asks for; 404 when there is none."""
    try:
        return Paginator(texts, A_PAGE).page(request.GET.get("page", 1))
    except InvalidPage:
        raise Http404 from None


def _list(request: EditionRequest, template: str, page: Page, **more: Any) -> HttpResponse:
    news = headlines(page.object_list, request.edition)
    return render(request, template, {"news": news, "pager": page, **more})
