"""What a report says."""

import re
from pathlib import Path

import pytest
from django.utils import translation

import contactdays.intake
from contactdays.core.text import LANGUAGES
from contactdays.intake.findings import NOTES, Finding, Findings
from contactdays.intake.report import Outcome, Report
from contactdays.intake.wording import SENTENCES, lines

ROOM = Path(contactdays.intake.__file__).parent


def test_every_note_has_a_sentence_and_every_sentence_a_place_in_the_code():
    code = "\n".join(path.read_text() for path in sorted(ROOM.rglob("*.py")) if path.name != "wording.py")
    unused = {name for name in SENTENCES if f'"{name}"' not in code} - {"too_many_rows", "too_many_columns"}
    assert (NOTES - SENTENCES.keys(), unused) == (set(), set())


def test_a_report_says_where_what_and_what_became_of_it():
    report = Report(
        Outcome.REFUSED,
        findings=(
            Finding("empty", "Posten", 7, "Soort"),
            Finding("sheet_missing", values={"meaning": "Venues"}),
            Finding("sheet_unknown", "Notes"),
        ),
        more=3,
        counts={"Posts": 2, "People": 1},
    )
    with translation.override("en"):
        assert list(lines(report)) == [
            "Wrong: Sheet “Posten”, row 7, column “Soort”: The cell is empty and must be filled.",
            "Wrong: The sheet Venues is missing. Add it; the workbook’s reference lists its columns.",
            "Note: Sheet “Notes”: This sheet is not known and was left alone.",
            "3 more are not listed.",
            "Rows read: Posts 2, People 1.",
            "The workbook is refused. Nothing was written.",
        ]


@pytest.mark.parametrize(
    ("report", "last"),
    [
        (Report(Outcome.FIT, "week-2026", written=True), "Edition week-2026 is imported."),
        (Report(Outcome.FIT, "week-2026"), "Edition week-2026 can be imported. Nothing was written."),
        (Report(Outcome.UNREADABLE), "The file cannot be read. Nothing was written."),
    ],
)
def test_a_report_ends_with_what_became_of_the_workbook(report, last):
    with translation.override("en"):
        assert list(lines(report)) == [last]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_has_the_same_values_in_every_language(language):
    with translation.override("en"):
        english = {code: values_in(str(sentence)) for code, sentence in SENTENCES.items()}
    with translation.override(language):
        assert {code: values_in(str(sentence)) for code, sentence in SENTENCES.items()} == english


def values_in(sentence: str) -> list[str]:
    return sorted(re.findall(r"%\(\w+\)s", sentence))


def test_a_report_shows_what_cannot_be_seen_and_cuts_what_is_long():
    findings = Findings()
    findings.add("bad_code", "Po\x1bsts", 2, "co\u202ede", value="x" * 100)
    assert list(findings) == [
        Finding("bad_code", "Po<U+001B>sts", 2, "co<U+202E>de", {"value": "x" * 57 + "…"}),
    ]
