"""The first page of the press office: who guesses addresses, what appears next, every release, who is on duty."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from contactdays.core import clock
from contactdays.press.models import LanguageVersion, Release, Version
from contactdays.press.queries.office import releases, states, texts_by_language
from contactdays.web.parts.requests import EditionRequest
from contactdays.web.press.alerts import shown_alerts
from contactdays.web.press.instants import by_both_clocks
from contactdays.web.press.marks import Mark, marks, own_name
from contactdays.web.press.shown_roster import on_duty_today


@dataclass(frozen=True, slots=True)
class Title:
    """A title and the language it stands in."""

    words: str
    language: str


@dataclass(frozen=True, slots=True)
class ReleaseRow:
    """One release as the table shows it; ``public_version`` is the number the world reads, if any."""

    token: str
    title: Title
    theme: str
    version: int
    public_version: int | None
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Coming:
    """What appears next: at one instant, in these languages."""

    token: str
    title: Title
    instant: datetime
    when: str
    languages: str


@require_safe
def overview(request: EditionRequest) -> HttpResponse:
    """Everything there is, the newest release first; in a fixed number of queries."""
    every = [(release, _latest(release)) for release in releases()]
    known = [(release, version) for release, version in every if version is not None]
    prepared = {
        "alerts": shown_alerts(request.edition),
        "coming": _coming(request, known),
        "rows": [_row(release, version, request.language) for release, version in known],
        "duty": on_duty_today(request.edition),
    }
    return render(request, "press/overview.html", prepared)


def _latest(release: Release) -> Version | None:
    return max(release.versions.all(), key=lambda version: version.number, default=None)


def title_of(texts: dict[str, LanguageVersion], release: Release, language: str) -> Title:
    """The title in the reader's language, else in the release's own, else in any."""
    for wanted in (language, release.source_language, *texts):
        if wanted in texts:
            return Title(texts[wanted].content["title"], wanted)
    return Title(release.code, "")


def _row(release: Release, version: Version, language: str) -> ReleaseRow:
    return ReleaseRow(
        token=release.token,
        title=title_of(texts_by_language(version), release, language),
        theme=release.theme.names.get_in(language) or release.theme.names.get_in(release.source_language) or "",
        version=version.number,
        public_version=_public_version(release.versions.all()),
        marks=marks(states(version, release.source_language), withdrawn=release.withdrawn is not None),
    )


def _public_version(versions: Iterable[Version]) -> int | None:
    appeared = [version.number for version in versions for text in version.texts.all() if _has_appeared(text)]
    return max(appeared, default=None)


def _has_appeared(text: LanguageVersion) -> bool:
    return text.appears is not None and text.appears <= clock.now()


def _coming(request: EditionRequest, known: Iterable[tuple[Release, Version]]) -> list[Coming]:
    """What is on the clock, the first to appear first."""
    found = []
    for release, version in known:
        texts = texts_by_language(version)
        instants = {text.appears for text in texts.values() if text.appears and not _has_appeared(text)}
        for instant in () if release.withdrawn else instants:
            names = ", ".join(own_name(each) for each, text in texts.items() if text.appears == instant)
            title = title_of(texts, release, request.language)
            when = by_both_clocks(instant, version.zone, request.edition)
            found.append(Coming(release.token, title, instant, when, names))
    return sorted(found, key=lambda each: each.instant)
