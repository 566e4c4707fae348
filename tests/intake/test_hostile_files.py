"""Files that are no workbook, or one that means harm: refused with a reason, without reading on."""

import subprocess

import pytest

from contactdays.accounts.actors import COMMAND_LINE
from contactdays.intake.findings import Finding
from contactdays.intake.report import Outcome
from contactdays.intake.services import check_workbook, import_workbook
from contactdays.intake.wording import sentence
from contactdays.intake.workbook import limits, reading
from contactdays.intake.workbook.errors import UnreadableWorkbook
from tests.intake.archives import UNREADABLE, far_corner, rows
from tests.intake.books import book


@pytest.mark.parametrize(("make", "code"), [pytest.param(*case, id=name) for name, case in UNREADABLE.items()])
def test_a_file_that_cannot_be_used_is_refused_with_its_reason(make, code, rows_in_database):
    report = import_workbook(make(), actor=COMMAND_LINE)
    assert (report.outcome, [finding.code for finding in report.findings]) == (Outcome.UNREADABLE, [code])
    assert "%(" not in sentence(report.findings[0])
    assert rows_in_database() == 0


@pytest.mark.parametrize(
    ("make", "code", "limit"),
    [
        pytest.param(lambda: rows(20_002), "too_many_rows", "20000", id="20,001 rows"),
        pytest.param(lambda: rows(1_000_000), "too_many_rows", "20000", id="a million rows"),
        pytest.param(lambda: rows(1, 10_000), "too_many_columns", "200", id="10,000 columns"),
        pytest.param(far_corner, "too_many_rows", "20000", id="the last corner"),
    ],
)
def test_a_sheet_that_holds_too_much_is_named_and_not_read(make, code, limit, rows_in_database):
    report = import_workbook(make(), actor=COMMAND_LINE)
    expected = Finding(code, "Edition", values={"limit": limit})
    assert (report.outcome, report.findings) == (Outcome.REFUSED, (expected,))
    assert rows_in_database() == 0


def test_twenty_thousand_rows_below_the_headings_are_read():
    assert len(reading.read_workbook(rows(20_001)).sheets[0].rows) == limits.ROWS + 1


def test_a_reader_that_takes_too_long_is_stopped(monkeypatch):
    monkeypatch.setattr(limits, "SECONDS", 0.001)
    assert check_workbook(book()).findings == (Finding("too_slow", values={"limit": "0.001"}),)


def test_a_file_too_large_is_refused_before_it_is_read(tmp_path, monkeypatch):
    path = tmp_path / "book.xlsx"
    path.write_bytes(book())
    monkeypatch.setattr(limits, "FILE_BYTES", 1000)
    monkeypatch.setattr(type(path), "read_bytes", None)
    assert [finding.code for finding in check_workbook(path).findings] == ["file_too_large"]


@pytest.mark.parametrize("answer", [b"", b"no JSON", b"{}", b'{"epoch_1904": false}\n{"sheet": 1}', b"[1]\n[2]"])
def test_an_answer_that_is_none_is_a_damaged_file(answer, monkeypatch):
    monkeypatch.setattr(reading, "_run_child", lambda given, found: found.write(answer))
    with pytest.raises(UnreadableWorkbook, match="damaged"):
        reading.read_workbook(book())


@pytest.mark.parametrize(
    ("returncode", "code"), [(1, "damaged"), (3, "too_heavy"), (-6, "too_heavy"), (-9, "too_slow"), (-11, "damaged")]
)
def test_a_reader_that_dies_is_a_refusal(returncode, code, monkeypatch):
    died = subprocess.CompletedProcess([], returncode)
    monkeypatch.setattr(subprocess, "run", lambda *arguments, **options: died)
    assert [finding.code for finding in check_workbook(book()).findings] == [code]


def test_the_reader_is_given_none_of_our_environment(monkeypatch):
    monkeypatch.setenv("CONTACTDAYS_SECRET_KEY", "secret")
    given = {}
    monkeypatch.setattr(
        subprocess, "run", lambda *arguments, **options: given.update(options) or subprocess.CompletedProcess([], 1)
    )
    assert check_workbook(book()).outcome == Outcome.UNREADABLE
    assert given["env"].keys() - reading.NEEDED_TO_START == {"PYTHONPATH", "PYTHONUTF8"}
