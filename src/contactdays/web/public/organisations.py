"""The organisations that take part, under the headings of the front page."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from contactdays.people.enums import OrganisationKind
from contactdays.people.models import Delegation
from contactdays.web.parts.dates import number
from contactdays.web.parts.search import folded


@dataclass(frozen=True, slots=True)
class Group:
    """Organisations under one heading; ``more`` says how many are counted but not named."""

    heading: str
    names: tuple[str, ...]
    more: str = ""


@dataclass(frozen=True, slots=True)
class Called:
    """An organisation by what the reader's language calls it."""

    name: str
    kind: str


def organisations_in(language: str) -> list[Called]:
    """Every organisation of the edition in scope by what ``language`` calls it, in the order of these names."""
    present = Delegation.objects.filter(organisation__isnull=False).select_related("organisation")
    called = [Called(each.organisation.name_in(language), each.organisation.kind) for each in present]
    return sorted(called, key=lambda organisation: folded(organisation.name))


def _names(organisations: list[Called], *kinds: OrganisationKind) -> tuple[str, ...]:
    return tuple(organisation.name for organisation in organisations if organisation.kind in kinds)


def _filled(*groups: Group) -> tuple[Group, ...]:
    return tuple(group for group in groups if group.names or group.more)


def governments(organisations: list[Called]) -> tuple[Group, ...]:
    """Whom of the governments the heads of mission meet."""
    kind = OrganisationKind
    return _filled(
        Group(_("Head of state"), _names(organisations, kind.HEAD_OF_STATE)),
        Group(_("Federal government and parliament"), _names(organisations, kind.FEDERAL_CABINET, kind.PARLIAMENT)),
        Group(
            _("Governments of the regions and communities"),
            _names(organisations, kind.REGIONAL_GOVERNMENT, kind.COMMUNITY_GOVERNMENT),
        ),
    )


def partners(organisations: list[Called]) -> tuple[Group, ...]:
    """Everyone else they meet."""
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
