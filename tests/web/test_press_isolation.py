"""What happens in one edition changes no byte of the public pages of another."""

from datetime import timedelta

import pytest

from contactdays.core import clock
from contactdays.core.scope import edition_scope
from contactdays.core.text import LANGUAGES
from contactdays.press.models import Alert, Attachment, Release
from contactdays.press.services.misses import ENOUGH, note_miss
from tests.web.press_weeks import AFTER, press_week

RELEASES = ("announcement", "programme-note", "mistake", "closing", "never")
PARTS = ("/", "/v1/", "/v2/", ".txt", ".pdf", "/v1.pdf", "/v2.pdf")
LISTS = ("", "archive/", "archive/2026/", "search/", "search/?q=alinea", "feed.atom", "feed.rss", "points.ics")
OTHERS = ("", "programme/", "programme/OPEN/", "programme/PREMIER/", "programme.ics")
CODE, OTHER = "week-2026", "week-2027"


@pytest.fixture(autouse=True)
def _at():
    with clock.at(AFTER):
        yield


@pytest.fixture
def edition(db):
    return press_week(CODE).edition


def addresses(edition):
    """Every kind of public address of ``edition`` that has to do with its press room, in four languages."""
    with edition_scope(edition):
        themes = set(Release.objects.values_list("theme__code", flat=True))
        files = Attachment.objects.values_list("file__token", "file__name")
        below = [f"files/{token}/{small}{name}" for token, name in files for small in ("", "small/")]
    below += [f"themes/{theme}/{part}" for theme in themes for part in ("", "feed.atom", "feed.rss")]
    below += [f"releases/{code}{part}" for code in RELEASES for part in PARTS]
    paths = (*OTHERS, *(f"press/{each}" for each in (*LISTS, "sitemap.xml", *below)))
    return [f"/{language}/{edition.code}/{path}" for language in LANGUAGES for path in paths]


def answers(client, edition):
    found = {path: client.get(path) for path in addresses(edition)}
    return {path: (each.status_code, dict(each.headers), each.content) for path, each in found.items()}


def test_another_press_room_changes_no_byte_of_this_one(client, edition):
    before = answers(client, edition)
    other = press_week(OTHER).edition
    with edition_scope(other):
        for _ in range(ENOUGH):
            note_miss(other, "192.0.2.0/24", AFTER - timedelta(seconds=1))
        assert Alert.objects.exists()
    assert answers(client, edition) == before
    assert {status for status, _headers, _content in before.values()} == {200, 302, 404, 410}


def test_files_of_another_press_room_are_not_found_in_this_one(client, edition):
    other = press_week(OTHER).edition
    with edition_scope(other):
        files = list(Attachment.objects.values_list("file__token", "file__name"))
    there = [client.get(f"/nl/{OTHER}/press/files/{token}/{name}").status_code for token, name in files]
    here = [client.get(f"/nl/{CODE}/press/files/{token}/{name}").status_code for token, name in files]
    assert (set(there), set(here)) == ({200}, {404})
