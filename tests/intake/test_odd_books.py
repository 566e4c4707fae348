"""Workbooks as people really make them: unusual, and imported right."""

import random
import unicodedata
from datetime import date, datetime, time

import pytest

from contactdays.accounts.actors import COMMAND_LINE
from contactdays.core.scope import edition_scope
from contactdays.editions.queries import edition_by_code
from contactdays.intake.findings import Finding
from contactdays.intake.services import import_workbook
from contactdays.people.models import Person
from tests.intake.books import GOOD, MONDAY, book, cell, heading, more, sheet_name, written
from tests.intake.contents import contents


def imported(content: bytes, **options):
    """The contents after an import, and what it noted; the import must have happened."""
    report = import_workbook(content, actor=COMMAND_LINE, **options)
    assert report.written, report.findings
    with edition_scope(edition_by_code("week-2026")):
        return contents(), list(report.findings)


@pytest.fixture
def good(db):
    """The contents after the good workbook was imported."""
    return imported(book())[0]


def test_sheets_and_columns_stand_in_any_order(good):
    shuffled = dict(reversed(GOOD.items()))
    turned = {name: [dict(reversed(row.items())) for row in rows] for name, rows in shuffled.items()}
    assert imported(written(turned)) == (good, [])


DUTCH = {
    "Posten": ("Posts", {"kind": "Soort", "city": "Stad", "country": "Land", "region": "Regio"}),
    "Personen": ("People", {"given name": "Voornaam", "family name": "Familienaam", "language": "Taal"}),
    "Ambtstermijnen": ("Incumbencies", {"person": "Persoon", "role": "Rol", "from": "Van", "until": "Tot"}),
    "Zalen": ("Rooms", {"code": "CODE", "name": "Naam", "part of": "Deel van", "capacity": "Capaciteit"}),
    "Aanvragen": ("Requests", {"from post": "Van post", "to organisation": "Aan organisatie", "purpose": "Doel"}),
    "Sessies": ("Sessions", {"title nl": "Titel NL", "title fr": "Titel (Frans)", "date": "Datum", "room": "Zaal"}),
}
FRENCH = {
    "Postes": ("Posts", {"kind": "Genre", "city": "Ville", "country": "Pays", "region": "Région"}),
    "Personnes": ("People", {"given name": "PRÉNOM", "family name": "Nom", "email": "Adresse électronique"}),
    "Lieux": ("Venues", {"name": "Nom", "address": "Adresse"}),
    "Demandes": ("Requests", {"from post": "Du poste", "to organisation": "À l'organisation", "priority": "Priorité"}),
    "Séances": ("Sessions", {"title nl": "Titre néerlandais", "from": "de", "to": "à", "speakers": "Intervenants"}),
    "Disponibilités": ("Availability", {"person": "Personne", "date": "Jour", "reason": "Motif"}),
}
GERMAN = {
    "Vertretungen": ("Posts", {"kind": "Art", "city": "Stadt", "country": "Land"}),
    "Räume": ("Rooms", {"name": "Bezeichnung", "venue": "Gebäude", "capacity": "Kapazität", "part of": "Teil von"}),
    "Fahrzeiten": ("Travel", {"from": "von", "to": "bis", "minutes": "Minuten"}),
    "Teilnehmende": ("Participants", {"function nl": "Funktion NL", "spokesperson": "Sprecher"}),
    "Anfragen": ("Requests", {"purpose": "Anliegen", "priority": "Priorität", "wish": "Wunsch"}),
    "Verfügbarkeit": ("Availability", {"date": "Tag", "from": "ab", "kind": "Typ", "reason": "Grund"}),
}


@pytest.mark.parametrize("tongue", [DUTCH, FRENCH, GERMAN], ids=["Dutch", "French", "German"])
def test_headings_may_be_in_another_language(tongue, good):
    changes = [
        heading(sheet, column, name) for sheet, columns in tongue.values() for column, name in columns.items()
    ] + [sheet_name(sheet, name) for name, (sheet, _) in tongue.items()]
    assert imported(book(*changes)) == (good, [])


def test_headings_almost_right_are_guessed_and_said(good):
    content = book(heading("Posts", "accredited to", "acredited to"), heading("Rooms", "capacity", "Capacitiy"))
    assert imported(content) == (
        good,
        [
            Finding("heading_guessed", "Rooms", 0, "Capacitiy", {"meaning": "capacity"}),
            Finding("heading_guessed", "Posts", 0, "acredited to", {"meaning": "accredited to"}),
        ],
    )


def test_sheets_and_columns_may_be_named_by_the_caller(good):
    content = book(heading("Posts", "kind", "Klasse"), sheet_name("Posts", "Blad1"))
    assert imported(content, mapping={"Blad1": "posts", "blad1!klasse": "kind"}) == (good, [])


@pytest.mark.parametrize(
    ("mapping", "findings"),
    [
        ({"Posts": "Nothing"}, [Finding("mapping_target", values={"given": "Posts", "target": "Nothing"})]),
        ({"Posts!note": "nothing"}, [Finding("mapping_unused", values={"given": "Posts!note"})]),
        ({"Blad9": "Posts"}, [Finding("mapping_unused", values={"given": "Blad9"})]),
    ],
)
def test_a_mapping_that_fits_nothing_is_refused(mapping, findings, rows_in_database):
    report = import_workbook(book(), actor=COMMAND_LINE, mapping=mapping)
    assert list(report.findings) == findings
    assert rows_in_database() == 0


def test_sheets_and_columns_not_known_are_left_alone_and_said(good):
    content = book(
        lambda sheets: sheets.update(Notes=[{"anything": "=1+1"}]),
        lambda sheets: [row.update(shade="=1+1") for row in sheets["Posts"]],
    )
    assert imported(content) == (
        good,
        [Finding("column_unknown", "Posts", 0, "shade"), Finding("sheet_unknown", "Notes")],
    )


def test_a_title_may_stand_above_the_headings_and_empty_rows_between(good):
    def spread(sheets):
        names = list(dict.fromkeys(name for row in sheets["Posts"] for name in row))
        rows = [{f"Part {place}": row.get(name) for place, name in enumerate(names)} for row in sheets["Posts"]]
        headings = {f"Part {place}": name for place, name in enumerate(names)}
        sheets["Posts"] = [{}, headings, {}, rows[0], {}, *rows[1:]]

    assert imported(book(spread)) == (good, [])


def test_numbers_may_be_text_and_dates_numbers_or_text(good):
    serial = (MONDAY - date(1899, 12, 30)).days
    content = book(
        cell("Requests", 2, "priority", " 3 "),
        cell("Rooms", 2, "capacity", "200"),
        cell("Edition", 2, "first day", "2026-02-02"),
        cell("Sessions", 2, "date", serial),
        cell("Sessions", 2, "from", "09:00"),
        cell("Sessions", 2, "to", 10 / 24),
        cell("Sessions", 3, "to", "12h00"),
        cell("Sessions", 3, "date", datetime(2026, 2, 2)),  # noqa: DTZ001 - a cell has no zone
    )
    assert imported(content) == (
        good,
        [
            Finding("date_from_number", "Sessions", 2, "date", {"date": "2026-02-02"}),
            Finding("time_from_number", "Sessions", 2, "to", {"time": "10:00"}),
        ],
    )


def test_blanks_around_words_case_and_separators_do_not_matter(good):
    content = book(
        cell("Posts", 2, "kind", " Embassy"),
        cell("Organisations", 4, "kind", "Federal cabinet"),
        cell("Requests", 2, "to post", " nbo "),
        cell("Requests", 3, "wish", "MUST"),
        cell("Rooms", 4, "bilaterals", "Ja"),
        cell("Rooms", 3, "assumed", True),
        cell("Edition", 2, "required languages", "NL, fr"),
        cell("People", 2, "family name", "  Peeters\u00a0"),
        cell("Sessions", 2, "audience", "All Posts"),
    )
    assert imported(content) == (good, [])


def test_half_filled_rows_of_nothing_are_passed_over(good):
    assert imported(book(more("Venues", {"code": " ", "name": ""}, {}), more("Requests", {"purpose": "\u00a0"}))) == (
        good,
        [],
    )


def family_name(code: str) -> str:
    return Person.objects.get(code=code).family_name


@pytest.mark.parametrize(
    "name",
    [
        "عبد الرحمن بن يوسف الحداد",
        "בן־דוד",
        "გიორგაძე",
        "Nguyễn Thị Hồng Gấm",
        "می‌خواهم",
        "O’Brien-d’Hoore",
        "x" * 300,
        "'quoted'",
        "<b>bold</b> & {{ braces }}",
    ],
)
def test_a_name_is_kept_as_it_is(name, db):
    imported(book(cell("People", 2, "family name", name)))
    with edition_scope(edition_by_code("week-2026")):
        assert family_name("p-nbo") == name


def test_accents_in_two_spellings_are_one(db):
    imported(book(cell("People", 2, "family name", unicodedata.normalize("NFD", "Müller"))))
    with edition_scope(edition_by_code("week-2026")):
        assert family_name("p-nbo") == unicodedata.normalize("NFC", "Müller")


def test_invisible_characters_are_removed_and_said(good):
    content = book(cell("People", 2, "family name", "Pee\u200bters\ufeff"), cell("Requests", 2, "to post", "NBO\u200b"))
    assert imported(content) == (
        good,
        [
            Finding("invisible_removed", "People", 2, "family name"),
            Finding("invisible_removed", "Requests", 2, "to post"),
        ],
    )


def test_an_hour_that_comes_twice_is_the_first(db):
    def in_october(sheets):
        sheets["Edition"][0].update({"first day": date(2026, 10, 25), "last day": date(2026, 10, 25)})
        sheets["Windows"] = [{"date": date(2026, 10, 25), "from": time(2, 30), "to": time(4)}]
        sheets["Sessions"] = sheets["Availability"] = []

    found, notes = imported(book(in_october))
    start = found["MeetingWindow"][0][0]
    assert (start.hour, [note.code for note in notes if note.sheet == "Windows"]) == (0, ["time_ambiguous"])


@pytest.mark.parametrize("seed", range(5))
def test_rows_may_stand_in_any_order(seed, good):
    chance = random.Random(seed)  # noqa: S311 - seeded, for a test

    def shuffle(sheets):
        for rows in sheets.values():
            headings = dict.fromkeys(name for row in rows for name in row)
            chance.shuffle(rows)
            rows[0] = dict.fromkeys(headings) | rows[0]

    assert imported(book(shuffle)) == (good, [])
