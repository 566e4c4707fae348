"""Feeds, calendar, cards and sitemaps of the press room over the web."""

from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import feedparser
import icalendar
import pytest

from contactdays.accounts.actors import COMMAND_LINE
from contactdays.core import clock
from contactdays.core.scope import edition_scope
from contactdays.core.text import LANGUAGES, Text
from contactdays.planning.models import Placement
from contactdays.planning.services import publish
from contactdays.planning.services.drafts import open_draft
from contactdays.press.services.roster import set_spokesperson
from contactdays.press.services.workflow import withdraw
from tests.factories import (
    at,
    make_edition,
    make_participant,
    make_person,
    make_post,
    make_press_officer,
    make_release,
    make_session,
    make_text,
    place_session,
    small_week,
)
from tests.web.press_rooms import press_room, schedule_correction, schedule_room

WRITTEN = datetime(2026, 2, 1, 8, tzinfo=UTC)
INSTANT = datetime(2026, 2, 2, 7, tzinfo=UTC)
LATER = INSTANT + timedelta(hours=2)
ROOM = "/nl/week-2026/press"
SITE = "http://testserver"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
FEEDS = ["feed.atom", "feed.rss", "themes/zwaluwstaartthema-nl/feed.atom", "themes/zwaluwstaartthema-nl/feed.rss"]


@pytest.fixture
def room(db):
    """A press room whose release has just appeared."""
    edition = make_edition()
    with edition_scope(edition):
        room = press_room(edition, WRITTEN)
        schedule_room(room, INSTANT, WRITTEN)
    with clock.at(INSTANT):
        yield room


def entries(client, path):
    found = feedparser.parse(client.get(path).content)
    assert not found.bozo
    return found.entries


@pytest.mark.parametrize("path", FEEDS)
def test_feed_leads_to_the_release_and_to_its_document(client, room, path):
    response = client.get(f"{ROOM}/{path}")
    kind = "atom" if path.endswith("atom") else "rss"
    assert response.headers["Content-Type"] == f"application/{kind}+xml; charset=utf-8"
    found = feedparser.parse(response.content)
    assert not found.bozo
    assert [entry.link for entry in found.entries] == [f"{SITE}{ROOM}/releases/zwaluw/"]
    assert found.entries[0].enclosures[0].href == f"{SITE}{ROOM}/releases/zwaluw.pdf"
    paper = client.get(f"{ROOM}/releases/zwaluw.pdf")
    assert found.entries[0].enclosures[0].length == paper.headers["Content-Length"]
    own = [link.href for link in found.feed.links if link.rel == "self"]
    assert own == [f"{SITE}{ROOM}/{path}"]
    assert client.get(found.entries[0].link).status_code == 200


def test_each_language_has_its_feed(client, room):
    found = {language: entries(client, f"/{language}/week-2026/press/feed.atom") for language in LANGUAGES}
    assert {language: each[0].title_detail.language for language, each in found.items()} == {
        language: language for language in LANGUAGES
    }
    assert len({each[0].id for each in found.values()}) == len({each[0].title for each in found.values()}) == 4


def test_feed_that_is_known_is_answered_with_304_until_something_appears(client, room):
    schedule_correction(room, LATER, INSTANT, "Verbeterd")
    etag = client.get(f"{ROOM}/feed.atom").headers["ETag"]
    before = client.get(f"{ROOM}/feed.atom", headers={"If-None-Match": etag})
    with clock.at(LATER):
        after = client.get(f"{ROOM}/feed.atom", headers={"If-None-Match": etag})
    assert (before.status_code, before.content, after.status_code) == (304, b"", 200)


def test_correction_changes_its_entry(client, room):
    before = entries(client, f"{ROOM}/feed.atom")
    schedule_correction(room, LATER, INSTANT, "Verbeterd")
    with clock.at(LATER):
        after = entries(client, f"{ROOM}/feed.atom")
    assert [entry.id for entry in before] == [entry.id for entry in after]
    assert (after[0].title, after[0].published_parsed, after[0].updated_parsed) == (
        "Verbeterd in nl", INSTANT.utctimetuple(), LATER.utctimetuple(),
    )  # fmt: skip
    assert "Verbeterd was fout." in after[0].content[0].value.split("</p>")[0]


def test_withdrawn_release_stays_as_an_entry_that_says_why(client, room):
    with edition_scope(room.edition):
        withdraw(room.release, Text(dict.fromkeys(LANGUAGES, "Fout.")), actor=room.writer)
    for path in FEEDS:
        response = client.get(f"{ROOM}/{path}")
        assert b"Zwaluwstaart" not in response.content
        assert b"Fout." in response.content


@pytest.mark.parametrize("theme", ["nothing", "zwaluwstaartthema-fr", "x" * 80])
def test_theme_of_which_nothing_appeared_has_no_feed(client, room, theme):
    assert client.get(f"{ROOM}/themes/{theme}/feed.atom").status_code == 404
    assert client.get(f"{ROOM}/themes/{theme}/feed.rss").status_code == 404


def test_empty_press_room_has_an_empty_feed(client, db):
    make_edition()
    assert entries(client, f"{ROOM}/feed.atom") == entries(client, f"{ROOM}/feed.rss") == []


# Press points


def test_calendar_holds_what_the_press_may_attend_and_what_was_cancelled(client, db):
    week = small_week("week-2026")
    edition = week.edition
    with edition_scope(edition):
        kinds = {
            "POINT": {"kind": "press-point", "press": ""},
            "OPENED": {"press": "open"},
            "PHOTO": {"press": "pictures"},
            "SHUT": {"press": "closed"},
            "SECRET": {"kind": "press-point", "marking": "participants"},
        }
        for hour, (code, more) in enumerate(kinds.items(), 10):
            session = make_session(edition, code, **{"marking": "public", **more})
            place_session(session, at(edition, 3, hour), at(edition, 3, hour, 45))
        publish(edition, actor=COMMAND_LINE)
        draft = open_draft(edition)
        Placement.objects.filter(plan=draft, session__code="PHOTO").delete()
        publish(edition, actor=COMMAND_LINE)
    response = client.get(f"{ROOM}/points.ics")
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    events = icalendar.Calendar.from_ical(response.content).walk("VEVENT")
    assert [(str(event["uid"]), str(event["status"])) for event in events] == [
        ("session-point@week-2026.contactdays.invalid", "CONFIRMED"),
        ("session-opened@week-2026.contactdays.invalid", "CONFIRMED"),
        ("session-photo@week-2026.contactdays.invalid", "CANCELLED"),
    ]


def test_before_the_first_publication_there_is_no_calendar(client, db):
    small_week("unpublished", published=False)
    assert client.get("/nl/unpublished/press/points.ics").status_code == 404


# Cards


def test_card_is_in_the_language_of_its_address_and_of_spokespersons_only(client, db):
    edition = make_edition(issuer_name="Dienst Pers")
    with edition_scope(edition):
        delegation = make_post(edition)
        role = Text(nl="woordvoerder", fr="porte-parole")
        make_participant(delegation, make_person(edition, "TALKS"), spokesperson=True, function=role)
        officer = make_press_officer(edition)
        set_spokesperson(
            "TALKS", languages=["nl"], landline="+32 2 000 00 02", mobile="+32 400 00 00 02", shows_mobile=True,
            edition=edition, actor=officer,
        )  # fmt: skip
    response = client.get("/fr/week-2026/press/spokespersons/TALKS.vcf")
    assert (response.headers["Content-Type"], response.headers["Content-Disposition"]) == (
        "text/vcard; charset=utf-8", 'attachment; filename="talks.vcf"',
    )  # fmt: skip
    card = response.content.decode()
    assert "TITLE:porte-parole\r\n" in card
    assert "TEL;TYPE=CELL:+32 400 00 00 02\r\n" in card
    assert "+32 2" not in card
    paths = ("NBO.vcf", "talks.vcf", "NOBODY.vcf")
    assert {client.get(f"{ROOM}/spokespersons/{path}").status_code for path in paths} == {404}


# Sitemaps


def locations(content: bytes) -> list[str]:
    return [each.text or "" for each in ElementTree.fromstring(content).iter(f"{SITEMAP}loc")]  # noqa: S314


def test_robots_lead_to_the_index_and_the_index_to_each_sitemap(client, db):
    for code in ("week-2025", "week-2026"):
        make_edition(code)
    assert f"\nSitemap: {SITE}/sitemap.xml\n" in client.get("/robots.txt").content.decode()
    response = client.get("/sitemap.xml")
    root = ElementTree.fromstring(response.content)  # noqa: S314
    assert (root.tag, {each.tag for each in root}) == (f"{SITEMAP}sitemapindex", {f"{SITEMAP}sitemap"})
    found = locations(response.content)
    assert sorted(found) == sorted(
        f"{SITE}/{language}/{code}/press/sitemap.xml" for code in ("week-2025", "week-2026") for language in LANGUAGES
    )
    assert {client.get(each.removeprefix(SITE)).status_code for each in found} == {200}


def test_sitemap_follows_the_protocol_and_leads_to_pages_that_are_there(client, room):
    with edition_scope(room.edition):
        make_release(room.edition, INSTANT, make_text("only-two", "nl"), make_text("only-two", "fr"))
    response = client.get(f"{ROOM}/sitemap.xml")
    root = ElementTree.fromstring(response.content)  # noqa: S314
    assert (root.tag, {each.tag for each in root}) == (f"{SITEMAP}urlset", {f"{SITEMAP}url"})
    allowed = [f"{SITEMAP}loc", f"{SITEMAP}lastmod", "{http://www.w3.org/1999/xhtml}link"]
    for url in root:
        order = [allowed.index(each.tag) for each in url]
        assert order == sorted(order)
        assert [each.text for each in url.iter(f"{SITEMAP}lastmod")] == ["2026-02-02T07:00:00Z"]
    found = locations(response.content)
    assert found == [
        f"{SITE}{ROOM}/{path}"
        for path in (
            "", "archive/", "releases/only-two/", "releases/zwaluw/", "themes/veerkracht/",
            "themes/zwaluwstaartthema-nl/",
        )
    ]  # fmt: skip
    assert {client.get(each.removeprefix(SITE)).status_code for each in found} == {200}


def test_sitemap_names_the_same_page_in_other_languages(client, room):
    with edition_scope(room.edition):
        make_release(room.edition, INSTANT, make_text("only-two", "nl"), make_text("only-two", "fr"))
    root = ElementTree.fromstring(client.get(f"{ROOM}/sitemap.xml").content)  # noqa: S314
    found = {}
    for url in root:
        links = [each.attrib for each in url if each.tag.endswith("link")]
        assert {each["rel"] for each in links} == {"alternate"}
        found[url.findtext(f"{SITEMAP}loc")] = {each["hreflang"]: each["href"] for each in links}
    for path, languages in (("releases/zwaluw/", LANGUAGES), ("releases/only-two/", ("nl", "fr"))):
        assert found[f"{SITE}{ROOM}/{path}"] == {
            language: f"{SITE}/{language}/week-2026/press/{path}" for language in languages
        }
    assert (
        f"{SITE}/de/week-2026/press/releases/only-two/"
        not in client.get("/de/week-2026/press/sitemap.xml").content.decode()
    )


def test_withdrawn_release_leaves_the_sitemap(client, room):
    with edition_scope(room.edition):
        withdraw(room.release, Text(dict.fromkeys(LANGUAGES, "Fout.")), actor=room.writer)
    assert locations(client.get(f"{ROOM}/sitemap.xml").content) == [f"{SITE}{ROOM}/", f"{SITE}{ROOM}/archive/"]
