"""Who answers the press, and what of them is shown."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from contactdays.accounts.errors import NotAllowed
from contactdays.audit.models import Entry
from contactdays.core.text import Text
from contactdays.people.models import Participant
from contactdays.press.errors import NoSpokesperson
from contactdays.press.queries.roster import (
    OnDuty,
    ShownSpokesperson,
    duties_of,
    on_duty,
    spokesperson,
    spokespersons,
)
from contactdays.press.services.roster import add_duty, remove_duty, set_spokesperson
from tests.factories import make_organiser, make_participant, make_person, make_post, make_press_officer

NINE = datetime(2026, 2, 2, 8, tzinfo=UTC)
HOUR = timedelta(hours=1)
KEPT = {"landline": "+32 2 000 00 02", "mobile": "+32 400 00 00 02", "email": "an.talks@pers.example"}
ROLE = Text(nl="woordvoerder", fr="porte-parole", de="Pressesprecherin", en="spokesperson")


@pytest.fixture
def officer(edition):
    return make_press_officer(edition)


@pytest.fixture
def talks(edition):
    """A participant named to the press, one who is not, and a second who is."""
    delegation = make_post(edition)
    person = make_person(edition, "TALKS")
    make_participant(delegation, make_person(edition, "QUIET"), function=ROLE)
    make_participant(delegation, make_person(edition, "ALSO"), spokesperson=True, function=ROLE)
    return make_participant(delegation, person, spokesperson=True, function=ROLE)


def set_talks(edition, officer, **more):
    given = {"languages": ["fr", "nl"], **KEPT, **more}
    return set_spokesperson("TALKS", **given, edition=edition, actor=officer)


def test_who_has_no_record_shows_a_name_and_a_role(edition, talks):
    assert spokespersons(edition, "fr") == (
        ShownSpokesperson("ALSO", "An Also", "porte-parole"),
        ShownSpokesperson("TALKS", "An Talks", "porte-parole"),
    )


def test_only_what_the_person_agreed_to_is_shown(edition, talks, officer):
    set_talks(edition, officer, shows_mobile=True)
    assert spokesperson(edition, "TALKS", "de") == ShownSpokesperson(
        "TALKS", "An Talks", "Pressesprecherin", ("nl", "fr"), mobile="+32 400 00 00 02"
    )
    set_talks(edition, officer, shows_landline=True, shows_email=True)
    assert spokesperson(edition, "TALKS", "en") == ShownSpokesperson(
        "TALKS", "An Talks", "spokesperson", ("nl", "fr"), landline=KEPT["landline"], email=KEPT["email"]
    )


def test_what_is_not_agreed_is_kept_all_the_same(edition, talks, officer):
    row = set_talks(edition, officer)
    row.refresh_from_db()
    assert {field: getattr(row, field) for field in KEPT} == KEPT


def test_the_record_tells_what_is_shown_and_no_number(edition, talks, officer):
    set_talks(edition, officer, shows_email=True)
    set_talks(edition, officer, shows_landline=True, languages=["nl"])
    entries = Entry.objects.filter(action="roster.spokesperson-set").order_by("pk")
    first, second = {"languages": ["nl", "fr"], "shows": ["email"]}, {"languages": ["nl"], "shows": ["landline"]}
    assert [(entry.subject, entry.before, entry.after) for entry in entries] == [
        ("spokesperson TALKS", None, first),
        ("spokesperson TALKS", first, second),
    ]


@pytest.mark.parametrize("code", ["QUIET", "NOBODY", ""])
def test_nobody_becomes_a_spokesperson_who_is_not_named_to_the_press(edition, talks, officer, code):
    with pytest.raises(NoSpokesperson):
        set_spokesperson(code, languages=["nl"], edition=edition, actor=officer)
    assert spokesperson(edition, code, "nl") is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("landline", "call me"),
        ("mobile", "+32\r\nX-EVIL:1"),
        ("mobile", "+32 2 000 00 00;ext=1"),
        ("mobile", "1" * 60),
        ("email", "not an address"),
        ("languages", ["nl", "tlh"]),
    ],
)
def test_what_is_no_number_address_or_language_is_refused_by_field(edition, talks, officer, field, value):
    with pytest.raises(ValidationError) as refused:
        set_talks(edition, officer, **{field: value})
    assert set(refused.value.message_dict) == {field}
    assert spokesperson(edition, "TALKS", "nl").languages == ()


def test_record_survives_a_workbook_that_is_imported_anew(edition, talks, officer):
    set_talks(edition, officer, shows_mobile=True)
    person, delegation = talks.person, talks.delegation
    Participant.objects.filter(pk=talks.pk).delete()
    assert spokesperson(edition, "TALKS", "nl") is None
    make_participant(delegation, person, spokesperson=True, function=ROLE)
    assert spokesperson(edition, "TALKS", "nl").mobile == KEPT["mobile"]


def test_duty_begins_with_its_first_instant_and_ends_before_its_last(edition, talks, officer):
    set_talks(edition, officer, shows_mobile=True)
    duty = add_duty("TALKS", NINE, NINE + HOUR, languages=["fr"], edition=edition, actor=officer)
    shown = OnDuty(spokesperson(edition, "TALKS", "nl"), NINE, NINE + HOUR, ("fr",))
    second = timedelta(seconds=1)
    found = [on_duty(edition, instant, "nl") for instant in (NINE - second, NINE, NINE + HOUR - second, NINE + HOUR)]
    assert found == [(), (shown,), (shown,), ()]
    assert found[1][0].start.utcoffset() == HOUR
    assert duties_of(edition) == (duty,)


def test_duties_may_overlap_and_end_with_being_named(edition, talks, officer):
    set_talks(edition, officer)
    set_spokesperson("ALSO", languages=["en"], edition=edition, actor=officer)
    add_duty("TALKS", NINE, NINE + 2 * HOUR, languages=["nl"], edition=edition, actor=officer)
    add_duty("ALSO", NINE + HOUR, NINE + 3 * HOUR, languages=["en"], edition=edition, actor=officer)
    half_past = NINE + 1.5 * HOUR
    assert [each.spokesperson.code for each in on_duty(edition, half_past, "nl")] == ["TALKS", "ALSO"]
    Participant.objects.filter(code="TALKS").update(spokesperson=False)
    assert [each.spokesperson.code for each in on_duty(edition, half_past, "nl")] == ["ALSO"]


@pytest.mark.parametrize(
    ("end", "languages", "field"),
    [
        (NINE, ["nl"], "end"),
        (NINE - HOUR, ["nl"], "end"),
        (NINE + HOUR, ["de"], "languages"),
        (NINE + HOUR, [], "languages"),
    ],
)
def test_duty_ends_after_it_begins_and_is_in_languages_of_the_person(edition, talks, officer, end, languages, field):
    set_talks(edition, officer)
    with pytest.raises(ValidationError) as refused:
        add_duty("TALKS", NINE, end, languages=languages, edition=edition, actor=officer)
    assert set(refused.value.message_dict) == {field}
    assert duties_of(edition) == ()


def test_duty_is_removed_and_both_are_on_record(edition, talks, officer):
    set_talks(edition, officer)
    duty = add_duty("TALKS", NINE, NINE + HOUR, languages=["nl"], edition=edition, actor=officer)
    remove_duty(duty, actor=officer)
    told = {"start": NINE.isoformat(), "end": (NINE + HOUR).isoformat(), "languages": ["nl"]}
    entries = Entry.objects.filter(action__startswith="roster.duty").order_by("pk")
    assert [(entry.action, entry.before, entry.after) for entry in entries] == [
        ("roster.duty-added", None, told),
        ("roster.duty-removed", told, None),
    ]
    assert duties_of(edition) == ()


def test_duty_needs_a_record(edition, talks, officer):
    with pytest.raises(NoSpokesperson):
        add_duty("TALKS", NINE, NINE + HOUR, languages=["nl"], edition=edition, actor=officer)


def test_only_press_officers_keep_the_roster(edition, talks, officer):
    row = set_talks(edition, officer)
    duty = add_duty("TALKS", NINE, NINE + HOUR, languages=["nl"], edition=edition, actor=officer)
    organiser = make_organiser(edition)
    for refused in (
        lambda: set_talks(edition, organiser),
        lambda: add_duty("TALKS", NINE, NINE + HOUR, languages=["nl"], edition=edition, actor=organiser),
        lambda: remove_duty(duty, actor=organiser),
    ):
        with pytest.raises(NotAllowed):
            refused()
    assert duties_of(edition) == (duty,)
    assert row.code == "TALKS"


def test_roster_takes_two_queries_however_long_it_is(edition, talks, officer):
    set_talks(edition, officer)
    delegation = talks.delegation
    counts = set()
    for number in range(3):
        make_participant(delegation, make_person(edition, f"P{number}"), spokesperson=True)
        set_spokesperson(f"P{number}", languages=["nl"], edition=edition, actor=officer)
        add_duty(f"P{number}", NINE, NINE + HOUR, languages=["nl"], edition=edition, actor=officer)
        with CaptureQueriesContext(connection) as queries:
            spokespersons(edition, "nl")
            on_duty(edition, NINE, "nl")
        counts.add(len(queries))
    assert counts == {4}
