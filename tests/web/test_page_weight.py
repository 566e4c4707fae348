"""What the public programme weighs on the wire, with everything a browser fetches to show it."""

import gzip
import re
from datetime import timedelta

import pytest

from contactdays.accounts.actors import COMMAND_LINE
from contactdays.core import clock
from contactdays.core.scope import edition_scope
from contactdays.core.text import LANGUAGES, Text
from contactdays.planning.services import SessionTime, place_sessions, publish
from tests.factories import at, make_edition, make_room, make_session

SESSIONS, A_DAY = 300, 6
MOST = 100 * 1024
SUBJECTS = ("ports", "vaccines", "critical minerals", "space", "food", "batteries", "education", "water", "migration")
STYLES = re.compile(r'<link rel="stylesheet" href="([^"]+)"')
FONTS = re.compile(r"url\(([^)]+)\)")
ELSEWHERE = re.compile(r'(?:src|href|action)="(?:https?:)?//(?!testserver/)|@import|url\(\s*[\'"]?(?:https?:)?//')


@pytest.fixture
def large_week(db):
    """An edition with 300 public sessions, each with a title of its own, ten at a time."""
    edition = make_edition()
    with edition_scope(edition):
        rooms = [make_room(edition, f"SALON-{number}") for number in range(SESSIONS // (5 * A_DAY))]
        place_sessions(edition, [_time(edition, number, rooms) for number in range(SESSIONS)])
        publish(edition, actor=COMMAND_LINE)
    return edition


def _time(edition, number, rooms):
    line, slot = divmod(number, 5 * A_DAY)
    title = f"{SUBJECTS[number % 9].title()} and {SUBJECTS[number * 5 % 7]}: what {number * 37 % 101} partners expect"
    session = make_session(
        edition,
        f"SESSION-{number:03}",
        kind=("plenary", "round-table", "visit")[number % 3],
        title=Text({language: f"{language} {title}, part {number}" for language in LANGUAGES}),
        languages=list(LANGUAGES[: number % 4 + 1]),
        press=("open", "pictures", "closed")[number % 3],
        marking="public",
    )
    start = at(edition, 2 + slot // A_DAY, 9) + timedelta(minutes=95 * (slot % A_DAY))
    return SessionTime(session, start, start + timedelta(minutes=80), rooms[line])


def wire(client, address):
    """The bytes of an answer to a browser that accepts gzip. Style sheets are gzipped where they are collected."""
    response = client.get(address, headers={"Accept-Encoding": "gzip, deflate, br, zstd"})
    assert response.status_code == 200
    content = response.getvalue()
    return len(gzip.compress(content, 9) if address.endswith(".css") else content)


@pytest.mark.parametrize("language", LANGUAGES)
def test_programme_of_300_sessions_with_style_and_fonts_stays_below_100_kilobytes(client, large_week, language):
    address = f"/{language}/week-2026/programme/"
    with clock.at(at(large_week, 4, 11)):
        page = client.get(address).content.decode()
        weights = {address: wire(client, address)}
    assert page.count('<li class="entry') == SESSIONS
    styles = STYLES.findall(page)
    weights |= {style: wire(client, style) for style in styles}
    sheets = [client.get(style).getvalue().decode() for style in styles]
    weights |= {f"/static/{font}": wire(client, f"/static/{font}") for sheet in sheets for font in FONTS.findall(sheet)}
    assert len([name for name in weights if name.endswith(".woff2")]) == 4
    assert sum(weights.values()) <= MOST, weights
    assert not ELSEWHERE.search(page)
    assert not any(ELSEWHERE.search(sheet) for sheet in sheets)


def test_programme_is_shown_without_script(client, large_week):
    page = client.get("/en/week-2026/programme/").content.decode()
    scripts = re.findall(r"<script[^>]*>", page)
    assert scripts == ['<script type="application/ld+json">']
    assert not re.search(r"\son\w+=|javascript:", page)
