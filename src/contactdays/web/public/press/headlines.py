"""Releases as lists name them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db.models import OuterRef, QuerySet, Subquery

from contactdays.editions.models import Edition
from contactdays.press.markdown import lead_of
from contactdays.press.models import LanguageVersion
from contactdays.press.queries.public import current_texts, public_texts


@dataclass(frozen=True, slots=True)
class Headline:
    """A release in one language; ``appeared`` and ``corrected`` (None: never) are local times."""

    code: str
    title: str
    lead: str
    theme: str
    theme_code: str
    appeared: datetime
    corrected: datetime | None


def listed_texts(language: str) -> "QuerySet[LanguageVersion]":
    """The current texts with the instant each release ``first`` appeared in ``language``; the latest first."""
    same = public_texts().filter(version__release=OuterRef("version__release"), language=language)
    first = Subquery(same.order_by("appears").values("appears")[:1])
    return current_texts(language).annotate(first=first).order_by("-first", "-pk")


def headlines(rows: Iterable[LanguageVersion], edition: Edition) -> tuple[Headline, ...]:
    """``rows`` of ``listed_texts`` as a list shows them."""
    return tuple(_headline(row, edition.zone) for row in rows)


def telling_of(session: str, edition: Edition, language: str) -> tuple[Headline, ...]:
    """The releases that tell of the session with this code."""
    rows = [row for row in listed_texts(language) if session in row.version.release.sessions]
    return headlines(rows, edition)


def _headline(row: LanguageVersion, zone: ZoneInfo) -> Headline:
    text, theme = row.text, row.version.release.theme
    first, last = row.first.astimezone(zone), row.appears.astimezone(zone)  # type: ignore[attr-defined, union-attr]
    return Headline(
        text.code, text.title, lead_of(text.body), text.theme, theme.code, first, last if last != first else None
    )
