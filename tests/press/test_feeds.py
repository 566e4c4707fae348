"""Feeds of releases: valid, the same whatever host they are read from, and telling all that a release says."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import feedparser
import pytest
import rnc2rng
from lxml import etree

from contactdays.core import clock
from contactdays.core.text import Text
from contactdays.press.feeds import FeedHead, to_atom, to_rss
from contactdays.press.models import LanguageVersion
from contactdays.press.queries.feeds import Told, told_in
from contactdays.press.services.workflow import review, schedule, withdraw
from contactdays.press.services.writing import begin_correction, set_note, write_text
from tests.factories import make_press_officer, make_release, make_text

HEAD = FeedHead(
    name="conference/week-2026/nl",
    title="Week 2026 · Persberichten",
    subtitle="Hoe?",
    language="nl",
    home="https://site.example/nl/week-2026/press/",
    address="https://site.example/nl/week-2026/press/feed.atom",
    author="Dienst Pers en Communicatie",
)
FIRST, LATER = datetime(2026, 2, 1, 5, tzinfo=UTC), datetime(2026, 2, 2, 17, 30, tzinfo=UTC)
TOLD = Told("announcement", "secret-token", "resilience", FIRST, LATER, text=make_text(), paper=4711)
GONE = Told("gone", "other-token", "resilience", FIRST, LATER, reason="De cijfers klopten niet.")
HOUR = timedelta(hours=1)


def page(code):
    return f"https://site.example/nl/week-2026/press/releases/{code}/"


def paper(code):
    return f"https://site.example/nl/week-2026/press/releases/{code}.pdf"


def atom(*told, head=HEAD):
    return to_atom(head, told, page=page, paper=paper)


def rss(*told, head=HEAD):
    return to_rss(head, told, page=page, paper=paper)


@pytest.fixture(scope="module")
def schema():
    """The grammar of RFC 4287; ``local`` has no namespace, which XML cannot bind to a prefix."""
    grammar = rnc2rng.dumps(rnc2rng.load(str(Path(__file__).with_name("rfc4287.rnc"))))
    return etree.RelaxNG(etree.fromstring(grammar.replace(' xmlns:local=""', "").encode()))


def read(feed: bytes):
    found = feedparser.parse(feed)
    assert not found.bozo, found.bozo_exception
    return found


@pytest.mark.parametrize("told", [(), (TOLD,), (TOLD, GONE), (replace(TOLD, paper=None, note="Het uur."),)])
def test_atom_is_valid(schema, told):
    schema.assertValid(etree.fromstring(atom(*told)))


@pytest.mark.parametrize(
    ("standing", "broken"),
    [
        (b"<id>urn:uuid:", b"<id/><id>urn:uuid:"),
        (b"<updated>", b"<updated>yesterday"),
        (b'type="html"', b'type="markdown"'),
        (b' term="', b' topic="'),
        (b"<title>", b"<headline/><title>"),
    ],
)
def test_grammar_refuses_a_broken_feed(schema, standing, broken):
    feed = atom(TOLD)
    assert schema.validate(etree.fromstring(feed))
    assert not schema.validate(etree.fromstring(feed.replace(standing, broken, 1)))


def test_atom_tells_the_whole_release():
    found = read(atom(TOLD))
    entry = found.entries[0]
    assert (found.feed.title, found.feed.subtitle, found.feed.language, found.feed.updated, found.feed.author) == (
        "Week 2026 · Persberichten",
        "Hoe?",
        "nl",
        "2026-02-02T17:30:00+00:00",
        "Dienst Pers en Communicatie",
    )
    assert [(link.rel, link.href) for link in found.feed.links] == [("alternate", HEAD.home), ("self", HEAD.address)]
    assert {name: entry[name] for name in ("title", "published", "updated", "author", "summary", "rights")} == {
        "title": "Alle posthoofden vijf dagen samen",
        "published": "2026-02-01T05:00:00+00:00",
        "updated": "2026-02-02T17:30:00+00:00",
        "author": "Dienst Pers en Communicatie",
        "summary": "De eerste alinea is de lead.",
        "rights": "© 2026 pers.example",
    }
    assert [(tag.term, tag.label) for tag in entry.tags] == [("resilience", "Veerkracht")]
    assert [(link.rel, link.href, link.get("type"), link.get("length")) for link in entry.links] == [
        ("alternate", page("announcement"), "text/html", None),
        ("enclosure", paper("announcement"), "application/pdf", "4711"),
    ]
    assert "<em>lead</em>" in entry.content[0].value
    assert "Wie goed luistert, merkt het eerder." in entry.content[0].value
    assert entry.content[0].type == "text/html"


def test_rss_tells_the_same():
    found = read(rss(TOLD))
    entry = found.entries[0]
    assert (found.version, found.feed.title, found.feed.language, found.feed.updated) == (
        "rss20",
        "Week 2026 · Persberichten",
        "nl",
        "Mon, 02 Feb 2026 17:30:00 +0000",
    )
    assert (entry.title, entry.link, entry.id, entry.guidislink, entry.published, entry.author) == (
        "Alle posthoofden vijf dagen samen",
        page("announcement"),
        read(atom(TOLD)).entries[0].id,
        False,
        "Sun, 01 Feb 2026 05:00:00 +0000",
        "Dienst Pers en Communicatie",
    )
    assert entry.summary == "De eerste alinea is de lead."
    assert entry.content[-1].value == read(atom(TOLD)).entries[0].content[0].value
    assert [tag.term for tag in entry.tags] == ["Veerkracht"]
    assert [(each.href, each.length, each.type) for each in entry.enclosures] == [
        (paper("announcement"), "4711", "application/pdf")
    ]


def test_identity_depends_on_the_release_and_the_language_alone():
    ids = {}
    for host in ("one.example", "two.example"):
        head = replace(HEAD, home=f"https://{host}/", address=f"https://{host}/feed.atom")
        found = read(atom(TOLD, replace(GONE, updated=FIRST), head=head))
        ids[host] = (found.feed.id, *(entry.id for entry in found.entries))
    assert ids["one.example"] == ids["two.example"]
    identities = [*ids["one.example"]]
    french = replace(HEAD, language="fr", name="conference/week-2026/fr")
    found = read(atom(TOLD, head=french))
    identities += [found.feed.id, found.entries[0].id]
    assert len(set(identities)) == 5
    assert all(UUID(each).version == 5 for each in identities)
    assert b"secret-token" not in atom(TOLD) + rss(TOLD)


def test_correction_changes_the_entry_and_its_note_stands_first():
    corrected = replace(TOLD, note="Het uur van de opening <was> fout.")
    before, after = read(atom(TOLD)).entries[0], read(atom(corrected)).entries[0]
    assert before.id == after.id
    assert after.content[0].value.startswith("<p>Verbetering: ")
    assert "Het uur van de opening &lt;was&gt; fout.</p><p>De eerste alinea" in after.content[0].value
    assert after.summary.endswith("Het uur van de opening <was> fout. De eerste alinea is de lead.")


def test_withdrawn_release_says_so_and_why_and_nothing_else():
    entry = read(atom(GONE)).entries[0]
    assert (entry.link, entry.updated, entry.get("tags"), entry.get("rights")) == (
        page("gone"), "2026-02-02T17:30:00+00:00", None, None,
    )  # fmt: skip
    assert entry.summary.endswith("De cijfers klopten niet.")
    assert "De cijfers klopten niet." in entry.content[0].value
    assert [link.rel for link in entry.links] == ["alternate"]


@pytest.mark.parametrize(
    "hostile", ["\x00\x0b\x1f", "\ud800", "\ufffe\uffff", "]]><script>", "\u202e&lt;", "a" * 10_000]
)
def test_no_character_breaks_a_feed(schema, hostile):
    text = make_text(title=f"T{hostile}", theme=f"H{hostile}", site=f"S{hostile}", body=f"B{hostile}")
    told = replace(TOLD, text=replace(text, issuer=replace(text.issuer, name=f"I{hostile}")), note=f"N{hostile}")
    head = replace(HEAD, title=f"W{hostile}", author=f"A{hostile}")
    schema.assertValid(etree.fromstring(atom(told, replace(GONE, reason=hostile), head=head)))
    for feed in (atom(told, head=head), rss(told, head=head)):
        found = read(feed)
        assert (found.feed.title[0], found.entries[0].title[0]) == ("W", "T")
        assert "<script" not in found.entries[0].content[-1].value


def test_empty_feed_is_the_same_whenever_it_is_asked_for():
    assert atom() == atom()
    assert read(atom()).entries == read(rss()).entries == []


# What is told


@pytest.fixture
def officers(edition):
    return make_press_officer(edition, "Writer"), make_press_officer(edition, "Reader")


def correct(release, edition, officers, appears, **changes):
    """A correction of the Dutch and the French text that appears at ``appears``."""
    writer, reader = officers
    version = begin_correction(release, actor=writer)
    for language in ("nl", "fr"):
        row = write_text(make_text(release.code, language, **changes), edition=edition, actor=writer)
        review(row, actor=reader)
    set_note(version, Text(nl="Titel verbeterd.", fr="Titre corrigé."), actor=writer)
    schedule(version, appears, zone="Europe/Brussels", actor=writer)


def test_nothing_is_told_before_its_instant_and_each_language_has_its_own(edition):
    with clock.at(FIRST):
        release = make_release(edition, FIRST + HOUR)
        assert told_in("nl") == ()
    with clock.at(FIRST + HOUR):
        size = len(LanguageVersion.objects.get(language="nl").paper.pdf)
        expected = Told(
            "announcement", release.token, "veerkracht", FIRST + HOUR, FIRST + HOUR, text=make_text(), paper=size
        )
        assert told_in("nl") == (expected,)
        assert [each.text.lang for each in told_in("fr")] == ["fr"]
        assert told_in("de") == ()


def test_correction_is_the_same_release_told_anew(edition, officers):
    with clock.at(FIRST):
        release = make_release(edition, FIRST)
        correct(release, edition, officers, LATER, title="Beter")
    with clock.at(LATER - timedelta(seconds=1)):
        assert [(each.text.title, each.note, each.updated) for each in told_in("nl")] == [
            ("Alle posthoofden vijf dagen samen", "", FIRST)
        ]
    with clock.at(LATER):
        found = told_in("nl")
    assert [(each.text.title, each.note, each.published, each.updated) for each in found] == [
        ("Beter", "Titel verbeterd.", FIRST, LATER)
    ]


def test_withdrawn_release_stays_with_its_reason_where_it_had_appeared(edition, officers):
    with clock.at(FIRST):
        release = make_release(edition, FIRST)
    with clock.at(LATER):
        withdraw(release, Text(nl="Fout.", fr="Erreur."), actor=officers[0])
        assert told_in("fr") == (Told("announcement", release.token, "veerkracht", FIRST, LATER, reason="Erreur."),)
        assert told_in("fr", "veerkracht") == told_in("fr")
        assert told_in("en") == ()


def test_theme_has_its_own_feed_and_fifty_entries_are_enough(edition, monkeypatch):
    monkeypatch.setattr("contactdays.press.queries.feeds.LONGEST", 3)
    with clock.at(LATER):
        for number in range(4):
            theme = "Anders" if number == 3 else "Veerkracht"
            text = make_text(f"release-{number}", theme=theme, date=date(2026, 2, 2))
            make_release(edition, LATER, text, replace(text, lang="fr"))
        assert [each.code for each in told_in("nl")] == ["release-3", "release-2", "release-1"]
        assert [each.code for each in told_in("nl", "veerkracht")] == ["release-2", "release-1", "release-0"]
        assert [each.code for each in told_in("nl", "anders")] == ["release-3"]
        assert told_in("nl", "nothing") == ()


def test_feed_takes_four_queries_however_long_it_is(edition, django_assert_num_queries):
    with clock.at(LATER):
        for number in range(3):
            make_release(edition, LATER, *(make_text(f"release-{number}", each) for each in ("nl", "fr")))
            with django_assert_num_queries(4):
                told_in("nl")
