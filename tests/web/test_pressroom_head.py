"""What a release says to programs: search engines, other sites, readers of feeds; and hostile words in it."""

import json
from dataclasses import replace

import pytest
from pyld import jsonld

from contactdays.core import clock
from contactdays.core.scope import edition_scope
from contactdays.core.text import Text
from contactdays.press.release_text import Contact, Issuer, Quote
from contactdays.press.services.attachments import attach, describe
from contactdays.press.services.workflow import schedule
from tests.factories import make_press_officer, make_release, make_text
from tests.factories.pictures import picture_bytes
from tests.web.pages_read import found, words
from tests.web.press_weeks import AFTER, INSTANT, press_week

SITE = "http://testserver"
PAGE = "/nl/week-2026/press/releases/announcement/"
SCHEMA = "https://schema.org/"


@pytest.fixture
def room(db):
    week = press_week()
    with clock.at(AFTER):
        yield week


def _meta(page: bytes) -> dict[str, str]:
    return {
        each.get("property") or each.get("name"): each.get("content") for each in found(page, "head/meta[@content]")
    }


def _linked(page: bytes) -> dict[str, object]:
    return json.loads(found(page, "script[@type='application/ld+json']")[0].text)


def _context_of_schema(address: str, _options: object) -> dict[str, object]:
    """The one context that our pages name, kept here: every term is schema.org's; addresses are addresses."""
    addresses = ("url", "mainEntityOfPage", "isBasedOn")
    context = {"@vocab": SCHEMA} | {name: {"@id": SCHEMA + name, "@type": "@id"} for name in addresses}
    assert address == "https://schema.org"
    return {"contextUrl": None, "documentUrl": address, "document": {"@context": context}}


def test_release_names_itself_and_its_other_languages(client, room):
    page = client.get(PAGE).content
    links = [(each.get("rel"), each.get("hreflang"), each.get("href")) for each in found(page, "head/link[@hreflang]")]
    release = "week-2026/press/releases/announcement/"
    assert links == [
        ("alternate", "nl", f"{SITE}/nl/{release}"),
        ("alternate", "fr", f"{SITE}/fr/{release}"),
        ("alternate", "de", f"{SITE}/de/{release}"),
        ("alternate", "x-default", f"{SITE}/nl/{release}"),
    ]
    assert [each.get("href") for each in found(page, "link[@rel='canonical']")] == [f"{SITE}{PAGE}"]
    assert [each.get("href") for each in found(page, "link[@type='application/atom+xml']")] == [
        "/nl/week-2026/press/feed.atom"
    ]


def test_release_can_be_shared(client, room):
    page = client.get(PAGE).content
    told = _meta(page)
    picture = found(page, "figure//a")[0].get("href")
    assert {name: told[name] for name in told if ":" in name or name == "description"} == {
        "description": "De eerste alinea is de lead.",
        "og:type": "article",
        "og:title": "Alle posthoofden vijf dagen samen in Brussel",
        "og:description": "De eerste alinea is de lead.",
        "og:url": f"{SITE}{PAGE}",
        "og:site_name": "Dienst Pers en Communicatie",
        "og:locale": "nl_NL",
        "og:locale:alternate": "de_DE",
        "article:published_time": "2026-02-02T08:30+01:00",
        "article:modified_time": "2026-02-04T09:10+01:00",
        "og:image": f"{SITE}{picture}",
        "og:image:width": "1600",
        "og:image:height": "1000",
        "og:image:alt": "Een rode en een blauwe vlag",
    }


def test_release_is_a_news_article_that_a_library_reads(client, room):
    page = client.get(PAGE).content
    article = jsonld.expand(_linked(page), {"documentLoader": _context_of_schema})[0]
    release = "week-2026/press/releases/announcement/"

    def values(name: str) -> list[object]:
        return [each.get("@value", each.get("@id")) for each in article[SCHEMA + name]]

    assert article["@type"] == [f"{SCHEMA}NewsArticle"]
    assert {name: values(name) for name in ("headline", "inLanguage", "datePublished", "dateModified", "version")} == {
        "headline": ["Alle posthoofden vijf dagen samen in Brussel"],
        "inLanguage": ["nl"],
        "datePublished": ["2026-02-02T08:30+01:00"],
        "dateModified": ["2026-02-04T09:10+01:00"],
        "version": ["2"],
    }
    assert (article["@id"], values("mainEntityOfPage"), values("isBasedOn")) == (
        f"{SITE}{PAGE}",
        [f"{SITE}{PAGE}"],
        [f"{SITE}{PAGE}v1/"],
    )
    assert values("correction") == ["Het rondetafelgesprek begint woensdag om 16.10 uur, niet om 14.00 uur."]
    assert values("workTranslation") == [f"{SITE}/fr/{release}", f"{SITE}/de/{release}"]
    assert [each["@type"] for each in article[f"{SCHEMA}about"]] == [
        [f"{SCHEMA}Thing"],
        [f"{SCHEMA}Event"],
        [f"{SCHEMA}Event"],
    ]
    assert article[f"{SCHEMA}publisher"] == article[f"{SCHEMA}author"]
    assert article[f"{SCHEMA}publisher"][0][f"{SCHEMA}name"] == [{"@value": "Dienst Pers en Communicatie"}]


def test_release_without_a_picture_names_none(client, room):
    page = client.get("/en/week-2026/press/releases/programme-note/").content
    assert [name for name in _meta(page) if name and "image" in name] == []
    assert "image" not in _linked(page)


SCRIPT = '</script><script>alert("1")</script><img src=x onerror=alert(1)>'
TURNED = "\u202egnp.exe\u202c\u2066"
LONG = "Binnenscheepvaartveiligheidsvoorschrift" * 256
HOSTILE = {
    "script": SCRIPT,
    "turned": f"Naam {TURNED}",
    "long": LONG,
    "quotes": "\"><b onclick='x'>'`{{ page }}{% url %}",
}


@pytest.fixture
def hostile(week):
    """A release all of whose words are meant to do harm, by name of the harm."""
    with edition_scope(week.edition), clock.at(INSTANT):
        for code, harm in HOSTILE.items():
            _hostile_release(week.edition, code, harm)
    with clock.at(INSTANT):
        yield week


def _hostile_release(edition, code, harm):
    text = replace(
        make_text(code, "nl"),
        title=harm,
        theme=harm,
        place=harm[:200],
        issuer=Issuer(harm, harm, harm, harm, "1\r\nX: y", "javascript:alert(1)"),
        spokespersons=(Contact(harm, harm, "javascript:alert(1)", "\r\n1", 'a@b.example"onclick="x?bcc=c'),),
        body=f"{harm}\n\n[here](javascript:alert(1)) ![seen](https://elsewhere.example/x.png) {harm}",
        quotes=(Quote(1, harm, harm),),
    )
    release = make_release(edition, None, text, replace(text, lang="fr"))
    officer, version = make_press_officer(edition, f"Officer of {code}"), release.versions.get()
    picture = attach(version, picture_bytes(), "x.png", actor=officer)
    words_of_harm = Text(nl=harm[:300], fr=harm[:300])
    describe(picture, alternative=words_of_harm, caption=words_of_harm, rights=harm[:200], language="", actor=officer)
    schedule(version, INSTANT, zone="UTC", actor=officer)


ADDRESSES = ("", "archive/", "archive/2026/", "search/?q=here", *(f"releases/{harm}/" for harm in HOSTILE))


def test_hostile_words_are_only_words(client, hostile):
    for address in ADDRESSES:
        response = client.get(f"/nl/week-2026/press/{address}")
        assert (address, response.status_code) == (address, 200)
        _require_only_words(response.content)


def _require_only_words(page: bytes) -> None:
    """Nothing runs, nothing comes from elsewhere, and links lead to the web, to mail or to a telephone."""
    assert {each.get("src") for each in found(page, "script")} <= {"/static/press.js", None}
    assert [each for each in found(page, "script[not(@src)]") if each.get("type") != "application/ld+json"] == []
    assert [name for each in found(page, "*") for name in each.attrib if name.startswith("on")] == []
    assert [each.get("src") for each in found(page, "img") if not each.get("src").startswith("/nl/week-2026/")] == []
    leads = {each.get("href").partition(":")[0] for each in found(page, "a") if ":" in each.get("href")}
    assert leads <= {"tel", "mailto", "https"}


def test_hostile_headlines_are_told_to_programs_as_they_stand_without_what_turns_them(client, hostile):
    pages = {harm: client.get(f"/nl/week-2026/press/releases/{harm}/").content for harm in HOSTILE}
    plain = HOSTILE | {"turned": "Naam gnp.exe"}
    assert {harm: _linked(page)["headline"] for harm, page in pages.items()} == plain
    assert {harm: _meta(page)["og:title"] for harm, page in pages.items()} == plain


def test_what_turns_text_stands_where_it_cannot_turn_the_page(client, hostile):
    page = client.get("/nl/week-2026/press/releases/turned/").content
    turning = [each for each in found(page, "body//*") if any("\u202e" in (t or "") for t in (each.text, each.tail))]
    assert {each.tag for each in turning} == {"bdi"}
    assert words(page, "h1/bdi") == [HOSTILE["turned"]]
    assert found(page, "title")[0].text.startswith("Naam gnp.exe")


def test_numbers_and_addresses_of_mail_cannot_carry_anything_else(client, hostile):
    page = client.get("/nl/week-2026/press/releases/quotes/").content
    assert [each.get("href") for each in found(page, "aside//p[@class='tab']/a")] == [
        "tel:1",
        "tel:1",
        "mailto:a@b.example%22onclick%3D%22x%3Fbcc%3Dc",
    ]
