"""The pages of the press room. Everything begins with ``press.queries.public``."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from contactdays.core import clock
from contactdays.planning.public_programme import public_programme
from contactdays.press.models import LanguageVersion
from contactdays.press.queries.roster import spokespersons
from contactdays.web.parts.addresses import address_in
from contactdays.web.parts.requests import EditionRequest
from contactdays.web.parts.sites import site_address
from contactdays.web.parts.spoken import spoken_moment
from contactdays.web.public.entries import Setting, entry_days
from contactdays.web.public.now import on_now
from contactdays.web.public.press.contacts import duty_lines, of_roster
from contactdays.web.public.press.copy_text import copy_text
from contactdays.web.public.press.headlines import headlines, listed_texts
from contactdays.web.public.press.known import KnownRelease, known_release, withdrawn_release
from contactdays.web.public.press.languages import languages_of
from contactdays.web.public.press.news_article import news_article
from contactdays.web.public.press.points import press_days
from contactdays.web.public.press.release_page import release_page

LATEST = 10


@require_safe
def home(request: EditionRequest) -> HttpResponse:
    """The latest releases, what the press may attend, and who answers it."""
    edition, language = request.edition, request.language
    days = press_days(public_programme(edition, language))
    prepared = {
        "news": headlines(listed_texts(language)[:LATEST], edition),
        "days": entry_days(days, Setting(edition, language, on_now(edition, days, clock.now()))),
        "contacts": of_roster(spokespersons(edition, language), language),
        "duty": duty_lines(edition, language),
        "site": site_address(edition.issuer_site),
    }
    return render(request, "pressroom/home.html", prepared)


@require_safe
@cache_control(no_cache=True)
def release(request: EditionRequest, code: str) -> HttpResponse:
    """A release as it stands now; where it has not appeared in this language, in which others it has."""
    known = known_release(code)
    if known is None:
        return _withdrawn(request, code)
    row = known.current(request.language)
    return _shown(request, known, row) if row else _in_other_languages(request, known)


@require_safe
@cache_control(no_cache=True)
def version(request: EditionRequest, code: str, number: int) -> HttpResponse:
    """An earlier version of a release, marked as replaced; the address of the current one leads to the release."""
    known = known_release(code)
    if known is None:
        return _withdrawn(request, code)
    row, current = known.version(request.language, number), known.current(request.language)
    if current is None:
        return _in_other_languages(request, known)
    if row is None:
        raise Http404
    if row is current:
        return redirect(address_in(request, "pressroom:release", code=code))
    return _shown(request, known, row)


@require_safe
@cache_control(no_cache=True)
def text(request: EditionRequest, code: str) -> HttpResponse:
    """A release as plain words, to be taken over."""
    known = known_release(code)
    if known is None:
        return _withdrawn(request, code)
    row = known.current(request.language)
    if row is None:
        raise Http404
    headers = {"X-Robots-Tag": "noindex"}
    return HttpResponse(copy_text(row.text), content_type="text/plain; charset=utf-8", headers=headers)


def _shown(request: EditionRequest, known: KnownRelease, row: LanguageVersion) -> HttpResponse:
    shown = release_page(known, row, request.edition)
    linked = "" if shown.replaced else news_article(shown, request)
    return render(request, "pressroom/release.html", {"shown": shown, "linked": linked})


def _in_other_languages(request: EditionRequest, known: KnownRelease) -> HttpResponse:
    languages = languages_of(known, request.language)
    return render(request, "pressroom/other_languages.html", {"code": known.release.code, "languages": languages})


def _withdrawn(request: EditionRequest, code: str) -> HttpResponse:
    """What is left of a release that was withdrawn; any other code is not found."""
    release = withdrawn_release(code)
    if release is None or release.withdrawn is None:
        raise Http404
    moment = spoken_moment(release.withdrawn.astimezone(request.edition.zone))
    return render(request, "pressroom/withdrawn.html", {"moment": moment, "reason": release.reason}, status=410)
