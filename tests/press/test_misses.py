"""Many misses from one network raise one alert; it grows while they go on."""

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from contactdays.accounts.errors import NotAllowed
from contactdays.audit.models import Entry
from contactdays.outbox.models import Message
from contactdays.press.models import Alert, Miss
from contactdays.press.queries.misses import open_alerts
from contactdays.press.services import misses
from contactdays.press.services.misses import mark_seen, note_miss
from tests.factories import make_organiser, make_press_officer

ROOT = Path(__file__).parents[2]
NETWORK, ANOTHER = "192.0.2.0/24", "2001:db8:1::/48"
BEGIN = datetime(2026, 2, 1, 12, tzinfo=UTC)
SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)


@pytest.fixture(autouse=True)
def nothing_unwritten(monkeypatch):
    """A rolled back test leaves the numbers of its alerts to the next one."""
    monkeypatch.setattr(misses, "_unwritten", misses._Unwritten())


def miss(edition, times, begin=BEGIN, step=SECOND, network=NETWORK):
    for number in range(times):
        note_miss(edition, network, begin + number * step)


def alerts():
    return [(alert.network, alert.since, alert.until, alert.count) for alert in Alert.objects.order_by("pk")]


def test_the_tenth_within_ten_minutes_raises_an_alert(edition):
    miss(edition, 9)
    assert (alerts(), Miss.objects.count()) == ([], 9)
    miss(edition, 1, BEGIN + MINUTE)
    assert alerts() == [(NETWORK, BEGIN, BEGIN + MINUTE, 10)]


@pytest.mark.parametrize(("last", "raised"), [(10 * MINUTE - SECOND, 1), (10 * MINUTE, 0)])
def test_what_is_ten_minutes_old_counts_no_more_and_is_forgotten(edition, last, raised):
    miss(edition, 9, step=timedelta())
    miss(edition, 1, BEGIN + last)
    assert (len(alerts()), Miss.objects.count()) == (raised, 0 if raised else 1)


def test_networks_are_counted_apart(edition):
    miss(edition, 9)
    miss(edition, 9, network=ANOTHER)
    assert alerts() == []
    miss(edition, 1, BEGIN + MINUTE, network=ANOTHER)
    assert alerts() == [(ANOTHER, BEGIN, BEGIN + MINUTE, 10)]


def test_one_alert_goes_on_as_long_as_the_misses_do(edition):
    miss(edition, 200, step=timedelta(seconds=30))
    assert alerts() == [(NETWORK, BEGIN, BEGIN + 99.5 * MINUTE, 200)]
    assert Miss.objects.count() == 0
    miss(edition, 10, BEGIN + 200 * MINUTE)
    assert len(alerts()) == 2


def test_flood_costs_a_reading_and_a_writing_a_minute(edition):
    miss(edition, 10)
    with CaptureQueriesContext(connection) as queries:
        miss(edition, 1000, BEGIN + 10 * SECOND, timedelta(seconds=0.12))
    writings = [each["sql"] for each in queries if not each["sql"].startswith("SELECT")]
    assert (len(queries), len(writings)) == (1002, 2)
    assert (len(alerts()), Miss.objects.count()) == (1, 0)


def test_each_press_officer_is_written_to_once_and_not_what_was_guessed(edition):
    for number in range(2):
        make_press_officer(edition, f"Officer {number}")
    gone = make_press_officer(edition, "Gone")
    gone.is_active = False
    gone.save()
    make_organiser(edition)
    miss(edition, 30)
    alert = Alert.objects.get()
    values = {"network": NETWORK, "since": BEGIN.isoformat(), "count": "10"}
    assert [(each.address, each.template, each.language, each.values) for each in Message.objects.all()] == [
        (f"officer.{number}@ministry.example", "press-alert", "nl", values) for number in range(2)
    ]
    entries = Entry.objects.filter(action="press.guessing")
    assert [(each.subject, each.actor_name, each.after) for each in entries] == [
        (f"alert {alert.pk}", "", {"network": NETWORK, "count": 10})
    ]


def test_alert_is_seen_once_by_a_press_officer_only(edition):
    miss(edition, 10)
    alert = open_alerts(edition).get()
    with pytest.raises(NotAllowed):
        mark_seen(alert, actor=make_organiser(edition))
    assert list(open_alerts(edition)) == [alert]
    officer = make_press_officer(edition)
    mark_seen(alert, actor=officer)
    mark_seen(alert, actor=officer)
    assert list(open_alerts(edition)) == []
    assert Entry.objects.filter(action="press.alert-seen").count() == 1


def test_sixteen_guessers_at_once_raise_one_alert_and_one_letter_for_each_of_thirty_networks(empty_database):
    environment = {**os.environ, "CONTACTDAYS_DATABASE": empty_database, "PYTHONPATH": str(ROOT)}
    program = [sys.executable, "-W", "error", "-m", "tests.press.guessers"]
    finished = subprocess.run(program, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300)
    assert (finished.stdout, finished.stderr) == ("30 alerts, 30 letters, 0 misses left\n", "")
