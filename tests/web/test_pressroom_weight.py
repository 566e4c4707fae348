"""What a release weighs on the wire, with everything a browser fetches to show it except its pictures."""

import re

import pytest

from contactdays.core import clock
from tests.web.pages_read import found
from tests.web.press_weeks import AFTER, press_week
from tests.web.test_page_weight import ELSEWHERE, STYLES, wire

MOST = 60 * 1024
FACE = re.compile(r"@font-face\{(.*?)\}", re.DOTALL)
SCRIPTS = re.compile(r'<script src="([^"]+)"')


@pytest.mark.parametrize("language", ["nl", "fr", "de"])
def test_release_with_style_script_and_fonts_stays_below_60_kilobytes(client, db, language):
    press_week()
    address = f"/{language}/week-2026/press/releases/announcement/"
    with clock.at(AFTER):
        content = client.get(address).content
        weights = {address: wire(client, address)}
    page = content.decode()
    styles = STYLES.findall(page)
    weights |= {each: wire(client, each) for each in (*styles, *SCRIPTS.findall(page))}
    sheets = [client.get(style).getvalue().decode() for style in styles]
    letters = {ord(each) for each in "".join(found(content, "body")[0].itertext())}
    faces = [f"/static/{font}" for sheet in sheets for font in fonts(sheet, letters)]
    weights |= {face: wire(client, face) for face in faces}
    assert faces == ["/static/fonts/gentium-latin.woff2", "/static/fonts/source-latin.woff2"]
    assert sum(weights.values()) <= MOST, weights
    asked = [each.get("src") or each.get("href") for each in found(content, "*[@src] | //link[not(@hreflang)]")]
    assert [each for each in asked if not each.startswith(("/static/", f"/{language}/", "http://testserver/"))] == []
    assert not any(ELSEWHERE.search(sheet) for sheet in sheets)


def fonts(sheet: str, letters: set[int]) -> list[str]:
    """The fonts of ``sheet`` that a browser fetches for these ``letters``."""
    faces = [(re.search(r"url\(([^)]+)\)", face), face) for face in FACE.findall(sheet)]
    return [source[1] for source, face in faces if source and letters & covered(face)]


def covered(face: str) -> set[int]:
    """The characters of the ``unicode-range`` of a font face."""
    ranges = re.search(r"unicode-range:([^;]+)", face)[1].replace("U+", "").split(",")
    ends = [[int(end, 16) for end in each.strip().split("-")] for each in ranges]
    return {letter for each in ends for letter in range(each[0], each[-1] + 1)}
