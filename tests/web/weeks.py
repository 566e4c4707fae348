"""A week with something of everything that a page shows."""

from dataclasses import dataclass
from datetime import timedelta

from contactdays.accounts.actors import COMMAND_LINE
from contactdays.accounts.models import User
from contactdays.bilaterals.models import Meeting
from contactdays.core import clock
from contactdays.core.scope import edition_scope
from contactdays.core.text import Text
from contactdays.editions.models import Edition, Room
from contactdays.people.models import Availability, Delegation, Participant
from contactdays.planning.models import Placement, Run
from contactdays.planning.services import publish
from contactdays.planning.services.drafts import open_draft
from tests.factories import (
    at,
    attend,
    make_organisation,
    make_organiser,
    make_participant,
    make_person,
    make_press_officer,
    make_request,
    make_room,
    make_session,
    make_user,
    place_meeting,
    place_session,
    small_week,
)
from tests.factories.weeks import PUBLISHED_AT

LONG_NAME = "Binnenscheepvaartveiligheidsvoorschriftenhandhavingscommissie " * 4
THEME = Text(
    nl="Wereldwijde invloed door economische en politieke diplomatie: hoe gebruiken wij onze instrumenten?",
    fr="Une influence mondiale par la diplomatie économique et politique : comment utiliser nos instruments ?",
    de="Weltweiter Einfluss durch wirtschaftliche und politische Diplomatie: Wie nutzen wir unsere Mittel?",
    en="Worldwide influence through economic and political diplomacy: how do we use our instruments?",
)
INTRODUCTION = Text(
    nl="Eén keer per jaar komt het hele netwerk samen.\n\nDe strategische richtlijnen worden voorgesteld.",
    fr="Une fois par an, tout le réseau se réunit.\n\nLes lignes stratégiques sont présentées.",
    de="Einmal im Jahr kommt das ganze Netz zusammen.\n\nDie strategischen Leitlinien werden vorgestellt.",
)


@dataclass
class FullWeek:
    """A published week, and who can sign in to it."""

    edition: Edition
    ambassador: User
    company: User
    organiser: User
    press_officer: User


def full_week(code: str = "week-2026") -> FullWeek:
    """Two published plans, a draft, a private block, an optional and a cancelled entry, long and Arabic names.

    The meetings are placed by hand: these tests are about pages, not about the planner.
    """
    week = small_week(
        code,
        published=False,
        theme=THEME,
        introduction=INTRODUCTION,
        issuer_name="Press Service",
        issuer_street="Example Street 15",
        issuer_city="1000 Brussels",
        issuer_country="Belgium",
        issuer_phone="+32 2 000 00 00",
        issuer_site="news.ministry.example",
    )
    with edition_scope(week.edition), clock.at(PUBLISHED_AT):
        _fill(week.edition, week.nairobi, week.lima)
        _publish_two_plans(week.edition)
        return FullWeek(
            edition=week.edition,
            ambassador=_account(week.nairobi, f"ambassador@{code}.example", "Hilde Vandermeersch"),
            company=_account(week.acme, f"company@{code}.example", "Lotte Verschaeren"),
            organiser=make_organiser(week.edition, f"organiser@{code}.example"),
            press_officer=make_press_officer(week.edition, f"Press {code}"),
        )


def _publish_two_plans(edition: Edition) -> None:
    """In plan 2 the meeting M0002 of plan 1 is no longer held; a draft follows."""
    draft = open_draft(edition)
    table = Room.objects.get(code="T1")
    for number, code in enumerate(("M0001", "M0002", "M0003", "M0005")):
        start = at(edition, 4, 14) + number * timedelta(minutes=40)
        place_meeting(draft, Meeting.objects.get(code=code), start, start + timedelta(minutes=15), table)
    draft.value = draft.bound = draft.flow_bound = 15
    draft.save()
    publish(edition, actor=COMMAND_LINE)
    draft = open_draft(edition)
    Placement.objects.filter(plan=draft, meeting__code="M0002").delete()
    draft.value, draft.bound, draft.flow_bound, draft.gaps, draft.room_moves = 12, 15, 16, 2, 0
    draft.save()
    reasons = [
        {"request": "meeting:M0002", "code": "outvalued", "participants": []},
        {"request": "meeting:M0004", "code": "vacant", "participants": ["post:KIN"]},
    ]
    Run(edition=edition, plan=draft, state="done", started=clock.now(), problem="{}", reasons=reasons).save()
    publish(edition, actor=COMMAND_LINE)
    open_draft(edition)


def publish_moves(edition: Edition) -> None:
    """Plan 3: the ambassador's meeting with Acme moves to 16:20 and table T2; one with Bolt is new at 16:40."""
    draft = open_draft(edition)
    Placement.objects.filter(plan=draft, meeting__code="M0001").delete()
    bolt = make_request(Delegation.objects.get(organisation__code="BOLT"), Delegation.objects.get(post__code="NBO"))
    table = Room.objects.get(code="T2")
    start = at(edition, 4, 16, 20)
    for number, meeting in enumerate((Meeting.objects.get(code="M0001"), bolt.meeting)):
        begins = start + number * timedelta(minutes=20)
        place_meeting(draft, meeting, begins, begins + timedelta(minutes=15), table)
    draft.value = draft.bound = draft.flow_bound = 15
    draft.save()
    publish(edition, actor=COMMAND_LINE)


def _fill(edition: Edition, nairobi: Delegation, lima: Delegation) -> None:
    make_room(edition, "ARENBERG", name="Arenberg")
    make_organisation(edition, "PREMIER", name="Office of the Prime Minister", kind="federal-cabinet")
    make_organisation(edition, "FLANDERS", name="Government of Flanders", kind="regional-government")
    make_organisation(edition, "ENABEL", name="Enabel", kind="development-agency")
    make_organisation(edition, "BANK", name="World Bank", kind="international-financial-institution")
    waterways = make_organisation(edition, "LONG", name=LONG_NAME.strip(), kind="federation")
    make_request(waterways, nairobi)
    press = make_organisation(edition, "PRESS", name="Press Service", kind="federal-administration")
    speaker = make_person(edition, "speaker", given_name="Femke", family_name="Oosterlynck")
    functions = Text(nl="woordvoerder", fr="porte-parole", de="Sprecherin", en="spokesperson")
    make_participant(press, speaker, function=functions, spokesperson=True)
    arabic = {"original_name": "ليلى بن منصور", "original_language": "ar"}
    make_participant(press, make_person(edition, "leila", given_name="Leila", family_name="Ben Mansour", **arabic))
    premier = make_session(edition, "PREMIER", kind="ministerial", marking="public", press="pictures", languages=["nl"])
    attend(premier, nairobi, lima)
    place_session(premier, at(edition, 2, 10), at(edition, 2, 11))
    evening = make_session(
        edition, "EVENING", kind="reception", marking="public", press="open", title=Text(nl="Receptie")
    )
    attend(evening, nairobi, duty="may")
    place_session(evening, at(edition, 3, 19), at(edition, 3, 22))
    Availability(
        edition=edition,
        delegation=nairobi,
        kind="private",
        start=at(edition, 4, 9),
        end=at(edition, 4, 10),
        reason="Dentist",
    ).save()


def _account(delegation: Delegation, email: str, name: str) -> User:
    user = make_user(email, name=name)
    Participant.objects.filter(delegation=delegation).update(user=user)
    return user
