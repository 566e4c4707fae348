"""The sessions that a release tells of: chosen among those of the edition, day by day."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language

from contactdays.editions.models import Edition
from contactdays.planning.models import Placement
from contactdays.planning.queries import current_plan
from contactdays.press.models import Release
from contactdays.press.words import folded
from contactdays.programme.enums import Marking
from contactdays.programme.models import Session


@dataclass(frozen=True, slots=True)
class SessionChoice:
    """One session; ``public``: the world will be shown it."""

    code: str
    title: str
    time: str
    public: bool
    chosen: bool


@dataclass(frozen=True, slots=True)
class ChoiceDay:
    """A day with its sessions in order of time; ``day`` is None for those that no published plan places."""

    day: date | None
    choices: tuple[SessionChoice, ...]

    @property
    def any_chosen(self) -> bool:
        return any(choice.chosen for choice in self.choices)


def session_choices(
    release: Release, edition: Edition, words: str = "", ticked: Collection[str] | None = None
) -> tuple[ChoiceDay, ...]:
    """Every session whose title holds all ``words``, and every one that is chosen, so that none is lost.

    Chosen are those of the release, unless a page was sent on which others were ``ticked`` and not kept yet.
    """
    chosen = release.sessions if ticked is None else ticked
    times = _times(edition)
    days: dict[date | None, list[tuple[str, SessionChoice]]] = {}
    for session in Session.objects.all():
        choice = _choice(session, release.source_language, chosen, times)
        if choice.chosen or _holds(choice, words):
            day, time = times.get(session.code, (None, ""))
            days.setdefault(day, []).append((time, choice))
    placed = sorted(day for day in days if day is not None)
    return tuple(
        ChoiceDay(day, tuple(choice for _time, choice in sorted(days[day], key=lambda each: each[0])))
        for day in (*placed, *([None] if None in days else []))
    )


def _holds(choice: SessionChoice, words: str) -> bool:
    said = folded(f"{choice.title} {choice.code}")
    return all(word in said for word in folded(words).split())


def _choice(
    session: Session, source_language: str, chosen: Collection[str], times: dict[str, tuple[date, str]]
) -> SessionChoice:
    title = session.title.get_in(get_language() or "en") or session.title.get_in(source_language)
    return SessionChoice(
        code=session.code,
        title=title or session.code,
        time=times[session.code][1] if session.code in times else "",
        public=session.marking == Marking.PUBLIC,
        chosen=session.code in chosen,
    )


def _times(edition: Edition) -> dict[str, tuple[date, str]]:
    plan = current_plan(edition)
    if plan is None:
        return {}
    rows = Placement.objects.filter(plan=plan, session__isnull=False).values_list("session__code", "start")
    return {code: (local.date(), f"{local:%H:%M}") for code, start in rows if (local := start.astimezone(edition.zone))}
