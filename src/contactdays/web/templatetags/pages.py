"""What templates say besides prepared values: addresses, texts in the reader's language, dates and numbers."""

from datetime import datetime
from typing import Any, Protocol

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from contactdays.agendas.formats import clock_time, end_time, language_names
from contactdays.core.models import Named
from contactdays.core.text import Text
from contactdays.web.parts import dates
from contactdays.web.parts.addresses import address_in
from contactdays.web.parts.typography import set_in

register = template.Library()


class Timed(Protocol):
    """Anything that begins and ends, at local times."""

    @property
    def start(self) -> datetime: ...
    @property
    def end(self) -> datetime: ...


register.filter("number", dates.number)
register.filter("percentage", dates.percentage)
register.filter("moment", dates.moment)
register.filter("weekday", dates.weekday)
register.filter("short_weekday", dates.short_weekday)
register.filter("day_and_month", dates.day_and_month)
register.filter("clock", clock_time)
register.filter("machine_time", dates.machine_time)


@register.simple_tag(takes_context=True)
def page_at(context: dict[str, Any], route: str, **more: object) -> str:
    """The address of ``route`` in the language and edition of this page."""
    return address_in(context["request"], route, **more)


@register.simple_tag(takes_context=True)
def current(context: dict[str, Any], route: str, *below: str) -> SafeString | str:
    """The mark of the link that leads to the page one is on, or to the list the page belongs to (``below``)."""
    match = context["request"].resolver_match
    name = match.view_name if match else ""
    if name not in (route, *below):
        return ""
    return format_html(' aria-current="{}"', "page" if name == route else "true")


@register.simple_tag
def text(value: Text | str | None) -> SafeString | str:
    """A text of the edition in the language of the page; where it is missing, that is said in this language."""
    words = in_this_language(value)
    return words if words else format_html('<span class="missing">{}</span>', missing_text())


@register.simple_tag
def end_clock(item: Timed) -> str:
    """When ``item`` ends; with the days that have passed since its start."""
    return end_time(item.start, item.end)


@register.filter
def called(thing: Named) -> str:
    """What the language of the page calls a place or an organisation."""
    return thing.name_in(get_language() or "en")


@register.filter("language_names")
def names_of_languages(codes: tuple[str, ...]) -> str:
    """The languages a session is held in, by name."""
    return language_names(codes, get_language() or "en")


@register.filter
def plain_text(value: Text | str | None) -> str:
    """``text`` where no markup can stand, as in the title of a page."""
    return in_this_language(value) or missing_text()


def in_this_language(value: Text | str | None) -> str | None:
    """The words of ``value`` in the active language, or None."""
    language = get_language() or "en"
    words = value.get_in(language) if isinstance(value, Text) else value
    return set_in(words, language) if words else None


def missing_text() -> str:
    # Translators: name your own language instead of English.
    return gettext("This text does not exist in English yet.")
