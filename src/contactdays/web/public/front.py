"""The front page: what the ministry announces, prepared from what the edition knows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count
from django.utils.translation import ngettext, npgettext

from contactdays.editions.models import Edition
from contactdays.people.enums import PostKind
from contactdays.people.models import Delegation, Participant
from contactdays.people.naming import role_of
from contactdays.people.queries import spokespersons_of
from contactdays.planning.public_programme import ProgrammeDay, ProgrammeItem
from contactdays.programme.enums import SessionKind
from contactdays.web.parts.dates import number
from contactdays.web.parts.sites import site_address
from contactdays.web.public.organisations import Group, governments, organisations_in, partners


@dataclass(frozen=True, slots=True)
class Comers:
    """How many heads of one kind of post take part; ``label`` agrees with the number."""

    count: int
    label: str


@dataclass(frozen=True, slots=True)
class Spokesperson:
    name: str
    role: str
    email: str


@dataclass(frozen=True, slots=True)
class FrontPage:
    """Everything the front page says that is not the same for every edition."""

    lead: str
    paragraphs: tuple[str, ...]
    comers: tuple[Comers, ...]
    government_sessions: tuple[ProgrammeItem, ...]
    governments: tuple[Group, ...]
    plenaries: tuple[ProgrammeItem, ...]
    partners: tuple[Group, ...]
    spokespersons: tuple[Spokesperson, ...]
    site: str


def front_page(edition: Edition, language: str, programme: Sequence[ProgrammeDay]) -> FrontPage:
    """The front page of ``edition`` in ``language``, which is active; in a fixed number of queries."""
    comers = _comers()
    organisations = organisations_in(language)
    return FrontPage(
        lead=_lead(comers),
        paragraphs=_paragraphs(edition.introduction.get_in(language)),
        comers=comers,
        government_sessions=_of_kind(programme, SessionKind.MINISTERIAL),
        governments=governments(organisations),
        plenaries=_of_kind(programme, SessionKind.PLENARY),
        partners=partners(organisations),
        spokespersons=tuple(_spokesperson(each) for each in spokespersons_of(edition)),
        site=site_address(edition.issuer_site),
    )


def _comers() -> tuple[Comers, ...]:
    posts = Delegation.objects.filter(post__isnull=False, participants__isnull=False)
    counts = dict(posts.values_list("post__kind").annotate(Count("pk", distinct=True)))
    return tuple(Comers(counts[kind], _heads(kind, counts[kind])) for kind in PostKind if counts.get(kind))


def _heads(kind: PostKind, count: int) -> str:
    forms = {
        PostKind.EMBASSY: npgettext("who comes", "ambassador", "ambassadors", count),
        PostKind.CONSULATE_GENERAL: npgettext("who comes", "consul-general", "consuls-general", count),
        PostKind.PERMANENT_REPRESENTATION: npgettext(
            "who comes", "permanent representative", "permanent representatives", count
        ),
        PostKind.DIPLOMATIC_OFFICE: npgettext(
            "who comes", "head of a diplomatic office", "heads of diplomatic offices", count
        ),
        PostKind.NON_RESIDENT_AMBASSADOR: npgettext(
            "who comes", "non-resident ambassador", "non-resident ambassadors", count
        ),
    }
    return forms[kind]


def _lead(comers: tuple[Comers, ...]) -> str:
    """One sentence that says who comes; empty while nobody is registered."""
    if not comers:
        return ""
    total = sum(each.count for each in comers)
    sentence = ngettext(
        "%(total)s head of mission comes home for the week.",
        "%(total)s heads of mission come home for the week.",
        total,
    )
    return sentence % {"total": number(total)}


def _paragraphs(introduction: str | None) -> tuple[str, ...]:
    return tuple(" ".join(each.split()) for each in (introduction or "").split("\n\n") if each.strip())


def _of_kind(programme: Iterable[ProgrammeDay], kind: SessionKind) -> tuple[ProgrammeItem, ...]:
    return tuple(item for day in programme for item in day.items if item.kind == kind)


def _spokesperson(participant: Participant) -> Spokesperson:
    return Spokesperson(participant.person.name, role_of(participant), participant.person.email)
