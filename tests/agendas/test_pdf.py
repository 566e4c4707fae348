import io
import re
import shutil
import subprocess
from dataclasses import replace

import pikepdf
import pytest

from contactdays.agendas.entries import EntryKind
from contactdays.agendas.pdf import to_pdf
from tests.agendas.samples import a_full_week, an_agenda, an_entry, brussels

LANGUAGES = ("nl", "fr", "de", "en")


def opened(agenda):
    return pikepdf.open(io.BytesIO(to_pdf(agenda).pdf))


def outline_of(agenda) -> list[tuple[str, list[str]]]:
    """Days and their entries as the reader's bookmarks give them."""
    with opened(agenda) as document, document.open_outline() as outline:
        name = outline.root[0]
        return [(day.title, [entry.title.replace("\xa0", " ") for entry in day.children]) for day in name.children]


def tags_of(document) -> list[str]:
    """Names of the structure elements, in reading order."""

    def below(element):
        if not isinstance(element, pikepdf.Dictionary) or "/S" not in element:
            return
        yield str(element.S)
        children = element.get("/K", [])
        for child in children if isinstance(children, pikepdf.Array) else [children]:
            yield from below(child)

    roots = document.Root.StructTreeRoot.K
    return [tag for root in (roots if isinstance(roots, pikepdf.Array) else [roots]) for tag in below(root)]


def fonts_of(document):
    return [font for page in document.pages for font in page.Resources.Font.values()]


def text_of(agenda) -> str:
    """The text a program extracts; skips where poppler's pdftotext is not installed."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=to_pdf(agenda).pdf, capture_output=True, check=True)
    return done.stdout.decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_agenda_declares_what_an_assistive_program_asks_for(language):
    with opened(an_agenda(*a_full_week(), language=language)) as document:
        metadata = document.open_metadata()
        declared = {
            "language": str(document.Root.Lang),
            "marked": bool(document.Root.MarkInfo.Marked),
            "shows its title": bool(document.Root.ViewerPreferences.DisplayDocTitle),
            "title": metadata["dc:title"].partition(" · ")[2],
            "standard": metadata["pdfuaid:part"],
            "tab order": {str(page.get("/Tabs", "/S")) for page in document.pages},
        }
    assert declared == {
        "language": language,
        "marked": True,
        "shows its title": True,
        "title": "Contactdagen 2026",
        "standard": "1",
        "tab order": {"/S"},
    }


def test_every_font_is_embedded_and_can_be_read_back():
    with opened(an_agenda(*a_full_week(), original_name="هيلده", original_language="ar")) as document:
        for font in fonts_of(document):
            descriptor = font.DescendantFonts[0].FontDescriptor
            assert "/ToUnicode" in font
            assert "/FontFile2" in descriptor or "/FontFile3" in descriptor


def test_headings_run_from_name_to_day_to_entry():
    with opened(an_agenda(an_entry(), an_entry(start=brussels(3, 9)))) as document:
        headings = [tag for tag in tags_of(document) if tag.startswith("/H")]
    assert headings == ["/H1", "/H2", "/H3", "/H2", "/H3"]


@pytest.mark.parametrize(
    ("language", "monday"),
    [
        ("nl", "Maandag 2 februari 2026"),
        ("fr", "Lundi 2 février 2026"),
        ("de", "Montag, 2. Februar 2026"),
        ("en", "Monday, 2 February 2026"),
    ],
)
def test_a_day_is_named_in_the_readers_language_and_an_entry_by_its_time(language, monday):
    agenda = an_agenda(an_entry(), an_entry(start=brussels(2, 15)), language=language)
    assert outline_of(agenda) == [
        (monday, ["14:00–14:15 Scheldekade Waterbouw nv", "15:00–15:15 Scheldekade Waterbouw nv"])
    ]


def test_times_stand_in_the_zone_of_the_edition():
    assert outline_of(an_agenda(an_entry(start=brussels(2, 23)), time_zone="Asia/Kathmandu")) == [
        ("Dinsdag 3 februari 2026", ["03:45–04:00 Scheldekade Waterbouw nv"])
    ]


def test_an_end_after_midnight_says_so():
    late = an_entry(start=brussels(2, 19), end=brussels(3, 0, 30))
    assert outline_of(an_agenda(late))[0][1] == ["19:00–00:30 (+1) Scheldekade Waterbouw nv"]


def test_a_week_of_25_entries_fits_three_pages_and_numbers_them():
    agenda = an_agenda(*a_full_week())
    with opened(agenda) as document:
        assert len(document.pages) == 3
    numbers = re.findall(r"Plan 16 +(\d) / (\d)$", text_of(agenda), re.MULTILINE)
    assert numbers == [("1", "3"), ("2", "3"), ("3", "3")]


def test_an_agenda_without_entries_is_a_page_that_says_so():
    agenda = an_agenda(language="en")
    with opened(agenda) as document:
        assert len(document.pages) == 1
    assert "Nothing is planned for you." in text_of(agenda)


def test_a_cancelled_entry_says_so_and_names_no_place():
    text = text_of(an_agenda(an_entry(cancelled=True), language="en"))
    assert ("Cancelled" in text, "Tafel 14" in text) == (True, False)


def test_a_transfer_says_from_where_to_where():
    transfer = an_entry(kind=EntryKind.TRANSFER, place="Kleine Zavel", venue="", destination="Kasteel van Laken")
    assert "Kleine Zavel → Kasteel van Laken" in text_of(an_agenda(transfer))


def test_optional_and_private_entries_say_so():
    text = text_of(an_agenda(*a_full_week(), language="en"))
    assert (text.count("Optional"), text.count("Shown to you only")) == (1, 1)


def test_languages_are_named_in_the_readers_own():
    assert "Niederländisch, Französisch" in text_of(
        an_agenda(an_entry(languages=("nl", "fr")), language="de", name="Anna")
    )


@pytest.mark.parametrize(
    "name",
    [
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamter",
        "N" * 300,
        "Maximiliana " * 25,
        "م" * 300,
        "李" * 300,
        "e\u0301" * 150,
    ],
    ids=["compound", "one word", "many words", "arabic", "chinese", "combining"],
)
def test_very_long_names_stay_on_the_sheet(name):
    agenda = an_agenda(
        an_entry(title=name, place=name, people=(name, name)), name=name, role=name, original_name=name, venue=name
    )
    assert to_pdf(agenda).missing == ()
    assert furthest_right_of(agenda) <= 210 - 20


def furthest_right_of(agenda) -> float:
    """Where the rightmost word ends, in millimetres from the left edge of the sheet."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    done = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=to_pdf(agenda).pdf, capture_output=True, check=True)
    ends = [float(part.split('"')[0]) for part in done.stdout.decode().split('xMax="')[1:]]
    return round(max(ends) * 25.4 / 72, 1)


def test_a_purpose_of_ten_thousand_letters_flows_over_pages():
    with opened(an_agenda(an_entry(purpose="lorem ipsum " * 900))) as document:
        assert len(document.pages) > 2


def test_a_hostile_text_is_set_as_it_stands():
    hostile = 'a\x00b\r\nc\u2028d\ud800e\ufffff\u202eg #panic() \\ $x$ "'
    assert to_pdf(an_agenda(an_entry(title=hostile), name=hostile)).missing == ()


def test_an_unknown_language_code_of_a_name_is_no_error():
    agenda = an_agenda(original_name="李明珠", original_language='zh-Hant" #panic()')
    assert to_pdf(agenda).missing == ()


def test_an_unshowable_character_is_reported():
    assert to_pdf(an_agenda(an_entry(title="Oog \U0001f9ff"))).missing == ("\U0001f9ff",)


def test_the_same_plan_gives_the_same_bytes():
    agenda = an_agenda(*a_full_week())
    assert to_pdf(agenda) == to_pdf(replace(agenda))
