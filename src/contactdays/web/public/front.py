"""The front page: what the ministry announces, prepared from what the edition knows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, npgettext

from contactdays.editions.models import Edition
from contactdays.people.enums import OrganisationKind, PostKind
from contactdays.people.models import Delegation, Participant
from contactdays.people.naming import role_of
from contactdays.people.queries import spokespersons_of
from contactdays.planning.queries import ProgrammeDay, ProgrammeItem, public_programme
from contactdays.programme.enums import SessionKind
from contactdays.web.parts.dates import number
from contactdays.web.parts.sites import site_address


@dataclass(frozen=True, slots=True)
class Comers:
    """How many heads of one kind of post take part; ``label`` agrees with the number."""

    count: int
    label: str


@dataclass(frozen=True, slots=True)
class Called:
    """An organisation by what the reader's language calls it."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Group:
    """Organisations under one heading; ``more`` says how many are counted but not named."""

    heading: str
    names: tuple[str, ...]
    more: str = ""


@dataclass(frozen=True, slots=True)
class NamedKind:
    """An organisation that takes part: its name in the reader's language, and its kind."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Spokesperson:
    name: str
    role: str
    email: str


@dataclass(frozen=True, slots=True)
class DatedItem:
    """A public session with its day."""

    day: date
    item: ProgrammeItem


@dataclass(frozen=True, slots=True)
class FrontPage:
    """Everything the front page says that is not the same for every edition."""

    lead: str
    paragraphs: tuple[str, ...]
    comers: tuple[Comers, ...]
    government_sessions: tuple[DatedItem, ...]
    governments: tuple[Group, ...]
    plenaries: tuple[DatedItem, ...]
    partners: tuple[Group, ...]
    spokespersons: tuple[Spokesperson, ...]
    site: str


def front_page(edition: Edition, language: str) -> FrontPage:
    """The front page of ``edition`` in ``language``, which is active; in a fixed number of queries."""
    programme = public_programme(edition, language)
    comers = _comers()
    organisations = _organisations(language)
    return FrontPage(
        lead=_lead(comers),
        paragraphs=_paragraphs(edition.introduction.get_in(language)),
        comers=comers,
        government_sessions=_of_kind(programme, SessionKind.MINISTERIAL),
        governments=_governments(organisations),
        plenaries=_of_kind(programme, SessionKind.PLENARY),
        partners=_partners(organisations),
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


def _of_kind(programme: Iterable[ProgrammeDay], kind: SessionKind) -> tuple[DatedItem, ...]:
    return tuple(DatedItem(day.day, item) for day in programme for item in day.items if item.kind == kind)


def _organisations(language: str) -> list[Called]:
    """Every organisation by what ``language`` calls it, in the order of these names."""
    present = Delegation.objects.filter(organisation__isnull=False).select_related("organisation")
    called = [Called(each.organisation.name_in(language), each.organisation.kind) for each in present]
    return sorted(called, key=lambda organisation: organisation.name.casefold())


def _names(organisations: list[Called], *kinds: OrganisationKind) -> tuple[str, ...]:
    return tuple(organisation.name for organisation in organisations if organisation.kind in kinds)


def _filled(*groups: Group) -> tuple[Group, ...]:
    return tuple(group for group in groups if group.names or group.more)


def _governments(organisations: list[Called]) -> tuple[Group, ...]:
    kind = OrganisationKind
    return _filled(
        Group(_("Head of state"), _names(organisations, kind.HEAD_OF_STATE)),
        Group(_("Federal government and parliament"), _names(organisations, kind.FEDERAL_CABINET, kind.PARLIAMENT)),
        Group(
            _("Governments of the regions and communities"),
            _names(organisations, kind.REGIONAL_GOVERNMENT, kind.COMMUNITY_GOVERNMENT),
        ),
    )


def _partners(organisations: list[Called]) -> tuple[Group, ...]:
    kind = OrganisationKind
    return _filled(
        Group(
            _("Development cooperation"),
            _names(organisations, kind.DEVELOPMENT_AGENCY, kind.DEVELOPMENT_FINANCE, kind.CIVIL_SOCIETY),
        ),
        Group(
            _("Financial institutions"),
            _names(
                organisations,
                kind.FINANCIAL_INSTITUTION,
                kind.EXPORT_FINANCE,
                kind.EXPORT_CREDIT_INSURANCE,
                kind.CENTRAL_BANK,
            ),
        ),
        Group(
            _("Federal, regional and local services"),
            _names(
                organisations,
                kind.FEDERAL_ADMINISTRATION,
                kind.REGIONAL_ADMINISTRATION,
                kind.REGIONAL_AGENCY,
                kind.INTERFEDERAL_AGENCY,
                kind.CITY,
            ),
        ),
        Group(_("Research"), _names(organisations, kind.THINK_TANK, kind.RESEARCH_CENTRE)),
        Group(
            _("Business"),
            _names(organisations, kind.FEDERATION, kind.CHAMBER),
            more=_companies(len(_names(organisations, kind.COMPANY))),
        ),
    )


def _companies(count: int) -> str:
    """Companies are counted, not named: none of them was asked whether it may be."""
    if not count:
        return ""
    return ngettext("%(count)s company", "%(count)s companies", count) % {"count": number(count)}


def _spokesperson(participant: Participant) -> Spokesperson:
    return Spokesperson(participant.person.name, role_of(participant), participant.person.email)
