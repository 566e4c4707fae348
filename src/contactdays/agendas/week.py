"""One person's week, made from what was published: entries, their changes, and what was dropped."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext, override

from contactdays.agendas.entries import Agenda, AgendaEntry, Change, EntryKind, Spot
from contactdays.agendas.history import Course, Standing, courses, without_clashes
from contactdays.agendas.sources import Sources, activity_key
from contactdays.editions.dates import dates_of
from contactdays.editions.models import Room
from contactdays.people.models import Participant
from contactdays.people.naming import name_of_delegation, role_of
from contactdays.planning.models import Placement, Plan
from contactdays.planning.moments import day_of


@dataclass(frozen=True, slots=True)
class Week:
    """The week of ``participant`` in ``language``, from ``sources`` that were read for them."""

    sources: Sources
    participant: Participant
    language: str

    def agenda(self, *, all_cancelled: bool) -> Agenda | None:
        """None before the first publication; ``all_cancelled``: with all that was ever dropped."""
        if not self.sources.plans:
            return None
        plan, edition, person = self.sources.plans[-1], self.sources.edition, self.participant.person
        with override(self.language):
            return Agenda(
                name=person.name,
                role=role_of(self.participant, self.sources.incumbency(self.participant)),
                edition=edition.title.get_in(self.language) or missing_text(),
                dates=dates_of(edition, self.language),
                venue=edition.main_venue.name_in(self.language) if edition.main_venue else "",
                plan_number=plan.number or 0,
                published=plan.published or plan.created,
                time_zone=edition.time_zone,
                language=self.language,
                entries=self._entries(all_cancelled),
                original_name=person.original_name,
                original_language=person.original_language,
            )

    def changes_since(self, number: int) -> tuple[Change, ...]:
        """What stands differently in the last plan than in plan ``number``, in order of time."""
        seen = next((plan for plan in self.sources.plans if plan.number == number), None)
        if seen is None:
            return ()
        before, after = self._standings(seen), self._standings(self.sources.plans[-1])
        with override(self.language):
            changes = [
                Change(self._entry_at(before.get(activity)), self._entry_at(after.get(activity)))
                for activity in dict.fromkeys([*before, *after])
                if _look(before.get(activity)) != _look(after.get(activity))
            ]
        return tuple(sorted(changes, key=_moment_of))

    def _entry_at(self, standing: Standing | None) -> AgendaEntry | None:
        return self._entry(Course(standing, True, True, 0)) if standing else None

    def _entries(self, all_cancelled: bool) -> tuple[AgendaEntry, ...]:
        found = courses([self._standings(plan) for plan in self.sources.plans])
        shown = [course for course in found.values() if course.held or course.held_before or all_cancelled]
        entries = [*map(self._entry, shown), *self._private_entries()]
        return tuple(sorted(entries, key=lambda entry: (entry.start, entry.end, entry.uid)))

    def _standings(self, plan: Plan) -> dict[str, Standing]:
        held = self.sources.held.get((plan.pk, self.participant.pk), {})
        return {**held, **without_clashes(self._optional(plan), held)}

    def _optional(self, plan: Plan) -> dict[str, Standing]:
        sessions = self.sources.may.get(self.participant.delegation_id, ())
        offered = {session: self.sources.offered.get((plan.pk, session)) for session in sessions}
        return {
            activity_key(session, None): standing
            for session, standing in offered.items()
            if standing is not None and self._present(standing)
        }

    def _present(self, standing: Standing) -> bool:
        day = day_of(self.sources.edition, standing.start)
        return self.participant.pk in self.sources.presence.on(self.participant.delegation_id, day)

    def _entry(self, course: Course) -> AgendaEntry:
        placement = self.sources.placements[course.last.placement]
        if placement.session_id is not None:
            return self._session_entry(placement, course)
        return self._meeting_entry(placement, course)

    def _session_entry(self, placement: Placement, course: Course) -> AgendaEntry:
        session = self.sources.sessions[placement.session_id]
        return AgendaEntry(
            uid=self._uid(f"session-{session.code}"),
            kind=EntryKind(session.kind),
            title=session.title.get_in(self.language) or missing_text(),
            start=course.last.start,
            end=course.last.end,
            place=placement.room.name_in(self.language),
            venue=placement.room.venue.name_in(self.language),
            destination=placement.destination.name_in(self.language) if placement.destination else "",
            people=self._speakers(session.pk),
            languages=tuple(session.languages),
            optional=course.last.optional,
            cancelled=not course.held,
            sequence=course.sequence,
            code=session.code,
            begins=_spot(placement.room),
            ends=_spot(placement.destination or placement.room),
        )

    def _meeting_entry(self, placement: Placement, course: Course) -> AgendaEntry:
        meeting = self.sources.meetings[placement.meeting_id]
        other = meeting.second if meeting.first_id == self.participant.delegation_id else meeting.first
        day = day_of(self.sources.edition, placement.start)
        return AgendaEntry(
            uid=self._uid(f"meeting-{meeting.code}"),
            kind=EntryKind.BILATERAL,
            title=name_of_delegation(other),
            start=course.last.start,
            end=course.last.end,
            place=placement.room.name_in(self.language),
            venue=placement.room.venue.name_in(self.language),
            people=tuple(self._introduced(pk, day) for pk in self.sources.presence.on(other.pk, day)),
            purpose=" · ".join(request.purpose for request in meeting.requests.all()),
            cancelled=not course.held,
            sequence=course.sequence,
            code=meeting.code,
            begins=_spot(placement.room),
            ends=_spot(placement.room),
        )

    def _uid(self, activity: str) -> str:
        return f"{activity}.{self.participant.code}@{self.sources.edition.code}.contactdays.invalid".lower()

    def _introduced(self, participant: int, day: date) -> str:
        met = self.sources.everyone[participant]
        role = role_of(met, self.sources.incumbency(met, day))
        return f"{met.person.name}, {role}" if role else met.person.name

    def _speakers(self, session: int) -> tuple[str, ...]:
        return tuple(
            self._introduced(attendance.participant_id, self.sources.edition.first_day)
            if attendance.participant_id
            else name_of_delegation(attendance.delegation)
            for attendance in self.sources.speaking.get(session, ())
        )

    def _private_entries(self) -> Iterator[AgendaEntry]:
        for block in self.sources.private.get(self.participant.delegation_id, ()):
            if block.participant_id in (None, self.participant.pk):
                yield AgendaEntry(
                    uid=self._uid(f"private-{block.pk}"),
                    kind=EntryKind.PRIVATE,
                    title=block.reason or gettext("Private"),
                    start=block.start,
                    end=block.end,
                )


def _look(standing: Standing | None) -> object:
    return standing.seen if standing else None


def _moment_of(change: Change) -> tuple[object, ...]:
    entry = change.now or change.was
    return (entry.start, entry.uid) if entry else ()


def _spot(room: Room) -> Spot:
    return Spot(room.code, room.venue.code)


def missing_text() -> str:
    """What stands where a text is missing in the active language."""
    return gettext("[Not available in English]")
