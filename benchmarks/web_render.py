"""Milliseconds for the public programme from the database, ours and as one would write it first; printed as JSON.

Run by ``benchmarks/web.py``. The naive way hands ORM objects to Django's template, which follows their relations;
the careful way does the same with one joined query.
"""

# ruff: noqa: E501  a template is written as its page reads

import json
import os
import statistics
from collections.abc import Callable
from time import perf_counter

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "contactdays.config.settings"
django.setup()

from django.http import HttpResponse  # noqa: E402
from django.template import Context, Engine  # noqa: E402
from django.test import RequestFactory  # noqa: E402
from django.urls import resolve  # noqa: E402
from django.utils import translation  # noqa: E402

from contactdays.core.scope import edition_scope  # noqa: E402
from contactdays.editions.queries import edition_by_code  # noqa: E402
from contactdays.planning.models import CurrentPlan, Placement  # noqa: E402
from contactdays.web.public import views  # noqa: E402

LANGUAGE, CODE = "nl", "week-2026"
NAIVE = """{% load i18n %}<!doctype html><html lang="nl"><head><title>{{ edition.code }}</title></head><body><h1>Programme</h1>
{% for day in days %}<section><h2>{{ day.0|date:"l j F" }}</h2><ol>{% for placement in day.1 %}<li class="entry">
<p class="t"><time datetime="{{ placement.start|date:'c' }}">{{ placement.start|date:"H:i" }}</time><small>–{{ placement.end|date:"H:i" }}</small></p>
<div><h3><a href="{% url 'public:session' language='nl' edition=edition.code code=placement.session.code %}">{{ placement.session.title.nl }}</a></h3>
<p class="who"><bdi>{{ placement.room.name }}</bdi>{% if placement.room.venue != edition.main_venue %}, <bdi>{{ placement.room.venue.name }}</bdi>{% endif %}</p>
{% if placement.start <= now and now < placement.end %}<p>{% translate "Now" %}</p>{% endif %}</div>
<p class="how"><span class="st">{% if placement.session.press == 'open' %}{% translate "Open to the press" %}{% elif placement.session.press == 'pictures' %}{% translate "Press: pictures only" %}{% else %}{% translate "Closed to the press" %}{% endif %}</span>
{% for language in placement.session.languages %}{{ language }}{% if not forloop.last %}, {% endif %}{% endfor %}</p></li>
{% endfor %}</ol></section>{% endfor %}</body></html>"""


def main() -> None:
    edition = edition_by_code(CODE)
    if edition is None:
        raise SystemExit(f"There is no edition {CODE}.")
    with edition_scope(edition), translation.override(LANGUAGE):
        ways = {
            "ours": lambda: views.programme(request(edition)),
            "naive": lambda: naive(edition, ()),
            "careful (one joined query)": lambda: naive(edition, ("session", "room__venue")),
        }
        print(json.dumps({way: milliseconds(render) for way, render in ways.items()}))


def request(edition: object) -> object:
    made = RequestFactory(SERVER_NAME="localhost").get(f"/{LANGUAGE}/{CODE}/programme/")
    made.edition, made.language = edition, LANGUAGE
    made.resolver_match = resolve(made.path)
    return made


def naive(edition: object, joined: tuple[str, ...]) -> HttpResponse:
    plan = CurrentPlan.objects.get().plan
    placements = Placement.objects.filter(plan=plan, session__marking="public").order_by("start")
    placements = placements.select_related(*joined) if joined else placements
    by_day: dict[object, list[Placement]] = {}
    for placement in placements:
        by_day.setdefault(placement.start.astimezone(edition.zone).date(), []).append(placement)
    now = next(iter(by_day.values()))[0].start
    context = {"edition": edition, "days": list(by_day.items()), "now": now}
    return HttpResponse(TEMPLATE.render(Context(context)))


TEMPLATE = Engine.get_default().from_string(NAIVE)


def milliseconds(render: Callable[[], HttpResponse]) -> float:
    """The median of ten renders; the first ones warm templates and patterns up."""
    for _warming in range(2):
        render()
    times = []
    for _turn in range(10):
        began = perf_counter()
        render()
        times.append(perf_counter() - began)
    return statistics.median(times) * 1000


if __name__ == "__main__":
    main()
