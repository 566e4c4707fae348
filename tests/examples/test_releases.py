"""The releases of the example edition: whole in four languages, and true to its programme."""

import re
import subprocess
import sys
import tomllib

import pytest
from PIL import Image

from contactdays.press.markdown import paragraphs_of
from contactdays.press.release_file import read_release, write_release
from tests.examples.edition_file import FOLDER, LANGUAGES, sheet

RELEASES = FOLDER / "releases"
PLAN = tomllib.loads((RELEASES / "press.toml").read_text(encoding="utf-8"))
FILES = [each["files"] for each in PLAN["release"]]
TEXTS = {
    (name, language): read_release((RELEASES / f"{name}.{language}.md").read_bytes(), name=name)
    for name in FILES
    for language in LANGUAGES
}


def count(column: str, *words: str) -> int:
    return sum(row[column] in words for row in sheet("Sessions"))


def test_every_file_is_brought_out_and_is_written_as_export_writes_it():
    assert {path.name for path in RELEASES.glob("*.md")} == {f"{name}.{language}.md" for name, language in TEXTS}
    for (name, language), text in TEXTS.items():
        assert write_release(text) == (RELEASES / f"{name}.{language}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FILES)
def test_the_languages_say_the_same_in_as_many_paragraphs(name):
    texts = [TEXTS[name, language] for language in LANGUAGES]
    told = {
        (len(paragraphs_of(text.body)), text.date, text.embargo, len(text.quotes), text.body.count("\n- "))
        for text in texts
    }
    assert len(told) == 1
    assert [text.lang for text in texts] == list(LANGUAGES)
    assert len({text.theme for text in texts}) == len(LANGUAGES)


def test_each_appears_when_its_embargo_ends():
    for told in PLAN["release"]:
        for language in LANGUAGES:
            assert TEXTS[told["files"], language].embargo == told["appears"]
        assert told["written"] < told["reviewed"] < told["appears"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_figures_are_those_of_the_edition(language):
    announcement, closing = (TEXTS[name, language].body for name in ("announcement", "closing"))
    figures = [
        len(sheet("Posts")),
        len(sheet("Organisations")),
        len(sheet("Sessions")),
        count("marking", "public"),
        count("kind", "round-table"),
    ]
    lines = "\n".join(line for line in closing.splitlines() if line.startswith("- "))
    assert {str(figure) for figure in figures} <= set(re.findall(r"\d+", lines))
    assert {str(figures[0]), str(figures[4])} <= set(re.findall(r"\d+", announcement))


def test_the_programme_note_counts_what_the_press_may_see():
    assert (count("press", "open"), count("press", "pictures"), count("kind", "press-point")) == (7, 9, 3)
    assert "seven open sessions, nine for pictures" in TEXTS["programme", "en"].title


def test_the_correction_gives_the_time_of_the_programme():
    opening = next(row for row in sheet("Sessions") if row["code"] == "wed-business-opening")
    said = {"nl": "13.45\u00a0uur", "fr": "13\u00a0h\u00a045", "de": "13.45\u00a0Uhr", "en": "13:45"}
    note = next(each["note"] for each in PLAN["release"] if each["files"] == "programme.v2")
    assert opening["from"].isoformat() == "13:45:00"
    for language, words in said.items():
        assert (words in TEXTS["programme", language].body, words in TEXTS["programme.v2", language].body) == (
            False,
            True,
        )
        assert words in note[language]


def test_sessions_and_spokespersons_are_those_of_the_workbook():
    sessions = {row["code"] for row in sheet("Sessions") if row["marking"] == "public"}
    spokespersons = {row["person"] for row in sheet("Participants") if row["spokesperson"] == "yes"}
    names = {f"{row['given name']} {row['family name']}" for row in sheet("People") if row["code"] in spokespersons}
    assert {code for each in PLAN["release"] for code in each.get("sessions", ())} <= sessions
    assert {each["code"] for each in PLAN["spokesperson"]} == spokespersons
    assert {each["code"] for each in PLAN["duty"]} == spokespersons
    assert {contact.name for text in TEXTS.values() for contact in text.spokespersons} == names


def test_numbers_and_addresses_are_nobodys():
    files = [*RELEASES.glob("*.md"), RELEASES / "press.toml"]
    words = "\n".join(path.read_text(encoding="utf-8") for path in files)
    numbers = {each.strip() for each in re.findall(r"\+[0-9 ]+[0-9](?=\")", words)}
    assert numbers and all(re.fullmatch(r"\+32 (2 000|400 00) 00 0\d", each) for each in numbers)
    assert [each for each in re.findall(r"[\w.]+@[\w.-]+", words) if not each.endswith(".example")] == []


def test_the_picture_is_drawn_again_with_the_same_pixels(tmp_path):
    subprocess.run([sys.executable, RELEASES / "draw_week.py", tmp_path / "again.png"], check=True)
    with Image.open(RELEASES / "week.png") as committed, Image.open(tmp_path / "again.png") as again:
        assert (again.size, again.tobytes()) == (committed.size, committed.tobytes())


def test_the_picture_is_described_in_every_language():
    [picture] = [each for told in PLAN["release"] for each in told.get("pictures", ())]
    assert set(picture["alternative"]) == set(picture["caption"]) == set(LANGUAGES)
    assert (RELEASES / picture["file"]).exists()
