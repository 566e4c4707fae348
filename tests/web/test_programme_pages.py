"""A day and a session of the public programme, what is on, what programs read, and the calendar."""

import html
import json
import re
from datetime import date

import icalendar
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from contactdays.accounts.actors import COMMAND_LINE
from contactdays.core import clock
from contactdays.core.scope import edition_scope
from contactdays.core.text import Text
from contactdays.people.models import Delegation, Participant
from contactdays.planning.models import Placement
from contactdays.planning.public_programme import public_programme
from contactdays.planning.services import publish
from contactdays.planning.services.drafts import open_draft
from contactdays.programme.models import Attendance, Session
from contactdays.web.public.now import on_now
from tests.factories import at, make_session, place_session, small_week
from tests.web.weeks import FullWeek

WEEK = "/en/week-2026/programme/"
LINKED = re.compile(r'<script type="application/ld\+json">(.*?)</script>')


def text_of(client, path: str) -> str:
    """The words of the page's main part."""
    page = client.get(path).content.decode()
    words = re.sub(r"<[^>]+>", " ", page[page.index("<main") : page.index("</main>")])
    return " ".join(html.unescape(words).replace("\xa0", " ").split())


def linked_of(client, path: str) -> dict[str, object]:
    return json.loads(LINKED.search(client.get(path).content.decode())[1])


def test_session_page_says_when_where_and_in_which_languages(client, week):
    words = text_of(client, f"{WEEK}PREMIER/")
    assert words.startswith("Monday 2 February PREMIER en 10:00 – 11:00 Where Hall , Egmont Palace")
    assert "Dutch" in words
    assert "Press: pictures only" in words
    assert "Worldwide influence through economic and political diplomacy" in words
    assert words.endswith("Before, 09:00 OPEN en")


@pytest.mark.parametrize("code", ["NOTHING", "premier", "M0001", "SECRET", "DRAFT"])
def test_only_public_sessions_of_the_current_plan_have_a_page(client, week, code):
    with edition_scope(week.edition):
        secret = make_session(week.edition, "SECRET", marking="participants")
        place_session(secret, at(week.edition, 5, 9), at(week.edition, 5, 10))
        publish(week.edition, actor=COMMAND_LINE)
        draft = make_session(week.edition, "DRAFT", marking="public")
        place_session(draft, at(week.edition, 5, 11), at(week.edition, 5, 12))
    assert client.get(f"{WEEK}{code}/").status_code == 404


def test_session_that_is_no_longer_planned_has_no_page(client, week):
    assert client.get(f"{WEEK}EVENING/").status_code == 200
    with edition_scope(week.edition):
        Placement.objects.filter(plan=open_draft(week.edition), session__code="EVENING").delete()
        publish(week.edition, actor=COMMAND_LINE)
    assert client.get(f"{WEEK}EVENING/").status_code == 404


def speak(week: FullWeek, **who: object) -> None:
    with edition_scope(week.edition):
        opening = Session.objects.get(code="OPEN")
        Attendance.objects.filter(session=opening, delegation=who["delegation"]).delete()
        Attendance(edition=week.edition, session=opening, duty="speaker", **who).save()


def test_speakers_are_named_if_they_are_listed_and_stand_for_their_post_otherwise(client, week):
    with edition_scope(week.edition):
        nairobi, lima = (Participant.objects.get(code=code) for code in ("NBO", "LIM"))
        Participant.objects.filter(pk=nairobi.pk).update(listed=True)
        acme = Delegation.objects.get(organisation__code="ACME")
    speak(week, delegation=nairobi.delegation, participant=nairobi)
    speak(week, delegation=lima.delegation, participant=lima)
    speak(week, delegation=acme)
    words = text_of(client, f"{WEEK}OPEN/")
    assert "Speaking An Head-Nbo, Embassy in Nairobi Embassy in Lima Press" in words
    assert "Acme" not in words


def test_session_without_a_title_in_this_language_says_so(client, week):
    words = text_of(client, f"{WEEK}EVENING/")
    assert "This text does not exist in English yet." in words
    assert "Receptie" not in words


def test_day_page_holds_the_day_and_leads_to_the_days_beside_it(client, week):
    page = client.get(f"{WEEK}2026-02-02/").content.decode()
    assert re.findall(r'href="(/en/week-2026/programme/[^"]+)"', page) == [
        f"{WEEK}OPEN/",
        f"{WEEK}PREMIER/",
        f"{WEEK}2026-02-03/",
    ]
    assert "Nothing public on this day." in text_of(client, f"{WEEK}2026-02-06/")


@pytest.mark.parametrize("day", ["2026-02-01", "2026-02-07", "2026-02-30", "2026-2-2"])
def test_only_days_of_the_week_have_a_page(client, week, day):
    assert client.get(f"{WEEK}{day}/").status_code == 404


def test_before_the_first_publication_there_is_neither_day_nor_calendar(client, db):
    small_week("unpublished", published=False)
    paths = ("2026-02-02/", "OPEN/", "")
    found = {path: client.get(f"/en/unpublished/programme/{path}").status_code for path in paths}
    assert found == {"2026-02-02/": 404, "OPEN/": 404, "": 200}
    assert client.get("/en/unpublished/programme.ics").status_code == 404


@pytest.mark.parametrize("path", ["", "programme/"])
@pytest.mark.parametrize(
    ("time", "told"),
    [
        ((1, 23, 59), None),
        ((2, 0, 0), "Now and next Next OPEN en 09:00, Hall"),
        ((2, 9, 10), "Now and next Now OPEN en until 09:45, Hall Next PREMIER en 10:00, Hall"),
        ((2, 11, 0), "Now and next Next This text does not exist in English yet. Tuesday 3 February, 19:00, Hall"),
        ((4, 12, 0), None),
        ((7, 0, 0), None),
    ],
)
def test_during_the_week_pages_say_what_is_on_and_what_comes(client, week, path, time, told):
    with clock.at(at(week.edition, *time)):
        words = text_of(client, f"/en/week-2026/{path}")
    assert ("Now and next" in words) is (told is not None)
    assert told is None or told in words


def test_state_of_a_session_follows_the_clock(week):
    with edition_scope(week.edition):
        days = public_programme(week.edition, "en")
        items = [item for day in days for item in day.items]
        on = on_now(week.edition, days, at(week.edition, 2, 9, 45))
    assert [(item.code, on.state_of(item)) for item in items] == [
        ("OPEN", "past"),
        ("PREMIER", "next"),
        ("EVENING", ""),
    ]


def test_programs_read_the_week_and_its_sessions(client, week):
    site = "http://testserver/en/week-2026/programme/"
    place = {"@type": "Place", "name": "Hall, Egmont Palace"}
    assert linked_of(client, WEEK) == {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": "Week 2026",
        "about": "Worldwide influence through economic and political diplomacy: how do we use our instruments?",
        "startDate": "2026-02-02",
        "endDate": "2026-02-06",
        "inLanguage": "en",
        "url": site,
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": {"@type": "Place", "name": "Egmont Palace"},
        "organizer": {"@type": "Organization", "name": "Press Service"},
        "subEvent": [
            {
                "@type": "Event",
                "name": "OPEN en",
                "startDate": "2026-02-02T09:00+01:00",
                "endDate": "2026-02-02T09:45+01:00",
                "url": f"{site}OPEN/",
                "location": place,
            },
            {
                "@type": "Event",
                "name": "PREMIER en",
                "startDate": "2026-02-02T10:00+01:00",
                "endDate": "2026-02-02T11:00+01:00",
                "url": f"{site}PREMIER/",
                "location": place,
                "inLanguage": ["nl"],
            },
        ],
    }


def test_title_cannot_end_the_block_of_data(client, week):
    hostile = '</script><script>alert("1")</script> & <!-- '
    with edition_scope(week.edition):
        Session.objects.filter(code="OPEN").update(title=Text(en=hostile))
    page = client.get(f"{WEEK}OPEN/").content.decode()
    assert page.count("<script") == page.count("</script>") == 1
    assert linked_of(client, f"{WEEK}OPEN/")["name"] == hostile.strip()


@pytest.mark.parametrize("path", ["", "programme/", "programme/2026-02-02/", "programme/OPEN/", "privacy/"])
def test_page_names_itself_and_its_other_languages(client, week, path):
    page = client.get(f"/fr/week-2026/{path}?from=elsewhere").content.decode()
    site = "http://testserver"
    assert re.findall(r'<link rel="canonical" href="([^"]+)"', page) == [f"{site}/fr/week-2026/{path}"]
    assert re.findall(r'<link rel="alternate" hreflang="(\w+)" href="([^"]+)"', page) == [
        (language, f"{site}/{language}/week-2026/{path}") for language in ("nl", "fr", "de", "en")
    ]


def test_calendar_holds_the_public_sessions_and_keeps_their_identity(client, week):
    with edition_scope(week.edition):
        draft = open_draft(week.edition)
        Placement.objects.filter(plan=draft, session__code="EVENING").delete()
        publish(week.edition, actor=COMMAND_LINE)
    response = client.get("/nl/week-2026/programme.ics")
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    calendar = icalendar.Calendar.from_ical(response.content)
    assert calendar["name"] == "Week 2026 · Openbaar programma"
    assert [
        (str(event["uid"]), str(event["summary"]), event["dtstart"].dt, str(event["status"]), event["sequence"])
        for event in calendar.walk("VEVENT")
    ] == [
        ("session-open@week-2026.contactdays.invalid", "OPEN nl", at(week.edition, 2, 9), "CONFIRMED", 0),
        ("session-premier@week-2026.contactdays.invalid", "PREMIER nl", at(week.edition, 2, 10), "CONFIRMED", 0),
        (
            "session-evening@week-2026.contactdays.invalid",
            "Vervalt: Receptie",
            at(week.edition, 3, 19),
            "CANCELLED",
            1,
        ),
    ]


@pytest.mark.parametrize("path", [WEEK, f"{WEEK}2026-02-05/", f"{WEEK}OPEN/", "/en/week-2026/programme.ics"])
def test_pages_take_as_many_queries_for_many_sessions_as_for_few(client, week, path):
    def queries():
        with CaptureQueriesContext(connection) as asked:
            assert client.get(path).status_code == 200
        return len(asked)

    client.get(path.replace("/en/", "/nl/"))
    few = queries()
    with edition_scope(week.edition):
        for number in range(10):
            session = make_session(week.edition, f"MORE{number}", marking="public")
            place_session(session, at(week.edition, 5, 8 + number), at(week.edition, 5, 8 + number, 30))
        publish(week.edition, actor=COMMAND_LINE)
    client.get(path.replace("/en/", "/nl/"))
    assert queries() == few


def test_programme_knows_the_days_of_the_edition_only(week):
    with edition_scope(week.edition):
        days = public_programme(week.edition, "nl")
    assert [day.day for day in days] == [date(2026, 2, number) for number in range(2, 7)]
