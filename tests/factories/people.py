from datetime import date
from typing import Any

from contactdays.accounts.actors import COMMAND_LINE
from contactdays.accounts.enums import RoleName
from contactdays.accounts.models import User
from contactdays.accounts.services import grant_role
from contactdays.editions.models import Edition
from contactdays.people.models import Delegation, Incumbency, Organisation, Participant, Person, Post


def make_person(edition: Edition, code: str, **more: Any) -> Person:
    given: dict[str, Any] = {"given_name": "An", "family_name": code.title(), "language": "nl"}
    given["email"] = f"{code}@post.example".lower()
    person, _ = Person.objects.get_or_create(conference=edition.conference, code=code, defaults={**given, **more})
    return person


def make_participant(delegation: Delegation, person: Person, **more: Any) -> Participant:
    given: dict[str, Any] = {"code": person.code}
    participant = Participant(edition=delegation.edition, delegation=delegation, person=person, **{**given, **more})
    participant.save()
    return participant


def make_post(edition: Edition, code: str = "NBO", *, vacant: bool = False, **more: Any) -> Delegation:
    """A post with a delegation and, unless ``vacant``, a head in office since 2024 who takes part."""
    given: dict[str, Any] = {"kind": "embassy", "city": "Nairobi", "country": "KE", "region": "africa"}
    post, created = Post.objects.get_or_create(conference=edition.conference, code=code, defaults={**given, **more})
    delegation = Delegation(edition=edition, post=post)
    delegation.save()
    if not vacant:
        person = make_person(edition, f"head-{code}")
        if created:
            Incumbency(
                conference=edition.conference, post=post, person=person, role="head", begins=date(2024, 9, 1)
            ).save()
        make_participant(delegation, person, code=code)
    return delegation


def make_organisation(edition: Edition, code: str = "ACME", **more: Any) -> Delegation:
    """An organisation with a delegation and one person who takes part."""
    given: dict[str, Any] = {"name": f"{code.title()} nv", "kind": "company"}
    organisation, _ = Organisation.objects.get_or_create(
        conference=edition.conference, code=code, defaults={**given, **more}
    )
    delegation = Delegation(edition=edition, organisation=organisation)
    delegation.save()
    make_participant(delegation, make_person(edition, f"person-{code}"), code=code)
    return delegation


def make_user(email: str = "somebody@ministry.example", **more: Any) -> User:
    return User.objects.create_user(email=email, name=more.pop("name", "Some Body"), **more)


def make_organiser(edition: Edition, email: str = "organiser@ministry.example") -> User:
    user = make_user(email, name="Organ Iser")
    grant_role(user, RoleName.ORGANISER, edition=edition, actor=COMMAND_LINE)
    return user
