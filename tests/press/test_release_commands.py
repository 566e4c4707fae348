"""The commands ``release-pdf``, ``release-import`` and ``release-export``."""

import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pikepdf
import pytest
from django.core.management import CommandError, call_command

from contactdays.audit.models import Entry
from contactdays.core import clock
from contactdays.core.scope import edition_scope
from contactdays.press.models import LanguageVersion, Release
from contactdays.press.release_file import write_release
from contactdays.press.services.writing import begin_correction, write_text
from tests.factories import make_edition, make_press_officer, make_release, make_text
from tests.press.test_workflow import INSTANT

ROOT = Path(__file__).parents[2]
BAD = "+++\ntitel = 1\n+++\nLead.\n"


def run(command: str, *arguments: object, language: str = "en") -> tuple[int, list[str]]:
    """How the command ended, and every line it said."""
    said = StringIO()
    try:
        call_command(command, *map(str, arguments), "--language", language, stdout=said, stderr=said)
    except CommandError as error:
        return error.returncode, [*said.getvalue().splitlines(), str(error)]
    return 0, said.getvalue().splitlines()


@pytest.fixture
def file(tmp_path):
    """Make a file of a text."""

    def make(name: str = "a.md", **parts: object) -> Path:
        path = tmp_path / name
        path.write_text(write_release(make_text(**parts)), encoding="utf-8")
        return path

    return make


def texts() -> list[tuple[str, str]]:
    return [
        (row.version.release.code, row.language) for row in LanguageVersion.objects.select_related("version__release")
    ]


# The document


def test_a_file_becomes_a_document(file, tmp_path):
    out = tmp_path / "a.pdf"
    assert run("release-pdf", file(), "--out", out) == (0, [f"{out}: 1 page."])
    with pikepdf.open(out) as pdf:
        assert pdf.open_metadata().get("dc:title") == make_text().title
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.md", "a.pdf"]


def test_the_same_file_gives_the_same_bytes(file, tmp_path):
    for name in ("one.pdf", "two.pdf"):
        run("release-pdf", file(), "--out", tmp_path / name)
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def test_a_bad_file_ends_with_two_and_leaves_the_old_document_alone(tmp_path):
    source, out = tmp_path / "a.md", tmp_path / "a.pdf"
    source.write_text(BAD)
    out.write_bytes(b"old")
    code, said = run("release-pdf", source, "--out", out)
    assert (code, said[0], said[-1], out.read_bytes()) == (
        2,
        f"{source}:1: code: This part is missing. Add it.",
        "The file cannot be read. Nothing was written.",
        b"old",
    )
    assert f"{source}:2: titel: “titel” is not a part of a release. Did you mean “title”? Correct or remove it." in said


def test_a_character_without_a_glyph_ends_with_two_and_is_named(file, tmp_path):
    source, out = file(title="Rune ᚠ"), tmp_path / "a.pdf"
    assert run("release-pdf", source, "--out", out) == (
        2,
        [f"{source}: no font has these characters: ᚠ (U+16A0). Replace them in the text."],
    )
    assert not out.exists()


def test_what_cannot_be_opened_or_written_ends_with_two(file, tmp_path):
    nowhere = tmp_path / "nowhere" / "a.pdf"
    assert run("release-pdf", tmp_path / "none.md", "--out", nowhere) == (
        2,
        [f"The file {tmp_path / 'none.md'} cannot be opened."],
    )
    assert run("release-pdf", file(), "--out", nowhere) == (2, [f"The file {nowhere} cannot be written."])
    assert run("release-pdf", file(), "--out", tmp_path) == (2, [f"The file {tmp_path} cannot be written."])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.md"]


def test_it_speaks_the_readers_language(file, tmp_path):
    out = tmp_path / "a.pdf"
    said = {each: run("release-pdf", file(), "--out", out, language=each)[1] for each in ("nl", "fr", "de")}
    assert said == {"nl": [f"{out}: 1 bladzijde."], "fr": [f"{out}\u00a0: 1 page."], "de": [f"{out}: 1 Seite."]}


def test_it_needs_no_database_and_no_settings(file, tmp_path):
    """In a process of its own, as on a machine where nothing was set up, whose database cannot even be opened."""
    out = tmp_path / "a.pdf"
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("CONTACTDAYS_")},
        "CONTACTDAYS_STATE": str(tmp_path / "state"),
        "CONTACTDAYS_DATABASE": str(tmp_path / "nowhere" / "none.sqlite3"),
    }
    program = "import sys; from contactdays.cli.main import main; sys.exit(main(sys.argv[1:]))"
    command = [
        sys.executable,
        "-c",
        program,
        "manage",
        "release-pdf",
        str(file()),
        "--out",
        str(out),
        "--language",
        "en",
    ]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{out}: 1 page.\n", "")
    assert not (tmp_path / "nowhere").exists()


# In


def test_files_become_drafts_of_the_latest_edition(edition, file):
    make_edition("older", first_day=edition.first_day.replace(year=2020), last_day=edition.last_day.replace(year=2020))
    assert run("release-import", file(), file("b.md", lang="fr")) == (
        0,
        [
            "announcement, Dutch: draft. The release is new; Dutch is the language it is translated from.",
            "announcement, French: draft.",
        ],
    )
    assert texts() == [("announcement", "nl"), ("announcement", "fr")]
    entries = Entry.objects.filter(action="release.written")
    assert [(entry.actor_name, entry.edition_id) for entry in entries] == [("command line", edition.pk)] * 2
    assert len({entry.request_id for entry in entries}) == 1


def test_the_same_file_again_changes_nothing(edition, file):
    run("release-import", file())
    assert run("release-import", file()) == (0, ["announcement, Dutch: draft."])
    assert Entry.objects.filter(action="release.written").count() == 1


def test_an_edition_can_be_named(edition, file):
    other = make_edition("older")
    run("release-import", file(), "--edition", "older")
    assert not Release.objects.exists()
    with edition_scope(other):
        assert texts() == [("announcement", "nl")]
    assert run("release-import", file(), "--edition", "none")[0] == 1


def test_a_dry_run_says_the_same_and_writes_nothing(edition, file):
    told = run("release-import", file(), "--dry-run")
    assert told == (
        0,
        [
            "announcement, Dutch: draft. The release is new; Dutch is the language it is translated from.",
            "Nothing was written.",
        ],
    )
    assert (texts(), Entry.objects.filter(action="release.written").count()) == ([], 0)


def test_one_unreadable_file_keeps_all_others_out_and_every_one_is_told(edition, file, tmp_path):
    for name in ("bad.md", "worse.md"):
        (tmp_path / name).write_text(BAD)
    code, said = run("release-import", file(), tmp_path / "bad.md", tmp_path / "worse.md")
    assert (code, {line.split(":")[0] for line in said[:-1]}) == (
        2,
        {str(tmp_path / "bad.md"), str(tmp_path / "worse.md")},
    )
    assert texts() == []


def test_one_refused_text_keeps_all_others_out(edition, file):
    make_release(edition, INSTANT)
    before = texts()
    source = file("b.md", title="Anders")
    assert run("release-import", file("a.md", code="new"), source) == (
        1,
        [
            f"{source}: “announcement” is scheduled or has appeared in Dutch. "
            "Begin a correction in the press office first. Nothing was written."
        ],
    )
    assert texts() == before


def test_another_name_for_a_shared_theme_is_told_in_words(edition, file):
    run("release-import", file(), file("b.md", code="second"))
    source = file("c.md", theme="Andere")
    assert run("release-import", source) == (
        1,
        [
            f"{source}: The theme of “announcement” is called “Veerkracht” in Dutch, and the file says “Andere”. "
            "Write the name as it is. Nothing was written."
        ],
    )


def test_the_same_release_twice_is_refused(edition, file):
    one, two = file(), file("b.md", title="Anders")
    assert run("release-import", one, two) == (
        2,
        [f"{two}: the same release in the same language as {one}. Give one of them."],
    )


def test_without_an_edition_it_says_what_to_do(db, file):
    assert run("release-import", file()) == (
        1,
        ["There is no edition yet. Import one with “contactdays manage import-workbook”."],
    )


def test_without_tables_it_says_what_to_do(file, tmp_path):
    environment = {**os.environ, "CONTACTDAYS_MODE": "demo", "CONTACTDAYS_STATE": str(tmp_path / "state")}
    environment["CONTACTDAYS_DATABASE"] = str(tmp_path / "empty.sqlite3")
    program = "import sys; from contactdays.cli.main import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", program, "manage", "release-import", str(file()), "--language", "en"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (
        1,
        "CommandError: The database has no tables. Run “contactdays manage migrate”, then import a workbook.\n",
    )


# Out


def exported(*arguments: object) -> str:
    said = StringIO()
    call_command("release-export", *map(str, arguments), stdout=said)
    return said.getvalue()


def test_out_and_in_and_out_again_is_identical(edition, file, tmp_path):
    make_release(edition)
    for language in ("nl", "fr"):
        out = tmp_path / f"{language}.md"
        first = exported("announcement", "--lang", language)
        out.write_bytes(first.encode())
        run("release-import", out)
        assert exported("announcement", "--lang", language, "--out", out) == ""
        assert (out.read_bytes(), first) == (first.encode(), write_release(make_text(lang=language)))


def test_the_very_bytes_go_to_standard_output(edition, capfdbinary):
    make_release(edition)
    call_command("release-export", "announcement", "--lang", "fr")
    assert capfdbinary.readouterr().out == write_release(make_text(lang="fr")).encode()


def test_a_version_can_be_asked_for(edition):
    with clock.at(INSTANT):
        release = make_release(edition, INSTANT)
        begin_correction(release, actor=(officer := make_press_officer(edition)))
        write_text(make_text(title="Anders"), edition=edition, actor=officer)
    titles = [exported("announcement", "--lang", "nl", *more).split("\n")[3] for more in ((), ("--version", 1))]
    assert titles == ['title = "Anders"', 'title = "Alle posthoofden vijf dagen samen"']


def test_what_is_not_there_is_told(edition):
    assert run("release-export", "announcement", "--lang", "nl") == (1, ["There is no release “announcement”."])
    make_release(edition)
    assert run("release-export", "announcement", "--lang", "de") == (
        1,
        ["“announcement” is not there in German. There are, with their versions: nl (1), fr (1)."],
    )
    assert run("release-export", "announcement", "--lang", "nl", "--version", 7)[0] == 1
