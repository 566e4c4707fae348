"""The document of a release: what it says, in which order, and what it promises to programs that read it aloud."""

import io
import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from hashlib import sha256
from pathlib import Path
from zoneinfo import ZoneInfo

import pikepdf
import pytest

from contactdays.press.document import Correction, Document, release_document
from contactdays.press.quoting import quoted
from contactdays.press.release_text import Contact, Quote, ReleaseText
from tests.factories import make_text
from tests.factories.press import CONTACT

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {**os.environ, "DJANGO_SETTINGS_MODULE": "contactdays.config.settings", "CONTACTDAYS_MODE": "test"}
DATED = datetime(2026, 2, 2, 7, 30, tzinfo=UTC)
SECOND = Contact(
    "Thibault Delacroix", "woordvoerder, Frans", "+32 2 000 00 01", "+32 400 00 00 01", "pers@pers.example"
)
WORDS = (
    "Een keer per jaar zit het hele netwerk aan één tafel en vergelijken de posthoofden wat zij in hun gastland zien"
)
PARAGRAPHS = {1: 2, 2: 15, 5: 60}  # of a text by the pages that it fills
EMBARGO = datetime(2026, 2, 2, 8, 30, tzinfo=timezone(timedelta(hours=1)))
LABELS = {
    "nl": ("Persbericht", "Brussel, 1 februari 2026", "Voor journalisten", "Embargo tot 2 februari 2026, 08.30 uur"),
    "fr": (
        "Communiqué de presse",
        "Brussel, 1er février 2026",
        "Pour la presse",
        "Sous embargo jusqu’au 2 février 2026, 8 h 30",
    ),
    "de": ("Pressemitteilung", "Brussel, 1. Februar 2026", "Für", "Sperrfrist bis 2. Februar 2026, 08.30 Uhr"),
    "en": ("Press release", "Brussel, 1 February 2026", "For journalists", "Embargo until 2 February 2026, 08:30"),
}


def paragraph(number: int) -> str:
    return f"Alinea {number}. {WORDS}, dat zijn er {number * 1001}."


def long_text(pages: int, **other: object) -> ReleaseText:
    """A text with headings, lists and three quotations that fills so many pages."""
    count = PARAGRAPHS[pages]
    parts = [paragraph(number) for number in range(1, count + 1)]
    for number in range(2, count, 9):
        parts[number] = f"## Deel {number}\n\n{parts[number]}\n\n- Eerst {number}\n- Dan **{number + 1}**"
    quotes = tuple(
        Quote(after, f"Citaat na {after}.\n\nTweede deel na {after}.", f"Marieke Voorbeeld, minister van {after}")
        for after in sorted({1, count // 2, count - 1})
    )
    return make_text(body="\n\n".join(parts), quotes=quotes, spokespersons=(SECOND, CONTACT), **other)


def expected(text: ReleaseText) -> list[str]:
    """Everything ``text`` says, in its order."""
    said = ["Persbericht", text.title, "Brussel, 2 februari 2026"]
    theme = f"Thema: {quoted(text.theme, text.lang)[0]}"
    number = 0
    for part in text.body.split("\n\n"):
        said += [line.removeprefix("## ").removeprefix("- ").replace("**", "") for line in part.split("\n")]
        if part.startswith("Alinea"):
            number += 1
            said += [theme] if number == 1 and not text.quotes else []
            for quote in text.quotes:
                if quote.after_paragraph == number:
                    said += [*quoted(quote.text, text.lang), quote.speaker]
        if number == 1 and theme not in said:
            said.insert(4, theme)
    issuer = text.issuer
    said += ["Voor journalisten", "Uitgever", issuer.name, issuer.street, issuer.postal_city, issuer.country]
    said += [issuer.phone, issuer.url, "Woordvoerders"]
    for contact in text.spokespersons:
        said += [contact.name, contact.role, contact.phone, contact.mobile, contact.email]
    return said


def extracted(document: Document, *options: str) -> list[str]:
    """What ``pdftotext`` reads on each page, on one line."""
    run = subprocess.run(["pdftotext", *options, "-", "-"], input=document.pdf, capture_output=True, check=True)
    return [" ".join(page.split()) for page in run.stdout.decode().split("\f")[:-1]]


def needs(program: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"{program} is not installed")


@needs("pdftotext")
@pytest.mark.parametrize("pages", [1, 2, 5])
def test_everything_is_said_in_its_order_on_numbered_pages(pages):
    text = long_text(pages)
    document = release_document(text, dated=DATED)
    read = extracted(document)
    footers = [re.search(r"© 2026 - pers\.example (\d+) / (\d+)$", page) for page in read]
    assert [footer and footer.groups() for footer in footers] == [
        (str(number), str(pages)) for number in range(1, pages + 1)
    ]
    assert document.pages == pages
    running = " ".join(page[: footer.start()].strip() for page, footer in zip(read, footers, strict=True) if footer)
    at = 0
    for words in expected(text):
        found = running.find(words, at)
        assert found >= 0, f"{words!r} is not found after {running[at - 60 : at]!r}"
        at = found + len(words)


@needs("pdftotext")
@pytest.mark.parametrize("language", LABELS)
def test_each_language_has_its_own_words_and_dates(language):
    text = make_text(lang=language, date=date(2026, 2, 1), embargo=EMBARGO)
    kind, dateline, journalists, embargo = LABELS[language]
    (read,) = extracted(release_document(text, dated=DATED, with_embargo=True))
    (without,) = extracted(release_document(text, dated=DATED))
    assert [words for words in (kind, dateline, journalists, f"{embargo} (UTC+01:00)") if words not in read] == []
    assert embargo not in without


@needs("pdftotext")
def test_a_correction_says_when_and_what_before_the_text():
    at = datetime(2026, 2, 3, 22, 51, tzinfo=ZoneInfo("Europe/Brussels"))
    text = make_text()
    correction = Correction(at, "De opening begint later:\n13.30 uur → 13.45 uur.")
    (read,) = extracted(release_document(text, dated=DATED, correction=correction))
    said = "Verbeterd op 3 februari 2026, 22.51 uur. De opening begint later: 13.30 uur → 13.45 uur."
    dateline, lead = (read.index(words) for words in ("Brussel, 2 februari 2026", "De eerste alinea"))
    assert dateline < read.index(said) < lead


@needs("pdftotext")
@pytest.mark.parametrize("count", range(2, 22))
def test_every_block_of_an_issuer_or_spokesperson_stands_whole_on_the_last_page(count):
    text = make_text(body="\n\n".join(map(paragraph, range(1, count + 1))), quotes=(), spokespersons=(SECOND, CONTACT))
    last = extracted(release_document(text, dated=DATED))[-1]
    wanted = [
        text.issuer.name,
        text.issuer.phone,
        *(part for each in text.spokespersons for part in (each.name, each.email)),
    ]
    assert [words for words in wanted if words not in last] == []


@pytest.mark.parametrize("pages", [1, 5])
def test_it_keeps_both_standards_and_says_its_language_title_and_date(pages):
    document = release_document(long_text(pages, lang="fr", title="Ça commence"), dated=DATED)
    with pikepdf.open(io.BytesIO(document.pdf)) as pdf:
        metadata = pdf.open_metadata()
        told = {name: metadata.get(name) for name in ("pdfuaid:part", "pdfaid:part", "pdfaid:conformance", "dc:title")}
        assert told == {"pdfuaid:part": "1", "pdfaid:part": "2", "pdfaid:conformance": "A", "dc:title": "Ça commence"}
        assert (str(pdf.Root.Lang), bool(pdf.Root.MarkInfo.Marked), len(pdf.pages)) == ("fr", True, pages)
        assert str(pdf.docinfo.CreationDate).startswith("D:20260202073000")
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)


def test_its_headings_lists_and_links_are_tagged_and_its_title_is_the_only_one_of_the_first_level():
    document = release_document(long_text(2), dated=DATED)
    with pikepdf.open(io.BytesIO(document.pdf)) as pdf:
        tags = [str(each.S)[1:] for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/S" in each]
    assert tags.count("H1") == 1
    assert {"Document", "H2", "P", "L", "LI", "Lbl", "LBody", "Strong", "Link"} <= set(tags)


def test_every_font_is_embedded():
    with pikepdf.open(io.BytesIO(release_document(long_text(2), dated=DATED).pdf)) as pdf:
        fonts = [
            each
            for each in pdf.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/FontDescriptor"
        ]
    assert sorted(str(font.FontName).split("+")[1] for font in fonts) == [
        "GentiumBookPlus",
        "SourceSans3-Bold",
        "SourceSans3-Regular",
    ]
    assert all("/FontFile3" in font or "/FontFile2" in font for font in fonts)


@needs("qpdf")
def test_qpdf_finds_nothing_wrong(tmp_path):
    path = tmp_path / "release.pdf"
    path.write_bytes(release_document(long_text(5), dated=DATED).pdf)
    run = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")


BUILD = """
import django
django.setup()
from hashlib import sha256
from tests.press.test_document import DATED, long_text
from contactdays.press.document import release_document
print(sha256(release_document(long_text(2), dated=DATED).pdf).hexdigest())
"""


def test_equal_texts_give_equal_bytes_here_and_in_another_process():
    here = [sha256(release_document(long_text(2), dated=DATED).pdf).hexdigest() for _ in range(2)]
    elsewhere = subprocess.run(
        [sys.executable, "-c", BUILD], cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True, check=True
    )
    assert {*here, elsewhere.stdout.strip()} == {here[0]}
    assert sha256(release_document(long_text(2), dated=DATED + timedelta(seconds=1)).pdf).hexdigest() != here[0]


@pytest.mark.parametrize("part", ["title", "place", "theme", "site", "body"])
def test_a_character_without_a_glyph_is_named_wherever_it_stands(part):
    assert release_document(make_text(**{part: "Rune ᚠ and ᚢ"}), dated=DATED).missing == ("ᚠ", "ᚢ")


def test_so_is_one_in_a_quotation_an_issuer_or_a_spokesperson():
    text = make_text()
    changed = replace(
        text,
        quotes=(Quote(1, "ᚠ", "ᚢ"),),
        issuer=replace(text.issuer, street="ᚦ"),
        spokespersons=(replace(CONTACT, role="ᚨ"),),
    )
    assert set(release_document(changed, dated=DATED).missing) == set("ᚠᚢᚦᚨ")


LONGEST = 60


def letters(words: str) -> str:
    """``words`` without white space and marks that only tell directions and places to break."""
    return re.sub("[\\s\u200b\u200e\u200f\u2066-\u2069]", "", words)


@needs("pdftotext")
@pytest.mark.parametrize(
    "words",
    [
        '#panic("code") $x$ `y` <label> @reference',
        "<script>alert(1)</script>",
        "=HYPERLINK(1)",
        "\u200fשלום\u200e",
        "x" * 10_000,
        "a\r\nb",
    ],
)
def test_hostile_words_are_printed_as_words(words):
    text = make_text(
        title=words[:300], theme=words[:200], body=f"{words}\n\n![p](https://evil.example/p.png)", quotes=()
    )
    document = release_document(replace(text, quotes=(Quote(1, words, words[:200]),)), dated=DATED)
    read = "".join("".join(extracted(document)).split())
    assert document.missing == ()
    assert letters(words)[:LONGEST] in letters(read)
    assert b"evil.example" not in document.pdf


def test_links_lead_only_where_a_release_leads():
    body = "[a](https://pers.example/a) [b](javascript:alert(1)) [c](mailto:c@pers.example)"
    with pikepdf.open(io.BytesIO(release_document(make_text(body=body), dated=DATED).pdf)) as pdf:
        addresses = [str(note.A.URI) for note in pdf.pages[0].Annots]
    assert addresses == [
        "https://pers.example/a",
        "mailto:c@pers.example",
        "tel:+3220000000",
        "https://pers.example",
        "tel:+3220000002",
        "tel:+32400000002",
        "mailto:femke.oosterlynck@pers.example",
    ]
