"""Reading agendas: one person's published week, or everyone's in a handful of queries."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

from django.utils.translation import gettext, override

from contactdays.agendas.entries import Agenda, AgendaEntry, EntryKind
from contactdays.agendas.history import Course, Standing, courses, without_clashes
from contactdays.agendas.models import Feed
from contactdays.bilaterals.models import Meeting
from contactdays.editions.dates import dates_of
from contactdays.editions.models import Edition
from contactdays.people.enums import AvailabilityKind
from contactdays.people.models import Availability, Incumbency, Participant
from contactdays.people.naming import name_of_delegation, role_of
from contactdays.people.queries import presence_in
from contactdays.planning.models import Occupancy, Placement, Plan
from contactdays.planning.moments import day_of
from contactdays.planning.queries import published_plans
from contactdays.programme.enums import Duty
from contactdays.programme.models import Attendance, Session


def agenda_of(participant: Participant, language: str, *, all_cancelled: bool = False) -> Agenda | None:
    """The published week of ``participant`` in ``language``; None before the first publication.

    Cancelled entries are those dropped since the last plan but one; with ``all_cancelled`` all that were ever
    dropped, for calendars that may have missed a plan.
    """
    return Week(participant.edition, [participant]).agenda(participant, language, all_cancelled=all_cancelled)


def agendas_of(edition: Edition) -> Iterator[tuple[Participant, Agenda]]:
    """The week of everyone who has an entry, each in their own language, by code of participant."""
    participants = list(_participants())
    week = Week(edition, participants)
    for participant in participants:
        agenda = week.agenda(participant, participant.person.language)
        if agenda is not None and agenda.entries:
            yield participant, agenda


def participant_by_code(edition: Edition, code: str) -> Participant | None:
    return _participants().filter(code=code).first()


def participant_of_user(edition: Edition, user_id: int) -> Participant | None:
    """The participant that a signed-in person is in ``edition``, or None."""
    return _participants().filter(user_id=user_id).first()


def _participants():  # type: ignore[no-untyped-def]  # a query set of Participant, lazily refined by callers
    return Participant.objects.select_related(
        "edition__main_venue", "person", "delegation__post", "delegation__organisation"
    ).order_by("code")


def feed_by_secret(secret: str) -> Feed | None:
    """The calendar address that ends in ``secret``, unless it was revoked or never given out."""
    hashed = hashlib.sha256(secret.encode()).hexdigest()
    return (
        Feed.objects.filter(secret_hash=hashed, revoked=None)
        .select_related("participant__edition__main_venue", "participant__person", "participant__delegation__post")
        .first()
    )


def feeds_of(participant: Participant) -> list[Feed]:
    """The calendar addresses of ``participant`` that are still open, newest first."""
    return list(Feed.objects.filter(participant=participant, revoked=None).order_by("-pk"))


class Week:
    """What the agendas of some participants of an edition are made from, read once."""

    def __init__(self, edition: Edition, participants: Iterable[Participant]) -> None:
        self.edition = edition
        self.participants = {participant.pk: participant for participant in participants}
        self.plans: list[Plan] = published_plans(edition)

    def agenda(self, participant: Participant, language: str, *, all_cancelled: bool = False) -> Agenda | None:
        if not self.plans:
            return None
        plan, edition, person = self.plans[-1], self.edition, participant.person
        with override(language):
            return Agenda(
                name=person.name,
                role=role_of(participant, self._incumbency(participant)),
                edition=edition.title.get_in(language) or missing_text(),
                dates=dates_of(edition, language),
                venue=edition.main_venue.name_in(language) if edition.main_venue else "",
                plan_number=plan.number or 0,
                published=plan.published or plan.created,
                time_zone=edition.time_zone,
                language=language,
                entries=self._entries(participant, language, all_cancelled),
                original_name=person.original_name,
                original_language=person.original_language,
            )

    def _entries(self, participant: Participant, language: str, all_cancelled: bool) -> tuple[AgendaEntry, ...]:
        found = courses([self._standings(plan, participant) for plan in self.plans])
        entries = [
            self._entry(activity, course, participant, language)
            for activity, course in found.items()
            if course.held or course.held_before or all_cancelled
        ]
        entries.extend(self._private_entries(participant))
        return tuple(sorted(entries, key=lambda entry: (entry.start, entry.end, entry.uid)))

    def _standings(self, plan: Plan, participant: Participant) -> dict[str, Standing]:
        held = self._held.get((plan.pk, participant.pk), {})
        return {**held, **without_clashes(self._optional(plan, participant), held)}

    @cached_property
    def _held(self) -> dict[tuple[int, int], dict[str, Standing]]:
        found: dict[tuple[int, int], dict[str, Standing]] = defaultdict(dict)
        rows = Occupancy.objects.filter(plan__in=self.plans, participant__in=self.participants).values_list(
            "plan_id",
            "participant_id",
            "placement__session_id",
            "placement__meeting_id",
            "start",
            "end",
            "placement__room_id",
            "placement_id",
        )
        for plan, participant, session, meeting, start, end, room, placement in rows:
            standing = Standing(start, end, room, placement=placement)
            found[plan, participant][_activity(session, meeting)] = standing
        return found

    def _optional(self, plan: Plan, participant: Participant) -> dict[str, Standing]:
        sessions = self._may.get(participant.delegation_id, ())
        placed = self._session_placements
        return {
            _activity(session, None): placed[plan.pk, session]
            for session in sessions
            if (plan.pk, session) in placed and self._present(participant, placed[plan.pk, session])
        }

    def _present(self, participant: Participant, standing: Standing) -> bool:
        day = day_of(self.edition, standing.start)
        return participant.pk in self._presence.on(participant.delegation_id, day)

    @cached_property
    def _presence(self):  # type: ignore[no-untyped-def]
        return presence_in(self.edition)

    @cached_property
    def _may(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        rows = Attendance.objects.filter(duty=Duty.MAY).order_by("session_id")
        for delegation, session in rows.values_list("delegation_id", "session_id"):
            found[delegation].append(session)
        return found

    @cached_property
    def _session_placements(self) -> dict[tuple[int, int], Standing]:
        rows = Placement.objects.filter(plan__in=self.plans, session__isnull=False)
        return {
            (plan, session): Standing(start, end, room, optional=True, placement=placement)
            for plan, session, start, end, room, placement in rows.values_list(
                "plan_id", "session_id", "start", "end", "room_id", "pk"
            )
        }

    @cached_property
    def _placements(self) -> dict[int, Placement]:
        """Every placement that any of the participants' entries speaks of."""
        wanted = {standing.placement for week in self._held.values() for standing in week.values()}
        wanted |= {standing.placement for standing in self._session_placements.values()}
        placements = Placement.objects.filter(plan__in=self.plans).select_related("room__venue", "destination__venue")
        return {placement.pk: placement for placement in placements if placement.pk in wanted}

    def _entry(self, activity: str, course: Course, participant: Participant, language: str) -> AgendaEntry:
        placement = self._placements[course.last.placement]
        common = {
            "uid": self._uid(placement, participant),
            "start": course.last.start,
            "end": course.last.end,
            "place": placement.room.name_in(language),
            "venue": placement.room.venue.name_in(language),
            "cancelled": not course.held,
            "sequence": course.sequence,
        }
        if placement.session_id is not None:
            return self._session_entry(placement, course, language, common)
        return self._meeting_entry(placement, participant, common)

    def _uid(self, placement: Placement, participant: Participant) -> str:
        session, meeting = placement.session_id, placement.meeting_id
        code = f"session-{self._sessions[session].code}" if session else f"meeting-{self._meetings[meeting].code}"
        return f"{code}.{participant.code}@{self.edition.code}.contactdays.invalid".lower()

    def _session_entry(self, placement: Placement, course: Course, language: str, common: dict) -> AgendaEntry:  # type: ignore[type-arg]
        session = self._sessions[placement.session_id or 0]
        return AgendaEntry(
            kind=EntryKind(session.kind),
            title=session.title.get_in(language) or missing_text(),
            destination=placement.destination.name_in(language) if placement.destination else "",
            people=self._speakers(session.pk),
            languages=tuple(session.languages),
            optional=course.last.optional,
            **common,
        )

    def _meeting_entry(self, placement: Placement, participant: Participant, common: dict) -> AgendaEntry:  # type: ignore[type-arg]
        meeting = self._meetings[placement.meeting_id or 0]
        other = meeting.second if meeting.first_id == participant.delegation_id else meeting.first
        day = day_of(self.edition, placement.start)
        return AgendaEntry(
            kind=EntryKind.BILATERAL,
            title=name_of_delegation(other),
            people=tuple(self._introduced(pk, day) for pk in self._presence.on(other.pk, day)),
            purpose=" · ".join(request.purpose for request in meeting.requests.all()),
            **common,
        )

    def _introduced(self, participant: int, day: date) -> str:
        person = self._everyone[participant]
        role = role_of(person, self._incumbency(person, day))
        return f"{person.person.name}, {role}" if role else person.person.name

    def _speakers(self, session: int) -> tuple[str, ...]:
        return tuple(
            self._introduced(attendance.participant_id, self.edition.first_day)
            if attendance.participant_id
            else name_of_delegation(attendance.delegation)
            for attendance in self._speaking.get(session, ())
        )

    @cached_property
    def _speaking(self) -> dict[int, list[Attendance]]:
        found: dict[int, list[Attendance]] = defaultdict(list)
        rows = Attendance.objects.filter(duty=Duty.SPEAKER).order_by("pk")
        for attendance in rows.select_related("delegation__post", "delegation__organisation"):
            found[attendance.session_id].append(attendance)
        return found

    @cached_property
    def _sessions(self) -> dict[int, Session]:
        return {session.pk: session for session in Session.objects.all()}

    @cached_property
    def _meetings(self) -> dict[int | None, Meeting]:
        meetings = Meeting.objects.select_related(
            "first__post", "first__organisation", "second__post", "second__organisation"
        ).prefetch_related("requests")
        if len(self.participants) == 1:
            meetings = meetings.filter(placements__occupancies__participant__in=self.participants).distinct()
        return {meeting.pk: meeting for meeting in meetings}

    @cached_property
    def _everyone(self) -> dict[int, Participant]:
        return {participant.pk: participant for participant in _participants()}

    @cached_property
    def _incumbencies(self) -> dict[tuple[int, int], list[Incumbency]]:
        found: dict[tuple[int, int], list[Incumbency]] = defaultdict(list)
        for incumbency in Incumbency.objects.order_by("begins", "pk"):
            found[incumbency.post_id, incumbency.person_id].append(incumbency)
        return found

    def _incumbency(self, participant: Participant, day: date | None = None) -> Incumbency | None:
        """The incumbency by which ``participant`` holds the post on ``day``, or else their latest one."""
        held = self._incumbencies.get((participant.delegation.post_id or 0, participant.person_id), [])
        covering = [incumbency for incumbency in held if day and incumbency.covers(day)]
        return (covering or held or [None])[-1]

    def _private_entries(self, participant: Participant) -> Iterator[AgendaEntry]:
        for block in self._private.get(participant.delegation_id, ()):
            if block.participant_id in (None, participant.pk):
                yield AgendaEntry(
                    uid=f"private-{block.pk}.{participant.code}@{self.edition.code}.contactdays.invalid".lower(),
                    kind=EntryKind.PRIVATE,
                    title=block.reason or gettext("Private"),
                    start=block.start,
                    end=block.end,
                )

    @cached_property
    def _private(self) -> dict[int, list[Availability]]:
        found: dict[int, list[Availability]] = defaultdict(list)
        for block in Availability.objects.filter(kind=AvailabilityKind.PRIVATE).order_by("start", "pk"):
            found[block.delegation_id].append(block)
        return found


def _activity(session: int | None, meeting: int | None) -> str:
    return f"session {session}" if session else f"meeting {meeting}"


def missing_text() -> str:
    """What stands where a text is missing in the active language."""
    return gettext("[Not available in English]")
