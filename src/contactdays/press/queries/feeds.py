"""What a feed tells: of each release its text as it stands, or that it was withdrawn."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Min
from django.db.models.functions import Length

from contactdays.core import clock
from contactdays.press.models import LanguageVersion, Paper, Release
from contactdays.press.queries.public import current_texts, withdrawn_releases
from contactdays.press.release_text import ReleaseText

LONGEST = 50
"""A feed holds so many releases at most: the latest."""


@dataclass(frozen=True, slots=True)
class Told:
    """A release in one language: since when it is known and since when as it stands. ``paper`` is the size of its
    document. What was withdrawn has a ``reason`` and no ``text``; a corrected text has a ``note``."""

    code: str
    token: str
    theme: str
    published: datetime
    updated: datetime
    text: ReleaseText | None = None
    note: str = ""
    reason: str = ""
    paper: int | None = None


def told_in(language: str, theme: str = "") -> tuple[Told, ...]:
    """The releases known in ``language``, all or those of one theme (by its code); the latest change first."""
    texts = current_texts(language)
    withdrawn = withdrawn_releases(language).select_related("theme")
    if theme:
        texts, withdrawn = texts.filter(version__release__theme__code=theme), withdrawn.filter(theme__code=theme)
    found = [*_standing(list(texts[:LONGEST]), language), *_withdrawn(list(withdrawn[:LONGEST]), language)]
    return tuple(sorted(found, key=lambda each: (each.updated, each.code), reverse=True)[:LONGEST])


def _standing(texts: list[LanguageVersion], language: str) -> Iterator[Told]:
    first = _first_appearances([text.version.release_id for text in texts], language)
    papers = _paper_sizes([text.pk for text in texts])
    for row in texts:
        release = row.version.release
        yield Told(
            release.code,
            release.token,
            release.theme.code,
            first[release.pk],
            row.appears or first[release.pk],
            text=row.text,
            note=row.version.note.get_in(language) or "",
            paper=papers.get(row.pk),
        )


def _withdrawn(releases: list[Release], language: str) -> Iterator[Told]:
    first = _first_appearances([release.pk for release in releases], language)
    for each in releases:
        reason = each.reason.get_in(language) or ""
        withdrawn = each.withdrawn or first[each.pk]
        yield Told(each.code, each.token, each.theme.code, first[each.pk], withdrawn, reason=reason)


def _first_appearances(releases: list[int], language: str) -> dict[int, datetime]:
    rows = LanguageVersion.objects.filter(
        version__release__in=releases, language=language, appears__lte=clock.now()
    ).order_by()
    return dict(rows.values_list("version__release").annotate(first=Min("appears")))


def _paper_sizes(texts: list[int]) -> dict[int, int]:
    return dict(Paper.objects.filter(text__in=texts).order_by().values_list("text", Length("pdf")))
