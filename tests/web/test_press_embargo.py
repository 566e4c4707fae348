"""Before its instant a release is nowhere; from its instant on it is everywhere it belongs."""

import gzip
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import quote

import pytest

from contactdays.accounts.actors import COMMAND_LINE
from contactdays.core import clock
from contactdays.core.scope import edition_scope
from contactdays.core.text import LANGUAGES
from contactdays.planning.services import publish
from contactdays.press.services.workflow import review, schedule
from contactdays.press.services.writing import link_sessions, write_text
from tests.factories import (
    at,
    make_edition,
    make_organiser,
    make_press_officer,
    make_release,
    make_session,
    make_text,
    place_session,
)
from tests.web.press_rooms import marked, press_room, schedule_correction, schedule_room

WEEK = "week-2026"
SECOND = timedelta(seconds=1)
WRITTEN = datetime(2026, 1, 20, 9, tzinfo=UTC)
MARK = b"zwaluw"
"""In lower case: the title, lead, theme, captions, file names, code and addresses of the release all hold it."""
COMPARED = ("Location", "Cache-Control", "Content-Type", "Vary", "Content-Length", "Content-Language")
GONE, MOVED, THERE = 404, 302, 200


@dataclass(frozen=True)
class Surface:
    """An address below an edition, what it answers before and from the instant on, and whether it then says the mark.

    A document or picture has no words to look for: that it is there is enough.
    """

    path: str
    before: int
    after: int
    says: bool = True


SURFACES = {
    "release": Surface("press/releases/zwaluw/", GONE, THERE),
    "version": Surface("press/releases/zwaluw/v1/", GONE, MOVED),
    "next version": Surface("press/releases/zwaluw/v2/", GONE, GONE, says=False),
    "plain text": Surface("press/releases/zwaluw.txt", GONE, THERE),
    "document": Surface("press/releases/zwaluw.pdf", GONE, THERE, says=False),
    "document of the version": Surface("press/releases/zwaluw/v1.pdf", GONE, THERE, says=False),
    "picture": Surface("press/files/{picture}", GONE, THERE, says=False),
    "small picture": Surface("press/files/{small}", GONE, THERE, says=False),
    "attached document": Surface("press/files/{document}", GONE, THERE),
    "home": Surface("press/", THERE, THERE),
    "archive": Surface("press/archive/", THERE, THERE),
    "year": Surface("press/archive/2026/", THERE, THERE),
    "theme": Surface("press/themes/zwaluwthema-nl/", GONE, THERE),
    "search": Surface("press/search/?q=alinea", THERE, THERE),
    "Atom": Surface("press/feed.atom", THERE, THERE),
    "RSS": Surface("press/feed.rss", THERE, THERE),
    "Atom of the theme": Surface("press/themes/zwaluwthema-nl/feed.atom", GONE, THERE),
    "RSS of the theme": Surface("press/themes/zwaluwthema-nl/feed.rss", GONE, THERE),
    "sitemap": Surface("press/sitemap.xml", THERE, THERE),
    "press points": Surface("press/points.ics", THERE, THERE, says=False),
    "front page": Surface("", THERE, THERE),
    "programme": Surface("programme/", THERE, THERE, says=False),
    "session": Surface("programme/OPEN/", THERE, THERE),
    "calendar": Surface("programme.ics", THERE, THERE, says=False),
}
CLOCKS = [
    ("Europe/Brussels", "2026-03-29T00:59:59+00:00"),  # the last second of winter time
    ("Europe/Brussels", "2026-03-29T01:00:00+00:00"),  # 02:00 becomes 03:00
    ("Europe/Brussels", "2026-10-25T00:30:00+00:00"),  # 02:30, in summer time
    ("Europe/Brussels", "2026-10-25T01:30:00+00:00"),  # 02:30 again, in winter time
    ("Atlantic/Azores", "2026-03-29T01:00:00+00:00"),
    ("Atlantic/Azores", "2026-10-25T01:00:00+00:00"),
    ("America/New_York", "2026-03-08T07:00:00+00:00"),
    ("America/New_York", "2026-11-01T06:00:00+00:00"),
    ("Asia/Tokyo", "2026-03-28T15:00:00+00:00"),  # midnight
    ("Asia/Kathmandu", "2026-03-28T18:15:00+00:00"),  # midnight
    ("Pacific/Apia", "2026-10-25T01:00:00+00:00"),
    ("Pacific/Apia", "2026-10-25T11:00:00+00:00"),  # midnight
]


def prepared(zone="Europe/Brussels"):
    """A published week whose press room has a release of which nothing is scheduled."""
    edition = make_edition(WEEK, time_zone=zone)
    with edition_scope(edition), clock.at(WRITTEN):
        session = make_session(edition, marking="public", press="open")
        place_session(session, at(edition, 2, 9), at(edition, 2, 9, 45))
        publish(edition, actor=COMMAND_LINE)
        room = press_room(edition, WRITTEN, mark="Zwaluw")
        link_sessions(room.release, ["OPEN"], actor=room.writer)
    return room


IN_EVERY_LANGUAGE = ("release", "plain text", "document", "home", "Atom", "sitemap")


def addresses(room):
    """Every surface in Dutch, and some in each of the other languages."""
    of_files = {
        "picture": f"{room.picture.file.token}/{room.picture.file.name}",
        "small": f"{room.picture.file.token}/small/{room.picture.file.name}",
        "document": f"{room.document.file.token}/{room.document.file.name}",
    }
    found = {}
    for language in LANGUAGES:
        for name in SURFACES if language == "nl" else IN_EVERY_LANGUAGE:
            surface = SURFACES[name]
            path = f"/{language}/{WEEK}/{surface.path.format(**of_files)}"
            found[f"{name} ({language})"] = surface, path
    return found


def without_itself(response, path):
    """What an answer tells, its headers too, besides the address that it was asked for."""
    headers = "\n".join(f"{name}: {value}" for name, value in response.headers.items())
    told = headers.encode().lower() + b"\n" + response.content.lower()
    for asked in (path, quote(path)):
        for language in LANGUAGES:
            told = told.replace(f"/{language}{asked[3:]}".lower().encode(), b"")
    return told


def ask(client, room, instant, **more):
    """The answer of every surface at ``instant``."""
    with clock.at(instant):
        return {name: client.get(path, **more) for name, (_, path) in addresses(room).items()}


def statuses(room, moment):
    return {name: getattr(surface, moment) for name, (surface, _) in addresses(room).items()}


def saying(room, answers):
    """The surfaces that say the mark."""
    places = addresses(room)
    return {name for name, answer in answers.items() if MARK in without_itself(answer, places[name][1])}


def expected_to_say(room):
    """Where the mark belongs once it is out; a file says it in its name."""
    named = {"document", "document of the version", "picture", "small picture"}
    return {name for name, (surface, _) in addresses(room).items() if surface.says or name.rpartition(" (")[0] in named}


@pytest.mark.parametrize(("zone", "appears"), CLOCKS)
def test_nothing_leaves_early_and_everything_is_there_on_time(client, db, zone, appears):
    room, instant = prepared(zone), datetime.fromisoformat(appears)
    schedule_room(room, instant, WRITTEN)
    before = ask(client, room, instant - SECOND)
    assert {name: answer.status_code for name, answer in before.items()} == statuses(room, "before")
    assert saying(room, before) == set()
    for moment in (instant, instant + SECOND):
        after = ask(client, room, moment)
        assert {name: answer.status_code for name, answer in after.items()} == statuses(room, "after")
        assert saying(room, after) == expected_to_say(room)


def test_asking_in_other_ways_tells_no_more(client, db):
    room = prepared()
    instant = datetime.fromisoformat("2026-03-29T01:00:00+00:00")
    schedule_room(room, instant, WRITTEN)
    plain = ask(client, room, instant - SECOND)
    with clock.at(instant - SECOND):
        for name, (_, path) in addresses(room).items():
            known = plain[name].headers.get("ETag", "*")
            head, zipped = client.head(path), client.get(path, headers={"Accept-Encoding": "gzip"})
            asked = client.get(
                path, headers={"If-None-Match": known, "If-Modified-Since": "Sun, 06 Nov 1994 08:49:37 GMT"}
            )
            part = client.get(path, headers={"Range": "bytes=0-99"})
            content = gzip.decompress(zipped.content) if zipped.headers.get("Content-Encoding") else zipped.content
            assert (head.status_code, head.content, content) == (plain[name].status_code, b"", plain[name].content)
            assert asked.status_code == (304 if "ETag" in plain[name].headers else plain[name].status_code)
            for answer in (head, zipped, asked, part):
                assert MARK not in without_itself(answer, path)


def test_copy_that_was_known_before_is_not_taken_for_the_new_one(client, db):
    room = prepared()
    instant = datetime.fromisoformat("2026-10-25T01:30:00+00:00")
    schedule_room(room, instant, WRITTEN)
    before = ask(client, room, instant - SECOND)
    with clock.at(instant):
        after = {
            name: client.get(path, headers={"If-None-Match": before[name].headers.get("ETag", '"none"')})
            for name, (_, path) in addresses(room).items()
        }
    unchanged = {name for name, answer in after.items() if answer.status_code == 304}
    quiet = {"press points", "programme", "calendar"}
    assert unchanged == {f"{name} (nl)" for name in quiet}
    assert saying(room, after) == expected_to_say(room)


@pytest.mark.parametrize("left", [59.9, 30, 1, 0.5])
def test_no_copy_may_be_shown_past_the_instant(client, db, left):
    room = prepared()
    instant = datetime.fromisoformat("2026-03-29T01:00:00+00:00")
    schedule_room(room, instant, WRITTEN)
    for warm in (False, True):
        answers = ask(client, room, instant - timedelta(seconds=left))
        kept = {name: answer.headers["Cache-Control"] for name, answer in answers.items()}
        for name, said in kept.items():
            seconds = [int(each) for each in said.replace("=", " ").replace(",", " ").split() if each.isdigit()]
            assert said in ("no-store", "no-cache") or (seconds and max(seconds) <= left), (name, said, warm)


def test_correction_comes_at_its_own_instant(client, db):
    room = prepared()
    instant, corrected = datetime(2026, 2, 2, 7, tzinfo=UTC), datetime.fromisoformat("2026-10-25T00:30:00+00:00")
    schedule_room(room, instant, WRITTEN)
    schedule_correction(room, corrected, instant + SECOND, "Kwikstaart")
    said = {}
    for moment in (corrected - SECOND, corrected, corrected + SECOND):
        answers = ask(client, room, moment)
        said[moment] = {name for name, answer in answers.items() if b"kwikstaart" in answer.content.lower()}
    nowhere = {"press points", "programme", "calendar", "sitemap", "archive"}
    nowhere |= {"picture", "small picture", "attached document", "document of the version", "next version"}
    everywhere = {name for name in addresses(room) if name.rpartition(" (")[0] not in nowhere}
    assert said[corrected - SECOND] == set()
    assert said[corrected] == everywhere
    assert said[corrected + SECOND] == everywhere
    with clock.at(corrected - SECOND):
        assert client.get(f"/nl/{WEEK}/press/releases/zwaluw/v2.pdf").status_code == GONE
        first = client.get(f"/nl/{WEEK}/press/releases/zwaluw.pdf").content
    with clock.at(corrected):
        assert client.get(f"/nl/{WEEK}/press/releases/zwaluw/v2.pdf").status_code == THERE
        assert client.get(f"/nl/{WEEK}/press/releases/zwaluw/v1.pdf").content == first
        assert client.get(f"/nl/{WEEK}/press/releases/zwaluw.pdf").content != first


def test_language_that_comes_later_is_nowhere_before_in_no_language(client, db):
    edition = make_edition(WEEK)
    first, later = datetime(2026, 2, 2, 7, tzinfo=UTC), datetime(2026, 2, 3, 7, tzinfo=UTC)
    with edition_scope(edition), clock.at(WRITTEN):
        texts = [make_text("two", language, theme=f"Thema {language}") for language in ("nl", "fr")]
        version = make_release(edition, first, *texts).versions.get()
    with edition_scope(edition), clock.at(first):
        writer, reader = (make_press_officer(edition, name) for name in ("Late Writer", "Late Reader"))
        row = write_text(marked("two", "de", "Zwaluw"), edition=edition, actor=writer)
        review(row, actor=reader)
        schedule(version, later, zone="Europe/Brussels", actor=writer)
    paths = [
        f"/{language}/{WEEK}/press/{path}"
        for language in LANGUAGES
        for path in (
            "",
            "releases/two/",
            "releases/two.txt",
            "archive/",
            "themes/thema-nl/",
            "feed.atom",
            "sitemap.xml",
        )
    ]
    told = {}
    for moment in (later - SECOND, later):
        with clock.at(moment):
            told[moment] = {path for path in paths if MARK in client.get(path).content.lower()}
    silent = {f"/de/{WEEK}/press/sitemap.xml", f"/de/{WEEK}/press/releases/two.pdf"}
    assert told == {later - SECOND: set(), later: {path for path in paths if path.startswith("/de/")} - silent}


def guesses(room):
    """Thirty-two addresses that somebody might try: by the next number, another year, another ending, a token."""
    picture, document = room.picture.file, room.document.file
    release = ["zwaluw/", "zwaluw.pdf", "zwaluw.txt", "zwaluw/v1/", "zwaluw/v1.pdf", "zwaluw/v2/", "zwaluw/v2.pdf"]
    release += ["zwaluw", "Zwaluw/", "zwaluw-2/", "zwaluw-2026/", f"{room.release.token}/", f"{room.release.pk}/"]
    files = [f"{picture.token}/{picture.name}", f"{picture.token}/small/{picture.name}", f"{picture.token}/"]
    files += [f"{document.token}/{document.name}", f"{document.token}/document.pdf", f"{picture.pk}/{picture.name}"]
    theme = ["zwaluwthema-nl/", "zwaluwthema-nl/feed.atom", "zwaluwthema-nl/feed.rss"]
    office = ["", f"{room.release.token}/", f"{room.release.token}/nl/preview/", f"{room.release.token}/nl/pdf/"]
    return [
        *(f"press/releases/{path}" for path in release),
        *(f"press/files/{path}" for path in files),
        *(f"press/themes/{path}" for path in theme),
        *(f"press-office/releases/{path}" for path in office),
        *("press/archive/2026/", "press/archive/2026/?page=2", "press/search/?q=alinea", "press/search/?q=zwaluw"),
        *("press/feed.atom", "press/sitemap.xml"),
    ]


@pytest.mark.parametrize("visitor", ["nobody", "organiser"])
def test_guessed_address_answers_like_one_that_never_existed(client, db, visitor):
    room, instant = prepared(), datetime.fromisoformat("2026-03-29T01:00:00+00:00")
    schedule_room(room, instant, WRITTEN)
    users = {}
    for edition in (room.edition, make_edition("week-1999")):
        with edition_scope(edition):
            users[edition.code] = make_organiser(edition, f"{edition.code}@ministry.example")
            users[edition.code].name = "Organ Iser"
    found, never = {}, {}
    for answers, code in ((found, WEEK), (never, "week-1999")):
        if visitor != "nobody":
            client.force_login(users[code])
        for path in guesses(room):
            with clock.at(instant - timedelta(minutes=2)):
                answer = client.get(f"/nl/{code}/{path}")
            headers = {name: value.replace(code, WEEK) for name, value in answer.headers.items() if name in COMPARED}
            answers[path] = answer.status_code, headers, len(answer.content)
    assert len(found) == 32
    differing = {path: (found[path], never[path]) for path in found if found[path] != never[path]}
    assert differing == {}
