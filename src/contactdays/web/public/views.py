"""The pages everyone may read. They know nothing of who is signed in, so that one copy serves all."""

from django.http import HttpResponse
from django.shortcuts import render

from contactdays.planning.queries import public_programme
from contactdays.web.parts.requests import EditionRequest
from contactdays.web.public.front import front_page
from contactdays.web.public.programme import published_moment, score_of


def front(request: EditionRequest) -> HttpResponse:
    """What the ministry announces: theme, dates, place, who comes, whom they meet."""
    return render(request, "public/front.html", {"front": front_page(request.edition, request.language)})


def programme(request: EditionRequest) -> HttpResponse:
    """The public sessions of the published plan, day by day."""
    days = public_programme(request.edition, request.language)
    venue = request.edition.main_venue
    prepared = {
        "days": days,
        "score": score_of(days),
        "published": published_moment(request.edition),
        "main_venue": venue.name_in(request.language) if venue else "",
    }
    return render(request, "public/programme.html", prepared)


def accessibility(request: EditionRequest) -> HttpResponse:
    return render(request, "public/accessibility.html")


def privacy(request: EditionRequest) -> HttpResponse:
    return render(request, "public/privacy.html")
