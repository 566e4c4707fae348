import io
import os
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest

from contactdays.typesetting.compiler import PACKAGE, Typeset, compile_pdf
from contactdays.typesetting.errors import TypesettingFailed
from contactdays.typesetting.texts import set_text

WHEN = datetime(2026, 2, 1, 22, 31, tzinfo=UTC)
SCRIPTS = {
    "Latin": "Anneliese Vandenbroeck-Łuczak, Nguyễn Thị Ánh, İpek Şahin, Ștefan Țurcanu, Gisèle Œuvrard",
    "Greek": "Ἑλένη Παπαδοπούλου, Νίκος",
    "Cyrillic": "Ђорђе Ковачевић, Їжакевич, Әсел Құрманғазы",
    "Arabic": "هيلده فاندرميرش، گلنار پژمان ٹیپو",
    "Hebrew": "דוד לוי, שָׁלוֹם",
    "Georgian": "ელენე თავართქილაძე",
    "Armenian": "Արամ Խաչատրյան",
    "Devanagari": "यामिनी शर्मा, श्रीकृष्ण",
    "Thai": "สมชาย ใจดี",
    "Chinese": "李明珠, 陳麗華",
    "Japanese": "鈴木カタカナ ひらがな",
    "Hangul": "김하늘",
}


@pytest.fixture
def template():
    """A template of the tests' own beside those of the package, where the compiler's root lets it be read."""
    path = PACKAGE / "typesetting" / f"of-tests-{os.getpid()}.typ"
    path.write_text(
        '#import "/typesetting/parts.typ": said, serif-title, sheet, values\n'
        '#show: sheet.with(title: "Names", footer: [])\n= Names\n'
        "#for name in values.names [#said(name) #strong(said(name)) #serif-title(said(name))\n\n]\n"
    )
    yield path
    path.unlink()


def typeset(template: Path, *names: str) -> Typeset:
    return compile_pdf(template, {"names": [set_text(name) for name in names]}, language="nl", timestamp=WHEN)


def declared_part(pdf: bytes) -> str | None:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return document.open_metadata().get("pdfuaid:part")


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_script_of_the_house_is_shown(template, script):
    made = typeset(template, SCRIPTS[script])
    assert (made.missing, declared_part(made.pdf)) == ((), "1")


@pytest.mark.parametrize("character", ["\U0001f9ff", "\u0378", "\U00020000"])
def test_a_character_without_glyph_is_reported_and_the_file_still_carries_its_tags(template, character):
    made = typeset(template, f"Before {character} after", character)
    with pikepdf.open(io.BytesIO(made.pdf)) as document:
        tagged = (bool(document.Root.MarkInfo.Marked), "/StructTreeRoot" in document.Root, str(document.Root.Lang))
    assert (made.missing, tagged, declared_part(made.pdf)) == ((character,), (True, True, "nl"), None)


def test_all_characters_without_glyph_are_reported_once_in_the_order_they_appear(template):
    assert typeset(template, "\U0001f9ff\u0378\U0001f9ff").missing == ("\U0001f9ff", "\u0378")


def test_equal_values_give_equal_bytes(template):
    assert typeset(template, "Hilde", "李明珠") == typeset(template, "Hilde", "李明珠")


def test_a_file_declares_the_standards_it_was_made_by(template):
    values = {"names": [set_text("Hilde")]}
    made = compile_pdf(template, values, language="nl", timestamp=WHEN, standards=("ua-1", "a-2a"))
    with pikepdf.open(io.BytesIO(made.pdf)) as document:
        told = document.open_metadata()
        assert (told.get("pdfuaid:part"), told.get("pdfaid:part"), told.get("pdfaid:conformance")) == ("1", "2", "A")


@pytest.mark.parametrize("count", [1, 400])
def test_pages_are_counted(template, count):
    made = typeset(template, *["/Type/Pages/Count 99"] * count)
    with pikepdf.open(io.BytesIO(made.pdf)) as document:
        assert made.pages == len(document.pages)


def test_a_template_at_fault_raises_with_the_diagnosis(template):
    template.write_text("#undeclared")
    with pytest.raises(TypesettingFailed) as raised:
        typeset(template)
    assert raised.value.data["template"] == template.name
    assert "unknown variable: undeclared" in raised.value.data["diagnostic"]


def test_a_timestamp_without_time_zone_is_refused(template):
    with pytest.raises(TypesettingFailed):
        compile_pdf(template, {"names": []}, language="nl", timestamp=datetime(2026, 2, 1))  # noqa: DTZ001


def test_the_text_of_a_value_is_never_markup(template):
    made = typeset(template, '#panic("code") $ * _ ` <label> @reference \\u{41} "quoted" // comment')
    assert made.missing == ()
