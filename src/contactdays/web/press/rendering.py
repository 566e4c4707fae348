"""A release as a page shows it, from a text or from a form that does not fit yet."""

from dataclasses import dataclass, replace
from datetime import date

from django.utils.safestring import SafeString

from contactdays.agendas.formats import long_date
from contactdays.core.text import LANGUAGES
from contactdays.press.markdown import parts_of
from contactdays.press.release_text import Contact, Issuer, Quote, ReleaseText
from contactdays.web.parts.markup import joined, release_markup
from contactdays.web.press.fields import Fields


@dataclass(frozen=True, slots=True)
class RenderedRelease:
    """``lead`` and ``body`` are markup, everything else words."""

    language: str
    title: str
    place: str
    date: str
    lead: SafeString
    theme: str
    body: SafeString
    contacts: tuple[Contact, ...]
    issuer: tuple[str, ...]


def rendered_text(text: ReleaseText) -> RenderedRelease:
    parts = parts_of(text)
    return RenderedRelease(
        language=text.lang,
        title=text.title,
        place=text.place,
        date=long_date(text.date, text.lang),
        lead=release_markup(parts.lead_html),
        theme=parts.theme if text.theme.strip() else "",
        body=joined([release_markup(parts.before_html), release_markup(parts.body_html)]),
        contacts=text.spokespersons,
        issuer=tuple(each for each in _issuer(text.issuer) if each),
    )


def _issuer(issuer: Issuer) -> tuple[str, ...]:
    return (issuer.name, issuer.street, issuer.postal_city, issuer.country, issuer.phone, issuer.url)


def rendered(fields: Fields) -> RenderedRelease:
    """What is typed so far; a date that is none yet is left out."""
    day = _day(fields.date)
    shown = rendered_text(_so_far(fields, day or date.min))
    return shown if day else replace(shown, date="")


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed.strip())
    except ValueError:
        return None


def _so_far(fields: Fields, day: date) -> ReleaseText:
    return ReleaseText(
        code=fields.code,
        lang=fields.lang if fields.lang in LANGUAGES else "en",
        title=fields.title,
        date=day,
        place=fields.place,
        theme=fields.theme,
        site=fields.site,
        issuer=Issuer(**{name: fields.issuer.get(name, "") for name in Issuer.__dataclass_fields__}),
        spokespersons=tuple(Contact(**row) for row in fields.people),
        body=fields.body,
        quotes=tuple(Quote(_whole(row["after_paragraph"]), row["text"], row["speaker"]) for row in fields.quotes),
    )


def _whole(typed: str) -> int:
    return int(typed) if typed.isdecimal() and len(typed) < 4 else 0
