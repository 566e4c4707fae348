"""The feed as ical.js reads it, the library of Thunderbird and of many web calendars.

Runs where ``node`` and the package ``ical.js`` (2.2.1) are found, the latter in CONTACTDAYS_NODE_MODULES or NODE_PATH.
"""

import json
import os
import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from contactdays.agendas.ical import to_ical
from tests.agendas.samples import an_agenda, an_entry

SCRIPT = Path(__file__).with_name("wallclock.mjs")
ZONES = (
    "Europe/Brussels",
    "Europe/Lisbon",
    "Europe/London",
    "Europe/Dublin",
    "America/New_York",
    "Asia/Kathmandu",
    "America/Asuncion",
    "Africa/Casablanca",
    "Asia/Jerusalem",
)


def reason_to_skip() -> str | None:
    if shutil.which("node") is None:
        return "node is not installed"
    folders = [os.environ.get("CONTACTDAYS_NODE_MODULES"), *os.environ.get("NODE_PATH", "").split(os.pathsep)]
    if not any(folder and (Path(folder) / "ical.js").is_dir() for folder in folders):
        return "the package ical.js is in neither CONTACTDAYS_NODE_MODULES nor NODE_PATH"
    return None


pytestmark = pytest.mark.skipif(reason_to_skip() is not None, reason=str(reason_to_skip()))


def read_by_ical_js(feed: bytes, folder: Path) -> dict[str, dict[str, dict[str, str]]]:
    path = folder / "agenda.ics"
    path.write_bytes(feed)
    done = subprocess.run(["node", SCRIPT, path], capture_output=True, check=True, timeout=60)
    return {event.pop("uid"): event for event in json.loads(done.stdout)}


def as_printed(moment: datetime, zone: ZoneInfo) -> dict[str, str]:
    wall = moment.astimezone(zone)
    utc = moment.astimezone(UTC)
    return {"wall": f"{wall:%Y-%m-%dT%H:%M:%S}", "utc": f"{utc:%Y-%m-%dT%H:%M:%S}.000Z"}


def every_day_of(year: int, zone: ZoneInfo) -> list:
    """An entry a day, at nine and at half past four in turn."""
    first = datetime(year, 1, 1)  # noqa: DTZ001 - a wall clock; its zone follows
    hours = (timedelta(hours=9), timedelta(hours=16, minutes=30))
    starts = [(first + timedelta(days=n) + hours[n % 2]).replace(tzinfo=zone) for n in range(365)]
    return [an_entry(uid=f"{start:%Y-%m-%d}", start=start) for start in starts]


@pytest.mark.parametrize("year", [2024, 2026])
@pytest.mark.parametrize("time_zone", ZONES)
def test_every_day_of_the_year_is_read_at_the_right_time(time_zone, year, tmp_path):
    zone = ZoneInfo(time_zone)
    entries = every_day_of(year, zone)
    read = read_by_ical_js(to_ical(an_agenda(*entries, time_zone=time_zone)), tmp_path)
    assert read == {
        entry.uid: {"start": as_printed(entry.start, zone), "end": as_printed(entry.end, zone)} for entry in entries
    }


def test_the_monday_after_the_change_to_summer_time_is_read_at_nine(tmp_path):
    monday = an_entry(uid="monday", start=datetime(2026, 3, 30, 9, tzinfo=ZoneInfo("Europe/Brussels")))
    assert read_by_ical_js(to_ical(an_agenda(monday)), tmp_path)["monday"]["start"] == {
        "wall": "2026-03-30T09:00:00",
        "utc": "2026-03-30T07:00:00.000Z",
    }
