"""How a post, an organisation or a person is called, in the language that is active.

Titles of heads follow the language and the gender of the person; the forms are the settled ones of each language.
"""

from django.utils.translation import get_language, gettext, pgettext

from contactdays.people.enums import Gender, IncumbencyRole, PostKind
from contactdays.people.models import Delegation, Incumbency, Participant, Post


def name_of_post(post: Post) -> str:
    """“Embassy in Nairobi”, in the active language."""
    forms = {
        PostKind.EMBASSY: gettext("Embassy in %(city)s"),
        PostKind.CONSULATE_GENERAL: gettext("Consulate-General in %(city)s"),
        PostKind.PERMANENT_REPRESENTATION: gettext("Permanent Representation in %(city)s"),
        PostKind.DIPLOMATIC_OFFICE: gettext("Diplomatic Office in %(city)s"),
        PostKind.NON_RESIDENT_AMBASSADOR: gettext("Non-resident embassy, seat in %(city)s"),
    }
    return _in_city(forms[PostKind(post.kind)], post)


def name_of_delegation(delegation: Delegation) -> str:
    """What a delegation stands for, its post or its organisation, in the active language."""
    if delegation.post is not None:
        return name_of_post(delegation.post)
    return delegation.organisation.name_in(_language()) if delegation.organisation else ""


def title_of_head(post: Post, role: IncumbencyRole, gender: str) -> str:
    """“Ambassador in Nairobi”, in the active language and in the form for ``gender``."""
    woman = gender == Gender.FEMALE
    if role == IncumbencyRole.CHARGE:
        form = pgettext("woman", "Chargé d’affaires in %(city)s") if woman else gettext("Chargé d’affaires in %(city)s")
    elif post.kind == PostKind.CONSULATE_GENERAL:
        form = pgettext("woman", "Consul General in %(city)s") if woman else gettext("Consul General in %(city)s")
    elif post.kind == PostKind.PERMANENT_REPRESENTATION:
        form = (
            pgettext("woman", "Permanent Representative in %(city)s")
            if woman
            else gettext("Permanent Representative in %(city)s")
        )
    elif post.kind == PostKind.DIPLOMATIC_OFFICE:
        form = pgettext("woman", "Head of office in %(city)s") if woman else gettext("Head of office in %(city)s")
    else:
        form = pgettext("woman", "Ambassador in %(city)s") if woman else gettext("Ambassador in %(city)s")
    return _in_city(form, post)


def role_of(participant: Participant, incumbency: Incumbency | None = None) -> str:
    """What a participant is, in the active language: the given function, the title of a head, or the delegation."""
    given = participant.function.get_in(_language())
    if given:
        return str(given)
    post = participant.delegation.post
    if post is not None and incumbency is not None:
        return title_of_head(post, IncumbencyRole(incumbency.role), participant.person.gender)
    return name_of_delegation(participant.delegation)


def _language() -> str:
    return get_language() or "en"


def _in_city(form: str, post: Post) -> str:
    """``form`` with the city's name; French draws its preposition together with a name’s article (“au Caire”)."""
    words = form % {"city": post.city_in(_language())}
    return words.replace(" à Le ", " au ").replace(" à Les ", " aux ") if _language() == "fr" else words
