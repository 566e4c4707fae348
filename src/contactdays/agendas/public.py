"""The public programme as an agenda that belongs to nobody, for calendars to subscribe to."""

from collections import defaultdict

from django.db.models import Q
from django.utils.translation import gettext, override

from contactdays.agendas.entries import Agenda, AgendaEntry, EntryKind
from contactdays.agendas.history import Course, Standing, courses
from contactdays.agendas.week import missing_text
from contactdays.editions.dates import dates_of
from contactdays.editions.models import Edition
from contactdays.planning.models import Placement, Plan
from contactdays.planning.queries import published_plans
from contactdays.programme.enums import Marking


def public_agenda(edition: Edition, language: str, *, name: str = "", among: Q | None = None) -> Agenda | None:
    """Every public session that ever stood in a published plan; None before the first publication.

    ``among`` asks of placements which of them are meant, and ``name`` says what those are called. A session that is
    held no more is there as cancelled, and one that is public no more is not there.
    """
    plans = published_plans(edition)
    if not plans:
        return None
    with override(language):
        return Agenda(
            name=name or gettext("Public programme"),
            role="",
            edition=edition.title.get_in(language) or missing_text(),
            dates=dates_of(edition, language),
            venue=edition.main_venue.name_in(language) if edition.main_venue else "",
            plan_number=plans[-1].number or 0,
            published=plans[-1].published or plans[-1].created,
            time_zone=edition.time_zone,
            language=language,
            entries=_entries(edition, plans, language, among or Q()),
        )


def _entries(edition: Edition, plans: list[Plan], language: str, among: Q) -> tuple[AgendaEntry, ...]:
    placements = _public_placements(plans, among)
    standings: dict[int, dict[str, Standing]] = defaultdict(dict)
    for each in placements.values():
        standing = Standing(each.start, each.end, each.room_id, placement=each.pk)
        standings[each.plan_id][str(each.session_id)] = standing
    found = courses([standings[plan.pk] for plan in plans])
    entries = [_entry(placements[course.last.placement], course, edition, language) for course in found.values()]
    return tuple(sorted(entries, key=lambda entry: (entry.start, entry.end, entry.uid)))


def _public_placements(plans: list[Plan], among: Q) -> dict[int, Placement]:
    public = Placement.objects.filter(among, plan__in=plans, session__marking=Marking.PUBLIC)
    return {each.pk: each for each in public.select_related("session", "room__venue", "destination__venue")}


def _entry(placement: Placement, course: Course, edition: Edition, language: str) -> AgendaEntry:
    session = placement.session
    if session is None:
        raise TypeError("a meeting is never public")
    return AgendaEntry(
        uid=f"session-{session.code}@{edition.code}.contactdays.invalid".lower(),
        kind=EntryKind(session.kind),
        title=session.title.get_in(language) or missing_text(),
        start=course.last.start,
        end=course.last.end,
        place=placement.room.name_in(language),
        venue=placement.room.venue.name_in(language),
        destination=placement.destination.name_in(language) if placement.destination else "",
        languages=tuple(session.languages),
        cancelled=not course.held,
        sequence=course.sequence,
    )
