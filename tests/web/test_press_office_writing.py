"""Writing in the press office: a form comes back whole, nothing is overwritten, what is typed is what is kept."""

import re
from dataclasses import replace
from datetime import datetime
from html import unescape
from zoneinfo import ZoneInfo

import pytest

from contactdays.core.scope import edition_scope
from contactdays.press.models import LanguageVersion, Release
from contactdays.press.release_text import Contact
from contactdays.press.services.writing import write_text
from contactdays.web.press import writing
from contactdays.web.press.checking import checked
from contactdays.web.press.fields import fields_of
from tests.factories.press import BODY, CONTACT, make_text
from tests.web.press_desk import OFFICE, form_of, make_desk, of


@pytest.fixture
def desk(db):
    return make_desk()


def summary(response):
    """The problems that the summary lists: where each leads to, and what it says."""
    return re.findall(r'<li><a href="#([^"]+)">([^<]+)</a>', unescape(response.content.decode()))


def values(response):
    """What stands in the fields of the form, by their names; of rows the first."""
    page = response.content.decode()
    found = re.findall(r'<input id="[^"]+" name="([^"]+)" type="[^"]+" value="([^"]*)"', page)
    found += re.findall(r'<textarea id="[^"]+" name="([^"]+)"[^>]*>\n(.*?)</textarea>', page, re.DOTALL)
    return {name: unescape(value) for name, value in reversed(found)}


def test_what_is_typed_is_what_is_kept(desk):
    embargo = datetime(2026, 2, 2, 8, 30, tzinfo=ZoneInfo("Europe/Brussels"))
    text = make_text(embargo=embargo)
    response = desk.writer.post(f"{OFFICE}releases/new/", form_of(text, embargo="2026-02-02T08:30"))
    with edition_scope(desk.week.edition):
        row = LanguageVersion.objects.get(version__release__code="announcement")
        assert row.text == text
    assert response.headers["Location"] == of(row.version.release)


@pytest.mark.parametrize(
    ("embargo", "shown"),
    [
        ("2026-02-02T08:30:45+01:00", ("2026-02-02T08:30:45", "Europe/Brussels")),
        ("2026-10-25T02:30:00+02:00", ("2026-10-25T02:30", "Europe/Brussels")),
        ("2026-10-25T02:30:00+01:00", ("2026-10-25T01:30", "UTC")),  # the second 02:30 of that night
        ("2026-02-02T08:30:00+09:00", ("2026-02-01T23:30", "UTC")),
    ],
)
def test_form_that_is_kept_as_it_came_moves_no_embargo(desk, embargo, shown):
    given = datetime.fromisoformat(embargo)
    fields = fields_of(make_text(embargo=given), desk.week.edition)
    text, problems = checked(fields)
    assert ((fields.embargo, fields.embargo_zone), text.embargo, problems) == (shown, given, ())


def test_code_is_made_of_the_title(desk):
    desk.writer.post(f"{OFFICE}releases/new/", form_of(make_text(), code=""))
    with edition_scope(desk.week.edition):
        assert [each.code for each in Release.objects.all()] == ["alle-posthoofden-vijf-dagen-samen"]


def test_code_of_another_release_is_not_taken(desk):
    desk.draft("nl")
    response = desk.writer.post(f"{OFFICE}releases/new/", form_of(make_text(title="Iets anders")))
    told = "Code in the address – Another release has this code. Give this one a code of its own."
    assert (response.status_code, summary(response)) == (422, [("code", told)])


def test_form_that_does_not_fit_comes_back_whole_with_what_is_wrong_beside_each_field(desk):
    sent = form_of(
        make_text(),
        title="",
        date="2026-02-30",
        issuer_phone="call us",
        embargo="2026-03-29T02:30",
        quote_after_paragraph=["9"],
        quote_speaker=[""],
        person_email=["nobody"],
    )
    response = desk.writer.post(f"{OFFICE}releases/new/", sent)
    assert response.status_code == 422
    assert [at for at, _told in summary(response)] == [
        "title",
        "date",
        "quote_speaker-0",
        "quote_after_paragraph-0",
        "embargo",
        "person_email-0",
        "issuer_phone",
    ]
    kept = values(response)
    expected = {name: value[0] if isinstance(value, list) else value for name, value in sent.items()}
    hidden = {"lang", "began_from", "embargo_zone"}
    assert {name: kept[name] for name in expected if name not in hidden} == {
        name: str(value).replace("\r\n", "\n") for name, value in expected.items() if name not in hidden
    }
    with edition_scope(desk.week.edition):
        assert not Release.objects.exists()


def test_more_room_for_a_quotation_loses_nothing(desk):
    response = desk.writer.post(f"{OFFICE}releases/new/", form_of(make_text(), title="Half", act="add-quote"))
    page = response.content.decode()
    assert (values(response)["title"], page.count('name="quote_text"'), page.count('name="person_name"')) == (
        "Half",
        3,
        2,
    )


def test_second_save_of_two_is_refused_and_shows_both(desk):
    release = desk.draft("nl")
    began = desk.digest(release, "nl")
    first = form_of(make_text(title="Theirs"), began_from=began)
    second = form_of(make_text(title="Mine"), began_from=began)
    assert desk.reader.post(f"{of(release)}nl/edit/", first).status_code == 302
    response = desk.writer.post(f"{of(release)}nl/edit/", second)
    page = response.content.decode()
    assert (response.status_code, values(response)["title"], desk.row(release, "nl").text.title) == (
        409,
        "Mine",
        "Theirs",
    )
    assert "Somebody else kept another text" in page
    assert '<span class="was">Theirs</span>' in page and '<b class="now">Mine</b>' in page


def test_saving_again_after_both_were_seen_replaces_theirs(desk):
    release = desk.draft("nl")
    began = desk.digest(release, "nl")
    desk.reader.post(f"{of(release)}nl/edit/", form_of(make_text(title="Theirs"), began_from=began))
    refused = desk.writer.post(f"{of(release)}nl/edit/", form_of(make_text(title="Mine"), began_from=began))
    now = re.search(r'name="began_from" value="(\w+)"', refused.content.decode())[1]
    desk.writer.post(f"{of(release)}nl/edit/", form_of(make_text(title="Mine"), began_from=now))
    assert desk.row(release, "nl").text.title == "Mine"


def test_translation_begins_beside_its_source_with_what_needs_no_translation(desk):
    release = desk.draft("nl")
    response = desk.writer.get(f"{of(release)}fr/edit/")
    filled = values(response)
    assert {name: filled[name] for name in ("title", "date", "theme", "body", "quote_speaker", "person_phone")} == {
        "title": "",
        "date": "2026-02-02",
        "theme": "",
        "body": "",
        "quote_speaker": "Marieke Voorbeeld, minister",
        "person_phone": CONTACT.phone,
    }
    assert "Source: Dutch" in response.content.decode()


def test_translation_names_the_function_of_a_spokesperson_in_its_own_language(desk, monkeypatch):
    release = desk.draft("nl")
    known = Contact(CONTACT.name, "porte-parole", "", "", "")
    monkeypatch.setattr(writing, "agreed_contacts", lambda language, edition: (known,) if language == "fr" else ())
    roles = [values(desk.writer.get(f"{of(release)}{each}/edit/"))["person_role"] for each in ("fr", "de")]
    assert roles == ["porte-parole", ""]


def test_title_that_is_missing_is_not_told_twice(desk):
    told = desk.writer.post(f"{OFFICE}releases/new/", form_of(make_text(), title="", code=""))
    unusable = desk.writer.post(f"{OFFICE}releases/new/", form_of(make_text(), title="!!!", code=""))
    assert ([at for at, _ in summary(told)], [at for at, _ in summary(unusable)]) == (["title"], ["code"])


def test_outdated_translation_is_shown_what_its_source_now_says(desk):
    release = desk.draft("nl", "fr")
    desk.review(release, "nl", "fr")
    desk.writer.post(f"{of(release)}publish/", {"number": "1", "sure": "on"})
    desk.writer.post(f"{of(release)}correct/")
    changed = make_text(body=BODY.replace("tweede", "andere"))
    with edition_scope(desk.week.edition):
        write_text(changed, edition=desk.week.edition, actor=desk.writing)
    page = desk.writer.get(f"{of(release)}fr/edit/").content.decode()
    rows = re.findall(r'<span class="was">([^<]*)</span>.*?<b class="now">([^<]*)</b>', page)
    assert rows == [("Een tweede alinea.", "Een andere alinea.")]


def test_outdated_translation_of_a_draft_is_shown_what_its_source_says_instead(desk):
    release = desk.draft("nl", "fr")
    changed = make_text(body=BODY.replace("tweede", "andere"))
    with edition_scope(desk.week.edition):
        write_text(changed, edition=desk.week.edition, actor=desk.writing)
    page = desk.writer.get(f"{of(release)}fr/edit/").content.decode()
    rows = re.findall(r'<span class="was">([^<]*)</span>.*?<b class="now">([^<]*)</b>', page)
    assert rows == [("Een tweede alinea.", "Een andere alinea.")]


HOSTILE = (
    "<script>alert(1)</script> ![p](https://elsewhere.example/p.png) [x](javascript:alert(1)) \u202eevil "
    + "A" * 10_000
)


def test_hostile_words_are_harmless_in_both_previews(desk):
    text = make_text(title=HOSTILE, body=HOSTILE, theme="<b>x</b>")
    sent = form_of(replace(text, spokespersons=(replace(CONTACT, name="<img src=x>"),)))
    shown = desk.writer.post(f"{OFFICE}live-preview/", sent).content.decode()
    whole = desk.writer.post(f"{OFFICE}releases/new/", {**sent, "act": "preview"}).content.decode()
    for page in (shown, whole):
        assert not re.search(r"<(script(?! src=\"/static)|img|b>x)|href=\"javascript", page)
    assert "alert(1)" in shown


def test_live_preview_shows_what_is_typed_so_far_and_keeps_nothing(desk):
    sent = form_of(make_text(), date="2026-02-3", title="Half")
    shown = desk.writer.post(f"{OFFICE}live-preview/", sent).content.decode()
    assert '<h2 class="rel-title"><bdi>Half</bdi></h2>' in shown and "<em>lead</em>" in shown
    with edition_scope(desk.week.edition):
        assert not Release.objects.exists()


def test_theme_that_others_use_under_another_name_is_refused_at_its_field(desk):
    release = desk.draft("nl")
    desk.draft("nl", code="another")
    sent = form_of(make_text(theme="Iets anders"), began_from=desk.digest(release, "nl"))
    response = desk.writer.post(f"{of(release)}nl/edit/", sent)
    assert (response.status_code, [at for at, _told in summary(response)]) == (409, ["theme"])


def test_draft_is_known_by_its_token_alone(desk):
    release = desk.draft("nl")
    assert desk.writer.get(f"{OFFICE}releases/{release.code}/").status_code == 404
