"""From a draft to the world, and what stands in the way."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from contactdays.accounts.actors import COMMAND_LINE
from contactdays.accounts.errors import NotAllowed
from contactdays.audit.models import Entry
from contactdays.core import clock
from contactdays.core.text import Text
from contactdays.press import errors
from contactdays.press.document import release_document
from contactdays.press.enums import LanguageState
from contactdays.press.models import LanguageVersion, Paper, Release, Version
from contactdays.press.queries.office import states
from contactdays.press.queries.public import current_texts, public_texts, withdrawn_releases
from contactdays.press.services import workflow, writing
from contactdays.press.services.workflow import review, schedule, unschedule, withdraw
from contactdays.press.services.writing import (
    begin_correction,
    confirm_text,
    discard,
    set_note,
    write_text,
)
from tests.factories import make_organiser, make_press_officer, make_release, make_text

BEFORE = datetime(2026, 2, 2, 7, 0, tzinfo=UTC)
INSTANT = datetime(2026, 2, 2, 7, 30, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.fixture(autouse=True)
def _before():
    with clock.at(BEFORE):
        yield


def known(language: str = "nl") -> list[tuple[str, int]]:
    return [(text.version.release.code, text.version.number) for text in current_texts(language)]


def test_a_release_appears_at_its_instant_and_not_a_second_earlier(edition):
    make_release(edition, INSTANT)
    seen = {}
    for offset in (-1, 0, 1):
        with clock.at(INSTANT + offset * SECOND):
            seen[offset] = known()
    assert seen == {-1: [], 0: [("announcement", 1)], 1: [("announcement", 1)]}


def test_a_language_left_as_a_draft_does_not_appear(edition):
    release = make_release(edition)
    officer = make_press_officer(edition)
    write_text(make_text(lang="de"), edition=edition, actor=officer)
    version = release.versions.get()
    schedule(version, INSTANT, zone="Europe/Brussels", actor=officer)
    with clock.at(INSTANT):
        assert [text.language for text in public_texts()] == ["nl", "fr"]
        assert states(version, "nl") == {
            "nl": LanguageState.PUBLISHED,
            "fr": LanguageState.PUBLISHED,
            "de": LanguageState.DRAFT,
            "en": LanguageState.MISSING,
        }


def test_the_required_languages_must_be_reviewed(edition):
    officer, second = make_press_officer(edition), make_press_officer(edition, "Second Officer")
    row = write_text(make_text(), edition=edition, actor=officer)
    review(row, actor=second)
    with pytest.raises(errors.NotReady) as refused:
        schedule(row.version, INSTANT, zone="Europe/Brussels", actor=officer)
    assert refused.value.data == {
        "release": "announcement",
        "languages": {"fr": "missing"},
        "notes": (),
        "attachments": (),
    }
    assert not Paper.objects.exists()


def test_nobody_reviews_what_they_wrote(edition):
    officer = make_press_officer(edition)
    row = write_text(make_text(), edition=edition, actor=officer)
    for actor in (officer, COMMAND_LINE):
        with pytest.raises(errors.SecondPersonNeeded):
            review(row, actor=actor)


def test_nobody_answers_for_words_that_were_changed_after_they_read_them(edition):
    officer, second = make_press_officer(edition), make_press_officer(edition, "Second Officer")
    row = write_text(make_text(), edition=edition, actor=officer)
    read = LanguageVersion.objects.get(pk=row.pk)
    write_text(make_text(title="Anders"), edition=edition, actor=officer)
    with pytest.raises(errors.ReadAnother):
        review(read, actor=second)
    assert not LanguageVersion.objects.get(pk=row.pk).reviewed


def test_the_database_itself_wants_a_second_person(edition):
    officer = make_press_officer(edition)
    row = write_text(make_text(), edition=edition, actor=officer)
    with pytest.raises(IntegrityError), transaction.atomic():
        LanguageVersion.objects.filter(pk=row.pk).update(reviewer=officer, reviewed=BEFORE)
    with pytest.raises(IntegrityError), transaction.atomic():
        LanguageVersion.objects.filter(pk=row.pk).update(appears=BEFORE)


def test_a_text_with_its_instant_stands(edition):
    make_release(edition, INSTANT)
    row = LanguageVersion.objects.get(language="nl")
    for change in ({"content": {}}, {"language": "de"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            LanguageVersion.objects.filter(pk=row.pk).update(**change)
    with pytest.raises(IntegrityError), transaction.atomic():
        row.delete()


def test_an_organiser_is_not_the_press_office(edition):
    with pytest.raises(NotAllowed):
        write_text(make_text(), edition=edition, actor=make_organiser(edition))
    assert not Release.objects.exists()


def test_a_change_takes_the_review_away_and_makes_translations_outdated(edition):
    release = make_release(edition)
    officer = make_press_officer(edition)
    version = release.versions.get()
    write_text(make_text(title="Een andere titel"), edition=edition, actor=officer)
    changed = states(version, "nl")
    confirm_text(version.texts.get(language="fr"), actor=officer)
    assert (changed["nl"], changed["fr"], states(version, "nl")["fr"]) == (
        LanguageState.DRAFT,
        LanguageState.OUTDATED,
        LanguageState.REVIEWED,
    )


def test_a_text_kept_unchanged_keeps_its_review(edition):
    release = make_release(edition)
    write_text(make_text(), edition=edition, actor=make_press_officer(edition))
    assert states(release.versions.get(), "nl")["nl"] is LanguageState.REVIEWED


def test_nothing_appears_before_the_embargo_its_text_tells(edition):
    texts = [make_text(lang=each, embargo=INSTANT + timedelta(hours=1)) for each in ("nl", "fr")]
    release = make_release(edition, None, *texts)
    with pytest.raises(errors.BeforeEmbargo) as refused:
        schedule(release.versions.get(), INSTANT, zone="UTC", actor=make_press_officer(edition))
    assert refused.value.data["language"] == "nl"


def test_a_character_without_a_glyph_stops_the_release_and_is_named(edition):
    release = make_release(edition, None, make_text(title="Rune ᚠ"), make_text(lang="fr"))
    with pytest.raises(errors.Unprintable) as refused:
        schedule(release.versions.get(), INSTANT, zone="UTC", actor=make_press_officer(edition))
    assert refused.value.data == {"release": "announcement", "language": "nl", "characters": ("ᚠ",)}
    assert not LanguageVersion.objects.filter(appears__isnull=False).exists()


def test_a_document_that_cannot_be_made_leaves_nothing_half_scheduled(edition, monkeypatch):
    release = make_release(edition, INSTANT)
    officer, version = make_press_officer(edition), release.versions.get()

    def stands():
        texts = [(text.language, text.appears) for text in version.texts.all()]
        papers = sorted(Paper.objects.values_list("text__language", "digest"))
        return texts, papers, Version.objects.get().zone, Entry.objects.count()

    def made(text, **more):
        if text.lang == "fr":
            raise OSError("no fonts")
        return release_document(text, **more)

    before = stands()
    monkeypatch.setattr(workflow, "release_document", made)
    with pytest.raises(OSError, match="no fonts"):
        schedule(version, INSTANT + timedelta(days=1), zone="Asia/Tokyo", actor=officer)
    assert (stands(), len(before[1])) == (before, 2)


def test_what_somebody_discarded_meanwhile_is_neither_written_nor_read(edition):
    release = make_release(edition)
    officer, second = make_press_officer(edition), make_press_officer(edition, "Second Officer")
    version = release.versions.get()
    row = version.texts.get(language="nl")
    discard(release.versions.get(), actor=second)
    for act in (
        lambda: review(row, actor=officer),
        lambda: confirm_text(row, actor=officer),
        lambda: schedule(version, INSTANT, zone="UTC", actor=officer),
        lambda: set_note(version, Text(nl="x"), actor=officer),
        lambda: discard(version, actor=officer),
        lambda: writing.link_sessions(release, [], actor=officer),
    ):
        with pytest.raises(errors.Discarded):
            act()


def test_a_note_that_somebody_took_away_meanwhile_is_missing(edition):
    release = make_release(edition, INSTANT)
    officer = make_press_officer(edition)
    with clock.at(INSTANT):
        version = begin_correction(release, actor=officer)
        set_note(version, Text(nl="Een uur.", fr="Une heure."), actor=officer)
        set_note(Version.objects.get(number=2), Text(), actor=officer)
        with pytest.raises(errors.NotReady):
            schedule(version, INSTANT, zone="UTC", actor=officer)


def test_what_is_scheduled_can_be_moved_and_taken_off_the_clock_until_it_appears(edition):
    release = make_release(edition, INSTANT)
    officer, version = make_press_officer(edition), release.versions.get()
    schedule(version, INSTANT + timedelta(hours=1), zone="Asia/Tokyo", actor=officer)
    moved = {text.appears for text in version.texts.all()}
    unschedule(version, actor=officer)
    taken_off = {text.appears for text in version.texts.all()}
    schedule(version, INSTANT, zone="UTC", actor=officer)
    with clock.at(INSTANT), pytest.raises(errors.AppearedAlready):
        unschedule(version, actor=officer)
    assert (moved, taken_off) == ({INSTANT + timedelta(hours=1)}, {None})


def test_a_correction_is_a_new_version_that_says_what_it_changes(edition):
    release = make_release(edition, INSTANT)
    officer, second = make_press_officer(edition), make_press_officer(edition, "Second Officer")
    later = INSTANT + timedelta(days=2)
    with clock.at(later):
        version = begin_correction(release, actor=officer)
        review(write_text(make_text(title="Verbeterd"), edition=edition, actor=officer), actor=second)
        confirm_text(version.texts.get(language="fr"), actor=officer)
        with pytest.raises(errors.NotReady) as refused:
            schedule(version, later, zone="UTC", actor=officer)
        set_note(version, Text(nl="De titel is verbeterd.", fr="Le titre est corrigé."), actor=officer)
        schedule(version, later, zone="UTC", actor=officer)
        assert (refused.value.data["notes"], known(), known("fr")) == (
            ("nl", "fr"),
            [("announcement", 2)],
            [("announcement", 2)],
        )
    with clock.at(later - SECOND):
        assert known() == [("announcement", 1)]


def test_a_language_that_follows_a_correction_later_can_still_say_what_it_changes(edition):
    release = make_release(edition, INSTANT)
    officer, second = make_press_officer(edition), make_press_officer(edition, "Second Officer")
    note = Text(nl="De titel\nis verbeterd.", fr="Le titre est corrigé.")
    with clock.at(INSTANT):
        version = begin_correction(release, actor=officer)
        set_note(version, note, actor=officer)
        schedule(version, INSTANT, zone="UTC", actor=officer)
        review(write_text(make_text(lang="de"), edition=edition, actor=officer), actor=second)
        with pytest.raises(errors.NoDraft):
            set_note(version, Text({**note, "nl": "Iets anders."}), actor=officer)
        set_note(version, Text({**note, "de": "Der Titel ist verbessert."}), actor=officer)
        schedule(version, INSTANT, zone="UTC", actor=officer)
        assert known("de") == [("announcement", 2)]


def test_two_who_begin_a_release_of_one_code_at_once_are_told_apart(edition):
    make_release(edition)
    with pytest.raises(errors.CodeTaken):
        writing._begin(make_text(title="Another"), edition)
    assert Release.objects.count() == 1


def test_a_correction_covers_every_language_that_had_appeared(edition):
    release = make_release(edition, INSTANT, languages=("nl", "fr", "de"))
    officer = make_press_officer(edition)
    with clock.at(INSTANT):
        version = begin_correction(release, actor=officer)
        write_text(make_text(lang="de", title="Verbessert"), edition=edition, actor=officer)
        set_note(version, Text(nl="x", fr="x", de="x"), actor=officer)
        with pytest.raises(errors.NotReady) as refused:
            schedule(version, INSTANT, zone="UTC", actor=officer)
    assert refused.value.data["languages"] == {"de": "draft"}


def test_what_has_appeared_is_written_only_in_a_correction(edition):
    release = make_release(edition, INSTANT)
    officer = make_press_officer(edition)
    with clock.at(INSTANT):
        with pytest.raises(errors.NoDraft):
            write_text(make_text(title="Anders"), edition=edition, actor=officer)
        begin_correction(release, actor=officer)
        with pytest.raises(errors.CorrectionOpen):
            begin_correction(release, actor=officer)


def test_another_language_can_follow_later(edition):
    release = make_release(edition, INSTANT)
    officer, second = make_press_officer(edition), make_press_officer(edition, "Second Officer")
    later = INSTANT + timedelta(hours=3)
    with clock.at(later):
        row = write_text(make_text(lang="de"), edition=edition, actor=officer)
        review(row, actor=second)
        schedule(row.version, later, zone="UTC", actor=officer)
        assert {text.language: text.appears for text in public_texts()} == {"nl": INSTANT, "fr": INSTANT, "de": later}
        assert release.versions.count() == 1


def test_a_withdrawn_release_leaves_its_reason(edition):
    release = make_release(edition, INSTANT)
    officer = make_press_officer(edition)
    with clock.at(INSTANT):
        with pytest.raises(errors.ReasonMissing) as refused:
            withdraw(release, Text(nl="Vergissing."), actor=officer)
        withdraw(release, Text(nl="Vergissing.", fr="Erreur."), actor=officer)
        assert (refused.value.data["languages"], known(), list(withdrawn_releases("fr"))) == (("fr",), [], [release])
        assert not withdrawn_releases("de").exists()


def test_a_language_that_would_have_followed_never_says_that_a_release_was_withdrawn(edition):
    release = make_release(edition, INSTANT)
    officer, reader = make_press_officer(edition), make_press_officer(edition, "Second Reader")
    later = INSTANT + timedelta(hours=2)
    with clock.at(INSTANT):
        row = write_text(make_text(lang="de"), edition=edition, actor=officer)
        review(row, actor=reader)
        schedule(row.version, later, zone="UTC", actor=officer)
        withdraw(release, Text(nl="Vergissing.", fr="Erreur."), actor=officer)
    with clock.at(later):
        assert [list(withdrawn_releases(each)) for each in ("nl", "fr", "de")] == [[release], [release], []]


@pytest.mark.parametrize(
    ("said", "kept"),
    [("Het\x00 uur", "Het uur"), ("\u202eruu\u202c teH", "ruu teH"), ("Een\nregel", "Een\nregel"), ("é" * 2000,) * 2],
)
def test_notes_and_reasons_keep_no_character_that_nobody_sees(edition, said, kept):
    release = make_release(edition, INSTANT)
    officer = make_press_officer(edition)
    with clock.at(INSTANT):
        version = begin_correction(release, actor=officer)
        set_note(version, Text(nl=said), actor=officer)
        withdraw(release, Text(nl=said, fr=said), actor=officer)
    release.refresh_from_db()
    version.refresh_from_db()
    assert (version.note, release.reason) == (Text(nl=kept), Text(nl=kept, fr=kept))


def test_a_reason_of_only_what_nobody_sees_is_missing(edition):
    release = make_release(edition, INSTANT)
    with clock.at(INSTANT), pytest.raises(errors.ReasonMissing):
        withdraw(release, Text(nl="\u202e", fr="Erreur."), actor=make_press_officer(edition))


def test_notes_and_reasons_of_more_than_two_thousand_letters_are_refused(edition):
    release, long = make_release(edition, INSTANT), Text(nl="x" * 2001, fr="x")
    officer = make_press_officer(edition)
    with clock.at(INSTANT):
        version = begin_correction(release, actor=officer)
        with pytest.raises(ValidationError):
            set_note(version, long, actor=officer)
        with pytest.raises(ValidationError):
            withdraw(release, long, actor=officer)
    release.refresh_from_db()
    version.refresh_from_db()
    assert (version.note, release.withdrawn) == ({}, None)


def test_what_never_appeared_is_discarded_not_withdrawn(edition):
    release = make_release(edition)
    officer = make_press_officer(edition)
    with pytest.raises(errors.NothingAppeared):
        withdraw(release, Text(nl="x", fr="x"), actor=officer)
    discard(release.versions.get(), actor=officer)
    assert not Release.objects.exists()


def test_themes_are_one_in_all_languages(edition):
    make_release(edition)
    officer = make_press_officer(edition)
    other = write_text(make_text("closing", "fr"), edition=edition, actor=officer)
    assert dict(other.version.release.theme.names) == {"nl": "Veerkracht", "fr": "Résilience"}
    with pytest.raises(errors.AnotherTheme) as refused:
        write_text(make_text("closing", "nl", theme="Impact"), edition=edition, actor=officer)
    assert refused.value.data == {"release": "closing", "language": "nl", "name": "Veerkracht", "given": "Impact"}
