"""Who is met in a meeting, and what each side would like to speak about. Priorities are nobody's to read."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import override

from contactdays.agendas.entries import AgendaEntry, EntryKind
from contactdays.agendas.formats import country_names, language_names
from contactdays.agendas.sources import Sources
from contactdays.agendas.week import Week
from contactdays.bilaterals.models import Meeting
from contactdays.people.models import Delegation, Participant
from contactdays.people.naming import role_of
from contactdays.planning.moments import day_of


@dataclass(frozen=True, slots=True)
class Met:
    """A person one meets: name in Latin script and in the name's own, function, the language they would rather read."""

    name: str
    role: str
    language: str
    original_name: str = ""
    original_language: str = ""


@dataclass(frozen=True, slots=True)
class Briefing:
    """A meeting from one side. ``entry`` says when, where and with whom.

    ``countries`` are those an organisation is interested in, or those a post is accredited to (``is_post``).
    ``ours`` and ``theirs`` are the purposes each side gave.
    """

    entry: AgendaEntry
    kind: str
    is_post: bool
    sector: str
    region: str
    countries: tuple[str, ...]
    people: tuple[Met, ...]
    ours: tuple[str, ...]
    theirs: tuple[str, ...]


def briefings_of(participant: Participant, language: str, *, code: str = "", day: date | None = None) -> list[Briefing]:
    """The briefings of the meetings ``participant`` has in the last published plan, in order of time.

    Only of the meeting ``code``, where one is given, and only of those on ``day``; none of anybody else's.
    """
    sources = Sources(participant.edition, [participant])
    agenda = Week(sources, participant, language).agenda(all_cancelled=False)
    if agenda is None:
        return []
    wanted = [each for each in agenda.entries if each.kind is EntryKind.BILATERAL and not each.cancelled]
    chosen = [
        entry
        for entry in wanted
        if (not code or entry.code == code) and (day is None or day_of(participant.edition, entry.start) == day)
    ]
    meetings = {meeting.code: meeting for meeting in sources.meetings.values()}
    side = _Side(sources, participant, language)
    with override(language):
        return [side.briefing(entry, meetings[entry.code]) for entry in chosen]


@dataclass(frozen=True, slots=True)
class _Side:
    sources: Sources
    participant: Participant
    language: str

    def briefing(self, entry: AgendaEntry, meeting: Meeting) -> Briefing:
        own = self.participant.delegation_id
        other = meeting.second if meeting.first_id == own else meeting.first
        requests = list(meeting.requests.all())
        kind, sector, region, countries = _described(other)
        return Briefing(
            entry=entry,
            kind=kind,
            is_post=other.post_id is not None,
            sector=sector,
            region=region,
            countries=country_names(countries, self.language),
            people=tuple(self._met(other, day_of(self.participant.edition, entry.start))),
            ours=tuple(each.purpose for each in requests if each.applicant_id == own),
            theirs=tuple(each.purpose for each in requests if each.applicant_id != own),
        )

    def _met(self, other: Delegation, day: date) -> Iterator[Met]:
        for pk in self.sources.presence.on(other.pk, day):
            met = self.sources.everyone[pk]
            yield Met(
                name=met.person.name,
                role=role_of(met, self.sources.incumbency(met, day)),
                language=language_names((met.person.language,), self.language),
                original_name=met.person.original_name,
                original_language=met.person.original_language,
            )


def _described(delegation: Delegation) -> tuple[str, str, str, list[str]]:
    """Kind, sector, region and countries (ISO 3166-1) of a post or an organisation, labels in the active language."""
    if delegation.post is not None:
        post = delegation.post
        countries = list(_seat(post.country, post.accredited_to))
        return str(post.get_kind_display()), "", str(post.get_region_display()), countries
    organisation = delegation.organisation
    if organisation is None:
        return "", "", "", []
    region = str(organisation.get_region_display()) if organisation.region else ""
    return str(organisation.get_kind_display()), organisation.sector, region, list(organisation.countries)


def _seat(country: str, accredited_to: list[str]) -> Iterator[str]:
    """The country a post stands in, then the others it is accredited to."""
    yield country
    yield from (other for other in accredited_to if other != country)
