"""An agenda as its page shows it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils.translation import override

from contactdays.agendas.entries import Agenda, AgendaEntry, EntryKind
from contactdays.core.scope import edition_scope
from contactdays.people.models import Participant
from contactdays.web.parts.agenda import AgendaDay, AgendaRow, agenda_page, as_others_see, free_label
from tests.factories import make_user, small_week


def entry(hour, minute=0, minutes=15, **more):
    start = datetime(2026, 2, 4, hour, minute, tzinfo=UTC)
    given = {"uid": f"{hour}{minute}", "kind": EntryKind.BILATERAL, "title": "Acme nv", "place": "Table 1"}
    return AgendaEntry(start=start, end=start + timedelta(minutes=minutes), **{**given, **more})


def agenda(*entries, language="en"):
    return Agenda(
        name="Hilde Vandermeersch",
        role="Ambassador",
        edition="Week",
        dates="2–6 February 2026",
        venue="Palace",
        plan_number=2,
        published=datetime(2026, 1, 30, 18, tzinfo=UTC),
        time_zone="Europe/Brussels",
        language=language,
        entries=entries,
    )


def rows(*entries, language="en"):
    with override(language):
        return [row for day in agenda_page(agenda(*entries, language=language)).days for row in day.rows]


def test_agenda_is_shown_day_by_day_in_local_time():
    late = entry(23, 30, minutes=60, kind=EntryKind.RECEPTION, title="Reception", place="Hall", venue="Castle")
    with override("en"):
        page = agenda_page(agenda(entry(13, people=("An Acme",), purpose="A bridge"), late))
    assert page.published.isoformat() == "2026-01-30T19:00:00+01:00"
    assert page.days == (
        AgendaDay(
            date(2026, 2, 4),
            (
                AgendaRow(
                    start="14:00",
                    end="14:15",
                    title="Acme nv",
                    places=("Table 1",),
                    people=("An Acme",),
                    purpose="A bridge",
                    remarks=("Bilateral meeting",),
                ),
            ),
        ),
        AgendaDay(
            date(2026, 2, 5), (AgendaRow(start="00:30", end="01:30", title="Reception", places=("Hall, Castle",)),)
        ),
    )


def test_free_time_between_two_entries_is_a_line_of_its_own():
    found = [(row.start, row.free or row.title) for row in rows(entry(13), entry(13, 35), entry(13, 55), entry(16))]
    assert found == [
        ("14:00", "Acme nv"),
        ("14:15", "20 minutes free"),
        ("14:35", "Acme nv"),
        ("14:55", "Acme nv"),
        ("15:10", "1 h 50 free"),
        ("17:00", "Acme nv"),
    ]


def test_cancelled_entry_leaves_its_time_free_and_stays_to_be_seen():
    found = [
        (row.start, row.free or row.title, row.cancelled)
        for row in rows(entry(13), entry(14, cancelled=True), entry(15))
    ]
    assert found == [
        ("14:00", "Acme nv", False),
        ("14:15", "1 h 45 free", False),
        ("15:00", "Acme nv", True),
        ("16:00", "Acme nv", False),
    ]


def test_entries_that_overlap_leave_no_free_time_between_them():
    assert [row.free for row in rows(entry(13, minutes=120), entry(13, 30), entry(15))] == ["", "", ""]


@pytest.mark.parametrize(
    ("minutes", "language", "label"),
    [
        (1, "nl", "1 minuut vrij"),
        (20, "fr", "20 minutes libres"),
        (60, "de", "1 Stunde frei"),
        (120, "en", "2 hours free"),
        (65, "nl", "1 uur 05 vrij"),
        (110, "de", "1 Std. 50 frei"),
    ],
)
def test_free_time_is_said_in_the_readers_language(minutes, language, label):
    with override(language):
        assert free_label(timedelta(minutes=minutes)) == label


def test_private_block_keeps_its_contents_from_everyone_else():
    secret = entry(8, kind=EntryKind.PRIVATE, title="Dentist", place="Clinic", people=("Dr Tooth",), purpose="Pain")
    plain = entry(13)
    with override("en"):
        seen = as_others_see(agenda(secret, plain))
    hidden = replace(secret, title="Private", place="", people=(), purpose="")
    assert seen == agenda(hidden, plain)


def test_owner_reads_the_private_block_and_the_organiser_that_there_is_one(client, week):
    client.force_login(week.ambassador)
    own = client.get("/en/week-2026/agenda/").content.decode()
    client.force_login(week.organiser)
    others = client.get("/en/week-2026/organiser/people/NBO/agenda/").content.decode()
    assert {"own": "Dentist" in own, "organiser": "Dentist" in others} == {"own": True, "organiser": False}
    assert "Private" in others


def test_optional_and_cancelled_entries_are_marked(client, week):
    client.force_login(week.ambassador)
    own = client.get("/en/week-2026/agenda/").content.decode()
    assert own.count(">Optional<") == 1
    client.force_login(week.company)
    assert client.get("/en/week-2026/agenda/").content.decode().count(">Cancelled<") == 1


def test_agenda_before_the_first_publication_says_when_there_will_be_one(client, db):
    week = small_week(published=False)
    with edition_scope(week.edition):
        participant = Participant.objects.get(code="NBO")
        participant.user = make_user()
        participant.save()
    client.force_login(participant.user)
    assert "Er is nog geen plan gepubliceerd" in client.get("/nl/week-2026/agenda/").content.decode()
    assert client.get("/nl/week-2026/agenda/pdf/").status_code == 404


def test_agenda_on_paper_is_a_file_named_after_participant_and_plan(client, week):
    client.force_login(week.ambassador)
    response = client.get("/fr/week-2026/agenda/pdf/")
    found = {name: response.headers[name] for name in ("Content-Type", "Content-Disposition", "Cache-Control")}
    assert found == {
        "Content-Type": "application/pdf",
        "Content-Disposition": 'attachment; filename="agenda-nbo-2.pdf"',
        "Cache-Control": "no-store",
    }
    assert response.content.startswith(b"%PDF-")
