"""When one is not free: listed, added, taken back; and what of it is recorded."""

from datetime import date

import pytest

from contactdays.accounts.errors import NotAllowed
from contactdays.agendas.away import be_away
from contactdays.agendas.errors import AlreadyExpected
from contactdays.agendas.queries import participant_by_code
from contactdays.audit.models import Entry
from contactdays.core.scope import edition_scope
from contactdays.people.enums import AvailabilityKind
from contactdays.people.errors import OutsideEdition
from contactdays.people.models import Availability, Participant
from contactdays.people.services import add_availability, remove_availability
from tests.factories import at

PAGE = "/en/week-2026/agenda/availability/"
GIVEN = {"kind": "private", "day": "2026-02-05", "begins": "12:00", "ends": "13:30", "reason": "Cardiologist"}
PRIVATE = AvailabilityKind.PRIVATE


@pytest.fixture
def owner(client, week):
    client.force_login(week.ambassador)
    return client


@pytest.fixture
def inside(week):
    with edition_scope(week.edition):
        yield week


def stretches(week):
    with edition_scope(week.edition):
        own = Availability.objects.filter(participant__code="NBO")
        return list(own.values_list("kind", "start", "end", "reason"))


def recorded(week):
    with edition_scope(week.edition):
        entries = Entry.objects.filter(action__startswith="availability").order_by("pk")
        return [(each.action, each.subject, each.actor_id, each.before, each.after) for each in entries]


def test_stretch_is_added_and_taken_back_and_its_reason_is_not_recorded(owner, week):
    response = owner.post(PAGE, GIVEN)
    assert (response.status_code, response.headers["Location"]) == (302, PAGE)
    start, end = at(week.edition, 5, 12), at(week.edition, 5, 13, 30)
    assert stretches(week) == [("private", start, end, "Cardiologist")]
    page = owner.get(PAGE).content.decode()
    assert "Thursday 5 February, 12:00–13:30" in page
    with edition_scope(week.edition):
        added = Availability.objects.get(participant__code="NBO")
    assert owner.post(f"{PAGE}{added.pk}/remove/").status_code == 302
    told = {"kind": "private", "start": "2026-02-05T12:00:00+01:00", "end": "2026-02-05T13:30:00+01:00"}
    again = {**told, "start": "2026-02-05T11:00:00+00:00", "end": "2026-02-05T12:30:00+00:00"}
    assert (stretches(week), recorded(week)) == (
        [],
        [
            ("availability.added", "availability of NBO", week.ambassador.pk, None, told),
            ("availability.removed", "availability of NBO", week.ambassador.pk, again, None),
        ],
    )


LABELS = {"kind": "What", "day": "Day", "begins": "From", "ends": "Until", "reason": "Reason"}


@pytest.mark.parametrize(
    ("changed", "field", "words"),
    [
        ({"kind": ""}, "kind", "Choose one of the two."),
        ({"day": ""}, "day", "Choose a day of the week."),
        ({"day": "2026-02-09"}, "day", "This day is not one of the week."),
        ({"begins": ""}, "begins", "Give a time, such as 14:30."),
        ({"begins": "half past"}, "begins", "This is no time. Write it as 14:30."),
        ({"ends": "11:00"}, "ends", "11:00 is not after the beginning, 12:00."),
        ({"ends": "12:00"}, "ends", "12:00 is not after the beginning, 12:00."),
        ({"reason": "x" * 301}, "reason", "At most 300 characters, please."),
        (
            {"day": "2026-02-02", "begins": "09:30", "ends": "10:15"},
            "begins",
            "You are expected then: OPEN en; PREMIER en. To be excused, call the organisers: +32 2 000 00 00.",
        ),
    ],
)
def test_form_says_what_does_not_fit_between_label_and_field_and_keeps_the_rest(owner, week, changed, field, words):
    response = owner.post(PAGE, {**GIVEN, **changed})
    page = response.content.decode()
    assert (response.status_code, stretches(week)) == (422, [])
    assert f'<p class="err" id="e-{field}">{words}</p>' in page
    assert f'<a href="#f-{field}">{LABELS[field]} – {words}</a>' in page
    assert page.index(f'for="f-{field}"') < page.index(f'id="e-{field}"') < page.index(f'id="f-{field}"')
    assert page.count('aria-invalid="true"') == 1
    assert ("Cardiologist" in page) is ("reason" not in changed)


def test_published_meeting_is_not_left_by_being_away(inside):
    participant = participant_by_code(inside.edition, "NBO")
    start, end = at(inside.edition, 4, 14, 10), at(inside.edition, 4, 16, 5)
    with pytest.raises(AlreadyExpected) as refused:
        be_away(participant, PRIVATE, start, end, actor=inside.ambassador)
    assert refused.value.data == {"codes": ("M0001", "M0005")}
    be_away(participant, PRIVATE, at(inside.edition, 4, 14, 15), at(inside.edition, 4, 16), actor=inside.ambassador)
    assert Availability.objects.filter(participant=participant).count() == 1


@pytest.mark.parametrize(("start", "end"), [((1, 23), (2, 1)), ((6, 22), (7, 1)), ((8, 9), (8, 10))])
def test_stretch_outside_the_week_is_refused(inside, start, end):
    participant = participant_by_code(inside.edition, "NBO")
    with pytest.raises(OutsideEdition) as refused:
        stretch = at(inside.edition, *start), at(inside.edition, *end)
        add_availability(participant, PRIVATE, *stretch, actor=inside.ambassador)
    assert refused.value.data == {"first": date(2026, 2, 2), "last": date(2026, 2, 6)}


def test_nobody_is_away_for_another_nor_takes_back_what_is_not_theirs(inside):
    participant = Participant.objects.get(user=inside.company)
    stretch = at(inside.edition, 5, 12), at(inside.edition, 5, 13)
    for actor in (inside.ambassador, inside.organiser):
        with pytest.raises(NotAllowed):
            be_away(participant, PRIVATE, *stretch, actor=actor)
    own = be_away(participant, PRIVATE, *stretch, actor=inside.company)
    whole = Availability.objects.get(participant=None)
    for actor, row in ((inside.ambassador, own), (inside.ambassador, whole), (inside.organiser, own)):
        with pytest.raises(NotAllowed):
            remove_availability(row, actor=actor)
    assert Availability.objects.count() == 2


def test_page_takes_back_ones_own_only(owner, week):
    with edition_scope(week.edition):
        whole = Availability.objects.get()
    page = owner.get(PAGE).content.decode()
    assert ("Dentist" in page, "of your whole delegation" in page, f"{whole.pk}/remove/" in page) == (True, True, False)
    assert owner.post(f"{PAGE}{whole.pk}/remove/").status_code == 404


def test_colleague_does_not_read_ones_reason(client, owner, week):
    owner.post(PAGE, GIVEN)
    client.force_login(week.company)
    assert "Cardiologist" not in client.get(PAGE).content.decode()
    client.force_login(week.organiser)
    page = client.get("/en/week-2026/organiser/people/NBO/agenda/").content.decode()
    assert "Cardiologist" not in page
