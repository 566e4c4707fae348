"""The command ``contactdays manage import-workbook``."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from contactdays.editions.queries import edition_by_code
from tests.intake.books import book, cell, heading


@pytest.fixture
def run(tmp_path):
    """Run the command on a file of this content; return what it printed, or how it ended in error."""

    def run_on(content: bytes, *options: str) -> tuple[int, list[str]]:
        path, said = tmp_path / "book.xlsx", StringIO()
        path.write_bytes(content)
        try:
            call_command("import-workbook", str(path), "--language", "en", *options, stdout=said)
        except CommandError as error:
            return error.returncode, [*said.getvalue().splitlines(), str(error)]
        return 0, said.getvalue().splitlines()

    return run_on


ROWS = (
    "Rows read: Edition 1, Venues 2, Travel 1, Rooms 4, Windows 1, Posts 3, People 5, Incumbencies 3, "
    "Organisations 3, Participants 2, Sessions 4, Availability 2, Requests 3."
)


def test_a_workbook_that_fits_is_imported(run, db):
    assert run(book()) == (0, [ROWS, "Edition week-2026 is imported."])
    assert edition_by_code("week-2026") is not None


def test_a_dry_run_says_the_same_and_writes_nothing(run, db):
    assert run(book(), "--dry-run") == (0, [ROWS, "Edition week-2026 can be imported. Nothing was written."])
    assert edition_by_code("week-2026") is None


def test_a_workbook_that_does_not_fit_ends_with_one(run, db):
    assert run(book(cell("Requests", 2, "priority", 6))) == (
        1,
        [
            "Wrong: Sheet “Requests”, row 2, column “priority”: 6 is out of range. Write a number from 1 to 5.",
            ROWS,
            "The workbook is refused. Nothing was written.",
        ],
    )


def test_a_file_that_is_no_workbook_ends_with_two(run, db):
    assert run(b"code;kind\n") == (
        2,
        [
            "Wrong: This is no Excel workbook. In your spreadsheet program choose “Save as”, type .xlsx.",
            "The file cannot be read. Nothing was written.",
        ],
    )


def test_a_file_that_is_not_there_ends_with_two(tmp_path, db):
    with pytest.raises(CommandError, match="cannot be opened") as error:
        call_command("import-workbook", str(tmp_path / "none.xlsx"), "--language", "en")
    assert error.value.returncode == 2


def test_headings_may_be_named(run, db):
    content = book(heading("Posts", "kind", "Klasse"))
    assert run(content)[0] == 1
    assert run(content, "--map", "Posts!Klasse=kind") == (0, [ROWS, "Edition week-2026 is imported."])


def test_a_mapping_that_is_none_is_said(run, db):
    code, said = run(book(), "--map", "Klasse")
    assert (code, said) == (
        2,
        ["“Klasse” is no mapping. Write for instance “Blad1=Posts” or “Blad1!Soort=kind”."],
    )


def test_the_report_is_in_the_language_asked_for(tmp_path, db):
    path, said = tmp_path / "book.xlsx", StringIO()
    path.write_bytes(book())
    call_command("import-workbook", str(path), "--language", "nl", "--dry-run", stdout=said)
    assert said.getvalue().splitlines()[-1] == "Editie week-2026 kan worden ingevoerd. Er werd niets geschreven."
