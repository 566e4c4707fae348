"""The press room of the demo is brought out once, by two officers, each text from its instant on."""

from datetime import UTC, datetime

import pytest

from contactdays.audit.models import Entry
from contactdays.cli.press_demo import bring_out_releases
from contactdays.core import clock
from contactdays.core.scope import edition_scope
from contactdays.press.models import Duty, LanguageVersion, Release, Spokesperson
from contactdays.press.queries.public import current_texts, public_attachments
from contactdays.press.release_file import UnreadableRelease
from tests.examples.edition_file import FOLDER, LANGUAGES, sheet
from tests.factories import make_edition, make_organisation, make_participant, make_person, make_press_officer

RELEASES = FOLDER / "releases"
WEDNESDAY = datetime(2026, 2, 4, 9, 52, tzinfo=UTC)
AFTERWARDS = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.fixture
def week(db):
    """The example edition with nobody in it but its spokespersons."""
    edition = make_edition("contact-days-2026")
    with edition_scope(edition):
        ministry = make_organisation(edition, "MINISTRY")
        for row in sheet("Participants"):
            if row["spokesperson"] == "yes":
                make_participant(ministry, make_person(edition, row["person"]), spokesperson=True)
        yield edition


@pytest.fixture
def officers(week):
    return [make_press_officer(week), make_press_officer(week, "Second Officer")]


def public(language: str) -> list[tuple[str, int]]:
    return [(text.version.release.code, text.version.number) for text in current_texts(language)]


def test_each_release_is_there_from_its_instant_on(week, officers):
    assert bring_out_releases(week, RELEASES, officers) == 4
    seen = {}
    for instant in (WEDNESDAY, AFTERWARDS):
        with clock.at(instant):
            seen[instant] = {language: public(language) for language in LANGUAGES}
    wednesday = [("programme", 2), ("announcement", 1)]
    assert seen == {
        WEDNESDAY: dict.fromkeys(LANGUAGES, wednesday),
        AFTERWARDS: {each: [("closing", 1), *wednesday] for each in LANGUAGES},
    }


def test_one_officer_writes_and_the_other_reviews(week, officers):
    bring_out_releases(week, RELEASES, officers)
    writer, reader = officers
    texts = LanguageVersion.objects.values_list("writer", "reviewer").distinct()
    assert list(texts.order_by()) == [(writer.pk, reader.pk)]


def test_pictures_sessions_spokespersons_and_duties_are_there(week, officers):
    bring_out_releases(week, RELEASES, officers)
    shown = {each.code: each.shows_landline and each.shows_mobile for each in Spokesperson.objects.all()}
    with clock.at(WEDNESDAY):
        assert [(each.file.name, each.alternative.missing(LANGUAGES)) for each in public_attachments()] == [
            ("week.jpg", ())
        ]
    assert (sum(shown.values()), len(shown), Duty.objects.count()) == (2, 3, 15)
    assert "wed-business-opening" in Release.objects.get(code="programme").sessions


def test_a_second_start_changes_nothing(week, officers):
    bring_out_releases(week, RELEASES, officers)
    entries = Entry.objects.count()
    assert (bring_out_releases(week, RELEASES, officers), Entry.objects.count()) == (0, entries)


def test_an_edition_of_ones_own_stays_without_them(edition, tmp_path):
    officers = [make_press_officer(edition), make_press_officer(edition, "Second Officer")]
    assert [bring_out_releases(edition, folder, officers) for folder in (RELEASES, tmp_path)] == [0, 0]
    assert not Release.objects.exists()


def test_a_release_that_cannot_be_read_leaves_nothing_behind(week, officers, tmp_path):
    for path in RELEASES.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "programme.v2.en.md").write_text("no head", encoding="utf-8")
    with pytest.raises(UnreadableRelease):
        bring_out_releases(week, tmp_path, officers)
    assert not (Release.objects.exists() or Duty.objects.exists())
